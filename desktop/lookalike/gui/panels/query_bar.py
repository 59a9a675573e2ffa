"""The query above its results: the pictures asked by, and everything that steers the answer."""

from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lookalike.gui.lens.lens_row import LensRow
from lookalike.gui.panels.add_place import WIDE_PX, AddPlace
from lookalike.gui.panels.chip import ChipView
from lookalike.gui.panels.chip_row import ChipRow
from lookalike.gui.panels.drop_zones import DropZones, Zone
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.range_slider import RangeSlider
from lookalike.gui.panels.space_button import SpaceButton
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.search.questions import Metric
from lookalike.library.search.spaces import SpaceChoice

_HEIGHT_PX = 11 * GRID_PX + 1
_LENS_PX = 5 * GRID_PX
_PATIENCE_MS = 150
_TIGHT_PX = 900


class Asked(Enum):
    """How far a query is."""

    NOTHING = auto()
    SEARCHING = auto()
    ANSWERED = auto()
    FAILED = auto()


@dataclass(frozen=True, slots=True)
class QueryView:
    """What the bar draws.

    Args:
        detail: what was found where, in words; while searching the last one stays for a moment.
        by: the name of one of `spaces`, or of a mix of them.
        is_saved: it is among the saved searches as it is.
        can_save: there is something to save.
    """

    state: Asked = Asked.NOTHING
    chips: tuple[ChipView, ...] = ()
    detail: str = ""
    spaces: tuple[SpaceChoice, ...] = ()
    by: str = "content"
    metric: Metric = "cosine"
    at_least: float = 0.0
    at_most: float = 1.0
    is_saved: bool = False
    can_save: bool = False


class QueryBar(QWidget):
    """Hidden until the first query is shown; stays as the place to drop the next one.

    `chip_changed` carries which chip, whether it is wanted, and its weight.
    """

    closed = Signal()
    chip_removed = Signal(int)
    chip_changed = Signal(int, bool, float)
    region_wanted = Signal(int)
    by_wanted = Signal(str)
    metric_wanted = Signal(str)
    ways_wanted = Signal()
    range_wanted = Signal(float, float)
    save_wanted = Signal()
    add_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("query_bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(self.tr("Query"))
        self._theme = theme
        self._view = QueryView()
        self.chips = ChipRow(theme)
        self.add_place = AddPlace(theme)
        self.space_button = SpaceButton(theme)
        self.lens_row = LensRow(theme)
        tip = self.tr("Compare ways side by side (Ctrl+Shift+E)")
        self.ways_button = tool_button(tip, self.ways_wanted.emit)
        self._lens = QWidget()
        self.range_slider = RangeSlider(theme)
        self._range_text = QLabel()
        self.save_button = tool_button("", self.save_wanted.emit)
        self.close_button = tool_button(self.tr("Back to all photos (Esc)"), self.closed.emit)
        self._detail = ElidedLabel()
        self._controls = QWidget()
        self._zones = DropZones(self, theme)
        self._losing_patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._losing_patience.timeout.connect(self._say_searching)
        self._lay_out()
        self._connect_parts()
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()

    def show_query(self, view: QueryView) -> None:
        """Draw exactly `view`."""
        is_other_star = view.is_saved != self._view.is_saved
        self._view = view
        self.chips.show_chips(view.chips)
        self.chips.setVisible(bool(view.chips))
        self.space_button.show_spaces(view.spaces, view.by, view.metric)
        self.lens_row.show_steps(view.spaces, view.by)
        self.range_slider.show_range(view.at_least, view.at_most)
        self._show_range_text()
        self._controls.setVisible(view.state is not Asked.NOTHING)
        self.save_button.setEnabled(view.can_save)
        self._show_detail()
        if is_other_star:
            self._dress()  # icons take longer to draw than all the rest
        self._fit()
        self.show()

    @property
    def view(self) -> QueryView:
        return self._view

    @property
    def detail_text(self) -> str:
        """The line of words as it reads now."""
        return self._detail.text()

    def show_drop_hint(self, text: str) -> None:
        """Say what letting go anywhere on the bar will do; nothing takes the hint away."""
        if text:
            self._zones.show_promise(text)
        else:
            self._zones.hide()

    def show_drop_zones(self, at: QPoint) -> None:
        """Offer all ways to take a picture; the one at this place of the bar is lit."""
        self._zones.show_all(at)

    def zone_at(self, at: QPoint) -> Zone:
        """What is meant by dropping something at this place of the bar."""
        return self._zones.zone_at(at) if self._view.chips else Zone.MORE

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    # --- the line of words --------------------------------------------------------------------

    def _show_detail(self) -> None:
        """Most answers are there sooner than words could be read: no words for those."""
        state = self._view.state
        if state is Asked.SEARCHING:
            self._set_tone("faint")
            if not self._losing_patience.isActive():
                self._losing_patience.start()
            return
        self._losing_patience.stop()
        self._set_tone("warning" if state is Asked.FAILED else "secondary")
        self._detail.setText(self._view.detail)

    def _say_searching(self) -> None:
        self._set_tone("secondary")
        self._detail.setText(self._view.detail or self.tr("Searching…"))

    def _set_tone(self, tone: str) -> None:
        if self._detail.property("tone") != tone:
            self._detail.setProperty("tone", tone)
            self._detail.style().unpolish(self._detail)
            self._detail.style().polish(self._detail)

    # --- how it looks -------------------------------------------------------------------------

    def _show_range_text(self) -> None:
        self._range_text.setText(self.range_slider.text)

    def _dress(self) -> None:
        is_saved = self._view.is_saved
        self.close_button.setIcon(self._theme.icon("close"))
        self.ways_button.setIcon(self._theme.icon("side-by-side"))
        self.save_button.setIcon(self._theme.icon("star-full" if is_saved else "star"))
        self.save_button.setText(self.tr("Saved") if is_saved else self.tr("Save"))
        tip = self.tr("Saved; it picks up new photos") if is_saved else self.tr("Save this search")
        self.save_button.setToolTip(tip)
        self.save_button.setAccessibleName(tip)

    def _fit(self) -> None:
        """Where it is tight, the controls come without words, and then the place for more."""
        is_tight = self.width() < _TIGHT_PX
        style = Qt.ToolButtonStyle
        words = style.ToolButtonIconOnly if is_tight else style.ToolButtonTextBesideIcon
        self.save_button.setToolButtonStyle(words)
        self.save_button.setMinimumWidth(0 if is_tight else self._save_px())
        self.space_button.show_short(is_tight)
        self.range_slider.setFixedWidth((13 if is_tight else 24) * GRID_PX)
        self._fit_add_place(is_tight)
        has_lens = not is_tight and self._view.state is not Asked.NOTHING
        self._lens.setVisible(has_lens)
        self.setFixedHeight(_HEIGHT_PX + (_LENS_PX if has_lens else 0))

    def _fit_add_place(self, is_tight: bool) -> None:
        if not self._view.chips:
            self.add_place.show_first()
            return
        taken = self.chips.sizeHint().width() + self._controls.sizeHint().width()
        room = self.width() - taken - 6 * GRID_PX
        self.add_place.show_next(is_wide=not is_tight and room >= WIDE_PX)

    def _save_px(self) -> int:
        """As wide for one word as for the other, so that nothing beside it jumps."""
        metrics = self.save_button.fontMetrics()
        words = (self.tr("Save"), self.tr("Saved"))
        return max(metrics.horizontalAdvance(word) for word in words) + 7 * GRID_PX

    def _connect_parts(self) -> None:
        self.chips.removed.connect(self.chip_removed)
        self.chips.changed.connect(self.chip_changed)
        self.chips.region_wanted.connect(self.region_wanted)
        self.add_place.clicked.connect(lambda *_: self.add_wanted.emit())
        self.space_button.by_wanted.connect(self.by_wanted)
        self.space_button.metric_wanted.connect(self.metric_wanted)
        self.lens_row.by_wanted.connect(self.by_wanted)
        self.range_slider.range_changed.connect(self.range_wanted)
        self.range_slider.low.valueChanged.connect(self._show_range_text)
        self.range_slider.high.valueChanged.connect(self._show_range_text)

    def _lay_out(self) -> None:
        self.save_button.setIconSize(QSize(18, 18))
        widest = self._range_text.fontMetrics().horizontalAdvance("100–100 %")
        self._range_text.setFixedWidth(widest + 4)
        self._detail.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        controls = QHBoxLayout(self._controls)
        controls.setContentsMargins(0, 0, 0, 0)
        controls.setSpacing(4)
        controls.addWidget(self.space_button)
        controls.addWidget(self.range_slider)
        controls.addWidget(self._range_text)
        controls.addWidget(self.save_button)
        controls.addWidget(self.close_button)
        detail = QHBoxLayout()
        detail.setContentsMargins(0, 0, GRID_PX, 0)
        detail.addWidget(self._detail)
        column = QVBoxLayout()
        column.setSpacing(4)
        column.addStretch()
        column.addWidget(self._controls, 0, Qt.AlignmentFlag.AlignRight)
        column.addLayout(detail)
        column.addStretch()
        row = QHBoxLayout()
        row.setContentsMargins(2 * GRID_PX, 0, GRID_PX, 0)
        row.setSpacing(GRID_PX)
        row.addWidget(self.chips)
        row.addWidget(self.add_place)
        row.addLayout(column, 1)
        lens = QHBoxLayout(self._lens)
        lens.setContentsMargins(GRID_PX, 0, GRID_PX, 0)
        lens.addWidget(self.lens_row, 1)
        lens.addWidget(self.ways_button, 0, Qt.AlignmentFlag.AlignTop)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(row, 1)
        whole.addWidget(self._lens)
