"""The answers to "is this …?" as buttons, each with its key."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from lookalike.gui.panels.row_of import row_of
from lookalike.gui.suggestions.key_button import KeyButton
from lookalike.gui.theme import GRID_PX, Theme

_ENOUGH_PX = 20 * GRID_PX  # for an answer with a name in it, which is cut if it is long


class AnswerBar(QWidget):
    """Signals tell what a person clicked."""

    accepted = Signal()
    rejected = Signal()
    skipped = Signal()
    undo_wanted = Signal()
    why_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.accept = KeyButton(theme, self.tr("Enter"), is_main=True)
        self.reject = KeyButton(theme, self.tr("Del"))
        self.skip = KeyButton(theme, self.tr("Space"), is_whole=True)
        self.undo = KeyButton(theme, self.tr("Ctrl+Z"), is_whole=True)
        self.why = KeyButton(theme, "W", is_whole=True)
        self.why.setCheckable(True)
        self.skip.show_words(self.tr("Skip"), self.tr("Ask about it another time"))
        self.undo.show_words(
            self.tr("Undo"), self.tr("Take the last answer back, and those before")
        )
        self.why.show_words(self.tr("Why?"), self.tr("What speaks for it"))
        for button, signal in (
            (self.accept, self.accepted),
            (self.reject, self.rejected),
            (self.skip, self.skipped),
            (self.undo, self.undo_wanted),
            (self.why, self.why_wanted),
        ):
            button.clicked.connect(signal)
        self._lay_out()

    def show_label(self, name: str) -> None:
        self.accept.show_words(self.tr("Yes, {label}").format(label=name))
        no = self.tr("Not {label}").format(label=name)
        self.reject.show_words(no, self.tr("{no}: remembered for good").format(no=no))
        self._break_lines()

    # --- Qt -----------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Of two lines."""
        widths = [line.minimumSize().width() for line in self._lines]
        return QSize(max(widths), self._both.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where one line is too short for all words there are two."""
        super().resizeEvent(event)
        self._break_lines()

    def _break_lines(self) -> None:
        named = sum(min(each.sizeHint().width(), _ENOUGH_PX) for each in (self.accept, self.reject))
        whole = sum(each.sizeHint().width() for each in (self.skip, self.undo, self.why))
        is_short = self.width() < named + whole + 5 * GRID_PX
        way = QBoxLayout.Direction
        self._both.setDirection(way.TopToBottom if is_short else way.LeftToRight)

    def _lay_out(self) -> None:
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(GRID_PX)
        self._lines = [
            row_of(self.accept, self.reject, self.skip, None),
            row_of(None, self.undo, self.why),
        ]
        for line in self._lines:
            self._both.addLayout(line)
