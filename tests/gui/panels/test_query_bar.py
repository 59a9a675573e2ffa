from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QWidget

from lookalike.gui.panels.chip import ChipView
from lookalike.gui.panels.drop_zones import Zone
from lookalike.gui.panels.query_bar import Asked, QueryBar, QueryView
from lookalike.library.search.spaces import SpaceChoice

Key = Qt.Key
SPACES = (
    SpaceChoice("content", "Content", "What is in the picture."),
    SpaceChoice("colour", "Colour", "Which colours there are."),
)
CHIPS = tuple(ChipView(f"{number}.jpg") for number in range(3))
ANSWERED = QueryView(Asked.ANSWERED, CHIPS, "The 48 most similar", SPACES, can_save=True)
SEARCHING = replace(ANSWERED, state=Asked.SEARCHING, detail="")


@pytest.fixture
def bar(qtbot, theme) -> QueryBar:
    made = QueryBar(theme)
    qtbot.addWidget(made)
    made.resize(1280, 89)
    made.show_query(ANSWERED)
    return made


def settle() -> None:
    QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
    QApplication.processEvents()


def test_it_appears_with_the_first_query(qtbot, theme) -> None:
    bar = QueryBar(theme)
    qtbot.addWidget(bar)
    assert bar.isHidden()
    bar.show_query(QueryView())
    assert bar.isVisible()
    assert not bar.save_button.isVisible()
    assert bar.add_place.isVisible()


def test_what_a_person_does_is_told_with_the_chip_it_is_about(qtbot, bar: QueryBar) -> None:
    for key, signal, args in (
        (Key.Key_Delete, bar.chip_removed, [1]),
        (Key.Key_Minus, bar.chip_changed, [1, False, 1.0]),
        (Key.Key_R, bar.region_wanted, [1]),
    ):
        with qtbot.waitSignal(signal, timeout=500) as told:
            qtbot.keyClick(bar.chips.chips[1], key)
        assert told.args == args


def test_buttons_and_slider_are_told(qtbot, bar: QueryBar) -> None:
    for button, signal in (
        (bar.close_button, bar.closed),
        (bar.save_button, bar.save_wanted),
        (bar.add_place, bar.add_wanted),
    ):
        with qtbot.waitSignal(signal, timeout=500):
            button.click()
    with qtbot.waitSignal(bar.range_wanted, timeout=500) as told:
        qtbot.keyClick(bar.range_slider.low, Key.Key_PageUp)
    assert told.args == [0.1, 1.0]


def test_nothing_is_told_by_showing(qtbot, bar: QueryBar) -> None:
    signals = (bar.range_wanted, bar.by_wanted, bar.chip_changed)
    heard: list[object] = []
    for signal in signals:
        signal.connect(lambda *args: heard.append(args))
    bar.show_query(replace(ANSWERED, at_least=0.3, at_most=0.6, by="colour", chips=CHIPS[:1]))
    qtbot.wait(100)
    assert heard == []


def test_arrows_go_from_chip_to_chip(qtbot, bar: QueryBar) -> None:
    first, second, third = bar.chips.chips
    second.setFocus()
    qtbot.keyClick(second, Key.Key_Right)
    assert third.hasFocus()
    qtbot.keyClick(third, Key.Key_Right)
    assert third.hasFocus()
    qtbot.keyClick(third, Key.Key_Left)
    qtbot.keyClick(second, Key.Key_Left)
    assert first.hasFocus()


def test_the_tab_key_goes_along_the_bar(qtbot, bar: QueryBar) -> None:
    bar.chips.chips[0].setFocus()
    for there in (*bar.chips.chips[1:], bar.add_place):
        qtbot.keyClick(bar.focusWidget(), Key.Key_Tab)
        assert bar.focusWidget() is there


def test_the_focus_stays_when_its_chip_goes(qtbot, bar: QueryBar) -> None:
    bar.chips.chips[2].setFocus()
    bar.show_query(replace(ANSWERED, chips=CHIPS[:2]))
    assert bar.chips.chips[1].hasFocus()
    assert len(bar.chips.chips) == 2


def test_a_change_keeps_the_chips_that_are_there(bar: QueryBar) -> None:
    before = list(bar.chips.chips)
    changed = (replace(CHIPS[0], weight=2.0), *CHIPS[1:])
    bar.show_query(replace(ANSWERED, chips=changed))
    assert list(bar.chips.chips) == before
    assert before[0].view.weight == 2


def test_a_quick_answer_is_not_announced(qtbot, bar: QueryBar) -> None:
    bar.show_query(SEARCHING)
    assert bar.detail_text == "The 48 most similar"
    bar.show_query(replace(ANSWERED, detail=""))
    qtbot.wait(200)
    assert bar.detail_text == ""


def test_a_slow_answer_is_announced_even_if_it_is_asked_for_again_and_again(qtbot, bar) -> None:
    for _ in range(6):
        bar.show_query(SEARCHING)
        qtbot.wait(40)
    assert bar.detail_text == "Searching…"


def test_a_failure_is_told_in_the_line(bar: QueryBar) -> None:
    bar.show_query(replace(ANSWERED, state=Asked.FAILED, detail="It cannot be read."))
    assert bar.detail_text == "It cannot be read."


@pytest.mark.parametrize("count", [1, 5, 12])
@pytest.mark.parametrize("width", [640, 1280])
def test_nothing_is_cut_off(qtbot, theme, width: int, count: int) -> None:
    bar = QueryBar(theme)
    qtbot.addWidget(bar)
    bar.resize(width, 89)
    chips = tuple(ChipView("name " * 40) for _ in range(count))
    bar.show_query(replace(ANSWERED, chips=chips, detail="words " * 80))
    settle()
    assert bar.width() == width
    parts: list[QWidget] = [
        bar.chips,
        bar.add_place,
        bar.space_button,
        bar.range_slider,
        bar.save_button,
        bar.close_button,
    ]
    edges = [(w.mapTo(bar, QPoint(0, 0)).x(), w.width()) for w in parts]
    for (left, size), (next_left, _) in zip(edges, [*edges[1:], (width, 0)], strict=True):
        assert left + size <= next_left
    for part in parts[2:]:
        assert part.width() >= part.minimumSizeHint().width()
    assert bar.chips.width() >= min(count, 3) * 60


def test_the_place_for_more_gives_way_to_the_chips(bar: QueryBar) -> None:
    assert bar.add_place.width() > 100
    bar.show_query(replace(ANSWERED, chips=CHIPS * 3))
    controls = bar.close_button.parentWidget().sizeHint().width()
    bar.resize(max(900, bar.chips.sizeHint().width() + controls + 160), 89)
    settle()
    assert bar.chips.width() == bar.chips.sizeHint().width()
    assert bar.add_place.width() < 100


def test_the_chip_added_last_and_the_one_with_the_focus_are_in_sight(qtbot, bar) -> None:
    bar.resize(640, 89)
    bar.show_query(replace(ANSWERED, chips=CHIPS * 4))
    settle()
    seen = bar.chips.viewport().rect()

    def is_in_sight(at: int) -> bool:
        chip = bar.chips.chips[at]
        return seen.contains(chip.mapTo(bar.chips.viewport(), chip.rect().center()))

    qtbot.waitUntil(lambda: is_in_sight(11), timeout=500)
    assert not is_in_sight(0)
    bar.chips.chips[0].setFocus()
    assert is_in_sight(0)


def test_a_saved_search_looks_saved_and_what_cannot_be_is_not_offered(bar: QueryBar) -> None:
    assert bar.save_button.text() == "Save"
    bar.show_query(replace(ANSWERED, is_saved=True))
    assert bar.save_button.text() == "Saved"
    bar.show_query(replace(ANSWERED, can_save=False))
    assert not bar.save_button.isEnabled()


def test_once_something_is_asked_a_drop_may_mean_more_less_or_why_it_is_not_here(
    bar: QueryBar,
) -> None:
    zones = {Zone.MORE: QPoint(100, 40), Zone.LESS: QPoint(720, 40), Zone.MISSED: QPoint(1200, 40)}
    for zone, place in zones.items():
        assert bar.zone_at(place) is zone
        bar.show_drop_zones(place)
        lit = bar.grab().toImage()
        bar.show_drop_zones(zones[Zone.LESS if zone is Zone.MORE else Zone.MORE])
        assert lit.pixelColor(place) != bar.grab().toImage().pixelColor(place)
    bar.show_query(QueryView())
    assert {bar.zone_at(place) for place in zones.values()} == {Zone.MORE}


def test_the_drop_hint_goes_as_it_came(bar: QueryBar) -> None:
    before = bar.grab().toImage()
    bar.show_drop_hint("Find similar photos")
    assert bar.grab().toImage() != before
    bar.show_drop_hint("")
    assert bar.grab().toImage() == before
