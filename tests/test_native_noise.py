"""What a C library prints is hidden; what Python prints is not."""

import subprocess
import sys

SCRIPT = """
import os, sys
from lookalike.native_noise import native_noise_hidden
print("before", file=sys.stderr)
with native_noise_hidden():
    os.write(2, b"noise\\n")
    print("inside", file=sys.stderr)
    {inside}
os.write(2, b"after\\n")
"""


def told_by(inside: str) -> str:
    script = SCRIPT.format(inside=inside)
    command = [sys.executable, "-c", script]
    return subprocess.run(command, capture_output=True, text=True, check=False).stderr


def test_only_pythons_own_lines_are_told():
    assert told_by("pass").split() == ["before", "inside", "after"]


def test_a_fault_inside_is_told():
    assert "ZeroDivisionError" in told_by("1 / 0")


def test_a_crash_of_the_interpreter_is_told():
    assert "Fatal Python error: Aborted" in told_by("os.abort()")
