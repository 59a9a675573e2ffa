"""The neutral look, dark or light as the system is, and the icons tinted to match."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QDir, QFile, QIODevice, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from lookalike import paths

GRID_PX = 8
_ICON_SIZES_PX = (16, 20, 24, 32, 40, 48)
_Role = QPalette.ColorRole


@dataclass(frozen=True, slots=True)
class Colours:
    """What the style sheet and the painters call their colours, as `#rrggbb`.

    Args:
        curves: of the lines of a plot, in turn.
    """

    window: str
    grid: str
    raised: str
    hover: str
    pressed: str
    line: str
    text: str
    secondary: str
    faint: str
    accent: str
    accent_hover: str
    on_accent: str
    focus: str
    warning: str
    placeholder: str
    curves: Sequence[str]


class Theme(QObject):
    """Dresses the application, and again whenever the system turns dark or light."""

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__()
        _find_resources()
        # Each mode and size of an icon is drawn: 2 ms, and a tree of folders asks for hundreds.
        self._icons: dict[str, QIcon] = {}
        self._pictures: dict[tuple[str, int, str, float], QPixmap] = {}
        self._app = app
        self._app.setStyle("Fusion")
        self._app.setWindowIcon(QIcon("icons:lookalike.svg"))
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self.dress)
        self.colours: Colours
        self.dress(hints.colorScheme())

    def dress(self, scheme: Qt.ColorScheme) -> None:
        """Take the colours of `scheme`; a system that tells none gets light."""
        name = "dark" if scheme == Qt.ColorScheme.Dark else "light"
        self.colours = Colours(**json.loads(_read(f"styles:{name}.json")))
        self._icons.clear()
        self._pictures.clear()
        self._app.setPalette(_palette(self.colours))
        self._app.setStyleSheet(_style_sheet(self.colours))
        self.changed.emit()

    def colour(self, name: str) -> QColor:
        """The colour a painter wants, by its name in `Colours`."""
        return QColor(getattr(self.colours, name))

    def curve_colour(self, number: int) -> QColor:
        """Of a line in a plot; they come round again after the last."""
        return QColor(self.colours.curves[number % len(self.colours.curves)])

    def icon(self, name: str) -> QIcon:
        """The line icon `name` in the text's colour, sharp on every screen."""
        if name not in self._icons:
            self._icons[name] = self._drawn_icon(name)
        return self._icons[name]

    def picture(self, name: str, size_px: int, colour: str, device_ratio: float = 1.0) -> QPixmap:
        """The icon `name` as a pixmap in the colour called `colour`; only to be looked at."""
        key = (name, size_px, colour, device_ratio)
        if key not in self._pictures:
            self._pictures[key] = self._drawn_picture(*key)
        return self._pictures[key]

    def _drawn_icon(self, name: str) -> QIcon:
        icon = QIcon()
        for mode, colour in (
            (QIcon.Mode.Normal, self.colours.text),
            (QIcon.Mode.Disabled, self.colours.faint),
            (QIcon.Mode.Selected, self.colours.on_accent),
        ):
            for size_px in _ICON_SIZES_PX:
                icon.addPixmap(_draw(name, colour, self.colours.grid, size_px), mode)
        return icon

    def _drawn_picture(self, name: str, size_px: int, colour: str, device_ratio: float) -> QPixmap:
        pen, paper = getattr(self.colours, colour), self.colours.grid
        drawn = _draw(name, pen, paper, round(size_px * device_ratio))
        drawn.setDevicePixelRatio(device_ratio)
        return drawn


def _find_resources() -> None:
    for kind in ("icons", "styles"):
        QDir.setSearchPaths(kind, [str(paths.shipped("resources") / kind)])


def _read(name: str) -> str:
    file = QFile(name)
    if not file.open(QIODevice.OpenModeFlag.ReadOnly):
        raise FileNotFoundError(name)
    return bytes(file.readAll().data()).decode()


def _style_sheet(colours: Colours) -> str:
    return re.sub(r"@(\w+)", lambda name: getattr(colours, name[1]), _read("styles:lookalike.qss"))


def _palette(colours: Colours) -> QPalette:
    palette = QPalette()
    for role, colour in (
        (_Role.Window, colours.window),
        (_Role.WindowText, colours.text),
        (_Role.Base, colours.grid),
        (_Role.AlternateBase, colours.window),
        (_Role.Text, colours.text),
        (_Role.Button, colours.raised),
        (_Role.ButtonText, colours.text),
        (_Role.BrightText, colours.on_accent),
        (_Role.ToolTipBase, colours.raised),
        (_Role.ToolTipText, colours.text),
        (_Role.PlaceholderText, colours.secondary),
        (_Role.Highlight, colours.accent),
        (_Role.HighlightedText, colours.on_accent),
        (_Role.Link, colours.accent),
        (_Role.Light, colours.raised),
        (_Role.Midlight, colours.hover),
        (_Role.Mid, colours.line),
        (_Role.Dark, colours.pressed),
        (_Role.Shadow, colours.line),
    ):
        palette.setColor(role, QColor(colour))
    for role in (_Role.WindowText, _Role.Text, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(colours.faint))
    return palette


def _draw(name: str, pen: str, paper: str, size_px: int) -> QPixmap:
    drawing = _read(f"icons:{name}.svg").replace("currentColor", pen).replace("paperColor", paper)
    pixmap = QPixmap(size_px, size_px)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    QSvgRenderer(QByteArray(drawing.encode())).render(painter, QRectF(pixmap.rect()))
    painter.end()
    return pixmap
