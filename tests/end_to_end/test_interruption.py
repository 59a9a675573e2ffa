"""Ctrl+C while the program is still being loaded."""

import signal
import subprocess
import sys

import pytest

from lookalike import __main__ as program

# Presses Ctrl+C while `{module}` is imported, and fails as a C library does that is interrupted.
SCRIPT = """
import signal, sys

class Pressed:
    def find_spec(self, name, *_):
        if name == {module!r} and self in sys.meta_path:
            sys.meta_path.remove(self)
            try:
                for _ in range({times}):
                    signal.raise_signal(signal.SIGINT)
            except KeyboardInterrupt:
                raise ImportError("initialization failed")

from lookalike.__main__ import main
sys.meta_path.insert(0, Pressed())
code = main(sys.argv[1:])
assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
sys.exit(code)
"""


@pytest.fixture(scope="module")
def library(answer, photos, tmp_path_factory):
    folder = tmp_path_factory.mktemp("own") / "library"
    answer("import", photos, "--library", folder)
    return folder


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize(
    ("verb", "module"),
    [
        ("search", "numpy"),
        ("search", "lookalike.cli.main"),
        ("search", "onnxruntime"),
        ("evaluate", "onnxruntime"),
        ("import", "numpy"),
        (None, "PySide6.QtWidgets"),
    ],
)
def test_ctrl_c_while_it_loads_ends_with_130(environment, photos, library, verb, module, times):
    subject = photos / "0.jpg" if verb == "search" else photos
    given = [verb, subject] if verb else []
    if verb != "evaluate":
        given += ["--library", library]
    ended = subprocess.run(
        [sys.executable, "-c", SCRIPT.format(module=module, times=times), *given],
        env=environment,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ended.returncode == 130, ended.stderr
    assert "Traceback" not in ended.stderr
    assert ended.stdout == ""


@pytest.mark.parametrize(("presses", "goes_on"), [(1, True), (2, False)])
def test_loading_goes_on_after_one_ctrl_c_and_ends_at_the_second(presses, goes_on):
    loaded = []
    with pytest.raises(KeyboardInterrupt), program._interruption_waits():  # noqa: PT012
        for _ in range(presses):
            signal.raise_signal(signal.SIGINT)
        loaded.append("the rest")
    assert bool(loaded) == goes_on


def test_ctrl_c_while_python_cleans_up_changes_no_exit_code(environment, library):
    script = (
        "import atexit, signal, sys; from lookalike.__main__ import main;"
        "atexit.register(signal.raise_signal, signal.SIGINT);"
        "sys.exit(main(sys.argv[1:]))"
    )
    command = [sys.executable, "-c", script, "status", "--library", library]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stderr) == (0, "")


def test_nothing_heavy_is_loaded_before_ctrl_c_is_looked_after(environment):
    script = (
        "import sys; from lookalike.__main__ import main;"
        "assert {name for name in sys.modules if name.startswith('lookalike')}"
        " == {'lookalike', 'lookalike.__main__'};"
        "assert not {'argparse', 'pathlib', 'numpy'} & (set(sys.modules) - before)"
    )
    script = "import sys; before = set(sys.modules);" + script
    subprocess.run([sys.executable, "-c", script], env=environment, check=True)
