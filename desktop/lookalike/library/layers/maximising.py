"""The picture that would excite a unit most: made by the network, kept once it is finished.

What is kept is a cache: `maximised/` in the library's folder may be deleted at any time.
"""

import contextlib
import hashlib
import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.library.library import Library
from lookalike.networks.inspector import Inspector
from lookalike.networks.network_map import MapLayer
from lookalike.networks.views.maximisation import maximise, regularisation_for
from lookalike.networks.views.pixel_values import picture_of
from lookalike.networks.views.scores import Pooling, UnitScore
from lookalike.progress import Progress
from lookalike.whole_files import written_whole

STEPS = 128
_FOLDER = "maximised"
_VERSION = 1  # of the recipe: another one makes other pictures
_VALUE = struct.Struct("<d")
_DIGEST_BYTES = 32
_SHOWN_EVERY = 4


@dataclass(frozen=True, slots=True, eq=False)
class Maximised:
    """How far it has come; `pixels` are (s, s, 3)."""

    pixels: NDArray[np.uint8]
    value: float
    step: int
    steps: int = STEPS


def maximised(
    library: Library,
    inspector: Inspector,
    layer: MapLayer,
    unit: int,
    seed: int,
    progress: Progress,
    *,
    only_kept: bool = False,
) -> Iterator[Maximised]:
    """The picture each time it has improved; at once the last one where it was made before.

    Args:
        only_kept: make none.

    Raises:
        Cancelled: the person asked to stop.
        NetworkUnusable: no way leads back from the layer.
    """
    file = _file(library, inspector, layer, unit, seed)
    kept = _read(file, inspector.network.input.size_px)
    if kept is not None:
        yield kept
    if kept is not None or only_kept:
        return
    made = None
    for made in make_maximised(inspector, layer, unit, seed, progress):
        yield made
    if made is not None:
        _keep(library, file, made)


def make_maximised(
    inspector: Inspector, layer: MapLayer, unit: int, seed: int, progress: Progress
) -> Iterator[Maximised]:
    """As `maximised`, without a library to keep it in."""
    spec = inspector.network.input
    score = UnitScore(layer.unsaturated, unit, pooling=Pooling.POWER)
    field_px = max(layer.field.size) if layer.field else None
    how = regularisation_for(field_px, spec)
    for better in maximise(
        inspector, score, spec, progress, seed=seed, steps=STEPS, regularisation=how
    ):
        if better.step % _SHOWN_EVERY == 0 or better.step == STEPS:
            yield Maximised(picture_of(better.inputs, spec), better.value, better.step)


def _file(library: Library, inspector: Inspector, layer: MapLayer, unit: int, seed: int) -> Path:
    told = f"{_VERSION} {inspector.network.key} {layer.unsaturated} {unit} {seed}"
    return library.folder / _FOLDER / f"{hashlib.sha256(told.encode()).hexdigest()[:32]}.picture"


def _read(file: Path, side_px: int) -> Maximised | None:
    """None where there is none, or it is damaged: a digest, the value and the pixels."""
    size = _DIGEST_BYTES + _VALUE.size + 3 * side_px**2
    try:
        kept = file.read_bytes() if file.stat().st_size == size else b""
    except OSError:
        return None
    digest, told = kept[:_DIGEST_BYTES], kept[_DIGEST_BYTES:]
    if hashlib.sha256(told).digest() != digest:
        return None
    (value,) = _VALUE.unpack_from(told)
    pixels = np.frombuffer(told, np.uint8, offset=_VALUE.size).reshape(side_px, side_px, 3)
    return Maximised(pixels, value, STEPS)


def _keep(library: Library, file: Path, made: Maximised) -> None:
    """A library that is full or read-only does without."""
    if not library.catalog.is_writable:
        return
    told = _VALUE.pack(made.value) + made.pixels.tobytes()
    with contextlib.suppress(OSError):
        file.parent.mkdir(exist_ok=True)
        with written_whole(file) as stream:
            stream.write(hashlib.sha256(told).digest() + told)
