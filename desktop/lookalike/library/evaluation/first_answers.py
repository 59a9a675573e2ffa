"""The first answers to the worst queries of an evaluation, right and wrong ones."""

from collections.abc import Mapping, Sequence

from lookalike.library.evaluation.evaluation import ClassedPhoto, Evaluation
from lookalike.library.library import Library
from lookalike.library.search.spaces import find_space, prior_centre
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.photos import PhotoId


def first_answers(
    library: Library, evaluation: Evaluation, classes: Mapping[PhotoId, str], count: int
) -> list[list[ClassedPhoto]]:
    """For each query of `evaluation.worst`, as it was compared: only photos of `classes`.

    Raises:
        NothingToSearch: no photo has been looked at in its space any more.
    """
    space = find_space(library, evaluation.space)
    index = library.indexes.current(space, prior_centre(library, space))
    photos = _photos_of(library, index, classes)
    keys = {photo.photo_id: key for key, photo in photos.items()}
    found = []
    for query in evaluation.worst:
        key = keys.get(query.photo.photo_id)
        nearest = [] if key is None else _nearest(index, key, list(photos), evaluation, count)
        found.append([photos[each] for each in nearest])
    return found


def _photos_of(
    library: Library, index: VectorIndex, classes: Mapping[PhotoId, str]
) -> dict[int, ClassedPhoto]:
    """By the keys of the index, each content once."""
    photos = {}
    for key, copies in library.catalog.photos_with_embeddings(index.keys.tolist()).items():
        photo = next((photo for photo in copies if photo.id in classes), None)
        if photo:
            photos[key] = ClassedPhoto(photo.path, classes[photo.id], photo.id)
    return photos


def _nearest(
    index: VectorIndex, key: int, allowed: Sequence[int], evaluation: Evaluation, count: int
) -> list[int]:
    """Without the query itself, which may not come first among those that are equal to it."""
    query = index.vectors_of([key])[0]
    found = index.search_projected(
        query, count + 1, metric=evaluation.metric, exact=True, allowed_keys=allowed
    )
    return [each for each in found.keys.tolist() if each != key][:count]
