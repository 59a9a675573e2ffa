import pytest
from PySide6.QtWidgets import QLabel, QScrollArea

from lookalike.gui.layers.layer_panel import LayerPanel
from lookalike.gui.layers.veil import Veil


class Panel(LayerPanel):
    def show_answer(self) -> None:
        self._column.addWidget(QLabel("answer"))
        self._show_content()


@pytest.fixture
def panel(qtbot, theme) -> Panel:
    made = Panel(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def veil_of(panel: Panel) -> Veil:
    return panel.findChild(Veil)


def test_trouble_is_told_in_place_of_the_content(panel) -> None:
    panel.show_answer()
    panel.show_trouble("It has the operator Einsum.")
    assert panel.is_empty
    assert panel.empty_title == "This cannot be shown"
    panel.show_answer()
    assert not panel.is_empty
    assert panel.empty_title == ""


def test_what_is_not_true_any_more_is_dimmed_until_the_answer_comes(qtbot, panel) -> None:
    panel.show_answer()
    panel.show_stale()
    assert panel.is_stale
    assert not veil_of(panel).isVisible()
    qtbot.waitUntil(veil_of(panel).isVisible)
    assert veil_of(panel).geometry() == panel.findChild(QScrollArea).viewport().rect()
    panel.show_answer()
    assert not panel.is_stale
    assert not veil_of(panel).isVisible()


def test_an_answer_that_comes_at_once_is_not_announced(qtbot, panel) -> None:
    panel.show_answer()
    panel.show_stale()
    panel.show_answer()
    qtbot.wait(200)
    assert not veil_of(panel).isVisible()


def test_the_veil_covers_a_panel_that_grows(qtbot, panel) -> None:
    panel.show_answer()
    panel.show_stale()
    qtbot.waitUntil(veil_of(panel).isVisible)
    panel.resize(500, 700)
    viewport = panel.findChild(QScrollArea).viewport()
    assert veil_of(panel).size() == viewport.size()


def test_an_empty_panel_says_that_it_computes(panel) -> None:
    panel.show_empty("picture", "No photo yet", "Choose one.")
    panel.show_stale()
    assert panel.empty_title == "Computing…"
    assert not panel.is_stale


def test_trouble_ends_the_wait(panel) -> None:
    panel.show_answer()
    panel.show_stale()
    panel.show_trouble("It failed.")
    assert not panel.is_stale
