"""What is said about file actions: before, while and after they are done."""

from pathlib import Path

from PySide6.QtCore import QLocale, QObject

from lookalike.gui.translations import grouped
from lookalike.library.files.file_plan import FileKind, FilePlan, Obstacle, PlannedFile, Standing
from lookalike.library.files.file_work import FileReport


def place_name(folder: Path) -> str:
    """What a person calls a folder."""
    return folder.name or str(folder)


def size_text(size_bytes: int) -> str:
    """`84 MB`, as the file managers of today count."""
    return QLocale().formattedDataSize(size_bytes, 1, QLocale.DataSizeFormat.DataSizeSIFormat)


class FileWords(QObject):
    """Remembers nothing: it is an object so that its sentences are found for translation."""

    def command(self, kind: FileKind, count: int) -> str:
        """What the button says that does it."""
        if kind is FileKind.COPY:
            return self.tr("Copy %Ln Photo(s)", "", count)
        if kind is FileKind.MOVE:
            return self.tr("Move %Ln Photo(s)", "", count)
        if kind is FileKind.HARD_LINK:
            return self.tr("Link %Ln Photo(s)", "", count)
        return self.tr("Move %Ln Photo(s) to the Trash", "", count)

    def act(self, kind: FileKind, count: int) -> str:
        """What it is called after "Undo"."""
        if kind is FileKind.COPY:
            return self.tr("Copy of %Ln Photo(s)", "", count)
        if kind is FileKind.MOVE:
            return self.tr("Move of %Ln Photo(s)", "", count)
        if kind is FileKind.HARD_LINK:
            return self.tr("Links to %Ln Photo(s)", "", count)
        return self.tr("Trashing of %Ln Photo(s)", "", count)

    def heading(self, plan: FilePlan) -> str:
        """What is going to be done, in a line."""
        count = len(plan.to_do) or len(plan.files)
        if plan.destination is None:
            return self.tr("Move %Ln photo(s) to the trash", "", count)
        if plan.kind is FileKind.COPY:
            told = self.tr("Copy %Ln photo(s) to {place}", "", count)
        elif plan.kind is FileKind.MOVE:
            told = self.tr("Move %Ln photo(s) to {place}", "", count)
        else:
            told = self.tr("Hard-link %Ln photo(s) into {place}", "", count)
        return told.format(place=place_name(plan.destination))

    def running(self, kind: FileKind, *, is_undo: bool = False) -> str:
        """What is being done, while it is."""
        if is_undo:
            return self.tr("Taking it back…")
        return {
            FileKind.COPY: self.tr("Copying photos…"),
            FileKind.MOVE: self.tr("Moving photos…"),
            FileKind.HARD_LINK: self.tr("Linking photos…"),
            FileKind.TRASH: self.tr("Moving photos to the trash…"),
        }[kind]

    def told(self, report: FileReport) -> str:
        """What became of it, in a sentence or two."""
        told = self._undone(report) if report.is_undo else self._done(report)
        if report.is_stopped:
            told += " " + self.tr("It was stopped before the end.")
        return told

    def interrupted(self, report: FileReport) -> str:
        """What was done before the program ended in the middle."""
        return self.tr("Lookalike ended in the middle of this:") + " " + self._done(report)

    def _done(self, report: FileReport) -> str:
        done, planned = len(report.done), report.planned
        sentence = (self._partly if done < planned else self._wholly)(report.kind, planned)
        place = place_name(report.destination) if report.destination else ""
        return sentence.format(done=grouped(done), place=place)

    def _wholly(self, kind: FileKind, n: int) -> str:
        if kind is FileKind.COPY:
            return self.tr("Copied %Ln photo(s) to {place}.", "", n)
        if kind is FileKind.MOVE:
            return self.tr("Moved %Ln photo(s) to {place}.", "", n)
        if kind is FileKind.HARD_LINK:
            return self.tr("Linked %Ln photo(s) into {place}.", "", n)
        return self.tr("Moved %Ln photo(s) to the trash.", "", n)

    def _partly(self, kind: FileKind, n: int) -> str:
        if kind is FileKind.COPY:
            return self.tr("Copied {done} of %Ln photo(s) to {place}.", "", n)
        if kind is FileKind.MOVE:
            return self.tr("Moved {done} of %Ln photo(s) to {place}.", "", n)
        if kind is FileKind.HARD_LINK:
            return self.tr("Linked {done} of %Ln photo(s) into {place}.", "", n)
        return self.tr("Moved {done} of %Ln photo(s) to the trash.", "", n)

    def _undone(self, report: FileReport) -> str:
        done, n = len(report.done), report.planned
        if report.kind in (FileKind.MOVE, FileKind.TRASH):
            told = self.tr("{done} of %Ln photo(s) are back where they were.", "", n)
            if done == n:
                return self.tr("%Ln photo(s) are back where they were.", "", n)
        else:
            told = self.tr("Removed {done} of %Ln new file(s) again.", "", n)
            if done == n:
                return self.tr("Removed %Ln new file(s) again.", "", n)
        return told.format(done=grouped(done))

    def what_happens(self, file: PlannedFile, plan: FilePlan) -> str:
        """To one file; nothing where that goes without saying."""
        if file.standing is Standing.CLEAR:
            return ""
        if file.standing is Standing.NAME_TAKEN and plan.keeps_both and file.target:
            return self.tr("Becomes {name}").format(name=file.target.name)
        return self.tr("Left out: {reason}").format(reason=self._standing(file.standing))

    def left_out(self, plan: FilePlan) -> list[str]:
        """Why files are left out, with how many for each reason."""
        counts: dict[Standing, int] = {}
        for file in plan.files:
            if file.standing not in (Standing.CLEAR, Standing.NAME_TAKEN):
                counts[file.standing] = counts.get(file.standing, 0) + 1
        return [
            self.tr("%Ln file(s) left out: {reason}.", "", count).format(
                reason=self._standing(standing)
            )
            for standing, count in counts.items()
        ]

    def _standing(self, standing: Standing) -> str:
        return {
            Standing.NAME_TAKEN: self.tr("the name is taken"),
            Standing.GONE: self.tr("gone"),
            Standing.THERE_ALREADY: self.tr("in that folder already"),
            Standing.SAME_FILE: self.tr("the same file as another of these"),
            Standing.A_LINK: self.tr("a link to a file elsewhere"),
            Standing.OTHER_DISK: self.tr("on another disk, where no hard link leads"),
            Standing.FOLDER_CLOSED: self.tr("in a folder that may not be changed"),
            Standing.NO_TRASH: self.tr("on a disk without a trash for it"),
        }[standing]

    def obstacle(self, plan: FilePlan) -> str:
        """Why nothing can be done; empty where something can."""
        place = place_name(plan.destination) if plan.destination else ""
        if plan.obstacle is None:
            return ""
        if plan.obstacle is Obstacle.NO_SPACE:
            told = self.tr("{place} has no room for that: {needed} are needed, {free} are free.")
            free = size_text(plan.free_bytes or 0)
            return told.format(place=place, needed=size_text(plan.bytes_to_write), free=free)
        return {
            Obstacle.NO_FOLDER: self.tr("{place} is not a folder that is there now."),
            Obstacle.READ_ONLY: self.tr("{place} may not be written to. Choose another folder."),
            Obstacle.LIBRARY_FOLDER: self.tr(
                "{place} is where Lookalike keeps its library. Choose another folder."
            ),
            Obstacle.NOTHING_TO_DO: self.tr("There is nothing to do with these files."),
        }[plan.obstacle].format(place=place)

    def cautions(self, plan: FilePlan) -> list[str]:
        """What a person should know before."""
        said = self.left_out(plan)
        if plan.leaves_library and plan.destination:
            told = self.tr(
                "{place} is in no folder of this library: the photos leave it with their files.",
            )
            said.append(told.format(place=place_name(plan.destination)))
        if not plan.can_be_undone:
            said.append(
                self.tr(
                    "Undo cannot look into this trash: to have them back, open the trash itself.",
                )
            )
        return said

    def notes(self, plan: FilePlan) -> list[str]:
        """What is good to know, and no reason to worry."""
        said = []
        if plan.kind is FileKind.TRASH and plan.can_be_undone and plan.obstacle is None:
            said.append(self.tr("This can be undone until the trash is emptied."))
        if plan.kind is FileKind.HARD_LINK:
            said.append(
                self.tr(
                    "A hard link is a second name for the same file: edits show in both.",
                )
            )
        if plan.sidecars:
            said.append(
                self.tr("%Ln sidecar file(s) (.xmp) stay where they are.", "", plan.sidecars)
            )
        return said
