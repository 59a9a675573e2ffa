"""A short list to choose from, each line with what it means."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lookalike.gui.theme import GRID_PX, Theme

_INSET_PX = 12
_GAP_PX = 3 * GRID_PX
_MARK_PX = 20
_MOST_PX = 64 * GRID_PX
_MOST_SHOWN = 10
_WRAPPED = int(Qt.TextFlag.TextWordWrap)
_Elide = Qt.TextElideMode


@dataclass(frozen=True, slots=True)
class Choice:
    """One line of the list.

    Args:
        note: beside the title, in grey.
        sentence: beneath it, in grey.
        is_chosen: the one that holds now; None where none of the list can.
        heading: above it and those that follow, where something else begins.
    """

    title: str
    note: str = ""
    sentence: str = ""
    is_chosen: bool | None = None
    heading: str = ""

    @property
    def spoken(self) -> str:
        told = (self.heading, self.title, self.note, self.sentence)
        return ". ".join(part for part in told if part)


class ChoiceList(QListWidget):
    """`chosen` carries which one, by a click or Enter; it closes itself then.

    Args:
        most_shown: more are scrolled to.
    """

    chosen = Signal(int)

    def __init__(
        self, theme: Theme, parent: QWidget | None = None, *, most_shown: int = _MOST_SHOWN
    ) -> None:
        super().__init__(parent)
        self._most_shown = most_shown
        self.setObjectName("choice_list")
        self.setItemDelegate(_Painter(self, theme))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.itemEntered.connect(self.setCurrentItem)
        self.itemClicked.connect(lambda item: self._choose(self.row(item)))

    def show_choices(self, choices: Sequence[Choice]) -> None:
        """Draw exactly these, and be as large as they are."""
        self.clear()
        for choice in choices:
            item = QListWidgetItem(choice.title)
            item.setData(Qt.ItemDataRole.UserRole, choice)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, choice.spoken)
            self.addItem(item)
            if choice.is_chosen and self.currentRow() < 0:
                self.setCurrentItem(item)
        self._fit()

    def step(self, step: int) -> None:
        """To the next (1) or the one before (-1), and from the last to the first."""
        at = self.currentRow() + step if self.currentRow() >= 0 else min(step, 0)
        self.setCurrentRow(at % self.count())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.currentRow())
        elif event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def _choose(self, row: int) -> None:
        if row >= 0:
            self.hide()
            self.chosen.emit(row)

    def _fit(self) -> None:
        # Where it might be needed, Qt keeps room for a scroll bar that never comes.
        is_long = self.count() > self._most_shown
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAlwaysOn if is_long else policy.ScrollBarAlwaysOff
        )
        hints = [self.sizeHintForIndex(self.indexFromItem(self.item(at))) for at in self._rows()]
        width_px = max((hint.width() for hint in hints), default=0)
        height_px = sum(hint.height() for hint in hints[: self._most_shown])
        scroll_px = self.verticalScrollBar().sizeHint().width() if is_long else 0
        frame_px = 10  # border and padding of the style sheet
        self.setFixedSize(width_px + frame_px + scroll_px, height_px + frame_px)

    def _rows(self) -> range:
        return range(self.count())


class _Painter(QStyledItemDelegate):
    def __init__(self, parent: ChoiceList, theme: Theme) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        metrics = option.fontMetrics
        title_px = QFontMetrics(_bold(option.font)).horizontalAdvance(choice.title)
        note_px = metrics.horizontalAdvance(choice.note) + _GAP_PX if choice.note else 0
        around_px = 2 * _INSET_PX + _left_px(choice)
        sentence = _wrapped(metrics, choice.sentence, _MOST_PX - around_px)
        width_px = max(title_px + note_px, sentence.width()) + around_px
        height_px = metrics.height() + 2 + sentence.height() + 10 + _heading_px(choice, metrics)
        return QSize(min(width_px, _MOST_PX), height_px)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if choice.heading:
            heading_px = _heading_px(choice, option.fontMetrics)
            self._draw_heading(
                painter, QRect(rect.topLeft(), QSize(rect.width(), heading_px)), choice
            )
            rect = rect.adjusted(0, heading_px, 0, 0)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(rect, 4, 4)
        inner = rect.adjusted(_INSET_PX, 5, -_INSET_PX, -5)
        if choice.is_chosen:
            ratio = painter.device().devicePixelRatioF()
            mark = self._theme.picture("done", _MARK_PX - 4, "accent", ratio)
            painter.drawPixmap(inner.left() - 2, inner.top() + 1, mark)
        self._draw_text(painter, inner.adjusted(_left_px(choice), 0, 0, 0), choice)
        painter.restore()

    def _draw_heading(self, painter: QPainter, rect: QRect, choice: Choice) -> None:
        painter.setPen(self._theme.colour("line"))
        painter.drawLine(rect.left(), rect.top() + 3, rect.right(), rect.top() + 3)
        painter.setPen(self._theme.colour("secondary"))
        line = rect.adjusted(_INSET_PX, GRID_PX, -_INSET_PX, 0)
        _draw(painter, line, choice.heading, line.width())

    def _draw_text(self, painter: QPainter, inner: QRect, choice: Choice) -> None:
        usual = painter.font()
        line = QRect(inner.left(), inner.top(), inner.width(), painter.fontMetrics().height() + 2)
        # Letters may stand at parts of a pixel: what fits by a hair would be cut.
        note_px = painter.fontMetrics().horizontalAdvance(choice.note) + 1
        painter.setPen(self._theme.colour("text"))
        painter.setFont(_bold(usual))
        title_px = line.width() - (note_px + GRID_PX if choice.note else 0)
        _draw(painter, line, choice.title, min(title_px, line.width()))
        painter.setFont(usual)
        painter.setPen(self._theme.colour("secondary"))
        note = line.adjusted(max(0, line.width() - note_px), 0, 0, 0)
        _draw(painter, note, choice.note, note.width())
        painter.drawText(inner.adjusted(0, line.height(), 0, 0), _WRAPPED, choice.sentence)


def _draw(painter: QPainter, line: QRect, text: str, width_px: int) -> None:
    short = painter.fontMetrics().elidedText(text, _Elide.ElideRight, width_px)
    painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), short)


def _wrapped(metrics: QFontMetrics, sentence: str, width_px: int) -> QSize:
    """The room that a sentence takes, on as many lines as it needs."""
    if not sentence:
        return QSize(0, 0)
    return metrics.boundingRect(QRect(0, 0, width_px, 9999), _WRAPPED, sentence).size()


def _heading_px(choice: Choice, metrics: QFontMetrics) -> int:
    return metrics.height() + GRID_PX + 4 if choice.heading else 0


def _left_px(choice: Choice) -> int:
    return 0 if choice.is_chosen is None else _MARK_PX


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold
