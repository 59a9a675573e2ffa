"""The picture that excites a unit most, made from noise and improving while one looks on."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from lookalike.gui.layers.layer_panel import sentence
from lookalike.gui.layers.number_text import number_text
from lookalike.gui.layers.picture_tile import PictureTile, Pixels, TileView
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.theme import GRID_PX, Theme

_LARGEST_PX = 32 * GRID_PX


@dataclass(frozen=True, slots=True, eq=False)
class MaximisedView:
    """How far it has come.

    Args:
        step: of `steps`; a picture that was stopped stays as it was.
        value: of the unit on this picture.
        seed: of the noise it began with.
    """

    pixels: Pixels
    step: int
    steps: int
    value: float
    seed: int
    is_running: bool


class MaximisedPicture(QWidget):
    """`maximise_wanted` carries the seed."""

    maximise_wanted = Signal(int)
    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._view: MaximisedView | None = None
        self._tile = PictureTile(theme)
        self._tile.setMaximumWidth(_LARGEST_PX)
        self._bar = QProgressBar(textVisible=False)
        self._told = sentence()
        self._make = QPushButton(self.tr("Show What Would Excite It Most"))
        self._make.clicked.connect(lambda: self.maximise_wanted.emit(0))
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.clicked.connect(self.stop_wanted)
        self._again = QPushButton(self.tr("Another Start"))
        self._again.setToolTip(self.tr("Begin with other noise: there is more than one answer"))
        self._again.clicked.connect(self._want_another)
        self._lay_out()
        self.show_view(None)

    @property
    def text(self) -> str:
        return self._told.plain_text

    @property
    def tile(self) -> PictureTile:
        return self._tile

    def show_view(self, view: MaximisedView | None) -> None:
        """None where nobody has asked for one of this unit."""
        self._view = view
        is_running = view is not None and view.is_running
        self._tile.setVisible(view is not None)
        self._told.show_text(self._words(view))
        self._bar.setVisible(is_running)
        self._make.setVisible(view is None)
        self._stop.setVisible(is_running)
        self._again.setVisible(view is not None and not is_running)
        if view:
            self._tile.show_view(TileView(view.pixels, tip=self.tr("Made by the network")))
            self._bar.setMaximum(view.steps)
            self._bar.setValue(view.step)

    def show_starting(self) -> None:
        """The first step takes a moment; the picture before it stays until then."""
        self._told.show_text(self.tr("Computing…"))
        self._bar.setMaximum(0)
        self._make.hide()
        self._again.hide()
        self._bar.show()
        self._stop.show()

    def show_stopped(self) -> None:
        """No more steps come; the picture stays as it is."""
        self.show_view(self._view and replace(self._view, is_running=False))

    def _words(self, view: MaximisedView | None) -> str:
        if view is None:
            return self.tr("A picture that is made for this unit alone, from noise.")
        value = self.tr("value {value}").format(value=number_text(view.value))
        if view.is_running or view.step < view.steps:
            count = self.tr("Step {step} of {steps}").format(step=view.step, steps=view.steps)
            return f"{count} · {value}"
        return self.tr("{steps} steps · {value} · seed {seed}").format(
            steps=view.steps, value=value, seed=view.seed
        )

    def _want_another(self) -> None:
        if self._view:
            self.maximise_wanted.emit(self._view.seed + 1)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        for part in (self._tile, self._bar, self._told):
            column.addWidget(part)
        column.addLayout(row_of(self._make, self._stop, self._again, None))
