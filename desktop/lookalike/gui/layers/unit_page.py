"""All about one unit: what excites it, what it speaks for, and what it is made of."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from lookalike.gui.layers.layer_panel import LayerPanel, heading, sentence
from lookalike.gui.layers.maximised_picture import MaximisedPicture, MaximisedView
from lookalike.gui.layers.number_text import number_text
from lookalike.gui.layers.patch_board import PatchBoard, PatchesView
from lookalike.gui.layers.picture_tile import PictureTile, Pixels, TileView
from lookalike.gui.layers.word_bars import WordBars, WordShare
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped

_FILTER_PX = 16 * GRID_PX


@dataclass(frozen=True, slots=True, eq=False)
class FilterView:
    """A unit's own weights, one pixel each.

    Args:
        is_colour: over red, green and blue; else over one map of the layer before.
    """

    pixels: Pixels
    is_colour: bool


@dataclass(frozen=True, slots=True, eq=False)
class UnitView:
    """A unit, and its values on the photo in hand.

    Args:
        units: how many its layer has.
        sees_px: the longer side of what a cell sees; None where it sees all of the picture.
        place: row and column of the strongest cell; None where the layer has no places.
        own_filter: None where it cannot be shown.
        has_way_back: whether a picture can be made for it.
    """

    number: int
    layer: str
    units: int
    sees_px: int | None
    maximum: float
    mean: float
    place: tuple[int, int] | None
    own_filter: FilterView | None = None
    has_way_back: bool = True


class UnitPage(LayerPanel):
    """`photo_wanted` carries a PhotoId, `look_chosen` a PatchLook, `maximise_wanted` a seed.

    `show_unit` of another unit takes away what was known of the last; the answers to come are
    shown by `show_patches`, `show_words` and `show_maximised`.
    """

    photo_wanted = Signal(object)
    look_chosen = Signal(object)
    gather_wanted = Signal()
    gather_stop_wanted = Signal()
    query_wanted = Signal()
    maximise_wanted = Signal(int)
    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._unit: tuple[str, int] | None = None
        self._title = ElidedLabel()
        self._title.setProperty("rank", "title")
        self._facts = sentence()
        self._values = [_Value(name) for name in (self.tr("Maximum"), self.tr("Mean"))]
        self._place = _Value(self.tr("Strongest at"))
        self.patches = PatchBoard(theme)
        self.classes, self.labels = WordBars(theme), WordBars(theme)
        self._classes_part = _Part(self.tr("Classes it speaks for"), self.classes)
        self._labels_part = _Part(self.tr("Your labels and folders"), self.labels)
        self.maximised = MaximisedPicture(theme)
        self._maximised_part = _Part(self.tr("What would excite it most"), self.maximised)
        self._filter = PictureTile(theme)
        self._filter.setFixedWidth(_FILTER_PX)
        self._filter_text = sentence()
        self._filter_part = _Part(self.tr("Its own weights"), self._filter, self._filter_text)
        self._connect()
        self._lay_out()
        self.show_no_unit()

    def show_no_unit(self) -> None:
        self._unit = None
        self.show_empty(
            "picture",
            self.tr("No unit chosen"),
            self.tr("Click one of the maps to see what excites it."),
        )

    def show_unit(self, view: UnitView) -> None:
        """Its values on the photo in hand; the rest is kept where it is the unit shown before."""
        if (view.layer, view.number) != self._unit:
            self._unit = (view.layer, view.number)
            self.show_patches(None)
            self.show_words((), ())
            self.show_maximised(None)
            self._maximised_part.setVisible(view.has_way_back)
            self._show_filter(view.own_filter)
            self._scroll.verticalScrollBar().setValue(0)
        self._title.setText(self.tr("Unit {number}").format(number=view.number))
        self._facts.show_text(self._facts_of(view))
        self._show_values(view)
        self._show_content()

    def show_patches(self, view: PatchesView | None) -> None:
        """None while they are being fetched."""
        self.patches.show_patches(view)

    def show_words(self, classes: Sequence[WordShare], labels: Sequence[WordShare]) -> None:
        """The classes, and the labels and folders, that it speaks for; none where unknown."""
        for part, bars, words in (
            (self._classes_part, self.classes, classes),
            (self._labels_part, self.labels, labels),
        ):
            bars.show_words(words)
            part.setVisible(bool(words))

    def show_maximised(self, view: MaximisedView | None) -> None:
        self.maximised.show_view(view)

    @property
    def title(self) -> str:
        return self._title.text()

    @property
    def facts(self) -> str:
        return self._facts.plain_text

    @property
    def values(self) -> Sequence[str]:
        return [value.text for value in (*self._values, self._place)]

    def _facts_of(self, view: UnitView) -> str:
        layer = self.tr("of {layer}").format(layer=view.layer)
        units = self.tr("{count} units").format(count=grouped(view.units))
        sees = self.tr("sees all of the picture")
        if view.sees_px is not None:
            sees = self.tr("sees {size} px").format(size=grouped(view.sees_px))
        return f"{layer} · {units} · {sees}"

    def _show_values(self, view: UnitView) -> None:
        for value, number in zip(self._values, (view.maximum, view.mean), strict=True):
            value.tell(number_text(number))
        if view.place:
            row, column = view.place
            words = self.tr("row {row}, column {column}")
            self._place.tell(words.format(row=row + 1, column=column + 1))
        self._place.setVisible(view.place is not None)

    def _show_filter(self, view: FilterView | None) -> None:
        self._filter_part.setVisible(view is not None)
        if view is None:
            return
        height, width, _ = view.pixels.shape
        words = self.tr("{width} × {height}, over one map of the layer before")
        if view.is_colour:
            words = self.tr("{width} × {height}, over red, green and blue")
        self._filter_text.show_text(words.format(width=width, height=height))
        self._filter.show_view(TileView(view.pixels, is_pixelated=True))

    def _connect(self) -> None:
        self.patches.query_wanted.connect(self.query_wanted)
        self.patches.photo_wanted.connect(self.photo_wanted)
        self.patches.look_chosen.connect(self.look_chosen)
        self.patches.gather_wanted.connect(self.gather_wanted)
        self.patches.stop_wanted.connect(self.gather_stop_wanted)
        self.maximised.maximise_wanted.connect(self.maximise_wanted)
        self.maximised.stop_wanted.connect(self.stop_wanted)

    def _lay_out(self) -> None:
        values = QGridLayout()
        values.setHorizontalSpacing(2 * GRID_PX)
        for at, value in enumerate((*self._values, self._place)):
            values.addWidget(value, 0, at)
            values.setColumnStretch(at, 1 + (value is self._place))
        self._column.addWidget(self._title)
        self._column.addWidget(self._facts)
        self._column.addLayout(values)
        self._column.addSpacing(GRID_PX)
        self._column.addWidget(_Part(self.tr("What excites it most"), self.patches))
        parts = (
            self._classes_part,
            self._labels_part,
            self._maximised_part,
            self._filter_part,
        )
        for part in parts:
            self._column.addWidget(part)
        self._column.addStretch()


class _Value(QWidget):
    """A number beneath what it is called."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._told = ElidedLabel()
        self._told.setProperty("rank", "name")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(sentence(name))
        column.addWidget(self._told)

    @property
    def text(self) -> str:
        return self._told.text()

    def tell(self, text: str) -> None:
        self._told.setText(text)


class _Part(QWidget):
    """A heading and what stands beneath it; gone as a whole."""

    def __init__(self, title: str, *widgets: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID_PX, 0, 0)
        column.setSpacing(GRID_PX)
        for widget in (heading(title), *widgets):
            column.addWidget(widget)
