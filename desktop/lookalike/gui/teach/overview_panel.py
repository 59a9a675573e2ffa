"""The methods side by side, and three small plots: k, more examples, and honest probabilities."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from lookalike.gui.layers.layer_panel import heading, sentence
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.teach.figure_plot import FigurePlot
from lookalike.gui.teach.figure_view import FigureView, FigureWords
from lookalike.gui.teach.method_rows import MethodRows
from lookalike.gui.teach.teach_words import TeachWords
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.teaching.taught import Teaching

_NARROW_PX = 90 * GRID_PX


class OverviewPanel(QScrollArea):
    """Draws what was taught."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(widgetResizable=True)
        self._words = FigureWords()
        self.methods = MethodRows(theme)
        self.neighbors = PlotCard(
            theme,
            self.tr("How many neighbours"),
            self.tr("Right answers by k ± deviation of the folds."),
        )
        self.learning = PlotCard(
            theme,
            self.tr("Would more examples help?"),
            self.tr("Where the curve still rises at its end, they would."),
        )
        self.reliability = PlotCard(
            theme,
            self.tr("Are its probabilities honest?"),
            self.tr("On the line, “80%” is right in 80 of 100."),
        )
        self._notes = sentence()
        self._lay_out()

    def show_teaching(self, teaching: Teaching) -> None:
        self.methods.show_methods(teaching.methods)
        self.neighbors.show_view(self._words.neighbors(teaching.neighbors))
        self.learning.show_view(self._words.learning(teaching.learning))
        self.reliability.show_view(self._words.reliability(teaching.reliability))
        self._show_notes(teaching)

    @property
    def notes(self) -> str:
        return self._notes.plain_text

    def _show_notes(self, teaching: Teaching) -> None:
        notes = [TeachWords().note(note) for note in teaching.notes]
        if teaching.left_out:
            names = ", ".join(label.name for label in teaching.left_out)
            notes.append(self.tr("Too few examples so far: {names}").format(names=names))
        self._notes.show_text("\n".join(notes))
        for part in (self._notes, self._notes_title):
            part.setVisible(bool(notes))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_cards(columns=3 if event.size().width() >= _NARROW_PX else 1)

    def _place_cards(self, columns: int) -> None:
        for at, card in enumerate((self.neighbors, self.learning, self.reliability)):
            self._cards.addWidget(card, at // columns, at % columns)
        for column in range(3):
            self._cards.setColumnStretch(column, int(column < columns))

    def _lay_out(self) -> None:
        self.setObjectName("teach_scroll")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, GRID_PX, GRID_PX, GRID_PX)
        column.setSpacing(GRID_PX)
        column.addWidget(self.methods)
        column.addWidget(
            sentence(
                self.tr(
                    "Right answers on held-out examples ± standard error. Shaded: within one "
                    "standard error of the best; the simplest method in it is chosen."
                )
            )
        )
        column.addSpacing(GRID_PX)
        self._cards = QGridLayout()
        self._cards.setSpacing(3 * GRID_PX)
        column.addLayout(self._cards, 1)
        self._notes_title = heading(self.tr("Worth knowing"))
        column.addSpacing(GRID_PX)
        column.addWidget(self._notes_title)
        column.addWidget(self._notes)
        column.addStretch()
        self._place_cards(columns=3)
        self.setWidget(body)


class PlotCard(QWidget):
    """A plot, what it is about above it, and the reading of one mark beneath."""

    def __init__(self, theme: Theme, title: str, meaning: str) -> None:
        super().__init__()
        self.plot = FigurePlot(theme, title)
        self._readout = WrappedLabel()
        self._lay_out(title, meaning)
        self.plot.mark_changed.connect(lambda: self._readout.show_text(self.plot.readout))

    def show_view(self, view: FigureView) -> None:
        self.setVisible(bool(view.marks))
        self.plot.show_view(view)

    @property
    def readout(self) -> str:
        return self._readout.plain_text

    def _lay_out(self, title: str, meaning: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX // 2)
        column.addWidget(heading(title))
        column.addWidget(sentence(meaning))
        column.addWidget(self.plot, 1)
        column.addWidget(self._readout)
