"""Files of our own that take their name only when they are whole."""

import contextlib
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from lookalike.paths import sync_folder

_STALE_S = 3600


@contextlib.contextmanager
def written_whole(file: Path) -> Iterator[BinaryIO]:
    """A stream whose content takes the file's place at the end of the block.

    Until then, and where anything fails, the file is as it was. What writers left behind that were
    killed is removed.

    Raises:
        OSError: its folder is not there, full, or closed.
    """
    fresh = file.with_name(f"{file.name}.{os.getpid()}.new")
    try:
        _sweep(file)
        with fresh.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.replace(fresh, file)  # noqa: PTH105 - the word the reader looks for
        sync_folder(file.parent)
    except BaseException:
        with contextlib.suppress(OSError):
            fresh.unlink()
        raise


def _sweep(file: Path) -> None:
    for left in file.parent.glob(f"{file.name}.*.new"):
        with contextlib.suppress(OSError):
            if time.time() - left.stat().st_mtime > _STALE_S:
                left.unlink()
