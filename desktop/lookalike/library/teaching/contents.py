"""Every content of a library's ready photos in one space: its vector, and one photo of it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lookalike.library.library import Library
from lookalike.library.search.spaces import prior_centre
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.photos import PhotoId, Space

Numbers = NDArray[np.int64]
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Contents:
    """They are known by their places, 0 to n - 1; copies of one photo have one place.

    Args:
        keys: (n,), ascending: which vector of the catalog.
        photos: (n,): of each the ready photo that came first.
    """

    space: Space
    index: VectorIndex
    keys: Numbers
    photos: Numbers

    def __len__(self) -> int:
        return len(self.keys)

    def vectors(self, places: Numbers) -> Vectors:
        """(m, d), as a search compares them: centred on the library."""
        return self.index.vectors_of(self.keys[places])

    def photo(self, place: int) -> PhotoId:
        return PhotoId(int(self.photos[place]))

    def places_of(self, keys: Numbers) -> Numbers:
        """Of keys, ascending; those that are not among these are left out."""
        return np.flatnonzero(np.isin(self.keys, keys, assume_unique=True))

    def place_of_photo(self, library: Library, photo_id: PhotoId) -> int | None:
        """None for a photo that has not been looked at in this space."""
        content = library.photo(photo_id).content_hash
        keys = library.catalog.embedding_ids_of(self.space, [content] if content else [])
        places = self.places_of(np.array(list(keys.values()), np.int64))
        return int(places[0]) if len(places) else None


def contents_in(library: Library, space: Space) -> Contents:
    """Those of a space; kept until the catalog changes."""
    return library.remembered.get(("contents", space.key), lambda: _contents(library, space))


def _contents(library: Library, space: Space) -> Contents:
    index = library.indexes.current(space, prior_centre(library, space))
    photos, keys = library.catalog.selecting.embedded(space)
    distinct, first = np.unique(keys, return_index=True)
    # What is damaged, or came in after the index was asked, is not in it.
    held = np.isin(distinct, index.keys, assume_unique=True)
    return Contents(space, index, distinct[held], photos[first][held])
