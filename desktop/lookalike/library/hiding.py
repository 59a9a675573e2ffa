"""A picture whose parts can be hidden, for spaces that do not tell what each part adds.

Zeiler and Fergus, "Visualizing and understanding convolutional networks", ECCV 2014, section 4.2.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy as np

from lookalike.library.contributions import Grid, cosine
from lookalike.library.explanation import Bytes, Mask, Raw
from lookalike.library.library import Library
from lookalike.library.looking import look_of
from lookalike.library.questions import Example
from lookalike.library.shown_picture import name_of, show
from lookalike.library.spaces import example_thumbnail, vector_of
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
            kept = ~spread(hidden, shown.inputs.shape[1:])
            return index.project(embedder.embed([shown.inputs * kept])[0])

        return HideableSight(name, shown.pixels, vector, embed, shown.note)
    pixels = example_thumbnail(library, example)
    look, ground = look_of(space, library.manifest(), library.probe), pixels.mean(axis=(0, 1))

    def describe(hidden: Mask) -> Raw:
        painted = pixels.copy()
        painted[spread(hidden, pixels.shape[:2])] = np.rint(ground)
        return index.project(look(painted))

    return HideableSight(name, pixels, vector, describe)


def spread(cells: Mask, size: tuple[int, ...]) -> Mask:
    """The cells of a grid as the pixels (height, width) that they cover."""
    rows, columns = (
        np.arange(length) * count // length for length, count in zip(size, cells.shape, strict=True)
    )
    return np.asarray(cells[rows[:, np.newaxis], columns])
