"""A picture as the cells of a layer whose average is its vector in a space."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NetworkUnusable
from lookalike.library.drawing.cell_axis import CellAxis, cell_axes
from lookalike.library.library import Library
from lookalike.library.search.looking import LAYER_PREFIX
from lookalike.library.search.questions import Example
from lookalike.library.search.spaces import vector_of
from lookalike.library.why.contributions import Grid, averaged_into
from lookalike.library.why.explanation import Bytes, Exact, Mask, Raw
from lookalike.library.why.shown_picture import ShownPicture, name_of, show
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.networks.manifest import Layer, Manifest
from lookalike.networks.preprocess import Prepared
from lookalike.photos import Space

# Finer maps are averaged into so many cells a side: pairs of all their cells are too many to hold,
# and to look at.
MOST_CELLS = 14
# What 8-bit networks and the float16 of the catalog differ by is far below it, and what another
# way to pool gives is far above.
_MOST_APART = 0.1
_CHANGED = "Its file was changed since it was brought in: the parts are those of the file now."


@dataclass(frozen=True, slots=True, eq=False)
class CellSight:
    """One picture.

    Args:
        name: of its file; empty where it has none.
        pixels: (h, w, 3), the square that the network sees.
        raw: (d,), its vector in the space.
        cells: (n, r), what the index compares of each cell, row by row: exactly its vector in
            their mean.
        note: for a person, or empty.
    """

    name: str
    pixels: Bytes
    raw: Raw
    cells: Exact
    grid: Grid
    axes: tuple[CellAxis, CellAxis]
    note: str

    def vector_without(self, taken: Mask) -> Exact:
        """The mean of the cells that are left; some have to be."""
        return np.asarray(self.cells[~taken.ravel()].mean(axis=0))


def averaged_layer(manifest: Manifest, space: Space) -> Layer | None:
    """The layer that the vectors of a space should be averages of; None where it has none."""
    name = space.name.removeprefix(LAYER_PREFIX)
    if space.name == "content":
        name = manifest.embedding.layer
    return next((layer for layer in manifest.layers if layer.name == name), None)


def see_in_cells(
    library: Library, index: VectorIndex, space: Space, layer: Layer, example: Example
) -> CellSight | None:
    """The cells of an example; None where its vector turns out to be no average of them.

    Raises:
        PhotoUnreadable: it is not a picture.
        NothingToSearch: it is a photo that the library has no more.
        NetworkUnusable: the network fails.
    """
    raw = vector_of(library, space, example)
    shown = show(library, space, example)
    summed = library.manifest().embedding.summed if space.name == "content" else None
    tensor = summed or layer.tensor
    maps = library.probe(tensor).run(shown.inputs[np.newaxis])[tensor][0]
    if summed:
        maps = maps * maps[0].size
    if maps.ndim != 3 or len(maps) != len(raw):
        return None
    means, note = maps.mean(axis=(1, 2)), shown.note
    if _is_apart(raw, means):
        # Either the network does not average, or the picture is not what it was.
        if space.name == "content" and _is_apart(_fresh(library, shown.inputs), means):
            return None
        note = note or _CHANGED
    return _sight(library, index, layer, maps, raw, shown, name_of(library, example), note)


def _sight(
    library: Library,
    index: VectorIndex,
    layer: Layer,
    maps: NDArray[np.float32],
    raw: Raw,
    shown: ShownPicture,
    name: str,
    note: str,
) -> CellSight:
    blocks = averaged_into(maps, MOST_CELLS)
    grid = (blocks.shape[1], blocks.shape[2])
    cells = index.project(blocks.reshape(len(blocks), -1).T.astype(np.float32))
    # What the catalog rounded is spread evenly: the cells average to what the search compared.
    exact = cells + (index.project(raw) - cells.mean(axis=0, dtype=np.float64))
    axes = _axes(library, layer, (maps.shape[1], maps.shape[2]), grid)
    return CellSight(name, shown.pixels, raw, exact, grid, axes, note)


def _fresh(library: Library, inputs: Prepared) -> NDArray[np.float32]:
    fresh: NDArray[np.float32] = library.embedder().embed([inputs])[0]
    return fresh


def _is_apart(vector: Raw, means: NDArray[np.float32]) -> bool:
    precise = vector.astype(np.float64)
    longest = max(np.linalg.norm(precise), np.linalg.norm(means))
    return bool(np.linalg.norm(precise - means) > _MOST_APART * longest)


def _axes(library: Library, layer: Layer, cells: Grid, grid: Grid) -> tuple[CellAxis, CellAxis]:
    """Where the cells of the grid lie, each of which may be several of the layer's."""
    side_px = library.manifest().input.size_px
    try:
        field = library.inspector().network.layer(layer.name).field
    except NetworkUnusable:  # nothing can be read off its graph: they divide the picture evenly
        field = None
    down, across = cell_axes(cells, (side_px, side_px), field)
    return _coarser(down, grid[0]), _coarser(across, grid[1])


def _coarser(axis: CellAxis, count: int) -> CellAxis:
    ratio = axis.count / count
    return CellAxis(count, axis.first + (ratio - 1) / 2 * axis.step, ratio * axis.step)
