"""One line that says what happened, without stopping anybody."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from lookalike.errors import LookalikeError
from lookalike.gui.library_words import said_of
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.theme import GRID_PX, Theme


@dataclass(frozen=True, slots=True)
class Message:
    """What to say.

    Args:
        kind: the icon's name: `info`, `done` or `warning`.
        action: the text of a button, and what it does.
        second: another one, before it.
        leaves: it goes by itself, offer and all: the offer is in a menu too.
    """

    text: str
    kind: str = "info"
    action: tuple[str, Callable[[], object]] | None = None
    second: tuple[str, Callable[[], object]] | None = None
    leaves: bool = False


def message_of(error: Exception) -> Message:
    """The sentence for a person; the log has the rest."""
    if isinstance(error, LookalikeError):
        return Message(said_of(error), "warning")
    told = QCoreApplication.translate(
        "MessageBar", "Something unexpected went wrong ({name}: {error})."
    )
    return Message(told.format(name=type(error).__name__, error=error), "warning")


class MessageBar(QWidget):
    """Good news leaves by itself; warnings and offers stay until they are closed."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("message_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._theme = theme
        self._message = Message("")
        self.shown_ms = 12_000
        self._icon = QLabel()
        self._text = WrappedLabel()
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.action_button = QPushButton()
        self.action_button.clicked.connect(self._act)
        self.second_button = QPushButton()
        self.second_button.clicked.connect(self._act_second)
        self._close = tool_button(self.tr("Close this message"), self.hide)
        self._leaving = QTimer(self, singleShot=True)
        self._leaving.timeout.connect(self.hide)
        self._lay_out()
        theme.changed.connect(self._dress)
        self.hide()

    def say(self, message: Message) -> None:
        """Show a message in place of the last one."""
        self._message = message
        self._text.show_text(message.text)
        self.action_button.setVisible(message.action is not None)
        if message.action:
            self.action_button.setText(message.action[0])
        self.second_button.setVisible(message.second is not None)
        if message.second:
            self.second_button.setText(message.second[0])
        self._leaving.stop()
        if message.kind != "warning" and (message.leaves or not message.action):
            self._leaving.start(self.shown_ms)
        self._dress()
        self.show()

    def hide_unless_offering(self) -> None:
        """Make room for what comes next; an offer stays until it is taken or closed."""
        if not self._message.action:
            self.hide()

    def take_back(self, message: Message) -> None:
        """It is not true any more; another one stays."""
        if self._message is message:
            self.hide()

    @property
    def text(self) -> str:
        return "" if self.isHidden() else self._message.text

    def _act(self) -> None:
        if self._message.action:
            self._message.action[1]()

    def _act_second(self) -> None:
        if self._message.second:
            self._message.second[1]()

    def _dress(self) -> None:
        kind = self._message.kind
        colour = "warning" if kind == "warning" else "secondary"
        self._icon.setPixmap(self._theme.picture(kind, 20, colour, self.devicePixelRatioF()))
        self._close.setIcon(self._theme.icon("close"))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID_PX, 6, GRID_PX, 6)
        row.setSpacing(GRID_PX)
        row.addWidget(self._icon)
        row.addWidget(self._text, 1)
        row.addWidget(self.second_button)
        row.addWidget(self.action_button)
        row.addWidget(self._close)
