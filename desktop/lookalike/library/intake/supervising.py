"""Keeps an import's process going: steers it, finds out what ended it, and starts it again."""

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from lookalike.__main__ import WORKER_FLAG
from lookalike.errors import LookalikeError
from lookalike.library.intake.import_engine import BRINGING_IN, TRYING_ALONE
from lookalike.library.intake.import_messages import (
    LOG_NAME,
    PAUSE,
    RESUME,
    STOP,
    Committed,
    Ended,
    ImportJob,
    InHand,
    Nonsense,
    Told,
    Tried,
    told_from,
)
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.intake.pace import Pace
from lookalike.progress import Advance, Cancelled, Progress

_LOOK_EVERY_S = 0.1
_ASK_POWER_EVERY_S = 2.0
_PATIENCE_S = 20.0  # for photos in hand to be finished once it is to stop
_STRIKES = 2  # a photo that was in hand alone so often when the process ended is the culprit
_SILENCE_S = 300.0  # a photo that takes longer never ends, as far as anybody can tell
_FRUITLESS_ENDS = 4  # in a row, without a single photo more
_PARTING_S = 3.0  # for a process that has told its outcome, and with that has closed all
_LONGEST_LINE = 64 << 20  # a report that lists 100,000 unreadable files is half as long
_MOST_WAITING = 1_000  # lines that were not heard yet; behind them the process waits
_LONGEST_LOG = 1 << 20

# Threads of linear algebra wait by spinning: at a low priority, beside other programs, a second's
# work then takes twenty.
_ONE_THREAD_EACH = {"OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1", "OMP_NUM_THREADS": "1"}

Tell = Callable[[str], object]


def worker_command() -> list[str]:
    """How the process is started: by the same program, whether it is installed or frozen."""
    if getattr(sys, "frozen", False):
        return [sys.executable, WORKER_FLAG]
    # Not from the folder that we happen to stand in, which may hold anything.
    return [sys.executable, "-P", "-m", "lookalike", WORKER_FLAG]


class Supervisor:
    """Runs one job to its end, in as many processes as that takes.

    Args:
        tell: hears at once, in a sentence, of what went wrong and was mended.
    """

    def __init__(self, job: ImportJob, progress: Progress, pace: Pace, tell: Tell) -> None:
        self._job = job
        self._progress = progress
        self._pace = pace
        self._tell = tell
        self._notices: list[str] = []
        self._strikes: Counter[Path] = Counter()
        self._fruitless = 0
        self._earlier = ImportReport()  # what processes before the last one brought in

    def run(self) -> ImportReport:
        """Returns the report of all processes together.

        Raises:
            LookalikeError: what ended the import, in the words of the process.
            Cancelled: the person asked to stop.
        """
        with _open_log(self._job.library / LOG_NAME) as log:
            while True:
                self._progress.check()
                self._job = replace(self._job, is_gentle=self._pace.is_gentle)
                with _Process(self._job, log) as process:
                    ended = self._follow(process)
                if ended.error:
                    raise ended.error
                if ended.report:
                    return self._whole(ended.report)
                # Else it was asked to stop for another pace, however it then came to its end.
                if not process.is_to_stop:
                    self._mend(process)
                self._keep_counts(process)

    # --- while it runs ------------------------------------------------------------------------

    def _follow(self, process: "_Process") -> Ended:
        """Returns the outcome; an empty one where the process ended without.

        Raises:
            Cancelled: the person asked to stop, and it has stopped.
        """
        steering = _Steering(process, self._progress, self._pace, self._job.is_gentle)
        while True:
            steering.steer()
            with contextlib.suppress(queue.Empty):
                told = process.told.get(timeout=_LOOK_EVERY_S)
                if told is None or isinstance(told, Ended):
                    self._progress.check()
                    return told or Ended()
                self._hear(process, told)

    def _hear(self, process: "_Process", told: Told) -> None:
        process.hear(told)
        if isinstance(told, Advance):
            with contextlib.suppress(Cancelled):  # it has to end well first
                self._progress.tell(self._with_earlier(told))
        elif isinstance(told, Tried):
            left = tuple(path for path in self._job.suspects if path != told.path)
            self._job = replace(self._job, suspects=left)

    def _with_earlier(self, advance: Advance) -> Advance:
        if advance.activity != BRINGING_IN or advance.total is None:
            return advance
        earlier = self._earlier.brought_in
        return replace(advance, done=advance.done + earlier, total=advance.total + earlier)

    # --- when it ends -------------------------------------------------------------------------

    def _mend(self, process: "_Process") -> None:
        """Find out what ended the process, so that the next one can do without it.

        Raises:
            LookalikeError: it ends again and again, and no photo is to blame.
        """
        ending, in_hand = process.ending, process.in_hand
        if self._job.suspects and in_hand:
            self._strike(in_hand[-1], ending)
            return
        self._fruitless = 0 if process.counts.brought_in else self._fruitless + 1
        if self._fruitless >= _FRUITLESS_ENDS:
            raise LookalikeError(
                f"The import's process {ending} {self._fruitless} times in a row.",
                f"What was done is kept. More may be told in {self._job.library / LOG_NAME}.",
            )
        self._job = replace(self._job, suspects=tuple(in_hand) or self._job.suspects)
        held = _listed([path.name for path in in_hand])
        while_reading = f" while it read {held}" if held else ""
        self._say(f"The import's process {ending}{while_reading}. It goes on.")

    def _strike(self, path: Path, ending: str) -> None:
        """A photo was tried alone, and the process ended over it."""
        self._strikes[path] += 1
        if self._strikes[path] < _STRIKES:  # it may have been something else: once more
            return
        if self._strikes[path] == _STRIKES:  # and not one that was to be left out already
            self._fruitless = 0
        reason = f"the program that reads it {ending} each time"
        self._job = replace(
            self._job,
            suspects=tuple(suspect for suspect in self._job.suspects if suspect != path),
            culprits=(*self._job.culprits, (path, reason)),
        )
        self._say(f"{path.name} cannot be read: {reason}. It is left out until it changes.")

    def _say(self, notice: str) -> None:
        self._notices.append(notice)
        self._tell(notice)

    def _keep_counts(self, process: "_Process") -> None:
        self._earlier.added += process.counts.added
        self._earlier.changed += process.counts.changed
        self._earlier.moved += process.counts.moved

    def _whole(self, report: ImportReport) -> ImportReport:
        """The last process met all that the earlier ones had brought in as unchanged."""
        report.unchanged = max(0, report.unchanged - self._earlier.brought_in)
        report.added += self._earlier.added
        report.changed += self._earlier.changed
        report.moved += self._earlier.moved
        report.notices += self._notices
        return report


class _Steering:
    """Passes the person's wishes on to a process, each once."""

    def __init__(
        self, process: "_Process", progress: Progress, pace: Pace, is_gentle: bool
    ) -> None:
        self._process = process
        self._progress = progress
        self._pace = pace
        self._is_gentle = is_gentle
        self._is_paused = False
        self._asked_power_s = time.monotonic()
        self._give_up_s: float | None = None

    def steer(self) -> None:
        """Called many times a second."""
        now_s = time.monotonic()
        if self._give_up_s is None and (self._progress.is_cancelled or self._is_regeared(now_s)):
            self._process.stop()
            self._give_up_s = now_s + _PATIENCE_S
        elif self._give_up_s is not None and now_s > self._give_up_s:
            self._process.kill()  # loses nothing that was committed
        if self._pace.is_paused != self._is_paused:
            self._is_paused = self._pace.is_paused
            self._process.wish(PAUSE if self._is_paused else RESUME)
            self._process.silence.end()
        if not self._is_paused:
            self._process.kill_if_stuck()

    def _is_regeared(self, now_s: float) -> bool:
        """Whether another priority is wanted: a process can lower its own, but not raise it."""
        if now_s - self._asked_power_s < _ASK_POWER_EVERY_S and self._pace.wants_gentle is None:
            return False
        self._asked_power_s = now_s
        return self._pace.is_gentle != self._is_gentle


class _Process:
    """One process of an import, and what it told. It ends with the `with` block.

    Args:
        log: where it says what nobody has asked for, such as why it crashes.
    """

    def __init__(self, job: ImportJob, log: BinaryIO) -> None:
        self.told: queue.Queue[Told | None] = queue.Queue(_MOST_WAITING)
        self.counts = Committed()
        self.silence = _Silence()
        self.is_to_stop = False
        self._is_reading = False
        self._has_told_all = False
        self._why_killed = ""
        self._in_hand: dict[int, Path] = {}
        self._process = _start(log)
        self._listener = threading.Thread(target=self._listen, name="import-messages", daemon=True)
        self._listener.start()
        self._write(job.to_line())

    def __enter__(self) -> "_Process":
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin
        with contextlib.suppress(OSError):
            self._process.stdin.close()  # whoever still works stops when nobody listens
        if self._has_told_all:
            with contextlib.suppress(subprocess.TimeoutExpired):
                self._process.wait(_PARTING_S)
        self._process.kill()
        self._process.wait()
        while self._listener.is_alive():  # it may wait for room
            with contextlib.suppress(queue.Empty):
                self.told.get(timeout=0.01)

    @property
    def in_hand(self) -> list[Path]:
        """The file that each thread took on last, the newest at the end."""
        return list(self._in_hand.values())

    @property
    def ending(self) -> str:
        """How it ended, as the predicate of a sentence."""
        return self._why_killed or _ending(self._process.wait())

    def wish(self, word: str) -> None:
        self._write(word.encode("ascii") + b"\n")

    def stop(self) -> None:
        self.is_to_stop = True
        self.wish(STOP)

    def kill(self, why: str = "") -> None:
        self._why_killed = self._why_killed or why
        self._process.kill()

    def kill_if_stuck(self) -> None:
        """Where it reads photos, and has not told of any for minutes. Asked many times a second."""
        if self.silence.lasts_s(time.monotonic()) > _SILENCE_S and self._is_reading:
            self.kill(f"did not come to an end within {_SILENCE_S / 60:.0f} minutes")

    def hear(self, told: Told) -> None:
        """Remember what it told, for when it ends."""
        self.silence.end()
        if isinstance(told, Advance):
            self._is_reading = told.activity in (BRINGING_IN, TRYING_ALONE)
            if not self._is_reading:
                self._in_hand.clear()
        elif isinstance(told, InHand):
            self._in_hand.pop(told.thread, None)
            self._in_hand[told.thread] = told.path
        elif isinstance(told, Committed):
            self.counts = told

    def _write(self, line: bytes) -> None:
        assert self._process.stdin
        with contextlib.suppress(OSError):  # it has ended, as its messages will tell
            self._process.stdin.write(line)
            self._process.stdin.flush()

    def _listen(self) -> None:
        """Whatever it sends, None is what is heard last."""
        assert self._process.stdout
        try:
            with self._process.stdout as lines:
                while line := lines.readline(_LONGEST_LINE):
                    if not line.endswith(b"\n") and len(line) < _LONGEST_LINE:
                        return  # it ended in the middle of it
                    told = told_from(line)
                    self._has_told_all = isinstance(told, Ended)
                    self.told.put(told)
                    if self._has_told_all:
                        return
        except (Nonsense, MemoryError):
            self.kill("talked nonsense")
        finally:
            self.told.put(None)


class _Silence:
    """How long a process has told nothing, without the time that the machine slept."""

    def __init__(self) -> None:
        self._asked_s = time.monotonic()
        self._lasts_s = 0.0

    def end(self) -> None:
        self._lasts_s = 0.0

    def lasts_s(self, now_s: float) -> float:
        """Asked many times a second: where more time went by, some clocks count a sleep."""
        self._lasts_s += min(now_s - self._asked_s, 1.0)
        self._asked_s = now_s
        return self._lasts_s


def _open_log(file: Path) -> BinaryIO:
    """To append: the process of another import may be writing to it."""
    try:
        log = file.open("ab", buffering=0)
        if log.tell() > _LONGEST_LOG:
            log.truncate(0)
    except OSError:
        return Path(os.devnull).open("ab", buffering=0)
    return log


def _start(log: BinaryIO) -> "subprocess.Popen[bytes]":
    try:
        return subprocess.Popen(
            worker_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=log,
            env=os.environ | _ONE_THREAD_EACH,
            # Ctrl+C is for us alone: we stop the process, which then ends as it should.
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0)
            | getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    except OSError as error:
        raise LookalikeError(
            f"The import's process cannot be started ({error.strerror}).",
            "Close other programs, or start the computer again.",
        ) from error


def _ending(exit_code: int) -> str:
    """How a process ended, as the predicate of a sentence."""
    if exit_code == -getattr(signal, "SIGKILL", 9):
        return "was killed (SIGKILL, perhaps for want of memory)"
    if exit_code < 0:
        return f"crashed ({_signal_name(-exit_code)})"
    return f"ended unexpectedly (exit code {exit_code:#x})"


def _signal_name(number: int) -> str:
    try:
        return signal.Signals(number).name
    except ValueError:
        return f"signal {number}"


def _listed(names: Sequence[str]) -> str:
    """`a.jpg`, `a.jpg and b.jpg`, `a.jpg, b.jpg and 3 more`."""
    shown, more = names[:3], len(names) - 3
    last = f"{more} more" if more > 0 else shown[-1] if shown else ""
    first = shown if more > 0 else shown[:-1]
    return f"{', '.join(first)} and {last}" if first else last
