"""Evaluates the ways that a person has chosen, one after the other, off the GUI thread."""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from lookalike.gui.evaluation.evaluation_form import EvaluationWish, FormView
from lookalike.gui.evaluation.evaluation_page import EvaluationPage
from lookalike.gui.evaluation.evaluation_view import EvaluatedWay, WorstQuery
from lookalike.gui.evaluation.worst_board import ANSWERS
from lookalike.gui.library_words import said
from lookalike.gui.newest import Newest
from lookalike.gui.panels.time_left import SteadyTimeLeft
from lookalike.gui.space_building import SpaceBuilding
from lookalike.gui.tasks import Task, Tasks, nothing
from lookalike.gui.translations import grouped
from lookalike.library.evaluation.evaluating import evaluate_library
from lookalike.library.evaluation.first_answers import first_answers
from lookalike.library.evaluation.photo_classes import ClassesBy, class_count, photo_classes
from lookalike.library.library import Library
from lookalike.library.search.metric_choices import MetricChoice
from lookalike.library.search.spaces import SpaceChoice, space_choices
from lookalike.photos import PhotoId
from lookalike.progress import Advance, Progress

T = TypeVar("T")
_Way = tuple[SpaceChoice, MetricChoice]


@dataclass(slots=True)
class _Run:
    """What is evaluated now.

    Args:
        ways: still to be evaluated, the first of them now.
        total: how many ways there are in all.
        done: what the others came to.
    """

    ways: list[_Way]
    total: int
    classes: Mapping[PhotoId, str]
    done: list[EvaluatedWay]
    began_s: float
    left: SteadyTimeLeft


class EvaluationDesk(QObject):
    """`failed` carries an error. What is done before the person stops is kept."""

    failed = Signal(object)

    def __init__(self, library: Library, page: EvaluationPage, tasks: Tasks) -> None:
        super().__init__()
        self._library = library
        self._page = page
        self._tasks = tasks
        self._looking = Newest(tasks)
        self._task: Task | None = None
        self._wish: EvaluationWish | None = None
        self._building = SpaceBuilding(library, tasks)
        self._building.progressed.connect(self._show_building)
        self._building.ready.connect(lambda _: self._read_classes())
        self._building.stopped.connect(self._end)
        self._building.failed.connect(self._fail)
        page.form.evaluate_wanted.connect(self.evaluate)
        page.form.stop_wanted.connect(self.stop)

    @property
    def is_running(self) -> bool:
        return self._wish is not None

    def refresh(self) -> None:
        """Look what there is to choose from."""
        self._looking.ask(partial(form_view, self._library), done=self._page.show_form)

    def evaluate(self, wish: EvaluationWish) -> None:
        """Look at the photos where that is missing, and then evaluate one way after the other."""
        if self.is_running:
            return
        self._wish = wish
        self._page.form.show_progress(self.tr("Getting ready…"))
        if wish.to_build:
            self._building.build("+".join(space.name for space in wish.to_build))
        else:
            self._read_classes()

    def stop(self) -> None:
        """The person does not want to wait."""
        self._building.stop()
        if self._task:
            self._task.cancel()

    # --- one step after the other -------------------------------------------------------------

    def _read_classes(self) -> None:
        assert self._wish is not None
        by = self._wish.classes_by
        self._start(lambda _: photo_classes(self._library, by), self._begin)

    def _begin(self, classes: Mapping[PhotoId, str]) -> None:
        assert self._wish is not None
        ways = [(space, metric) for space in self._wish.spaces for metric in self._wish.metrics]
        run = _Run(ways, len(ways), classes, [], time.monotonic(), SteadyTimeLeft())
        self._go_on(run)
        self._page.plot()  # meanwhile

    def _go_on(self, run: _Run) -> None:
        if not run.ways:
            self._end()
            return
        space, metric = run.ways[0]
        work = partial(evaluate_way, self._library, space, metric, run.classes)
        self._start(work, partial(self._take, run), partial(self._show_searching, run))
        self._show_searching(run, Advance(0, None))

    def _take(self, run: _Run, way: EvaluatedWay) -> None:
        del run.ways[0]
        run.done.append(way)
        self._page.show_ways(tuple(run.done))
        self._go_on(run)

    def _start(
        self,
        work: Callable[[Progress], T],
        done: Callable[[T], object],
        progressed: Callable[[Advance], object] = nothing,
    ) -> None:
        self._task = self._tasks.start(
            work, done=done, failed=self._fail, progressed=progressed, cancelled=self._end
        )

    def _end(self) -> None:
        self._task = self._wish = None
        self._page.form.show_progress(None)
        self.refresh()

    def _fail(self, error: Exception) -> None:
        self._end()
        self.failed.emit(error)

    # --- what is told -------------------------------------------------------------------------

    def _show_building(self, choice: SpaceChoice, advance: Advance) -> None:
        told = self.tr("Looking at the photos by {title}: {done} of {total}").format(
            title=said(choice.title.lower()),
            done=grouped(advance.done),
            total=grouped(advance.total or choice.missing),
        )
        self._page.form.show_progress(told, advance.fraction or 0.0)

    def _show_searching(self, run: _Run, advance: Advance) -> None:
        space, metric = run.ways[0]
        share = (len(run.done) + (advance.fraction or 0.0)) / run.total
        took_s = time.monotonic() - run.began_s
        left = run.left.words(took_s * (1 - share) / share if share else None)
        way = f"{said(space.title)} · {said(metric.name.capitalize())}"
        told = self.tr("{way}: {done} of {total}").format(
            way=way, done=grouped(len(run.done) + 1), total=grouped(run.total)
        )
        self._page.form.show_progress("\n".join(filter(None, (told, left))), share)


def form_view(library: Library, _: Progress) -> FormView:
    """What there is to choose from. Any thread may ask."""
    counts = {by: class_count(photo_classes(library, by)) for by in ClassesBy}
    return FormView(tuple(space_choices(library)), counts)


def evaluate_way(
    library: Library,
    space: SpaceChoice,
    metric: MetricChoice,
    classes: Mapping[PhotoId, str],
    progress: Progress,
) -> EvaluatedWay:
    """One row of the table.

    Raises:
        NothingToSearch: the space is gone, or no photo has another one of its class to find.
        Cancelled: the person asked to stop.
    """
    (evaluation,) = evaluate_library(
        library, [space.name], [metric.name], progress, classes=classes
    )
    answers = first_answers(library, evaluation, classes, ANSWERS)
    worst = [
        WorstQuery(query.photo, query.average_precision, found)
        for query, found in zip(evaluation.worst, answers, strict=True)
    ]
    return EvaluatedWay(said(space.title), evaluation, worst)
