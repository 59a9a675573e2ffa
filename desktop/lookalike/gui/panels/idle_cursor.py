"""Hides the mouse cursor over a picture in full screen, once the mouse rests."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QWidget

_REST_MS = 2000


class IdleCursor(QObject):
    """Lives as long as the widget it watches."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._before = widget.cursor()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._hide)
        widget.setMouseTracking(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress):
            self._show()
        return super().eventFilter(watched, event)

    def _show(self) -> None:
        if self._widget.cursor().shape() == Qt.CursorShape.BlankCursor:
            self._widget.setCursor(self._before)
        self._timer.start()

    def _hide(self) -> None:
        if self._widget.window().isFullScreen():
            self._before = self._widget.cursor()
            self._widget.setCursor(Qt.CursorShape.BlankCursor)
