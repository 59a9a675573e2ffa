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
    """One report: `done` of `total` steps (`total` None: not known yet).

    Args:
        share: 0 to 1, how much of the work is done where steps differ in size; None: as the
            steps are counted.
    """

    done: int
    total: int | None
    activity: str = ""
    per_second: float | None = None
    seconds_left: float | None = None
    share: float | None = None

    @property
    def fraction(self) -> float | None:
        """0 to 1; None while nobody knows."""
        if self.share is not None:
            return self.share
        return self.done / self.total if self.total else None


class Progress:
    """Handed into long work, which calls `step`; any thread may call `cancel`, or `pause` it.

    Args:
        report: receives at most one `Advance` per `interval_s`, and always the first and last of
            an activity.
    """

    def __init__(
        self, report: Callable[[Advance], None] = lambda _: None, *, interval_s: float = 0.1
    ) -> None:
        self._report = report
        self._interval_s = interval_s
        self._cancelled = threading.Event()
        self._may_go_on = threading.Event()
        self._may_go_on.set()
        self.rests = 0
        self._reported_at = float("-inf")
        self._activity = ""
        self._rate = Rate()

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled.set()
        self._may_go_on.set()

    def pause(self) -> None:
        """Let the work wait at its next step, until `resume` or `cancel`; `rests` counts that."""
        if not self.is_cancelled:
            self._may_go_on.clear()

    def resume(self) -> None:
        self._may_go_on.set()

    @property
    def is_paused(self) -> bool:
        return not self._may_go_on.is_set()

    @property
    def is_cancelled(self) -> bool:
        return self._cancelled.is_set()

    def check(self) -> None:
        """Return while the work is wanted; waits while it is paused.

        Raises:
            Cancelled: the person asked to stop.
        """
        if self.is_paused:
            self._may_go_on.wait()
            self.rests += 1
        if self._cancelled.is_set():
            raise Cancelled

    def step(
        self,
        done: int,
        total: int | None,
        activity: str = "",
        estimate: "Estimate | None" = None,
    ) -> None:
        """Say how far the work is; `estimate` knows better how long it takes where steps differ.

        Raises:
            Cancelled: the person asked to stop.
        """
        self.check()
        is_new = activity != self._activity
        if is_new:
            self._activity, self._rate = activity, Rate()
        now = time.monotonic()
        self._rate.observe(now, done)
        if now - self._reported_at < self._interval_s and done != total and not is_new:
            return
        self._reported_at = now
        per_second = self._rate.per_second
        left = (total - done) / per_second if total is not None and per_second else None
        if estimate:
            left, share = estimate.seconds_left, estimate.share
        else:
            share = None
        self._report(Advance(done, total, activity, per_second, left, share))

    def tell(self, advance: Advance) -> None:
        """Pass on what was counted and estimated elsewhere.

        Raises:
            Cancelled: the person asked to stop.
        """
        self.check()
        self._report(advance)


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


class Estimate:
    """How long a known amount of work takes, where each step costs a bit and so does each byte.

    The two costs are fitted to what was seen by least squares, with what is long ago counting
    less; so a folder of small pictures does not promise too much for the large ones behind it.

    Args:
        total: the number of steps; `total_bytes`: the sum of their sizes.
    """

    WINDOW_S = 0.5
    FADE = 0.98  # per window: a minute ago counts a tenth

    def __init__(
        self, total: int, total_bytes: int, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self.total = total
        self.done = 0
        self._total_bytes = total_bytes
        self._done_bytes = 0
        self._clock = clock
        self._window_s = clock()
        self._window = (0, 0)
        self._sums = [0.0] * 5
        self._furthest = 0.0

    def observe(self, steps: int, size_bytes: int) -> None:
        """Some more is done."""
        self.done += steps
        self._done_bytes += size_bytes
        now_s = self._clock()
        if now_s - self._window_s < self.WINDOW_S:
            return
        n, b = self.done - self._window[0], self._done_bytes - self._window[1]
        t = now_s - self._window_s
        seen = (n * n, n * b, b * b, n * t, b * t)
        self._sums = [self.FADE * old + new for old, new in zip(self._sums, seen, strict=True)]
        self._window_s, self._window = now_s, (self.done, self._done_bytes)

    def leave_out_the_time(self) -> None:
        """Nothing was worked on of late: do not learn from that."""
        self._window_s, self._window = self._clock(), (self.done, self._done_bytes)

    @property
    def seconds_left(self) -> float | None:
        """None until there is something to measure."""
        costs = self._costs()
        if costs is None:
            return None
        each, per_byte = costs
        left = self.total - self.done, self._total_bytes - self._done_bytes
        return max(0.0, each * left[0] + per_byte * left[1])

    @property
    def share(self) -> float:
        """0 to 1, how much of the work is done; it never goes back."""
        each, per_byte = self._costs() or (1.0, 0.0)
        whole = each * self.total + per_byte * self._total_bytes
        done = each * self.done + per_byte * self._done_bytes
        self._furthest = max(self._furthest, min(1.0, done / whole) if whole else 0.0)
        return self._furthest

    def _costs(self) -> tuple[float, float] | None:
        """Seconds for each step and for each byte."""
        nn, nb, bb, nt, bt = self._sums
        if nn == 0:
            return None
        spread = nn * bb - nb * nb
        if spread > 1e-3 * nn * bb:
            each, per_byte = (nt * bb - bt * nb) / spread, (bt * nn - nt * nb) / spread
            if each >= 0 and per_byte >= 0:
                return each, per_byte
            if each < 0:
                return 0.0, bt / bb
        return nt / nn, 0.0
