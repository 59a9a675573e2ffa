"""A picture, a sentence and a word of explanation where there is nothing to list."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from lookalike.gui.theme import GRID_PX, Theme


class EmptyState(QWidget):
    """In the middle of the place that a list would take."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = ""
        self._picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._title.setProperty("rank", "title")
        self._text = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self._text.setProperty("tone", "secondary")
        for label in (self._title, self._text):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setSpacing(GRID_PX)
        column.addStretch(2)
        for part in (self._picture, self._title, self._text):
            column.addWidget(part)
        column.addStretch(3)
        theme.changed.connect(self._draw)

    def tell(self, icon: str, title: str, text: str) -> None:
        self._icon = icon
        self._draw()
        self._title.setText(title)
        self._text.setText(text)

    @property
    def title(self) -> str:
        return self._title.text()

    def _draw(self) -> None:
        if not self._icon:
            return
        ratio = self.devicePixelRatioF()
        self._picture.setPixmap(self._theme.picture(self._icon, 64, "faint", ratio))
