import pytest
from PySide6.QtWidgets import QProgressBar, QToolButton

from lookalike.gui.panels.status_panel import (
    LibraryView,
    StatusPanel,
    network_text,
    progress_text,
)
from lookalike.gui.panels.time_left import SteadyTimeLeft, time_left
from lookalike.progress import Advance


def library_text(qtbot, theme, view: LibraryView) -> str:
    panel = StatusPanel(theme)
    qtbot.addWidget(panel)
    panel.show_library(view)
    return panel.library_text


def test_the_network_and_what_runs_it_are_told_with_the_reason(qtbot, theme) -> None:
    text = network_text("EfficientNet-Lite0", "CPU", "no CUDA driver")
    assert library_text(qtbot, theme, LibraryView(3921, text)) == (
        "3,921 photos · EfficientNet-Lite0 on the CPU (no CUDA driver)"
    )


def test_cuda_needs_no_reason() -> None:
    assert network_text("Tiny", "CUDA", "") == "Tiny on CUDA"


def test_a_network_that_is_loading_is_told_as_loading(qtbot, theme) -> None:
    assert library_text(qtbot, theme, LibraryView(1)) == "1 photo · loading the network…"
    assert library_text(qtbot, theme, LibraryView(0)).startswith("No photos yet · ")


def test_the_line_tells_what_fits_and_how_many_are_chosen(qtbot, theme) -> None:
    fitting = LibraryView(1_658, "Tiny", "12 of 1,658 photos fit", chosen=8)
    assert library_text(qtbot, theme, fitting) == "12 of 1,658 photos fit · 8 chosen · Tiny"
    assert library_text(qtbot, theme, LibraryView(3, "Tiny", chosen=1)) == "3 photos · Tiny"


@pytest.mark.parametrize(
    ("advance", "text"),
    [
        (Advance(1204, 3921, "x", 140.2, 63), "1,204 of 3,921 · 140/s · soon"),
        (Advance(3, 9, "x", 0.4, 15), "3 of 9 · less than 1/s · soon"),
        (Advance(0, None, "Loading the network"), "Loading the network"),
        (Advance(1500, None, "Looking for photos"), "Looking for photos 1,500"),
        (Advance(0, None), "Starting…"),
    ],
)
def test_progress_in_words(advance: Advance, text: str) -> None:
    assert progress_text(advance, "soon") == text


def test_a_pause_is_told_with_how_far_it_was() -> None:
    advance = Advance(1204, 3921, "x", 140.2, 63)
    assert progress_text(advance, "soon", is_paused=True) == "Paused · 1,204 of 3,921"
    looking = Advance(1500, None, "Looking for photos")
    assert progress_text(looking, is_paused=True) == "Paused · Looking for photos 1,500"


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (0, "a few seconds left"),
        (12, "10 s left"),
        (54, "50 s left"),
        (55, "1 min left"),
        (3599, "60 min left"),
        (5400, "1.5 h left"),
    ],
)
def test_time_left_in_words(seconds: float, text: str) -> None:
    assert time_left(seconds) == text


def test_stopping_is_told_and_asked_only_once(qtbot, theme) -> None:
    panel = StatusPanel(theme)
    qtbot.addWidget(panel)
    panel.show_import(Advance(1, 3))
    assert panel.import_text == "1 of 3"
    bar = panel.findChild(QProgressBar)
    assert bar.value() / bar.maximum() == pytest.approx(1 / 3, abs=0.001)
    panel.show_stopping()
    assert panel.import_text == "Stopping…"
    button = next(b for b in panel.findChildren(QToolButton) if b.text() == "Stop")
    panel.show_import(Advance(2, 3))
    assert panel.import_text == "Stopping…"
    assert not button.isEnabled()
    panel.hide_import()
    assert panel.import_text == ""
    panel.show_import_began()
    assert panel.import_text == "Starting…"
    assert bar.maximum() == 0  # which Qt draws as busy
    assert button.isEnabled()


def test_the_bar_goes_by_the_work_that_is_done_and_not_by_files(qtbot, theme) -> None:
    panel = StatusPanel(theme)
    qtbot.addWidget(panel)
    panel.show_import(Advance(900, 1000, "x", 10.0, 60, share=0.25))
    bar = panel.findChild(QProgressBar)
    assert bar.value() / bar.maximum() == 0.25


def test_pause_becomes_resume_and_the_bar_stands_still(qtbot, theme) -> None:
    panel = StatusPanel(theme)
    qtbot.addWidget(panel)
    panel.show_import_began()
    panel.show_import(Advance(1, 3, "x", 2.0, 30))
    panel.show_paused(True)
    assert panel.import_text == "Paused · 1 of 3"
    words = [button.text() for button in panel.findChildren(QToolButton)]
    assert "Resume" in words
    panel.show_import(Advance(2, 3, "x", 2.0, 30))  # was on its way
    assert panel.import_text == "Paused · 2 of 3"
    panel.show_paused(False)
    assert panel.import_text == "2 of 3 · 2/s"


def test_a_look_that_nobody_asked_for_takes_a_place_only_when_it_finds_photos(qtbot, theme) -> None:
    panel = StatusPanel(theme)
    qtbot.addWidget(panel)
    panel.show_import_began(is_quiet=True)
    panel.show_import(Advance(10, None, "Looking for photos"))
    assert panel.import_text == ""
    panel.show_import(Advance(1, 3))
    assert panel.import_text == "1 of 3"


def test_problems_are_offered_where_there_are_some(qtbot, theme) -> None:
    panel = StatusPanel(theme)
    qtbot.addWidget(panel)
    assert panel.problems_text == ""
    panel.show_problems(1204)
    assert panel.problems_text == "1,204 problems"
    button = next(b for b in panel.findChildren(QToolButton) if "problems" in b.text())
    with qtbot.waitSignal(panel.problems_wanted):
        button.click()
    panel.show_problems(0)
    assert panel.problems_text == ""


def test_where_it_is_tight_everything_still_fits(qtbot, theme) -> None:
    panel = StatusPanel(theme)
    qtbot.addWidget(panel)
    panel.show_problems(50_000)
    panel.show_import(Advance(10_204, 103_921, "x", 140.2, 630))
    panel.resize(640, 34)
    panel.show()
    assert panel.minimumSizeHint().width() <= 640


class Clock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def test_the_time_left_does_not_flicker_with_the_estimate() -> None:
    clock = Clock()
    left = SteadyTimeLeft(clock)
    told = [""]
    for tick in range(900):  # of 100 s, with an estimate that is wrong by 10 % to either side
        clock.now_s = tick / 10
        words = left.words((100 - clock.now_s) * (1.1 if tick // 20 % 2 else 0.9))
        if words != told[-1]:
            told.append(words)
    assert told[1].endswith("min left")
    assert len(told) == len(set(told)), told  # nothing is taken back
    assert len(told) <= 9


def test_the_time_left_follows_an_estimate_that_was_wrong() -> None:
    clock = Clock()
    left = SteadyTimeLeft(clock)
    left.words(9000)
    clock.now_s = 2
    assert left.words(600) == "10 min left"
    clock.now_s = 4.5
    assert left.words(120) == "2 min left"
    assert left.words(None) == ""


def test_the_time_left_comes_to_an_end() -> None:
    clock = Clock()
    left = SteadyTimeLeft(clock)
    left.words(32)
    clock.now_s = 2
    assert left.words(30) == "30 s left"
    clock.now_s = 29
    assert left.words(3) == "a few seconds left"
