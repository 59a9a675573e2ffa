"""How one gets to the suggestions, and what leads out of them."""

from types import SimpleNamespace
from typing import NamedTuple

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from lookalike.gui.overlays import Overlays
from lookalike.gui.suggestions_door import SuggestionsDoor
from lookalike.photos import LabelId, PhotoId


class Page(QWidget):
    closed = Signal()
    photo_wanted = Signal(object)
    teach_wanted = Signal()
    chosen = PhotoId(3)


class Desk(QObject):
    """Notes what it is told."""

    failed = Signal(object)
    labels_changed = Signal()
    relabelled = Signal(object, object)
    undone = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.told: list[object] = []

    def open(self, label: LabelId | None) -> None:
        self.told.append(label)

    def close(self) -> None:
        self.told.append("closed")

    def refresh(self) -> None:
        self.told.append("looked anew")


class LabelDesk(QObject):
    """Notes what it is to be able to take back."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.done: list[tuple[object, object]] = []

    def take_done(self, told: object, change: object) -> None:
        self.done.append((told, change))


class Opened(NamedTuple):
    door: SuggestionsDoor
    photos: SimpleNamespace
    labels: LabelDesk
    overlays: Overlays


@pytest.fixture
def opened(qtbot) -> Opened:
    page = Page()
    qtbot.addWidget(page)
    viewed: list[PhotoId] = []
    photos = SimpleNamespace(
        pages={},
        add_page=lambda page, chosen: photos.pages.update({page: chosen}),
        view_photo=viewed.append,
        viewed=viewed,
    )
    labels, overlays = LabelDesk(), Overlays()
    door = SuggestionsDoor(page, Desk(), photos, labels, overlays)
    return Opened(door, photos, labels, overlays)


def test_it_opens_over_the_photos_about_one_label_or_all(opened) -> None:
    opened.door.open()
    opened.door.open(LabelId(4))
    assert opened.door.desk.told == [None, LabelId(4)]
    assert opened.overlays.top is opened.door.page


def test_once_the_page_is_closed_nothing_is_looked_for(opened) -> None:
    opened.door.open()
    opened.door.page.closed.emit()
    assert opened.door.desk.told == [None, "closed"]
    assert opened.overlays.top is None


def test_what_is_asked_about_is_the_chosen_photo_and_can_be_seen_large(opened) -> None:
    assert opened.photos.pages[opened.door.page]() == 3
    opened.door.page.photo_wanted.emit(PhotoId(7))
    assert opened.photos.viewed == [7]


def test_what_others_should_hear_is_passed_on(qtbot, opened) -> None:
    with qtbot.waitSignals(
        [opened.door.labels_changed, opened.door.teach_wanted, opened.door.failed]
    ):
        opened.door.desk.labels_changed.emit()
        opened.door.page.teach_wanted.emit()
        opened.door.desk.failed.emit(ValueError())


def test_a_living_album_is_taken_back_where_labels_are(opened) -> None:
    opened.door.desk.relabelled.emit("told", "change")
    assert opened.labels.done == [("told", "change")]
    opened.labels.changed.emit()
    assert opened.door.desk.told == ["looked anew"]


def test_what_is_taken_back_unseen_is_told(qtbot, opened) -> None:
    with qtbot.waitSignal(opened.door.said) as told:
        opened.door.desk.undone.emit("Label “boots”")
    assert told.args[0].text == "Taken back: Label “boots”."
