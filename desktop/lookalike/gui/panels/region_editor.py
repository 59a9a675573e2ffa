"""The page on which a person says which part of a picture to search by."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.region_canvas import RegionCanvas
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.photos import Region

_TOLD_EVERY_MS = 150


class RegionEditor(QWidget):
    """`chosen` carries a Region, or None for the whole picture; `changed` a Region now and then
    while it is being drawn; `closed` means that all is to be as it was.
    """

    chosen = Signal(object)
    changed = Signal(object)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("region_editor")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._name = ""
        self._full_size = QSize()
        self._title = ElidedLabel()
        self._title.setProperty("rank", "name")
        self._readout = ElidedLabel()
        self._readout.setProperty("tone", "secondary")
        self.canvas = RegionCanvas(theme)
        self.search_button = _button(self.tr("Search by This Part"), self.tr("Enter"))
        self.whole_button = _button(self.tr("Whole Picture"))
        self.cancel_button = _button(self.tr("Cancel"), self.tr("Esc"))
        self._telling = QTimer(self, singleShot=True, interval=_TOLD_EVERY_MS)
        self._telling.timeout.connect(self._tell)
        self.setFocusProxy(self.canvas)
        self._lay_out()
        self._connect_parts()
        theme.changed.connect(self._dress)
        self._dress()

    def open_picture(
        self, image: QImage, region: Region | None, name: str, full_size: QSize | None = None
    ) -> None:
        """Begin with a picture, of which `image` may be a smaller copy, and the part so far."""
        self._telling.stop()
        self._name = name
        self._full_size = full_size or image.size()
        title = self.tr("A part of {name}").format(name=name)
        self._title.setText(title)
        self.setWindowTitle(title)
        self.canvas.show_picture(image, region)
        self._describe()
        self.canvas.setFocus()

    @property
    def readout(self) -> str:
        """How large the part is, in words."""
        return self._readout.text()

    def event(self, event: QEvent) -> bool:
        """Escape is meant for this page, whatever it means elsewhere."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            event.setAccepted(event.key() == Qt.Key.Key_Escape)
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._close()
        else:
            super().keyPressEvent(event)

    def _follow(self) -> None:
        self._describe()
        if not self._telling.isActive():
            self._telling.start()

    def _tell(self) -> None:
        if self.canvas.region:
            self.changed.emit(self.canvas.region)

    def _choose(self, region: Region | None) -> None:
        self._telling.stop()
        self.chosen.emit(region)

    def _close(self) -> None:
        self._telling.stop()
        self.closed.emit()

    def _describe(self) -> None:
        region = self.canvas.region
        self.search_button.setEnabled(region is not None)
        size = self._size_text(region) if region else ""
        self._readout.setText(size or self.tr("Drag a frame, or press Enter"))
        spoken = self.tr("Picture {name}").format(name=self._name)
        self.canvas.setAccessibleName(f"{spoken}, {self._place_text(region)}" if region else spoken)
        self.canvas.setAccessibleDescription(
            self.tr("Arrows move the frame, Shift and arrows resize it, with Ctrl in small steps")
        )

    def _size_text(self, region: Region) -> str:
        return self.tr("{width} × {height} px · {across} % × {down} %").format(
            width=grouped(round(region.width * self._full_size.width())),
            height=grouped(round(region.height * self._full_size.height())),
            across=f"{100 * region.width:.0f}",
            down=f"{100 * region.height:.0f}",
        )

    def _place_text(self, region: Region) -> str:
        return self.tr(
            "frame of {across} by {down} percent, {left} from the left, {top} from the top"
        ).format(
            across=f"{100 * region.width:.0f}",
            down=f"{100 * region.height:.0f}",
            left=f"{100 * region.x:.0f}",
            top=f"{100 * region.y:.0f}",
        )

    def _dress(self) -> None:
        self.whole_button.setIcon(self._theme.icon("picture"))

    def _connect_parts(self) -> None:
        self.canvas.region_changed.connect(self._follow)
        self.canvas.accepted.connect(self.search_button.click)
        self.search_button.clicked.connect(lambda *_: self._choose(self.canvas.region))
        self.whole_button.clicked.connect(lambda *_: self._choose(None))
        self.cancel_button.clicked.connect(lambda *_: self._close())

    def _lay_out(self) -> None:
        self.search_button.setProperty("main", True)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._title)
        words.addWidget(self._readout)
        header = QHBoxLayout()
        header.setSpacing(GRID_PX)
        header.addLayout(words, 1)
        buttons = (self.cancel_button, self.whole_button, self.search_button)
        for button in buttons:
            header.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        column.setSpacing(GRID_PX)
        column.addLayout(header)
        column.addWidget(self.canvas, 1)
        # Whoever comes to the page by the tab key comes to the picture: the rest has to follow.
        for before, after in pairwise((self.canvas, *buttons)):
            QWidget.setTabOrder(before, after)


def _button(text: str, key: str = "") -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(True)  # so that Enter presses it, too
    if key:
        button.setToolTip(f"{text} ({key})")
    return button
