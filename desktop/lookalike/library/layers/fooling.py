"""An adversarial example of a photo: a change that nobody sees and that changes the answer."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NetworkUnusable
from lookalike.library.layers.inspecting import Bytes, SeenPicture
from lookalike.networks.inspected import InspectedNetwork
from lookalike.networks.inspector import Inspector
from lookalike.networks.views.adversarial import Unmoved, find_adversary
from lookalike.networks.views.class_maps import ClassGuess
from lookalike.networks.views.pixel_values import picture_of, upright
from lookalike.progress import Progress

MOST = 16  # of 255; more can be seen


@dataclass(frozen=True, slots=True, eq=False)
class Fooled:
    """Two pictures (s, s, 3) that look the same, and what the network takes each for.

    Args:
        difference: (s, s, 3), in steps of 8 bits.
        before: name and probability of the class, and so is `after`.
        largest_change: of any colour of any pixel, of 255.
    """

    original: Bytes
    changed: Bytes
    difference: NDArray[np.float32]
    before: tuple[str, float]
    after: tuple[str, float]
    largest_change: float


@dataclass(frozen=True, slots=True)
class NotFooled:
    """No change of up to `most` of 255 was enough, or no way was found; `reason` says which."""

    most: float
    reason: str


def fool(inspector: Inspector, seen: SeenPicture, progress: Progress) -> Fooled | NotFooled:
    """The smallest change found that makes the network see another class.

    Raises:
        NetworkUnusable: the network tells no classes.
        Cancelled: the person asked to stop.
    """
    network = inspector.network
    if network.logits is None:
        raise NetworkUnusable(f"The network {network.title} tells no classes.")
    inputs, spec = seen.inputs[0], network.input
    found = find_adversary(inspector, network.logits, inputs, spec, progress, most=MOST)
    if isinstance(found, Unmoved):
        return NotFooled(MOST, found.reason)
    return Fooled(
        original=picture_of(inputs, spec),
        changed=picture_of(found.inputs, spec),
        difference=upright(found.difference, spec),
        before=_told(network, found.before[0]),
        after=_told(network, found.after[0]),
        largest_change=found.epsilon,
    )


def _told(network: InspectedNetwork, guess: ClassGuess) -> tuple[str, float]:
    return network.class_name(guess.index), guess.probability
