"""The Qt binding itself: one release of it destroys Python objects."""

import sys

from PySide6.QtWidgets import QLabel


def test_void_calls_leave_the_references_to_none_alone(qtbot) -> None:
    # WORKAROUND(https://bugreports.qt.io/browse/PYSIDE-3474): 6.12.0 drops one reference to None
    # per void call, and aborts Python 3.10 and 3.11 when none is left.
    label = QLabel()
    qtbot.addWidget(label)
    before = sys.getrefcount(None)
    for _ in range(200):
        label.setText("x")
    assert abs(sys.getrefcount(None) - before) < 100
