"""One line of photos: every photo once, and neighbours alike."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.library import likeness_order as ordering
from lookalike.library.likeness_order import likeness_order, order_of
from lookalike.progress import Cancelled, Progress


def groups_of_vectors(groups: int, each: int, dimensions: int = 32, seed: int = 0):
    """Unit vectors (n, d) around a few directions, shuffled, and the group of each."""
    random = np.random.default_rng(seed)
    centres = random.normal(size=(groups, dimensions))
    group = random.permutation(np.repeat(np.arange(groups), each))
    vectors = centres[group] + 0.4 * random.normal(size=(groups * each, dimensions))
    return vectors.astype(np.float32), group


def steps(vectors) -> np.ndarray:
    """The cosine from each to the next."""
    units = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
    return (units[1:] * units[:-1]).sum(axis=1)


@pytest.mark.parametrize("group", [32, 2048])
def test_a_kind_of_photo_stays_together(monkeypatch, group):
    monkeypatch.setattr(ordering, "GROUP", group)
    vectors, kinds = groups_of_vectors(12, 50)
    order = order_of(vectors, Progress())
    # Twelve kinds make eleven changes at best; a random line makes about 550.
    assert np.count_nonzero(np.diff(kinds[order])) < 60
    assert steps(vectors[order]).mean() > 0.8


def test_halves_are_turned_so_that_their_ends_meet(monkeypatch):
    monkeypatch.setattr(ordering, "GROUP", 8)
    angles = np.random.default_rng(0).permutation(np.linspace(0, np.pi, 256))
    arc = np.stack([np.cos(angles), np.sin(angles)], axis=1).astype(np.float32)
    order = order_of(arc, Progress())
    places = np.abs(np.diff(np.argsort(np.argsort(angles))[order]))
    # Along an arc nearly every step leads to a neighbour, and none across it.
    assert np.median(places) == 1
    assert places.max() < 32


@given(st.integers(0, 90), st.integers(1, 5), st.integers(2, 20))
def test_every_row_comes_once_whatever_the_vectors(count, kinds, group):
    random = np.random.default_rng(count)
    vectors = random.integers(-1, 2, (kinds, 6))[random.integers(0, kinds, count)]
    before, ordering.GROUP = ordering.GROUP, group
    try:
        order = order_of(vectors.astype(np.float32), Progress())
    finally:
        ordering.GROUP = before
    assert sorted(order.tolist()) == list(range(count))


def test_the_same_vectors_come_in_the_same_order():
    vectors, _ = groups_of_vectors(5, 40)
    first, second = (order_of(vectors, Progress()).tolist() for _ in range(2))
    assert first == second


def test_it_can_be_stopped():
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        order_of(groups_of_vectors(2, 4)[0], progress)


@pytest.fixture
def names(library, paint, bring_in):
    """Imports photos of three colours; the function tells ids as names."""
    for number in range(4):
        for name, colour in {"r": (220, 20, 20), "g": (20, 200, 20), "b": (20, 20, 220)}.items():
            paint(f"{number}{name}.png", colour, number)
    bring_in()
    return lambda ids: [photo.path.stem for photo in library.photos(ids)]


def test_a_library_is_ordered_by_what_is_in_its_photos(library, names):
    order = likeness_order(library, None, Progress())
    assert sorted(order) == library.photo_ids()
    kinds = "".join(name[1] for name in names(order))
    assert sorted(kinds[at : at + 4] for at in (0, 4, 8)) == ["bbbb", "gggg", "rrrr"]


def test_a_library_too_small_to_be_reduced_is_compared_in_full(library, names, monkeypatch):
    monkeypatch.setattr(ordering, "AXES", 1)
    kinds = "".join(name[1] for name in names(likeness_order(library, None, Progress())))
    assert sorted(kinds[at : at + 4] for at in (0, 4, 8)) == ["bbbb", "gggg", "rrrr"]


def test_only_those_that_were_asked_for_are_ordered(library, names):
    wanted = np.array(library.photo_ids()[3:8])
    assert sorted(likeness_order(library, wanted, Progress())) == wanted.tolist()
    assert likeness_order(library, np.array([], np.int64), Progress()) == []


def test_copies_stand_together_and_unseen_photos_last(library, names, paint, bring_in):
    for copy in ("copy", "another"):
        paint(f"{copy}.png", (220, 20, 20), 0)
    bring_in()
    space = library.space()
    [unseen] = [id_ for id_ in library.photo_ids() if names([id_]) == ["2b"]]
    content = library.photo(unseen).content_hash
    with library.catalog.transaction():
        library.catalog._database.rows("DELETE FROM embeddings WHERE content_hash = ?", [content])
    assert library.catalog.embedding(space, content) is None
    order = names(likeness_order(library, None, Progress()))
    assert order[-1] == "2b"
    at = sorted(order.index(name) for name in ("0r", "copy", "another"))
    assert at == list(range(at[0], at[0] + 3))


def test_an_empty_library_has_an_empty_order(library):
    assert likeness_order(library, None, Progress()) == []
