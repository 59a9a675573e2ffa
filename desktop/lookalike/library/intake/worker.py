"""The import's own process: takes a job on stdin, tells how it goes on stdout.

Whatever ends it, be it a decoder that crashes or a lack of memory, ends it alone. Each line on
stdin after the job is a wish: stop, pause, resume. When stdin ends, so has the program that
started it, and the import stops where it is. What libraries print goes to stderr, which is a log.
"""

import contextlib
import faulthandler
import os
import signal
import sys
import threading
import time
import traceback
from pathlib import Path

import psutil

from lookalike.catalog.database import library_gone
from lookalike.errors import LibraryMissing, LookalikeError
from lookalike.library.intake.import_engine import Hooks, bring_in
from lookalike.library.intake.import_messages import (
    LOG_NAME,
    PAUSE,
    RESUME,
    STOP,
    ImportJob,
    Message,
    advance_message,
    error_message,
    line_of,
    report_message,
)
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.library import Library
from lookalike.progress import Advance, Cancelled, Progress

# On Unix's scale: the person's other programs come first; 19 runs when nobody else wants to.
_MODEST, _GENTLE = 10, 19
# For photos in hand once the program is gone; whoever starts it again soon waits for the library.
_PARTING_S = 2.0


def main() -> int:
    """Run one job; returns 0 whenever its outcome was told."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that started us
    faulthandler.enable(2)
    wire = _Wire(_own_stdout())
    line = _read_line()
    if not line:
        return 0
    job = ImportJob.from_line(line)
    _be_modest(job.is_gentle)
    try:
        wire.send("ended", outcome=_run(job, wire))
    except BrokenPipeError:  # nobody listens any more, and what was done is kept
        return 0
    return 0


def _run(job: ImportJob, wire: "_Wire") -> Message:
    """Returns the outcome: a report, an error for the person, or neither where it was stopped."""
    progress = Progress(lambda advance: _tell_progress(wire, advance))
    hooks = Hooks(
        in_hand=lambda thread, path: wire.send("in_hand", thread=thread, path=str(path)),
        tried=lambda path: wire.send("tried", path=str(path)),
        committed=lambda report: _tell_counts(wire, report),
        threads=1 if job.is_gentle else 0,
    )
    threading.Thread(target=_listen, args=(progress,), daemon=True).start()
    try:
        with _library_of(job) as library:
            report = bring_in(
                library,
                job.folders,
                progress,
                exclude=job.exclude,
                hooks=hooks,
                suspects=job.suspects,
                culprits=job.culprits,
            )
    except Cancelled:
        return {}
    except LookalikeError as error:
        return {"error": error_message(error)}
    except (BrokenPipeError, MemoryError):
        raise  # nobody listens; or the process is at its end, and is started again
    except Exception as error:  # told to the person, and the whole of it to the log
        traceback.print_exc()
        title = f"The import failed ({type(error).__name__}: {error})."
        told = LookalikeError(title, f"More is told in {job.library / LOG_NAME}.")
        return {"error": error_message(told)}
    return {"report": report_message(report)}


def _library_of(job: ImportJob) -> Library:
    """The very library of the job: where that was deleted, none is begun in its place.

    Raises:
        LibraryUnusable: it is gone, or cannot be opened.
    """
    try:
        library = Library.open(job.library, job.settings, create=False, networks=job.networks)
    except LibraryMissing as error:
        raise library_gone(job.library) from error
    if library.catalog.identity != job.identity:
        library.close()
        raise library_gone(job.library)
    return library


def _tell_progress(wire: "_Wire", advance: Advance) -> None:
    wire.send("progress", advance=advance_message(advance))


def _tell_counts(wire: "_Wire", report: ImportReport) -> None:
    wire.send("committed", added=report.added, changed=report.changed, moved=report.moved)


def _listen(progress: Progress) -> None:
    """Obey as long as somebody may wish, and not for much longer be there."""
    waiting = b""
    while chunk := os.read(0, 4096):
        *lines, waiting = (waiting + chunk).split(b"\n")
        for wish in lines:
            if wish == STOP.encode():
                progress.cancel()
            elif wish == RESUME.encode():
                progress.resume()
            elif wish == PAUSE.encode() and not progress.is_cancelled:
                progress.pause()
    progress.cancel()
    time.sleep(_PARTING_S)
    os._exit(1)  # nothing that was committed is lost


class _Wire:
    """Lines to the program that started us; any thread may send."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._lock = threading.Lock()

    def send(self, kind: str, **facts: object) -> None:
        """Raises `BrokenPipeError` where that program is gone."""
        line = line_of({"is": kind, **facts})
        with self._lock:
            while line:
                line = line[os.write(self._descriptor, line) :]


def _own_stdout() -> int:
    """A descriptor of the real stdout; what libraries print to descriptor 1 goes to the log."""
    ours = os.dup(1)
    os.dup2(2, 1)
    return ours


def _read_line() -> bytes:
    """The job. Byte by byte, because what follows is read by another thread."""
    line = b""
    while not line.endswith(b"\n") and (byte := os.read(0, 1)):
        line += byte
    return line


def _be_modest(is_gentle: bool) -> None:
    process = psutil.Process()
    with contextlib.suppress(OSError, psutil.Error, AttributeError):
        if sys.platform == "win32":
            gentle, modest = psutil.IDLE_PRIORITY_CLASS, psutil.BELOW_NORMAL_PRIORITY_CLASS
            process.nice(gentle if is_gentle else modest)
        else:
            process.nice(max(process.nice(), _GENTLE if is_gentle else _MODEST))
        if is_gentle and sys.platform == "linux":
            process.ionice(psutil.IOPRIO_CLASS_IDLE)
    # Where memory runs out, the system is to end this process and not the window.
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500", "ascii")
