"""The picture that is searched by, beside its results."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.theme import GRID_PX, Theme

PICTURE_PX = 72


@dataclass(frozen=True, slots=True)
class QueryView:
    """What the panel draws.

    Args:
        picture: the query, at most `PICTURE_PX` large on the screen; None for an empty place.
    """

    title: str
    name: str
    detail: str
    picture: QImage | None = None
    is_open: bool = True


NO_QUERY = QueryView(
    "Find similar photos",
    "Drop or paste a picture here",
    "or choose Find Similar on one of the photos below",
    is_open=False,
)


class QueryPanel(QWidget):
    """Appears with the first query, and stays as the place to drop the next one."""

    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("query_panel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(PICTURE_PX + 2 * GRID_PX + 1)
        self._theme = theme
        self._picture = _Picture(theme)
        self._title = QLabel()
        self._title.setProperty("tone", "secondary")
        self._name = ElidedLabel()
        self._name.setProperty("rank", "name")
        self._detail = ElidedLabel()
        self._detail.setProperty("tone", "secondary")
        self._close = tool_button("Back to all photos (Esc)", self.closed.emit)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_query(self, view: QueryView) -> None:
        """Draw exactly `view`."""
        self._title.setText(view.title)
        self._name.setText(view.name)
        self._detail.setText(view.detail)
        self._picture.show_image(view.picture, view.name)
        self._close.setVisible(view.is_open)
        self.show()

    @property
    def view_text(self) -> tuple[str, str, str]:
        """Title, name and detail as they read now."""
        return self._title.text(), self._name.text(), self._detail.text()

    def _dress(self) -> None:
        self._close.setIcon(self._theme.icon("close"))

    def _lay_out(self) -> None:
        text = QVBoxLayout()
        text.setSpacing(3)
        text.addStretch()
        text.addWidget(self._title)
        text.addWidget(self._name)
        text.addWidget(self._detail)
        text.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID_PX, GRID_PX, GRID_PX, GRID_PX)
        row.setSpacing(2 * GRID_PX)
        row.addWidget(self._picture)
        row.addLayout(text, 1)
        row.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)


class _Picture(QWidget):
    """The query itself, or a dashed place for one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._image: QImage | None = None
        self.setFixedSize(PICTURE_PX, PICTURE_PX)

    def show_image(self, image: QImage | None, name: str) -> None:
        self._image = image
        self.setAccessibleName(f"The query picture: {name}")
        self.update()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        if self._image is None:
            self._draw_place(painter)
        else:
            size = self._image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            painter.drawImage(_centred(size, self.rect()), self._image)
        painter.end()

    def _draw_place(self, painter: QPainter) -> None:
        painter.setPen(QPen(self._theme.colour("faint"), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 8, 8)
        ratio = self.devicePixelRatioF()
        icon = self._theme.picture("picture", 28, "faint", ratio)
        painter.drawPixmap(_centred(QSize(28, 28), self.rect()), icon)


def _centred(size: QSize, around: QRect) -> QRect:
    placed = QRect(0, 0, size.width(), size.height())
    placed.moveCenter(around.center())
    return placed
