import re
from pathlib import Path

import pytest
from PySide6.QtCore import QFile, QIODevice, Qt
from PySide6.QtGui import QColor, QIcon, QPalette
from PySide6.QtWidgets import QApplication

from lookalike import paths
from lookalike.gui.theme import Theme

ICONS = sorted(file.stem for file in (paths.shipped("resources") / "icons").glob("*.svg"))


def test_it_follows_the_system_while_it_runs(qapp: QApplication, theme: Theme) -> None:
    told = []
    theme.changed.connect(lambda: told.append(theme.colour("window").lightness()))
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    qapp.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Light)
    assert told[0] < 60
    assert told[1] > 200
    assert qapp.palette().color(QPalette.ColorRole.Window) == theme.colour("window")


def test_a_system_that_tells_nothing_gets_light(theme: Theme) -> None:
    theme.dress(Qt.ColorScheme.Unknown)
    assert theme.colour("window").lightness() > 200


def test_the_style_sheet_knows_all_of_its_colours(qapp: QApplication, theme: Theme) -> None:
    assert "@" not in re.sub(r"/\*.*?\*/", "", qapp.styleSheet(), flags=re.DOTALL)


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
@pytest.mark.parametrize(
    ("front", "back", "least"),
    [
        ("text", "window", 7),
        ("text", "grid", 7),
        ("secondary", "window", 4.5),
        ("secondary", "grid", 4.5),
        ("warning", "window", 4.5),
        ("on_accent", "accent", 3.5),
    ],
)
def test_text_can_be_read(
    theme: Theme, scheme: Qt.ColorScheme, front: str, back: str, least: float
) -> None:
    """The contrast ratio of WCAG 2."""
    theme.dress(scheme)
    assert _contrast(theme.colour(front), theme.colour(back)) >= least


@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_the_curves_of_a_plot_stand_out(theme: Theme, scheme: Qt.ColorScheme) -> None:
    theme.dress(scheme)
    for number in range(len(theme.colours.curves)):
        assert _contrast(theme.curve_colour(number), theme.colour("window")) >= 4


@pytest.mark.parametrize("name", ICONS)
def test_icons_are_drawn_and_tinted(theme: Theme, name: str) -> None:
    drawn = {}
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        theme.dress(scheme)
        image = theme.icon(name).pixmap(24).toImage()
        seen = [image.pixelColor(x, y) for x in range(24) for y in range(24)]
        drawn[scheme] = [colour.lightness() for colour in seen if colour.alpha() > 200]
        assert drawn[scheme], "nothing is drawn"
    if name not in ("lookalike", "welcome"):  # these have surfaces besides lines
        assert max(drawn[Qt.ColorScheme.Light]) < max(drawn[Qt.ColorScheme.Dark])


def test_an_icon_is_drawn_once_for_each_dress(theme: Theme) -> None:
    """A tree of hundreds of folders asks for the same icon hundreds of times."""
    theme.dress(Qt.ColorScheme.Light)
    icon, picture = theme.icon("folder"), theme.picture("folder", 16, "text")
    assert theme.icon("folder") is icon
    assert theme.picture("folder", 16, "text") is picture
    theme.dress(Qt.ColorScheme.Dark)
    assert theme.picture("folder", 16, "text").toImage() != picture.toImage()
    assert theme.picture("folder", 16, "text", 2.0).width() == 32


def test_every_icon_that_is_named_is_there() -> None:
    """In code and style sheet alike; a missing one would be an empty button."""
    code = Path(paths.__file__).parent / "gui"
    text = "".join(file.read_text("utf-8") for file in code.rglob("*.py"))
    named = set(re.findall(r"icons:([\w-]+)\.svg", text))
    named |= set(re.findall(r'\.(?:icon|picture|_picture)\(\s*"([\w-]+)"', text))
    assert named
    assert named <= set(ICONS)


def test_icons_and_styles_are_found_by_name(theme: Theme) -> None:
    assert not QIcon("icons:lookalike.svg").isNull()
    assert QFile("styles:lookalike.qss").open(QIODevice.OpenModeFlag.ReadOnly)


def _contrast(front: QColor, back: QColor) -> float:
    lower, higher = sorted((_luminance(front), _luminance(back)))
    return (higher + 0.05) / (lower + 0.05)


def _luminance(colour: QColor) -> float:
    def linear(part: float) -> float:
        return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in colour.getRgbF()[:3])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
