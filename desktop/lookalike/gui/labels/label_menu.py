"""The labels as a menu, each with a mark where the chosen photos have it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from lookalike.gui.labels.held_labels import HeldLabels, ReadLabels, held_labels
from lookalike.gui.labels.label_shelf import LabelShelf
from lookalike.gui.labels.label_text import menu_text
from lookalike.gui.tasks import Task, Tasks
from lookalike.gui.theme import Theme
from lookalike.photos import LabelId, PhotoId

_MOST = 20


class LabelMenu(QObject):
    """Fills `menu` whenever it opens. `toggled` carries a label's id.

    Args:
        photos: the chosen ones.
        last: an action for any other label, at the end.
    """

    toggled = Signal(object)

    def __init__(
        self,
        menu: QMenu,
        shelf: LabelShelf,
        photos: Callable[[], Sequence[PhotoId]],
        read: ReadLabels,
        last: QAction,
        theme: Theme,
        tasks: Tasks,
    ) -> None:
        super().__init__(menu)
        self._menu = menu
        self._shelf = shelf
        self._photos = photos
        self._read = read
        self._last = last
        self._theme = theme
        self._tasks = tasks
        self._actions: dict[LabelId, QAction] = {}
        self._reading: Task | None = None
        menu.aboutToShow.connect(self._fill)

    def _fill(self) -> None:
        self._menu.clear()
        self._actions = {}
        for node in self._shelf.by_use()[:_MOST]:
            name = menu_text(node.path, self._menu.fontMetrics())
            action = QAction(name, self._menu, checkable=True)
            if node.label.key:  # to be read only: the window itself listens to the keys
                action.setText(f"{name}\t{QKeySequence(str(node.label.key)).toString()}")
            action.triggered.connect(partial(self._tell, node.label.id))
            self._menu.addAction(action)
            self._actions[node.label.id] = action
        if self._actions:
            self._menu.addSeparator()
        self._menu.addAction(self._last)
        self._mark()

    def _tell(self, label_id: LabelId, *_: object) -> None:
        self.toggled.emit(label_id)

    def _mark(self) -> None:
        """The menu is there at once; which photos have what follows."""
        if self._reading:
            self._reading.refuse()
        photos, read = list(self._photos()), self._read
        self._reading = self._tasks.start(
            lambda _: held_labels(read, photos), done=partial(self._show, self._actions)
        )

    def _show(self, actions: dict[LabelId, QAction], held: HeldLabels) -> None:
        self._reading = None
        if actions is not self._actions:
            return
        for label_id, action in actions.items():
            share = held.share(label_id)
            action.setChecked(share is True)
            if share is None:
                action.setIcon(self._theme.icon("some"))
