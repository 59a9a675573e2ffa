"""Which labels the words of a filter mean."""

import re
from collections.abc import Iterable, Mapping

from lookalike.library.filters.folding import fold
from lookalike.library.filters.photo_paths import pattern
from lookalike.library.labels.label_tree import LabelTree
from lookalike.photos import Label, LabelId

# In place of a label's name: photos without any.
NO_LABEL = "none"

_Paths = Mapping[LabelId, str]


def labels_meant(tree: LabelTree, text: str, among: Iterable[Label] | None = None) -> set[LabelId]:
    """Labels of this folded name or path, else those with it as a part; with all inside of them.

    A path that begins with a slash is a whole one.
    """
    paths = _paths(tree, tree if among is None else among)
    if text.startswith("/"):
        exact = [id_ for id_, path in paths.items() if f"/{path}" == text]
    else:
        exact = [id_ for id_, path in paths.items() if f"/{path}".endswith(f"/{text}")]
    return _with_those_inside(tree, exact or _having(paths, text))


def labels_having(tree: LabelTree, text: str) -> set[LabelId]:
    """Labels with a folded text in their path, with all inside of them."""
    return _with_those_inside(tree, _having(_paths(tree, tree), text))


def _paths(tree: LabelTree, labels: Iterable[Label]) -> _Paths:
    return {label.id: fold(tree.path(label.id)) for label in labels}


def _having(paths: _Paths, text: str) -> list[LabelId]:
    return [id_ for id_, path in paths.items() if re.search(pattern(text), path)]


def _with_those_inside(tree: LabelTree, ids: Iterable[LabelId]) -> set[LabelId]:
    return {inner.id for id_ in ids for inner in tree.below(id_)}
