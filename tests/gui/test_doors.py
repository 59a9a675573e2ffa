"""Pages that nobody has asked for take no time at the start."""

from lookalike.gui.evaluation.evaluation_page import EvaluationPage
from lookalike.gui.layers.layers_page import LayersPage
from lookalike.gui.lens.lens_page import LensPage
from lookalike.gui.why.why_page import WhyPage
from lookalike.photos import LabelId

PAGES = (LayersPage, LensPage, WhyPage, EvaluationPage)


def pages_of(window) -> list[type]:
    return [type(page) for kind in PAGES for page in window.findChildren(kind)]


def test_a_page_is_made_when_it_is_first_opened_and_only_once(driver, paint, tmp_path) -> None:
    paint("red.png", "red", 1)
    driver.bring_in(tmp_path / "photos")
    window = driver.window
    # Menus, keys and what the library holds were looked at by now.
    assert pages_of(window) == []
    for _ in range(2):
        window.window_actions.evaluate.trigger()
        assert pages_of(window) == [EvaluationPage]
        window.escape()


def test_every_page_tells_the_window_what_failed(driver) -> None:
    doors = driver.window.doors
    for door in (doors.layers, doors.why, doors.evaluation):
        door.failed.emit(ValueError(type(door).__name__))
        assert type(door).__name__ in driver.window.messages.text


def test_a_page_about_a_photo_that_leaves_the_library_closes(driver, paint, tmp_path) -> None:
    paint("red.png", "red", 1)
    driver.bring_in(tmp_path / "photos")
    window = driver.window
    window.doors.explain_label(driver.library.photo_ids()[0], LabelId(1))
    assert window.overlays.top is window.doors.why_label.page
    window.doors.library_changed.emit([])
    assert window.overlays.top is None
