import numpy as np
import pytest
from PIL import Image

from lookalike.library.search.localising import (
    SpotFinder,
    localise,
    rerank_by_region,
    search_by_parts,
    standing_out,
)
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.searching import search
from lookalike.networks.activations import Probe
from lookalike.photos import Region
from lookalike.progress import Cancelled, Progress

RED, GREEN, GREY = (200, 30, 30), (20, 210, 40), (130, 125, 128)


@pytest.fixture
def compose(tmp_path):
    """Writes a photo of one colour with a patch of another, given in pixels."""

    def write(name, ground=RED, patch=None, box=(0, 0, 0, 0), size=(120, 90)):
        pixels = np.empty((size[1], size[0], 3), np.uint8)
        pixels[:] = ground
        left, top, right, bottom = box
        if patch:
            pixels[top:bottom, left:right] = patch
        pixels[::7, ::5] ^= 8
        path = (tmp_path / "photos" / name).resolve()
        path.parent.mkdir(exist_ok=True)
        Image.fromarray(pixels).save(path)
        return path

    return write


@pytest.fixture
def ids(library, compose, bring_in):
    """Four photos by name: a green patch on red right below, and others without one."""
    compose("patch.png", RED, GREEN, (80, 50, 110, 80))
    compose("red.png", RED)
    compose("grey.png", GREY)
    compose("tall.png", GREY, GREEN, (10, 20, 50, 60), size=(60, 200))
    bring_in()
    return {photo.path.name: photo.id for photo in library.photos(library.photo_ids())}


def by_green(ids) -> Question:
    """The green patch, marked in its own photo."""
    return Question((Example(ids["patch.png"], Region(0.7, 0.6, 0.18, 0.25)),))


def spots(library, question, *wanted):
    return list(localise(library, question, wanted, Progress()))


def test_the_frame_is_around_what_was_asked_for(library, ids):
    (spot,) = spots(library, by_green(ids), ids["patch.png"])
    assert spot.photo_id == ids["patch.png"]
    found = (spot.region.x, spot.region.y, spot.region.width, spot.region.height)
    assert found == pytest.approx((80 / 120, 50 / 90, 30 / 120, 30 / 90), abs=0.1)
    assert spot.similarity > 0.8


def test_all_of_a_photo_that_is_not_square_is_looked_at(library, ids):
    (spot,) = spots(library, by_green(ids), ids["tall.png"])
    found = (spot.region.x, spot.region.y, spot.region.width, spot.region.height)
    assert found == pytest.approx((10 / 60, 20 / 200, 40 / 60, 40 / 200), abs=0.15)


def test_the_heat_is_hot_inside_and_cold_outside(library, ids):
    (spot,) = spots(library, by_green(ids), ids["patch.png"])
    rows, columns = spot.heat.shape
    assert columns > rows > 4
    assert spot.heat.dtype == np.float32
    assert spot.heat.max() == 1
    assert spot.heat.min() >= 0
    assert spot.heat[int(rows * 0.7), int(columns * 0.8)] > 0.9
    assert spot.heat[: rows // 2, : columns // 2].max() < 0.5


def test_spots_come_one_by_one_and_work_ends_when_it_is_cancelled(library, ids):
    progress = Progress()
    found = localise(library, by_green(ids), [ids["patch.png"], ids["tall.png"]], progress)
    assert next(found).photo_id == ids["patch.png"]
    progress.cancel()
    with pytest.raises(Cancelled):
        next(found)


def test_a_photo_that_cannot_be_read_has_no_spot(library, ids):
    photo = library.photo(ids["tall.png"])
    library.thumbnails.write({photo.content_hash: b"no picture"}, 384)
    photo.path.unlink()
    found = spots(library, by_green(ids), ids["tall.png"], ids["patch.png"])
    assert [spot.photo_id for spot in found] == [ids["patch.png"]]


@pytest.mark.parametrize("question", [Question(), Question(by="colour", words="dog")])
def test_where_nothing_is_wanted_there_are_no_spots(library, ids, question):
    assert SpotFinder.for_question(library, question) is None
    assert spots(library, question, ids["patch.png"]) == []


def test_an_example_with_a_region_decides_where_there_are_others(library, ids):
    marked = by_green(ids).examples[0]
    both = Question((Example(ids["red.png"], weight=5), marked))
    (alone,) = spots(library, by_green(ids), ids["patch.png"])
    (found,) = spots(library, both, ids["patch.png"])
    assert found.region == alone.region


def test_a_photo_that_holds_the_region_in_a_part_rises(library, ids, compose, bring_in):
    compose("olive.png", (150, 140, 120))
    compose("small.png", RED, GREEN, (20, 20, 50, 50))
    bring_in()
    question = by_green(ids)
    before = search(library, question).matches
    after = rerank_by_region(library, question, before, Progress())
    for matches, expected in (
        (before, ["olive.png", "small.png"]),
        (after, ["small.png", "olive.png"]),
    ):
        names = [match.photo.path.name for match in matches]
        assert [name for name in names if name in expected] == expected
    assert [match.rank for match in after] == list(range(1, len(before) + 1))
    assert [m.distance for m in after] == sorted(m.distance for m in after)
    assert after[0].similarity >= before[0].similarity


def test_a_search_by_a_part_looks_farther_than_it_shows(library, ids, compose, bring_in):
    compose("olive.png", (150, 140, 120))
    compose("small.png", RED, GREEN, (20, 20, 50, 50))
    bring_in()
    found = search_by_parts(library, by_green(ids), Progress(), count=2)
    names = [match.photo.path.name for match in found.matches]
    assert "small.png" in names
    assert "small.png" not in [
        match.photo.path.name for match in search(library, by_green(ids), count=2).matches
    ]
    assert found.has_more
    assert found.knee in (1, 2)


@pytest.mark.parametrize("metric", ["cosine", "l2"])
def test_a_search_by_whole_pictures_is_a_search(library, ids, metric):
    question = Question((Example(ids["patch.png"]),), metric=metric)
    found = search_by_parts(library, question, Progress(), count=3)
    assert found == search(library, question, count=3)


def test_a_photo_is_looked_at_once_for_one_question(library, ids, monkeypatch):
    question, looks = by_green(ids), []
    look = SpotFinder._look_at
    monkeypatch.setattr(
        SpotFinder, "_look_at", lambda finder, photo: looks.append(photo) or look(finder, photo)
    )
    search_by_parts(library, question, Progress(), count=3)
    spots(library, question, ids["red.png"], ids["grey.png"])
    assert len(looks) == 3


def test_a_network_that_counts_on_its_size_is_shown_the_photo_squeezed(library, ids, monkeypatch):
    monkeypatch.setattr(Probe, "_can_see_wide", lambda _: False)
    (spot,) = spots(library, by_green(ids), ids["patch.png"])
    assert spot.heat.shape == (8, 8)
    assert spot.region.x + spot.region.width / 2 == pytest.approx(95 / 120, abs=0.1)


def test_the_window_that_stands_out_is_found_wherever_it_is():
    for left, top, right, bottom in [(0, 0, 2, 2), (3, 1, 6, 5), (5, 4, 7, 6), (0, 2, 7, 4)]:
        evidence = np.zeros((6, 7), np.float32)
        evidence[top:bottom, left:right] = 1
        assert standing_out(evidence) == (left, top, right, bottom)


def test_a_single_cell_is_all_of_the_map():
    assert standing_out(np.ones((1, 1), np.float32)) == (0, 0, 1, 1)
