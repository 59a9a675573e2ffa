"""One choice among a few, all of them in sight; they take a second line where one is too short."""

from collections.abc import Mapping
from typing import Generic, TypeVar

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

Value = TypeVar("Value")
_GAP_PX = 2


class Segments(QWidget, Generic[Value]):
    """`chosen` carries the value that a person took.

    Args:
        titles: what the values are called, in the order of the buttons.
        tips: a sentence on each, where there is one.
    """

    chosen = Signal(object)

    def __init__(self, titles: Mapping[Value, str], tips: Mapping[Value, str]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        self.buttons: dict[Value, QPushButton] = {}
        self._tips = tips
        for value, title in titles.items():
            self.buttons[value] = self._button(value, title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def value(self) -> Value:
        return next(value for value, button in self.buttons.items() if button.isChecked())

    def choose(self, value: Value) -> None:
        """Mark it, without a signal."""
        self.buttons[value].setChecked(True)

    def forbid(self, reasons: Mapping[Value, str]) -> None:
        """Which cannot be taken now, and why not; all others can."""
        for value, button in self.buttons.items():
            button.setEnabled(value not in reasons)
            button.setToolTip(reasons.get(value, self._tips.get(value, "")))

    def offer(self, value: Value, is_offered: bool) -> None:
        """Whether there is such a choice at all."""
        self.buttons[value].setVisible(is_offered)
        self._place(self.width())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max(place.bottom() + 1 for place in self._places(width))

    def sizeHint(self) -> QSize:
        width = sum(button.sizeHint().width() + _GAP_PX for button in self._offered)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(button.sizeHint().width() for button in self._offered), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place(event.size().width())
        super().resizeEvent(event)

    def _place(self, width: int) -> None:
        places = self._places(width)
        for button, place in zip(self._offered, places, strict=True):
            button.setGeometry(place)

    @property
    def _offered(self) -> list[QPushButton]:
        return [button for button in self.buttons.values() if not button.isHidden()]

    def _button(self, value: Value, title: str) -> QPushButton:
        button = QPushButton(title, self)
        button.setProperty("segment", "true")
        button.setCheckable(True)
        button.setToolTip(self._tips.get(value, ""))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setChecked(not self.buttons)
        button.clicked.connect(lambda: self.chosen.emit(value))
        self._group.addButton(button)
        return button

    def _places(self, width: int) -> list[QRect]:
        places: list[QRect] = []
        corner = QPoint()
        for button in self._offered:
            size = button.sizeHint()
            if places and corner.x() + size.width() > width:
                corner = QPoint(0, corner.y() + size.height() + _GAP_PX)
            places.append(QRect(corner, size))
            corner += QPoint(size.width() + _GAP_PX, 0)
        return places
