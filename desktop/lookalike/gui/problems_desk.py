"""Fills the page of problems, keeps it true, and does what is wanted there."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QStandardPaths, QTimer
from PySide6.QtWidgets import QFileDialog

from lookalike.gui.panels.message_bar import Message
from lookalike.gui.panels.problem_list import (
    ProblemLine,
    arranged,
    lines_of,
    renewed,
)
from lookalike.gui.panels.problems_page import ProblemsPage
from lookalike.gui.photo_files import show_in_folder
from lookalike.gui.tasks import Task, Tasks
from lookalike.library import problems as problems_of
from lookalike.library.library import Library
from lookalike.library.problems import Problem
from lookalike.photos import Photo

_AT_LEAST_EVERY_MS = 500
# So that listing very many problems again and again, while an import finds more, stays cheap.
_RESTS_PER_WORK = 4

StartImport = Callable[[Sequence[Path]], None]
Say = Callable[[Message], None]


class ProblemsDesk(QObject):
    """Lists are made off the GUI thread, and only while the page is there to be seen."""

    def __init__(
        self,
        library: Library,
        page: ProblemsPage,
        tasks: Tasks,
        start_import: StartImport,
        say: Say,
    ) -> None:
        super().__init__(page)
        self._library = library
        self._page = page
        self._tasks = tasks
        self._start_import = start_import
        self._say = say
        self._lines: Sequence[ProblemLine] = []
        self._arranging: Task | None = None
        self._is_reading = self._is_stale = False
        self._rest = QTimer(self, singleShot=True)
        self._rest.timeout.connect(self._read_if_stale)
        page.wish_changed.connect(lambda _: self._arrange())
        page.try_again_wanted.connect(self._try_again)
        page.reveal_wanted.connect(show_in_folder)
        page.export_wanted.connect(self._export)
        page.forget_wanted.connect(self._forget)

    def refresh(self) -> None:
        """Read the problems again, soon, if the page is shown; call it when the library changed."""
        self._is_stale = True
        if not self._rest.isActive():
            self._read_if_stale()

    def _read_if_stale(self) -> None:
        if not self._is_stale or self._is_reading or not self._page.isVisible():
            return
        self._is_stale, self._is_reading = False, True
        library, known, began_s = self._library, self._lines, time.monotonic()
        self._tasks.start(
            lambda _: (
                renewed(lines_of(problems_of.problems(library)), known),
                problems_of.offline_folders(library),
            ),
            done=lambda read: self._take(*read, began_s),
            failed=self._fail,
        )

    def _take(self, lines: Sequence[ProblemLine], away: list[Path], began_s: float) -> None:
        self._page.show_away(away)
        if lines is not self._lines:
            self._lines = lines
            self._arrange()
        self._end_reading(time.monotonic() - began_s)

    def _fail(self, error: Exception) -> None:
        self._end_reading(1.0)
        self._tasks.failed.emit(error)

    def _end_reading(self, took_s: float) -> None:
        self._is_reading = False
        self._rest.start(max(_AT_LEAST_EVERY_MS, round(took_s * 1000 * _RESTS_PER_WORK)))

    def _arrange(self) -> None:
        if self._arranging:
            self._arranging.refuse()
        lines, wish = self._lines, self._page.wish
        self._arranging = self._tasks.start(
            lambda _: arranged(lines, wish), done=self._page.show_listing
        )

    def _try_again(self, chosen: list[Problem]) -> None:
        def begin(folders: list[Path]) -> None:
            if folders:
                self._start_import(folders)
            else:
                told = self.tr("The folders of these files cannot be reached now.")
                self._say(Message(told, "warning"))

        self._tasks.start(lambda _: problems_of.try_again(self._library, chosen), done=begin)

    def _forget(self, chosen: list[Problem]) -> None:
        self._tasks.start(
            lambda _: problems_of.forget(self._library, chosen), done=self._tell_forgotten
        )

    def _tell_forgotten(self, photos: list[Photo]) -> None:
        self.refresh()
        text = self.tr("%Ln missing photo(s) forgotten. No file was touched.", "", len(photos))
        self._say(Message(text, "done", (self.tr("Undo"), lambda: self._take_back(photos))))

    def _take_back(self, photos: list[Photo]) -> None:
        def tell(_: object) -> None:
            self.refresh()
            text = self.tr("%Ln photo(s) kept after all.", "", len(photos))
            self._say(Message(text, "done"))

        self._tasks.start(lambda _: problems_of.take_back(self._library, photos), done=tell)

    def _export(self, chosen: list[Problem]) -> None:
        # Never the photos' own folder, unless the person goes there.
        place = QStandardPaths.StandardLocation.DocumentsLocation
        offered = Path(QStandardPaths.writableLocation(place)) / self.tr("Lookalike problems.csv")
        picked, _ = QFileDialog.getSaveFileName(
            self._page, self.tr("Export the Problems"), str(offered), self.tr("Tables (*.csv)")
        )
        if picked:
            self._write(chosen, Path(picked))

    def _write(self, chosen: list[Problem], picked: Path) -> None:
        file = picked if picked.suffix else picked.with_name(f"{picked.name}.csv")

        def tell(_: object) -> None:
            show = (self.tr("Show in Folder"), lambda: show_in_folder(file))
            text = self.tr("%Ln problem(s) written to {name}.", "", len(chosen))
            self._say(Message(text.format(name=file.name), "done", show))

        self._tasks.start(lambda _: problems_of.write_csv(chosen, file), done=tell)
