"""A picture whose parts can be hidden, for spaces that do not tell what each part adds.

Zeiler and Fergus, "Visualizing and understanding convolutional networks", ECCV 2014, section 4.2.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lookalike.imaging.thumbnails import read_thumbnail
from lookalike.library.library import Library
from lookalike.library.search.looking import look_of
from lookalike.library.search.questions import Example
from lookalike.library.search.spaces import see_example, vector_of
from lookalike.library.why.contributions import Grid, cosine
from lookalike.library.why.explanation import Bytes, Mask, Raw
from lookalike.library.why.shown_picture import name_of, show
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.photos import Space


@dataclass(frozen=True, slots=True, eq=False)
class HideableSight:
    """One picture.

    Args:
        name: of its file; empty where it has none.
        pixels: (h, w, 3), the part of it that is compared.
        vector: (r,), as the index compares it.
        vector_without: the same with some cells of a grid hidden; of any grid.
        note: for a person, or empty.
    """

    name: str
    pixels: Bytes
    vector: Raw
    vector_without: Callable[[Mask], Raw]
    note: str = ""

    def drops(self, towards: Raw, grid: Grid) -> Iterator[float]:
        """How much the cosine to another vector falls with each cell hidden, row by row."""
        whole = cosine(self.vector, towards)
        for cell in np.ndindex(grid):
            hidden = np.zeros(grid, np.bool_)
            hidden[cell] = True
            yield whole - cosine(self.vector_without(hidden), towards)


def see_with_parts_hidden(
    library: Library, index: VectorIndex, space: Space, example: Example
) -> HideableSight:
    """An example in a space.

    Raises:
        PhotoUnreadable: it is not a picture.
        NothingToSearch: it is a photo that the library has no more.
        NetworkUnusable: the network cannot be used, and so where parts are hidden.
    """
    vector = index.project(vector_of(library, space, example))
    name = name_of(library, example)
    if space.name == "content":
        shown, embedder = show(library, space, example), library.embedder()

        def embed(hidden: Mask) -> Raw:
            # A prepared picture's mean is 0, so to take away is to paint grey.
            kept = 1 - covered(hidden, shown.inputs.shape[1:])
            return index.project(embedder.embed([shown.inputs * kept])[0])

        return HideableSight(name, shown.pixels, vector, embed, shown.note)
    look = look_of(space, library.manifest(), library.probe)
    seen = see_example(library, example, look.see)
    ground = seen.mean(axis=(0, 1)) - seen

    def describe(hidden: Mask) -> Raw:
        painted = seen + covered(hidden, seen.shape[:2])[..., np.newaxis] * ground
        return index.project(look.describe(np.rint(painted).astype(np.uint8)))

    pixels = see_example(library, example, read_thumbnail)
    return HideableSight(name, pixels, vector, describe)


def covered(cells: Mask, size: tuple[int, ...]) -> NDArray[np.float32]:
    """How much of each pixel (height, width) lies in the cells of a grid: those on an edge in part,
    so that all cells hide equally much.
    """
    down, across = (_overlaps(*pair) for pair in zip(size, cells.shape, strict=True))
    return np.asarray(down @ cells @ across.T, np.float32)


def _overlaps(pixels: int, cells: int) -> NDArray[np.float32]:
    """How much of each pixel in a row lies in each cell (pixels, cells)."""
    starts, edges = np.arange(pixels)[:, np.newaxis], np.arange(cells + 1) * pixels / cells
    shared = np.minimum(starts + 1, edges[1:]) - np.maximum(starts, edges[:-1])
    return np.asarray(np.clip(shared, 0, 1), np.float32)
