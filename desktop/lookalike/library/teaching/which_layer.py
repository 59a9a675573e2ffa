"""Which layer to cut at: how well a person's labels are told from each layer's features.

By one simple method for all, so that nothing differs but the features, as linear probes have it
(Alain and Bengio, "Understanding intermediate layers using linear classifier probes", 2016).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NothingToSearch, TooFewExamples
from lookalike.learning.choosing import held_out_accuracy
from lookalike.learning.examples import Examples
from lookalike.library.library import Library
from lookalike.library.search.looking import DESCRIPTORS, LAYER_PREFIX
from lookalike.library.search.spaces import buildable_space
from lookalike.library.teaching.label_examples import gather, scattered
from lookalike.library.teaching.many_looks import see_in_spaces
from lookalike.library.teaching.taught import LayerAccuracy
from lookalike.library.teaching.teaching_words import too_few
from lookalike.neighbors.projection import fit_projection
from lookalike.networks.manifest import Manifest
from lookalike.photos import ContentHash, Space
from lookalike.progress import Progress

# More labelled photos change the picture little, and each is looked at by every layer.
MOST_PHOTOS = 1_500
_SHOWN_KINDS = ("stem", "block")
_BY_HAND = ("pixels", "colour", "shape")


def which_layer(
    library: Library, progress: Progress, spaces: Sequence[str] | None = None
) -> list[LayerAccuracy]:
    """Hand-made features first, then layers from the picture on, `content` last.

    Args:
        spaces: their names; None: all that are worth showing. They need not be built: labelled
            photos are looked at where they were not.

    Raises:
        TooFewExamples: fewer than two labels have enough examples.
        NothingToSearch: there is no such space.
        NetworkUnusable, LibraryUnusable, Cancelled: as they say.
    """
    names = _in_order(library.manifest(), spaces)
    asked = {name: _space(library, name) for name in names}  # a slip of the pen is told first
    return library.remembered.get(
        ("which layer", *names), lambda: list(_accuracies(library, asked, progress))
    )


def _in_order(manifest: Manifest, spaces: Sequence[str] | None) -> list[str]:
    layers = [LAYER_PREFIX + layer.name for layer in manifest.layers]
    if spaces is None:
        # The last layer's average is what the embedding is made of.
        shown = [
            LAYER_PREFIX + layer.name
            for layer in manifest.layers
            if layer.kind in _SHOWN_KINDS and layer.name != manifest.embedding.layer
        ]
        return [*_BY_HAND, *shown, "content"]
    order = [*_BY_HAND, *layers]
    return sorted(
        dict.fromkeys(spaces), key=lambda name: order.index(name) if name in order else len(order)
    )


def _space(library: Library, name: str) -> Space:
    return library.space() if name == "content" else buildable_space(library, name)


@dataclass(frozen=True, slots=True, eq=False)
class _Labelled:
    """Examples, and of each (n,) what it holds."""

    examples: Examples
    contents: list[ContentHash]


def _accuracies(
    library: Library, spaces: Mapping[str, Space], progress: Progress
) -> Iterator[LayerAccuracy]:
    labelled = _labelled(library)
    seen = see_in_spaces(library, list(spaces.values()), labelled.contents, progress)
    whole = [row for row, each in enumerate(seen) if len(each) == len(spaces)]
    if not whole:
        raise NothingToSearch(
            "None of the labelled photos can be looked at now.", "Bring their files back."
        )
    examples = labelled.examples.at(np.array(whole, np.int64))
    layers = [name for name in spaces if name not in DESCRIPTORS]
    for done, name in enumerate(spaces):
        progress.step(done, len(spaces), "Comparing layers")
        vectors = np.stack([seen[row][name] for row in whole])
        found = held_out_accuracy(_centred(examples, vectors), progress)
        depth = layers.index(name) + 1 if name in layers else None
        yield LayerAccuracy(name, _title(name), depth is None, found.value, found.error, depth)


def _labelled(library: Library) -> _Labelled:
    """Photos with a label, or the same few of them each time where they are many."""
    gathered = gather(library, library.space(), grouped=True)
    if not gathered.labels:
        raise too_few(gathered.said)
    if len(gathered.labels) == 1:
        raise TooFewExamples(
            "Layers are compared by how well they tell two labels or more from each other.",
            "Give a second label to three photos.",
        )
    rows = np.flatnonzero(gathered.examples.is_labelled)
    keys = gathered.contents.keys[gathered.places[rows]]
    rows = np.sort(rows[np.argsort(scattered(keys), kind="stable")[:MOST_PHOTOS]])
    photos = library.photos([gathered.photo(row) for row in rows.tolist()])
    contents = {photo.id: photo.content_hash for photo in photos}
    held = [(row, contents.get(gathered.photo(row))) for row in rows.tolist()]
    there = [(row, content) for row, content in held if content]
    return _Labelled(
        gathered.examples.at(np.array([row for row, _ in there], np.int64)),
        [content for _, content in there],
    )


def _centred(examples: Examples, vectors: NDArray[np.float16]) -> Examples:
    """By the same photos for all spaces, whichever of them the library has built."""
    return replace(examples, vectors=fit_projection(vectors).apply(vectors))


def _title(name: str) -> str:
    return f"Layer {name.removeprefix(LAYER_PREFIX)}" if LAYER_PREFIX in name else name.title()
