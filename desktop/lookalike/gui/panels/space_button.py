"""By what photos are compared: the choice of a space, with a sentence on each."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QRect, Qt, Signal
from PySide6.QtWidgets import QToolButton

from lookalike.gui.library_words import said
from lookalike.gui.panels.choice_list import Choice, ChoiceList
from lookalike.gui.theme import Theme
from lookalike.gui.translations import grouped
from lookalike.library.spaces import SpaceChoice


class SpaceButton(QToolButton):
    """`by_wanted` carries the name of a space, which may not have been built yet."""

    by_wanted = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._spaces: tuple[SpaceChoice, ...] = ()
        self._by = ""
        self._is_short = False
        self.list = ChoiceList(theme, self)
        self.list.setWindowFlag(Qt.WindowType.Popup)
        self.list.setAccessibleName(self.tr("Ways to compare photos"))
        self.list.chosen.connect(self._choose)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clicked.connect(self.open_list)

    def show_spaces(self, spaces: Sequence[SpaceChoice], by: str) -> None:
        """Offer `spaces`, of which the one called `by` is in use."""
        self._spaces, self._by = tuple(spaces), by
        self._describe()

    def show_short(self, is_short: bool) -> None:
        """Where it is tight, the title of the space alone."""
        self._is_short = is_short
        self._describe()

    def open_list(self) -> None:
        """Show the choices beneath the button, or where the screen has room for them."""
        self.list.show_choices([self._choice(space) for space in self._spaces])
        screen = self.screen().availableGeometry()
        place = QRect(self.mapToGlobal(QPoint(0, self.height())), self.list.size())
        if place.bottom() > screen.bottom():
            place.moveBottom(self.mapToGlobal(QPoint(0, 0)).y())
        place.moveLeft(max(screen.left(), min(place.left(), screen.right() + 1 - place.width())))
        self.list.move(place.topLeft())
        self.list.show()
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def _choice(self, space: SpaceChoice) -> Choice:
        note = ""
        if space.missing:
            note = self.tr("not built yet · photos to look at: {count}").format(
                count=grouped(space.missing)
            )
        return Choice(said(space.title), note, said(space.sentence), space.name == self._by)

    def _choose(self, row: int) -> None:
        self.by_wanted.emit(self._spaces[row].name)

    def _describe(self) -> None:
        chosen = next((space for space in self._spaces if space.name == self._by), None)
        title = said(chosen.title) if chosen else self._by
        full = self.tr("By: {title}").format(title=title)
        self.setText(f"{title if self._is_short else full} ▾")
        self.setAccessibleName(full)
        tip = self.tr("By what photos are compared")
        self.setToolTip(f"{tip}: {said(chosen.sentence)}" if chosen else tip)
