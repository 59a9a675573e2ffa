"""Which labels a quick box offers for what was typed, and what Enter would do."""

from collections.abc import Sequence
from dataclasses import dataclass

from lookalike.library.filters.folding import fold
from lookalike.library.labels.labelling import LabelNode
from lookalike.photos import LabelId

MOST = 200


@dataclass(frozen=True, slots=True)
class LabelChoice:
    """One line: a label that there is, or one that would be made.

    Args:
        label_id: None for a label that would be made.
        has_it: True where all chosen photos have it, None where some do.
    """

    path: str
    label_id: LabelId | None = None
    key: int | None = None
    has_it: bool | None = False


def label_choices(typed: str, by_use: Sequence[LabelNode]) -> list[LabelChoice]:
    """The labels that fit, those first that begin so; then the one that would be made.

    Args:
        by_use: all labels, the last used first.
    """
    path = _tidy(typed)
    fitting = [node for node in by_use if fold(path) in fold(node.path)]
    fitting.sort(key=lambda node: _rank(node, fold(path)))
    choices = [LabelChoice(node.path, node.label.id, node.label.key) for node in fitting[:MOST]]
    is_there = any(choice.path.casefold() == path.casefold() for choice in choices)
    return choices if is_there or not path else [*choices, LabelChoice(path)]


def likely_choice(typed: str, choices: Sequence[LabelChoice]) -> int:
    """Which one Enter takes unless another is pointed at; -1 for none."""
    wanted = fold(_tidy(typed))
    if not wanted or not choices:
        return -1
    first = choices[0]
    begins = fold(first.path).startswith(wanted) or _name(first.path).startswith(wanted)
    return 0 if begins else len(choices) - 1


def _rank(node: LabelNode, wanted: str) -> int:
    """Exactly, at the beginning, at the beginning of the name, anywhere."""
    path, name = fold(node.path), _name(node.path)
    if wanted in (path, name):
        return 0
    if path.startswith(wanted):
        return 1
    return 2 if name.startswith(wanted) else 3


def _name(path: str) -> str:
    return fold(path.rpartition("/")[2])


def _tidy(typed: str) -> str:
    """Without what is empty between slashes."""
    return "/".join(part.strip() for part in typed.split("/") if part.strip())
