"""A quick box: type a label's name, and the chosen photos have it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from lookalike.gui.labels.held_labels import HeldLabels
from lookalike.gui.labels.key_cap import CAP_PX, draw_key_cap
from lookalike.gui.labels.label_choices import LabelChoice, label_choices, likely_choice
from lookalike.gui.labels.label_shelf import LabelShelf
from lookalike.gui.theme import GRID_PX, Theme

_WIDTH_PX = 44 * GRID_PX
_ROW_PX = 30
_MOST_ROWS = 8
_MARK_PX = 16
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
# Another window, or the line's own menu, is in front for a while.
_STILL_OURS = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
_CHOICE = Qt.ItemDataRole.UserRole
Choose = Callable[[LabelChoice], object]


class LabelBox(QFrame):
    """Lies in the window, and goes when the keyboard does. A click leaves it open."""

    def __init__(self, shelf: LabelShelf, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("label_box")
        self._shelf = shelf
        self._window = window
        self._held = HeldLabels()
        self._choose: Choose = lambda _: None
        self._can_make = True
        self._came_from: QWidget | None = None
        self._title = QLabel()
        self._title.setProperty("tone", "secondary")
        self.line = QLineEdit()
        self.line.setClearButtonEnabled(False)
        self.line.setMaxLength(200)
        self.list = QListWidget()
        self.list.setItemDelegate(_Line(theme))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out()
        self.line.textEdited.connect(lambda _: self._offer())
        self.line.installEventFilter(self)
        self.list.currentItemChanged.connect(lambda item, _: self._speak(item))
        self.list.itemEntered.connect(self.list.setCurrentItem)
        self.list.itemClicked.connect(lambda item: self._take(item, is_last=False))
        shelf.changed.connect(lambda: self._offer() if self.isVisible() else None)
        self.hide()

    # --- in and out -----------------------------------------------------------------------------

    def ask(self, title: str, choose: Choose, *, can_make: bool = True) -> None:
        """Let the person type or pick a label, which `choose` then gets.

        Args:
            can_make: a label may be chosen that there is not yet.
        """
        self._choose, self._can_make = choose, can_make
        self._held = HeldLabels()
        self._title.setText(title)
        self.line.clear()
        told = self.tr("Name, or animals/cats") if can_make else self.tr("Name")
        self.line.setPlaceholderText(told)
        self.line.setAccessibleName(title)
        self._came_from = QApplication.focusWidget()
        self._offer()
        self.raise_()
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def show_held(self, held: HeldLabels) -> None:
        """Mark what the chosen photos have."""
        self._held = held
        at = self.list.currentRow()
        self._offer()
        if 0 <= at < self.list.count():
            self.list.setCurrentRow(at)

    def close_box(self) -> None:
        """The keyboard goes back to where it was."""
        if self.isHidden():
            return
        came_from, self._came_from = self._came_from, None
        self.hide()
        if came_from and isValid(came_from):
            came_from.setFocus()

    @property
    def choices(self) -> list[LabelChoice]:
        """What it offers now."""
        return [self.list.item(row).data(_CHOICE) for row in range(self.list.count())]

    # --- keys and clicks --------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in _STILL_OURS:
                self._came_from = None  # the keyboard is wanted elsewhere
                self.hide()
            return False
        if not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            event.setAccepted(_is_own(event))
            return _is_own(event)
        return event.type() == QEvent.Type.KeyPress and self._press(Qt.Key(event.key()))

    def _press(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close_box()
        elif key in _STEPS and self.list.count():
            self._step(_STEPS[key])
        elif key == Qt.Key.Key_Tab:
            self._complete()
        elif key in _ENTER:
            self._take(self.list.currentItem(), is_last=True)
        else:
            return False
        return True

    def _step(self, step: int) -> None:
        at = self.list.currentRow()
        if at < 0 and step < 0:
            at = 0
        self.list.setCurrentRow((at + step) % self.list.count())

    def _complete(self) -> None:
        """The path of the label that is pointed at, to be typed on."""
        item = self.list.currentItem() or self.list.item(0)
        if item:
            self.line.setText(item.data(_CHOICE).path)
            self._offer()

    def _take(self, item: QListWidgetItem | None, *, is_last: bool) -> None:
        choice: LabelChoice | None = item.data(_CHOICE) if item else None
        if is_last or not self._can_make:
            self.close_box()
        if choice:
            self._choose(choice)

    # --- what it shows ----------------------------------------------------------------------------

    def _offer(self) -> None:
        typed = self.line.text()
        choices = [
            each if each.label_id is None else replace(each, has_it=self._held.share(each.label_id))
            for each in label_choices(typed, self._shelf.by_use())
            if each.label_id is not None or self._can_make
        ]
        self.list.clear()
        for choice in choices:
            item = QListWidgetItem(choice.path)
            item.setData(_CHOICE, choice)
            if choice.label_id is None:
                item.setText(self.tr("New label “{path}”").format(path=choice.path))
            self.list.addItem(item)
        self.list.setCurrentRow(likely_choice(typed, choices))
        self._fit()

    def _speak(self, item: QListWidgetItem | None) -> None:
        """The keyboard stays in the line: who listens hears there what is pointed at."""
        self.line.setAccessibleDescription(item.text() if item else "")

    def _fit(self) -> None:
        rows = min(self.list.count(), _MOST_ROWS)
        self.list.setFixedHeight(rows * _ROW_PX + 2)
        self.list.setVisible(rows > 0)
        window = self._window
        self.setFixedWidth(min(_WIDTH_PX, window.width() - 4 * GRID_PX))
        self.adjustSize()
        left = (window.width() - self.width()) // 2
        self.move(QPoint(left, max(GRID_PX, window.height() // 6)))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[GRID_PX + 4] * 4)
        column.setSpacing(GRID_PX)
        column.addWidget(self._title)
        column.addWidget(self.line)
        column.addWidget(self.list)


class _Line(QStyledItemDelegate):
    """A mark, the path, and the key at the end."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        return QSize(0, _ROW_PX)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        choice: LabelChoice = index.data(_CHOICE)
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("hover"))
            painter.drawRoundedRect(rect, 5, 5)
        mark = _mark(choice)
        if mark:
            ratio = painter.device().devicePixelRatioF()
            picture = self._theme.picture(mark, _MARK_PX, "accent", ratio)
            painter.drawPixmap(
                rect.left() + GRID_PX, rect.center().y() - _MARK_PX // 2 + 1, picture
            )
        right_px = CAP_PX + 2 * GRID_PX if choice.key else GRID_PX
        line = rect.adjusted(_MARK_PX + 2 * GRID_PX, 0, -right_px, 0)
        text = painter.fontMetrics().elidedText(
            index.data(), Qt.TextElideMode.ElideMiddle, line.width()
        )
        painter.setPen(self._theme.colour("text"))
        painter.drawText(line, int(Qt.AlignmentFlag.AlignVCenter), text)
        if choice.key:
            middle = QPointF(rect.right() - GRID_PX - CAP_PX / 2, rect.center().y() + 0.5)
            draw_key_cap(painter, choice.key, middle, self._theme.colour("secondary"))
        painter.restore()


def _mark(choice: LabelChoice) -> str:
    if choice.label_id is None:
        return "plus"
    return {True: "done", None: "some", False: ""}[choice.has_it]


def _is_own(event: QKeyEvent) -> bool:
    return event.key() in (*_ENTER, *_STEPS, Qt.Key.Key_Escape, Qt.Key.Key_Tab)
