"""What to do before anything can be taught, and how far that is."""

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from lookalike.gui.panels.empty_state import EmptyState
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.teach.teach_words import TeachWords
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.library.teaching.label_examples import LEAST_EXAMPLES
from lookalike.library.teaching.taught import Readiness

_MOST_ROWS = 6
_ROW_PX = 3 * GRID_PX
_DOT_PX = 10
_Align = Qt.AlignmentFlag


class ReadinessPanel(QWidget):
    """In place of figures."""

    teach_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._empty = EmptyState(theme)
        self.rows = ReadinessRows(theme)
        self.teach = QPushButton(self.tr("Teach"))
        self.teach.setProperty("main", True)
        self.teach.clicked.connect(self.teach_wanted)
        self._lay_out()

    @property
    def title(self) -> str:
        return self._empty.title

    def show_readiness(self, readiness: Readiness) -> None:
        self.rows.show_readiness(readiness)
        self.teach.setVisible(readiness.is_ready)
        title = self.tr("Ready to learn your labels")
        if not readiness.is_ready:
            title = self.tr("Teach it your own words")
        self._empty.tell("teach", title, self._what_next(readiness))

    def _what_next(self, readiness: Readiness) -> str:
        if readiness.is_unseen:
            return TeachWords().missing(readiness)
        if not readiness.is_ready:
            return self.tr(
                "Give three photos each of two labels: choose photos and press a label’s key, 1 "
                "to 9,\nor drag them onto a label at the left. From then on the program suggests."
            )
        if readiness.is_alone:
            return self.tr(
                "One label has enough examples: it is told from photos without a label.\n"
                "Three photos of a second label would sharpen it."
            )
        return self.tr(
            "Four methods are compared on your examples, and you are told how often the chosen "
            "one is right.\nNothing happens to your photos."
        )

    def _lay_out(self) -> None:
        self._empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        column = QVBoxLayout(self)
        column.setSpacing(2 * GRID_PX)
        column.addStretch(2)
        column.addWidget(self._empty)
        column.addLayout(row_of(None, self.rows, None))
        column.addLayout(row_of(None, self.teach, None))
        column.addStretch(3)


class ReadinessRows(QWidget):
    """A line for each label: a dot for each example that it needs, filled where it has one."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._rows: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.update)

    def show_readiness(self, readiness: Readiness) -> None:
        """Those that are nearest to enough first, as they need a person's help."""
        waiting = [(label.name, LEAST_EXAMPLES - more) for label, more in readiness.waiting]
        taught = [(label.name, count) for label, count in readiness.taught]
        self._rows = [*waiting, *taught][:_MOST_ROWS]
        self.setVisible(bool(self._rows))
        self.setAccessibleName("\n".join(self.texts))
        self.updateGeometry()
        self.update()

    @property
    def texts(self) -> list[str]:
        """`boots: 2 of 3`"""
        return [f"{name}: {self._told(count)}" for name, count in self._rows]

    def sizeHint(self) -> QSize:
        return QSize(56 * GRID_PX, len(self._rows) * _ROW_PX)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for at, (name, count) in enumerate(self._rows):
            self._draw(painter, QRectF(0, at * _ROW_PX, self.width(), _ROW_PX), name, count)
        painter.end()

    def _draw(self, painter: QPainter, row: QRectF, name: str, count: int) -> None:
        dots_px = LEAST_EXAMPLES * 2 * GRID_PX
        side = (row.width() - dots_px) / 2 - GRID_PX
        left, right = QRectF(row), QRectF(row)
        left.setWidth(side)
        right.setLeft(row.right() - side)
        painter.setPen(self._theme.colour("text"))
        short = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, int(side))
        painter.drawText(left, _Align.AlignRight | _Align.AlignVCenter, short)
        painter.setPen(self._theme.colour("secondary"))
        painter.drawText(right, _Align.AlignLeft | _Align.AlignVCenter, self._told(count))
        painter.setPen(Qt.PenStyle.NoPen)
        for at in range(LEAST_EXAMPLES):
            painter.setBrush(self._theme.colour("accent" if at < count else "pressed"))
            dot = QRectF(0, 0, _DOT_PX, _DOT_PX)
            dot.moveCenter(row.center())
            painter.drawEllipse(dot.translated((at - (LEAST_EXAMPLES - 1) / 2) * 2 * GRID_PX, 0))

    def _told(self, count: int) -> str:
        told = self.tr("enough") if count >= LEAST_EXAMPLES else self.tr("{count} of {enough}")
        return told.format(count=grouped(count), enough=grouped(LEAST_EXAMPLES))
