"""Teaches off the GUI thread, and does what a person decides about labels that are doubted."""

from collections.abc import Iterable, Iterator
from functools import partial

from PySide6.QtCore import QObject, Signal

from lookalike.gui.labels.label_words import Told
from lookalike.gui.newest import Newest
from lookalike.gui.tasks import Tasks
from lookalike.gui.teach.shown_work import ShownWork
from lookalike.gui.teach.suspect_view import suspect_views
from lookalike.gui.teach.teach_page import TeachPage, TeachView
from lookalike.gui.teach.teach_words import TeachWords
from lookalike.gui.undo_list import Act, UndoList
from lookalike.library.labels.labelling import (
    LabelChange,
    LabelNode,
    give,
    labels,
    labels_of,
    reject,
)
from lookalike.library.library import Library
from lookalike.library.teaching.suspects import doubt_again, stand_by, still_doubted
from lookalike.library.teaching.taught import Suspect, Teaching
from lookalike.library.teaching.teaching import readiness, taught, teach
from lookalike.library.teaching.which_layer import which_layer
from lookalike.photos import LabelId
from lookalike.progress import Progress


class TeachDesk(QObject):
    """Signals:
    failed: carries an error.
    relabelled: carries the Told and the LabelChange of what was decided.
    taught: there is another choice, by which to suggest.
    kept: carries a sentence and the Act: a label is right, though it was doubted.
    """

    failed = Signal(object)
    relabelled = Signal(object, object)
    taught = Signal()
    kept = Signal(str, object)

    def __init__(
        self, library: Library, page: TeachPage, undo_list: UndoList, tasks: Tasks
    ) -> None:
        super().__init__()
        self._library = library
        self._page = page
        self._undo_list = undo_list
        self._tasks = tasks
        self._teaching: Teaching | None = None
        self._looking = Newest(tasks)
        self._work = ShownWork(tasks, page.show_progress)
        self._layers = ShownWork(tasks, page.layers.show_progress)
        page.teach_wanted.connect(self.teach)
        page.work.stop_wanted.connect(self._work.stop)
        page.layers.compare_wanted.connect(self.compare_layers)
        page.layers.work.stop_wanted.connect(self._layers.stop)
        page.suspects.keep_wanted.connect(self.keep)
        page.suspects.change_wanted.connect(self.change)
        page.suspects.take_wanted.connect(self.take_off)

    @property
    def is_running(self) -> bool:
        return self._work.is_running or self._layers.is_running

    def refresh(self) -> None:
        """Labels or photos may be others."""
        self._looking.ask(
            partial(look, self._library, self._teaching),
            done=self._page.show_view,
            failed=self.failed.emit,
        )

    def teach(self) -> None:
        """Compare the methods; what is shown stays until there is something newer."""
        self._work.start(partial(teach, self._library), done=self._take, failed=self.failed.emit)

    def compare_layers(self) -> None:
        self._layers.start(
            partial(which_layer, self._library),
            done=self._page.layers.show_layers,
            failed=self.failed.emit,
        )

    def _take(self, teaching: Teaching) -> None:
        self._teaching = teaching
        self.refresh()
        self.taught.emit()

    # --- labels that are doubted --------------------------------------------------------------

    def keep(self, suspect: Suspect) -> None:
        """It is right, and not doubted again."""
        self._tasks.start(
            lambda _: stand_by(self._library, suspect),
            done=lambda _: self._tell_kept(suspect),
            failed=self.failed.emit,
        )

    def change(self, suspect: Suspect) -> None:
        """It is what the program would say."""
        if suspect.told:
            told = self.tr("“{label}” was changed to “{told}”.")
            names = {"label": suspect.label.name, "told": suspect.told.name}
            act = self.tr("Change “{label}” to “{told}”")
            self._decide(suspect, Told(told.format(**names), act.format(**names)), suspect.told.id)

    def take_off(self, suspect: Suspect) -> None:
        """It is not what the person said, whatever else it is."""
        told = self.tr("“{label}” was taken off.").format(label=suspect.label.name)
        act = self.tr("Take “{label}” Off").format(label=suspect.label.name)
        self._decide(suspect, Told(told, act), None)

    def _decide(self, suspect: Suspect, told: Told, instead: LabelId | None) -> None:
        self._tasks.start(
            lambda _: relabel(self._library, suspect, instead),
            done=lambda change: self._finish(told, change),
            failed=self.failed.emit,
        )

    def _finish(self, told: Told, change: LabelChange) -> None:
        self.relabelled.emit(told, change)
        self.refresh()

    def _tell_kept(self, suspect: Suspect) -> None:
        name = self.tr("Keep “{label}”").format(label=suspect.label.name)
        act = Act(name, lambda: self._doubt_again(suspect, act))
        self._undo_list.push(act)
        self.kept.emit(self.tr("“{label}” stays.").format(label=suspect.label.name), act)
        self.refresh()

    def _doubt_again(self, suspect: Suspect, act: Act) -> None:
        if not self._undo_list.holds(act):
            return
        self._undo_list.remove(act)
        self._tasks.start(
            lambda _: doubt_again(self._library, suspect),
            done=lambda _: self.refresh(),
            failed=self.failed.emit,
        )


def look(library: Library, teaching: Teaching | None, _: Progress) -> TeachView:
    """What is known now. Any thread may ask."""
    nodes = list(_all(labels(library)))
    known = {label.id: label for label in (teaching.labels if teaching else ())}
    known |= {node.label.id: node.label for node in nodes}
    names = TeachWords().names(known.values(), {node.label.id: node.path for node in nodes})
    suspects = still_doubted(library, teaching.suspects if teaching else ())
    photos = {each for suspect in suspects for each in (suspect.photo_id, *suspect.voters)}
    return TeachView(
        readiness(library),
        taught(library),
        teaching,
        names,
        suspect_views(suspects, names, labels_of(library, sorted(photos))),
    )


def relabel(library: Library, suspect: Suspect, instead: LabelId | None) -> LabelChange:
    """Remember that the label was wrong, and give another one instead.

    Raises:
        LabelUnusable: one of the labels was deleted.
    """
    photos = [suspect.photo_id]
    # First, as a label that was deleted meanwhile stops it here.
    given = LabelChange() if instead is None else give(library, photos, instead)
    return given.then(reject(library, photos, suspect.label.id))


def _all(nodes: Iterable[LabelNode]) -> Iterator[LabelNode]:
    for node in nodes:
        yield node
        yield from _all(node.children)
