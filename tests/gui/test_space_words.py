import pytest

from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.space_words import SpaceWords
from lookalike.library.search.spaces import SpaceChoice

WORDS = SpaceWords(
    [
        SpaceChoice("content", "Content", "What is in the picture: nearly always the best."),
        SpaceChoice("colour", "Colours", "Which colours there are."),
    ]
)


@pytest.mark.parametrize(
    ("by", "title", "in_full", "gist"),
    [
        ("content", "Content", "Content", "What is in the picture"),
        ("content*3+colour", "Content + Colours", "75% Content + 25% Colours", None),
        ("layer:odd", "layer:odd", "layer:odd", ""),
    ],
)
def test_spaces_and_mixes_are_called_by_their_titles(by, title, in_full, gist) -> None:
    assert WORDS.title(by) == title
    assert WORDS.in_full(by) == in_full
    assert WORDS.gist(by) == (in_full if gist is None else gist)


def test_what_a_mix_is_made_of_is_told_of_each_photo() -> None:
    parts = WORDS.parts("content*3+colour", {"content": 0.621, "colour": -0.05})
    assert parts == "75% Content: 62% similar\n25% Colours: -5% similar"
    assert Likeness(0.45, 0.9, parts).in_full.endswith(f"random pairs\n{parts}")
    assert WORDS.parts("content", {}) == ""


def test_only_an_unusual_distance_is_told() -> None:
    assert WORDS.distance("cosine") == ""
    assert WORDS.distance("l1") == "L1 distance"
