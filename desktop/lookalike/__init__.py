"""Lookalike finds photos by what they look like, offline, on the person's own machine.

Imports point down: `gui`, `cli` -> `library` -> `imaging | networks | descriptors | catalog |
neighbors | learning` -> the values in this folder. `tests/test_architecture.py` holds the line.
"""

import os

# WORKAROUND(https://github.com/microsoft/onnxruntime/blob/main/docs/Privacy.md): the official
# Linux and macOS packages report to Microsoft since 1.29 unless this is set before the import.
os.environ["ORT_DISABLE_TELEMETRY"] = "1"

__version__ = "0.1.0"
