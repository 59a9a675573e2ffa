"""The tables of previews: labels that would be given, and sidecars that would be written."""

from collections.abc import Sequence

from PySide6.QtCore import QObject

from lookalike.gui.labels.transfer_words import TransferWords
from lookalike.gui.library_words import said
from lookalike.gui.panels.row_list import RowList
from lookalike.gui.translations import grouped
from lookalike.library.labels.label_sources import LabelPlan
from lookalike.library.labels.sidecars import PlannedSidecar, SidecarPlan, SidecarStanding

_LABEL, _PHOTOS, _NEW = range(3)
_FILE, _LABELS, _STANDING = range(3)


class PlannedLabels(RowList[str]):
    """The labels of a plan, by path."""

    widths: Sequence[int] = (320, 96)

    def __init__(self, plan: LabelPlan, parent: QObject | None = None) -> None:
        super().__init__((_PHOTOS,), parent)
        self.headings = (self.tr("Label"), self.tr("Photos"), "")
        self._plan = plan
        self._new = set(plan.new_labels)
        self.show(list(plan.given))

    def text(self, row: str, column: int) -> str:
        if column == _LABEL:
            return row
        if column == _PHOTOS:
            return grouped(len(self._plan.given[row]))
        return self.tr("New") if row in self._new else ""


class PlannedSidecars(RowList[PlannedSidecar]):
    """The sidecars of a plan, those first that something is to be said about."""

    widths: Sequence[int] = (240, 180)

    def __init__(self, plan: SidecarPlan, parent: QObject | None = None) -> None:
        super().__init__((), parent)
        self.headings = (self.tr("Sidecar"), self.tr("Labels"), self.tr("Note"))
        self._words = TransferWords()
        usual = (SidecarStanding.NEW, SidecarStanding.CHANGED)
        self.show(sorted(plan.files, key=lambda file: file.standing in usual))

    def text(self, row: PlannedSidecar, column: int) -> str:
        if column == _FILE:
            return row.file.name
        if column == _LABELS:
            return ", ".join(row.keywords)
        return said(row.reason) or self._words.standing(row.standing)
