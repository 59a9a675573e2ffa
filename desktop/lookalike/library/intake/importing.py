"""Brings photos into a library, by a process of its own that may end as it likes."""

import time
from collections.abc import Callable, Sequence
from pathlib import Path

from lookalike.library.intake.import_messages import ImportJob
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.intake.pace import Pace
from lookalike.library.intake.supervising import Supervisor
from lookalike.library.library import Library
from lookalike.paths import absolute
from lookalike.progress import Progress


def import_folders(
    library: Library,
    folders: Sequence[Path],
    progress: Progress,
    *,
    exclude: Sequence[str] | None = None,
    pace: Pace | None = None,
    tell: Callable[[str], object] = lambda _: None,
) -> ImportReport:
    """Bring every new or changed photo under `folders` into the library.

    What is done is kept when the work is stopped, killed or fails, and is not done again. A photo
    whose decoder ends the process is found out, listed as unreadable and not tried again until
    it changes.

    Args:
        exclude: patterns (`*.tmp`, `*/private/*`) of file and folder names to leave out, kept for
            these folders from now on; None: those that were kept.
        pace: to pause, or to go gently, while it runs.
        tell: hears at once, in a sentence, of what went wrong on the way and was mended.

    Raises:
        FolderUnusable: one of the folders is not there, not a folder, or closed.
        LibraryUnusable: gone, read-only, full, damaged, or another import is running.
        NetworkUnusable: the network's files are missing, altered or not understood.
        LookalikeError: the process ends again and again, and no photo is to blame.
        Cancelled: the person asked to stop.
    """
    library.check_writable()
    job = ImportJob(
        library.folder,
        library.catalog.identity,
        library.networks,
        library.settings,
        tuple(absolute(folder) for folder in folders),
        None if exclude is None else tuple(exclude),
    )
    began_s = time.monotonic()
    report = Supervisor(job, progress, pace or Pace(), tell).run()
    report.seconds = time.monotonic() - began_s
    return report
