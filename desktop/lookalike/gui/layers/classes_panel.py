"""What the network takes a photo for: its best guesses, and where it sees each of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lookalike.gui.layers.layer_panel import LayerPanel, sentence
from lookalike.gui.layers.picture_tile import PictureTile, Pixels, TileView
from lookalike.gui.layers.word_bars import WordShare, draw_word
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.plain_tip import plain_tip
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import percent_text

_PICTURE_PX = 9 * GRID_PX
_SMALL_PICTURE_PX = 7 * GRID_PX
_BESIDE_PX = 52 * GRID_PX
_FEW = 0.1
_INSET_PX = GRID_PX


@dataclass(frozen=True, slots=True, eq=False)
class Guess:
    """One class.

    Args:
        index: of the class in its network.
        pixels: the photo with the class map laid over it; None where there is none, or not yet.
    """

    index: int
    name: str
    probability: float
    pixels: Pixels | None = None


@dataclass(frozen=True, slots=True, eq=False)
class ClassesView:
    """The likeliest first, of the photo in hand and of the one that it is compared with.

    Args:
        has_maps: whether this network tells where it sees a class.
        other_name: empty where there is no other photo.
    """

    guesses: tuple[Guess, ...]
    has_maps: bool = True
    chosen: int | None = None
    name: str = ""
    other: tuple[Guess, ...] = ()
    other_name: str = ""


class ClassesPanel(LayerPanel):
    """`class_chosen` carries the index of a class."""

    class_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._lists = [_GuessList(theme) for _ in range(2)]
        for each in self._lists:
            each.class_chosen.connect(self.class_chosen)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._hint = sentence()
        self._lay_out()
        self.show_no_photo()

    @property
    def rows(self) -> Sequence["GuessRow"]:
        """Of this photo, then of the other."""
        return [row for each in self._lists for row in each.rows if row.isVisibleTo(self)]

    @property
    def hint(self) -> str:
        return self._hint.plain_text

    def show_no_photo(self) -> None:
        self.show_empty(
            "picture",
            self.tr("No photo yet"),
            self.tr("Choose a photo to see what the network takes it for."),
        )

    def show_no_classes(self) -> None:
        self.show_empty(
            "info",
            self.tr("This network knows no classes"),
            self.tr("It was made to compare pictures, not to name what is on them."),
        )

    def show_classes(self, view: ClassesView) -> None:
        is_comparing = bool(view.other_name)
        this, other = self._lists
        this.show_guesses(view.name if is_comparing else "", view.guesses, view)
        other.show_guesses(view.other_name, view.other, view)
        other.setVisible(is_comparing)
        self._hint.show_text(self._words_on_maps(view.has_maps))
        self._show_content()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Side by side where there is room for the names."""
        is_wide = event.size().width() >= _BESIDE_PX
        way = QBoxLayout.Direction
        self._row.setDirection(way.LeftToRight if is_wide else way.TopToBottom)
        super().resizeEvent(event)

    def _words_on_maps(self, has_maps: bool) -> str:
        if not has_maps:
            return self.tr("How this network is made does not tell where it sees a class.")
        return self.tr(
            "Bright where the photo speaks for the class. Click a class to follow it back to the "
            "pixels."
        )

    def _lay_out(self) -> None:
        self._row.setSpacing(2 * GRID_PX)
        for each in self._lists:
            self._row.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
        self._column.addLayout(self._row)
        self._column.addWidget(self._hint)
        self._column.addStretch()


class _GuessList(QWidget):
    """The guesses on one photo."""

    class_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._name = ElidedLabel()
        self._name.setProperty("rank", "name")
        self.rows: list[GuessRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._name)
        self._column.addSpacing(GRID_PX)

    def show_guesses(self, name: str, guesses: Sequence[Guess], view: ClassesView) -> None:
        self._name.setText(name)
        self._name.setVisible(bool(name))
        large_px = _SMALL_PICTURE_PX if view.other_name else _PICTURE_PX
        picture_px = large_px if view.has_maps else 0
        while len(self.rows) < len(guesses):
            self._add_row()
        for at, row in enumerate(self.rows):
            row.setVisible(at < len(guesses))
            if at < len(guesses):
                is_chosen = guesses[at].index == view.chosen
                row.show_guess(guesses[at], picture_px=picture_px, is_chosen=is_chosen)

    def _add_row(self) -> None:
        row = GuessRow(self._theme)
        row.class_chosen.connect(self.class_chosen)
        self.rows.append(row)
        self._column.addWidget(row)


class GuessRow(QWidget):
    """A class map, a name and a bar; the whole of it can be clicked."""

    class_chosen = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._guess: Guess | None = None
        self.is_chosen = False
        self.tile = PictureTile(theme)
        self.tile.setParent(self)
        self.tile.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def text(self) -> str:
        return self.accessibleName()

    def show_guess(self, guess: Guess, *, picture_px: int, is_chosen: bool) -> None:
        """`picture_px` is 0 where the network tells of no places."""
        self._guess, self.is_chosen = guess, is_chosen
        told = f"{guess.name}, {percent_text(guess.probability, decimals=1)}"
        self.setAccessibleName(told)
        self.setToolTip(plain_tip(told))
        self.tile.show_view(TileView(guess.pixels))
        self.tile.setVisible(picture_px > 0)
        self.tile.setGeometry(_INSET_PX, _INSET_PX, picture_px, picture_px)
        self.setFixedHeight(max(picture_px, 4 * GRID_PX) + 2 * _INSET_PX)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(20 * GRID_PX, self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(_PICTURE_PX + 6 * GRID_PX, self.height())

    def enterEvent(self, event: QEnterEvent) -> None:
        self.update()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self.update()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(
            event.position().toPoint()
        ):
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._guess is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_ground(painter)
        picture_px = self.tile.width() + _INSET_PX if self.tile.isVisibleTo(self) else 0
        place = QRect(self.rect()).adjusted(picture_px + _INSET_PX, 0, -_INSET_PX, 0)
        share = self._guess.probability
        told = percent_text(share, decimals=0 if share >= _FEW else 1)
        draw_word(painter, place, WordShare(self._guess.name, share, told), self._theme)
        painter.end()

    def _choose(self) -> None:
        if self._guess:
            self.class_chosen.emit(self._guess.index)

    def _draw_ground(self, painter: QPainter) -> None:
        is_lit = self.is_chosen or self.underMouse()
        painter.setPen(Qt.PenStyle.NoPen)
        if is_lit:
            painter.setBrush(self._theme.colour("pressed" if self.is_chosen else "hover"))
            painter.drawRoundedRect(self.rect(), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
