"""Stands in for the standard streams that whoever started the program has closed."""

import contextlib
import os
import sys
from collections.abc import Iterator


@contextlib.contextmanager
def closed_streams_replaced() -> Iterator[None]:
    """What is printed to a closed stream goes nowhere; Python itself has None for it."""
    _take_low_descriptors()
    usual = sys.stdout, sys.stderr
    with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - no path of ours
        sys.stdout, sys.stderr = sys.stdout or nowhere, sys.stderr or nowhere
        try:
            yield
        finally:
            sys.stdout, sys.stderr = usual


def _take_low_descriptors() -> None:
    # Else the next file that is opened gets the number of the closed stream, and with it every
    # line that a C library prints there.
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)
