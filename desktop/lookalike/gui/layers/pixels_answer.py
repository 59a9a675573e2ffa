"""A picture of what made the network answer, what it is, and what it is worth."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lookalike.gui.layers.layer_panel import sentence
from lookalike.gui.layers.picture_tile import PictureTile, Pixels, TileView
from lookalike.gui.layers.pixels_choice import PixelsMethod
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.theme import GRID_PX, Theme

_LARGEST_PX = 48 * GRID_PX


@dataclass(frozen=True, slots=True, eq=False)
class PixelsPicture:
    """An answer, or as much of it as there is.

    Args:
        method: that it was made by.
        done: of `total` masks; both 0 where it came at once.
        grid: rows and columns of cells, where the picture is made of cells.
    """

    pixels: Pixels
    method: PixelsMethod
    done: int = 0
    total: int = 0
    grid: tuple[int, int] | None = None


class PixelsAnswer(QWidget):
    """`stop_wanted` comes while only a part of the answer is there."""

    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.tile = PictureTile(theme)
        self.tile.setMaximumWidth(_LARGEST_PX)
        self._kind = QLabel()
        self._kind.setProperty("rank", "best")
        self._kind.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._worth = sentence()
        self._bar = QProgressBar(textVisible=False)
        self._count = QLabel()
        self._count.setProperty("tone", "secondary")
        self._stop = QPushButton(self.tr("Stop"))
        self._stop.clicked.connect(self.stop_wanted)
        self._running = QWidget()
        self._trouble = WrappedLabel()
        self._trouble.setProperty("tone", "warning")
        self._lay_out()
        for part in (self._running, self._kind, self._trouble):
            part.hide()

    @property
    def kind(self) -> str:
        """What the picture is."""
        return self._kind.text()

    @property
    def worth(self) -> str:
        """What the picture tells, and what it does not."""
        return self._worth.plain_text

    @property
    def progress_text(self) -> str:
        """Empty once the answer is whole."""
        return self._count.text() if self._running.isVisibleTo(self) else ""

    @property
    def trouble(self) -> str:
        """Why there is no picture; empty where there is one."""
        return self._trouble.plain_text if self._trouble.isVisibleTo(self) else ""

    def show_trouble(self, sentence: str) -> None:
        """In place of the picture."""
        self._trouble.show_text(sentence)
        self._show_parts(has_picture=False)
        self._running.hide()

    def show_picture(self, picture: PixelsPicture) -> None:
        self._show_parts(has_picture=True)
        kind = self._kind_of(picture.method)
        self.tile.show_view(TileView(picture.pixels, tip=kind))
        self._kind.setText(kind)
        self._worth.show_text(self._worth_of(picture))
        self._bar.setMaximum(max(1, picture.total))
        self._bar.setValue(picture.done)
        self._count.setText(
            self.tr("{done} of {total} masks").format(done=picture.done, total=picture.total)
        )
        self._running.setVisible(picture.done < picture.total)

    def show_stopped(self) -> None:
        """The picture stays as it is."""
        self._running.hide()

    def _show_parts(self, *, has_picture: bool) -> None:
        for part in (self.tile, self._kind, self._worth):
            part.setVisible(has_picture)
        self._trouble.setVisible(not has_picture)

    def _kind_of(self, method: PixelsMethod) -> str:
        return {
            PixelsMethod.GRADIENT: self.tr("Gradient"),
            PixelsMethod.DECONVNET: self.tr("Deconvnet"),
            PixelsMethod.GUIDED: self.tr("Guided backprop"),
            PixelsMethod.OCCLUSION: self.tr("Occlusion"),
            PixelsMethod.CLASS_MAP: self.tr("Exact contribution"),
        }[method]

    def _worth_of(self, picture: PixelsPicture) -> str:
        told = {
            PixelsMethod.GRADIENT: self.tr(
                "Which pixels change the answer if they change a little (Simonyan et al., 2013). "
                "Noisy, and true only close to this picture."
            ),
            PixelsMethod.DECONVNET: self.tr(
                "What is sent back where it is positive (Zeiler & Fergus, 2014). It redraws "
                "edges, nearly whatever the weights are (Nie et al., 2018); without max-pooling "
                "it draws the pattern of the strides (Springenberg et al., 2015)."
            ),
            PixelsMethod.GUIDED: self.tr(
                "The gradient and the deconvnet at once (Springenberg et al., 2015). It redraws "
                "edges, nearly whatever the weights are (Adebayo et al., 2018)."
            ),
            PixelsMethod.OCCLUSION: self.tr(
                "How much the answer falls when a grey square hides the place. It depends on the "
                "size of the square, and on its grey."
            ),
            PixelsMethod.CLASS_MAP: self.tr(
                "The share of each cell in the answer; together they are the answer. Exact for "
                "this network, but coarse."
            ),
        }[picture.method]
        if picture.grid is None:
            return told
        rows, columns = picture.grid
        cells = self.tr("{rows}\u00a0×\u00a0{columns} cells.").format(rows=rows, columns=columns)
        return f"{told} {cells}"

    def _lay_out(self) -> None:
        running = QVBoxLayout(self._running)
        running.setContentsMargins(0, 0, 0, 0)
        running.setSpacing(GRID_PX)
        running.addWidget(self._bar)
        running.addLayout(row_of(self._count, None, self._stop))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        for part in (self._trouble, self._kind, self.tile, self._running, self._worth):
            column.addWidget(part)
