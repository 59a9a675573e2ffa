"""Where a person types what photos have to fit: words, dates, cameras, names."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLineEdit, QWidget

from lookalike.gui.library_words import said
from lookalike.gui.panels.choice_list import Choice, ChoiceList
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.tasks import Task, Tasks
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.filters.completing import Completion

_TOLD_AFTER_MS = 200
_TROUBLE_PX = 48 * GRID_PX
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
# Text and where the cursor is in it, to be called off the GUI thread.
Complete = Callable[[str, int], Sequence[Completion]]


class FilterBox(QLineEdit):
    """`words_wanted` carries the text once a person pauses; `left` comes with a second Escape."""

    words_wanted = Signal(str)
    left = Signal()

    def __init__(self, complete: Complete, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("filter_box")
        self._complete = complete
        self._tasks = tasks
        self._theme = theme
        self._asking: Task | None = None
        self._offers: Sequence[Completion] = ()
        self._trouble_word = ""
        self.offers = ChoiceList(theme, self)
        self.offers.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offers.hide()
        self.trouble = _Trouble(self)
        self._telling = QTimer(self, singleShot=True, interval=_TOLD_AFTER_MS)
        self._search = QAction(self)
        self._clear = QAction(self.tr("Clear the filter (Esc)"), self)
        self.setPlaceholderText(self.tr("Filter: name, date:2021, camera:, dog …"))
        self.setAccessibleName(self.tr("Filter the photos"))
        self._search.setText(self.tr("Filter"))
        self.setMinimumWidth(20 * GRID_PX)
        self.addAction(self._search, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._connect_parts()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_words("")

    def show_words(self, text: str) -> None:
        """Follow words chosen elsewhere; not while a person is typing, who knows better.

        Trouble with earlier words goes.
        """
        if self._telling.isActive():
            return
        if text != self.text():
            self.setText(text)
        self._clear.setVisible(text != "")
        self.show_trouble("")

    def show_trouble(self, sentence: str, word: str = "") -> None:
        """Say why the words cannot be understood, and mark the one in the way; empty is none."""
        self._trouble_word = word
        self.setAccessibleDescription(sentence)
        self.trouble.show_text(sentence)
        self._show_trouble_if_wanted()
        self.update()

    def focus_box(self) -> None:
        """For a shortcut: type at once in place of what is there."""
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    # --- events -------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """Escape is its own, and the tab key while there are offers."""
        if isinstance(event, QKeyEvent):
            if event.type() == QEvent.Type.ShortcutOverride and event.key() == Qt.Key.Key_Escape:
                event.accept()
                return True
            is_press = event.type() == QEvent.Type.KeyPress
            if is_press and event.key() == Qt.Key.Key_Tab and self.offers.isVisible():
                self._take(max(0, self.offers.currentRow()))
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        has_offers = self.offers.isVisible()
        if key == Qt.Key.Key_Escape:
            self._escape()
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and has_offers:
            self.offers.step(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Down:
            self._ask()
        elif key in _ENTER and has_offers and self.offers.currentRow() >= 0:
            self._take(self.offers.currentRow())
        elif key in _ENTER:
            self._hide_offers()
            self._tell()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._show_trouble_if_wanted()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide_offers()
        self.trouble.hide()

    def sizeHint(self) -> QSize:
        return QSize(38 * GRID_PX, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        at = self.text().find(self._trouble_word) if self._trouble_word else -1
        if at >= 0:
            self._underline(at, at + len(self._trouble_word))

    # --- words --------------------------------------------------------------------------------

    def _follow(self) -> None:
        self._clear.setVisible(self.text() != "")
        self.show_trouble("")
        self._telling.start()
        self._ask()

    def _tell(self) -> None:
        self._telling.stop()
        self.words_wanted.emit(self.text())

    def _escape(self) -> None:
        if self.offers.isVisible():
            self._hide_offers()
        elif self.text():
            self._empty()
        else:
            self.left.emit()

    def _empty(self) -> None:
        self._hide_offers()
        self.clear()
        self._clear.setVisible(False)
        self.show_trouble("")
        self._tell()

    # --- completion ---------------------------------------------------------------------------

    def _ask(self) -> None:
        self._refuse_offers()
        text, cursor = self.text(), self.cursorPosition()
        self._asking = self._tasks.start(
            lambda _: self._complete(text, cursor),
            done=self._offer,
            failed=lambda _: self._hide_offers(),  # the search will tell what is wrong
        )

    def _offer(self, offers: Sequence[Completion]) -> None:
        self._offers = offers
        if not offers or not self.hasFocus():
            self.offers.hide()
            return
        self.offers.show_choices([Choice(offer.insert, self._about(offer)) for offer in offers])
        _show_beneath(self, self.offers)
        self.trouble.hide()

    def _about(self, offer: Completion) -> str:
        if offer.about or offer.count is None:
            return said(offer.about)
        return self.tr("%Ln photo(s)", "", offer.count)

    def _take(self, row: int) -> None:
        offer = self._offers[row]
        self._hide_offers()
        self.setSelection(offer.start, offer.end - offer.start)
        self.insert(offer.insert)

    def _hide_offers(self) -> None:
        self._refuse_offers()
        self.offers.hide()
        self._show_trouble_if_wanted()

    def _refuse_offers(self) -> None:
        if self._asking:
            self._asking.refuse()
        self._asking = None

    # --- how it looks -------------------------------------------------------------------------

    def _show_trouble_if_wanted(self) -> None:
        # Who is offered how a word may go on has not ended it yet.
        is_wanted = self.hasFocus() and not self.offers.isVisible()
        if self.trouble.plain_text and is_wanted:
            self.trouble.fit(self.window().width())
            _show_beneath(self, self.trouble)
        else:
            self.trouble.hide()

    def _underline(self, start: int, end: int) -> None:
        painter = QPainter(self)
        painter.setClipRect(self.rect().adjusted(4 * GRID_PX, 0, -GRID_PX, 0))
        painter.setPen(QPen(self._theme.colour("warning"), 2, Qt.PenStyle.DotLine))
        beneath = self.cursorRect().bottom() + 1
        painter.drawLine(QPointF(self._x(start), beneath), QPointF(self._x(end), beneath))
        painter.end()

    def _x(self, at: int) -> float:
        """Where the letter `at` is; only the cursor's place is known, but that for sure."""
        metrics, text = self.fontMetrics(), self.text()
        to_cursor = metrics.horizontalAdvance(text[: self.cursorPosition()])
        return 1 + self.cursorRect().center().x() + metrics.horizontalAdvance(text[:at]) - to_cursor

    def _dress(self) -> None:
        self._search.setIcon(self._theme.icon("search"))
        self._clear.setIcon(self._theme.icon("close"))

    def _connect_parts(self) -> None:
        self._telling.timeout.connect(self._tell)
        self._clear.triggered.connect(lambda *_: self._empty())
        self.textEdited.connect(lambda _: self._follow())
        self.offers.chosen.connect(self._take)


class _Trouble(WrappedLabel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setObjectName("filter_trouble")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def fit(self, window_px: int) -> None:
        """As narrow as the sentence, as wide as the window lets it be."""
        self.ensurePolished()
        margin_px = 2 * GRID_PX + 4
        one_line = self.fontMetrics().horizontalAdvance(self.plain_text) + margin_px + 2
        width_px = min(one_line, _TROUBLE_PX, window_px - 2 * GRID_PX)
        self.setFixedSize(width_px, self.heightForWidth(width_px))


def _show_beneath(box: QWidget, popup: QWidget) -> None:
    """In the window itself, so that the box keeps the keyboard."""
    window = box.window()
    if popup.parentWidget() is not window:
        popup.setParent(window)
    place = box.mapTo(window, QPoint(0, box.height() + 4))
    most_left = max(0, window.width() - popup.width() - GRID_PX)
    popup.move(min(place.x(), most_left), place.y())
    popup.raise_()
    popup.show()
