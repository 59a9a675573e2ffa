from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject

from lookalike.errors import NetworkUnusable
from lookalike.gui.layers import demo_desk
from lookalike.gui.layers.demo_desk import DemoDesk, Place
from lookalike.gui.layers.demo_page import DemoPage
from lookalike.library.library import Library

STOPS = 4  # of the tiny network: the pixels, its layer, the way back, the classes
Paint = Callable[..., Path]


@pytest.fixture
def page(qtbot) -> DemoPage:
    made = DemoPage()
    qtbot.addWidget(made)
    return made


@pytest.fixture
def three(paint: Paint) -> list[Path]:
    return [paint(f"{colour}.png", colour) for colour in ("red", "green", "blue")]


@pytest.fixture
def desk(library: Library, page: DemoPage, held_tasks) -> DemoDesk:
    """It makes slides when `held_tasks` are run."""
    return DemoDesk(library, page, held_tasks)


def begin(desk: DemoDesk, held_tasks, paths: list[Path]) -> None:
    desk.start(paths)
    held_tasks.run()


def pass_time(desk: DemoDesk) -> None:
    desk._timer.timeout.emit()


def test_it_begins_with_the_first_photo(desk, page, held_tasks, three) -> None:
    desk.start(three)
    assert "tour" in page.slide.headline
    held_tasks.run()
    assert desk.place == Place(0, 0)
    assert page.footer.photo == "red.png  ·  1 of 3"


def test_time_leads_through_the_slides_of_a_photo_and_on_to_the_next(
    desk, page, held_tasks, three
) -> None:
    begin(desk, held_tasks, three)
    headlines = []
    for at in range(STOPS):
        assert desk.place == Place(0, at)
        headlines.append(page.slide.headline)
        pass_time(desk)
        held_tasks.run()
    assert desk.place == Place(1, 0)
    assert len(set(headlines)) == STOPS
    assert page.footer.photo.startswith("green.png")


def test_after_the_last_photo_comes_the_first(desk, held_tasks, three) -> None:
    begin(desk, held_tasks, three)
    desk.step(-1)
    held_tasks.run()
    assert desk.place == Place(2, STOPS - 1)
    pass_time(desk)
    held_tasks.run()
    assert desk.place == Place(0, 0)


def test_the_next_slide_is_made_ahead_and_shown_at_once(desk, held_tasks, three) -> None:
    begin(desk, held_tasks, three)
    pass_time(desk)
    assert desk.place == Place(0, 1)


def test_a_slide_that_is_not_made_yet_is_waited_for(desk, page, held_tasks, three) -> None:
    begin(desk, held_tasks, three)
    before = page.slide
    desk.step(1)
    desk.step(1)
    assert page.slide is not before
    waiting = page.slide
    assert desk.place == Place(0, 1)
    pass_time(desk)
    desk.step_photo(1)
    assert page.slide is waiting
    held_tasks.run()
    assert desk.place == Place(1, 3)


def test_other_photos_are_shown_at_the_same_stop(desk, held_tasks, three) -> None:
    begin(desk, held_tasks, three)
    desk.step(1)
    desk.step_photo(-1)
    held_tasks.run()
    assert desk.place == Place(2, 1)


def test_who_comes_back_before_the_other_photo_is_made_is_led_on(desk, held_tasks, three) -> None:
    begin(desk, held_tasks, three)
    desk.step_photo(1)
    assert not desk._timer.isActive()
    desk.step_photo(-1)
    held_tasks.run()
    assert desk.place == Place(0, 0)
    assert desk._timer.isActive()
    pass_time(desk)
    assert desk.place == Place(0, 1)


def test_a_pause_stops_the_time_and_nothing_else(desk, page, held_tasks, three) -> None:
    begin(desk, held_tasks, three)
    assert desk._timer.isActive()
    desk.pause()
    assert page.is_paused
    assert not desk._timer.isActive()
    desk.step(1)
    held_tasks.run()
    assert desk.place == Place(0, 1)
    assert not desk._timer.isActive()
    desk.pause()
    assert desk._timer.isActive()
    assert not page.is_paused


def test_the_pace_can_be_chosen_within_bounds_and_is_told(desk, page, held_tasks, three) -> None:
    begin(desk, held_tasks, three)
    assert desk._timer.interval() == 6000
    desk.change_pace(1)
    assert desk._timer.interval() == 4000
    assert page.note == "A slide every 4 s"
    for _ in range(20):
        desk.change_pace(1)
    assert desk._timer.interval() == 2000
    for _ in range(20):
        desk.change_pace(-1)
    assert desk._timer.interval() == 30_000


def test_a_photo_that_cannot_be_read_is_told_and_passed_by(
    desk, page, held_tasks, three, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    begin(desk, held_tasks, [broken, tmp_path / "gone.png", *three])
    assert "broken.png cannot be read" in page.slide.headline
    pass_time(desk)
    held_tasks.run()
    assert "gone.png cannot be read" in page.slide.headline
    pass_time(desk)
    held_tasks.run()
    assert desk.place == Place(2, 0)
    desk.step(-1)
    held_tasks.run()
    assert desk.place == Place(1, STOPS - 1)
    desk.step(-1)
    held_tasks.run()
    assert desk.place.photo == 0


def test_behind_a_broken_photo_the_next_one_is_made_ahead(
    desk, held_tasks, three, tmp_path: Path
) -> None:
    begin(desk, held_tasks, [tmp_path / "gone.png", *three])
    pass_time(desk)
    assert desk.place == Place(1, 0)


def test_only_broken_photos_do_not_end_the_tour(desk, held_tasks, tmp_path: Path) -> None:
    broken = tmp_path / "broken.png"
    broken.write_bytes(b"no picture")
    begin(desk, held_tasks, [broken])
    for _ in range(3):
        pass_time(desk)
        held_tasks.run()
        assert desk.place == Place(0, 0)


def test_without_photos_there_is_a_sentence(desk, page, held_tasks) -> None:
    begin(desk, held_tasks, [])
    assert page.slide.headline == "There are no photos to show"
    desk.step(1)
    desk.step_photo(1)
    desk.pause()
    held_tasks.run()
    assert desk.place is None


def test_a_network_that_nothing_can_be_seen_in_is_told(
    desk, page, held_tasks, three, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: Library) -> None:
        raise NetworkUnusable("The network is damaged.", "Install it again.")

    monkeypatch.setattr(Library, "inspector", refuse)
    begin(desk, held_tasks, three)
    assert (page.slide.headline, page.slide.sentences) == (
        "The network is damaged.",
        "Install it again.",
    )


def test_a_network_that_fails_on_the_way_stops_the_time(
    desk, page, held_tasks, three, monkeypatch: pytest.MonkeyPatch
) -> None:
    begin(desk, held_tasks, three)

    def fail(*_: QObject) -> None:
        raise NetworkUnusable("The network failed.")

    monkeypatch.setattr(demo_desk, "make_slide", fail)
    desk.step_photo(1)
    held_tasks.run()
    assert page.slide.headline == "The network failed."
    assert not desk._timer.isActive()


def test_after_the_end_nothing_is_shown_any_more(desk, page, held_tasks, three) -> None:
    desk.start(three)
    desk.stop()
    held_tasks.run()
    assert page.slide is None
    begin(desk, held_tasks, three)
    desk.step_photo(1)
    desk.stop()
    held_tasks.run()
    assert page.slide is None
    assert not desk._timer.isActive()


def test_it_walks_by_itself(
    library: Library, page: DemoPage, tasks, three, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(demo_desk, "_PACES_S", (0.02,) * 8)
    desk = DemoDesk(library, page, tasks)
    desk.start(three[:2])
    seen = set()

    def has_seen_all() -> bool:
        seen.add(desk.place)
        return len(seen - {None}) == 2 * STOPS

    qtbot.waitUntil(has_seen_all, timeout=10_000)
    desk.stop()
