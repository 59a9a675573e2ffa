"""The window: places the panels, and connects what they say with what it causes."""

import logging
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QCloseEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
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
from lookalike.gui.asking import Asking
from lookalike.gui.browsing import Browser, Place, Query
from lookalike.gui.dialogs.about import About
from lookalike.gui.dialogs.shortcut_sheet import ShortcutSheet
from lookalike.gui.doors import Doors
from lookalike.gui.drops import DropTarget
from lookalike.gui.file_desk import FileDesk
from lookalike.gui.following import Following
from lookalike.gui.grid.photo_grid import TILE_SIZES_PX, PhotoGrid
from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.import_desk import ImportDesk
from lookalike.gui.import_run import ImportRun
from lookalike.gui.labels_door import LabelsDoor
from lookalike.gui.leaving import Leaving
from lookalike.gui.library_look import LibraryLook
from lookalike.gui.library_pages import LibraryPages
from lookalike.gui.library_words import said
from lookalike.gui.overlays import Overlays
from lookalike.gui.panels.compare_page import ComparePage
from lookalike.gui.panels.drop_hint import DropHint
from lookalike.gui.panels.empty_state import EmptyState
from lookalike.gui.panels.filter_box import FilterBox
from lookalike.gui.panels.message_bar import Message, MessageBar, message_of
from lookalike.gui.panels.photo_view import PhotoView
from lookalike.gui.panels.query_bar import QueryBar
from lookalike.gui.panels.region_editor import RegionEditor
from lookalike.gui.panels.sidebar import Sidebar
from lookalike.gui.panels.size_slider import SizeSlider
from lookalike.gui.panels.sort_button import SortButton
from lookalike.gui.panels.status_panel import LibraryView, StatusPanel
from lookalike.gui.panels.welcome import Welcome
from lookalike.gui.photo_desk import PhotoDesk
from lookalike.gui.photo_files import leave_text_behind
from lookalike.gui.search_desk import SearchDesk
from lookalike.gui.sidebar_desk import SidebarDesk
from lookalike.gui.space_desk import SpaceDesk
from lookalike.gui.spotting import Spotting
from lookalike.gui.tasks import Tasks, nothing
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.title_words import TitleWords
from lookalike.gui.translations import percent_text
from lookalike.gui.undo_list import UndoList
from lookalike.gui.upkeep import Upkeep
from lookalike.library.filters.completing import completions
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.intake.importing import import_folders
from lookalike.library.intake.pace import Pace
from lookalike.library.library import Library
from lookalike.photos import PhotoId
from lookalike.progress import Advance
from lookalike.settings import Settings

logger = logging.getLogger(__name__)
_TIGHT_PX = 960
_SMALL_BYTES = 24 * 2**20  # at most 240 tiles are to be seen
# A search that takes longer tells how far it is.
_WORTH_TELLING_S = 1.0


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
        self._theme = theme
        self._remember = remember
        self._photos = 0
        self._network = ""
        self._slow: Message | None = None
        self._asked_at = 0.0
        self.window_actions = Actions(theme, self)
        self._make_services()
        self._make_panels()
        self._make_desks()
        self._lay_out()
        self._connect_places()
        self._connect_library()
        self._connect_panels()
        self._connect_actions()
        self.library_look.look()
        self.upkeep.look_soon()
        self.file_desk.look_for_interrupted()
        self._load_network()

    # --- what it is made of -------------------------------------------------------------------

    def _make_services(self) -> None:
        library, tasks = self._library, self._tasks
        self.feed = ThumbnailFeed(partial(answering.fetch_thumbnail, library), tasks)
        self.small_feed = ThumbnailFeed(
            partial(answering.fetch_thumbnail, library), tasks, keep_bytes=_SMALL_BYTES
        )
        self.browser = Browser(partial(answering.find, library), tasks)
        pace = Pace(is_gentle=library.settings.wants_gentle)
        self.imports = ImportRun(partial(import_folders, library), tasks, pace)
        self.library_look = LibraryLook(partial(answering.look, library), tasks)
        self.upkeep = Upkeep(library, tasks, lambda: self.imports.is_running)
        self.overlays = Overlays()
        self.undo_list = UndoList()

    def _make_panels(self) -> None:
        library, tasks, theme = self._library, self._tasks, self._theme
        load = partial(answering.load_large, library)
        self.welcome = Welcome(theme)
        self.grid = PhotoGrid(self.feed, theme, partial(answering.paths_of, library))
        self.nothing = EmptyState(theme)
        facts = partial(answering.facts, library)
        self.photo_view = PhotoView(load, tasks, theme, facts, can_mark=True, can_label=True)
        self.compare_page = ComparePage(load, tasks, theme, partial(answering.alike, library))
        self.region_editor = RegionEditor(theme)
        self.query_bar = QueryBar(theme)
        self.filter_box = FilterBox(partial(completions, library), tasks, theme)
        self.sort_button = SortButton(theme)
        self.sidebar = Sidebar(theme)
        self.messages = MessageBar(theme)
        self.status = StatusPanel(theme)

    def _make_desks(self) -> None:
        library, tasks, messages = self._library, self._tasks, self.messages
        parts = (self.imports, tasks, self.status, messages)
        self.import_desk = ImportDesk(library, *parts, self)
        self.pages = LibraryPages(
            library, self.imports, self.library_look, messages, tasks, self._theme
        )
        steered = (self.query_bar, self.filter_box, self.sort_button, self.region_editor)
        self.search_desk = SearchDesk(library, self.browser, *steered, tasks)
        self.space_desk = SpaceDesk(library, messages, tasks)
        self.sidebar_desk = SidebarDesk(
            library,
            self.sidebar,
            self.browser,
            self.search_desk,
            self.library_look,
            messages,
            tasks,
        )
        looked_at = (self.grid, self.photo_view, self.compare_page)
        self.photo_desk = PhotoDesk(library, *looked_at, self.overlays, tasks)
        self.asking = Asking(self.search_desk, self.photo_desk, self.imports.start, self)
        self.file_desk = FileDesk(library, tasks, messages, self.undo_list, self._theme, self)
        self.labels_door = LabelsDoor(
            library,
            self.window_actions,
            self.grid,
            self.photo_view,
            self.photo_desk,
            self.search_desk,
            self.browser,
            self.overlays,
            self.library_look,
            self.file_desk,
            messages,
            self.undo_list,
            self._theme,
            tasks,
            self,
        )
        self.doors = Doors(
            library,
            self.photo_desk,
            self.search_desk,
            self.browser,
            self.overlays,
            self.labels_door.desk,
            self.undo_list,
            self.small_feed,
            tasks,
            self._theme,
            self,
        )
        self.labels_door.connect_sidebar(self.sidebar.labels, self.sidebar_desk)
        self.spotting = Spotting(library, self.grid, tasks)
        self.leaving = Leaving(self.imports, self)
        self.following = Following(library, self.imports, self.import_desk.follow, tasks, self)
        self.drops = DropTarget(self, self.grid, self.query_bar, DropHint(self, self._theme))

    # --- how it looks -------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.setMinimumSize(640, 480)
        self.resize(QSize(1280, 720).boundedTo(self.screen().availableSize()))
        self._stack = QStackedWidget()
        # Each page knows how to be small; together they would keep the window large.
        ignored = QSizePolicy.Policy.Ignored
        self._stack.setSizePolicy(ignored, ignored)
        for page in (self.welcome, self.grid, self.nothing):
            self._stack.addWidget(page)
        for over in (self.photo_view, self.compare_page, self.region_editor, *self.pages.all):
            self._add_overlay(over)
        column = QVBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (self.query_bar, self.messages, self._stack):
            column.addWidget(part)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sidebar)
        row.addLayout(column, 1)
        middle = QWidget()
        middle.setLayout(row)
        self.setCentralWidget(middle)
        self.window_actions.fill_menu_bar(self.menuBar())
        # A menu bar that is hidden, as in full screen, hears no keys.
        self.addActions(self.window_actions.all)
        self._tools = self._tool_bar()
        self.addToolBar(self._tools)
        bar = QStatusBar(sizeGripEnabled=False)
        bar.addWidget(self.status, 1)
        self.setStatusBar(bar)
        self.welcome.setFocus()

    def _add_overlay(self, page: QWidget) -> None:
        page.windowTitleChanged.connect(lambda _: self._show_title())
        self._stack.addWidget(page)

    def _tool_bar(self) -> QToolBar:
        bar = QToolBar(self.tr("Tools"), movable=False)
        bar.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.window_actions.fill_tool_bar(bar)
        space = QWidget()
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        bar.addWidget(space)
        self.filter_box.setMaximumWidth(40 * GRID_PX)
        slider = SizeSlider(TILE_SIZES_PX, self.grid.tile_size_px)
        slider.size_wanted.connect(self.grid.set_tile_size)
        self.grid.tile_size_changed.connect(slider.show_size)
        self._of_grid = [
            bar.addWidget(each) for each in (self.filter_box, self.sort_button, slider)
        ]
        end = QWidget()
        end.setFixedWidth(GRID_PX)
        bar.addWidget(end)
        return bar

    # --- what causes what ---------------------------------------------------------------------

    def _connect_places(self) -> None:
        """Where the person is among the queries, and what lies over them."""
        self.browser.leaving.connect(self._mark_place)
        self.browser.searching.connect(self._show_searching)
        self.browser.progressed.connect(self._show_slow_search)
        self.browser.arrived.connect(self._show_place)
        self.browser.refreshed.connect(self._refresh_place)
        self.browser.failed.connect(self._show_failed_search)
        self.overlays.changed.connect(self._show_right_page)
        self.pages.wanted.connect(self.overlays.show)
        self.pages.closed.connect(self.overlays.close)
        self.search_desk.region_opened.connect(lambda: self.overlays.show(self.region_editor))
        self.search_desk.region_closed.connect(lambda: self.overlays.close(self.region_editor))

    def _connect_library(self) -> None:
        """Photos in, and what becomes of files."""
        self._tasks.failed.connect(self.say_error)
        self.imports.began.connect(self._show_import_began)
        self.imports.paused.connect(self.window_actions.show_paused)
        self.imports.paused.connect(lambda _: self._show_right_page())
        self.imports.ended.connect(self._show_import_ended)
        self.import_desk.problems_wanted.connect(self.pages.open_problems)
        self.library_look.photos_came.connect(self._show_library)
        self.library_look.problems_counted.connect(self.status.show_problems)
        self.library_look.failed.connect(self.say_error)
        self.status.problems_wanted.connect(self.pages.open_problems)
        self.pages.folders_changed.connect(self.following.refresh)
        self.pages.folders.import_wanted.connect(self.import_desk.choose_folder)
        self.following.stirred.connect(self.pages.refresh)
        self.file_desk.changed.connect(self.library_look.look)
        self.undo_list.changed.connect(self._show_undo)
        self.upkeep.done.connect(self._show_what_was_found_out)

    def _connect_panels(self) -> None:
        self.welcome.folder_wanted.connect(self.import_desk.choose_folder)
        self.grid.similar_wanted.connect(lambda wanted: self.search_desk.search_by([wanted]))
        self.grid.marked.connect(self.search_desk.mark)
        self.grid.menu_wanted.connect(self._show_photo_menu)
        self.grid.chosen_changed.connect(self._update_actions)
        self.grid.chosen_changed.connect(self._show_status)
        self.grid.more_wanted.connect(self.browser.more)
        self.photo_view.similar_wanted.connect(lambda wanted: self.search_desk.search_by([wanted]))
        self.photo_view.marked.connect(self.search_desk.mark)
        self.compare_page.trash_wanted.connect(lambda photo_id: self.file_desk.trash([photo_id]))
        self.photo_desk.said.connect(self.say)
        self.doors.made.connect(self._add_overlay)
        self.doors.menu_wanted.connect(self._show_photo_menu)
        self.doors.chosen_changed.connect(self._update_actions)
        self.doors.labels_changed.connect(self.labels_door.take_change)
        for changed in (self.labels_door.desk.changed, self.doors.labels_changed):
            changed.connect(self.upkeep.look_soon)  # albums may hold others
        self.labels_door.suggest_wanted.connect(self.doors.open_suggestions)
        self.doors.failed.connect(self.say_error)
        self.doors.said.connect(self.say)
        self.grid.why_wanted.connect(self.doors.explain_result)
        self.drops.missed.connect(self.doors.take_missing)
        self.query_bar.closed.connect(self.browser.show_all)
        self.query_bar.add_wanted.connect(self.asking.add_picture)
        self.query_bar.by_wanted.connect(self.space_desk.choose)
        self.query_bar.lens_row.pointed_at.connect(self.space_desk.expect)
        self.query_bar.ways_wanted.connect(self.doors.open_ways)
        self.query_bar.save_wanted.connect(self.sidebar_desk.save)
        self.space_desk.ready.connect(self.search_desk.set_by)
        self.space_desk.given_up.connect(self._show_right_page)
        self.search_desk.said.connect(lambda told: self.say(Message(told)))
        self.search_desk.failed.connect(self.say_error)
        self.filter_box.left.connect(self.grid.setFocus)
        self.sidebar_desk.problems_wanted.connect(self.pages.open_problems)
        self.sidebar.folders_wanted.connect(self.pages.open_folders)
        self.drops.dropped.connect(self.asking.take)
        self.asking.said.connect(self.say)

    def _connect_actions(self) -> None:
        acts, asking, doors = self.window_actions, self.asking, self.doors
        photos, files = self.photo_desk, self.file_desk
        for action, act in (
            (acts.import_folder, self.import_desk.choose_folder),
            (acts.rescan, self.import_desk.rescan),
            (acts.stop_import, self.import_desk.stop),
            (acts.pause_import, self.import_desk.pause_or_go_on),
            (acts.folders, self.pages.open_folders),
            (acts.problems, self.pages.open_problems),
            (acts.quit, self.close),
            (acts.open_picture, asking.choose_picture),
            (acts.paste, asking.paste),
            (acts.find_similar, asking.by_chosen),
            (acts.more_like_this, lambda: asking.mark_chosen(is_wanted=True)),
            (acts.less_like_this, lambda: asking.mark_chosen(is_wanted=False)),
            (acts.region, asking.by_part_of_chosen),
            (acts.compare_ways, doors.open_ways),
            (acts.evaluate, doors.open_evaluation),
            (acts.teach, doors.open_teaching),
            (acts.suggestions, doors.open_suggestions),
            (acts.filter, self._focus_filter),
            (acts.save_search, self.sidebar_desk.save),
            (acts.back, self.back),
            (acts.forward, self.browser.forward),
            (acts.show_all, self.show_all),
            (acts.escape, self.escape),
            (acts.view_photo, photos.view_chosen),
            (acts.compare, photos.compare_selected),
            (acts.why, doors.explain_chosen),
            (acts.why_not, doors.choose_missing),
            (acts.layers, doors.open_layers),
            (acts.demo, doors.open_tour),
            (acts.open_file, photos.open_file),
            (acts.show_in_folder, photos.show_in_folder),
            (acts.copy, photos.copy),
            (acts.copy_image, photos.copy_image),
            (acts.select_all, self.grid.selectAll),
            (acts.undo, self.undo_list.undo),
            (acts.copy_to, lambda: files.copy_to(photos.selected)),
            (acts.move_to, lambda: files.move_to(photos.selected)),
            (acts.link_to, lambda: files.link_to(photos.selected)),
            (acts.trash, lambda: files.trash(photos.selected)),
            (acts.export_list, lambda: files.export_list(photos.listed, photos.similarities)),
            (acts.export_sheet, lambda: files.export_sheet(photos.listed, photos.similarities)),
            (acts.larger, lambda: self.grid.zoom(1)),
            (acts.smaller, lambda: self.grid.zoom(-1)),
            (acts.usual_size, lambda: self.grid.zoom(0)),
            (acts.full_screen, self._toggle_full_screen),
            (acts.shortcuts, self.show_shortcuts),
            (acts.about, self.show_about),
        ):
            action.triggered.connect(lambda *_, act=act: act())
        acts.gently.triggered.connect(lambda action: self._import_gently(action.data()))
        acts.show_gently(self._library.settings.import_gently)
        acts.sidebar.toggled.connect(self._show_sidebar)
        acts.sidebar.setChecked(True)
        self._show_undo()
        self._update_actions()

    def _show_undo(self) -> None:
        last = self.undo_list.last
        self.window_actions.show_undo(last.name if last else "")

    def _update_actions(self) -> None:
        acts, place = self.window_actions, self.browser.place
        acts.back.setEnabled(self.overlays.top is not None or self.browser.can_go_back)
        acts.forward.setEnabled(self.browser.can_go_forward)
        acts.show_all.setEnabled(self.overlays.top is not None or not place.query.is_everything)
        acts.save_search.setEnabled(not place.query.is_everything)
        for action in (acts.stop_import, acts.pause_import):
            action.setEnabled(self.imports.is_running)
        acts.rescan.setEnabled(not self.imports.is_asked_for)
        is_grid = self._stack.currentWidget() is self.grid
        for shown in self._of_grid:
            shown.setVisible(self._photos > 0 and self.overlays.top is None)
        for action in (acts.larger, acts.smaller, acts.usual_size, acts.select_all):
            action.setEnabled(is_grid)
        acts.compare.setEnabled(is_grid and self.grid.picking.count > 1)
        has_chosen = self.photo_desk.chosen is not None
        acts.compare_ways.setEnabled(place.query.has_examples or has_chosen)
        acts.why.setEnabled(self.doors.pairs.can_explain)
        acts.why_not.setEnabled(self.doors.pairs.can_miss)
        self._enable_for_photos()

    def _enable_for_photos(self) -> None:
        acts, has_chosen = self.window_actions, self.photo_desk.chosen is not None
        looks = (acts.view_photo, acts.layers, acts.open_file)
        one = (acts.find_similar, *looks, acts.copy_image, acts.region)
        marks = (acts.more_like_this, acts.less_like_this)
        files = (acts.copy, acts.copy_to, acts.move_to, acts.link_to, acts.trash)
        acts.labels.setEnabled(has_chosen)
        acts.label.setEnabled(has_chosen)
        for action in (*one, *marks, *files, acts.show_in_folder):
            action.setEnabled(has_chosen)
        for action in (acts.export_list, acts.export_sheet, acts.demo):
            action.setEnabled(self.browser.place.answer.count > 0)

    def come_forward(self, target: Path | None) -> None:
        """The program was started once more, perhaps with something to open."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()
        self.asking.open(target)

    # --- photos in ----------------------------------------------------------------------------

    def _import_gently(self, choice: str) -> None:
        """From now on, and the next time as well."""
        self.imports.pace.wants_gentle = Settings(import_gently=choice).wants_gentle
        self._tasks.start(lambda _: self._remember("import_gently", choice))

    def _show_import_began(self) -> None:
        self.upkeep.pause()
        self.library_look.hurry(True)
        self._show_right_page()

    def _show_import_ended(self, report: ImportReport | None) -> None:
        self.library_look.hurry(False)
        self.library_look.look()
        self.upkeep.look_soon()
        self.window_actions.show_paused(False)
        # A stopped import does not tell what it changed.
        if report is None or report.changed:
            self.feed.forget()
            self.small_feed.forget()
            self.grid.viewport().update()
        self._show_right_page()

    def _show_what_was_found_out(self) -> None:
        """A filter may let more photos through, now that more is known of them."""
        if self.browser.place.query.question.words:
            self.browser.renew()

    def _show_library(self, ids: list[PhotoId]) -> None:
        self._photos = len(ids)
        self.browser.take_library(ids)
        self.photo_desk.take_library(ids)
        self.doors.library_changed.emit(ids)
        self._show_status()
        self._show_right_page()

    # --- searching ----------------------------------------------------------------------------

    def _focus_filter(self) -> None:
        if self.filter_box.isVisible():
            self.filter_box.focus_box()

    def _show_searching(self, query: Query) -> None:
        self._asked_at = time.monotonic()
        self.messages.hide_unless_offering()
        self.search_desk.show_searching(query)

    def _show_slow_search(self, advance: Advance) -> None:
        if time.monotonic() - self._asked_at < _WORTH_TELLING_S:
            return
        told = said(advance.activity)
        if advance.fraction is not None:
            told = f"{told}: {percent_text(advance.fraction)}"
        self._slow = Message(told, action=(self.tr("Stop"), self.browser.give_up))
        self.say(self._slow)

    def _take_back_slow_search(self) -> None:
        if self._slow:
            self.messages.take_back(self._slow)
            self._slow = None

    def _show_failed_search(self, error: Exception) -> None:
        self._take_back_slow_search()
        self.search_desk.show_failed(error)

    def _mark_place(self) -> None:
        self.browser.place.scrolled_to = self.grid.place
        self.browser.place.chosen = self.grid.chosen

    def _show_place(self, place: Place) -> None:
        self.grid.photos.remember(place.answer.photos)
        self.grid.show_contents(place.answer.contents)
        self.grid.choose(place.chosen)
        self.grid.go_to_place(place.scrolled_to)
        self._show_query(place)
        self.overlays.close_all()
        self._show_right_page()
        if not self._is_steering:
            self.grid.setFocus()

    @property
    def _is_steering(self) -> bool:
        """Whether the keyboard is on what steers the search, and has to stay there."""
        focus = QApplication.focusWidget()
        return focus is not None and any(
            part is focus or part.isAncestorOf(focus) for part in (self.filter_box, self.query_bar)
        )

    def _refresh_place(self, place: Place) -> None:
        self.grid.photos.remember(place.answer.photos)
        self.grid.refresh(place.answer.contents)
        self._show_query(place)
        self._show_right_page()

    def _show_query(self, place: Place) -> None:
        if not self.browser.is_searching:
            self._take_back_slow_search()
        self.search_desk.show_place(place)
        self.sidebar_desk.show_current(place.query)
        self.spotting.show_place(place)
        self._show_status()

    # --- where the person is ------------------------------------------------------------------

    def show_all(self) -> None:
        self.overlays.close_all()
        self.browser.show_all()

    def back(self) -> None:
        """Out of what lies on top, or to the place before."""
        if self.overlays.top:
            self.overlays.close(self.overlays.top)
        elif self.browser.can_go_back:
            self.browser.back()

    def escape(self) -> None:
        """One step out: of what lies on top, of the results, of full screen."""
        top = self.overlays.top
        if top:
            self.overlays.close(top)
        elif self.browser.is_searching:
            self.browser.give_up()
        elif not self.browser.place.query.is_everything:
            self.browser.show_all()
        elif self.isFullScreen():
            self._toggle_full_screen()

    def _show_right_page(self) -> None:
        page = self.overlays.top or self._right_page()
        self._show_chrome(page)
        if page is not self._stack.currentWidget():
            self._stack.setCurrentWidget(page)
            if self.overlays.top or not self._is_steering:
                page.setFocus()
        self._show_title()
        self._update_actions()

    def _show_title(self) -> None:
        """Of the page on top, or what is searched for; the system adds the program's name."""
        top = self.overlays.top
        title = top.windowTitle() if top else TitleWords().of(self.browser.place)
        # Alone, "[*]" would stand for something that is not saved yet.
        self.setWindowTitle(title.replace("[*]", "[*][*]") or "Lookalike")

    def _right_page(self) -> QWidget:
        place = self.browser.place
        if place.answer.count or (self._photos and place.query.is_everything):
            return self.grid
        if self._photos and place.answer.nothing:
            self.nothing.tell("search", self.tr("Nothing Fits"), said(place.answer.nothing))
            return self.nothing
        if self._photos:
            return self.grid
        self.welcome.show_importing(self.imports.is_running, self.imports.is_paused)
        return self.welcome

    def _show_chrome(self, page: QWidget) -> None:
        """A large photo has the full screen to itself, the tour even a window; what lies over the
        photos has no query."""
        is_tour, has_head = self.doors.is_tour(page), self.doors.has_header(page)
        is_large = is_tour or has_head or page in (self.photo_view, self.compare_page)
        is_alone = is_tour or (self.isFullScreen() and is_large)
        for part in (self.menuBar(), self.statusBar()):
            part.setVisible(not is_alone)
        # Pages with headers of their own have little room.
        self._tools.setVisible(not is_alone and not has_head)
        self.window_actions.fit_tool_bar(self._tools, is_tight=self._is_tight)
        wants_sidebar = self.window_actions.sidebar.isChecked() and not self._is_tight
        has_sidebar = wants_sidebar and self._photos > 0
        self.sidebar.setVisible(has_sidebar and not is_large)
        if self.overlays.top:
            self.query_bar.hide()
        else:
            self.search_desk.show_place(self.browser.place)

    @property
    def _is_tight(self) -> bool:
        """Whether the sidebar and the words on buttons would leave no room for photos."""
        return self.width() < _TIGHT_PX

    def _show_sidebar(self, _: bool) -> None:
        self._show_right_page()

    def _show_photo_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.window_actions.photo_menu(menu)
        menu.popup(place)

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

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

    def show_shortcuts(self) -> None:
        ShortcutSheet(self.window_actions.titles(), self).show()

    def _load_network(self) -> None:
        self._tasks.start(
            lambda _: answering.running_network(self._library),
            done=self._show_network,
            failed=self._show_no_network,
        )

    def _show_network(self, network: str) -> None:
        self._network = network
        self._show_status()
        # What keeps it from being read is told by the first search.
        self._tasks.start(lambda _: answering.get_ready(self._library), failed=nothing)

    def _show_no_network(self, error: Exception) -> None:
        self._show_network(self.tr("no network"))
        self.say_error(error)

    def _show_status(self) -> None:
        place = self.browser.place
        fitting = "" if place.query.has_examples else place.answer.detail
        chosen = self.grid.picking.count
        self.status.show_library(LibraryView(self._photos, self._network, fitting, chosen))

    def finish(self) -> None:
        """As the program ends: labels and answers that wait for their turn are written."""
        self.labels_door.desk.finish()
        self.doors.finish()

    # --- Qt -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The mouse's own Back and Forward buttons, wherever they are pressed."""
        if event.button() == Qt.MouseButton.BackButton:
            self.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self.browser.forward()
        else:
            super().mousePressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.WindowStateChange:
            self.window_actions.full_screen.setChecked(self.isFullScreen())
            self._show_right_page()
        super().changeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if (event.oldSize().width() < _TIGHT_PX) != self._is_tight:
            self._show_right_page()

    def closeEvent(self, event: QCloseEvent) -> None:
        """While photos are coming in, the person is asked what that means for them."""
        if not self.leaving.may_close():
            event.ignore()
            return
        self.following.close()
        leave_text_behind()
        super().closeEvent(event)
