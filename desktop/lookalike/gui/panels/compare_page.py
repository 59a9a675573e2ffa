"""Two to four photos side by side, in turn, or as their difference; all of it by keyboard."""

from collections.abc import Callable, Mapping, Sequence
from enum import Enum, auto
from itertools import pairwise

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.panels.compare_pane import ComparePane
from lookalike.gui.panels.compare_table import CompareTable
from lookalike.gui.panels.difference_pane import DifferencePane, Pair
from lookalike.gui.panels.large_photo import Load, PhotoGlance
from lookalike.gui.panels.photo_canvas import CanvasPlace, PhotoCanvas, claims_key, is_plain
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.panels.zoom_bar import ZoomBar
from lookalike.gui.tasks import Task, Tasks, nothing
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.photos import PhotoId

MOST_PHOTOS = 4
_LETTERS = "ABCD"
_FLICKER_MS = 500
_NARROW_PX = 115 * GRID_PX
_SMALLEST = QSize(60 * GRID_PX, 40 * GRID_PX)

# How alike each of some photos is to one of them; to be called off the GUI thread.
Alike = Callable[[PhotoId, Sequence[PhotoId]], Mapping[PhotoId, Likeness]]


class CompareMode(Enum):
    """How the photos are shown."""

    SIDE_BY_SIDE = auto()
    FLICKER = auto()
    DIFFERENCE = auto()


class ComparePage(QWidget):
    """`trash_wanted` and `open_wanted` carry the PhotoId of the photo that the keys mean.

    Args:
        alike: tells how alike the photos are to the first; without it nothing is said of that.
    """

    closed = Signal()
    trash_wanted = Signal(object)
    open_wanted = Signal(object)

    def __init__(self, load: Load, tasks: Tasks, theme: Theme, alike: Alike | None = None) -> None:
        super().__init__()
        self.setObjectName("compare_page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle(self.tr("Compare photos"))
        self.setAccessibleName(self.windowTitle())
        self._tasks = tasks
        self._theme = theme
        self._alike = alike
        self._likeness: Mapping[PhotoId, Likeness] = {}
        self._asking: Task | None = None
        self.mode = CompareMode.SIDE_BY_SIDE
        self._spare = [ComparePane(load, tasks) for _ in range(MOST_PHOTOS)]
        self._panes: list[ComparePane] = []
        self._focused: ComparePane | None = None
        self._table = CompareTable()
        self.difference = DifferencePane(tasks)
        self._flicker = QTimer(self)
        self._flicker.setInterval(_FLICKER_MS)
        self._flicker.timeout.connect(lambda: self._choose_beside(1))
        self._make_buttons()
        self._zoom_bar = ZoomBar(self._spare[0].stage, theme)
        self._hint = WrappedLabel(self._keys_text())
        self._hint.setProperty("tone", "secondary")
        self._connect()
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    # --- what is compared ---------------------------------------------------------------------

    @property
    def panes(self) -> Sequence[ComparePane]:
        """In order; the first is what the others are compared with."""
        return self._panes

    @property
    def photo_ids(self) -> list[PhotoId]:
        return [pane.photo_id for pane in self._panes if pane.photo_id is not None]

    @property
    def focused_id(self) -> PhotoId | None:
        """The photo that the keys mean."""
        return self._focused.photo_id if self._focused else None

    @property
    def is_linked(self) -> bool:
        """Whether zoom and place are the same for all."""
        return self._link.isChecked()

    def open_photos(self, photos: Sequence[PhotoGlance]) -> None:
        """Compare these, of which there are two to four."""
        self.close_photos()
        self._panes = self._spare[: len(photos[:MOST_PHOTOS])]
        for pane, glance in zip(self._panes, photos, strict=False):
            pane.open(glance)
        self._link.setChecked(True)
        self._focused = self._panes[0]
        self._ask_likeness()
        self.show_mode(CompareMode.SIDE_BY_SIDE)
        self._focused.setFocus()

    def remove_photo(self, photo_id: PhotoId) -> None:
        """Leave out a photo that is gone; with one left there is nothing to compare."""
        gone = next((pane for pane in self._panes if pane.photo_id == photo_id), None)
        if gone is None:
            return
        at = self._panes.index(gone)
        gone.close_photo()
        self._panes.remove(gone)
        if len(self._panes) < 2:
            self.closed.emit()
            return
        self._focused = self._panes[min(at, len(self._panes) - 1)]
        self._ask_likeness()
        self.show_mode(self.mode)

    def close_photos(self) -> None:
        """Refuse all pictures that are on their way."""
        self._flicker.stop()
        for pane in self._spare:
            pane.close_photo()
        self.difference.show_note("")
        if self._asking:
            self._asking.refuse()
        self._panes, self._focused, self._likeness = [], None, {}

    # --- how it is shown ----------------------------------------------------------------------

    def show_mode(self, mode: CompareMode) -> None:
        """Show the photos in one of three ways; the place in them stays."""
        self.mode = mode
        for each, button in self._modes.items():
            button.setChecked(each is mode)
        self._show_panes()
        if mode is CompareMode.FLICKER:
            self._flicker.start()
        else:
            self._flicker.stop()

    def swap(self) -> None:
        """The focused photo becomes the first, and the first takes its place."""
        if len(self._panes) < 2 or self._focused is None:
            return
        at = self._panes.index(self._focused) or 1
        self._panes[0], self._panes[at] = self._panes[at], self._panes[0]
        self._ask_likeness()
        self._show_panes()

    def _show_panes(self) -> None:
        """The one place where panes are shown, hidden and moved."""
        if self._focused is None:
            return
        self._order_tabs()
        self._describe()
        for pane in self._panes:
            pane.show_focus(pane is self._focused and self.mode is CompareMode.SIDE_BY_SIDE)
        holds_focus = self._holds_focus
        if holds_focus:
            self.setFocus()  # or Qt would hand it from a pane that is hidden to the next
        self._lay_panes()
        if holds_focus and self.mode is not CompareMode.DIFFERENCE:
            self._focused.setFocus()

    @property
    def _holds_focus(self) -> bool:
        """Whether the keys go to a photo, and not to a button or another part of the window."""
        widget = QApplication.focusWidget()
        return widget is not None and (widget is self or self._table.isAncestorOf(widget))

    def _lay_panes(self) -> None:
        assert self._focused is not None
        if self.mode is CompareMode.DIFFERENCE:
            self._compare_pictures()
            self._table.lay(self._panes, self.difference)
            self._follow_canvas(self.difference.canvas)
        else:
            on_top = self._focused if self.mode is CompareMode.FLICKER else None
            self._table.lay(self._panes, on_top)
            self._follow_canvas(self._focused.stage)

    def _follow_canvas(self, canvas: PhotoCanvas) -> None:
        if self._focused and canvas is self.difference.canvas:
            canvas.show_place(self._focused.stage.place)
        self._zoom_bar.serve(canvas)

    def _order_tabs(self) -> None:
        for before, after in pairwise(self._panes):
            QWidget.setTabOrder(before, after)

    def _describe(self) -> None:
        counts = [pane.pixel_count for pane in self._panes]
        # Said only where it tells the photos apart.
        best = max(counts) if min(counts) != max(counts) else None
        for letter, pane, count in zip(_LETTERS, self._panes, counts, strict=False):
            pane.describe(letter, self._likeness_of(pane), is_best=count == best)

    def _likeness_of(self, pane: ComparePane) -> Likeness | None:
        return self._likeness.get(pane.photo_id) if pane.photo_id is not None else None

    def _ask_likeness(self) -> None:
        if self._asking:
            self._asking.refuse()
        self._likeness = {}
        ids, alike = self.photo_ids, self._alike
        if alike and len(ids) > 1:
            self._asking = self._tasks.start(
                lambda _: alike(ids[0], ids[1:]),
                done=self._show_likeness,
                failed=nothing,  # a photo without a vector: it says itself what is wrong with it
            )

    def _show_likeness(self, likeness: Mapping[PhotoId, Likeness]) -> None:
        self._likeness = likeness
        self._describe()

    # --- the difference -----------------------------------------------------------------------

    def _compare_pictures(self) -> None:
        """Of the first and the focused photo, or the second where the first is focused."""
        first, other = self._panes[0], self._focused
        if other is None or other is first:
            other = self._panes[1]
        one, two = first.stage.screen_image, other.stage.screen_image
        trouble = first.stage.trouble or other.stage.trouble
        if one and two:
            letters = f"A − {_LETTERS[self._panes.index(other)]}"
            self.difference.show_pair(Pair(one, two, letters, first.stage.picture_size))
        else:
            self.difference.show_note(trouble or self.tr("Loading the pictures…"))

    def _take_described(self) -> None:
        if self._panes:
            self._describe()
            if self.mode is CompareMode.DIFFERENCE:
                self._compare_pictures()

    # --- focus and place ----------------------------------------------------------------------

    def _choose(self, pane: ComparePane) -> None:
        if pane is not self._focused and pane in self._panes:
            self._focused = pane
            self._show_panes()

    def _choose_beside(self, step: int) -> None:
        if self._focused:
            at = (self._panes.index(self._focused) + step) % len(self._panes)
            self._choose(self._panes[at])

    def _share_place(self, place: CanvasPlace) -> None:
        """What is chosen in the difference is meant of the photos as well, and never of one."""
        self.difference.canvas.show_place(place)
        if self.is_linked or self.mode is CompareMode.DIFFERENCE:
            for pane in self._panes:
                pane.stage.show_place(place)

    def _toggle_link(self, is_linked: bool) -> None:
        if is_linked and self._focused:
            self._share_place(self._focused.stage.place)

    # --- what a person does -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if is_plain(event) and key in _KEYS:
            _KEYS[key](self)
        elif not (self._focused and self._canvas.take_key(event)):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Its keys come before the window's: Delete means the photo here, not one in the grid."""
        return claims_key(event, _KEYS) or super().event(event)

    @property
    def _canvas(self) -> PhotoCanvas:
        assert self._focused is not None
        is_difference = self.mode is CompareMode.DIFFERENCE
        return self.difference.canvas if is_difference else self._focused.stage

    def _toggle_flicker(self) -> None:
        is_on = self.mode is CompareMode.FLICKER
        self.show_mode(CompareMode.SIDE_BY_SIDE if is_on else CompareMode.FLICKER)

    def _toggle_difference(self) -> None:
        is_on = self.mode is CompareMode.DIFFERENCE
        self.show_mode(CompareMode.SIDE_BY_SIDE if is_on else CompareMode.DIFFERENCE)

    def _step_by_hand(self, step: int) -> None:
        """Whoever steps through a flicker wants it to hold still in between."""
        self._flicker.stop()
        self._choose_beside(step)

    def _turn_over(self) -> None:
        """The Space bar: the next picture of a flicker, which begins if there is none."""
        if self.mode is not CompareMode.FLICKER:
            self.show_mode(CompareMode.FLICKER)
        self._step_by_hand(1)

    def _want_trash(self) -> None:
        if self.focused_id is not None:
            self.trash_wanted.emit(self.focused_id)

    def _want_open(self) -> None:
        if self.focused_id is not None:
            self.open_wanted.emit(self.focused_id)

    # --- how it looks -------------------------------------------------------------------------

    def _make_buttons(self) -> None:
        self._modes = {
            CompareMode.SIDE_BY_SIDE: _segment(self.tr("Side by side (S)")),
            CompareMode.FLICKER: _segment(self.tr("One after the other, in the same place (F)")),
            CompareMode.DIFFERENCE: _segment(self.tr("What differs from A (D)")),
        }
        for mode, button in self._modes.items():
            button.clicked.connect(lambda _, mode=mode: self.show_mode(mode))
        self._swap = tool_button(self.tr("Swap with A (X)"), self.swap)
        self._link = tool_button(self.tr("Zoom and move all together (L)"), lambda: None)
        self._link.setCheckable(True)
        self._link.setChecked(True)
        self._open = tool_button(self.tr("View this photo (Enter)"), self._want_open)
        self._trash = tool_button(self.tr("Move this photo to the trash (Del)"), self._want_trash)
        self._back = tool_button(self.tr("Back to the photos (Esc)"), self.closed.emit)

    def _connect(self) -> None:
        self._link.toggled.connect(self._toggle_link)
        self.difference.canvas.place_changed.connect(self._share_place)
        # The picture comes with a scale of its own, so the place is set anew.
        self.difference.changed.connect(lambda: self._follow_canvas(self.difference.canvas))
        for pane in self._spare:
            pane.chosen.connect(lambda pane=pane: self._choose(pane))
            pane.described.connect(self._take_described)
            pane.stage.place_changed.connect(self._share_place)

    def _keys_text(self) -> str:
        """A line is broken between two keys, not between a key and what it does."""
        keys = self.tr(
            "← → choose   Ctrl+← → move   + − 0 1 zoom   S side by side   F flicker   "
            "Space next   D difference   X swap   L link   Enter view   Del trash   Esc back"
        )
        return keys.replace("   ", "\n").replace(" ", "\u00a0").replace("\n", "   ")

    def minimumSizeHint(self) -> QSize:
        """Of the narrow form, which it takes once there is no room for the wide one."""
        return _SMALLEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        is_narrow = self.width() < _NARROW_PX
        words = {
            CompareMode.SIDE_BY_SIDE: self.tr("Side by Side"),
            CompareMode.FLICKER: self.tr("Flicker"),
            CompareMode.DIFFERENCE: self.tr("Difference"),
        }
        for mode, button in self._modes.items():
            button.setText("" if is_narrow else words[mode])
            button.setAccessibleName(words[mode])
        self._zoom_bar.be_brief(is_narrow)
        super().resizeEvent(event)

    def _dress(self) -> None:
        buttons: tuple[tuple[QPushButton | QToolButton, str], ...] = (
            (self._modes[CompareMode.SIDE_BY_SIDE], "side-by-side"),
            (self._modes[CompareMode.FLICKER], "flicker"),
            (self._modes[CompareMode.DIFFERENCE], "difference"),
            (self._swap, "swap"),
            (self._link, "link"),
            (self._open, "view"),
            (self._trash, "trash"),
            (self._back, "close"),
        )
        for button, icon in buttons:
            button.setIcon(self._theme.icon(icon))

    def _lay_out(self) -> None:
        for pane in (*self._spare, self.difference):
            pane.setParent(self._table)
            pane.hide()
        header = QHBoxLayout()
        header.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        header.setSpacing(GRID_PX // 2)
        for button in (*self._modes.values(), self._swap, self._link):
            header.addWidget(button)
        header.addStretch(1)
        header.addWidget(self._zoom_bar)
        header.addSpacing(2 * GRID_PX)
        for button in (self._open, self._trash, self._back):
            header.addWidget(button)
        footer = QHBoxLayout()
        footer.setContentsMargins(2 * GRID_PX, 0, 2 * GRID_PX, GRID_PX)
        footer.addWidget(self._hint)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addWidget(self._table, 1)
        column.addLayout(footer)


def _segment(tip: str) -> QPushButton:
    button = QPushButton()
    button.setProperty("segment", "true")
    button.setCheckable(True)
    button.setToolTip(tip)
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return button


_KEYS: dict[Qt.Key, Callable[[ComparePage], object]] = {
    Qt.Key.Key_Left: lambda page: page._step_by_hand(-1),
    Qt.Key.Key_Up: lambda page: page._step_by_hand(-1),
    Qt.Key.Key_Right: lambda page: page._step_by_hand(1),
    Qt.Key.Key_Down: lambda page: page._step_by_hand(1),
    Qt.Key.Key_S: lambda page: page.show_mode(CompareMode.SIDE_BY_SIDE),
    Qt.Key.Key_F: ComparePage._toggle_flicker,
    Qt.Key.Key_D: ComparePage._toggle_difference,
    Qt.Key.Key_X: ComparePage.swap,
    Qt.Key.Key_L: lambda page: page._link.toggle(),
    Qt.Key.Key_H: lambda page: page.difference.toggle_heat(),
    Qt.Key.Key_BracketLeft: lambda page: page.difference.amplify(-1),
    Qt.Key.Key_BracketRight: lambda page: page.difference.amplify(1),
    Qt.Key.Key_Space: ComparePage._turn_over,
    Qt.Key.Key_Delete: ComparePage._want_trash,
    Qt.Key.Key_Return: ComparePage._want_open,
    Qt.Key.Key_Enter: ComparePage._want_open,
    Qt.Key.Key_Escape: lambda page: page.closed.emit(),
}
