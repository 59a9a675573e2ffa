"""Where two photos differ, computed at the size of the screen and amplified as a person likes."""

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QSignalBlocker, QSize, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSlider, QVBoxLayout, QWidget

from lookalike.gui.panels.photo_canvas import PhotoCanvas
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.tasks import Task, Tasks
from lookalike.gui.theme import GRID_PX
from lookalike.gui.translations import percent_text
from lookalike.gui.visuals.array_image import array_image, image_array
from lookalike.gui.visuals.difference import Difference, amplified, difference, heat

GAINS = (1, 2, 4, 8, 16)


@dataclass(frozen=True, slots=True, eq=False)
class Pair:
    """Two pictures of a comparison, and what they are called there."""

    first: QImage
    second: QImage
    letters: str
    full_size: QSize


class DifferencePane(QWidget):
    """`changed` comes when another difference is drawn."""

    changed = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("compare_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._tasks = tasks
        self._task: Task | None = None
        self._pair: Pair | None = None
        self._difference: Difference | None = None
        self.canvas = PhotoCanvas(enlarges=True)
        self.canvas.setAccessibleName(self.tr("Difference"))
        self._gain = QSlider(Qt.Orientation.Horizontal)
        self._gain.setRange(0, len(GAINS) - 1)
        self._gain.setPageStep(1)
        self._gain.setFixedSize(12 * GRID_PX, 3 * GRID_PX)
        self._gain.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._gain.setToolTip(self.tr("How much a difference is amplified ([ and ])"))
        self._gain.setAccessibleName(self.tr("Amplification"))
        self._gain_text = QLabel()
        self._heat = QPushButton(self.tr("Heat"))
        self._heat.setCheckable(True)
        self._heat.setProperty("segment", "true")
        self._heat.setToolTip(self.tr("Colours for how much differs, not for what (H)"))
        self._heat.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._note = WrappedLabel()
        self._note.setProperty("tone", "secondary")
        self._lay_out()
        self._gain.valueChanged.connect(lambda _: self._draw())
        self._heat.toggled.connect(lambda _: self._draw())
        with QSignalBlocker(self._gain):
            self._gain.setValue(GAINS.index(4))
        self._tell_gain()

    @property
    def note(self) -> str:
        return self._note.plain_text

    @property
    def gain(self) -> int:
        return GAINS[self._gain.value()]

    @property
    def is_heat(self) -> bool:
        return self._heat.isChecked()

    def show_pair(self, pair: Pair) -> None:
        """Compare two pictures; the difference of the last two is not shown any more."""
        self._refuse()
        self._pair, self._difference = pair, None
        self.canvas.show_picture((), QSize())
        self._note.show_text(self.tr("Comparing…"))
        self._task = self._tasks.start(
            lambda _: difference(image_array(pair.first), image_array(pair.second)),
            done=self._take,
        )

    def show_note(self, note: str) -> None:
        """Why there is no difference to show, or not yet."""
        self._refuse()
        self._pair = self._difference = None
        self.canvas.show_picture((), QSize())
        self._note.show_text(note)

    def amplify(self, steps: int) -> None:
        self._gain.setValue(self._gain.value() + steps)

    def toggle_heat(self) -> None:
        self._heat.toggle()

    def _take(self, found: Difference) -> None:
        self._difference = found
        self._draw()

    def _draw(self) -> None:
        self._tell_gain()
        if self._difference is None:
            return
        self._refuse()
        pixels, gain, paint = (
            self._difference.pixels,
            self.gain,
            heat if self.is_heat else amplified,
        )
        self._task = self._tasks.start(lambda _: array_image(paint(pixels, gain)), done=self._show)

    def _show(self, image: QImage) -> None:
        assert self._pair is not None
        assert self._difference is not None
        self.canvas.show_picture((image,), self._pair.full_size)
        self._note.show_text(self._told(self._pair, self._difference))
        self.changed.emit()

    def _told(self, pair: Pair, found: Difference) -> str:
        height, width, _ = found.pixels.shape
        if not found.pixels.any():
            told = self.tr("{letters}: no difference at {width} × {height}")
        else:
            told = self.tr(
                "{letters}: {changed} of the pixels differ visibly, {mean} of 255 on average, "
                "at {width} × {height}"
            )
        sentences = [
            told.format(
                letters=pair.letters,
                changed=percent_text(found.changed, decimals=1),
                mean=QLocale().toString(found.mean, "f", 1),
                width=width,
                height=height,
            ),
            self.tr("Aligned by size only."),
        ]
        if found.is_stretched:
            sentences.append(self.tr("Their shapes differ: one was stretched."))
        return "  ·  ".join(sentences)

    def _tell_gain(self) -> None:
        self._gain_text.setText(f"×{self.gain}")

    def _refuse(self) -> None:
        if self._task:
            self._task.refuse()
        self._task = None

    def _lay_out(self) -> None:
        self._gain_text.setMinimumWidth(4 * GRID_PX)
        controls = QHBoxLayout()
        controls.setSpacing(GRID_PX)
        controls.addWidget(self._note, 1)
        controls.addWidget(self._gain)
        controls.addWidget(self._gain_text)
        controls.addWidget(self._heat)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID_PX, GRID_PX, GRID_PX, GRID_PX)
        column.setSpacing(GRID_PX)
        column.addWidget(self.canvas, 1)
        column.addLayout(controls)
