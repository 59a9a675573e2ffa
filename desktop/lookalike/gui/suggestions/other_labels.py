"""What a photo may be instead of what was suggested, and which key says so."""

from collections.abc import Sequence

from lookalike.gui.suggestions.label_rows import LabelRow
from lookalike.gui.suggestions.suggestion_work import KnownLabel
from lookalike.library.teaching.taught import Suggestion

_KEYS = range(1, 10)


def label_keys(labels: Sequence[KnownLabel]) -> dict[int, KnownLabel]:
    """A label's own key; those that are left go to the first others, by name."""
    keys = {each.label.key: each for each in labels if each.label.key}
    left = [key for key in _KEYS if key not in keys]
    others = [each for each in labels if not each.label.key]
    given = {**keys, **dict(zip(left, others, strict=False))}
    return {key: given[key] for key in sorted(given)}


def other_labels(
    suggestion: Suggestion, labels: Sequence[KnownLabel]
) -> tuple[list[LabelRow], list[LabelRow]]:
    """The likeliest first, and then those with a key; and all the rest, by name."""
    likely = {label.id: probability for label, probability in suggestion.others}
    keys = {known.label.id: key for key, known in label_keys(labels).items()}
    names = {
        known.label.id: known.name for known in labels if known.label.id != suggestion.label.id
    }
    offered = [each for each in dict.fromkeys((*likely, *keys)) if each in names]
    rows = [LabelRow(each, names[each], keys.get(each), likely.get(each)) for each in offered]
    rest = [LabelRow(each, name) for each, name in names.items() if each not in offered]
    return rows, rest
