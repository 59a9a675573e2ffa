"""What opens the page about layers, and where it leads."""

from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lookalike.gui.layers.layers_page import LayersPage
from lookalike.gui.layers_door import LayersDoor
from lookalike.gui.overlays import Overlays
from lookalike.library.search.questions import Example, Question, UnitOfLayer
from lookalike.photos import PhotoId


class Desk(QObject):
    """Remembers what it was asked to open."""

    opened = Signal()
    photo_wanted = Signal(object)
    query_wanted = Signal(object)
    failed = Signal(object)
    said = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.photo_id: PhotoId | None = None
        self.beside_id: PhotoId | None = None
        self.closed = 0
        self.networks: list[object] = []

    def open_photo(self, photo_id, other_id=None) -> None:
        self.photo_id, self.beside_id = photo_id, other_id
        self.opened.emit()

    def open_network(self, file) -> None:
        self.networks.append(file)

    def choose_network(self, at) -> None:
        self.networks.append(at)

    def close(self) -> None:
        self.closed += 1
        self.photo_id = self.beside_id = None


class Photos:
    """A grid of photos 1 to 5."""

    def __init__(self) -> None:
        self.chosen: PhotoId | None = PhotoId(3)
        self.selected = [PhotoId(3)]

    def add_page(self, page, photo_id) -> None:
        self.shown = photo_id

    def beside(self, photo_id, step):
        return PhotoId(photo_id + step) if 1 <= photo_id + step <= 5 else None

    def choose(self, photo_id) -> None:
        self.chosen = photo_id


@pytest.fixture
def desk(qapp) -> Desk:
    return Desk()


@pytest.fixture
def photos() -> Photos:
    return Photos()


@pytest.fixture
def page(qapp, theme) -> Iterator[LayersPage]:
    made = LayersPage(theme)
    yield made
    made.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def search() -> SimpleNamespace:
    asked: list[UnitOfLayer] = []
    return SimpleNamespace(asked=asked, search_by_unit=asked.append)


@pytest.fixture
def browser() -> SimpleNamespace:
    return SimpleNamespace(place=SimpleNamespace(query=SimpleNamespace(question=Question())))


@pytest.fixture
def overlays(qapp) -> Overlays:
    return Overlays()


@pytest.fixture
def door(page, desk, photos, search, browser, overlays) -> LayersDoor:
    return LayersDoor(page, desk, photos, search, browser, overlays)


def search_by(browser, *examples: Example) -> None:
    browser.place.query.question = Question(examples=examples)


def test_the_chosen_photo_is_looked_at(door, desk, page, photos, overlays):
    door.open_chosen()
    assert (desk.photo_id, desk.beside_id) == (3, None)
    assert overlays.top is page
    assert photos.shown() == 3, "its actions are those of the photo that is shown"


def test_without_a_photo_nothing_opens(door, photos, overlays):
    photos.chosen, photos.selected = None, []
    door.open_chosen()
    assert overlays.top is None


def test_of_two_chosen_photos_the_second_stands_beside_the_first(door, desk, photos):
    photos.selected = [PhotoId(2), PhotoId(3)]
    door.open_chosen()
    assert (desk.photo_id, desk.beside_id) == (2, 3)


def test_of_more_than_two_only_the_chosen_one_is_looked_at(door, desk, photos):
    photos.selected = [PhotoId(2), PhotoId(3), PhotoId(4)]
    door.open_chosen()
    assert (desk.photo_id, desk.beside_id) == (3, None)


def test_a_result_stands_beside_the_photo_that_was_searched_by(door, desk, browser):
    search_by(browser, Example(PhotoId(1)))
    door.open_chosen()
    assert (desk.photo_id, desk.beside_id) == (3, 1)


@pytest.mark.parametrize(
    "examples",
    [
        [Example(PhotoId(3))],
        [Example(PhotoId(1)), Example(PhotoId(2))],
        [Example(b"a picture of no library")],
        [Example(PhotoId(1), is_wanted=False)],
    ],
)
def test_a_result_stands_alone_where_there_is_no_one_photo_that_it_resembles(
    door, desk, browser, examples
):
    search_by(browser, *examples)
    door.open_chosen()
    assert desk.beside_id is None


def test_the_next_photo_is_compared_with_the_same_one(door, desk, page, photos):
    photos.selected = [PhotoId(3), PhotoId(5)]
    door.open_chosen()
    page.step_wanted.emit(1)
    assert (desk.photo_id, desk.beside_id) == (4, 5)
    assert photos.chosen == 4, "the grid follows"


def test_at_the_ends_there_is_no_further_step(door, desk, page, photos):
    photos.chosen, photos.selected = PhotoId(5), [PhotoId(5)]
    door.open_chosen()
    assert page._before.isEnabled()
    assert not page._after.isEnabled()
    page.step_wanted.emit(1)
    assert desk.photo_id == 5


def test_leaving_the_page_ends_what_its_desk_does(qtbot, door, desk, page, overlays):
    door.open_chosen()
    page.closed.emit()
    assert overlays.top is None
    assert desk.closed == 1
    other = QWidget()
    qtbot.addWidget(other)
    overlays.show(other)
    overlays.close(other)
    assert desk.closed == 1, "another page"


def test_a_photo_that_left_the_library_is_not_looked_at(door, desk, page, overlays):
    door.take_library([PhotoId(1)])
    door.open_chosen()
    door.take_library([PhotoId(3), PhotoId(4)])
    assert overlays.top is page
    door.take_library([PhotoId(4)])
    assert overlays.top is None
    assert desk.closed == 1


def test_the_comparison_ends_when_the_other_photo_has_left(door, desk, page, photos, overlays):
    photos.selected = [PhotoId(3), PhotoId(5)]
    door.open_chosen()
    door.take_library([PhotoId(3)])
    assert overlays.top is page
    assert (desk.photo_id, desk.beside_id) == (3, None)


def test_a_unit_as_a_query_leads_to_the_photos(door, desk, search, overlays):
    door.open_chosen()
    desk.query_wanted.emit(UnitOfLayer("block", 2))
    assert search.asked == [UnitOfLayer("block", 2)]
    assert overlays.top is None
    assert desk.closed == 1


def test_a_network_is_chosen_or_opened_from_a_file(door, desk, page, monkeypatch, tmp_path):
    page.network_chosen.emit(1)
    answers = iter([("", ""), (str(tmp_path / "a.onnx"), "")])
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_, **__: next(answers))
    page.network_chosen.emit(None)
    page.network_chosen.emit(None)
    assert desk.networks == [1, tmp_path / "a.onnx"]


def test_what_went_wrong_is_passed_on(qtbot, door, desk):
    error = ValueError("wrong")
    with qtbot.waitSignal(door.failed) as failed:
        desk.failed.emit(error)
    assert failed.args == [error]
    with qtbot.waitSignal(door.said):
        desk.said.emit("something")
