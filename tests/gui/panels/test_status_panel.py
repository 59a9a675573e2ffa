import pytest
from PySide6.QtWidgets import QProgressBar, QToolButton

from lookalike.gui.panels.status_panel import (
    LibraryView,
    StatusPanel,
    network_text,
    progress_text,
    time_left,
)
from lookalike.progress import Advance


def test_the_network_and_what_runs_it_are_told_with_the_reason() -> None:
    text = network_text("EfficientNet-Lite0", "CPU", "no CUDA driver")
    assert LibraryView(3921, text).text == (
        "3,921 photos · EfficientNet-Lite0 on the CPU (no CUDA driver)"
    )


def test_cuda_needs_no_reason() -> None:
    assert network_text("Tiny", "CUDA", "") == "Tiny on CUDA"


def test_a_network_that_is_loading_is_told_as_loading() -> None:
    assert LibraryView(1).text == "1 photo · loading the network…"
    assert LibraryView(0).text.startswith("No photos yet · ")


@pytest.mark.parametrize(
    ("advance", "text"),
    [
        (Advance(1204, 3921, "x", 140.2, 63), "1,204 of 3,921 · 140/s · 1 min left"),
        (Advance(3, 9, "x", 0.4, 15), "3 of 9 · less than 1/s · 20 s left"),
        (Advance(3, 9), "3 of 9"),
        (Advance(0, None, "Loading the network"), "Loading the network"),
        (Advance(1500, None, "Looking for photos"), "Looking for photos 1,500"),
        (Advance(0, None), "Starting…"),
    ],
)
def test_progress_in_words(advance: Advance, text: str) -> None:
    assert progress_text(advance) == text


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
    assert (bar.value(), bar.maximum()) == (1, 3)
    panel.show_stopping()
    assert panel.import_text == "Stopping…"
    button = panel.findChild(QToolButton)
    panel.show_import(Advance(2, 3))
    assert panel.import_text == "Stopping…"
    assert not button.isEnabled()
    panel.hide_import()
    assert panel.import_text == ""
    panel.show_import_began()
    assert panel.import_text == "Starting…"
    assert bar.maximum() == 0  # which Qt draws as busy
    assert button.isEnabled()
