"""How long it still takes, said so that the words do not flicker."""

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QLocale

_SETTLED = 0.25  # the share of the told time by which an estimate may differ before it is news
_AT_LEAST_S = 2.0
_SETTLING_S = 2.0  # the first estimates are of the first few photos
translate = QCoreApplication.translate


def time_left(seconds: float) -> str:
    """In steps that a person can use."""
    if seconds < 10:
        return translate("TimeLeft", "a few seconds left")
    if seconds < 55:
        return translate("TimeLeft", "{seconds} s left").format(seconds=round(seconds / 10) * 10)
    if seconds < 3600:
        minutes = max(1, round(seconds / 60))
        return translate("TimeLeft", "{minutes} min left").format(minutes=minutes)
    hours = QLocale().toString(seconds / 3600, "f", 1)
    return translate("TimeLeft", "{hours} h left").format(hours=hours)


class SteadyTimeLeft:
    """Counts down from what it told, and tells something else only where that is off by much."""

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        self._now_s = now_s
        self._began_s: float | None = None
        self._ends_s: float | None = None
        self._told_s = float("-inf")
        self._words = ""

    def words(self, seconds_left: float | None) -> str:
        """What to show for the newest estimate; nothing where there is none."""
        now_s = self._now_s()
        if seconds_left is None:
            self._began_s, self._ends_s, self._words = None, None, ""
            return ""
        if self._began_s is None:
            self._began_s = now_s
        if now_s - self._began_s < _SETTLING_S:
            return ""
        if self._ends_s is None or now_s - self._told_s >= _AT_LEAST_S:
            self._tell(seconds_left, now_s)
        return self._words

    def _tell(self, seconds_left: float, now_s: float) -> None:
        counted_down = None if self._ends_s is None else max(0.0, self._ends_s - now_s)
        if counted_down is None or _is_far(seconds_left, counted_down):
            self._ends_s, counted_down = now_s + seconds_left, seconds_left
        self._told_s = now_s
        self._words = time_left(counted_down)


def _is_far(estimate_s: float, told_s: float) -> bool:
    return abs(estimate_s - told_s) > max(3.0, _SETTLED * told_s)
