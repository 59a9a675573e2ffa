"""What the layers of the network answer to the average photo of a library.

Without it any two photos are alike in layers whose values have one sign.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import PhotoUnreadable
from lookalike.library.layers.inspecting import main_layers
from lookalike.library.library import Library
from lookalike.library.search.pictures import thumbnail
from lookalike.networks.inspector import Inspector
from lookalike.networks.preprocess import prepare
from lookalike.photos import PhotoId
from lookalike.progress import Progress

PHOTOS = 32
_FEWEST = 8


def layer_centres(
    library: Library, inspector: Inspector, progress: Progress
) -> Sequence[NDArray[np.float32]] | None:
    """Per main layer the mean of each unit (c,) over some photos; None where there are too few.

    Raises:
        NetworkUnusable: the network fails.
        Cancelled: the person asked to stop.
    """
    key = ("layer centres", inspector.network.key)
    return library.remembered.get(key, lambda: _centres(library, inspector, progress))


def _centres(
    library: Library, inspector: Inspector, progress: Progress
) -> Sequence[NDArray[np.float32]] | None:
    tensors = [layer.tensor for layer in main_layers(inspector.network)]
    answers = []
    for photo in library.photos(_spread(library.photo_ids())):
        progress.check()
        try:
            inputs = prepare(thumbnail(library, photo), inspector.network.input)[np.newaxis]
        except PhotoUnreadable:
            continue
        told = inspector.several_values(inputs, tensors)
        answers.append([each[0].reshape(each.shape[1], -1).mean(axis=1) for each in told])
    if len(answers) < _FEWEST:
        return None
    return [np.mean(layer, axis=0, dtype=np.float32) for layer in zip(*answers, strict=True)]


def _spread(ids: Sequence[PhotoId]) -> list[PhotoId]:
    """At most `PHOTOS` of them: photos that came together are alike."""
    count = min(len(ids), PHOTOS)
    return [ids[at * len(ids) // count] for at in range(count)]
