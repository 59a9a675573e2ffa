"""How well each label is told, as a table to sort and to copy."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QCoreApplication

from lookalike.gui.evaluation.figure_rows import FigureRows
from lookalike.gui.translations import grouped, percent_text
from lookalike.library.teaching.taught import LabelScore
from lookalike.photos import LabelId

translate = QCoreApplication.translate


class ScoreRows(FigureRows[LabelScore]):
    """One row for each label."""

    def __init__(self) -> None:
        super().__init__()
        self._names: Mapping[LabelId, str] = {}
        self.headings = (
            self.tr("Label"),
            self.tr("Examples"),
            self.tr("Precision"),
            self.tr("Recall"),
            self.tr("F1"),
        )

    def show_scores(self, scores: Sequence[LabelScore], names: Mapping[LabelId, str]) -> None:
        self._names = names
        self.show(scores)

    def text(self, row: LabelScore, column: int) -> str:
        shares = (percent_text(value) for value in _shares(row))
        return (self._name(row), grouped(row.examples), *shares)[column]

    def order(self, row: LabelScore, column: int) -> str | float:
        return (self._name(row), row.examples, *_shares(row))[column]

    def tab_separated(self, numbers: Sequence[int]) -> str:
        """For a spreadsheet, the rows in this order; numbers as programs read them."""
        lines = [[str(heading) for heading in self.headings]]
        for row in (self.shown[number] for number in numbers):
            shares = [f"{value:.3f}" for value in _shares(row)]
            lines.append([" ".join(self._name(row).split()), str(row.examples), *shares])
        return "".join("\t".join(line) + "\n" for line in lines)

    def _name(self, row: LabelScore) -> str:
        return self._names.get(row.label.id, row.label.name)

    def _meanings(self) -> tuple[str, str, str]:
        return (
            translate("ScoreRows", "How many of the photos that are told so are so"),
            translate("ScoreRows", "How many of the photos that are so are told so"),
            translate("ScoreRows", "Both in one: their harmonic mean"),
        )


def _shares(row: LabelScore) -> tuple[float, float, float]:
    """Precision, recall, F1 (van Rijsbergen, "Information Retrieval", 1979)."""
    precision, recall = float(row.precision), float(row.recall)
    both = precision + recall
    return precision, recall, 2 * precision * recall / both if both else 0.0
