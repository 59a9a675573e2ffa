"""Asks how a contact sheet is to look."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.contact_sheet import Paper, SheetChoices, sheet_plan
from lookalike.gui.theme import GRID_PX

_MOST_COLUMNS = 12


class SheetOptions(QDialog):
    """Carries the SheetChoices in `chosen`; the place to write to is asked for after that."""

    chosen = Signal(object)

    def __init__(
        self,
        choices: SheetChoices,
        photos: int,
        *,
        has_percent: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Contact Sheet"))
        self._photos = photos
        self.title = QLineEdit(choices.title)
        self.paper = QComboBox()
        for paper, name in self._papers().items():
            self.paper.addItem(name, paper)
        self.paper.setCurrentIndex(self.paper.findData(choices.paper))
        self.columns = QSpinBox(minimum=1, maximum=_MOST_COLUMNS, value=choices.columns)
        self.percent = QCheckBox(self.tr("With the similarity of each photo"))
        self.percent.setChecked(choices.with_percent)
        self.percent.setVisible(has_percent)
        self._pages = QLabel()
        self._pages.setProperty("tone", "secondary")
        self._lay_out()
        self.paper.currentIndexChanged.connect(lambda _: self._show_pages())
        self.columns.valueChanged.connect(lambda _: self._show_pages())
        self._show_pages()

    @property
    def choices(self) -> SheetChoices:
        return SheetChoices(
            self.title.text().strip(),
            Paper(self.paper.currentData()),
            self.columns.value(),
            self.percent.isChecked(),
        )

    @property
    def pages_text(self) -> str:
        return self._pages.text()

    def accept(self) -> None:
        self.chosen.emit(self.choices)
        super().accept()

    def _papers(self) -> dict[Paper, str]:
        return {
            Paper.A4: self.tr("A4, 210 × 297 mm"),
            Paper.LETTER: self.tr("Letter, 8.5 × 11 in"),
            Paper.SCREEN: self.tr("Screen, 16:9"),
        }

    def _show_pages(self) -> None:
        photos = self.tr("%Ln photo(s)", "", self._photos)
        count = sheet_plan(self.choices).pages(self._photos)
        pages = self.tr("on %Ln page(s)", "", count)
        self._pages.setText(f"{photos} {pages}")

    def _lay_out(self) -> None:
        go = QPushButton(self.tr("Export…"))
        go.setProperty("main", True)
        go.setDefault(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        form.setSpacing(GRID_PX)
        form.setHorizontalSpacing(2 * GRID_PX)
        form.addRow(self.tr("Title"), self.title)
        form.addRow(self.tr("Paper"), self.paper)
        form.addRow(self.tr("Columns"), self.columns)
        form.addRow("", self.percent)
        form.addRow("", self._pages)
        heading = QLabel(self.tr("Export a Contact Sheet"))
        heading.setProperty("rank", "title")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[3 * GRID_PX] * 4)
        column.setSpacing(2 * GRID_PX)
        column.addWidget(heading)
        column.addLayout(form)
        column.addWidget(buttons)
        self.setMinimumWidth(52 * GRID_PX)
