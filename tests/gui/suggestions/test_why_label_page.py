from types import SimpleNamespace

import pytest
from PySide6.QtCore import QObject, Qt

from lookalike.errors import TooFewExamples
from lookalike.gui import why_label_door
from lookalike.gui.overlays import Overlays
from lookalike.gui.panels.large_photo import LargePhoto
from lookalike.gui.suggestions.why_label_page import WhyLabelPage
from lookalike.gui.why_label_door import WhyLabelDoor
from lookalike.library.drawing.heat import HeatMode
from lookalike.photos import LabelId, PhotoId


@pytest.fixture
def door(qtbot, held_tasks, feed, theme, grey, taught, monkeypatch) -> WhyLabelDoor:
    """A photo is explained."""
    page = WhyLabelPage(lambda photo_id, _: LargePhoto(None, grey), feed, held_tasks, theme)
    qtbot.addWidget(page)
    page.resize(1060, 600)
    photos = SimpleNamespace(add_page=lambda *_: None, view_photo=lambda _: None)
    monkeypatch.setattr(why_label_door, "why_label", taught.why_label)
    choice = SimpleNamespace(method="logistic regression")
    monkeypatch.setattr(why_label_door, "taught", lambda _: choice)
    return WhyLabelDoor(QObject(), page, photos, Overlays(), held_tasks)


def test_the_label_is_named_and_its_map_lies_over_the_photo(qtbot, door, held_tasks) -> None:
    door.open(PhotoId(1), LabelId(1))
    page = door.page
    assert page.stage.photo_id == 1
    assert not page.has_map
    held_tasks.run()
    assert page.title == "What speaks for “boots”?"
    assert page.has_map
    assert page.why.text.startswith("Logistic regression. Exact")
    qtbot.keyClick(page, Qt.Key.Key_H)
    assert page.heat.mode is HeatMode.NEAREST


def test_without_a_map_the_photo_stays_and_the_voters_lead_on(
    qtbot, door, held_tasks, taught, why_by_votes
) -> None:
    taught.why = why_by_votes
    door.open(PhotoId(1), LabelId(1))
    held_tasks.run()
    assert not door.page.has_map
    with qtbot.waitSignal(door.page.photo_wanted) as told:
        door.page.why.voters.photo_chosen.emit(1)
    assert told.args == [8]


def test_what_cannot_be_explained_is_a_sentence(door, held_tasks, taught) -> None:
    taught.fault = TooFewExamples("Too few photos are “boots”.", "Add two.")
    door.open(PhotoId(1), LabelId(1))
    held_tasks.run()
    assert door.page.why.text.startswith("Too few photos are “boots”.")


def test_who_leaves_is_answered_no_more(door, held_tasks) -> None:
    door.open(PhotoId(1), LabelId(1))
    door.page.closed.emit()
    held_tasks.run()
    assert not door.page.has_map
    assert door.page.stage.photo_id is None


def test_a_photo_that_leaves_the_library_is_explained_no_more(qtbot, door, held_tasks) -> None:
    door.open(PhotoId(1), LabelId(1))
    door.take_library([PhotoId(1), PhotoId(2)])
    assert door.page.stage.photo_id == 1
    door.take_library([PhotoId(2)])
    assert door.page.stage.photo_id is None
    held_tasks.run()
    assert not door.page.has_map
