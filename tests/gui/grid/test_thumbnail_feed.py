import threading
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from lookalike.gui.grid.thumbnail_feed import Thumbnail, ThumbnailFeed
from lookalike.gui.tasks import Tasks
from lookalike.photos import Photo, PhotoFile, PhotoId, PhotoState


class Shelf:
    """Hands thumbnails out one by one, while the test holds the door."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.door = threading.Event()
        self.side_px = 40

    def fetch(self, photo_id: PhotoId) -> Thumbnail:
        assert threading.current_thread() is not threading.main_thread()
        self.asked.append(photo_id)
        assert self.door.wait(10)
        pixels = np.full((self.side_px, self.side_px, 3), 9, np.uint8) if photo_id else None
        file = PhotoFile(Path(f"{photo_id}.jpg"), 1, 1)
        return Thumbnail(Photo(photo_id, file, PhotoState.READY), pixels)


@pytest.fixture
def shelf() -> Shelf:
    return Shelf()


@pytest.fixture
def make_feed(shelf: Shelf, tasks: Tasks) -> Callable[..., ThumbnailFeed]:
    def make(**choices: int) -> ThumbnailFeed:
        feed = ThumbnailFeed(shelf.fetch, tasks, **choices)
        feed.set_size(20, 1.0)
        return feed

    return make


def ask(feed: ThumbnailFeed, *numbers: int) -> list[bool]:
    return [feed.pixmap(PhotoId(number)) is not None for number in numbers]


def test_a_thumbnail_is_fetched_once_and_kept(qtbot, make_feed, shelf: Shelf) -> None:
    feed = make_feed()
    shelf.door.set()
    with qtbot.waitSignal(feed.arrived) as told:
        assert ask(feed, 5) == [False]
        ask(feed, 5)
    assert told.args[0] == 5
    assert ask(feed, 5) == [True]
    assert shelf.asked == [5]


def test_it_is_scaled_to_the_tile_in_pixels_of_the_screen(qtbot, make_feed, shelf: Shelf) -> None:
    feed = make_feed()
    feed.set_size(15, 2.0)
    shelf.door.set()
    with qtbot.waitSignal(feed.arrived):
        ask(feed, 5)
    assert feed.pixmap(PhotoId(5)).width() == 30


def test_the_newest_page_comes_first_and_from_its_top(qtbot, make_feed, shelf: Shelf) -> None:
    feed = make_feed()
    ask(feed, 1, 2, 3)
    qtbot.waitUntil(lambda: len(shelf.asked) == 3)  # as many as run at once
    ask(feed, 11, 12)
    qtbot.wait(20)
    ask(feed, 21, 22)
    qtbot.wait(20)
    shelf.door.set()
    qtbot.waitUntil(lambda: len(shelf.asked) == 7)
    later = shelf.asked[3:]
    assert {later[0], later[1]} == {21, 22}
    assert set(later[2:]) == {11, 12}


def test_memory_is_bounded_and_the_longest_unused_goes(qtbot, make_feed, shelf: Shelf) -> None:
    feed = make_feed(keep_bytes=3 * 20 * 20 * 4)
    shelf.door.set()
    for number in (1, 2, 3):
        with qtbot.waitSignal(feed.arrived):
            ask(feed, number)
    ask(feed, 1)
    with qtbot.waitSignal(feed.arrived):
        ask(feed, 4)
    assert ask(feed, 1, 3, 4) == [True, True, True]
    assert ask(feed, 2) == [False]
    qtbot.waitUntil(lambda: shelf.asked[-1] == 2)


def test_a_photo_without_a_picture_is_not_asked_for_again(qtbot, make_feed, shelf: Shelf) -> None:
    feed = make_feed()
    shelf.door.set()
    with qtbot.waitSignal(feed.arrived):
        ask(feed, 0)
    assert ask(feed, 0) == [False]
    assert feed.is_unreadable(PhotoId(0))
    qtbot.wait(30)
    assert shelf.asked == [0]


def test_an_answer_from_before_a_change_is_refused_and_fetched_anew(
    qtbot, make_feed, shelf: Shelf
) -> None:
    feed = make_feed()
    arrived = []
    feed.arrived.connect(lambda *_: arrived.append(feed.pixmap(PhotoId(5)).width()))
    shelf.side_px = 8
    ask(feed, 5)
    qtbot.waitUntil(lambda: shelf.asked == [5])
    feed.forget()
    shelf.side_px = 12
    feed.set_size(12, 1.0)
    shelf.door.set()
    qtbot.waitUntil(lambda: arrived != [])
    assert shelf.asked == [5, 5]
    assert arrived == [12]


def test_another_size_shows_the_old_picture_until_the_new_one_is_there(
    qtbot, make_feed, shelf: Shelf
) -> None:
    feed = make_feed()
    shelf.door.set()
    with qtbot.waitSignal(feed.arrived):
        ask(feed, 5)
    feed.set_size(30, 1.0)
    with qtbot.waitSignal(feed.arrived):
        assert feed.pixmap(PhotoId(5)).width() == 20
    assert feed.pixmap(PhotoId(5)).width() == 30
