"""Places among all photos, against what an exact search shows."""

import pytest

from lookalike.library.search.building import build_space
from lookalike.library.search.placing import place_of
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.searching import ingredient_of, search
from lookalike.library.search.shares import shares_of
from lookalike.progress import Progress


@pytest.fixture
def ids(library, paint, bring_in):
    for seed in range(12):
        paint(f"{seed}.png", (20 * seed, 200 - 15 * seed, 7 * seed), seed)
    paint("copy.png", (60, 155, 21), 3)
    bring_in()
    build_space(library, "colour", Progress())
    return library.photo_ids()


def place(library, question, photo_id):
    asked = [ingredient_of(library, share, question)[0] for share in shares_of(question.by)]
    return place_of(library, question, asked, Example(photo_id), None)


@pytest.mark.parametrize("metric", ["cosine", "l2", "l1"])
@pytest.mark.parametrize("by", ["content", "colour", "content*0.7+colour*0.3"])
@pytest.mark.parametrize("at_most", [0.8, 1.0])
def test_every_photo_has_the_rank_that_an_exact_search_gives_it(library, ids, by, metric, at_most):
    question = Question((Example(ids[2]),), by=by, metric=metric, at_most=at_most)
    matches = search(library, question, count=50, exact=True).matches
    assert len(matches) > 3
    for match in matches:
        found = place(library, question, match.photo.id)
        assert (found.rank, found.among) == (match.rank, len(matches))
        assert found.similarity == pytest.approx(match.similarity, abs=1e-5)
        # By rounding a pair of photos may count as nearer than itself: one of 78.
        assert found.percentile == pytest.approx(match.percentile, abs=1 / 70)


def test_a_picture_is_placed_as_the_photo_of_the_same_content(library, ids):
    question = Question((Example(ids[2]),))
    path = library.photo(ids[7]).path
    [ingredient] = [ingredient_of(library, share, question)[0] for share in shares_of("content")]
    outside = place_of(library, question, [ingredient], Example(path.read_bytes()), None)
    inside = place(library, question, ids[7])
    assert outside.similarity == pytest.approx(inside.similarity, abs=1e-5)
    assert outside.rank in (inside.rank, inside.rank + 1), "the photo itself may come before it"
    assert outside.among == inside.among + 1
