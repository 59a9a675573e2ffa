"""The import's own process: takes a job on stdin, tells how it goes on stdout.

Whatever ends it, be it a decoder that crashes or a lack of memory, ends it alone. Each line on
stdin after the job is a wish: stop, pause, resume. When stdin ends, so has the program that
started it, and the import stops where it is.
"""

import contextlib
import faulthandler
import os
import signal
import sys
import threading
import traceback
from pathlib import Path

import psutil

from lookalike.errors import LookalikeError
from lookalike.imaging.formats import decode_on_one_thread
from lookalike.library.import_engine import Hooks, bring_in
from lookalike.library.import_messages import (
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
from lookalike.library.import_report import ImportReport
from lookalike.library.library import Library
from lookalike.library.supervising import LOG_NAME
from lookalike.progress import Advance, Cancelled, Progress

# On Unix's scale: the person's other programs come first; 19 runs when nobody else wants to.
_MODEST, _GENTLE = 5, 19


def main() -> int:
    """Run one job; returns 0 whenever its outcome was told."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the program that started us
    wire = _Wire(_own_stdout())
    line = _read_line()
    if not line:
        return 0
    job = ImportJob.from_line(line)
    _log_to(job.library / LOG_NAME)
    _be_modest(job.is_gentle)
    decode_on_one_thread()
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
    threading.Thread(target=_listen, args=(progress, hooks), daemon=True).start()
    try:
        with Library.open(job.library, job.settings, networks=job.networks) as library:
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


def _tell_progress(wire: "_Wire", advance: Advance) -> None:
    wire.send("progress", advance=advance_message(advance))


def _tell_counts(wire: "_Wire", report: ImportReport) -> None:
    wire.send("committed", added=report.added, changed=report.changed, moved=report.moved)


def _listen(progress: Progress, hooks: Hooks) -> None:
    waiting = b""
    while chunk := os.read(0, 4096):
        *lines, waiting = (waiting + chunk).split(b"\n")
        for wish in lines:
            if wish == PAUSE.encode():
                hooks.go_on.clear()
            elif wish == RESUME.encode():
                hooks.go_on.set()
            elif wish == STOP.encode():
                break
        else:
            continue
        break
    progress.cancel()
    hooks.go_on.set()


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
    """A descriptor of the real stdout; what libraries print to descriptor 1 goes elsewhere."""
    ours = os.dup(1)
    os.dup2(2, 1)
    return ours


def _read_line() -> bytes:
    """The job. Byte by byte, because what follows is read by another thread."""
    line = b""
    while not line.endswith(b"\n") and (byte := os.read(0, 1)):
        line += byte
    return line


def _log_to(file: Path) -> None:
    """Let descriptors 1 and 2 end in a file, where a library that crashes may say why."""
    with contextlib.suppress(OSError), file.open("wb", buffering=0) as log:
        os.dup2(log.fileno(), 1)
        os.dup2(log.fileno(), 2)
        faulthandler.enable()


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
