"""What is on the photos, by the network's own classes: from their embeddings, in the background."""

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from lookalike.catalog.guesses import Guess
from lookalike.library.library import Library
from lookalike.photos import Photo
from lookalike.progress import Progress

if TYPE_CHECKING:
    from lookalike.networks.class_head import ClassHead

KEPT = 5
LEAST_PROBABILITY = 0.02


def guess_classes(library: Library, progress: Progress) -> int:
    """Guess of every content that has an embedding and no guesses yet; returns of how many.

    What was guessed is kept as it goes. Where there is nothing to do no network is read.

    Raises:
        Cancelled: the person asked to stop.
        NetworkUnusable, LibraryUnusable: as they say.
    """
    space, done = library.space(), 0
    lacking = library.catalog.embeddings_without_guesses(space)
    some = next(lacking, None) if library.catalog.is_writable else None
    head = _head(library) if some else None
    while head and some:
        progress.step(done, None, "Looking at what is on the photos")
        contents, vectors = some
        guesses = most_likely(head.classify(vectors))
        library.catalog.guesses.write(space, zip(contents, guesses, strict=True))
        done += len(contents)
        some = next(lacking, None)
    return done


def _head(library: Library) -> "ClassHead | None":
    # As heavy as the embedder.
    from lookalike.networks.class_head import ClassHead

    return ClassHead.open(library.manifest())


def most_likely(probabilities: NDArray[np.float32]) -> list[list[Guess]]:
    """Of each row of (n, classes) the `KEPT` likeliest classes, likeliest first."""
    most = min(KEPT, probabilities.shape[1])
    some = np.argpartition(probabilities, -most, axis=1)[:, -most:]
    order = np.take_along_axis(probabilities, some, axis=1).argsort(axis=1, kind="stable")[:, ::-1]
    best = np.take_along_axis(some, order, axis=1)
    likely = np.take_along_axis(probabilities, best, axis=1)
    return [
        [Guess(i, p) for i, p in zip(row, told, strict=True) if p >= LEAST_PROBABILITY]
        for row, told in zip(best.tolist(), likely.tolist(), strict=True)
    ]


def guesses_of(library: Library, photo: Photo) -> list[Guess]:
    """What is on a photo, likeliest first; empty where nothing is likely, or nobody looked yet.

    Raises:
        NetworkUnusable, LibraryUnusable: as they say.
    """
    if photo.content_hash is None:
        return []
    return library.catalog.guesses.of(library.space(), photo.content_hash)
