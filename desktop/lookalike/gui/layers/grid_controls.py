"""How the units of a layer are sorted and drawn: one small row above them."""

from dataclasses import dataclass, replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from lookalike.gui.layers.menu_button import MenuButton
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.theme import GRID_PX
from lookalike.library.drawing.unit_atlas import UnitOrder

_LEAST_TITLE_PX = 16 * GRID_PX

GAMMAS = (1.0, 0.7, 0.5, 0.35)


@dataclass(frozen=True, slots=True)
class GridOptions:
    """How the units are drawn.

    Args:
        is_boosted: each unit has a scale of its own, in place of one for the layer.
        gamma: below 1 it lifts weak values.
        has_patterns: each unit's strongest patch in place of its map.
    """

    order: UnitOrder = UnitOrder.NUMBER
    is_boosted: bool = False
    gamma: float = 1.0
    has_patterns: bool = False


class GridControls(QWidget):
    """`changed` carries the GridOptions that a person wants now."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._options = GridOptions()
        self._has_match = False
        self.title = ElidedLabel()
        self.title.setProperty("rank", "name")
        self._order = MenuButton(self.tr("Order of the units"))
        self._gamma = MenuButton(self.tr("Gamma"))
        self._boost = _switch(self.tr("Boost"), self.tr("Each unit on its own scale (Shift+T)"))
        self._patterns = _switch(
            self.tr("Patterns"), self.tr("What excites each unit most in your photos (S)")
        )
        self._boost.clicked.connect(self.toggle_boost)
        self._patterns.clicked.connect(self.toggle_patterns)
        row = row_of(self.title, self._order, self._gamma, self._boost, self._patterns)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX // 2)
        row.setStretch(0, 1)
        self.setLayout(row)
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The name is on the strip too: it goes where the choices need the room."""
        choices = (self._order, self._gamma, self._boost, self._patterns)
        needed_px = sum(choice.sizeHint().width() + GRID_PX // 2 for choice in choices)
        self.title.setVisible(event.size().width() >= needed_px + _LEAST_TITLE_PX)
        super().resizeEvent(event)

    def show_layer(self, name: str, shape: str) -> None:
        """Whose units they are."""
        self.title.setText(f"{name}  ·  {shape}")

    @property
    def options(self) -> GridOptions:
        return self._options

    def allow_share(self, has_match: bool) -> None:
        """Whether there is a match that units have shares in."""
        self._has_match = has_match
        if not has_match and self._options.order is UnitOrder.SHARE:
            self._change(replace(self._options, order=UnitOrder.NUMBER))
        self._show()

    def toggle_boost(self) -> None:
        self._change(replace(self._options, is_boosted=not self._options.is_boosted))

    def toggle_patterns(self) -> None:
        self._change(replace(self._options, has_patterns=not self._options.has_patterns))

    def next_gamma(self) -> None:
        at = (GAMMAS.index(self._options.gamma) + 1) % len(GAMMAS)
        self._change(replace(self._options, gamma=GAMMAS[at]))

    def _change(self, options: GridOptions) -> None:
        self._options = options
        self._show()
        self.changed.emit(options)

    def _show(self) -> None:
        orders = self._orders()
        self._order.show_choices(
            [title for title, _ in orders],
            next(at for at, (_, order) in enumerate(orders) if order is self._options.order),
            lambda at: self._change(replace(self._options, order=orders[at][1])),
        )
        self._gamma.show_choices(
            [self.tr("Gamma {gamma}").format(gamma=gamma) for gamma in GAMMAS],
            GAMMAS.index(self._options.gamma),
            lambda at: self._change(replace(self._options, gamma=GAMMAS[at])),
        )
        self._boost.setChecked(self._options.is_boosted)
        self._patterns.setChecked(self._options.has_patterns)

    def _orders(self) -> list[tuple[str, UnitOrder]]:
        orders = [
            (self.tr("By number"), UnitOrder.NUMBER),
            (self.tr("By maximum"), UnitOrder.MAXIMUM),
            (self.tr("By mean"), UnitOrder.MEAN),
        ]
        if self._has_match:
            orders.append((self.tr("By share in the match"), UnitOrder.SHARE))
        return orders


def _switch(text: str, tip: str) -> QPushButton:
    button = QPushButton(text)
    button.setCheckable(True)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    button.setProperty("segment", "true")
    button.setToolTip(tip)
    return button
