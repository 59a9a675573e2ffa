"""What the network sees: its layers, the units of one, and what one unit makes of a photo."""

from collections.abc import Callable, Sequence
from enum import StrEnum

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.layers.adversarial_panel import AdversarialPanel
from lookalike.gui.layers.classes_panel import ClassesPanel
from lookalike.gui.layers.depth_plot import DepthPlot
from lookalike.gui.layers.grid_controls import GridControls
from lookalike.gui.layers.input_view import InputView
from lookalike.gui.layers.layer_help import LayerHelp
from lookalike.gui.layers.layer_strip import LayerStrip
from lookalike.gui.layers.menu_button import MenuButton
from lookalike.gui.layers.pixels_panel import PixelsPanel
from lookalike.gui.layers.segments import Segments
from lookalike.gui.layers.unit_grid import UnitGrid
from lookalike.gui.layers.unit_page import UnitPage
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.empty_state import EmptyState
from lookalike.gui.panels.photo_canvas import claims, is_plain
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.drawing.heat import HeatMode

_SMALLEST = QSize(60 * GRID_PX, 40 * GRID_PX)
_PANEL_PX = 44 * GRID_PX
_SIZES_PX = (34 * GRID_PX, 68 * GRID_PX, _PANEL_PX)
_NARROW_PX = 100 * GRID_PX
_LOW_PX = 64 * GRID_PX


class LayersTab(StrEnum):
    """What stands on the right; the photo only where there is no room for it on the left."""

    PHOTO = "photo"
    UNIT = "unit"
    PIXELS = "pixels"
    CLASSES = "classes"
    FOOLED = "fooled"


class LayersPage(QWidget):
    """Places the parts and hears the keys; what it shows comes from the desk.

    Signals:
        step_wanted: -1 or 1: the photo before or after.
        tab_chosen: carries a LayersTab whose content may be old.
        heat_changed: carries the HeatMode that maps are laid over the picture with.
        beside_dropped: the second picture is not wanted any more.
        pin_wanted: show the chosen unit beside the next ones.
        demo_wanted: the tour in full screen.
        network_chosen: carries which of the networks, or None for one from a file.
    """

    closed = Signal()
    step_wanted = Signal(int)
    tab_chosen = Signal(object)
    heat_changed = Signal(object)
    beside_dropped = Signal()
    pin_wanted = Signal()
    demo_wanted = Signal()
    network_chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("layers_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(self.tr("What the Network Sees"))
        self.setAccessibleName(self.windowTitle())
        self._theme = theme
        self.heat_mode = HeatMode.SOFT
        self._is_narrow = False
        self._make_parts(theme)
        self._make_buttons()
        self._lay_out()
        self._connect()
        self.tabs.offer(LayersTab.PHOTO, False)
        theme.changed.connect(self._dress)
        self._dress()
        for button in self.findChildren(QAbstractButton):
            # A click leaves the arrows with the page.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def _make_parts(self, theme: Theme) -> None:
        self.strip = LayerStrip(theme)
        self.controls = GridControls()
        self.units = UnitGrid(theme)
        self.input = InputView(theme)
        self.beside = InputView(theme)
        self.unit_page = UnitPage(theme)
        self.pixels = PixelsPanel(theme)
        self.classes = ClassesPanel(theme)
        self.fooled = AdversarialPanel(theme)
        self.depth_plot = DepthPlot(theme)
        self.trouble = EmptyState(theme)
        self.help = LayerHelp(theme, self)
        self.tabs = Segments(
            {
                LayersTab.PHOTO: self.tr("Photo"),
                LayersTab.UNIT: self.tr("Unit"),
                LayersTab.PIXELS: self.tr("Back to Pixels"),
                LayersTab.CLASSES: self.tr("Classes"),
                LayersTab.FOOLED: self.tr("Fooled"),
            },
            {},
        )
        self.tabs.choose(LayersTab.UNIT)
        self._panels = {
            LayersTab.UNIT: self.unit_page,
            LayersTab.PIXELS: self.pixels,
            LayersTab.CLASSES: self.classes,
            LayersTab.FOOLED: self.fooled,
        }

    def _make_buttons(self) -> None:
        self._name = ElidedLabel()
        self._name.setProperty("rank", "name")
        self._network = MenuButton(self.tr("Network"))
        self._hovered = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self._hovered.setProperty("tone", "secondary")
        self._before = tool_button(
            self.tr("Previous photo (Page Up)"), lambda: self.step_wanted.emit(-1)
        )
        self._after = tool_button(
            self.tr("Next photo (Page Down)"), lambda: self.step_wanted.emit(1)
        )
        self._heat = MenuButton(self.tr("How maps lie over the picture"))
        self._pin = QPushButton(self.tr("Pin Unit"))
        self._pin.setToolTip(self.tr("Keep this unit's map beside the others, to compare"))
        self._unpin = tool_button(self.tr("Without the second picture"), self.beside_dropped.emit)
        self._keys = tool_button(self.tr("Keys of this page (?)"), self.help.open)
        self._demo = tool_button(self.tr("A tour of the layers (F5)"), self.demo_wanted.emit)
        self._back = tool_button(self.tr("Back to the photos (Esc)"), self.closed.emit)
        self._show_heat()

    # --- what is shown ------------------------------------------------------------------------

    @property
    def tab(self) -> LayersTab:
        return self.tabs.value

    def show_photo(self, name: str) -> None:
        """Whose layers are shown."""
        self._name.setText(name)

    def show_networks(self, titles: Sequence[str], chosen: int) -> None:
        """Which networks there are to look into, and the way to one more."""
        self._network.show_choices(
            [*titles, self.tr("Open a Network File…")],
            chosen,
            lambda at: self.network_chosen.emit(at if at < len(titles) else None),
        )

    def show_steps(self, *, has_before: bool, has_after: bool) -> None:
        self._before.setEnabled(has_before)
        self._after.setEnabled(has_after)

    def show_trouble(self, title: str, sentence: str) -> None:
        """In place of everything below the header."""
        self.trouble.tell("warning", title, sentence)
        self._middle.setCurrentWidget(self.trouble)

    def show_layers(self) -> None:
        """Everything below the header, as it is."""
        self._middle.setCurrentWidget(self._whole)

    def show_tab(self, tab: LayersTab) -> None:
        """Bring a panel before the person, as if it had been chosen."""
        self.tabs.choose(tab)
        self._take_tab(tab)

    def show_beside(self, is_shown: bool, *, is_wanted: bool) -> None:
        """A second picture, beneath the first.

        Args:
            is_wanted: whether there is one that can be dropped, if perhaps not of this layer.
        """
        self.beside.setVisible(is_shown)
        self._unpin.setVisible(is_wanted)

    def show_pinned(self, unit: int | None) -> None:
        """Which unit is kept to be compared with; None for none."""
        self._pin.setText(
            self.tr("Pin Unit")
            if unit is None
            else self.tr("Pinned: Unit {number}").format(number=unit)
        )

    def show_depth(self, is_shown: bool) -> None:
        """The plot of two photos through the layers."""
        self.depth_plot.setVisible(is_shown)

    def show_hovered(self, text: str) -> None:
        self._hovered.setText(text)

    # --- what a person does -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = _act_of(event)
        if act:
            act(self)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Its keys come before the window's, whichever of its parts has the focus."""
        return claims(event, _act_of) or super().event(event)

    def _leave(self) -> None:
        if self.help.isVisible():
            self.help.put_away()
        else:
            self.closed.emit()

    def _take_tab(self, tab: LayersTab) -> None:
        if self._right.isAncestorOf(QApplication.focusWidget() or self):
            self.setFocus()  # or Qt would give it to whatever comes next
        is_photo = tab is LayersTab.PHOTO
        self._right.setCurrentWidget(self._input_part if is_photo else self._panels[tab])
        self.tab_chosen.emit(tab)

    def _next_method(self) -> None:
        if self.tab is LayersTab.PIXELS:
            self.pixels.step_method(1)
        else:
            self.show_tab(LayersTab.PIXELS)

    def _toggle_classes(self) -> None:
        is_on = self.tab is LayersTab.CLASSES
        self.show_tab(LayersTab.UNIT if is_on else LayersTab.CLASSES)

    def _show_heat(self) -> None:
        titles = {
            HeatMode.SOFT: self.tr("Soft"),
            HeatMode.NEAREST: self.tr("Cells"),
            HeatMode.CONTOUR: self.tr("Contours"),
            HeatMode.OFF: self.tr("Photo alone"),
        }
        modes = list(titles)
        self._heat.show_choices(
            list(titles.values()),
            modes.index(self.heat_mode),
            lambda at: self._choose_heat(modes[at]),
        )

    def _choose_heat(self, mode: HeatMode) -> None:
        self.heat_mode = mode
        self._show_heat()
        self.heat_changed.emit(mode)

    # --- how it looks -------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return _SMALLEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._hovered.setVisible(event.size().height() >= _LOW_PX)
        is_narrow = event.size().width() < _NARROW_PX
        if is_narrow != self._is_narrow:
            self._is_narrow = is_narrow
            self._place_input()

    def _place_input(self) -> None:
        if self._is_narrow:
            self._right.addWidget(self._input_part)
            self._parts.setSizes([_PANEL_PX, _PANEL_PX])
        else:
            self._parts.insertWidget(0, self._input_part)
            self._parts.setSizes(_SIZES_PX)
            self._input_part.show()
        self.tabs.offer(LayersTab.PHOTO, self._is_narrow)
        if self.tab is LayersTab.PHOTO:
            self.show_tab(LayersTab.UNIT)

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._take_tab)
        self._pin.clicked.connect(self.pin_wanted)
        self.help.closed.connect(self.setFocus)
        self.units.unit_hovered.connect(
            lambda unit: self.show_hovered("" if unit is None else self.units.unit_text(unit))
        )

    def _dress(self) -> None:
        buttons: tuple[tuple[QToolButton | QPushButton, str], ...] = (
            (self._before, "back"),
            (self._after, "forward"),
            (self._unpin, "close"),
            (self._keys, "keyboard"),
            (self._demo, "tour"),
            (self._back, "close"),
        )
        for button, icon in buttons:
            button.setIcon(self._theme.icon(icon))

    def _lay_out(self) -> None:
        self._right = QStackedWidget()
        for panel in self._panels.values():
            self._right.addWidget(panel)
        self._parts = QSplitter(Qt.Orientation.Horizontal)
        self._parts.setHandleWidth(2 * GRID_PX)
        self._parts.setChildrenCollapsible(False)
        self._input_part = self._make_input_part()
        for part in (self._input_part, self._units_part(), self._panel_part()):
            self._parts.addWidget(part)
        for at, stretch in enumerate((2, 6, 1)):
            self._parts.setStretchFactor(at, stretch)
        self._parts.setSizes(_SIZES_PX)
        self._whole = QWidget()
        column = QVBoxLayout(self._whole)
        column.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, GRID_PX)
        column.setSpacing(GRID_PX)
        column.addWidget(self.strip)
        column.addWidget(self._parts, 1)
        self._middle = QStackedWidget()
        self._middle.addWidget(self._whole)
        self._middle.addWidget(self.trouble)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(self._header())
        outer.addWidget(self._middle, 1)
        self.show_beside(False, is_wanted=False)
        self.show_depth(False)

    def _header(self) -> QHBoxLayout:
        header = QHBoxLayout()
        header.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        header.setSpacing(GRID_PX)
        for button in (self._before, self._after):
            header.addWidget(button)
        header.addWidget(self._name, 1)
        header.addWidget(self._network)
        header.addSpacing(GRID_PX)
        for button in (self._keys, self._demo, self._back):
            header.addWidget(button)
        return header

    def _make_input_part(self) -> QWidget:
        part, column = _column()
        row = QHBoxLayout()
        row.setSpacing(GRID_PX // 2)
        row.addWidget(self._heat)
        row.addStretch()
        row.addWidget(self._pin)
        row.addWidget(self._unpin)
        column.addLayout(row)
        column.addWidget(self.input, 1)
        column.addWidget(self.beside, 1)
        return part

    def _units_part(self) -> QWidget:
        part, column = _column()
        column.addWidget(self.controls)
        column.addWidget(self.units, 1)
        column.addWidget(self._hovered)
        column.addWidget(self.depth_plot)
        return part

    def _panel_part(self) -> QWidget:
        part, column = _column()
        column.addWidget(self.tabs)
        column.addWidget(self._right, 1)
        return part


def _column() -> tuple[QWidget, QVBoxLayout]:
    part = QWidget()
    column = QVBoxLayout(part)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(GRID_PX)
    return part, column


Act = Callable[[LayersPage], object]


def _act_of(event: QKeyEvent) -> Act | None:
    shifted = event.modifiers() == Qt.KeyboardModifier.ShiftModifier
    if shifted and event.key() in _SHIFTED:
        return _SHIFTED[Qt.Key(event.key())]
    return _KEYS.get(Qt.Key(event.key())) if is_plain(event) else None


_SHIFTED: dict[Qt.Key, Act] = {
    Qt.Key.Key_T: lambda page: page.controls.toggle_boost(),
    Qt.Key.Key_H: lambda page: page.help.open(),
    Qt.Key.Key_Question: lambda page: page.help.open(),
}
_KEYS: dict[Qt.Key, Act] = {
    Qt.Key.Key_Left: lambda page: page.units.step(-1, 0),
    Qt.Key.Key_H: lambda page: page.units.step(-1, 0),
    Qt.Key.Key_Right: lambda page: page.units.step(1, 0),
    Qt.Key.Key_L: lambda page: page.units.step(1, 0),
    Qt.Key.Key_Up: lambda page: page.units.step(0, -1),
    Qt.Key.Key_K: lambda page: page.units.step(0, -1),
    Qt.Key.Key_Down: lambda page: page.units.step(0, 1),
    Qt.Key.Key_J: lambda page: page.units.step(0, 1),
    Qt.Key.Key_U: lambda page: page.strip.step(-1),
    Qt.Key.Key_O: lambda page: page.strip.step(1),
    Qt.Key.Key_Z: lambda page: page.units.zoom(not page.units.is_zoomed),
    Qt.Key.Key_B: LayersPage._next_method,
    Qt.Key.Key_D: lambda page: page.pixels.toggle_frozen(),
    Qt.Key.Key_S: lambda page: page.controls.toggle_patterns(),
    Qt.Key.Key_T: lambda page: page.controls.next_gamma(),
    Qt.Key.Key_8: LayersPage._toggle_classes,
    Qt.Key.Key_PageUp: lambda page: page.step_wanted.emit(-1),
    Qt.Key.Key_PageDown: lambda page: page.step_wanted.emit(1),
    Qt.Key.Key_Question: lambda page: page.help.open(),
    Qt.Key.Key_F5: lambda page: page.demo_wanted.emit(),
    Qt.Key.Key_Escape: LayersPage._leave,
}
