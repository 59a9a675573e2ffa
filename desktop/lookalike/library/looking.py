"""Looks at thumbnails in a way of a space: by a hand-made descriptor, or by one layer.

Thumbnails are at hand, small and quick to decode, so a library of any size can be looked at anew
in a new way. What is compared with its photos goes through a thumbnail as well, made as an import
makes them: a picture is then at distance 0 from itself.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from lookalike.descriptors.colour import COLOUR
from lookalike.descriptors.hog import SHAPE
from lookalike.descriptors.pixels import PIXELS
from lookalike.errors import NetworkUnusable
from lookalike.imaging.decode import decode_photo
from lookalike.imaging.thumbnails import make_thumbnail
from lookalike.library.read_photo import THUMBNAIL_PX
from lookalike.networks.manifest import Layer, Manifest
from lookalike.networks.preprocess import prepare
from lookalike.networks.space import layer_space
from lookalike.photos import Region, Space
from lookalike.settings import Settings

if TYPE_CHECKING:
    from lookalike.networks.activations import Probe

Pixels = NDArray[np.uint8]
Vector = NDArray[np.float16]
Look = Callable[[Pixels], Vector]

DESCRIPTORS = {each.name: each for each in (COLOUR, SHAPE, PIXELS)}
LAYER_PREFIX = "layer:"
_SEEN = f"thumbnail {THUMBNAIL_PX}"


def thumbnail_space(manifest: Manifest, name: str) -> Space | None:
    """The space of that name, where it is one that thumbnails are enough for."""
    descriptor = DESCRIPTORS.get(name)
    if descriptor:
        return Space(name, descriptor.dimensions, {**descriptor.recipe, "from": _SEEN})
    layer = _layer(manifest, name)
    return layer_space(manifest, layer, _SEEN) if layer else None


def look_of(space: Space, manifest: Manifest, open_probe: "Callable[[str], Probe]") -> Look:
    """What makes the vector (d,) of a thumbnail in a `thumbnail_space`, on any thread.

    Args:
        open_probe: the network up to a tensor; asked for where a layer is wanted, and only then.

    Raises:
        NetworkUnusable: the network cannot be used, or has no such layer. So may what is returned.
    """
    descriptor = DESCRIPTORS.get(space.name)
    if descriptor:
        return lambda pixels: descriptor.describe(pixels).astype(np.float16)
    layer = _layer(manifest, space.name)
    assert layer is not None
    return partial(_averages, layer=layer, probe=open_probe(layer.tensor))


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


def _layer(manifest: Manifest, name: str) -> Layer | None:
    return next((layer for layer in manifest.layers if LAYER_PREFIX + layer.name == name), None)


def _averages(pixels: Pixels, layer: Layer, probe: "Probe") -> Vector:
    """The mean of each unit's feature map."""
    fed = prepare(pixels, probe.manifest.input)[np.newaxis]
    shown = probe.run(fed)[layer.tensor]
    means = shown.reshape(*shown.shape[:2], -1).mean(axis=2)[0]
    with np.errstate(over="ignore"):
        vector: Vector = means.astype(np.float16)
    if vector.shape != (layer.channels,) or not np.isfinite(vector).all():
        raise NetworkUnusable(
            f"The layer {layer.name} of {probe.manifest.title} does not show what it should.",
            "Choose another layer.",
        )
    return vector
