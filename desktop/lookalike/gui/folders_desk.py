"""Fills the page of folders, keeps it true, and does what is wanted there."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QMessageBox

from lookalike.gui.panels.folders_page import FoldersPage
from lookalike.gui.tasks import Task, Tasks
from lookalike.library.folders import (
    FolderStanding,
    exclude_from,
    folder_standings,
    remove_folder,
)
from lookalike.library.library import Library

StartImport = Callable[[Sequence[Path]], None]


class FoldersDesk(QObject):
    """`changed` is called when the person has removed a folder, or changed what one leaves out."""

    def __init__(
        self,
        library: Library,
        page: FoldersPage,
        tasks: Tasks,
        start_import: StartImport,
        changed: Callable[[], object],
    ) -> None:
        super().__init__(page)
        self._library = library
        self._page = page
        self._tasks = tasks
        self._start_import = start_import
        self._changed = changed
        self._reading: Task | None = None
        self.question: QMessageBox | None = None
        page.look_wanted.connect(lambda standing: start_import([standing.path]))
        page.removal_wanted.connect(self._ask_to_remove)
        page.exclude_wanted.connect(self._exclude)

    def refresh(self) -> None:
        """Read how the folders stand, if the page is shown; call it when the library changed."""
        if self._page.isVisible() and self._reading is None:
            self._reading = self._tasks.start(
                lambda _: folder_standings(self._library), done=self._take, failed=self._fail
            )

    def _take(self, standings: list[FolderStanding]) -> None:
        self._reading = None
        self._page.show_folders(standings)

    def _fail(self, error: Exception) -> None:
        self._reading = None
        self._tasks.failed.emit(error)

    def _exclude(self, standing: FolderStanding, patterns: list[str]) -> None:
        def look(_: object) -> None:
            self._changed()
            self.refresh()
            if standing.is_online:
                self._start_import([standing.path])

        self._tasks.start(lambda _: exclude_from(self._library, standing.path, patterns), done=look)

    def _ask_to_remove(self, standing: FolderStanding) -> None:
        title = self.tr("Remove {folder} from the library?")
        title = title.format(folder=standing.path.name or standing.path)
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Lookalike", title, parent=self._page)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setTextFormat(Qt.TextFormat.PlainText)
        gone = self.tr("Its %Ln photo(s) can no longer be found here.", "", standing.counts.ready)
        kept = self.tr(
            "The files themselves stay where they are, untouched; "
            "importing the folder again brings them back."
        )
        box.setInformativeText(f"{gone} {kept}")
        remove = box.addButton(self.tr("Remove"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(QMessageBox.StandardButton.Cancel))
        box.finished.connect(lambda _: self._take_answer(standing, box.clickedButton() is remove))
        self.question = box
        box.open()

    def take_question_back(self) -> None:
        """When an import begins, which may bring in what is about to be removed."""
        if self.question:
            self.question.reject()

    def _take_answer(self, standing: FolderStanding, is_to_be_removed: bool) -> None:
        self.question = None
        if is_to_be_removed:
            self._remove(standing)

    def _remove(self, standing: FolderStanding) -> None:
        def tell(_: object) -> None:
            self._changed()
            self.refresh()

        self._tasks.start(lambda _: remove_folder(self._library, standing.path), done=tell)
