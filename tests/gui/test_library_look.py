import threading

import pytest

from lookalike.errors import LibraryUnusable
from lookalike.gui import answering
from lookalike.gui.library_look import LibraryLook, Sight
from lookalike.gui.tasks import Tasks
from lookalike.library.intake import import_engine
from lookalike.library.library import Library
from lookalike.photos import PhotoId
from lookalike.progress import Progress


class Shelf:
    """A library of numbered photos."""

    def __init__(self) -> None:
        self.version = 1
        self.ids: list[PhotoId] = []
        self.looks = 0
        self.trouble: Exception | None = None
        self.free = threading.Event()
        self.free.set()

    def put(self, number: int) -> None:
        self.ids = [*self.ids, PhotoId(number)]
        self.version += 1

    def look(self, seen: int | None) -> Sight | None:
        self.looks += 1
        if self.trouble:
            raise self.trouble
        sight = Sight(self.version, self.ids) if seen != self.version else None
        assert self.free.wait(10)
        return sight


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def look(shelf: Shelf, tasks: Tasks) -> LibraryLook:
    made = LibraryLook(shelf.look, tasks)
    made._timer.stop()
    return made


def test_only_what_has_changed_is_told(qtbot, look: LibraryLook, shelf: Shelf) -> None:
    told: list[list[PhotoId]] = []
    look.photos_came.connect(told.append)
    for _ in range(2):
        look.look()
        qtbot.waitUntil(lambda: not look._is_looking)
    shelf.put(7)
    look.look()
    qtbot.waitUntil(lambda: told == [[], [7]])


def test_a_look_that_is_asked_for_during_another_is_not_lost(
    qtbot, look: LibraryLook, shelf: Shelf
) -> None:
    told: list[list[PhotoId]] = []
    look.photos_came.connect(told.append)
    shelf.free.clear()
    look.look()
    qtbot.waitUntil(lambda: shelf.looks == 1)
    shelf.put(7)
    look.look()
    look.look()
    shelf.free.set()
    qtbot.waitUntil(lambda: told == [[], [7]])
    assert shelf.looks == 2


def test_trouble_is_told_once_until_it_is_over(qtbot, look: LibraryLook, shelf: Shelf) -> None:
    told: list[Exception] = []
    look.failed.connect(told.append)

    def look_once() -> None:
        look.look()
        qtbot.waitUntil(lambda: not look._is_looking)

    shelf.trouble = LibraryUnusable("The disk is gone.")
    look_once()
    look_once()
    assert told == [shelf.trouble]
    shelf.trouble = None
    look_once()
    shelf.trouble = LibraryUnusable("It is gone again.")
    look_once()
    assert len(told) == 2


def test_photos_come_in_less_often_where_there_are_very_many(
    qtbot, look: LibraryLook, shelf: Shelf
) -> None:
    look.hurry(True)
    quick_ms = look._timer.interval()
    shelf.ids = [PhotoId(number) for number in range(100_000)]
    look.look()
    qtbot.waitUntil(lambda: look._version is not None)
    assert quick_ms < 1000 < look._timer.interval() <= 2000
    look.hurry(False)
    assert look._timer.interval() == 2000


def test_photos_that_another_program_brings_in_show_by_themselves(
    driver, photos, library: Library
) -> None:
    with Library.open(library.folder, library.settings, networks=library.networks) as theirs:
        import_engine.bring_in(theirs, [photos], Progress())
    driver.wait(lambda: len(driver.shown) == 8)
    driver.find_similar("red-0.png")
    assert driver.shown[0] == "red-1.png"


def test_what_is_committed_while_the_library_is_read_is_seen_the_next_time(
    library: Library, photos, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = library.photo_ids

    def commit_meanwhile() -> list[PhotoId]:
        ids = read()
        import_engine.bring_in(library, [photos], Progress())
        return ids

    monkeypatch.setattr(library, "photo_ids", commit_meanwhile)
    first = answering.look(library, None)
    monkeypatch.undo()
    assert first
    second = answering.look(library, first.version)
    assert second
    assert (len(first.ids), len(second.ids)) == (0, 8)
    assert answering.look(library, second.version) is None
