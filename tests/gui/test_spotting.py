from types import SimpleNamespace

import pytest

from lookalike.gui import spotting
from lookalike.gui.browsing import Answer, Place, Query
from lookalike.gui.grid.contents import plain
from lookalike.gui.spotting import Spotting
from lookalike.library.search.localising import Spot
from lookalike.library.search.questions import Example, Question
from lookalike.photos import PhotoId, Region

PART = Example(PhotoId(9), Region(0, 0, 0.5, 0.5))


class Grid:
    """Remembers the spots it was shown last."""

    def __init__(self) -> None:
        self.shown: list[int] = []

    def show_spots(self, spots) -> None:
        self.shown = sorted(spots)


def place(*ids: int, example: Example = PART, at_least: float = 0.0) -> Place:
    photos = tuple(SimpleNamespace(id=PhotoId(each)) for each in ids)
    question = Question((example,), at_least=at_least)
    return Place(Query(question), Answer(plain(ids), len(ids), photos=photos))


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The photos that a spot was looked for in."""
    looked: list[int] = []

    def localise(_: object, __: Question, ids, *___: object):
        for photo_id in ids:
            looked.append(photo_id)
            yield Spot(photo_id, PART.region, 0.5, 0.5)

    monkeypatch.setattr(spotting, "localise", localise)
    return looked


@pytest.fixture
def grid() -> Grid:
    return Grid()


@pytest.fixture
def spots(qapp, grid: Grid, held_tasks, looked_at) -> Spotting:
    return Spotting(None, grid, held_tasks)


def test_a_search_for_a_part_shows_where_it_was_found(spots, grid, held_tasks) -> None:
    spots.show_place(place(1, 2))
    held_tasks.run()
    assert grid.shown == [1, 2]


def test_a_search_for_whole_pictures_looks_for_no_spots(spots, grid, held_tasks) -> None:
    spots.show_place(place(1, 2))
    held_tasks.run()
    spots.show_place(place(1, 2, example=Example(PhotoId(9))))
    assert held_tasks.waiting == []
    assert grid.shown == []


def test_spots_that_are_known_are_shown_at_once_and_not_looked_for_again(
    spots, grid, held_tasks, looked_at
) -> None:
    spots.show_place(place(1, 2))
    held_tasks.run()
    grid.shown = []
    spots.show_place(place(1, 2, 3))
    assert grid.shown == [1, 2]
    held_tasks.run()
    assert looked_at == [1, 2, 3]
    assert grid.shown == [1, 2, 3]


def test_another_question_has_other_spots_and_gives_up_the_first(
    spots, grid, held_tasks, looked_at
) -> None:
    spots.show_place(place(1, 2))
    spots.show_place(place(3, at_least=0.2))
    held_tasks.run()
    assert looked_at == [3]
    assert grid.shown == [3]


def test_a_spot_that_comes_late_is_not_shown(spots, grid, held_tasks) -> None:
    late = spots._show_for(spots._question)
    spots.show_place(place(3))
    held_tasks.run()
    late(Spot(PhotoId(1), PART.region, 0.5, 0.5))
    assert grid.shown == [3]
