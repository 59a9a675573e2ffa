"""Keeps what C libraries print away from the person, who is told in sentences."""

import contextlib
import faulthandler
import os
import sys
from collections.abc import Iterator


@contextlib.contextmanager
def native_noise_hidden() -> Iterator[None]:
    """Point file descriptor 2 at nothing, and keep Python's own `sys.stderr` where it was.

    libtiff prints a line there for each oddity of a damaged file, hundreds for some; it cannot be
    asked not to. A crash of the interpreter is still told.
    """
    if not _is_descriptor_2(sys.stderr):
        yield  # captured by a test, or closed by whoever started the program
        return
    usual = sys.stderr
    usual.flush()
    ours = os.fdopen(os.dup(2), "w", 1, encoding=usual.encoding, errors="backslashreplace")
    with open(os.devnull, "wb") as nothing:  # noqa: PTH123 - devnull is no path of ours
        os.dup2(nothing.fileno(), 2)
    sys.stderr = ours
    faulthandler.enable(ours)
    try:
        yield
    finally:
        faulthandler.disable()
        sys.stderr = usual
        os.dup2(ours.fileno(), 2)
        with contextlib.suppress(OSError):  # a full disk, or a reader that is gone
            ours.close()


def _is_descriptor_2(stream: object) -> bool:
    try:
        return stream.fileno() == 2  # type: ignore[attr-defined, no-any-return]
    except (AttributeError, OSError, ValueError):
        return False
