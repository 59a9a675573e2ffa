"""Looks at thumbnails in a way of a space: by a hand-made descriptor, or by one layer.

Thumbnails are at hand, small and quick to decode, so a library of any size can be looked at anew
in a new way. An import goes through the thumbnail that it has just made, and so does what is
compared with its photos: a picture is then at distance 0 from itself.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from lookalike.descriptors.colour import COLOUR
from lookalike.descriptors.descriptor import SIDE_PX, Descriptor
from lookalike.descriptors.hog import SHAPE
from lookalike.descriptors.pixels import PIXELS
from lookalike.errors import NetworkUnusable
from lookalike.imaging.decode import decode_photo
from lookalike.imaging.thumbnails import make_thumbnail, read_thumbnail, squeezed_thumbnail
from lookalike.library.intake.read_photo import THUMBNAIL_PX
from lookalike.networks.manifest import Layer, Manifest
from lookalike.networks.preprocess import prepare
from lookalike.networks.space import layer_space
from lookalike.photos import Region, Space
from lookalike.settings import Settings

if TYPE_CHECKING:
    from lookalike.networks.activations import Probe

Pixels = NDArray[np.uint8]
Vector = NDArray[np.float16]

DESCRIPTORS = {each.name: each for each in (COLOUR, SHAPE, PIXELS)}
LAYER_PREFIX = "layer:"
_SEEN = f"thumbnail {THUMBNAIL_PX}"


@dataclass(frozen=True, slots=True)
class Look:
    """How a space looks at photos. Called with a thumbnail it returns the vector (d,) of it.

    Args:
        see: of a thumbnail the pixels (h, w, 3) that are looked at.
        describe: of such pixels the vector.
    """

    see: Callable[[bytes], Pixels]
    describe: Callable[[Pixels], Vector]

    def __call__(self, thumbnail: bytes) -> Vector:
        return self.describe(self.see(thumbnail))


def hand_made_spaces() -> tuple[Space, ...]:
    """Those of the hand-made descriptors, which need no network."""
    return tuple(map(_hand_made, DESCRIPTORS.values()))


def squeezed(thumbnail: bytes) -> Pixels:
    """What the hand-made descriptors look at of a thumbnail.

    Raises:
        PhotoUnreadable: the thumbnail is damaged.
    """
    return squeezed_thumbnail(thumbnail, SIDE_PX)


def look_by_hand(pixels: Pixels) -> tuple[Vector, ...]:
    """The vectors of a `squeezed` thumbnail in each of the `hand_made_spaces`."""
    return tuple(_described(pixels, descriptor) for descriptor in DESCRIPTORS.values())


def thumbnail_space(manifest: Manifest, name: str) -> Space | None:
    """The space of that name, where it is one that thumbnails are enough for."""
    descriptor = DESCRIPTORS.get(name)
    if descriptor:
        return _hand_made(descriptor)
    layer = _layer(manifest, name)
    return layer_space(manifest, layer, _SEEN) if layer else None


def look_of(space: Space, manifest: Manifest, open_probe: "Callable[[str], Probe]") -> Look:
    """What makes the vector of a thumbnail in a `thumbnail_space`, on any thread.

    Args:
        open_probe: the network up to a tensor; asked for where a layer is wanted, and only then.

    Raises:
        NetworkUnusable: the network cannot be used, or has no such layer. So may what is returned.
    """
    descriptor = DESCRIPTORS.get(space.name)
    if descriptor:
        return Look(squeezed, partial(_described, descriptor=descriptor))
    layer = _layer(manifest, space.name)
    assert layer is not None
    probe = open_probe(layer.tensor)
    return Look(read_thumbnail, lambda pixels: averages(pixels, [layer], probe)[0])


def thumbnail_of(
    data: bytes,
    manifest: Manifest,
    settings: Settings,
    *,
    path: Path | None = None,
    region: Region | None = None,
) -> bytes:
    """The thumbnail that an import makes of a picture, or that of a part of it.

    Raises:
        PhotoUnreadable: whatever is wrong with the data.
    """
    decoded = decode_photo(
        data,
        path=path,
        region=region,
        shortest_side_px=manifest.input.size_px,
        longest_side_px=THUMBNAIL_PX,
        max_megapixels=settings.max_megapixels,
    )
    return make_thumbnail(decoded.image, THUMBNAIL_PX)


def averages(pixels: Pixels, layers: Sequence[Layer], probe: "Probe") -> list[Vector]:
    """The vector of a thumbnail in the space of each layer, by one run of the network.

    Args:
        probe: of the tensors of these layers.

    Raises:
        NetworkUnusable: as it says.
    """
    shown = probe.run(prepare(pixels, probe.manifest.input)[np.newaxis])
    return [_average(shown[layer.tensor], layer, probe.manifest) for layer in layers]


def _hand_made(descriptor: Descriptor) -> Space:
    seen = f"{_SEEN}, squeezed to {SIDE_PX}"
    return Space(descriptor.name, descriptor.dimensions, {**descriptor.recipe, "from": seen})


def _described(pixels: Pixels, descriptor: Descriptor) -> Vector:
    return descriptor.describe(pixels).astype(np.float16)


def _layer(manifest: Manifest, name: str) -> Layer | None:
    return next((layer for layer in manifest.layers if LAYER_PREFIX + layer.name == name), None)


def _average(maps: NDArray[np.float32], layer: Layer, manifest: Manifest) -> Vector:
    """The mean of each unit's feature map (1, c, h, w)."""
    means = maps.reshape(*maps.shape[:2], -1).mean(axis=2)[0]
    with np.errstate(over="ignore"):
        vector: Vector = means.astype(np.float16)
    if vector.shape != (layer.channels,) or not np.isfinite(vector).all():
        raise NetworkUnusable(
            f"The layer {layer.name} of {manifest.title} does not show what it should.",
            "Choose another layer.",
        )
    return vector
