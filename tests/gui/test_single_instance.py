"""A second start hands over to the first; each library has a window of its own."""

import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtNetwork import QLocalSocket

from lookalike.gui import single_instance
from lookalike.gui.single_instance import Doorbell, hand_over, is_open


@pytest.fixture
def doorbell(qapp, tmp_path: Path):
    made = Doorbell(tmp_path / "library")
    yield made
    made.close()


_HAND_OVER = """
import sys
from pathlib import Path
from lookalike.gui.single_instance import hand_over
target = Path(sys.argv[2]) if sys.argv[2] else None
sys.exit(0 if hand_over(Path(sys.argv[1]), target) else 1)
"""


def hand_over_from_elsewhere(library_dir: Path, target: Path | None) -> subprocess.Popen[bytes]:
    line = [sys.executable, "-c", _HAND_OVER, str(library_dir), str(target or "")]
    return subprocess.Popen(line)


def test_what_a_second_start_was_given_arrives(qtbot, doorbell: Doorbell, tmp_path: Path) -> None:
    for target in (tmp_path / "a photo ü.jpg", None):
        with qtbot.waitSignal(doorbell.rung, timeout=20_000) as told:
            second = hand_over_from_elsewhere(tmp_path / "library", target)
        assert told.args == [target]
        assert second.wait(20) == 0


def test_without_a_window_nothing_is_handed_over(qapp, tmp_path: Path) -> None:
    assert not hand_over(tmp_path / "library", tmp_path / "a.jpg")


def test_another_library_has_a_window_of_its_own(doorbell: Doorbell, tmp_path: Path) -> None:
    assert not hand_over(tmp_path / "other", None)


def test_a_name_that_a_killed_program_left_is_taken_over(qtbot, qapp, tmp_path: Path) -> None:
    first = Doorbell(tmp_path / "library")
    second = Doorbell(tmp_path / "library")
    with qtbot.waitSignal(second.rung, timeout=20_000):
        third = hand_over_from_elsewhere(tmp_path / "library", None)
    assert third.wait(20) == 0
    first.close()
    second.close()


@pytest.mark.parametrize(
    "letter", [b"nonsense\n", b"[]\n", b'{"target": "relative.jpg"}\n', b"{}\n"]
)
def test_what_makes_no_sense_opens_nothing(
    qtbot, doorbell: Doorbell, tmp_path: Path, letter: bytes
) -> None:
    rung: list[object] = []
    doorbell.rung.connect(rung.append)
    socket = QLocalSocket()
    socket.connectToServer(single_instance._name(tmp_path / "library"))
    qtbot.waitUntil(lambda: socket.state() == QLocalSocket.LocalSocketState.ConnectedState)
    socket.write(letter)
    qtbot.wait(100)
    assert rung == []
    socket.abort()


def test_whether_a_window_is_open_is_told_without_disturbing_it(
    qtbot, doorbell: Doorbell, tmp_path: Path
) -> None:
    with qtbot.assertNotEmitted(doorbell.rung, wait=50):
        assert is_open(tmp_path / "library")
    assert not is_open(tmp_path / "other")
