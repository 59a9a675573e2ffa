"""How alike photos are to one of them, read as a search for that one would read it."""

from collections.abc import Mapping, Sequence

import numpy as np

from lookalike.library.library import Library
from lookalike.library.search.questions import Example
from lookalike.library.search.spaces import find_space, prior_centre, vector_of
from lookalike.neighbors.metrics import distances
from lookalike.photos import PhotoId


def similarities(
    library: Library, first: PhotoId, others: Sequence[PhotoId], by: str = "content"
) -> Mapping[PhotoId, tuple[float, float]]:
    """Similarity and percentile of each, as in `searching.Match`.

    Raises:
        PhotoUnreadable: one has no vector, and its file cannot be read.
        NothingToSearch, NetworkUnusable, LibraryUnusable: as they say.
    """
    space = find_space(library, by)
    index = library.indexes.current(space, prior_centre(library, space))
    rows = [vector_of(library, space, Example(photo_id)) for photo_id in (first, *others)]
    vectors = index.project(np.stack(rows))
    apart = distances(vectors[1:], vectors[0], "cosine")
    calibration = index.calibration("cosine")
    read = zip(calibration.similarity(apart), calibration.percentile(apart), strict=True)
    return {
        photo_id: (float(similarity), float(percentile))
        for photo_id, (similarity, percentile) in zip(others, read, strict=True)
    }
