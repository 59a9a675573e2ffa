"""Looks through one folder: what is to be read goes on the spool, the rest is settled here."""

import os
import time
from collections.abc import Collection, Sequence
from dataclasses import replace
from pathlib import Path

from lookalike.catalog.catalog import Catalog, KnownFile
from lookalike.library.deciding import Decision, decide
from lookalike.library.import_report import ImportReport
from lookalike.library.spool import Spool
from lookalike.library.walking import Walk, device_of, is_there
from lookalike.photos import Folder, PhotoFile, PhotoId, PhotoState, Space
from lookalike.progress import Progress

_LEFT_OUT = "it is left out by a pattern of its folder"


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
        self._patterns = (*self.root.exclude, *(exclude or ()))
        self._walk: Walk | None = None
        self._began_ns = time.time_ns()
        self._gone: list[PhotoId] = []
        self._still_missing = 0
        self._left_out: list[PhotoId] = []
        self._never_read: list[PhotoId] = []

    def look(self, space: Space, spool: Spool, progress: Progress) -> None:
        """Walk the folder beside what the catalog knows of it.

        Raises:
            LibraryUnusable: nothing can be written.
            Cancelled: the person asked to stop.
        """
        walk = Walk(self._folder, progress, exclude=self._patterns, scanned_ns=self.root.scanned_ns)
        self._walk = walk
        report, back = self._report, []
        for decision, found, known in decide(walk, self._catalog.known_files(self._folder, space)):
            if decision is Decision.UNCHANGED:
                report.unchanged += 1
            elif decision is Decision.IGNORED:
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
        report.ignored += walk.ignored
        self._note_closed(walk)
        self._catalog.mark(back, PhotoState.READY)

    def settle(self, moved: Collection[PhotoId]) -> bool:
        """Mark what is gone and was not found elsewhere.

        Returns whether the folder is still there. Where its drive was unplugged meanwhile,
        nothing is marked.
        """
        if not is_there(self.root):
            return False
        gone = [id_ for id_ in self._gone if id_ not in moved]
        with self._catalog.transaction():
            self._catalog.mark(gone, PhotoState.MISSING)
            self._catalog.mark(self._left_out, PhotoState.MISSING, _LEFT_OUT)
            self._catalog.forget(self._never_read)
            if self._folder == self.root.path:
                self._catalog.set_scanned(self._folder, self._began_ns, self.root.device)
        self._report.missing += self._still_missing + len(gone)
        return True

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
        if not known.has_content:
            self._never_read.append(known.id)
        elif os.path.isfile(path):  # noqa: PTH113 - also of names that are too long
            self._left_out.append(known.id)
        elif known.state == PhotoState.MISSING:
            self._still_missing += 1
        else:
            self._gone.append(known.id)

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
    if exclude is not None and root.path == folder and root.exclude != tuple(exclude):
        catalog.set_exclude(folder, exclude)
        root = replace(root, exclude=tuple(exclude), scanned_ns=0)
    return replace(root, device=device_of(root.path))
