"""Which photos may be answers: those of a folder, those that fit a person's words."""

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NothingToSearch
from lookalike.library.filters.filtering import fitting_photos
from lookalike.library.library import Library
from lookalike.library.search.mixing import embedded_photos
from lookalike.photos import Photo, Space

Ids = NDArray[np.int64]


@dataclass(frozen=True, slots=True, eq=False)
class Restriction:
    """Vectors are found first, and one may stand for several files; so it tells of both.

    Args:
        keys: (n,) the vectors of photos that may be answers, some more than once; None for all.
        fitting: (n,) photos, ascending; None for all.
        folder: only photos in it and the folders inside it; None for everywhere.
    """

    keys: Ids | None = None
    fitting: Ids | None = None
    folder: Path | None = None

    def admits(self, photo: Photo) -> bool:
        is_inside = self.folder is None or photo.path.is_relative_to(self.folder)
        return is_inside and (self.fitting is None or _holds(self.fitting, photo.id))


def restriction(library: Library, space: Space, words: str, folder: Path | None) -> Restriction:
    """What words and folder leave of the library.

    Raises:
        NothingToSearch: the library has no photos of the folder.
        FilterUnclear: the words cannot be understood.
    """
    fitting = fitting_photos(library, words)
    keys = None if fitting is None else _keys_of(library, space, fitting)
    if folder is not None:
        inside = library.catalog.embedding_ids_under(space, folder)
        if len(inside) == 0:
            raise NothingToSearch(
                f"The library has no photos of the folder {folder}.", "Bring it in first."
            )
        keys = inside if keys is None else np.intersect1d(keys, inside)
    return Restriction(keys, fitting, folder)


def _keys_of(library: Library, space: Space, photos: Ids) -> Ids:
    ids, keys = embedded_photos(library, space)
    if len(ids) == 0:
        return keys
    places = np.minimum(np.searchsorted(ids, photos), len(ids) - 1)
    return np.asarray(keys[places[ids[places] == photos]])


def _holds(ascending: Ids, number: int) -> bool:
    place = int(np.searchsorted(ascending, number))
    return place < len(ascending) and int(ascending[place]) == number
