"""The layers of a loaded graph from pixels to classes: what a person walks along."""

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lookalike.networks.graphs.signs import unsigned_tensors
from lookalike.networks.graphs.stops import Stop, find_stops
from lookalike.networks.graphs.wiring import Wiring, clip_bounds
from lookalike.networks.manifest import Layer
from lookalike.networks.receptive_field import NCHW_PLACES, ReceptiveField, trace_cells

if TYPE_CHECKING:
    import onnx

_KINDS = ("convolution", "depthwise", "block", "pooling", "concatenation", "dense", "other")
_SHORT = {"convolution": "conv", "pooling": "pool", "concatenation": "concat", "other": "layer"}
_UNNUMBERED = ("pixels", "classes")
_READABLE = re.compile(r"[a-z]\w*(\.\w+)+", re.ASCII)  # such as blocks.3.project
# What a manifest calls the layers that end a block, and those inside one.
_ENDS, _INNER = ("stem", "block", "head"), ("expansion", "depthwise")
_SOFTMAX = ("Softmax", "LogSoftmax")
_KEEP_CLASSES = ("Cast", "Clip", "Dropout", "Flatten", "Identity", "Reshape", "Squeeze")


@dataclass(frozen=True, slots=True)
class MapLayer:
    """One layer that can be looked at, as the graph itself tells it.

    Args:
        name: unique in its network; the manifest's name for the tensor where it has one.
        tensor: its name in the graph.
        unsaturated: the tensor before the clip or softmax that saturates it, else `tensor`.
        kind: `pixels`, `convolution`, `depthwise`, `block`, `pooling`, `concatenation`, `dense`,
            `classes`, `other`.
        channels: units; a layer without places has a height and width of 1.
        is_signed: whether its values can be negative.
        is_main: whether it ends a block: a walk that is to be short stops there only.
        field: None where places do not correspond to places of the input any more.
    """

    name: str
    tensor: str
    unsaturated: str
    kind: str
    channels: int
    height: int
    width: int
    is_signed: bool
    is_main: bool
    field: ReceptiveField | None

    @property
    def has_places(self) -> bool:
        return self.height * self.width > 1


def map_network(model: "onnx.ModelProto", layers: Sequence[Layer] = ()) -> tuple[MapLayer, ...]:
    """The layers of a plain graph; not those without a stated size or with channels last.

    Args:
        layers: what the manifest knows of some tensors: all of these are told, under its names.
    """
    wiring = Wiring(model)
    known = {
        wiring.first_alike(layer.tensor): layer
        for layer in layers
        if wiring.maker(layer.tensor) is not None
    }
    stops = _from_pixels_to_classes(wiring, known)
    unsigned, traced = unsigned_tensors(wiring), trace_cells(wiring)
    names, told = _names(stops, known), list[MapLayer]()
    for stop, name in zip(stops, names, strict=True):
        size, cells = _size(stop.tensor, wiring), traced.get(stop.tensor)
        if size is None or (cells is not None and cells.axes != NCHW_PLACES):
            continue
        layer = known.get(stop.tensor)
        told.append(
            MapLayer(
                name=name,
                tensor=layer.tensor if layer else stop.tensor,
                unsaturated=_unsaturated(stop, wiring),
                kind=layer.kind if layer and layer.kind in _KINDS else stop.kind,
                channels=size[0],
                height=size[1],
                width=size[2],
                is_signed=stop.tensor not in unsigned,
                is_main=_is_main(stop, layer),
                field=cells.field if cells else None,
            )
        )
    return tuple(told)


def final_logits(model: "onnx.ModelProto", output: str | None = None) -> str | None:
    """The tensor of class scores, (n, classes) or (n, classes, 1, 1), before any softmax.

    Args:
        output: the network's answer with the classes; without it, its last one that is one vector
            per picture.

    Returns:
        None where there is no such answer.
    """
    wiring = Wiring(model)
    final = output or _final_vector(wiring)
    return None if final is None or wiring.maker(final) is None else _logits(final, wiring)


def _from_pixels_to_classes(wiring: Wiring, known: Mapping[str, Layer]) -> list[Stop]:
    stops = find_stops(wiring, known)
    final = _final_vector(wiring)
    if final is not None:
        # What only differs in shape, or by a softmax, is the same to a person.
        alike = {final, *_scores_behind(final, wiring)}
        stops = [stop for stop in stops if stop.tensor not in alike or stop.tensor in known]
        stops = [stop for stop in stops if stop.tensor != final]
        stops.append(Stop(final, "classes", ends_block=True))
    return [Stop(wiring.pixels, "pixels", ends_block=True), *stops]


def _final_vector(wiring: Wiring) -> str | None:
    vectors = [name for name in wiring.outputs if _is_vector(name, wiring)]
    last = max(vectors, key=wiring.position, default=None)
    return None if last is None else wiring.first_alike(last)


def _is_vector(tensor: str, wiring: Wiring) -> bool:
    size = _size(tensor, wiring)
    return wiring.maker(tensor) is not None and size is not None and size[1:] == (1, 1)


def _logits(final: str, wiring: Wiring) -> str:
    for tensor in (final, *_scores_behind(final, wiring)):
        maker = wiring.maker(tensor)
        if maker is not None and maker.op_type in _SOFTMAX:
            return wiring.first_alike(maker.input[0])
    return final


def _scores_behind(final: str, wiring: Wiring) -> list[str]:
    """The vectors that hold the same scores in another shape or before a softmax, last first."""
    found, maker = list[str](), wiring.maker(final)
    while maker is not None and maker.op_type in (*_KEEP_CLASSES, *_SOFTMAX):
        before = wiring.first_alike(maker.input[0])
        if not _is_vector(before, wiring):
            break
        found.append(before)
        maker = wiring.maker(before)
    return found


def _size(tensor: str, wiring: Wiring) -> tuple[int, int, int] | None:
    """Channels, height and width of a map or a vector with channels first."""
    shape = wiring.shape(tensor)
    if shape is None or len(shape) not in (2, 4):
        return None
    known = [size for size in shape[1:] if size is not None]
    if len(known) != len(shape) - 1:
        return None
    channels, height, width = known if len(known) == 3 else (*known, 1, 1)
    return channels, height, width


def _names(stops: Sequence[Stop], known: Mapping[str, Layer]) -> list[str]:
    """The manifest's, else the tensor's own where a person can read it, else kind and number."""
    taken = {*_UNNUMBERED, *(layer.name for layer in known.values())}
    counts, names = Counter[str](), list[str]()
    for stop in stops:
        layer = known.get(stop.tensor)
        if layer is not None and layer.name not in (*_UNNUMBERED, *names):
            names.append(layer.name)
        elif stop.kind in _UNNUMBERED:
            names.append(stop.kind)
        elif _READABLE.fullmatch(stop.tensor) and stop.tensor not in (*taken, *names):
            names.append(stop.tensor)
        else:
            names.append(_next_name(stop.kind, counts, (*taken, *names)))
    return names


def _next_name(kind: str, counts: Counter[str], taken: Collection[str]) -> str:
    while True:
        counts[kind] += 1
        name = f"{_SHORT.get(kind, kind)}{counts[kind]}"
        if name not in taken:
            return name


def _unsaturated(stop: Stop, wiring: Wiring) -> str:
    if stop.kind == "classes":
        return _logits(stop.tensor, wiring)
    tensor = stop.tensor
    maker = wiring.maker(tensor)
    while (
        maker is not None and maker.op_type == "Clip" and clip_bounds(maker, wiring)[1] < math.inf
    ):
        tensor = wiring.first_alike(maker.input[0])
        maker = wiring.maker(tensor)
    return tensor


def _is_main(stop: Stop, layer: Layer | None) -> bool:
    if layer is not None and layer.kind in (*_ENDS, *_INNER):
        return layer.kind in _ENDS
    return stop.ends_block
