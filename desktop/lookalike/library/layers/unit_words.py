"""What a unit speaks for, in words: classes, labels and folders of the photos that excite it."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lookalike.library.filters.class_words import class_title
from lookalike.library.guessing import guesses_of
from lookalike.library.labels.labelling import labels_of
from lookalike.library.library import Library
from lookalike.networks.inspected import InspectedNetwork
from lookalike.networks.network_map import MapLayer
from lookalike.networks.unit_weights import class_weights
from lookalike.photos import Photo

MOST_WORDS = 5
_LEAST_PHOTOS = 2


@dataclass(frozen=True, slots=True)
class UnitWord:
    """A word, and which share of the photos that excite the unit most it is true of.

    Args:
        weight: in place of the share, how much the unit adds to the class's score; None where more
            than a weighted sum lies between them.
    """

    name: str
    share: float
    weight: float | None = None


def classes_of_unit(
    network: InspectedNetwork, layer: MapLayer, unit: int
) -> Sequence[UnitWord] | None:
    """The classes that a unit adds most to: exact; None where that cannot be told."""
    weights = class_weights(network.model, layer)
    if weights is None:
        return None
    best = (-weights[:, unit]).argsort(kind="stable")[:MOST_WORDS]
    told = [(int(at), float(weights[at, unit])) for at in best if weights[at, unit] > 0]
    return [
        UnitWord(network.class_name(index), weight / told[0][1], weight) for index, weight in told
    ]


def classes_of_photos(library: Library, photos: Sequence[Photo]) -> Sequence[UnitWord]:
    """What the network takes these photos for, the commonest first."""
    named = (guesses_of(library, photo)[:1] for photo in photos)
    manifest = library.manifest()
    return _commonest(
        (class_title(manifest, guess.index) for guesses in named for guess in guesses), len(photos)
    )


def own_words_of_photos(library: Library, photos: Sequence[Photo]) -> Sequence[UnitWord]:
    """The labels of these photos, or of one without any its folder; the commonest first."""
    labels = labels_of(library, [photo.id for photo in photos])
    words = (
        [label.name for label in labels.get(photo.id, ())] or [photo.path.parent.name]
        for photo in photos
    )
    return _commonest((word for each in words for word in each), len(photos))


def _commonest(words: Iterable[str], count: int) -> Sequence[UnitWord]:
    counted = Counter(words).most_common(MOST_WORDS)
    return [UnitWord(word, times / count) for word, times in counted if times >= _LEAST_PHOTOS]
