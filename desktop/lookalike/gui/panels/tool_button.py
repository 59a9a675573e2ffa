"""A button that is only an icon, with words for those who hover or listen."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton


def tool_button(tip: str, act: Callable[[], object]) -> QToolButton:
    """Its owner sets the icon, and again when the theme changes."""
    button = QToolButton()
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(lambda *_: act())
    return button
