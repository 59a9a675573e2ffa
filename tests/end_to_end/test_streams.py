"""The installed command where its streams are closed, full, or read no further."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = Path(sys.executable).with_name("lookalike")
FULL = Path("/dev/full")

needs_shell = pytest.mark.skipif(os.name != "posix", reason="streams are closed by a POSIX shell")
needs_full = pytest.mark.skipif(not FULL.exists(), reason="there is no /dev/full")


@pytest.fixture(scope="module")
def library(answer, photos, tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("own") / "library"
    answer("import", photos, "--library", folder)
    return folder


@pytest.fixture(params=["buffered", "unbuffered"])
def shell(request, environment, photos, library):
    """Runs a line of the shell, in which `lookalike`, `$photos` and `$library` are known."""
    known = environment | {"photos": str(photos), "library": str(library)}
    known.pop("PYTHONUNBUFFERED", None)
    if request.param == "unbuffered":
        known["PYTHONUNBUFFERED"] = "1"

    def run(line: str) -> subprocess.CompletedProcess[str]:
        script = f'lookalike() {{ "{COMMAND}" "$@"; }}; {line}'
        return subprocess.run(
            ["sh", "-c", script], env=known, capture_output=True, text=True, check=False
        )

    return run


@needs_full
@pytest.mark.parametrize("verb", ['search "$photos/0.jpg"', "status", "status --json"])
def test_an_answer_without_room_is_a_sentence(shell, verb):
    ended = shell(f'lookalike {verb} --library "$library" >/dev/full')
    assert ended.returncode == 1
    assert ended.stderr.startswith("lookalike: The answer cannot be written (")
    assert len(ended.stderr.splitlines()) == 1


@needs_full
def test_help_without_room_is_no_traceback(shell):
    ended = shell("lookalike --help >/dev/full")
    assert "Traceback" not in ended.stderr
    assert "Exception ignored" not in ended.stderr
    assert ended.returncode in (0, 1)


@needs_full
def test_messages_without_room_do_not_stop_the_work(shell):
    ended = shell('lookalike import "$photos" --library "$library" --json 2>/dev/full')
    assert (ended.returncode, '"unchanged": 9' in ended.stdout) == (0, True)
    assert shell("lookalike import nowhere 2>/dev/full").returncode == 1


@needs_shell
@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", "<&- >&- 2>&-"])
@pytest.mark.parametrize("verb", ['search "$photos/0.jpg"', 'import "$photos"'])
def test_closed_streams_do_not_stop_the_work(shell, verb, closed):
    ended = shell(f'lookalike {verb} --library "$library" {closed}')
    assert (ended.returncode, ended.stderr) == (0, "")
    assert bool(ended.stdout) == (">&-" not in closed.replace("2>&-", ""))


@needs_shell
def test_a_fault_is_an_exit_code_where_nobody_listens(shell):
    assert shell("lookalike import nowhere >&- 2>&-").returncode == 1


@needs_shell
@pytest.mark.parametrize("line", ["--help", 'status --library "$library"'])
def test_a_reader_that_has_enough_is_no_fault(shell, line):
    # The reader is gone before the first word: `head` alone would sometimes be slower.
    ended = shell(f"{{ sleep 1; lookalike {line}; echo $? >&2; }} | true")
    assert ended.stderr == "0\n"
