"""The table of an evaluation as text for other programs; numbers as programs read them."""

from collections.abc import Sequence

from lookalike.gui.evaluation.evaluation_view import DIGITS, EvaluatedWay
from lookalike.library.evaluation.evaluation import Figure

_FIGURES = ("P@1", "P@10", "mAP")


def tab_separated(ways: Sequence[EvaluatedWay]) -> str:
    """For a spreadsheet: each number in a cell of its own."""
    ends = [f"{name}{end}" for name in _FIGURES for end in ("", " low", " high")]
    lines = [["Space", "Distance", *ends, "Queries"]]
    for way in ways:
        told = [(figure.value, figure.low, figure.high) for figure in way.figures]
        numbers = [_number(each) for figure in told for each in figure]
        lines.append([way.space, way.distance, *numbers, str(way.evaluation.queries)])
    return "".join("\t".join(_one_line(cell) for cell in line) + "\n" for line in lines)


def markdown(ways: Sequence[EvaluatedWay]) -> str:
    """For a text: the intervals in brackets."""
    lines = [
        ["Space", "Distance", *_FIGURES, "Queries"],
        ["---", "---", *["---:"] * (len(_FIGURES) + 1)],
    ]
    for way in ways:
        figures = [_with_interval(figure) for figure in way.figures]
        lines.append([way.space, way.distance, *figures, str(way.evaluation.queries)])
    told = ([_one_line(cell).replace("|", r"\|") for cell in line] for line in lines)
    return "".join(f"| {' | '.join(cells)} |\n" for cells in told)


def _with_interval(figure: Figure) -> str:
    return f"{_number(figure.value)} ({_number(figure.low)}–{_number(figure.high)})"


def _number(value: float) -> str:
    return f"{value:.{DIGITS}f}"


def _one_line(cell: str) -> str:
    """A name may hold anything, and must not end its cell."""
    return " ".join(cell.split())
