"""How numbers are said."""

from lookalike.wording import counted


def test_one_is_not_many():
    assert [counted(n, "file") for n in (0, 1, 2000)] == ["0 files", "1 file", "2,000 files"]
