"""The keys of the page, on a sheet over it."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lookalike.gui.layers.layer_panel import heading
from lookalike.gui.theme import GRID_PX, Theme

Line = tuple[Sequence[str], str]
Group = tuple[str, Sequence[Line]]
_DIMNESS = 0.6


class LayerHelp(QWidget):
    """Over all of the page it is given; any click, Esc or ? puts it away."""

    closed = Signal()

    def __init__(self, theme: Theme, page: QWidget) -> None:
        super().__init__(page)
        self._page = page
        self._theme = theme
        self.setAccessibleName(self.tr("Keys"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._card = QFrame()
        self._card.setObjectName("layer_help")
        self.columns = self._columns()
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()
        self.hide()
        page.installEventFilter(self)

    def open(self) -> None:
        self.setGeometry(self._page.rect())
        self.raise_()
        self.show()
        self.setFocus()

    def put_away(self) -> None:
        if self.isVisibleTo(self._page):
            self.hide()
            self.closed.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize:
            self.setGeometry(self._page.rect())
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """No key reaches the page beneath."""
        if event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Question):
            self.put_away()
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.put_away()

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        dim = self._theme.colour("grid")
        dim.setAlphaF(_DIMNESS)
        painter.fillRect(self.rect(), dim)
        painter.end()

    def _columns(self) -> Sequence[Sequence[Group]]:
        units = [
            (("←", "→", "↑", "↓"), self.tr("From unit to unit")),
            (("H", "J", "K", "L"), self.tr("The same, without the arrows")),
            (("Z",), self.tr("One unit large")),
            (("S",), self.tr("Patterns in place of maps")),
            (("T", "Shift+T"), self.tr("Gamma, boost")),
        ]
        pixels = [
            (("B",), self.tr("Next method")),
            (("D",), self.tr("Freeze what is asked about")),
            (("8",), self.tr("Class labels")),
        ]
        return (
            (
                (self.tr("Units"), units),
                (self.tr("Layers"), [(("U", "O"), self.tr("Layer before, layer after"))]),
            ),
            (
                (self.tr("Back to the pixels"), pixels),
                (self.tr("Photos"), [(("PgUp", "PgDn"), self.tr("Photo before, photo after"))]),
                (
                    self.tr("This page"),
                    [
                        (("F5",), self.tr("A tour of the layers")),
                        (("?",), self.tr("These keys")),
                        (("Esc",), self.tr("Back")),
                    ],
                ),
            ),
        )

    def _dress(self) -> None:
        colours = self._theme.colours
        self._card.setStyleSheet(
            f"QFrame#layer_help {{ background: {colours.raised}; "
            f"border: 1px solid {colours.line}; border-radius: 8px; }}"
        )

    def _lay_out(self) -> None:
        card = QVBoxLayout(self._card)
        card.setContentsMargins(*[2 * GRID_PX] * 4)
        card.setSpacing(2 * GRID_PX)
        title = QLabel(self.tr("Keys"))
        title.setProperty("rank", "title")
        card.addWidget(title)
        columns = QHBoxLayout()
        columns.setSpacing(3 * GRID_PX)
        for groups in self.columns:
            columns.addLayout(_column(groups))
        card.addLayout(columns)
        outer = QVBoxLayout(self)
        outer.addWidget(self._card, 0, Qt.AlignmentFlag.AlignCenter)


def _column(groups: Sequence[Group]) -> QGridLayout:
    """One grid for all of its groups, so that what the keys do stands in line."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * GRID_PX)
    grid.setVerticalSpacing(GRID_PX)
    for name, lines in groups:
        if grid.count():
            grid.setRowMinimumHeight(grid.rowCount(), GRID_PX)
        grid.addWidget(heading(name), grid.rowCount(), 0, 1, 2)
        for keys, what in lines:
            row = grid.rowCount()
            grid.addLayout(_caps(keys), row, 0)
            grid.addWidget(QLabel(what), row, 1)
    grid.setRowStretch(grid.rowCount(), 1)
    return grid


def _caps(keys: Sequence[str]) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GRID_PX // 2)
    for key in keys:
        cap = QLabel(key, alignment=Qt.AlignmentFlag.AlignCenter)
        cap.setProperty("rank", "best")
        cap.setMinimumWidth(3 * GRID_PX)
        row.addWidget(cap)
    row.addStretch()
    return row
