"""Answers the panel that leads back to the pixels: by gradients, by hiding parts, or exactly."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import partial

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Signal

from lookalike.gui.layers.look import Look, similarity_origin
from lookalike.gui.layers.pixels_answer import PixelsPicture
from lookalike.gui.layers.pixels_choice import (
    BACKWARD,
    PixelsChoice,
    PixelsDisplay,
    PixelsMethod,
    PixelsSubject,
    PixelsTarget,
    usable,
)
from lookalike.gui.layers.pixels_panel import PixelsPanel
from lookalike.gui.newest import Newest
from lookalike.gui.tasks import Tasks
from lookalike.library.drawing.evidence import drawn_evidence
from lookalike.library.layers.inspecting import (
    OCCLUSION_MASKS,
    BackwardMode,
    ClassOrigin,
    GradientView,
    Origin,
    SimilarityOrigin,
    UnitOrigin,
    averaged_layer,
    class_evidence,
    look_back,
    occlude,
    show_gradient,
    similarity_evidence,
)
from lookalike.library.library import Library
from lookalike.progress import Progress

Bytes = NDArray[np.uint8]

_MODES = {
    PixelsMethod.GRADIENT: BackwardMode.GRADIENT,
    PixelsMethod.DECONVNET: BackwardMode.DECONVNET,
    PixelsMethod.GUIDED: BackwardMode.GUIDED,
}
_VIEWS = {
    PixelsDisplay.RAW: GradientView.RAW,
    PixelsDisplay.GREY: GradientView.GREY,
    PixelsDisplay.NORM: GradientView.NORM,
    PixelsDisplay.BLURRED_NORM: GradientView.BLURRED_NORM,
}


@dataclass(frozen=True, slots=True, eq=False)
class Asked:
    """What the panel is to answer: of this photo, about that origin."""

    look: Look
    choice: PixelsChoice
    class_index: int | None


class PixelsDesk(QObject):
    """`failed` carries an error that the panel has no room for."""

    failed = Signal(object)

    def __init__(self, library: Library, panel: PixelsPanel, tasks: Tasks) -> None:
        super().__init__()
        self._library = library
        self._panel = panel
        self._tasks = tasks
        self._look: Look | None = None
        self._frozen: Look | None = None
        self._class: tuple[int, str] | None = None
        self._asked: Asked | None = None
        self._asking = Newest(tasks)
        self._is_seen = False
        panel.choice_changed.connect(lambda _: self._ask())
        panel.frozen_changed.connect(self._freeze)
        panel.stop_wanted.connect(self._stop)

    @property
    def frozen_unit(self) -> Look | None:
        """What is asked about, where that does not follow the person's steps."""
        return self._frozen

    def show(self, look: Look) -> None:
        """Another unit, layer or photo."""
        if self._frozen:
            # The photo may change beneath what is asked about it.
            self._frozen = replace(self._frozen, opened=look.opened)
        self._look = look
        self._show_subject(look)
        self._ask()

    def choose_class(self, index: int, name: str) -> None:
        """The class that is asked about from now on."""
        self._class = (index, name)
        if self._look:
            self._show_subject(self._look)
            if self._panel.choice.target is PixelsTarget.CLASS:
                self._ask()

    def ask_about_class(self, index: int, name: str) -> None:
        """Show where in the photo a class comes from."""
        self.choose_class(index, name)
        self._panel.choose(replace(self._panel.choice, target=PixelsTarget.CLASS))

    def forget_network(self) -> None:
        """Another one has other units and other classes."""
        self._class = self._look = None
        self._panel.freeze.setChecked(False)

    def be_seen(self, is_seen: bool) -> None:
        """Whether the person has the panel before them: else nothing is computed."""
        was_seen, self._is_seen = self._is_seen, is_seen
        if is_seen and not was_seen:
            self._ask()
        elif not is_seen:
            self._drop()

    def close(self) -> None:
        self._drop()
        self._look = self._frozen = None
        self._panel.freeze.setChecked(False)

    def _freeze(self, is_frozen: bool) -> None:
        self._frozen = self._look if is_frozen else None
        if self._look and not is_frozen:
            self.show(self._look)

    @property
    def _asked_about(self) -> Look | None:
        return self._frozen or self._look

    def _show_subject(self, now: Look) -> None:
        subject = self._subject(self._frozen or now)
        if usable(subject):
            self._panel.show_subject(subject)
        else:
            self._panel.show_no_subject()

    def _subject(self, look: Look) -> PixelsSubject:
        return PixelsSubject(
            unit=None if look.shown.is_pixels else look.unit,
            layer=look.layer.name,
            cell=look.cell,
            class_name=self._class[1] if self._class else "",
            other_name=self._other_name(look),
            unusable=self._unusable(look),
        )

    def _other_name(self, look: Look) -> str:
        other = look.opened.other
        return other.name if other and look.inspector.network.embedding else ""

    def _unusable(self, look: Look) -> Mapping[PixelsMethod, str]:
        unusable = {}
        network = look.inspector.network
        if look.shown.missing:
            told = self.tr("No way leads back through {operators}.")
            told = told.format(operators=look.shown.missing)
            unusable = dict.fromkeys(BACKWARD, told)
        if not averaged_layer(network):
            unusable[PixelsMethod.CLASS_MAP] = self.tr("No layer of it has places.")
        return unusable

    def _ask(self) -> None:
        look = self._asked_about
        if look is None or not self._is_seen or self._panel.is_empty:
            self._drop()
            return
        index = self._class[0] if self._class else None
        self._asked = asked = Asked(look, self._panel.choice, index)
        self._panel.show_stale()
        told = self._tasks.relay(partial(self._show, asked))
        self._asking.ask(
            lambda progress: answer_pixels(self._library, asked, progress, told),
            done=lambda picture: self._show(asked, picture),
            failed=lambda error: self._panel.show_trouble(str(error)),
        )

    def _show(self, asked: Asked, picture: PixelsPicture | None) -> None:
        if asked is not self._asked:
            return  # a first coarse picture, which comes after another question
        if picture is None:
            told = self.tr("More than an average lies between the layers and this answer.")
            self._panel.show_trouble(told)
        else:
            self._panel.show_picture(picture)

    def _stop(self) -> None:
        self._drop()
        self._panel.show_stopped()

    def _drop(self) -> None:
        self._asking.drop()
        self._asked = None


def answer_pixels(
    library: Library,
    asked: Asked,
    progress: Progress,
    tell: Callable[[PixelsPicture], object],
) -> PixelsPicture | None:
    """The picture that answers; None where it cannot be told exactly.

    Args:
        tell: hears of a coarse picture while the fine one is being made.

    Raises:
        NetworkUnusable: as the network says.
    """
    method, look = asked.choice.method, asked.look
    origin = origin_of(library, asked)
    if origin is None:
        return None
    if method is PixelsMethod.OCCLUSION:
        return _occluded(look, origin, progress, tell)
    if method is PixelsMethod.CLASS_MAP:
        return _exact(look, origin)
    back = look_back(look.inspector, look.opened.seen, origin, _MODES[method])
    ordered = back if look.inspector.network.input.channels == "RGB" else back[::-1]
    return PixelsPicture(_in_colour(show_gradient(ordered, _VIEWS[asked.choice.display])), method)


def origin_of(library: Library, asked: Asked) -> Origin | None:
    """What is asked about; None where the photo or the network has no such thing."""
    look, target = asked.look, asked.choice.target
    if target is PixelsTarget.CLASS:
        return None if asked.class_index is None else ClassOrigin(asked.class_index)
    if target is PixelsTarget.SIMILARITY:
        return similarity_origin(library, look.opened)
    cell = look.cell if target is PixelsTarget.CELL else None
    return UnitOrigin(look.layer, look.unit, cell)


def _occluded(
    look: Look, origin: Origin, progress: Progress, tell: Callable[[PixelsPicture], object]
) -> PixelsPicture:
    seen, told, done = look.opened.seen, None, 0
    for each in occlude(look.inspector, seen, origin, progress):
        done += each.drops.size
        picture = drawn_evidence(seen.square, each.drops)
        grid = (each.drops.shape[0], each.drops.shape[1])
        told = PixelsPicture(picture, PixelsMethod.OCCLUSION, done, OCCLUSION_MASKS, grid)
        tell(told)
    assert told is not None
    return told


def _exact(look: Look, origin: Origin) -> PixelsPicture | None:
    inspector, seen = look.inspector, look.opened.seen
    if isinstance(origin, ClassOrigin):
        evidence = class_evidence(inspector, seen, origin.index)
    elif isinstance(origin, SimilarityOrigin):
        evidence = similarity_evidence(inspector, seen, origin)
    else:
        evidence = None
    layer = averaged_layer(inspector.network)
    if evidence is None or layer is None:
        return None
    picture = drawn_evidence(seen.square, evidence, layer.field, look.opened.side_px)
    return PixelsPicture(picture, PixelsMethod.CLASS_MAP, grid=evidence.shape)


def _in_colour(picture: Bytes) -> Bytes:
    return picture if picture.ndim == 3 else picture[..., np.newaxis].repeat(3, axis=2)
