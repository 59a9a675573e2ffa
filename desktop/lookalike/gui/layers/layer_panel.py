"""What every panel beside the maps has: a column that scrolls, and a word where it is empty."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from lookalike.gui.layers.veil import Veil
from lookalike.gui.panels.empty_state import EmptyState
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.theme import GRID_PX, Theme


class LayerPanel(QWidget):
    """Derived panels fill `_column` once, and call `_show_content` when they have an answer.

    Args:
        answer: what is dimmed while a newer one is awaited; all of the panel unless told.
    """

    def __init__(self, theme: Theme, answer: QWidget | None = None) -> None:
        super().__init__()
        self._theme = theme
        self._empty = EmptyState(theme)
        self._body = QWidget()
        self._column = QVBoxLayout(self._body)
        self._column.setContentsMargins(2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        self._column.setSpacing(GRID_PX)
        self._scroll = _scroll(self._body)
        self._veil = Veil(theme, answer or self._scroll.viewport())
        self._pages = QStackedLayout(self)
        for page in (self._empty, self._scroll):
            self._pages.addWidget(page)

    def show_empty(self, icon: str, title: str, text: str) -> None:
        """What to do, where there is nothing to show yet."""
        self._veil.await_newer(False)
        self._empty.tell(icon, title, text)
        self._pages.setCurrentWidget(self._empty)

    def show_trouble(self, sentence: str) -> None:
        """Why there is nothing to show."""
        self.show_empty("warning", self.tr("This cannot be shown"), sentence)

    def show_stale(self) -> None:
        """A newer answer is awaited: what is shown is not of what is chosen any more."""
        if self.is_empty:
            self._empty.tell("view", self.tr("Computing…"), "")
        else:
            self._veil.await_newer(True)

    @property
    def is_empty(self) -> bool:
        return self._pages.currentWidget() is self._empty

    @property
    def is_stale(self) -> bool:
        return self._veil.is_awaited

    @property
    def empty_title(self) -> str:
        """As shown; empty where there is content."""
        return self._empty.title if self.is_empty else ""

    def _show_content(self) -> None:
        self._veil.await_newer(False)
        self._pages.setCurrentWidget(self._scroll)


def heading(text: str) -> QLabel:
    """Above one part of a panel."""
    label = QLabel(text)
    label.setProperty("rank", "name")
    return label


def sentence(text: str = "") -> WrappedLabel:
    """Grey, and as many lines as it takes."""
    label = WrappedLabel(text)
    label.setProperty("tone", "secondary")
    return label


def _scroll(body: QWidget) -> QScrollArea:
    scroll = QScrollArea(widgetResizable=True)
    scroll.setFrameShape(QFrame.Shape.NoFrame)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setWidget(body)
    # The ground is whatever the panel lies on.
    for part in (scroll.viewport(), body):
        part.setAutoFillBackground(False)
    return scroll
