"""Looks through one folder: what is to be read goes on the spool, the rest is settled here."""

import os
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from lookalike.catalog.catalog import Catalog, KnownFile
from lookalike.library.intake.deciding import Decision, Decisions
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.intake.spool import Spool
from lookalike.library.intake.walking import Walk, device_of, is_there
from lookalike.paths import is_gone
from lookalike.photos import Folder, Photo, PhotoFile, PhotoId, PhotoState, Space
from lookalike.progress import Progress

_LEFT_OUT = "it is left out by a pattern of its folder, or is no picture any more"
# Of a photo that the person has taken out of the library's folders, from here: no loss.
TAKEN_AWAY = "it was put into the trash, or moved out of the library"


class Scan:
    """One folder of an import: `look` before anything is read, `settle` when all is.

    Args:
        folder: absolute; it becomes a folder of the library, or is inside one.
        exclude: patterns to leave out, kept for the folder from now on; None: those it has.
        report: counts what needs no reading.
    """

    def __init__(
        self, catalog: Catalog, folder: Path, exclude: Sequence[str] | None, report: ImportReport
    ) -> None:
        self._catalog = catalog
        self._folder = folder
        self._report = report
        self.root = _root_of(catalog, folder, exclude)
        self._walk: Walk | None = None
        self._began_ns = time.time_ns()
        self._gone: list[PhotoId] = []
        self._left_out: list[PhotoId] = []
        self._never_read: list[PhotoId] = []

    def look(self, space: Space, spool: Spool, progress: Progress) -> bool:
        """Walk the folder beside what the catalog knows of it.

        Returns whether it could be looked through at all.

        Raises:
            LibraryUnusable: nothing can be written.
            Cancelled: the person asked to stop.
        """
        walk = Walk(
            self._folder,
            progress,
            exclude=self.root.exclude,
            base=self.root.path,
            scanned_ns=self.root.scanned_ns,
        )
        self._walk = walk
        report, back = self._report, []
        decisions = Decisions(walk, self._catalog.known_files(self._folder, space))
        for decision, found, known in decisions:
            if decision is Decision.IGNORED:
                report.ignored += 1
            elif decision is Decision.BACK and known:
                report.unchanged += 1
                back.append(known.id)
            elif decision is Decision.READ and found:
                spool.add(found)
            elif decision is Decision.FAILED and found:
                self._note_failed_before(found.path)
            elif decision is Decision.GONE and known:
                self._note_gone(known, walk)
        if walk.is_closed(self._folder):
            return False
        report.unchanged += decisions.unchanged
        report.ignored += walk.ignored
        self._note_closed(walk)
        self._catalog.mark(back, PhotoState.READY)
        return True

    def settle(self, moved: Collection[PhotoId]) -> bool:
        """Mark what is gone and was not found elsewhere.

        Returns whether the folder is still there. Where its drive was unplugged meanwhile,
        nothing is marked.
        """
        if not is_there(self.root):
            return False
        is_whole = self._folder == self.root.path and self._walk and not self._walk.closed
        gone = self._lost(moved)
        with self._catalog.transaction():
            self._catalog.mark([photo.id for photo in gone], PhotoState.MISSING)
            self._catalog.mark(self._left_out, PhotoState.MISSING, _LEFT_OUT)
            self._catalog.forget(id_ for id_ in self._never_read if id_ not in moved)
            if is_whole:
                self._catalog.set_scanned(self.root, self._began_ns)
        self._report.missing += len(gone)
        self._report.newly_missing += sum(photo.state is PhotoState.READY for photo in gone)
        return True

    def _lost(self, moved: Collection[PhotoId]) -> list[Photo]:
        """What is gone still, and neither the person nor this import knows where it went."""
        gone = self._catalog.photos([id_ for id_ in self._gone if id_ not in moved])
        return [photo for photo in gone if photo.reason != TAKEN_AWAY and is_gone(photo.path)]

    def is_closed(self, path: Path) -> bool:
        """Whether the path is one that could not be looked at."""
        return self._walk is not None and self._walk.is_closed(path)

    def _note_failed_before(self, path: bytes) -> None:
        photo = self._catalog.photo_at(Path(os.fsdecode(path)))
        if photo:
            self._report.failed.append((photo.path, photo.reason))

    def _note_gone(self, known: KnownFile, walk: Walk) -> None:
        path = Path(os.fsdecode(known.path))
        if walk.is_closed(path):
            return
        # A path with a zero in it is no file's: an import that was killed while it moved photos to
        # each other's paths left it (see `Catalog.move_photo`).
        if not known.has_content or b"\0" in known.path:
            self._never_read.append(known.id)
        elif is_gone(path):
            self._gone.append(known.id)
        else:
            self._left_out.append(known.id)

    def _note_closed(self, walk: Walk) -> None:
        self._report.failed += walk.closed
        with self._catalog.transaction():
            for path, reason in walk.closed:
                self._catalog.write_unreadable(PhotoFile(path, 0, 0), reason, is_lasting=False)


def _root_of(catalog: Catalog, folder: Path, exclude: Sequence[str] | None) -> Folder:
    """The folder of the library that it is, or is inside of, as it stands now."""
    catalog.add_folder(folder, device_of(folder))
    root = catalog.folder_of(folder)
    assert root is not None
    if exclude is not None:
        asked = Folder(folder, tuple(exclude)).exclude_seen_from(root.path)
        kept = () if root.path == folder else root.exclude
        patterns = tuple(dict.fromkeys((*kept, *asked)))
        if patterns != root.exclude:
            catalog.set_exclude(root.path, patterns)
            root = replace(root, exclude=patterns, scanned_ns=0)
    return replace(root, device=device_of(root.path))
