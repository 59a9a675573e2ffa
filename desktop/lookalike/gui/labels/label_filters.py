"""The filters that let the photos of labels through, as they stand in the filter box."""

from collections.abc import Iterator, Mapping

from lookalike.library.filters.completing import quoted
from lookalike.library.filters.folding import fold
from lookalike.library.labels.label_words import NO_LABEL
from lookalike.photos import LabelId


def label_filters(paths: Mapping[LabelId, str]) -> dict[LabelId, str]:
    """For each label, by its path: with a slash before it where another one's path ends so."""
    ends = {end for path in paths.values() for end in _ends(fold(path))} | {NO_LABEL}
    return {
        label_id: f"label:{quoted(f'/{path}' if fold(path) in ends else path)}"
        for label_id, path in paths.items()
    }


def album_filter(label_filter: str) -> str:
    """What else its living album found is let through too."""
    return "album:" + label_filter.removeprefix("label:")


def _ends(path: str) -> Iterator[str]:
    """`b/c` and `c` for `a/b/c`."""
    while "/" in path:
        path = path.partition("/")[2]
        yield path
