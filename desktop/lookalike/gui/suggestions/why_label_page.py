"""What speaks for a label on one photo: over the picture, and which examples decide."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.large_photo import Load, PhotoGlance
from lookalike.gui.panels.photo_canvas import claims, is_plain
from lookalike.gui.panels.photo_stage import PhotoStage
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.suggestions.label_heat import LabelHeat
from lookalike.gui.suggestions.why_panel import WhyPanel
from lookalike.gui.tasks import Tasks
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.teaching.taught import WhyLabel
from lookalike.photos import PhotoId

_SMALLEST = QSize(60 * GRID_PX, 40 * GRID_PX)


class WhyLabelPage(QWidget):
    """`photo_wanted` carries the PhotoId of an example that is to be seen large."""

    closed = Signal()
    photo_wanted = Signal(object)

    def __init__(self, load: Load, feed: ThumbnailFeed, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("why_label_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(self.tr("Why This Label?"))
        self.setAccessibleName(self.windowTitle())
        self._theme = theme
        self._title = ElidedLabel(cut=Qt.TextElideMode.ElideMiddle)
        self._title.setProperty("rank", "title")
        self.stage = PhotoStage(load, tasks, enlarges=True)
        self.heat = LabelHeat()
        self.why = WhyPanel(feed, theme)
        self.why.voter_wanted.connect(self.photo_wanted)
        self._close = tool_button(self.tr("Back (Esc)"), self.closed.emit)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def has_map(self) -> bool:
        """Whether it is laid over the photo what each part adds."""
        return self._pictures.currentWidget() is self.heat

    def show_waiting(self, photo_id: PhotoId) -> None:
        """The photo alone, while it is looked for."""
        self._title.setText(self.windowTitle())
        self.stage.open(PhotoGlance(photo_id), [])
        self.heat.show_why(None)
        self.why.show_waiting()
        self._pictures.setCurrentWidget(self.stage)

    def show_why(self, why: WhyLabel, method: str) -> None:
        """`method` is what it is called, as `linear SVM`."""
        self._title.setText(self.tr("What speaks for “{label}”?").format(label=why.label.name))
        self.why.show_why(why, method)
        has_map = why.cells is not None
        self.heat.show_why(why if has_map else None)
        self._pictures.setCurrentWidget(self.heat if has_map else self.stage)

    def event(self, event: QEvent) -> bool:
        """Its key comes before the window's."""
        return claims(event, _is_heat_key) or super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_heat_key(event):
            self.heat.next_mode()
        else:
            super().keyPressEvent(event)

    def minimumSizeHint(self) -> QSize:
        return _SMALLEST

    def _dress(self) -> None:
        self._close.setIcon(self._theme.icon("close"))

    def _lay_out(self) -> None:
        self._pictures = QStackedWidget()
        for picture in (self.stage, self.heat):
            self._pictures.addWidget(picture)
        head = row_of(self._title, self._close)
        head.setStretch(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        column.setSpacing(GRID_PX)
        column.addLayout(head)
        column.addWidget(self._pictures, 1)
        column.addWidget(self.why)


def _is_heat_key(event: QKeyEvent) -> bool:
    return is_plain(event) and event.key() == Qt.Key.Key_H
