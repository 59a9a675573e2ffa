from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QMimeData, QObject, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QWidget

from lookalike.gui.drops import DropTarget, Wish
from lookalike.gui.panels.chip import ChipView
from lookalike.gui.panels.drop_hint import DropHint
from lookalike.gui.panels.drop_zones import DropZones
from lookalike.gui.panels.query_bar import Asked, QueryBar, QueryView

if TYPE_CHECKING:
    from lookalike.gui.incoming import Incoming

HOW = (Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
ON_THE_BAR, FURTHER_ON, AT_ITS_END = QPoint(50, 20), QPoint(230, 20), QPoint(380, 20)
BELOW_IT = QPoint(50, 200)


class Window(QWidget):
    """A window with the query at its top and a grid below; notes what was dropped on it."""

    def __init__(self, theme) -> None:
        super().__init__()
        self.resize(400, 300)
        self.bar, self.grid = QueryBar(theme), QWidget(self)
        self.bar.setParent(self)
        self.bar.setGeometry(0, 0, 400, 80)
        self.bar.show_query(QueryView())
        self.grid.setGeometry(0, 89, 400, 211)
        self.hint = DropHint(self, theme)
        self.target = DropTarget(self, self.grid, self.bar, self.hint)
        self.told: list[tuple[Incoming, Wish]] = []
        self.target.dropped.connect(lambda incoming, wish: self.told.append((incoming, wish)))


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


def wishes(window: Window) -> list[Wish]:
    return [wish for _, wish in window.told]


def is_promising(window: Window) -> bool:
    """Whether the bar says what letting go on it would do."""
    return window.bar.findChild(DropZones).isVisible()


def test_a_photo_of_the_grid_dropped_on_the_grid_does_nothing(
    window: Window, mime: QMimeData
) -> None:
    drag(window, QDragEnterEvent, mime, BELOW_IT, window.grid)
    assert not window.hint.isVisible()
    assert not drag(window, QDragMoveEvent, mime, BELOW_IT, window.grid).isAccepted()
    assert not drag(window, QDropEvent, mime, BELOW_IT, window.grid).isAccepted()
    assert window.told == []


def test_a_photo_of_the_grid_dropped_on_an_empty_bar_is_searched_by(
    window: Window, mime: QMimeData
) -> None:
    drag(window, QDragEnterEvent, mime, BELOW_IT, window.grid)
    assert drag(window, QDragMoveEvent, mime, ON_THE_BAR, window.grid).isAccepted()
    assert is_promising(window)
    assert drag(window, QDropEvent, mime, ON_THE_BAR, window.grid).isAccepted()
    assert wishes(window) == [Wish.MORE]
    assert not is_promising(window)


def test_beside_other_pictures_it_is_more_or_less_like_this_or_missed(
    window: Window, mime: QMimeData
) -> None:
    window.bar.show_query(QueryView(Asked.ANSWERED, (ChipView("red.jpg"),)))
    missed: list[Incoming] = []
    window.target.missed.connect(missed.append)
    for place in (ON_THE_BAR, FURTHER_ON, AT_ITS_END):
        drag(window, QDragEnterEvent, mime, BELOW_IT, window.grid)
        drag(window, QDragMoveEvent, mime, place, window.grid)
        assert is_promising(window)
        drag(window, QDropEvent, mime, place, window.grid)
    assert wishes(window) == [Wish.MORE, Wish.LESS]
    assert len(missed) == 1
    assert not is_promising(window)


def test_while_the_bar_is_away_nothing_can_be_dropped_on_it(
    window: Window, mime: QMimeData
) -> None:
    window.bar.hide()
    drag(window, QDragEnterEvent, mime, BELOW_IT, window.grid)
    drag(window, QDropEvent, mime, ON_THE_BAR, window.grid)
    assert window.told == []


def test_files_of_others_may_be_dropped_anywhere(
    window: Window, mime: QMimeData, tmp_path: Path
) -> None:
    drag(window, QDragEnterEvent, mime, BELOW_IT, None)
    assert window.hint.isVisible()
    drag(window, QDropEvent, mime, BELOW_IT, None)
    ((incoming, wish),) = window.told
    assert incoming.pictures == (tmp_path / "photo.jpg",)
    assert wish is Wish.SEARCH


def test_the_hint_gives_way_to_the_zones_of_the_bar(window: Window, mime: QMimeData) -> None:
    drag(window, QDragEnterEvent, mime, BELOW_IT, None)
    drag(window, QDragMoveEvent, mime, ON_THE_BAR, None)
    assert not window.hint.isVisible()
    assert is_promising(window)
    drag(window, QDragMoveEvent, mime, BELOW_IT, None)
    assert window.hint.isVisible()
    assert not is_promising(window)


def test_what_cannot_be_searched_by_is_not_promised(window: Window, monkeypatch) -> None:
    promised: list[str] = []
    monkeypatch.setattr(window.hint, "show_hint", promised.append)
    address = QMimeData()
    address.setUrls([QUrl("https://example.com/cat.jpg")])
    drag(window, QDragEnterEvent, address, BELOW_IT, None)
    assert promised == ["There is no picture in that"]


def test_a_drag_of_plain_text_is_refused_at_the_door(window: Window) -> None:
    text = QMimeData()
    text.setText("hello")
    assert not drag(window, QDragEnterEvent, text, BELOW_IT, None).isAccepted()
    assert not window.hint.isVisible()


def test_the_hint_goes_when_the_drag_leaves(window: Window, mime: QMimeData) -> None:
    drag(window, QDragEnterEvent, mime, BELOW_IT, None)
    QApplication.sendEvent(window, QDragLeaveEvent())
    assert not window.hint.isVisible()
