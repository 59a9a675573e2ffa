"""Between a network's input units and the 8-bit values of a picture."""

import numpy as np
from numpy.typing import NDArray

from lookalike.networks.manifest import InputSpec, Numbers3

Numbers = NDArray[np.float32]

WHITE = 255


def pixels_of(inputs: Numbers, spec: InputSpec) -> Numbers:
    """Values 0 to 255 of prepared planes (..., 3, h, w), neither rounded nor clipped."""
    scale = _per_plane(spec.scale)
    # A plane that is scaled to nothing tells nothing.
    safe = np.where(scale == 0, np.inf, scale)
    pixels: Numbers = (inputs / safe + _per_plane(spec.mean)).astype(np.float32)
    return pixels


def inputs_of(pixels: Numbers, spec: InputSpec) -> Numbers:
    """Prepared planes of values 0 to 255 (..., 3, h, w), in the network's order of channels."""
    inputs: Numbers = (pixels - _per_plane(spec.mean)) * _per_plane(spec.scale)
    return inputs.astype(np.float32)


def rounded(pixels: Numbers) -> Numbers:
    """What is left of `pixels` in a picture of 8 bits."""
    return np.rint(pixels).clip(0, WHITE)


def picture_of(inputs: Numbers, spec: InputSpec) -> NDArray[np.uint8]:
    """Prepared planes (3, h, w) as a picture (h, w, 3) in RGB."""
    return upright(rounded(pixels_of(inputs, spec)), spec).astype(np.uint8)


def upright(planes: Numbers, spec: InputSpec) -> Numbers:
    """Planes (3, h, w) in the network's order of channels as (h, w, 3) in RGB."""
    ordered = planes if spec.channels == "RGB" else planes[::-1]
    return ordered.transpose(1, 2, 0)


def _per_plane(facts: Numbers3) -> Numbers:
    return np.array(facts, np.float32).reshape(3, 1, 1)
