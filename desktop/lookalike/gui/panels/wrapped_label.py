"""A label whose text wraps, long file names included."""

import re

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

_LONGEST_WORD = 24
_BREAK_HERE = "\u200b"  # zero-width space


class WrappedLabel(QLabel):
    """Qt wraps between words alone: for a path of 200 letters the window would outgrow its screen.

    Args:
        text: shown letter by letter, never as HTML.
    """

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.show_text(text)

    def show_text(self, text: str) -> None:
        """Draw `text`; a word that is too long for a line may be broken anywhere."""
        self.plain_text = text
        self.setText(re.sub(rf"\S{{{_LONGEST_WORD},}}", _breakable, text))


def _breakable(word: re.Match[str]) -> str:
    return _BREAK_HERE.join(word[0])
