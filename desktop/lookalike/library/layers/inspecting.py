"""What the network sees in a picture: each view of it, as the window and the command line show it.

A view is a function of an `Inspector` and a `SeenPicture`. None of them touches a widget or the
catalog; all may be called from any thread.
"""

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NetworkUnusable
from lookalike.imaging.decode import decode_photo
from lookalike.library.drawing.map_colours import map_colours
from lookalike.library.intake.read_photo import THUMBNAIL_PX
from lookalike.library.intake.reading import picture_bytes
from lookalike.library.network_choice import AUTO, choose_network
from lookalike.networks.backward import BackwardMode, uncovered_operators
from lookalike.networks.inspected import InspectedNetwork, inspect_file, inspect_manifest
from lookalike.networks.inspector import Inspector
from lookalike.networks.manifest import Manifest
from lookalike.networks.network_map import MapLayer
from lookalike.networks.preprocess import prepare
from lookalike.networks.receptive_field import ReceptiveField
from lookalike.networks.unit_weights import Kernels, class_weights, unit_weights
from lookalike.networks.views.backward_views import GradientView, show_gradient
from lookalike.networks.views.class_maps import class_map, top_classes
from lookalike.networks.views.layer_similarity import pooled_similarities
from lookalike.networks.views.occlusion import GRIDS, OcclusionMap
from lookalike.networks.views.occlusion import occlude as hide_parts
from lookalike.networks.views.pixel_values import picture_of
from lookalike.networks.views.scores import ClassScore, Score, SimilarityScore, UnitScore
from lookalike.networks.views.unit_attribution import unit_shares
from lookalike.progress import Progress
from lookalike.settings import Settings

Numbers = NDArray[np.float32]
Bytes = NDArray[np.uint8]

SHARP_PX = 448
OCCLUSION_MASKS = sum(rows * columns for rows, columns in GRIDS)
_DECODED_PX = 1024
_NO_LENGTH = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class SeenPicture:
    """A picture as a network is shown it.

    Args:
        inputs: (1, 3, s, s), prepared.
        square: (s', s', 3), the same part of the picture, in more pixels than the network gets.
        size: width and height of the upright picture that it is a part of.
    """

    name: str
    inputs: Numbers
    square: Bytes
    size: tuple[int, int]


@dataclass(frozen=True, slots=True)
class UnitOrigin:
    """What a unit answers: at a cell (row, column), else where it answers most."""

    layer: MapLayer
    unit: int
    cell: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class ClassOrigin:
    """The score of a class."""

    index: int


@dataclass(frozen=True, slots=True, eq=False)
class SimilarityOrigin:
    """How alike the picture is to another, by their embeddings (d,)."""

    towards: Numbers
    centre: Numbers | None = None


Origin = UnitOrigin | ClassOrigin | SimilarityOrigin


@dataclass(frozen=True, slots=True, eq=False)
class ClassView:
    """One of the classes that a network finds most probable.

    Args:
        evidence: (h, w), what each cell adds to the score; None where that cannot be told.
    """

    index: int
    name: str
    probability: float
    evidence: Numbers | None


@dataclass(frozen=True, slots=True, eq=False)
class KernelPicture:
    """A filter's weights (h, w, 3), a pixel each: in colour, or red and green by their sign."""

    pixels: Bytes
    is_colour: bool


@dataclass(frozen=True, slots=True)
class LayerLikeness:
    """How alike two pictures are in one layer, -1 to 1."""

    layer: MapLayer
    similarity: float


def open_inspector(settings: Settings, networks: Path) -> Inspector:
    """The network of the settings, or the one in the `.onnx` file that they name.

    Raises:
        NetworkUnusable: there is none, or nothing can be seen in it.
    """
    if settings.network.lower().endswith(".onnx"):
        shipped = choose_network(replace(settings, network=AUTO), networks)
        return open_network_file(Path(settings.network), settings, shipped)
    network = inspect_manifest(choose_network(settings, networks))
    return Inspector(network, settings.device, threads=os.cpu_count())


def open_network_file(file: Path, settings: Settings, shipped: Manifest) -> Inspector:
    """Any CNN in a file of its own.

    Args:
        shipped: whose classes it is taken to tell, where it tells as many: nearly all networks of
            1,000 classes tell those of ImageNet.

    Raises:
        NetworkUnusable: nothing can be seen in it.
    """
    names = shipped.classes.names if shipped.classes else ()
    return Inspector(inspect_file(file, names), settings.device, threads=os.cpu_count())


def look_at(
    inspector: Inspector,
    source: Path | bytes,
    *,
    max_megapixels: int,
    name: str = "",
    sharp_px: int = SHARP_PX,
) -> SeenPicture:
    """The picture as an import shows it to the network.

    Args:
        sharp_px: of the side of its `square`.

    Raises:
        PhotoUnreadable: it is no picture.
    """
    data, path = picture_bytes(source)
    spec = inspector.network.input
    decoded = decode_photo(
        data,
        path=path,
        shortest_side_px=spec.size_px,
        longest_side_px=THUMBNAIL_PX,
        max_megapixels=max_megapixels,
    )
    large = decode_photo(
        data,
        path=path,
        longest_side_px=max(_DECODED_PX, 2 * sharp_px),
        max_megapixels=max_megapixels,
    )
    sharp = replace(spec, size_px=sharp_px)
    return SeenPicture(
        name or (path.name if path else ""),
        prepare(decoded.image, spec)[np.newaxis],
        picture_of(prepare(large.image, sharp), sharp),
        (decoded.facts.width, decoded.facts.height),
    )


def input_picture(inspector: Inspector, seen: SeenPicture) -> Bytes:
    """What the network gets (s, s, 3), in RGB."""
    return picture_of(seen.inputs[0], inspector.network.input)


def maps_of(inspector: Inspector, seen: SeenPicture, layer: MapLayer) -> Numbers:
    """What the layer shows (c, h, w); (c, 1, 1) where it has no places.

    Raises:
        NetworkUnusable: the network fails.
    """
    if layer.kind == "pixels":
        planes: Numbers = seen.inputs[0]
        return planes
    return _as_maps(inspector.values(seen.inputs, layer.tensor)[0])


def averages_of(
    inspector: Inspector, seen: SeenPicture, layers: Sequence[MapLayer]
) -> list[Numbers]:
    """The mean of each unit (c,), layer by layer, from one run."""
    told = inspector.several_values(seen.inputs, [layer.tensor for layer in layers])
    return [_as_maps(values[0]).mean(axis=(1, 2)) for values in told]


def classes_of(inspector: Inspector, seen: SeenPicture, count: int = 5) -> tuple[ClassView, ...]:
    """The most probable classes, best first; none where the network tells none.

    Raises:
        NetworkUnusable: the network fails.
    """
    network = inspector.network
    if network.logits is None:
        return ()
    guesses = top_classes(inspector.values(seen.inputs, network.logits)[0], count)
    scored = _scored(inspector, seen)
    return tuple(
        ClassView(
            guess.index,
            network.class_name(guess.index),
            guess.probability,
            class_map(scored[0], scored[1][guess.index]) if scored else None,
        )
        for guess in guesses
    )


def class_evidence(inspector: Inspector, seen: SeenPicture, index: int) -> Numbers | None:
    """What each cell (h, w) of the last layer with places adds to the score of a class: exact.

    None where more than an average and a weighted sum lie between that layer and the score.
    """
    scored = _scored(inspector, seen)
    return class_map(scored[0], scored[1][index]) if scored else None


def unit_evidence(inspector: Inspector, seen: SeenPicture, index: int) -> Numbers | None:
    """What each unit (c,) of that layer adds to the score: exact; None where it cannot be told."""
    scored = _scored(inspector, seen)
    if scored is None:
        return None
    maps, weights = scored
    evidence: Numbers = weights[index] * maps.mean(axis=(1, 2))
    return evidence


def _scored(inspector: Inspector, seen: SeenPicture) -> tuple[Numbers, Numbers] | None:
    """The maps (c, h, w) that the scores of the classes are weighted averages of, and the weights
    (classes, c); None where more lies between them."""
    layer = averaged_layer(inspector.network)
    weights = class_weights(inspector.network.model, layer) if layer else None
    if layer is None or weights is None:
        return None
    return inspector.values(seen.inputs, layer.tensor)[0], weights


def similarity_evidence(
    inspector: Inspector, seen: SeenPicture, origin: SimilarityOrigin
) -> Numbers | None:
    """What each cell (h, w) adds to the cosine of the two embeddings: exact, the cells sum to it.

    None where the embedding is neither the average of a layer nor the sum of a tensor's cells.
    """
    network = inspector.network
    layer = averaged_layer(network)
    if layer is None or not (network.summed or is_averaged(network, layer)):
        return None
    maps = inspector.values(seen.inputs, network.summed or layer.tensor)[0].astype(np.float64)
    if network.summed:
        maps *= maps[0].size  # so that their average is the sum
    centre = 0 if origin.centre is None else origin.centre
    cells = maps.reshape(len(maps), -1).T - centre
    goal = origin.towards - centre
    lengths = np.linalg.norm(cells.mean(axis=0)) * np.linalg.norm(goal)
    shares = cells @ goal / max(float(lengths), _NO_LENGTH) / len(cells)
    evidence: Numbers = shares.reshape(maps.shape[1:]).astype(np.float32)
    return evidence


def look_back(
    inspector: Inspector, seen: SeenPicture, origin: Origin, mode: BackwardMode
) -> Numbers:
    """The way from an origin back to the pixels (3, s, s), in the network's order of channels.

    Raises:
        NetworkUnusable: no way leads back from there.
    """
    score = score_of(inspector.network, origin)
    values = inspector.values(seen.inputs, score.tensor)
    back: Numbers = inspector.gradient(seen.inputs, score.tensor, score.cotangent(values), mode)[0]
    return back


def occlude(
    inspector: Inspector, seen: SeenPicture, origin: Origin, progress: Progress
) -> Iterator[OcclusionMap]:
    """What hiding each part of the picture costs; a coarse map first.

    Raises:
        Cancelled: the person asked to stop.
        NetworkUnusable: the network fails.
    """
    score = score_of(inspector.network, origin)
    if isinstance(score, UnitScore) and score.cell is None:
        # Hidden elsewhere, another place may answer most: that one place is asked.
        values = inspector.values(seen.inputs, score.tensor)
        score = replace(score, cell=strongest_cell(_as_maps(values[0])[score.unit]))
    return hide_parts(inspector, seen.inputs[0], score, progress)


def similarity_to(
    inspector: Inspector, other: SeenPicture, centre: Numbers | None = None
) -> SimilarityOrigin | None:
    """How alike a picture is to `other`; None where the network tells no embedding.

    Args:
        centre: what the embedding is of the average photo (d,).
    """
    tensor = inspector.network.embedding
    if tensor is None:
        return None
    return SimilarityOrigin(inspector.values(other.inputs, tensor)[0].ravel(), centre)


def strongest_cell(unit_map: Numbers) -> tuple[int, int]:
    """Row and column of the largest value of a map (h, w)."""
    row, column = np.unravel_index(int(unit_map.argmax()), unit_map.shape)
    return int(row), int(column)


def score_of(network: InspectedNetwork, origin: Origin) -> Score:
    """The number that an origin stands for.

    Raises:
        NetworkUnusable: the network does not tell it.
    """
    if isinstance(origin, UnitOrigin):
        # Beyond its ceiling a saturated unit tells nothing of what it saw.
        return UnitScore(origin.layer.unsaturated, origin.unit, origin.cell)
    tensor = network.logits if isinstance(origin, ClassOrigin) else network.embedding
    if tensor is None:
        what = "classes" if isinstance(origin, ClassOrigin) else "embedding"
        raise NetworkUnusable(f"The network {network.title} tells no {what}.")
    if isinstance(origin, ClassOrigin):
        return ClassScore(tensor, origin.index)
    return SimilarityScore(tensor, origin.towards, origin.centre)


def has_no_way_back(network: InspectedNetwork, layer: MapLayer) -> str:
    """The operators that no way leads back through, as words; empty where there is one."""
    return ", ".join(uncovered_operators(network.model, layer.unsaturated))


def through_the_depth(
    inspector: Inspector,
    one: SeenPicture,
    other: SeenPicture,
    centres: Sequence[Numbers] | None = None,
) -> tuple[LayerLikeness, ...]:
    """How alike two pictures are, layer by layer.

    Args:
        centres: per main layer what its units answer to the average photo (c,).
    """
    layers = main_layers(inspector.network)
    told = pooled_similarities(
        averages_of(inspector, one, layers), averages_of(inspector, other, layers), centres
    )
    return tuple(map(LayerLikeness, layers, told))


def main_layers(network: InspectedNetwork) -> list[MapLayer]:
    """Those that end a block, without the pixels."""
    return [layer for layer in network.layers if layer.is_main and layer.kind != "pixels"]


def shares_in_match(maps: Numbers, other_maps: Numbers) -> Numbers:
    """What each unit (c,) adds to the cosine of two pictures in a layer, by its maps (c, h, w)."""
    return unit_shares(maps.mean(axis=(1, 2)), other_maps.mean(axis=(1, 2)))


def kernel_picture(inspector: Inspector, layer: MapLayer, unit: int) -> KernelPicture | None:
    """A unit's own weights; None where they are no picture."""
    kernels = kernels_of(inspector, layer)
    return None if kernels is None else drawn_kernel(inspector, kernels, unit)


def kernels_of(inspector: Inspector, layer: MapLayer) -> Kernels | None:
    """The filters of all units of a layer; None where they are no pictures."""
    return unit_weights(inspector.network.model, layer)


def drawn_kernel(inspector: Inspector, kernels: Kernels, unit: int) -> KernelPicture:
    """One of them."""
    own = kernels.values[unit]
    top = float(abs(own).max()) or 1.0
    if not kernels.has_colour:
        return KernelPicture(map_colours(own, top, is_signed=True), is_colour=False)
    ordered = own if inspector.network.input.channels == "RGB" else own[..., ::-1]
    return KernelPicture(np.rint(127.5 + 127.5 * ordered / top).astype(np.uint8), is_colour=True)


def _as_maps(values: Numbers) -> Numbers:
    return values if values.ndim == 3 else values.reshape(-1, 1, 1)


def averaged_layer(network: InspectedNetwork) -> MapLayer | None:
    """The last layer with places, of which the embedding is the average in the networks that
    average; None where no layer has places."""
    with_places = [layer for layer in network.layers if layer.has_places and layer.kind != "pixels"]
    return with_places[-1] if with_places else None


def is_averaged(network: InspectedNetwork, layer: MapLayer) -> bool:
    """Whether nothing but an average lies between the layer and the embedding."""
    if network.embedding is None:
        return False
    weights = class_weights(network.model, layer, network.embedding)
    return weights is not None and np.array_equal(weights, np.eye(layer.channels))


__all__ = [
    "BackwardMode",
    "GradientView",
    "InspectedNetwork",
    "Inspector",
    "Kernels",
    "MapLayer",
    "ReceptiveField",
    "show_gradient",
]
