"""In which order the photos of a grid are shown, and whether under headings."""

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton

from lookalike.gui.theme import Theme
from lookalike.library.arrangement import GROUPED, Arrangement, Order

# People who sort by these want to see the newest, or the largest, without a second click.
_REVERSED_AT_FIRST = (Order.DATE, Order.SIZE)


class SortButton(QToolButton):
    """`arrangement_wanted` carries an Arrangement."""

    arrangement_wanted = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._arrangement = Arrangement()
        self._orders: dict[Order, QAction] = {}
        self.setProperty("choice", True)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._fill_menu()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_arrangement(Arrangement(), has_query=False)

    def show_arrangement(self, arrangement: Arrangement, has_query: bool) -> None:
        """Mark what holds; similarity is offered with a query alone."""
        self._arrangement = arrangement
        order = arrangement.order
        self._orders[Order.SIMILARITY].setVisible(has_query)
        self._orders[order].setChecked(True)
        self._reversed.setText(self._reversed_text(order))
        self._reversed.setChecked(arrangement.is_reversed)
        self._reversed.setVisible(order is not Order.LIKENESS)
        self._grouped.setText(self._grouped_text(order))
        self._grouped.setVisible(order in GROUPED)
        self._grouped.setChecked(arrangement.is_grouped)
        self._describe()

    def action_of(self, order: Order) -> QAction:
        """The menu's entry for that order."""
        return self._orders[order]

    @property
    def reversed_action(self) -> QAction:
        return self._reversed

    @property
    def grouped_action(self) -> QAction:
        return self._grouped

    def _fill_menu(self) -> None:
        menu = QMenu(self)
        group = QActionGroup(self)
        for order in (Order.SIMILARITY, *(o for o in Order if o is not Order.SIMILARITY)):
            action = menu.addAction(self._title(order))
            action.setCheckable(True)
            action.setData(order)
            group.addAction(action)
            self._orders[order] = action
        menu.addSeparator()
        self._reversed = self._add_check(menu, "is_reversed")
        self._grouped = self._add_check(menu, "is_grouped")
        group.triggered.connect(self._choose_order)
        self.setMenu(menu)

    def _add_check(self, menu: QMenu, field: str) -> QAction:
        action = menu.addAction("")
        action.setCheckable(True)
        action.triggered.connect(lambda on: self._want(replace(self._arrangement, **{field: on})))
        return action

    def _choose_order(self, action: QAction) -> None:
        order = Order(action.data())
        if order is not self._arrangement.order:
            is_reversed = order in _REVERSED_AT_FIRST
            self._want(replace(self._arrangement, order=order, is_reversed=is_reversed))

    def _want(self, arrangement: Arrangement) -> None:
        has_query = self._orders[Order.SIMILARITY].isVisible()
        self.show_arrangement(arrangement, has_query)
        self.arrangement_wanted.emit(arrangement)

    def _title(self, order: Order) -> str:
        return {
            Order.ADDED: self.tr("Date Added"),
            Order.DATE: self.tr("Date Taken"),
            Order.NAME: self.tr("Name"),
            Order.FOLDER: self.tr("Folder"),
            Order.SIZE: self.tr("Size"),
            Order.LIKENESS: self.tr("Likeness"),
            Order.SIMILARITY: self.tr("Similarity"),
        }[order]

    def _reversed_text(self, order: Order) -> str:
        if order in (Order.ADDED, Order.DATE):
            return self.tr("Newest First")
        if order is Order.SIZE:
            return self.tr("Largest First")
        return self.tr("Least Similar First") if order is Order.SIMILARITY else self.tr("Reversed")

    def _grouped_text(self, order: Order) -> str:
        if order is Order.FOLDER:
            return self.tr("A Heading for Each Folder")
        if order is Order.SIZE:
            return self.tr("A Heading for Each Range of Sizes")
        return self.tr("A Heading for Each Month")

    def _describe(self) -> None:
        arrangement = self._arrangement
        told = [self._title(arrangement.order)]
        if arrangement.is_reversed and arrangement.order is not Order.LIKENESS:
            told.append(self._reversed_text(arrangement.order))
        self.setText(f"{told[0]} ▾")
        tip = self.tr("Order of the photos: {order}").format(order=", ".join(told))
        self.setToolTip(tip)
        self.setAccessibleName(tip)

    def _dress(self) -> None:
        self.setIcon(self._theme.icon("sort"))
