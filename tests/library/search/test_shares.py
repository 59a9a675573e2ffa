import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.errors import NothingToSearch
from lookalike.library.search.shares import Share, mix_name, shares_of

NAMES = st.sampled_from(["content", "colour", "shape", "pixels", "layer:blocks.15"])


@pytest.mark.parametrize(
    ("by", "told"),
    [
        ("content", [("content", 1.0)]),
        ("content*2", [("content", 1.0)]),
        ("content*3+colour", [("content", 0.75), ("colour", 0.25)]),
        (" content * 0.7 + layer:blocks.15*0.7", [("content", 0.5), ("layer:blocks.15", 0.5)]),
        ("shape+colour+shape*2", [("shape", 0.75), ("colour", 0.25)]),
    ],
)
def test_weights_are_shares_of_one(by, told):
    shares = shares_of(by)
    assert [each.name for each in shares] == [name for name, _ in told]
    assert [each.share for each in shares] == pytest.approx([share for _, share in told])


@pytest.mark.parametrize(
    "by", ["", "+", "content+", "*2", "content*", "content*x", "content*0", "content*-1",
           "content*nan", "content*inf"]
)  # fmt: skip
def test_what_cannot_be_read_is_a_sentence_with_an_example(by):
    with pytest.raises(NothingToSearch, match="no mix") as told:
        shares_of(by)
    assert "content*0.7+colour*0.3" in told.value.hint


@given(st.dictionaries(NAMES, st.integers(0, 100)).filter(lambda told: any(told.values())))
def test_a_mix_is_read_as_it_was_named(weights):
    total = sum(weights.values())
    wanted = [Share(name, weight / total) for name, weight in weights.items() if weight]
    assert list(shares_of(mix_name(weights))) == wanted


def test_one_space_is_no_mix():
    assert mix_name({"content": 0, "colour": 7}) == "colour"
