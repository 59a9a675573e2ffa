import pytest

from lookalike.gui.suggestions.probability_text import probability_text


@pytest.mark.parametrize(
    ("probability", "text"),
    [(0.0, "under 1%"), (0.004, "under 1%"), (0.5, "50%"), (0.994, "99%"), (1.0, "over 99%")],
)
def test_nothing_is_told_as_if_it_were_certain(probability, text) -> None:
    assert probability_text(probability) == text
