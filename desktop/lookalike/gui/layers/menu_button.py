"""A button that tells one choice and opens the others; a long one is cut to the width there is."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QActionGroup, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QToolButton

from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX

_PADDING_PX = 2 * GRID_PX
_SLACK_PX = 2  # words are not as wide as their parts


class MenuButton(QToolButton):
    """Its choices are set anew whenever they change."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.told = ""
        self._group: QActionGroup | None = None
        self.setProperty("choice", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setMenu(QMenu(self))

    @property
    def actions_in_menu(self) -> Sequence[QAction]:
        return self.menu().actions()

    def show_choices(
        self, titles: Sequence[str], chosen: int, take: Callable[[int], object]
    ) -> None:
        """`take` is called with which one a person took."""
        menu = self.menu()
        menu.clear()
        if self._group:
            self._group.deleteLater()
        self._group = QActionGroup(self)
        for at, title in enumerate(titles):
            action = menu.addAction(title.replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(at == chosen)
            action.triggered.connect(lambda _, at=at: take(at))
            self._group.addAction(action)
        self.told = titles[chosen]
        self.setToolTip(plain_tip(self.told))
        self.setAccessibleName(f"{self._name}: {self.told}")
        self._fit()
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        width = self.fontMetrics().horizontalAdvance(f"{self.told} ▾") + _PADDING_PX + _SLACK_PX
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(8 * GRID_PX, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def _fit(self) -> None:
        metrics = self.fontMetrics()
        room_px = self.width() - _PADDING_PX - metrics.horizontalAdvance(" ▾")
        short = metrics.elidedText(self.told, Qt.TextElideMode.ElideMiddle, room_px)
        self.setText(f"{short} ▾".replace("&", "&&"))
