from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from lookalike.gui.drops import DropTarget
from lookalike.gui.panels.drop_hint import DropHint

HOW = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
ON_THE_PANEL, BELOW_IT = QPoint(50, 20), QPoint(50, 200)


class Window(QWidget):
    """A window with a panel at its top and a grid below; notes what was dropped on it."""

    def __init__(self, theme) -> None:
        super().__init__()
        self.resize(400, 300)
        self.panel, self.grid = QWidget(self), QWidget(self)
        self.panel.setGeometry(0, 0, 400, 80)
        self.grid.setGeometry(0, 80, 400, 220)
        self.hint = DropHint(self, theme)
        self.target = DropTarget(self, self.grid, self.panel, self.hint)
        self.told: list[object] = []
        self.target.dropped.connect(self.told.append)
        self.target.photo_dropped.connect(lambda: self.told.append("photo"))


@pytest.fixture
def window(qtbot, theme) -> Window:
    made = Window(theme)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


@pytest.fixture
def mime(tmp_path: Path) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl.fromLocalFile(str(tmp_path / "photo.jpg"))])
    return made


def drag(window: Window, kind: type, mime: QMimeData, where: QPoint, source: QObject | None):
    """One event of a drag that began at `source`, which Qt knows of real drags alone."""
    copy = Qt.DropAction.CopyAction
    if kind is QDropEvent:
        event = QDropEvent(QPointF(where), copy, mime, *HOW, QEvent.Type.Drop)
    else:
        event = kind(where, copy, mime, *HOW)
    event.source = lambda: source
    QApplication.sendEvent(window, event)
    return event


def test_a_photo_of_the_grid_dropped_on_the_grid_does_nothing(
    window: Window, mime: QMimeData
) -> None:
    drag(window, QDragEnterEvent, mime, BELOW_IT, window.grid)
    assert not window.hint.isVisible()
    assert not drag(window, QDragMoveEvent, mime, BELOW_IT, window.grid).isAccepted()
    assert not drag(window, QDropEvent, mime, BELOW_IT, window.grid).isAccepted()
    assert window.told == []


def test_a_photo_of_the_grid_dropped_on_the_panel_is_searched_by(
    window: Window, mime: QMimeData
) -> None:
    drag(window, QDragEnterEvent, mime, BELOW_IT, window.grid)
    assert drag(window, QDragMoveEvent, mime, ON_THE_PANEL, window.grid).isAccepted()
    assert window.hint.isVisible()
    assert drag(window, QDropEvent, mime, ON_THE_PANEL, window.grid).isAccepted()
    assert window.told == ["photo"]
    assert not window.hint.isVisible()


def test_while_the_panel_is_away_nothing_can_be_dropped_on_it(
    window: Window, mime: QMimeData
) -> None:
    window.panel.hide()
    drag(window, QDropEvent, mime, ON_THE_PANEL, window.grid)
    assert window.told == []


def test_files_of_others_may_be_dropped_anywhere(
    window: Window, mime: QMimeData, tmp_path: Path
) -> None:
    drag(window, QDragEnterEvent, mime, BELOW_IT, None)
    assert window.hint.isVisible()
    drag(window, QDropEvent, mime, BELOW_IT, None)
    (incoming,) = window.told
    assert incoming.pictures == (tmp_path / "photo.jpg",)


def test_the_hint_goes_when_the_drag_leaves(window: Window, mime: QMimeData) -> None:
    drag(window, QDragEnterEvent, mime, BELOW_IT, None)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.hint.isVisible()
