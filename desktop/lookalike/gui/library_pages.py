"""The pages about the library itself, in place of its photos: problems and folders."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lookalike.gui.folders_desk import FoldersDesk
from lookalike.gui.import_run import ImportRun
from lookalike.gui.library_look import LibraryLook
from lookalike.gui.panels.folders_page import FoldersPage
from lookalike.gui.panels.message_bar import MessageBar
from lookalike.gui.panels.problems_page import ProblemsPage
from lookalike.gui.problems_desk import ProblemsDesk
from lookalike.gui.tasks import Tasks
from lookalike.gui.theme import Theme
from lookalike.library.library import Library


class LibraryPages(QObject):
    """Keeps its pages true. `wanted` and `closed` carry one of them.

    `folders_changed` comes when the person has removed a folder or changed what one leaves out.
    """

    wanted = Signal(object)
    closed = Signal(object)
    folders_changed = Signal()

    def __init__(
        self,
        library: Library,
        run: ImportRun,
        look: LibraryLook,
        messages: MessageBar,
        tasks: Tasks,
        theme: Theme,
    ) -> None:
        super().__init__()
        self.problems = ProblemsPage(theme)
        self.folders = FoldersPage(theme)
        self._problems_desk = ProblemsDesk(library, self.problems, tasks, run.start, messages.say)
        self._folders_desk = FoldersDesk(
            library, self.folders, tasks, run.start, self._tell_folders_changed
        )
        self._look = look
        look.changed.connect(self.refresh)
        run.began.connect(lambda: self.folders.show_importing(True))
        run.began.connect(self._folders_desk.take_question_back)
        run.ended.connect(lambda _: self.folders.show_importing(False))
        for page in self.all:
            page.closed.connect(partial(self.closed.emit, page))

    @property
    def all(self) -> tuple[ProblemsPage, FoldersPage]:
        return self.problems, self.folders

    def open_problems(self) -> None:
        if not self.problems.isVisible():
            self.problems.show_all()
        self._open(self.problems)

    def open_folders(self) -> None:
        self._open(self.folders)

    def refresh(self) -> None:
        self._problems_desk.refresh()
        self._folders_desk.refresh()

    def _open(self, page: QWidget) -> None:
        self.wanted.emit(page)
        self.refresh()

    def _tell_folders_changed(self) -> None:
        self._look.look()
        self.folders_changed.emit()
