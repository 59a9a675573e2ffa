"""Runs work ahead on a few threads, never more than a window's worth."""

from collections import deque
from collections.abc import Callable, Generator, Iterable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def look_ahead(
    work: Callable[[Item], Result], items: Iterable[Item], *, threads: int, window: int
) -> Generator[Result, None, None]:
    """`work` of each item, in order, computed up to `window` items ahead of the reader.

    When the reader stops early, what has not begun is dropped and what has is waited for.
    """
    waiting: deque[Future[Result]] = deque()
    rest = iter(items)
    with ThreadPoolExecutor(threads, thread_name_prefix="look-ahead") as pool:
        try:
            waiting.extend(pool.submit(work, item) for item in islice(rest, window))
            while waiting:
                yield waiting.popleft().result()
                waiting.extend(pool.submit(work, item) for item in islice(rest, 1))
        finally:
            for future in waiting:
                future.cancel()
