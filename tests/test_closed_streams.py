"""Streams that are not there are stood in for, and no file of ours gets their numbers."""

import os
import subprocess
import sys

import pytest

from lookalike.closed_streams import closed_streams_replaced

SCRIPT = """
import os
from lookalike.closed_streams import closed_streams_replaced
with closed_streams_replaced():
    print("nowhere")
    file = open(os.environ["FILE"], "w")
    assert file.fileno() > 2, file.fileno()
    os.write(2, b"noise")
"""


def test_missing_streams_take_words_and_are_missing_again_afterwards(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)
    with closed_streams_replaced():
        print("a word")
        assert not sys.stderr.isatty()
    assert (sys.stdout, sys.stderr) == (None, None)


def test_streams_that_are_there_stay(capsys):
    usual = sys.stdout, sys.stderr
    with closed_streams_replaced():
        assert (sys.stdout, sys.stderr) == usual


@pytest.mark.skipif(os.name != "posix", reason="streams are closed by a POSIX shell")
def test_a_file_does_not_take_the_place_of_a_closed_stream(tmp_path):
    known = os.environ | {"FILE": str(tmp_path / "file"), "SCRIPT": SCRIPT}
    line = f'"{sys.executable}" -c "$SCRIPT" <&- >&- 2>&-'
    assert subprocess.run(["sh", "-c", line], env=known, check=False).returncode == 0
    assert (tmp_path / "file").read_bytes() == b""
