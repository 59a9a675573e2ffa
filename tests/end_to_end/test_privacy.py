"""The program opens no network sockets, and writes nothing outside of its own folders."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

# Telemetry of ONNX Runtime was seen to begin only some seconds after a session was made.
WATCHED_S = 60

SCRIPT = """
import sys, time
began = time.monotonic()
from lookalike.__main__ import main
photos, library = sys.argv[1:]
assert main(["import", photos, "--library", library]) == 0
assert main(["search", photos + "/0.jpg", "--library", library]) == 0
time.sleep(max(0, {seconds} - (time.monotonic() - began)))
"""


@pytest.mark.timeout(WATCHED_S + 120)
@pytest.mark.skipif(not shutil.which("strace"), reason="strace is not installed")
def test_no_network_socket_in_a_minute(environment, home, photos, tmp_path):
    trace = tmp_path / "trace"
    subprocess.run(
        [
            *("strace", "-f", "-e", "trace=network", "-o", trace),
            *(sys.executable, "-c", SCRIPT.format(seconds=WATCHED_S)),
            *(photos, tmp_path / "library"),
        ],
        env=environment,
        stdout=subprocess.DEVNULL,
        check=True,
    )
    traced = trace.read_text("utf-8", "replace").splitlines()
    assert any("exited with 0" in line for line in traced), "strace saw nothing"
    assert [line for line in traced if "AF_INET" in line] == []
    strangers = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    assert not [name for name in strangers if "lookalike" not in name], strangers


def test_the_environment_variable_is_set_before_the_runtime_is_imported(environment):
    script = (
        "import os, lookalike, sys;"
        "assert os.environ['ORT_DISABLE_TELEMETRY'] == '1';"
        "assert 'onnxruntime' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)


def test_only_the_library_is_written(answer, photos, home, tmp_path):
    before = set(Path(home).rglob("*"))
    answer("import", photos, "--library", tmp_path / "library")
    assert set(Path(home).rglob("*")) == before
    names = {path.name for path in (tmp_path / "library").iterdir()}
    caches = {"thumbnails.db", "index", "atlas"}
    assert names == {"catalog.db", *caches, "import.lock", "open.lock", "import.log"}
