"""Evaluations of a small library, with work that is done when a test says so."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lookalike.gui.evaluation.evaluation_desk import EvaluationDesk
from lookalike.gui.evaluation.evaluation_page import EvaluationPage
from lookalike.library.evaluation.photo_classes import ClassesBy
from lookalike.library.intake import import_engine
from lookalike.library.labels.labelling import give, make_label
from lookalike.library.library import Library
from lookalike.progress import Progress


class DeskDriver:
    def __init__(self, library: Library, page: EvaluationPage, tasks) -> None:
        self.library, self.page, self.tasks = library, page, tasks
        self.desk = EvaluationDesk(library, page, tasks)
        self.failures: list[Exception] = []
        self.desk.failed.connect(self.failures.append)
        self.desk.refresh()
        tasks.run()

    @property
    def ways(self) -> list[tuple[str, str]]:
        return [(way.space, way.distance) for way in self.page.ways]

    def choose(self, *spaces: str, metrics: tuple[str, ...] = ("cosine",)) -> None:
        for name, box in self.page.form.spaces.items():
            box.setChecked(name in spaces)
        for name, box in self.page.form.metrics.items():
            box.setChecked(name in metrics)

    def step(self) -> None:
        """Do the work that waits, but not what that starts."""
        waiting, self.tasks.waiting = self.tasks.waiting, []
        for task in waiting:
            task.run()


@pytest.fixture
def folders(paint, tmp_path: Path) -> Path:
    """Three photos of each of two colours, each colour in a folder."""
    for colour in ("red", "blue"):
        for seed in range(3):
            paint(f"{colour}/{colour}-{seed}.png", colour, seed)
    return tmp_path / "photos"


@pytest.fixture
def desk(qtbot, library, folders, feed, theme, held_tasks) -> Iterator[DeskDriver]:
    import_engine.bring_in(library, [folders], Progress())
    page = EvaluationPage(feed, theme)
    qtbot.addWidget(page)
    page.show()
    return DeskDriver(library, page, held_tasks)


def test_it_offers_what_the_library_has(desk) -> None:
    form = desk.page.form
    assert list(form.spaces)[:4] == ["content", "colour", "shape", "pixels"]
    assert form.texts[0] == "2 classes with 6 photos"
    assert form.evaluate.isEnabled()


def test_each_space_is_evaluated_with_each_distance(desk) -> None:
    desk.choose("content", metrics=("cosine", "l1"))
    desk.page.form.evaluate.click()
    desk.tasks.run()
    assert desk.ways == [("Content", "Cosine"), ("Content", "L1")]
    told = desk.page.ways[0]
    assert told.evaluation.queries == 6
    assert told.figures[0].value == 1
    query = told.worst[0]
    assert len(query.answers) == 5
    assert [query.is_right(answer) for answer in query.answers[:2]] == [True, True]
    assert not desk.desk.is_running
    assert desk.page.form.evaluate.isVisible()


def test_a_space_that_is_missing_is_built_first(desk, forget_looks) -> None:
    forget_looks(desk.library)
    desk.desk.refresh()
    desk.tasks.run()
    desk.choose("colour", "pixels")
    assert desk.page.form.texts[1] == "To be looked at first: 12 photos"
    desk.page.form.evaluate.click()
    desk.step()
    assert desk.page.form.texts[2].startswith("Looking at the photos by colours: ")
    desk.tasks.run()
    assert desk.ways == [("Colours", "Cosine"), ("Pixels", "Cosine")]
    assert not desk.page.form.wish.to_build
    assert not desk.failures


def test_what_is_done_is_shown_and_kept_when_it_is_stopped(desk) -> None:
    desk.choose("content", metrics=("cosine", "l2", "l1"))
    desk.page.form.evaluate.click()
    desk.step()
    desk.step()
    assert desk.ways == [("Content", "Cosine")]
    assert desk.page.form.texts[2].startswith("Content · L2: 2 of 3")
    desk.page.form.stop.click()
    desk.tasks.run()
    assert desk.ways == [("Content", "Cosine")]
    assert not desk.desk.is_running
    assert not desk.failures


def test_building_can_be_stopped_too(desk) -> None:
    desk.choose("colour")
    desk.page.form.evaluate.click()
    desk.step()
    desk.page.form.stop.click()
    desk.tasks.run()
    assert desk.ways == []
    assert not desk.desk.is_running
    assert desk.page.form.evaluate.isVisible()


def test_the_results_before_stay_until_there_are_others(desk) -> None:
    desk.choose("content")
    desk.page.form.evaluate.click()
    desk.tasks.run()
    desk.choose("content", metrics=("l2",))
    desk.page.form.evaluate.click()
    desk.step()
    assert desk.ways == [("Content", "Cosine")]
    desk.tasks.run()
    assert desk.ways == [("Content", "L2")]


def test_classes_can_be_the_first_level_below_what_was_imported(desk, paint) -> None:
    paint("blue/deep/green-0.png", "green", 0)
    paint("blue/deep/green-1.png", "green", 1)
    import_engine.bring_in(desk.library, [desk.library.folders()[0].path], Progress())
    desk.desk.refresh()
    desk.tasks.run()
    form = desk.page.form
    assert form.texts[0] == "3 classes with 8 photos"
    desk.choose("content")
    form.classes[ClassesBy.FIRST_LEVEL].setChecked(True)
    form.evaluate.click()
    desk.tasks.run()
    assert [each.name for each in desk.page.ways[0].evaluation.classes] == ["blue", "red"]


def test_classes_can_be_labels_once_there_are_enough(desk) -> None:
    form = desk.page.form
    assert not form.classes[ClassesBy.LABEL].isEnabled()
    ids = desk.library.photo_ids()
    for name, some in (("warm", ids[:2]), ("cold", ids[2:5])):
        give(desk.library, some, make_label(desk.library, name)[0].id)
    desk.desk.refresh()
    desk.tasks.run()
    form.classes[ClassesBy.LABEL].setChecked(True)
    assert form.texts[0] == "2 classes with 5 photos"
    desk.choose("content")
    form.evaluate.click()
    desk.tasks.run()
    assert [each.name for each in desk.page.ways[0].evaluation.classes] == ["cold", "warm"]


def test_a_failure_is_told_and_ends_it(desk) -> None:
    desk.choose("content")
    wish = desk.page.form.wish
    odd = replace(wish, spaces=[replace(wish.spaces[0], name="nothing")])
    desk.desk.evaluate(odd)
    desk.tasks.run()
    assert len(desk.failures) == 1
    assert not desk.desk.is_running
    desk.desk.evaluate(wish)
    desk.tasks.run()
    assert desk.ways == [("Content", "Cosine")]
