"""Shows what a file action would do, before it does anything."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from lookalike.gui.file_words import FileWords, size_text
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.row_list import RowList
from lookalike.gui.panels.row_of import row_of
from lookalike.gui.panels.row_table import RowTable
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.library.files.file_plan import FileKind, FilePlan, PlannedFile, Standing

_NAME, _NOTE, _SIZE, _FOLDER, _INTO = range(5)
_MOST_ROWS_SHOWN = 9


class FilePreview(QDialog):
    """Carries what the person wants done, with their answer to taken names, in `confirmed`."""

    confirmed = Signal(object)

    def __init__(self, plan: FilePlan, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowTitle(self.tr("Preview"))
        self._theme = theme
        self._words = FileWords(self)
        self.plan = plan
        self._title = WrappedLabel()
        self._title.setProperty("rank", "title")
        self._facts = ElidedLabel()
        self._facts.setProperty("tone", "secondary")
        self._sentences = QVBoxLayout()
        self._sentences.setSpacing(GRID_PX)
        self._lines: list[QWidget] = []
        self._said: list[WrappedLabel] = []
        self.keep_both = QRadioButton(self.tr("Keep both, with a number in the name"))
        self.skip = QRadioButton(self.tr("Leave them out"))
        self._question = self._conflict_question()
        self.rows = PlanRows(self)
        self.table = RowTable(self.rows, self.tr("Files"))
        self.go = QPushButton()
        self.go.setProperty("main", True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._lay_out()
        self._connect()
        self._show()
        (self.go if self.go.isEnabled() else self._buttons).setFocus()

    @property
    def sentences(self) -> list[str]:
        """What is said above the table."""
        return [label.plain_text for label in self._said]

    @property
    def texts(self) -> tuple[str, str]:
        """The heading, and the line below it."""
        return self._title.plain_text, self._facts.text()

    def _answer(self) -> None:
        self.plan = self.plan.with_both_kept(self.keep_both.isChecked())
        self._show()

    def _confirm(self) -> None:
        self.confirmed.emit(self.plan)
        self.accept()

    def _show(self) -> None:
        plan = self.plan
        self._title.show_text(self._words.heading(plan))
        self._facts.setText(self._facts_of(plan))
        self._show_sentences(plan)
        self.rows.show_plan(plan)
        self.table.setColumnHidden(_NOTE, not (plan.left_out or plan.conflicts))
        self.table.setColumnHidden(_INTO, not any(self.rows.text(row, _INTO) for row in plan.files))
        self.go.setText(self._words.command(plan.kind, len(plan.to_do) or len(plan.files)))
        self.go.setEnabled(plan.obstacle is None)
        self.go.setDefault(plan.obstacle is None)

    def _facts_of(self, plan: FilePlan) -> str:
        told = [str(plan.destination)] if plan.destination else []
        told.append(size_text(plan.total_bytes))
        if plan.free_bytes is not None and plan.bytes_to_write:
            free = self.tr("{size} free").format(size=size_text(plan.free_bytes))
            told.append(free)
        return " · ".join(told)

    def _show_sentences(self, plan: FilePlan) -> None:
        for line in self._lines:
            self._sentences.removeWidget(line)
            line.deleteLater()
        self._lines, self._said = [], []
        in_the_way = self._words.obstacle(plan)
        warnings = ([in_the_way] if in_the_way else []) + self._words.cautions(plan)
        for kind, texts in (("warning", warnings), ("info", self._words.notes(plan))):
            for text in texts:
                self._say(kind, text)

    def _say(self, kind: str, text: str) -> None:
        colour = "warning" if kind == "warning" else "secondary"
        picture = self._theme.picture(kind, 20, colour, self.devicePixelRatioF())
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX)
        row.addWidget(QLabel(pixmap=picture), 0, Qt.AlignmentFlag.AlignTop)
        said = WrappedLabel(text)
        row.addWidget(said, 1)
        self._sentences.addWidget(line)
        self._lines.append(line)
        self._said.append(said)

    def _conflict_question(self) -> QWidget:
        count = self.plan.conflicts
        question = QWidget()
        asked = QLabel(self.tr("%Ln name(s) are taken.", "", count))
        answers = QButtonGroup(question)
        for answer in (self.keep_both, self.skip):
            answers.addButton(answer)
        self.keep_both.setChecked(self.plan.keeps_both)
        self.skip.setChecked(not self.plan.keeps_both)
        row = row_of(asked, self.keep_both, self.skip, None)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2 * GRID_PX)
        question.setLayout(row)
        question.setVisible(count > 0)
        return question

    def _connect(self) -> None:
        self.keep_both.toggled.connect(lambda _: self._answer())
        self.go.clicked.connect(lambda _: self._confirm())
        self._buttons.rejected.connect(self.reject)

    def _lay_out(self) -> None:
        self._buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        self.table.setSortingEnabled(False)
        for column, width in ((_NAME, 216), (_NOTE, 240), (_SIZE, 88), (_FOLDER, 216)):
            self.table.setColumnWidth(column, width)
        rows = min(len(self.plan.files), _MOST_ROWS_SHOWN)
        row_px = self.table.verticalHeader().defaultSectionSize()
        self.table.setMinimumHeight(4 * row_px)
        page = QVBoxLayout(self)
        page.setContentsMargins(*[3 * GRID_PX] * 4)
        page.setSpacing(GRID_PX)
        page.addWidget(self._title)
        page.addWidget(self._facts)
        page.addSpacing(GRID_PX)
        page.addLayout(self._sentences)
        page.addWidget(self._question)
        page.addSpacing(GRID_PX)
        page.addWidget(self.table, 1)
        page.addSpacing(GRID_PX)
        page.addWidget(self._buttons)
        self.setMinimumWidth(60 * GRID_PX)
        self.resize(92 * GRID_PX, 32 * GRID_PX + rows * row_px)


class PlanRows(RowList[PlannedFile]):
    """The files of a plan, those first that something is to be said about."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__((_SIZE,), parent)
        names = (self.tr("Name"), self.tr("Note"), self.tr("Size"), self.tr("Folder"))
        self.headings = (*names, self.tr("Goes Into"))
        self._words = FileWords(self)
        self._plan = FilePlan(FileKind.COPY, None, ())

    def show_plan(self, plan: FilePlan) -> None:
        self._plan = plan
        self.show(sorted(plan.files, key=lambda file: file.standing is Standing.CLEAR))

    def text(self, row: PlannedFile, column: int) -> str:
        if column == _NAME:
            return row.source.name
        if column == _NOTE:
            return self._words.what_happens(row, self._plan)
        if column == _SIZE:
            return size_text(row.size_bytes) if row.size_bytes else ""
        return str(row.source.parent) if column == _FOLDER else self._subfolder(row)

    def _subfolder(self, row: PlannedFile) -> str:
        """Of the destination; empty for itself."""
        place = self._plan.destination
        if not (row.target and place) or row.target.parent == place:
            return ""
        return str(row.target.parent.relative_to(place))
