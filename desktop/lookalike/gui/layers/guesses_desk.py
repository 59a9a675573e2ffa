"""Fills the panels about the photo as a whole: its classes, and how the network is fooled."""

from dataclasses import replace

import numpy as np
from PySide6.QtCore import QObject, Signal

from lookalike.gui.layers.adversarial_panel import AdversarialPanel, AdversarialView, Prediction
from lookalike.gui.layers.classes_panel import ClassesPanel, ClassesView, Guess
from lookalike.gui.layers.look import OpenedPhotos
from lookalike.gui.newest import Newest
from lookalike.gui.tasks import Tasks
from lookalike.library.drawing.evidence import drawn_evidence
from lookalike.library.layers.fooling import Fooled, NotFooled, fool
from lookalike.library.layers.inspecting import (
    ClassView,
    Inspector,
    SeenPicture,
    averaged_layer,
    classes_of,
)
from lookalike.progress import Advance, Progress

_LOUDEST = 127


class GuessesDesk(QObject):
    """`class_found` carries the index and the name of the photo's likeliest class,
    `class_chosen` those of the one that a person has chosen."""

    class_found = Signal(int, str)
    class_chosen = Signal(int, str)

    def __init__(self, classes: ClassesPanel, fooled: AdversarialPanel, tasks: Tasks) -> None:
        super().__init__()
        self._classes = classes
        self._fooled = fooled
        self._opened: OpenedPhotos | None = None
        self._names: dict[int, str] = {}
        self._view = ClassesView(())
        self._classifying = Newest(tasks)
        self._fooling = Newest(tasks)
        classes.class_chosen.connect(self._choose)
        fooled.make_wanted.connect(self._fool)
        fooled.stop_wanted.connect(self._stop)

    def show(self, opened: OpenedPhotos) -> None:
        """Another photo."""
        if opened is self._opened:
            return
        self.close()
        self._opened = opened
        if opened.inspector.network.logits is None:
            self._classes.show_no_classes()
            self._fooled.show_no_classes()
            return
        self._fooled.show_offer()
        self._classes.show_stale()
        self._classifying.ask(
            lambda _: fetch_classes(opened),
            done=self._take_classes,
            failed=lambda error: self._classes.show_trouble(str(error)),
        )

    def close(self) -> None:
        self._classifying.drop()
        self._fooling.drop()
        self._opened = None

    def _take_classes(self, view: ClassesView) -> None:
        self._view = view
        self._names = {guess.index: guess.name for guess in (*view.guesses, *view.other)}
        self._classes.show_classes(view)
        if view.guesses:
            best = view.guesses[0]
            self.class_found.emit(best.index, best.name)

    def _choose(self, index: int) -> None:
        self._view = replace(self._view, chosen=index)
        self._classes.show_classes(self._view)
        self.class_chosen.emit(index, self._names.get(index, ""))

    def _fool(self) -> None:
        opened = self._opened
        if opened is None:
            return
        self._fooled.show_running(0, 0)
        self._fooling.ask(
            lambda progress: fetch_fooled(opened, progress),
            done=self._show_fooled,
            failed=lambda error: self._fooled.show_trouble(str(error)),
            progressed=self._show_progress,
        )

    def _show_progress(self, advance: Advance) -> None:
        self._fooled.show_running(advance.done, advance.total or 0)

    def _show_fooled(self, view: "AdversarialView | NotFooled") -> None:
        if isinstance(view, NotFooled):
            self._fooled.show_none_found(view.most)
        else:
            self._fooled.show_found(view)

    def _stop(self) -> None:
        self._fooling.drop()
        self._fooled.show_offer()


def fetch_classes(opened: OpenedPhotos) -> ClassesView:
    """The classes of the photo, and of the other one where there is one."""
    inspector, other = opened.inspector, opened.other
    guesses = _guesses(inspector, opened.seen)
    return ClassesView(
        guesses,
        has_maps=all(guess.pixels is not None for guess in guesses),
        name=opened.seen.name,
        other=_guesses(inspector, other) if other else (),
        other_name=other.name if other else "",
    )


def _guesses(inspector: Inspector, seen: SeenPicture) -> tuple[Guess, ...]:
    return tuple(_guess(inspector, seen, each) for each in classes_of(inspector, seen))


def _guess(inspector: Inspector, seen: SeenPicture, told: ClassView) -> Guess:
    layer = averaged_layer(inspector.network)
    pixels = None
    if told.evidence is not None and layer is not None:
        side_px = inspector.network.input.size_px
        pixels = drawn_evidence(seen.square, told.evidence, layer.field, side_px)
    return Guess(told.index, told.name, told.probability, pixels)


def fetch_fooled(opened: OpenedPhotos, progress: Progress) -> "AdversarialView | NotFooled":
    """The changed picture beside the original, and their difference as loud as it can be."""
    found = fool(opened.inspector, opened.seen, progress)
    return found if isinstance(found, NotFooled) else _fooled_view(found)


def _fooled_view(found: Fooled) -> AdversarialView:
    factor = max(1, _LOUDEST // max(1, round(found.largest_change)))
    loud = np.clip(128 + factor * found.difference, 0, 255).astype(np.uint8)
    return AdversarialView(
        original=found.original,
        changed=found.changed,
        difference=loud,
        factor=factor,
        before=Prediction(*found.before),
        after=Prediction(*found.after),
        largest_change=found.largest_change,
    )
