"""The window: places the panels, and connects what they say with what it causes."""

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QCloseEvent, QGuiApplication, QMouseEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QMainWindow,
    QMenu,
    QSizePolicy,
    QStackedWidget,
    QStatusBar,
    QToolBar,
    QVBoxLayout,
    QWidget,
)

from lookalike.errors import LookalikeError
from lookalike.gui import answering
from lookalike.gui.actions import Actions
from lookalike.gui.browsing import Browser, Place, Query
from lookalike.gui.dialogs.about import About
from lookalike.gui.drops import DropTarget
from lookalike.gui.following import Following
from lookalike.gui.grid.photo_grid import TILE_SIZES_PX, PhotoGrid
from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.import_desk import ImportDesk
from lookalike.gui.import_run import ImportRun
from lookalike.gui.incoming import Incoming, read_incoming
from lookalike.gui.leaving import Leaving
from lookalike.gui.library_look import LibraryLook
from lookalike.gui.library_pages import LibraryPages
from lookalike.gui.panels.drop_hint import DropHint
from lookalike.gui.panels.message_bar import Message, MessageBar, message_of
from lookalike.gui.panels.photo_view import PhotoGlance, PhotoView
from lookalike.gui.panels.query_panel import NO_QUERY, QueryPanel, QueryView
from lookalike.gui.panels.size_slider import SizeSlider
from lookalike.gui.panels.status_panel import LibraryView, StatusPanel
from lookalike.gui.panels.welcome import Welcome
from lookalike.gui.photo_files import copy_file, leave_text_behind, show_in_folder
from lookalike.gui.tasks import Tasks, nothing
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.import_report import ImportReport
from lookalike.library.importing import import_folders
from lookalike.library.library import Library
from lookalike.library.pace import Pace
from lookalike.photos import Photo, PhotoId
from lookalike.settings import Settings

logger = logging.getLogger(__name__)


class MainWindow(QMainWindow):
    """The window of one library, which like `tasks` is handed in and outlives it.

    Args:
        remember: writes a setting down, by its name, on a thread of `tasks`.
    """

    def __init__(
        self,
        library: Library,
        tasks: Tasks,
        theme: Theme,
        remember: Callable[[str, str], object] = nothing,
    ) -> None:
        super().__init__()
        self._library = library
        self._tasks = tasks
        self._remember = remember
        self._all_ids: list[PhotoId] = []
        self._network = ""
        self.window_actions = Actions(theme, self)
        self.feed = ThumbnailFeed(partial(answering.fetch_thumbnail, library), tasks)
        self.browser = Browser(partial(answering.find, library), tasks)
        pace = Pace(is_gentle=library.settings.wants_gentle)
        self.imports = ImportRun(partial(import_folders, library), tasks, pace)
        self.library_look = LibraryLook(partial(answering.look, library), tasks)
        self.welcome = Welcome(theme)
        self.grid = PhotoGrid(self.feed, theme)
        self.photo_view = PhotoView(partial(answering.load_large, library), tasks, theme)
        self.query_panel = QueryPanel(theme)
        self.messages = MessageBar(theme)
        self.status = StatusPanel(theme)
        parts = (self.imports, tasks, self.status, self.messages)
        self.import_desk = ImportDesk(library, *parts, self)
        self.pages = LibraryPages(
            library, self.imports, self.library_look, self.messages, tasks, theme
        )
        self.leaving = Leaving(self.imports, self)
        self.following = Following(library, self.imports, self.import_desk.follow, tasks, self)
        self.drops = DropTarget(self, self.grid, self.query_panel, DropHint(self, theme))
        self._lay_out()
        self._connect_parts()
        self._connect_actions()
        self.library_look.look()
        self._load_network()

    # --- how it looks -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setWindowTitle("Lookalike")
        self.setMinimumSize(640, 480)
        self.resize(QSize(1280, 720).boundedTo(self.screen().availableSize()))
        self._stack = QStackedWidget()
        for page in (self.welcome, self.grid, self.photo_view, *self.pages.all):
            self._stack.addWidget(page)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.query_panel, self.messages, self._stack):
            column.addWidget(part)
        middle = QWidget()
        middle.setLayout(column)
        self.setCentralWidget(middle)
        self.window_actions.fill_menu_bar(self.menuBar())
        self.addToolBar(self._tool_bar())
        bar = QStatusBar(sizeGripEnabled=False)
        bar.addWidget(self.status, 1)
        self.setStatusBar(bar)
        self.welcome.setFocus()

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar("Tools", movable=False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.window_actions.fill_tool_bar(bar)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        slider = SizeSlider(TILE_SIZES_PX, self.grid.tile_size_px)
        slider.size_wanted.connect(self.grid.set_tile_size)
        self.grid.tile_size_changed.connect(slider.show_size)
        self._sizing = bar.addWidget(slider)
        end = QWidget()
        end.setFixedWidth(GRID_PX)
        bar.addWidget(end)
        return bar

    # --- what causes what ---------------------------------------------------------------------

    def _connect_parts(self) -> None:
        self._tasks.failed.connect(self.say_error)
        self.welcome.folder_wanted.connect(self.import_desk.choose_folder)
        self.grid.opened.connect(self.view_photo)
        self.grid.similar_wanted.connect(self.find_similar)
        self.grid.menu_wanted.connect(self._show_photo_menu)
        self.grid.chosen_changed.connect(self._update_actions)
        self.photo_view.closed.connect(self.close_photo)
        self.photo_view.step_wanted.connect(self._step)
        self.photo_view.similar_wanted.connect(self.find_similar)
        self.query_panel.closed.connect(self.browser.show_all)
        self.browser.leaving.connect(self._mark_place)
        self.browser.searching.connect(self._show_searching)
        self.browser.arrived.connect(self._show_place)
        self.browser.failed.connect(self._show_failed_search)
        self.imports.began.connect(self._show_import_began)
        self.imports.paused.connect(self.window_actions.show_paused)
        self.imports.paused.connect(lambda _: self._show_right_page())
        self.imports.ended.connect(self._show_import_ended)
        self.import_desk.problems_wanted.connect(self.pages.open_problems)
        self.library_look.photos_came.connect(self._show_library)
        self.library_look.problems_counted.connect(self.status.show_problems)
        self.library_look.failed.connect(self.say_error)
        self.status.problems_wanted.connect(self.pages.open_problems)
        self.pages.wanted_changed.connect(self._show_wanted_page)
        self.pages.folders_changed.connect(self.following.refresh)
        self.following.stirred.connect(self.pages.refresh)
        self.pages.folders.import_wanted.connect(self.import_desk.choose_folder)
        self.drops.dropped.connect(self.take)
        self.drops.photo_dropped.connect(self.find_similar_to_chosen)

    def _connect_actions(self) -> None:
        acts = self.window_actions
        for action, act in (
            (acts.import_folder, self.import_desk.choose_folder),
            (acts.rescan, self.import_desk.rescan),
            (acts.stop_import, self.import_desk.stop),
            (acts.pause_import, self.import_desk.pause_or_go_on),
            (acts.folders, self.pages.open_folders),
            (acts.problems, self.pages.open_problems),
            (acts.quit, self.close),
            (acts.copy, self.copy_photo),
            (acts.paste, self.paste),
            (acts.open_picture, self.choose_picture),
            (acts.find_similar, self.find_similar_to_chosen),
            (acts.back, self.browser.back),
            (acts.forward, self.browser.forward),
            (acts.show_all, self.show_all),
            (acts.view_photo, self.view_chosen),
            (acts.show_in_folder, self.show_in_folder),
            (acts.escape, self.escape),
            (acts.larger, lambda: self.grid.zoom(1)),
            (acts.smaller, lambda: self.grid.zoom(-1)),
            (acts.usual_size, lambda: self.grid.zoom(0)),
            (acts.full_screen, self._toggle_full_screen),
            (acts.about, self.show_about),
        ):
            action.triggered.connect(lambda *_, act=act: act())
        acts.gently.triggered.connect(lambda action: self._import_gently(action.data()))
        acts.show_gently(self._library.settings.import_gently)
        self._update_actions()

    def _update_actions(self) -> None:
        acts = self.window_actions
        acts.back.setEnabled(self.browser.can_go_back)
        acts.forward.setEnabled(self.browser.can_go_forward)
        is_elsewhere = self._is_viewing or self.pages.wanted is not None
        acts.show_all.setEnabled(is_elsewhere or self.browser.place.query is not None)
        for action in (acts.stop_import, acts.pause_import):
            action.setEnabled(self.imports.is_running)
        acts.rescan.setEnabled(not self.imports.is_asked_for)
        is_grid = self._stack.currentWidget() is self.grid
        self._sizing.setVisible(is_grid)
        for action in (acts.larger, acts.smaller, acts.usual_size):
            action.setEnabled(is_grid)
        for action in (acts.find_similar, acts.view_photo, acts.copy, acts.show_in_folder):
            action.setEnabled(self.chosen is not None)

    def open_target(self, target: Path) -> None:
        """What the command line named: a folder to import, or a picture to search by."""
        if target.is_dir():
            self.imports.start([target])
        else:
            self.search_file(target)

    # --- photos in ----------------------------------------------------------------------------

    def _import_gently(self, choice: str) -> None:
        """From now on, and the next time as well."""
        self.imports.pace.wants_gentle = Settings(import_gently=choice).wants_gentle
        self._tasks.start(lambda _: self._remember("import_gently", choice))

    def _show_import_began(self) -> None:
        self.library_look.hurry(True)
        self._show_right_page()

    def _show_import_ended(self, report: ImportReport | None) -> None:
        self.library_look.hurry(False)
        self.library_look.look()
        self.window_actions.show_paused(False)
        # A stopped import does not tell what it changed.
        if report is None or report.changed:
            self.feed.forget()
            self.grid.viewport().update()
        self._show_right_page()

    def _show_library(self, ids: list[PhotoId]) -> None:
        if self.browser.place.query is None:
            self.grid.refresh(ids)
        self._all_ids = ids
        self._show_status()
        self._show_right_page()

    # --- searching ----------------------------------------------------------------------------

    def search_file(self, picture: Path) -> None:
        self.browser.search(Query(picture, picture.name))

    def find_similar(self, photo_id: PhotoId) -> None:
        photo = self.grid.photos.photo(photo_id)
        self.browser.search(Query(photo_id, photo.path.name if photo else "Photo"))

    def find_similar_to_chosen(self) -> None:
        if self.chosen is not None:
            self.find_similar(self.chosen)

    def choose_picture(self) -> None:
        picture, _ = QFileDialog.getOpenFileName(self, "Find Photos Similar to a Picture")
        if picture:
            self.search_file(Path(picture))

    def paste(self) -> None:
        self.take(read_incoming(QGuiApplication.clipboard().mimeData()))

    def take(self, incoming: Incoming) -> None:
        """Do what a dropped or pasted thing asks for."""
        if incoming.trouble:
            self.say(Message(incoming.trouble, "warning"))
        elif incoming.folders:
            self.imports.start(incoming.folders)
        elif incoming.image is not None:
            self.browser.search(Query(incoming.image, "Pasted picture"))
        elif incoming.pictures:
            first, count = incoming.pictures[0], len(incoming.pictures)
            self.search_file(first)
            if count > 1:
                self.say(Message(f"Searching by {first.name}, the first of {count} files."))

    def _show_searching(self, query: Query) -> None:
        self.messages.hide_unless_offering()
        self.query_panel.show_query(QueryView("Searching…", query.name, ""))

    def _show_failed_search(self, error: Exception) -> None:
        self._show_query(self.browser.place)
        self.say_error(error)

    def _mark_place(self) -> None:
        self.browser.place.scrolled_to = self.grid.place
        self.browser.place.chosen = self.grid.chosen

    def _show_place(self, place: Place) -> None:
        answer = place.answer
        if answer:
            self.grid.photos.remember(answer.photos)
            self.grid.show_photos([photo.id for photo in answer.photos], answer.likeness)
        else:
            self.grid.show_photos(self._all_ids)
        self.grid.choose(place.chosen)
        self.grid.go_to_place(place.scrolled_to)
        self._show_query(place)
        self.photo_view.close_photo()
        self.pages.close_page()
        self._show_right_page()
        self.grid.setFocus()

    def _show_query(self, place: Place) -> None:
        if self.pages.wanted:
            self.query_panel.hide()  # it speaks of photos, and they are not what is shown
        elif place.answer:
            told = place.answer
            view = QueryView("Similar to", told.name, told.detail, told.picture)
            self.query_panel.show_query(view)
        elif self.browser.has_searched:
            self.query_panel.show_query(NO_QUERY)
        else:
            self.query_panel.hide()

    # --- one photo ----------------------------------------------------------------------------

    @property
    def chosen(self) -> PhotoId | None:
        """The photo that is open, or that the keyboard is on."""
        if self.pages.wanted:
            return None
        return self.photo_view.photo_id if self._is_viewing else self.grid.chosen

    @property
    def _is_viewing(self) -> bool:
        return self._stack.currentWidget() is self.photo_view

    def view_photo(self, photo_id: PhotoId) -> None:
        """Show a photo large, in place of the grid."""
        photos = self.grid.photos
        glance = PhotoGlance(
            photo_id,
            photos.photo(photo_id),
            self.feed.pixmap(photo_id),
            photos.likeness(photo_id),
        )
        self.photo_view.open_photo(
            glance,
            has_before=self.grid.neighbor(photo_id, -1) is not None,
            has_after=self.grid.neighbor(photo_id, 1) is not None,
        )
        self.pages.close_page()
        self._show_right_page()

    def view_chosen(self) -> None:
        if self.grid.chosen is not None:
            self.view_photo(self.grid.chosen)

    def close_photo(self) -> None:
        self.photo_view.close_photo()
        self._show_right_page()

    def _step(self, step: int) -> None:
        if self.photo_view.photo_id is None:
            return
        beside = self.grid.neighbor(self.photo_view.photo_id, step)
        if beside is not None:
            self.grid.choose(beside)
            self.view_photo(beside)

    def copy_photo(self) -> None:
        self._with_chosen(lambda photo: copy_file(photo.path))

    def show_in_folder(self) -> None:
        self._with_chosen(lambda photo: show_in_folder(photo.path))

    def _with_chosen(self, act: Callable[[Photo], object]) -> None:
        if self.chosen is not None:
            wanted = self.chosen
            self._tasks.start(lambda _: self._library.photo(wanted), done=act)

    def _show_photo_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.window_actions.photo_menu(menu)
        menu.popup(place)

    # --- where the person is ------------------------------------------------------------------

    def show_all(self) -> None:
        self.pages.close_page()
        self.close_photo()
        self.browser.show_all()

    def escape(self) -> None:
        """One step out: of a page, of the large photo, of the results, of full screen."""
        if self.pages.wanted:
            self.pages.close_page()
        elif self._is_viewing:
            self.close_photo()
        elif self.browser.place.query:
            self.browser.show_all()
        elif self.isFullScreen():
            self._toggle_full_screen()

    def _show_right_page(self) -> None:
        page: QWidget
        if self.pages.wanted:
            page = self.pages.wanted
        elif self.photo_view.photo_id is not None:
            page = self.photo_view
        elif self._all_ids or self.browser.place.query:
            page = self.grid
        else:
            page = self.welcome
            self.welcome.show_importing(self.imports.is_running, self.imports.is_paused)
        if page is not self._stack.currentWidget():
            self._stack.setCurrentWidget(page)
            page.setFocus()
        self._update_actions()

    def _show_wanted_page(self) -> None:
        self._show_query(self.browser.place)
        self._show_right_page()

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()
        self.window_actions.full_screen.setChecked(self.isFullScreen())

    # --- what is told -------------------------------------------------------------------------

    def say(self, message: Message) -> None:
        """In a line, without stopping anybody."""
        self.messages.say(message)

    def say_error(self, error: Exception) -> None:
        """The sentence for the person; what nobody foresaw is logged as well."""
        if not isinstance(error, LookalikeError):
            logger.error("Work failed", exc_info=error)
        self.say(message_of(error))

    def show_about(self) -> None:
        About(self._network, self._library.folder, self).show()

    def _load_network(self) -> None:
        self._tasks.start(
            lambda _: answering.running_network(self._library),
            done=self._show_network,
            failed=self._show_no_network,
        )

    def _show_network(self, network: str) -> None:
        self._network = network
        self._show_status()

    def _show_no_network(self, error: Exception) -> None:
        self._show_network("no network")
        self.say_error(error)

    def _show_status(self) -> None:
        self.status.show_library(LibraryView(len(self._all_ids), self._network))

    # --- Qt -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse's own Back and Forward buttons, wherever they are pressed."""
        if event.button() == Qt.MouseButton.BackButton:
            self.browser.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.browser.forward()
        else:
            super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowStateChange:
            self.window_actions.full_screen.setChecked(self.isFullScreen())
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """While photos are coming in, the person is asked what that means for them."""
        if not self.leaving.may_close():
            event.ignore()
            return
        self.following.close()
        leave_text_behind()
        super().closeEvent(event)
