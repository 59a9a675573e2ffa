"""Where file actions are asked for, previewed, done, told and taken back."""

import logging
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lookalike.errors import LookalikeError
from lookalike.gui.contact_sheet import SheetChoices, write_sheet
from lookalike.gui.dialogs.file_details import FileDetails
from lookalike.gui.dialogs.file_preview import FilePreview
from lookalike.gui.dialogs.sheet_options import SheetOptions
from lookalike.gui.file_words import FileWords
from lookalike.gui.panels.message_bar import Message, MessageBar, message_of
from lookalike.gui.photo_files import show_in_folder
from lookalike.gui.progress_run import ProgressRun
from lookalike.gui.tasks import Tasks
from lookalike.gui.theme import Theme
from lookalike.gui.undo_list import Act, UndoList
from lookalike.library.files import file_work
from lookalike.library.files.file_plan import FileKind, FilePlan, plan
from lookalike.library.files.file_work import FileReport
from lookalike.library.files.listing import write_list
from lookalike.library.library import Library
from lookalike.photos import PhotoId
from lookalike.progress import Progress

_T = TypeVar("_T")
_Similarities = Mapping[PhotoId, float]
logger = logging.getLogger(__name__)


class FileDesk(QObject):
    """One action at a time. `changed` tells that the library has to be looked at again."""

    changed = Signal()

    def __init__(
        self,
        library: Library,
        tasks: Tasks,
        messages: MessageBar,
        undo_list: UndoList,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._undo_list = undo_list
        self._library = library
        self._tasks = tasks
        self._messages = messages
        self._theme = theme
        self._parent = parent
        self._words = FileWords(self)
        self._folder = ""
        self._sheet = SheetChoices("")
        self.run = ProgressRun(tasks, parent)
        self.preview: FilePreview | None = None
        self.sheet_options: SheetOptions | None = None

    # --- what a person may ask for ------------------------------------------------------------

    def copy_to(self, photos: Sequence[PhotoId]) -> None:
        self._into_folder(FileKind.COPY, photos, self.tr("Copy Photos to a Folder"))

    def move_to(self, photos: Sequence[PhotoId]) -> None:
        self._into_folder(FileKind.MOVE, photos, self.tr("Move Photos to a Folder"))

    def link_to(self, photos: Sequence[PhotoId]) -> None:
        self._into_folder(FileKind.HARD_LINK, photos, self.tr("Hard-Link Photos into a Folder"))

    def trash(self, photos: Sequence[PhotoId]) -> None:
        if photos and not self._is_busy():
            self._plan(FileKind.TRASH, photos, None)

    def export_list(
        self, photos: Sequence[PhotoId], similarities: _Similarities | None = None
    ) -> None:
        """Args: similarities: 0 to 1, where the photos answer a search, the best first."""
        if not photos or self._is_busy():
            return
        file = self._file_to_write(
            self.tr("Export a List"), self.tr("Photos.csv"), (".csv", ".json")
        )
        if file:
            write = partial(self._write_list, photos, file, dict(similarities or {}))
            self._run(
                self.tr("Writing the list…"), write, lambda count: self._tell_list(count, file)
            )

    def export_sheet(
        self,
        photos: Sequence[PhotoId],
        similarities: _Similarities | None = None,
        title: str = "",
    ) -> None:
        """Args: title: offered as that of the sheet: the query, or the folder."""
        if not photos or self._is_busy():
            return
        offered = SheetChoices(
            title, self._sheet.paper, self._sheet.columns, self._sheet.with_percent
        )
        has_percent = bool(similarities)
        dialog = SheetOptions(offered, len(photos), has_percent=has_percent, parent=self._parent)
        dialog.chosen.connect(
            lambda choices: self._export_sheet(photos, dict(similarities or {}), choices)
        )
        self.sheet_options = dialog
        dialog.open()

    def look_for_interrupted(self) -> None:
        """At the start: tell what was under way when the program ended last time."""
        self._tasks.start(
            lambda _: file_work.unfinished(self._library), done=self._tell_interrupted
        )

    # --- plan, preview, do --------------------------------------------------------------------

    def _into_folder(self, kind: FileKind, photos: Sequence[PhotoId], title: str) -> None:
        if not photos or self._is_busy():
            return
        folder = QFileDialog.getExistingDirectory(self._parent, title, self._folder)
        if folder:
            self._folder = folder
            self._plan(kind, photos, Path(folder))

    def _plan(self, kind: FileKind, photos: Sequence[PhotoId], folder: Path | None) -> None:
        self.preview_plan(lambda progress: plan(self._library, kind, photos, folder, progress))

    def preview_plan(self, make: Callable[[Progress], FilePlan]) -> None:
        """Show what is planned, to be done if the person says so."""
        self._run(self.tr("Looking at the files…"), make, self._show_preview)

    def _show_preview(self, made: FilePlan) -> None:
        self.preview = FilePreview(made, self._theme, self._parent)
        self.preview.confirmed.connect(self._perform)
        self.preview.finished.connect(self._forget_preview)
        self.preview.open()

    def _forget_preview(self) -> None:
        self.preview = None

    def _perform(self, made: FilePlan) -> None:
        self._run(
            self._words.running(made.kind),
            lambda progress: file_work.perform(self._library, made, progress),
            self._take_report,
        )

    def _undo(self, act: Act, report: FileReport) -> None:
        if not self._undo_list.holds(act) or self._is_busy():
            return
        self._run(
            self._words.running(report.kind, is_undo=True),
            lambda progress: file_work.undo(self._library, report, progress),
            lambda back: self._take_back(act, report, back),
        )

    def _take_report(self, report: FileReport) -> None:
        act = self._act(report)
        if act:
            self._undo_list.push(act)
        self._tell(report, self._words.told(report), act)
        self.changed.emit()

    def _take_back(self, act: Act, report: FileReport, back: FileReport) -> None:
        # What was left as it is would be left as it is again; what was not come to can go on.
        came_to = {outcome.photo_id for outcome in back.outcomes}
        left = tuple(o for o in report.done if o.photo_id not in came_to)
        self._undo_list.remove(act)
        rest = self._act(FileReport(report.kind, report.destination, len(left), left))
        if rest:
            self._undo_list.push(rest)
        self._tell(back, self._words.told(back))
        self.changed.emit()

    def _act(self, report: FileReport) -> Act | None:
        """What Undo takes back, as a whole."""
        if not report.can_be_undone:
            return None
        act = Act(self._words.act(report.kind, len(report.done)), lambda: self._undo(act, report))
        return act

    # --- exports ------------------------------------------------------------------------------

    def _write_list(
        self, photos: Sequence[PhotoId], file: Path, similarities: _Similarities, progress: Progress
    ) -> int:
        return write_list(self._library, photos, file, similarities, progress)

    def _tell_list(self, count: int, file: Path) -> None:
        told = self.tr("%Ln photo(s) written to {name}.", "", count).format(name=file.name)
        self._offer_to_show(told, file)

    def _export_sheet(
        self, photos: Sequence[PhotoId], similarities: _Similarities, choices: SheetChoices
    ) -> None:
        self.sheet_options = None
        self._sheet = choices
        name = self.tr("Contact sheet.pdf")
        file = self._file_to_write(self.tr("Export a Contact Sheet"), name, (".pdf", ".png"))
        if file:
            self._run(
                self.tr("Making the contact sheet…"),
                lambda progress: write_sheet(
                    self._library, photos, file, choices, similarities, progress
                ),
                self._tell_sheet,
            )

    def _tell_sheet(self, files: list[Path]) -> None:
        told = self.tr("%Ln file(s) written, the first is {name}.", "", len(files))
        if len(files) == 1:
            told = self.tr("The contact sheet is {name}.")
        self._offer_to_show(told.format(name=files[0].name), files[0])

    def _offer_to_show(self, text: str, file: Path) -> None:
        show = (self.tr("Show in Folder"), lambda: show_in_folder(file))
        self._messages.say(Message(text, "done", show))

    def _file_to_write(self, title: str, name: str, suffixes: tuple[str, str]) -> Path | None:
        # Never the photos' own folder, unless the person goes there.
        place = QStandardPaths.StandardLocation.DocumentsLocation
        offered = Path(QStandardPaths.writableLocation(place)) / name
        kinds = ";;".join(f"{suffix[1:].upper()} (*{suffix})" for suffix in suffixes)
        picked, kind = QFileDialog.getSaveFileName(self._parent, title, str(offered), kinds)
        if not picked:
            return None
        file = Path(picked)
        if file.suffix.lower() in suffixes:
            return file
        wanted = next((suffix for suffix in suffixes if f"*{suffix}" in kind), suffixes[0])
        return file.with_name(file.name + wanted)

    # --- work and words -----------------------------------------------------------------------

    def _run(
        self, title: str, work: Callable[[Progress], _T], done: Callable[[_T], object]
    ) -> None:
        self.run.start(title, work, done=done, failed=self._tell_error, stopped=self._tell_stopped)

    def _is_busy(self) -> bool:
        if self.run.is_busy:
            self._messages.say(Message(self.tr("Wait until the files before are done.")))
        return self.run.is_busy

    def _tell(self, report: FileReport, text: str, act: Act | None = None) -> None:
        left = report.not_done
        undo = (self.tr("Undo"), act.take_back) if act else None
        details = (self.tr("Details…"), lambda: self._show_details(report)) if left else None
        kind = "warning" if left or report.is_stopped else "done"
        self._messages.say(Message(text, kind, undo, details))

    def _show_details(self, report: FileReport) -> None:
        FileDetails(report.not_done, self._parent).show()

    def _tell_interrupted(self, report: FileReport | None) -> None:
        if report and report.outcomes:
            act = self._act(report)
            if act:
                self._undo_list.put_first(act)
            self._tell(report, self._words.interrupted(report), act)
            self.changed.emit()

    def _tell_error(self, error: Exception) -> None:
        if not isinstance(error, LookalikeError):
            logger.error("A file action failed", exc_info=error)
        self._messages.say(message_of(error))

    def _tell_stopped(self) -> None:
        self._messages.say(Message(self.tr("Stopped. Nothing was changed.")))
