import os
import subprocess
import sys

import pytest

from lookalike.gui import crash


def test_a_fault_nobody_caught_is_logged_and_reported(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr("threading.excepthook", sys.excepthook)
    told = []
    crash.report_faults(told.append)
    error = ValueError("odd")
    sys.excepthook(ValueError, error, None)
    assert told == [error]
    assert "odd" in caplog.text


@pytest.mark.skipif(sys.platform != "linux", reason="other systems always have a display")
@pytest.mark.parametrize("display", ["", ":99999", "nowhere.invalid:0"])
def test_without_a_display_there_is_a_sentence_and_no_abort(display: str, tmp_path) -> None:
    asked = {name: value for name, value in os.environ.items() if not name.startswith("QT_")}
    asked |= {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_DATA_HOME": str(tmp_path)}
    asked.pop("WAYLAND_DISPLAY", None)
    program = "from lookalike.gui import app; from lookalike.settings import Settings;"
    ran = subprocess.run(
        [sys.executable, "-c", f"{program} app.run(None, None, Settings())"],
        env=asked,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 1
    assert "cannot open a window" in ran.stderr
    assert "Traceback" not in ran.stderr
