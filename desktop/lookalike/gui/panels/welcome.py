"""What a person sees before there are photos: what to do, and what will happen."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lookalike.gui.theme import GRID_PX, Theme

_TIGHT_PX = 400


class Welcome(QWidget):
    """A large place to drop a folder on, and a button for those who would rather choose."""

    folder_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("welcome")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = _line("rank", "title")
        self._text = _line("tone", "secondary")
        self._privacy = _line("tone", "secondary")
        self._privacy.setText(
            self.tr("Your photos are never changed or moved, and never leave this computer.")
        )
        self._button = QPushButton(self.tr("Choose Folder…"))
        self._button.setProperty("main", True)
        self._button.clicked.connect(self.folder_wanted)
        self.setFocusProxy(self._button)
        self._lay_out()
        theme.changed.connect(self._draw_picture)
        self._draw_picture()
        self.show_importing(False)

    def show_importing(self, is_importing: bool, is_paused: bool = False) -> None:
        """While an import runs the same place says that photos are on their way."""
        if is_paused:
            title = self.tr("The import is paused")
            text = self.tr("It goes on from here when you resume it.")
        elif is_importing:
            title = self.tr("Looking for photos…")
            text = self.tr("The first ones show in a moment.")
        else:
            title = self.tr("Drop a folder of photos here")
            text = self.tr(
                "Lookalike looks at every photo in it once. Then drop, paste or pick any picture\n"
                "to find the photos that look like it."
            )
        self._title.setText(title)
        self._text.setText(text)
        if is_importing:
            # Hidden with the focus, it would hand it to whatever comes next in the window.
            self._button.clearFocus()
        self._button.setVisible(not is_importing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is tight, the words are worth more than the picture."""
        self._picture.setVisible(event.size().height() >= _TIGHT_PX)
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(self._theme.colour("line"), 2, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([4, 4])
        painter.setPen(pen)
        inset = 3 * GRID_PX
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), 16, 16)
        painter.end()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[6 * GRID_PX] * 4)
        column.addStretch(2)
        column.addWidget(self._picture)
        column.addSpacing(2 * GRID_PX)
        column.addWidget(self._title)
        column.addSpacing(GRID_PX)
        column.addWidget(self._text)
        column.addSpacing(3 * GRID_PX)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self._button)
        row.addStretch()
        column.addLayout(row)
        column.addStretch(2)
        column.addWidget(self._privacy)

    def _draw_picture(self) -> None:
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._theme.picture("welcome", 160, "secondary", ratio))


def _line(name: str, value: str) -> QLabel:
    label = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
    label.setWordWrap(True)
    label.setProperty(name, value)
    return label
