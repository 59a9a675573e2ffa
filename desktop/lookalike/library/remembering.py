"""Keeps what was worked out from the catalog, until the catalog changes."""

import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

MOST = 128

Value = TypeVar("Value")


class Remembered:
    """At most `MOST` values, those asked for last. Any thread may ask.

    Args:
        version: says another number once the catalog has changed.
    """

    def __init__(self, version: Callable[[], int]) -> None:
        self._version = version
        self._of_version: int | None = None
        self._values: OrderedDict[Hashable, Any] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of the catalog as it is now, made where it is not known. It may be made by
        two threads at once, and is not to be changed by those who get it."""
        version = self._version()
        with self._lock:
            if version != self._of_version:
                self._of_version = version
                self._values.clear()
            if key in self._values:
                self._values.move_to_end(key)
                known: Value = self._values[key]
                return known
        made = make()
        with self._lock:
            # What was made while the catalog changed goes with the version before.
            if version == self._of_version:
                self._values[key] = made
                if len(self._values) > MOST:
                    self._values.popitem(last=False)
        return made
