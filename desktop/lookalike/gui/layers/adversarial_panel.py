"""A change too small to see that changes what the network takes a photo for."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QProgressBar, QPushButton, QWidget

from lookalike.gui.layers.layer_panel import LayerPanel, heading, sentence
from lookalike.gui.layers.picture_tile import PictureTile, Pixels, TileView
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import percent_text


@dataclass(frozen=True, slots=True)
class Prediction:
    """What a picture is taken for."""

    name: str
    probability: float


@dataclass(frozen=True, slots=True, eq=False)
class AdversarialView:
    """A changed picture beside its original.

    Args:
        difference: amplified `factor` times around mid-grey.
        largest_change: of any pixel's colours, of 255.
    """

    original: Pixels
    changed: Pixels
    difference: Pixels
    factor: int
    before: Prediction
    after: Prediction
    largest_change: float


class AdversarialPanel(LayerPanel):
    """Nothing is made until a person asks for it."""

    make_wanted = Signal()
    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._original, self._changed, self._difference = (PictureTile(theme) for _ in range(3))
        self._pictures = QWidget()
        self._headline = heading("")
        self._headline.setWordWrap(True)
        self._text = sentence()
        self._strength = sentence()
        self._bar = QProgressBar(textVisible=False)
        self.make = QPushButton(self.tr("Make an Adversarial Example"))
        self.make.setProperty("main", True)
        self.make.clicked.connect(self.make_wanted)
        self.stop = QPushButton(self.tr("Stop"))
        self.stop.clicked.connect(self.stop_wanted)
        self._lay_out()
        self.show_no_photo()

    @property
    def headline(self) -> str:
        return self._headline.text()

    @property
    def text(self) -> str:
        return self._text.plain_text

    @property
    def strength_text(self) -> str:
        """How strong the change is; empty while none is shown."""
        return self._strength.plain_text if self._pictures.isVisibleTo(self) else ""

    @property
    def captions(self) -> Sequence[tuple[str, str]]:
        """Of the original, the changed picture and their difference."""
        tiles = (self._original, self._changed, self._difference)
        return [(tile.view.caption, tile.view.note) for tile in tiles]

    def show_no_photo(self) -> None:
        self.show_empty(
            "picture",
            self.tr("No photo yet"),
            self.tr("Choose a photo to see how little it takes to fool the network."),
        )

    def show_no_classes(self) -> None:
        self.show_empty(
            "info",
            self.tr("This network knows no classes"),
            self.tr("Where nothing is named, nothing can be mistaken for something else."),
        )

    def show_offer(self) -> None:
        """A photo that nothing has been made of yet."""
        self._tell(
            self.tr("How little does it take?"),
            self.tr(
                "A network can be made to take a photo for something else by a change that nobody "
                "would see. Lookalike looks for the smallest one. Your photo stays as it is."
            ),
        )
        self.make.show()

    def show_running(self, done: int, total: int) -> None:
        """A total of 0 where nobody knows how long it takes."""
        self._tell(self.tr("Looking for the smallest change…"), "")
        self._bar.setMaximum(total)
        self._bar.setValue(done)
        for part in (self._bar, self.stop):
            part.show()

    def show_found(self, view: AdversarialView) -> None:
        self._tell(
            self.tr("The same to you, not to the network"),
            self.tr(
                "Every pixel was moved a little in the direction that helps the wrong answer most "
                "(Goodfellow et al., 2014). What a network sees is not what you see."
            ),
        )
        self._show_pictures(view)

    def show_none_found(self, largest_change: float) -> None:
        """Nothing up to that strength changed the answer."""
        self._tell(
            self.tr("The network was not fooled"),
            self.tr("No change of up to {strength} of 255 made it give another answer.").format(
                strength=_strength_text(largest_change)
            ),
        )

    def show_trouble(self, sentence: str) -> None:
        """Why it came to an end; it can be tried again."""
        self._tell(self.tr("That did not work"), sentence)
        self.make.show()

    def _tell(self, headline: str, text: str) -> None:
        self._headline.setText(headline)
        self._text.show_text(text)
        self._text.setVisible(bool(text))
        for part in (self._pictures, self._bar, self.stop, self.make):
            part.hide()
        self._show_content()

    def _show_pictures(self, view: AdversarialView) -> None:
        for tile, pixels, prediction, what in (
            (self._original, view.original, view.before, self.tr("The original")),
            (self._changed, view.changed, view.after, self.tr("Changed")),
        ):
            share = percent_text(prediction.probability, decimals=1)
            tip = f"{what}: {prediction.name}, {share}"
            tile.show_view(TileView(pixels, prediction.name, share, tip))
        factor = self.tr("× {factor}").format(factor=view.factor)
        self._difference.show_view(TileView(view.difference, self.tr("Difference"), factor))
        self._strength.show_text(
            self.tr(
                "Each pixel changed by at most {strength} of 255. To the left, {factor} times "
                "as strong; grey is no change."
            ).format(strength=_strength_text(view.largest_change), factor=view.factor)
        )
        self._pictures.show()

    def _lay_out(self) -> None:
        grid = QGridLayout(self._pictures)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(GRID_PX)
        grid.addWidget(self._original, 0, 0)
        grid.addWidget(self._changed, 0, 1)
        grid.addWidget(self._difference, 1, 0)
        grid.addWidget(self._strength, 1, 1, Qt.AlignmentFlag.AlignTop)
        for column in range(2):
            grid.setColumnStretch(column, 1)
        for part in (self._headline, self._pictures, self._text, self._bar):
            self._column.addWidget(part)
        self._column.addLayout(row_of(self.make, self.stop, None))
        self._column.addStretch()


def _strength_text(strength: float) -> str:
    """`2`, or `0.4`: below a step of a byte it is the rounding that is seen."""
    return QLocale().toString(round(float(strength), 1), "g", 4)
