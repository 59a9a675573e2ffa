"""Fills the sidebar, and does what its lines ask for."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from lookalike.gui.browsing import BY_SIMILARITY, Browser, Query
from lookalike.gui.labels.label_filters import album_filter
from lookalike.gui.library_look import LibraryLook
from lookalike.gui.panels.message_bar import Message, MessageBar, message_of
from lookalike.gui.panels.sidebar import EVERYTHING, PROBLEMS, Sidebar, SidebarView
from lookalike.gui.panels.sidebar_line import Key, LabelKey
from lookalike.gui.search_desk import SearchDesk, folder_words
from lookalike.gui.tasks import Tasks
from lookalike.gui.title_words import TitleWords
from lookalike.library.arrangement import Arrangement
from lookalike.library.folders import folder_tree
from lookalike.library.labels.labelling import LabelNode
from lookalike.library.library import Library
from lookalike.library.problems import problem_count
from lookalike.library.search.questions import Question
from lookalike.library.search.saved_searches import (
    SavedRow,
    delete_search,
    open_search,
    rename_search,
    restore_search,
    save_search,
    saved_searches_with_news,
)
from lookalike.photos import LabelId

T = TypeVar("T")
# Counting news searches once for each saved search; photos come in twice a second.
_COUNT_EVERY_MS = 2000


class SidebarDesk(QObject):
    """`problems_wanted` asks for the page of problems."""

    problems_wanted = Signal()

    def __init__(
        self,
        library: Library,
        sidebar: Sidebar,
        browser: Browser,
        search: SearchDesk,
        look: LibraryLook,
        messages: MessageBar,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self._library = library
        self._sidebar = sidebar
        self._browser = browser
        self._search = search
        self._messages = messages
        self._tasks = tasks
        self._roots: dict[str, Path] = {}
        self._filters: Mapping[LabelId, str] = {}
        self._is_looking = False
        self._is_stale = False
        self._soon = QTimer(self, singleShot=True, interval=_COUNT_EVERY_MS)
        self._soon.timeout.connect(self.refresh)
        look.changed.connect(self._refresh_soon)
        sidebar.wanted.connect(self._open)
        sidebar.rename_wanted.connect(self._rename)
        sidebar.delete_wanted.connect(self._delete)

    def refresh(self) -> None:
        """Draw the library as it is now."""
        self._soon.stop()
        # One look at a time: an earlier one may take longer, and would be shown last.
        self._is_stale = self._is_looking
        if not self._is_looking:
            self._is_looking = True
            shown = self._browser.place.query.saved
            self._tasks.start(
                lambda _: _view(self._library, shown), done=self._show, failed=self._say_unseen
            )

    def save(self) -> None:
        """Keep the search that is shown, under a name that can be changed in its line."""
        query = self._browser.place.query
        if query.saved is not None:
            return
        question, name = query.question, self._name_of(query.question)
        self._work(
            lambda: save_search(self._library, name, question),
            lambda number: self._show_saved(question, number, name),
        )

    def show_labels(self, nodes: Sequence[LabelNode], filters: Mapping[LabelId, str]) -> None:
        """List these; `filters` lets the photos of each label through."""
        self._filters = filters
        self._sidebar.show_labels(nodes)
        self.show_current(self._browser.place.query)

    def show_current(self, query: Query) -> None:
        """Mark the line of what is shown."""
        self._sidebar.show_current(self._key_of(query))

    def _refresh_soon(self) -> None:
        if not self._soon.isActive():
            # The first time at once: an empty sidebar looks broken.
            self._soon.start(_COUNT_EVERY_MS if self._roots else 0)

    def _show(self, view: SidebarView) -> None:
        self._end_looking()
        self._roots = {folder_words(node.path): node.path for node in _flat(view)}
        self._sidebar.show_library(view)
        self.show_current(self._browser.place.query)

    def _say_unseen(self, error: Exception) -> None:
        self._messages.say(message_of(error))
        self._end_looking()

    def _end_looking(self) -> None:
        self._is_looking = False
        if self._is_stale:
            self.refresh()

    def _key_of(self, query: Query) -> Key | None:
        if query.saved is not None:
            return query.saved
        if query.is_everything:
            return EVERYTHING
        if query.question == Question(words=query.question.words):
            return self._roots.get(query.question.words) or self._label_key(query.question.words)
        return None

    def _label_key(self, words: str) -> LabelKey | None:
        found = (
            LabelKey(label_id)
            for label_id, shown in self._filters.items()
            if words in (shown, album_filter(shown))
        )
        return next(found, None)

    def _open(self, key: Key) -> None:
        if key == EVERYTHING:
            self._browser.show_all()
        elif key == PROBLEMS:
            self.problems_wanted.emit()
        elif isinstance(key, Path):
            self._search.show_folder(key)
        elif isinstance(key, LabelKey) and key.id in self._filters:
            self._search.show_all_that(self._filters[key.id])
        elif isinstance(key, int):
            self._work(partial(open_search, self._library, key), partial(self._ask, key))

    def _ask(self, number: int, question: Question) -> None:
        is_ranked = Query(question).is_ranked
        arrangement = BY_SIMILARITY if is_ranked else Arrangement()
        self._browser.ask(Query(question, arrangement, saved=number))

    def _show_saved(self, question: Question, number: int, name: str) -> None:
        self._browser.tell_saved(question, number)
        self._messages.say(Message(self.tr("Saved as “{name}”.").format(name=name), "done"))

    def _rename(self, number: int, name: str) -> None:
        self._work(partial(rename_search, self._library, number, name))

    def _delete(self, number: int) -> None:
        def offer_back(deleted: SavedRow | None) -> None:
            if deleted:
                self._browser.tell_deleted(number)
                told = self.tr("“{name}” was deleted.").format(name=deleted.name)
                restore = partial(self._restore, deleted)
                self._messages.say(Message(told, action=(self.tr("Undo"), restore)))

        self._work(partial(delete_search, self._library, number), offer_back)

    def _restore(self, deleted: SavedRow) -> None:
        self._messages.hide()
        self._work(partial(restore_search, self._library, deleted))

    def _name_of(self, question: Question) -> str:
        examples = self._browser.place.answer.examples
        names = [Path(each.name).stem for each in examples if each.example.is_wanted]
        unit = TitleWords().unit(question.unit) if question.unit else ""
        told = [unit, *names[:2], question.words]
        return ", ".join(part for part in told if part) or self.tr("Search")

    def _work(self, work: Callable[[], T], done: Callable[[T], object] = lambda _: None) -> None:
        def finish(value: T) -> None:
            done(value)
            self.refresh()

        def fail(error: Exception) -> None:
            self._messages.say(message_of(error))
            self.refresh()

        self._tasks.start(lambda _: work(), done=finish, failed=fail)


def _view(library: Library, shown: int | None) -> SidebarView:
    return SidebarView(
        library.counts().ready,
        folder_tree(library),
        saved_searches_with_news(library, shown),
        problem_count(library),
    )


def _flat(view: SidebarView) -> list:  # type: ignore[type-arg]
    waiting = list(view.folders)
    for node in waiting:
        waiting.extend(node.children)
    return waiting
