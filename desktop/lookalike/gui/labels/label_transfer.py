"""Labels on their way in and out: from folders, keywords and tables; to files; kept, restored."""

import logging
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget

from lookalike.errors import LookalikeError
from lookalike.gui.dialogs.label_export_options import LabelExport, LabelExportOptions, LabelForm
from lookalike.gui.dialogs.preview import Preview
from lookalike.gui.file_desk import FileDesk
from lookalike.gui.labels.label_desk import LabelDesk
from lookalike.gui.labels.label_shelf import LabelShelf
from lookalike.gui.labels.transfer_rows import PlannedLabels, PlannedSidecars
from lookalike.gui.labels.transfer_words import TransferWords
from lookalike.gui.panels.message_bar import Message, MessageBar, message_of
from lookalike.gui.photo_files import show_in_folder
from lookalike.gui.theme import Theme
from lookalike.gui.undo_list import Act, UndoList
from lookalike.library.files.file_plan import FileKind
from lookalike.library.labels import keeping, label_exports, label_sources, sidecar_work, sidecars
from lookalike.library.labels.keeping import ExportReport, RestoreReport
from lookalike.library.labels.label_sources import LabelPlan, LabelReport
from lookalike.library.labels.sidecar_work import SidecarReport
from lookalike.library.labels.sidecars import SidecarPlan
from lookalike.library.library import Library
from lookalike.photos import LabelId
from lookalike.progress import Progress

_T = TypeVar("_T")
_MOST_OFFERED = 500
logger = logging.getLogger(__name__)


class LabelTransfer(QObject):
    """Everything is previewed, done with a progress that can be stopped, told, and undoable.

    Args:
        files: does what is done to files, one thing at a time.
    """

    def __init__(
        self,
        library: Library,
        shelf: LabelShelf,
        desk: LabelDesk,
        files: FileDesk,
        messages: MessageBar,
        undo_list: UndoList,
        theme: Theme,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._library = library
        self._shelf = shelf
        self._desk = desk
        self._files = files
        self._messages = messages
        self._undo_list = undo_list
        self._theme = theme
        self._parent = parent
        self._words = TransferWords()
        self.preview: Preview | None = None
        self.options: LabelExportOptions | None = None

    # --- in -----------------------------------------------------------------------------------

    def from_folders(self) -> None:
        """Folder names below a folder that the person names become labels."""
        roots = self._library.folders()
        title = self.tr("Label Photos by Their Folders Inside Of…")
        start = str(roots[0].path) if roots else ""
        folder = QFileDialog.getExistingDirectory(self._parent, title, start)
        if folder:
            self._plan(
                self.tr("Looking at the folders…"),
                partial(label_sources.plan_from_folders, self._library, Path(folder)),
            )

    def from_keywords(self) -> None:
        """What other programs wrote into photos and sidecars."""
        self._plan(
            self.tr("Reading keywords…"),
            partial(label_sources.plan_from_keywords, self._library, None),
        )

    def from_table(self) -> None:
        title, kinds = self.tr("Labels from a Table"), self.tr("Tables (*.csv *.tsv *.txt)")
        file, _ = QFileDialog.getOpenFileName(self._parent, title, _documents(), kinds)
        if file:
            self._plan(
                self.tr("Reading the table…"),
                partial(label_sources.plan_from_csv, self._library, Path(file)),
            )

    def restore(self) -> None:
        """Bring in what `export_work` wrote, of this library or another."""
        kinds = self.tr("Lookalike's JSON files (*.json)")
        title = self.tr("Restore What You Made")
        file, _ = QFileDialog.getOpenFileName(self._parent, title, _documents(), kinds)
        if file:
            self._run(
                self.tr("Bringing it in…"),
                partial(keeping.restore_work, self._library, Path(file)),
                self._tell_restored,
            )

    def _plan(self, title: str, work: Callable[[Progress], LabelPlan]) -> None:
        self._run(title, work, self._show_plan)

    def _show_plan(self, plan: LabelPlan) -> None:
        rows = PlannedLabels(plan)
        preview = Preview(
            self._words.plan(plan), rows, rows.widths, self.tr("Labels"), self._theme, self._parent
        )
        self._open(preview, lambda: self._perform(plan))

    def _perform(self, plan: LabelPlan) -> None:
        self._run(
            self.tr("Giving labels…"),
            partial(label_sources.perform, self._library, plan),
            self._tell_given,
        )

    def _tell_given(self, report: LabelReport) -> None:
        self._desk.take_done(self._words.given(report), report.change)

    def _tell_restored(self, report: RestoreReport) -> None:
        told = self._words.restored(report)
        if report.change.is_empty:
            self._messages.say(Message(told.sentence))
        self._desk.take_done(told, report.change)

    # --- out ----------------------------------------------------------------------------------

    def export_labels(self) -> None:
        """Ask for the form, and for the place after that."""
        if not self._shelf.nodes:
            self._messages.say(Message(self.tr("There are no labels yet.")))
            return
        self.options = LabelExportOptions(self._shelf.all[:_MOST_OFFERED], self._parent)
        self.options.chosen.connect(self._export)
        self.options.open()

    def export_work(self) -> None:
        """All that the person made, as one file that any library takes back."""
        file = self._file_to_write(
            self.tr("Export Everything You Made"), self.tr("Lookalike work.json")
        )
        if file:
            self._run(
                self.tr("Writing it…"),
                partial(keeping.export_work, self._library, file),
                self._tell_kept,
            )

    def _export(self, wanted: LabelExport) -> None:
        self.options = None
        ids = None if wanted.label_id is None else [wanted.label_id]
        if wanted.form is LabelForm.SIDECARS:
            self._plan_sidecars(ids, None)
        elif wanted.form is LabelForm.SIDECARS_ELSEWHERE:
            folder = self._folder(self.tr("Write Sidecars In…"))
            if folder:
                self._plan_sidecars(ids, folder)
        elif wanted.form in (LabelForm.TABLE, LabelForm.JSON):
            is_table = wanted.form is LabelForm.TABLE
            name = self.tr("Labels.csv") if is_table else self.tr("Labels.json")
            self._write_list(ids, self._file_to_write(self.tr("Export Labels"), name))
        else:
            is_copy = wanted.form is LabelForm.COPIES
            self._fill_folders(ids, FileKind.COPY if is_copy else FileKind.HARD_LINK)

    def _write_list(self, ids: Sequence[LabelId] | None, file: Path | None) -> None:
        if file:
            self._run(
                self.tr("Writing the list…"),
                lambda progress: label_exports.write_labels(self._library, file, progress, ids),
                lambda photos: self._offer_to_show(self._words.listed(photos, file.name), file),
            )

    def _fill_folders(self, ids: Sequence[LabelId] | None, kind: FileKind) -> None:
        folder = self._folder(self.tr("Make a Folder for Each Label In…"))
        if folder:
            self._files.preview_plan(
                lambda progress: label_exports.plan_folders(
                    self._library, kind, ids, folder, progress
                )
            )

    def _plan_sidecars(self, ids: Sequence[LabelId] | None, folder: Path | None) -> None:
        self._run(
            self.tr("Looking at the sidecars…"),
            partial(sidecars.plan_sidecars, self._library, ids, folder),
            self._show_sidecars,
        )

    def _show_sidecars(self, plan: SidecarPlan) -> None:
        rows = PlannedSidecars(plan)
        text = self._words.sidecars(plan)
        preview = Preview(text, rows, rows.widths, self.tr("Sidecars"), self._theme, self._parent)
        self._open(preview, lambda: self._write_sidecars(plan))

    def _write_sidecars(self, plan: SidecarPlan) -> None:
        self._run(
            self.tr("Writing sidecars…"),
            partial(sidecar_work.write_sidecars, self._library, plan),
            self._tell_sidecars,
        )

    def _tell_sidecars(self, report: SidecarReport) -> None:
        offer = None
        if report.can_be_undone:
            act = Act(self._words.sidecar_act(report), lambda: self._undo_sidecars(act, report))
            self._undo_list.push(act)
            offer = (self.tr("Undo"), act.take_back)
        kind = "warning" if report.left else "done"
        self._messages.say(Message(self._words.written(report), kind, offer))

    def _undo_sidecars(self, act: Act, report: SidecarReport) -> None:
        if self._undo_list.holds(act) and not self._files.run.is_busy:
            self._undo_list.remove(act)
            self._run(
                self.tr("Taking it back…"),
                partial(sidecar_work.undo_sidecars, self._library, report),
                self._tell_sidecars,
            )

    def _tell_kept(self, report: ExportReport) -> None:
        self._offer_to_show(self._words.kept(report), report.file)

    # --- dialogs, work and words --------------------------------------------------------------

    def _open(self, preview: Preview, perform: Callable[[], object]) -> None:
        self.preview = preview
        preview.confirmed.connect(perform)
        preview.finished.connect(self._forget_preview)
        preview.open()

    def _forget_preview(self) -> None:
        self.preview = None

    def _run(
        self, title: str, work: Callable[[Progress], _T], done: Callable[[_T], object]
    ) -> None:
        if self._files.run.is_busy:
            self._messages.say(Message(self.tr("Wait until the work before is done.")))
        else:
            self._files.run.start(
                title, work, done=done, failed=self._tell_error, stopped=self._tell_stopped
            )

    def _file_to_write(self, title: str, name: str) -> Path | None:
        suffix = Path(name).suffix
        kind = f"{suffix[1:].upper()} (*{suffix})"
        offered = str(Path(_documents()) / name)
        picked, _ = QFileDialog.getSaveFileName(self._parent, title, offered, kind)
        if not picked:
            return None
        file = Path(picked)
        return file if file.suffix.lower() == suffix else file.with_name(file.name + suffix)

    def _folder(self, title: str) -> Path | None:
        picked = QFileDialog.getExistingDirectory(self._parent, title, _documents())
        return Path(picked) if picked else None

    def _offer_to_show(self, text: str, file: Path) -> None:
        show = (self.tr("Show in Folder"), lambda: show_in_folder(file))
        self._messages.say(Message(text, "done", show))

    def _tell_error(self, error: Exception) -> None:
        if not isinstance(error, LookalikeError):
            logger.error("Labels could not be taken over or written", exc_info=error)
        self._messages.say(message_of(error))

    def _tell_stopped(self) -> None:
        self._messages.say(Message(self.tr("Stopped. Nothing was changed.")))


def _documents() -> str:
    """Never the photos' own folder, unless the person goes there."""
    place = QStandardPaths.StandardLocation.DocumentsLocation
    return QStandardPaths.writableLocation(place)
