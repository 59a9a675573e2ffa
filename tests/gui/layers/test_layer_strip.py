from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QHelpEvent, QImage, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from lookalike.gui.layers.layer_solid import draw_sign
from lookalike.gui.layers.layer_strip import LayerStrip
from lookalike.gui.theme import Theme
from lookalike.networks.network_map import MapLayer

LEFT = Qt.MouseButton.LeftButton
MAIN = MapLayer("pixels", "t", "t", "pixels", 3, 224, 224, True, True, None)
KINDS = [
    "convolution",
    "depthwise",
    "block",
    "pooling",
    "concatenation",
    "dense",
    "classes",
    "other",
]


def layer(name: str, *, is_main: bool = True, **facts) -> MapLayer:
    return replace(MAIN, name=name, is_main=is_main, **facts)


def network() -> list[MapLayer]:
    """Pixels, and ten blocks with an inner layer each."""
    layers = [MAIN]
    for at in range(10):
        layers.append(layer(f"blocks.{at}.expand", is_main=False, kind="convolution"))
        layers.append(layer(f"blocks.{at}", kind=KINDS[at % len(KINDS)]))
    return layers


@pytest.fixture
def strip(qtbot, theme: Theme) -> LayerStrip:
    made = LayerStrip(theme)
    qtbot.addWidget(made)
    made.show_layers(network())
    made.resize(600, made.sizeHint().height())
    made.show()
    return made


@pytest.fixture
def chosen(strip: LayerStrip) -> list[str]:
    heard: list[str] = []
    strip.layer_chosen.connect(lambda layer: heard.append(layer.name))
    return heard


def place(strip: LayerStrip, name: str) -> QPoint:
    block = next(block for block in strip.surface.blocks if block.layer.name == name)
    return strip.surface.block_rect(block).center()


def is_seen(strip: LayerStrip, name: str) -> bool:
    at = place(strip, name)
    return strip.surface.viewport().rect().contains(at)


def wheel(strip: LayerStrip, down: int, right: int = 0) -> None:
    at = QPointF(50, 50)
    event = QWheelEvent(
        at,
        strip.surface.viewport().mapToGlobal(at),
        QPoint(),
        QPoint(-right, -down),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(strip.surface.viewport(), event)


def test_main_layers_are_shown_and_all_of_them_when_asked(strip, qtbot):
    assert [each.name for each in strip.shown] == ["pixels", *(f"blocks.{at}" for at in range(10))]
    qtbot.mouseClick(strip.all_button, LEFT)
    assert strip.shown == network()
    qtbot.mouseClick(strip.all_button, LEFT)
    assert len(strip.shown) == 11


def test_a_network_without_inner_layers_has_no_switch(strip):
    assert strip.all_button.isVisible()
    strip.show_layers([MAIN, layer("stem")])
    assert not strip.all_button.isVisible()


def test_a_click_chooses_a_layer_once(strip, qtbot, chosen):
    for _ in range(2):
        qtbot.mouseClick(strip.surface.viewport(), LEFT, pos=place(strip, "blocks.1"))
    assert chosen == ["blocks.1"]
    assert strip.chosen.name == "blocks.1"


def test_steps_walk_along_what_is_shown_and_stop_at_the_ends(strip, chosen):
    strip.step(1)
    strip.step(1)
    strip.step(-1)
    strip.step(-1)
    assert chosen == ["pixels", "blocks.0", "pixels"]
    strip.all_button.setChecked(True)
    strip.step(1)
    assert chosen[-1] == "blocks.0.expand"
    strip.step(99)
    assert chosen[-1] == "blocks.9"


def test_what_is_chosen_elsewhere_is_lit_and_not_told(strip, chosen, theme):
    strip.choose(layer("blocks.0.expand", is_main=False, kind="convolution"))
    assert chosen == []
    assert strip.chosen.name == "blocks.0.expand"
    assert strip.chosen in strip.shown, "even where inner layers are not shown"
    assert "blocks.0.expand" in strip.surface.accessibleDescription()
    strip.choose(None)
    assert len(strip.shown) == 11


def test_the_chosen_layer_is_drawn_in_the_accent(strip, theme):
    at = place(strip, "blocks.1").x(), 8 + 32
    strip.choose(strip.shown[2])
    assert strip.surface.viewport().grab().toImage().pixelColor(*at) == theme.colour("accent")


def test_the_chosen_layer_is_kept_in_sight_with_its_neighbour(strip, qtbot):
    assert not is_seen(strip, "blocks.8")
    strip.choose(strip.shown[8])
    assert is_seen(strip, "blocks.7")
    assert not is_seen(strip, "pixels")
    strip.step(-5)
    assert is_seen(strip, "blocks.2")
    strip.step(99)
    strip.resize(300, strip.height())
    qtbot.waitUntil(lambda: is_seen(strip, "blocks.9"))


def test_either_wheel_moves_along_the_network(strip):
    bar = strip.surface.horizontalScrollBar()
    wheel(strip, 120)
    assert bar.value() == 120
    wheel(strip, 0, right=60)
    assert bar.value() == 180
    wheel(strip, -999)
    assert bar.value() == 0


def test_the_mouse_lights_a_layer_and_leaves_it(strip, hover):
    hover(strip.surface.viewport(), place(strip, "blocks.0"))
    assert strip.surface.hovered.name == "blocks.0"
    QApplication.sendEvent(strip.surface.viewport(), QEvent(QEvent.Type.Leave))
    assert strip.surface.hovered is None


def test_the_tip_is_text_as_it_is_written(strip, monkeypatch):
    shown: list[str] = []
    monkeypatch.setattr(QToolTip, "showText", lambda _place, text, _widget: shown.append(text))
    strip.show_layers([layer("<b>odd</b>")])
    at = place(strip, "<b>odd</b>")
    viewport = strip.surface.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    assert "&lt;b&gt;odd&lt;/b&gt;" in shown[0]


def test_a_layer_that_is_computed_looks_different(strip):
    before = strip.surface.viewport().grab().toImage()
    strip.show_busy(strip.shown[1])
    assert strip.surface.viewport().grab().toImage() != before
    strip.show_busy(None)
    assert strip.surface.viewport().grab().toImage() == before


def test_another_network_begins_without_a_choice(strip):
    strip.choose(strip.shown[3])
    strip.show_busy(strip.shown[3])
    strip.show_layers([MAIN])
    assert (strip.chosen, strip.surface.busy) == (None, None)


def test_nothing_to_show_is_no_trouble(strip, chosen):
    strip.show_layers([])
    strip.step(1)
    strip.surface.viewport().grab()
    assert chosen == []


def test_each_kind_has_a_sign_of_its_own(qtbot, theme):
    signs = set()
    for kind in ("pixels", *KINDS):
        image = QImage(12, 12, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        draw_sign(painter, kind, QPointF(0, 0), QColor("white"))
        painter.end()
        signs.add(bytes(image.constBits()))
    assert len(signs) == len(KINDS) + 1
