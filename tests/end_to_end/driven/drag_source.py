"""Stands for a file manager: a small window out of which files can be dragged.

python drag_source.py COLOUR FILE…
"""

import sys

from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget


class DragSource(QWidget):
    """In one colour, at the lower right of the screen, above all other windows."""

    def __init__(self, colour: str, files: list[str]) -> None:
        super().__init__(None, Qt.WindowType.WindowStaysOnTopHint)
        self._files = [QUrl.fromLocalFile(file) for file in files]
        self.setWindowTitle("Files")
        self.setStyleSheet(f"background: {colour}")
        self.setFixedSize(120, 80)
        free = self.screen().availableGeometry()
        self.move(free.right() - 160, free.bottom() - 140)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if not event.buttons() & Qt.MouseButton.LeftButton:
            return
        drag = QDrag(self)
        carried = QMimeData()
        carried.setUrls(self._files)
        drag.setMimeData(carried)
        # Whoever they are dropped on asks for them after `exec`, and then says that it is done.
        drag.destroyed.connect(QApplication.quit)
        drag.exec(Qt.DropAction.CopyAction)


app = QApplication(sys.argv[:1])
source = DragSource(sys.argv[1], sys.argv[2:])
source.show()
sys.exit(app.exec())
