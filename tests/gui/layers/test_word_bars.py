import pytest
from PySide6.QtCore import QPoint

from lookalike.gui.layers.word_bars import WordBars, WordShare

WORDS = [WordShare("<i>tabby</i>", 0.5, "50%"), WordShare("lynx", 1.5)]


@pytest.fixture
def bars(qtbot, theme) -> WordBars:
    made = WordBars(theme)
    qtbot.addWidget(made)
    made.resize(200, 64)
    made.show_words(WORDS)
    made.show()
    return made


def lit(bars: WordBars, row: int) -> float:
    """The share of a row's bar that is in the accent."""
    image = bars.grab().toImage()
    accent = bars._theme.colour("accent").name()
    y = max(
        range(row * 32, row * 32 + 32),
        key=lambda y: sum(image.pixelColor(x, y).name() == accent for x in range(200)),
    )
    return sum(image.pixelColor(x, y).name() == accent for x in range(200)) / 200


def test_a_bar_is_as_long_as_its_share_and_never_longer_than_its_line(bars) -> None:
    assert lit(bars, 0) == pytest.approx(0.5, abs=0.03)
    assert lit(bars, 1) == pytest.approx(1, abs=0.03)


def test_it_is_as_high_as_it_has_words(bars) -> None:
    height = bars.sizeHint().height()
    bars.show_words(WORDS[:1])
    assert bars.sizeHint().height() == height // 2
    assert bars.accessibleDescription() == "<i>tabby</i> 50%"


def test_the_whole_name_is_shown_to_those_who_hover(bars) -> None:
    assert "&lt;i&gt;tabby&lt;/i&gt;" in bars.tip_at(QPoint(10, 10))
    assert bars.tip_at(QPoint(10, 40)) == "lynx"
    assert bars.tip_at(QPoint(10, 64)) == ""
