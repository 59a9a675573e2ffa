"""How far long work has come, and the person's wish to stop it."""

import threading
import time
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass


class Cancelled(Exception):
    """The person stopped the work. Everything finished so far is kept."""


@dataclass(frozen=True, slots=True)
class Advance:
    """One report: `done` of `total` steps (`total` None: not known yet)."""

    done: int
    total: int | None
    activity: str = ""
    per_second: float | None = None
    seconds_left: float | None = None


class Progress:
    """Handed into long work, which calls `step`; any thread may call `cancel`.

    Args:
        report: receives at most one `Advance` per `interval_s`, and always the last one.
    """

    def __init__(
        self, report: Callable[[Advance], None] = lambda _: None, *, interval_s: float = 0.1
    ) -> None:
        self._report = report
        self._interval_s = interval_s
        self._cancelled = threading.Event()
        self._reported_at = float("-inf")
        self._activity = ""
        self._rate = Rate()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled.set()

    def check(self) -> None:
        """Return while the work is wanted.

        Raises:
            Cancelled: the person asked to stop.
        """
        if self._cancelled.is_set():
            raise Cancelled

    def step(self, done: int, total: int | None, activity: str = "") -> None:
        """Say how far the work is.

        Raises:
            Cancelled: the person asked to stop.
        """
        self.check()
        if activity != self._activity:
            self._activity, self._rate = activity, Rate()
        now = time.monotonic()
        self._rate.observe(now, done)
        if now - self._reported_at < self._interval_s and done != total:
            return
        self._reported_at = now
        per_second = self._rate.per_second
        left = (total - done) / per_second if total is not None and per_second else None
        self._report(Advance(done, total, activity, per_second, left))


class Rate:
    """Steps per second over the last `window_s` seconds, so that it follows a changing speed."""

    def __init__(self, window_s: float = 10.0) -> None:
        self._window_s = window_s
        self._seen: deque[tuple[float, int]] = deque()

    def observe(self, now_s: float, done: int) -> None:
        """Remember that `done` steps were finished at `now_s`."""
        if self._seen and now_s - self._seen[-1][0] < self._window_s / 100:
            return
        self._seen.append((now_s, done))
        while now_s - self._seen[0][0] > self._window_s:
            self._seen.popleft()

    @property
    def per_second(self) -> float | None:
        """None until there is something to measure."""
        if len(self._seen) < 2:
            return None
        (first_s, first), (last_s, last) = self._seen[0], self._seen[-1]
        return (last - first) / (last_s - first_s) if last_s > first_s else None
