"""Explains a match: which parts and which units make two pictures alike.

Where a space is the average of a layer the explanation is exact: the cells of that layer are
compared pair by pair, and all pairs sum to the cosine that the search showed. In all other spaces
parts of each picture are hidden one by one, which is approximate: the explanation says so.
"""

from collections.abc import Iterator, Sequence

import numpy as np

from lookalike.library.drawing.cell_axis import cell_axes
from lookalike.library.library import Library
from lookalike.library.search.questions import Example
from lookalike.library.search.spaces import find_space, prior_centre
from lookalike.library.why.cell_sight import CellSight, averaged_layer, see_in_cells
from lookalike.library.why.contributions import (
    Exact,
    Grid,
    cosine,
    pair_shares,
    strongest_links,
    unit_shares,
)
from lookalike.library.why.explanation import (
    ExplainedPicture,
    Explanation,
    Left,
    Link,
    UnitShare,
    partners,
    without,
)
from lookalike.library.why.hiding import HideableSight, see_with_parts_hidden
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.networks.manifest import Layer
from lookalike.networks.views.occlusion import GRIDS
from lookalike.progress import Progress

__all__ = [
    "ExplainedPicture",
    "Explanation",
    "Left",
    "Link",
    "UnitShare",
    "explain",
    "explain_step_by_step",
    "partners",
    "without",
]

MOST_LINKS = 12
MOST_UNITS = 5
_EXACT = "Exact: the parts of each picture, and the units, sum to the cosine of the two."
_APPROXIMATE = (
    "Approximate: a part counts by how much the likeness falls when it is painted over, so the "
    "parts do not sum to it."
)


def explain(
    library: Library,
    query: Example,
    match: Example,
    by: str = "content",
    progress: Progress | None = None,
) -> Explanation:
    """Why two pictures are alike in a space; the last of `explain_step_by_step`."""
    *_, explanation = explain_step_by_step(library, query, match, by, progress or Progress())
    return explanation


def explain_step_by_step(
    library: Library, query: Example, match: Example, by: str, progress: Progress
) -> Iterator[Explanation]:
    """The same, where it takes longer a coarse one first. Either picture may be any picture.

    Raises:
        PhotoUnreadable: one of the two is not a picture.
        NothingToSearch: there is no such space, no photo has been looked at in it yet, or a photo
            is in the library no more.
        NetworkUnusable: the network cannot be used.
        Cancelled: the person asked to stop.
    """
    space = find_space(library, by)
    index = library.indexes.current(space, prior_centre(library, space))
    layer = averaged_layer(library.manifest(), space)
    progress.step(0, None, "Looking at both pictures")
    if layer:
        one = see_in_cells(library, index, space, layer, query)
        progress.check()
        other = see_in_cells(library, index, space, layer, match) if one else None
        if one and other:
            yield _by_cells(by, index, layer, one, other)
            return
    sights = [see_with_parts_hidden(library, index, space, each) for each in (query, match)]
    yield from _by_hiding(by, index, sights, progress)


def _by_cells(
    by: str, index: VectorIndex, layer: Layer, query: CellSight, match: CellSight
) -> Explanation:
    pairs = pair_shares(query.cells, match.cells)
    one, other = (
        ExplainedPicture(
            sight.name,
            sight.pixels,
            pairs.sum(axis=axis).reshape(sight.grid),
            sight.axes,
            sight.cells.mean(axis=0),
            sight.vector_without,
            sight.note,
        )
        for sight, axis in ((query, 1), (match, 0))
    )
    projection = index.projection
    shares = unit_shares(
        query.raw - projection.centre, match.raw - projection.centre, projection.components
    )
    alike = cosine(one.vector, other.vector)
    return Explanation(
        space=by,
        method="exact",
        query=one,
        match=other,
        cosine=alike,
        similarity=float(index.calibration().similarity(1 - alike)),
        sentence=_EXACT,
        pairs=pairs,
        links=_links(pairs, query.grid, match.grid),
        units=_strongest_units(layer, shares),
        unit_shares=shares,
        layer=layer.name,
        scale=index.calibration(),
    )


def _links(pairs: Exact, one: Grid, other: Grid) -> tuple[Link, ...]:
    return tuple(
        Link(divmod(begin, one[1]), divmod(end, other[1]), float(pairs[begin, end]))
        for begin, end in strongest_links(pairs, one, other, MOST_LINKS)
    )


def _strongest_units(layer: Layer, shares: Exact) -> tuple[UnitShare, ...]:
    best = np.argsort(-shares, kind="stable")[:MOST_UNITS].tolist()
    return tuple(UnitShare(layer.name, unit, float(shares[unit])) for unit in best)


def _by_hiding(
    by: str, index: VectorIndex, sights: Sequence[HideableSight], progress: Progress
) -> Iterator[Explanation]:
    done, total = 0, 2 * sum(rows * columns for rows, columns in GRIDS)
    for grid in GRIDS:
        pictures = []
        for sight, other in zip(sights, reversed(sights), strict=True):
            drops = []
            for drop in sight.drops(other.vector, grid):
                progress.step(done, total, "Hiding parts of the pictures")
                drops.append(drop)
                done += 1
            pictures.append(_hidden(sight, np.array(drops).reshape(grid)))
        yield _approximate(by, index, *pictures)
    progress.step(total, total, "Hiding parts of the pictures")


def _hidden(sight: HideableSight, drops: Exact) -> ExplainedPicture:
    grid = (drops.shape[0], drops.shape[1])
    return ExplainedPicture(
        sight.name,
        sight.pixels,
        drops,
        cell_axes(grid, grid, None),
        sight.vector,
        sight.vector_without,
        sight.note,
    )


def _approximate(
    by: str, index: VectorIndex, query: ExplainedPicture, match: ExplainedPicture
) -> Explanation:
    alike = cosine(query.vector, match.vector)
    return Explanation(
        space=by,
        method="occlusion",
        query=query,
        match=match,
        cosine=alike,
        similarity=float(index.calibration().similarity(1 - alike)),
        sentence=_APPROXIMATE,
        pairs=None,
        links=(),
        units=(),
        unit_shares=np.zeros(0),
        layer="",
        scale=index.calibration(),
    )
