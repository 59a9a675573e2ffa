"""Asks in which form labels are to leave the program."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.panels.row_of import row_of
from lookalike.gui.theme import GRID_PX
from lookalike.library.labels.labelling import LabelNode
from lookalike.photos import LabelId


class LabelForm(Enum):
    """What becomes of them."""

    TABLE = auto()
    JSON = auto()
    SIDECARS = auto()
    SIDECARS_ELSEWHERE = auto()
    COPIES = auto()
    LINKS = auto()


@dataclass(frozen=True, slots=True)
class LabelExport:
    """What a person chose.

    Args:
        label_id: only this one and what is inside of it; None for all.
    """

    form: LabelForm
    label_id: LabelId | None = None


class LabelExportOptions(QDialog):
    """Carries the LabelExport in `chosen`; the place to write to is asked for after that."""

    chosen = Signal(object)

    def __init__(self, labels: Sequence[LabelNode], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Export Labels"))
        self.labels = QComboBox()
        self.labels.setMaximumWidth(40 * GRID_PX)
        self.labels.addItem(self.tr("All labels"), None)
        for node in labels:
            self.labels.addItem(node.path, node.label.id)
        self._forms = QButtonGroup(self)
        self._lay_out()

    def form(self, form: LabelForm) -> QRadioButton:
        """The button of a form."""
        button = self._forms.button(form.value)
        assert isinstance(button, QRadioButton)
        return button

    def _choose(self) -> None:
        form = LabelForm(self._forms.checkedId())
        self.accept()
        self.chosen.emit(LabelExport(form, self.labels.currentData()))

    def _described(self) -> dict[LabelForm, tuple[str, str]]:
        return {
            LabelForm.TABLE: (
                self.tr("A table (CSV)"),
                self.tr("For spreadsheets, and to bring labels back in"),
            ),
            LabelForm.JSON: (self.tr("A JSON file"), self.tr("For scripts")),
            LabelForm.SIDECARS: (
                self.tr("XMP sidecars beside the photos"),
                self.tr("Lightroom, digiKam and darktable read them; the photos stay as they are"),
            ),
            LabelForm.SIDECARS_ELSEWHERE: (
                self.tr("XMP sidecars in another folder"),
                self.tr("Where nothing may be written beside the photos"),
            ),
            LabelForm.COPIES: (
                self.tr("A folder of copies for each label"),
                self.tr("To hand photos on"),
            ),
            LabelForm.LINKS: (
                self.tr("A folder of hard links for each label"),
                self.tr("Takes no space, on the same disk only"),
            ),
        }

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(*[3 * GRID_PX] * 4)
        column.setSpacing(GRID_PX)
        which = QLabel(self.tr("Labels:"))
        which.setBuddy(self.labels)
        column.addLayout(row_of(which, self.labels, None))
        column.addSpacing(GRID_PX)
        for form, (name, about) in self._described().items():
            button = QRadioButton(name)
            self._forms.addButton(button, form.value)
            note = QLabel(about)
            note.setProperty("tone", "secondary")
            note.setContentsMargins(3 * GRID_PX - 2, 0, 0, GRID_PX // 2)
            column.addWidget(button)
            column.addWidget(note)
        self.form(LabelForm.TABLE).setChecked(True)
        go = QPushButton(self.tr("Export…"))
        go.setProperty("main", True)
        go.setDefault(True)
        go.clicked.connect(lambda _: self._choose())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.rejected.connect(self.reject)
        column.addSpacing(GRID_PX)
        column.addWidget(buttons)
