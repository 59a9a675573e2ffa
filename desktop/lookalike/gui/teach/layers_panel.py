"""Which layer to cut at: how well the labels are told from each layer's features, in one plot."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from lookalike.gui.layers.layer_panel import sentence
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.empty_state import EmptyState
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.teach.figure_plot import FigurePlot
from lookalike.gui.teach.layer_words import LayerWords
from lookalike.gui.teach.work_bar import WorkBar
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.teaching.taught import LayerAccuracy


class LayersPanel(QWidget):
    """What was found stays while it is looked at anew."""

    compare_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._words = LayerWords()
        self.plot = FigurePlot(theme, self.tr("Accuracy by layer"))
        self.compare = QPushButton(self.tr("Compare Layers"))
        self.compare.setProperty("main", True)
        self.again = QPushButton(self.tr("Compare Again"))
        self.work = WorkBar()
        self._told = WrappedLabel()
        self._readout = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self._readout.setProperty("tone", "secondary")
        self._empty = EmptyState(theme)
        self._empty.tell(
            "layers",
            self.tr("Careful where you cut"),
            self.tr(
                "A classifier can learn from any layer of the network: early ones see edges and "
                "colours, late ones whole things.\nOne click shows which of them, or which "
                "features made by hand, tell your labels best."
            ),
        )
        self._lay_out()
        for button in (self.compare, self.again):
            button.clicked.connect(self.compare_wanted)
        self.plot.mark_changed.connect(lambda: self._readout.setText(self.plot.readout))
        self.show_layers(())

    @property
    def text(self) -> str:
        return self._told.plain_text

    def show_layers(self, layers: Sequence[LayerAccuracy]) -> None:
        self._told.show_text(self._words.sentence(layers))
        self._pages.setCurrentIndex(int(bool(layers)))
        if layers:
            self.plot.show_view(self._words.figure(layers))

    def show_progress(self, told: str | None, fraction: float | None = None) -> None:
        """None for `told`: nothing is under way."""
        self.work.show_progress(told, fraction)
        for button in (self.compare, self.again):
            button.setEnabled(told is None)

    def _lay_out(self) -> None:
        self._pages = QStackedWidget()
        for page in (self._before(), self._figures()):
            self._pages.addWidget(page)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID_PX, 0, 0)
        column.setSpacing(GRID_PX)
        column.addWidget(self.work)
        column.addWidget(self._pages, 1)

    def _before(self) -> QWidget:
        """What is shown until there are figures."""
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setSpacing(2 * GRID_PX)
        column.addStretch(2)
        column.addWidget(self._empty)
        column.addLayout(row_of(None, self.compare, None))
        column.addStretch(3)
        return page

    def _figures(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID_PX)
        head = row_of(self._told, self.again)
        head.setStretch(0, 1)
        column.addLayout(head)
        column.addWidget(self._readout)
        column.addWidget(self.plot, 1)
        about = self.tr(
            "Logistic regression on the features of each layer: right answers on held-out "
            "examples, with their standard error. Grey: features made by hand, without a network."
        )
        column.addWidget(sentence(about))
        return page
