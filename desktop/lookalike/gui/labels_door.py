"""Where labels meet the photos: keys, menus, drops, chips, and the box to type them in."""

from collections.abc import Callable, Mapping, Sequence
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from lookalike.gui.actions import Actions
from lookalike.gui.browsing import Browser
from lookalike.gui.file_desk import FileDesk
from lookalike.gui.grid.label_feed import LabelFeed
from lookalike.gui.grid.photo_grid import PhotoGrid
from lookalike.gui.labels.held_labels import held_labels
from lookalike.gui.labels.key_cap import KEYS
from lookalike.gui.labels.label_box import LabelBox
from lookalike.gui.labels.label_choices import LabelChoice
from lookalike.gui.labels.label_desk import LabelDesk
from lookalike.gui.labels.label_filters import album_filter
from lookalike.gui.labels.label_lines import LabelLines
from lookalike.gui.labels.label_menu import LabelMenu
from lookalike.gui.labels.label_shelf import LabelShelf
from lookalike.gui.labels.suggestion_offer import SuggestionOffer
from lookalike.gui.library_look import LibraryLook
from lookalike.gui.overlays import Overlays
from lookalike.gui.panels.message_bar import MessageBar
from lookalike.gui.panels.photo_view import PhotoView
from lookalike.gui.photo_desk import PhotoDesk
from lookalike.gui.search_desk import SearchDesk
from lookalike.gui.sidebar_desk import SidebarDesk
from lookalike.gui.tasks import Task, Tasks
from lookalike.gui.theme import Theme
from lookalike.gui.undo_list import UndoList
from lookalike.library.labels import labelling
from lookalike.library.library import Library
from lookalike.photos import LabelId, PhotoId

# No everyday work, and a twentieth of the time from the start to the first photos.
if TYPE_CHECKING:
    from lookalike.gui.labels.label_transfer import LabelTransfer


class LabelsDoor(QObject):
    """`suggest_wanted` carries a label that more photos are to be found for, or None for any.

    Args:
        window: hears the keys, and holds the box.
    """

    suggest_wanted = Signal(object)

    def __init__(
        self,
        library: Library,
        actions: Actions,
        grid: PhotoGrid,
        view: PhotoView,
        photos: PhotoDesk,
        search: SearchDesk,
        browser: Browser,
        overlays: Overlays,
        look: LibraryLook,
        files: FileDesk,
        messages: MessageBar,
        undo_list: UndoList,
        theme: Theme,
        tasks: Tasks,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._read = partial(labelling.labels_of, library)
        self._view = view
        self._photos = photos
        self._search = search
        self._browser = browser
        self._overlays = overlays
        self._files = files
        self._messages = messages
        self._undo_list = undo_list
        self._theme = theme
        self._tasks = tasks
        self._window = window
        self._boxed: Sequence[PhotoId] = ()
        self._holding: Task | None = None
        self.shelf = LabelShelf(partial(labelling.labels, library), tasks)
        self.desk = LabelDesk(library, self.shelf, messages, undo_list, tasks)
        self.feed = LabelFeed(self._read, tasks)
        self._offer = SuggestionOffer(library, messages, tasks)
        self.box = LabelBox(self.shelf, theme, window)
        self.keys = [self._key(key) for key in KEYS]
        grid.show_labels(self.feed)
        grid.chosen_changed.connect(self._enable_keys)
        overlays.changed.connect(self._enable_keys)
        self._connect_actions(actions)
        self._connect_view()
        self._connect_changes(look)

    @cached_property
    def transfer(self) -> "LabelTransfer":
        """Labels on their way in and out."""
        from lookalike.gui.labels.label_transfer import LabelTransfer

        return LabelTransfer(
            self._library,
            self.shelf,
            self.desk,
            self._files,
            self._messages,
            self._undo_list,
            self._theme,
            self._window,
        )

    def _connect_actions(self, actions: Actions) -> None:
        self.menu = LabelMenu(
            actions.labels,
            self.shelf,
            lambda: self._photos.selected,
            self._read,
            actions.label,
            self._theme,
            self._tasks,
        )
        self.menu.toggled.connect(self._toggle)
        actions.label.triggered.connect(lambda *_: self.open_box())
        acts: dict[QAction, Callable[[LabelTransfer], object]] = {
            actions.labels_from_folders: lambda transfer: transfer.from_folders(),
            actions.labels_from_keywords: lambda transfer: transfer.from_keywords(),
            actions.labels_from_table: lambda transfer: transfer.from_table(),
            actions.export_labels: lambda transfer: transfer.export_labels(),
            actions.export_work: lambda transfer: transfer.export_work(),
            actions.restore_work: lambda transfer: transfer.restore(),
        }
        for action, act in acts.items():
            action.triggered.connect(lambda *_, act=act: act(self.transfer))

    def _connect_view(self) -> None:
        view, photos = self._view, self._photos
        view.photo_changed.connect(self._show_row)
        self.feed.arrived.connect(self._show_row)
        view.labels.more_wanted.connect(self.open_box)
        view.labels.wanted.connect(self._show_photos_of)
        view.labels.taken.connect(
            lambda label_id: self.desk.take(photos.selected, label_id, is_seen=True)
        )

    def _connect_changes(self, look: LibraryLook) -> None:
        self.desk.changed.connect(self.take_change)
        self.desk.changed.connect(self._offer.look)
        self._offer.wanted.connect(lambda: self.suggest_wanted.emit(None))
        self.shelf.refiltered.connect(self._follow_filters)
        look.changed.connect(self._look_again)

    def connect_sidebar(self, lines: LabelLines, sidebar: SidebarDesk) -> None:
        """Fill the labels' lines, and do what is wanted there."""
        desk, shelf = self.desk, self.shelf
        shelf.changed.connect(lambda: sidebar.show_labels(shelf.nodes, shelf.filters))
        lines.make_wanted.connect(desk.make)
        lines.rename_wanted.connect(desk.rename)
        lines.move_wanted.connect(desk.move)
        lines.merge_wanted.connect(desk.merge)
        lines.merge_elsewhere_wanted.connect(self._ask_merge)
        lines.key_wanted.connect(desk.set_key)
        lines.album_wanted.connect(desk.set_album)
        lines.delete_wanted.connect(desk.delete)
        lines.give_wanted.connect(self._give)
        lines.found_wanted.connect(self._show_album)
        lines.suggest_wanted.connect(self.suggest_wanted)

    # --- the chosen photos ------------------------------------------------------------------------

    def press_key(self, key: int) -> None:
        """Give the label of a key to the chosen photos, or take it off them."""
        photos, label_id = self._photos.selected, self.shelf.with_key(key)
        if label_id is not None:
            self.desk.toggle(photos, label_id, is_seen=self._is_one_open)
        elif photos:
            title = self.tr("The key {key} gives no label yet. Which one?").format(key=key)
            self._ask(title, lambda choice: self.desk.give_by_key(photos, choice.path, key))

    def open_box(self) -> None:
        """Let the person type which label the chosen photos are to have."""
        if self._photos.selected:
            self._open_box_for(self._photos.selected)

    def _give(self, photos: Sequence[PhotoId], label_id: LabelId | None) -> None:
        """What was dropped on a label, or where there is none."""
        if label_id is None:
            self._open_box_for(photos)
        else:
            self.desk.give(photos, label_id)

    def _open_box_for(self, photos: Sequence[PhotoId]) -> None:
        title = self.tr("Label %Ln photo(s)", "", len(photos))
        self._ask(title, partial(self._take_choice, photos), photos)

    def _take_choice(self, photos: Sequence[PhotoId], choice: LabelChoice) -> None:
        if choice.label_id is None:
            self.desk.give_named(photos, choice.path, is_seen=self._is_one_open)
        else:
            self.desk.toggle(photos, choice.label_id, is_seen=self._is_one_open)

    def _ask(
        self,
        title: str,
        choose: Callable[[LabelChoice], object],
        photos: Sequence[PhotoId] = (),
        *,
        can_make: bool = True,
    ) -> None:
        """Open the box, in which the labels of `photos` have a mark."""
        self._boxed = photos
        self.box.ask(title, choose, can_make=can_make)
        self._mark_box()

    def _mark_box(self) -> None:
        """The box is there at once; which photos have what follows."""
        if self._holding:
            self._holding.refuse()
        photos = self._boxed
        self._holding = self._tasks.start(
            lambda _: held_labels(self._read, photos), done=self.box.show_held
        )

    def _toggle(self, label_id: LabelId) -> None:
        self.desk.toggle(self._photos.selected, label_id, is_seen=self._is_one_open)

    @property
    def _is_one_open(self) -> bool:
        """Whether the person sees the labels of the photo that is meant."""
        return self._overlays.top is self._view

    def _key(self, key: int) -> QAction:
        action = QAction(self.tr("Label of key {key}").format(key=key), self._window)
        action.setShortcut(QKeySequence(str(key)))
        action.setAutoRepeat(False)
        action.setEnabled(False)
        action.triggered.connect(lambda *_: self.press_key(key))
        self._window.addAction(action)
        return action

    def _enable_keys(self) -> None:
        """On other pages digits may mean something else."""
        is_here = self._overlays.top in (None, self._view)
        has_photos = is_here and self._photos.chosen is not None
        for action in self.keys:
            action.setEnabled(has_photos)

    # --- what shows them --------------------------------------------------------------------------

    def _show_row(self) -> None:
        photo_id = self._view.photo_id
        if photo_id is not None:
            self._view.labels.show_labels(self.feed.labels(photo_id))

    def _show_photos_of(self, label_id: LabelId) -> None:
        if label_id in self.shelf.filters:
            self._search.show_all_that(self.shelf.filters[label_id])

    def _show_album(self, label_id: LabelId) -> None:
        if label_id in self.shelf.filters:
            self._search.show_all_that(album_filter(self.shelf.filters[label_id]))

    def _ask_merge(self, label_id: LabelId) -> None:
        title = self.tr("Merge “{name}” into").format(name=self.shelf.name(label_id))
        self._ask(title, partial(self._merge, label_id), can_make=False)

    def _merge(self, label_id: LabelId, choice: LabelChoice) -> None:
        if choice.label_id is not None:
            self.desk.merge(label_id, choice.label_id)

    # --- what changes -----------------------------------------------------------------------------

    def take_change(self) -> None:
        self.shelf.refresh()
        self.feed.forget()
        self._view.refresh_sheet()
        self._renew_answer()
        if self.box.isVisible():
            self._mark_box()

    def _look_again(self) -> None:
        """Photos came or went, or another program gave labels."""
        self.feed.forget()
        if self.shelf.nodes:
            self.shelf.refresh_soon()
        else:
            self.shelf.refresh()

    def _renew_answer(self) -> None:
        """A filter may let other photos through."""
        if self._browser.place.query.question.words:
            self._browser.renew()

    def _follow_filters(self, filters: Mapping[str, str | None]) -> None:
        """A filter by a label goes on under the name it has now; without the label it ends."""
        of_albums = {album_filter(old): new and album_filter(new) for old, new in filters.items()}
        changed = {**filters, **of_albums}
        self._browser.tell_reworded({old: new for old, new in changed.items() if new})
        if changed.get(self._browser.place.query.question.words, "") is None:
            self._browser.show_all()
        else:
            self._renew_answer()
