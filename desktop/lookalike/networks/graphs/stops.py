"""Which tensors of a graph are worth a look: one for each layer, and which of them end a block."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lookalike.networks.graphs.wiring import ELEMENTWISE, Wiring, axes_of, clip_bounds

if TYPE_CHECKING:
    import onnx

_GLOBAL_POOLINGS = frozenset(("GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool"))
_POOLINGS = _GLOBAL_POOLINGS | {"MaxPool", "AveragePool", "LpPool"}
_REDUCTIONS = ("ReduceMean", "ReduceMax")
_LINEAR = ("Add", "BatchNormalization", "Cast", "Div", "Dropout", "Identity", "Mul", "Sub")
_PLACES, _CHANNELS = frozenset((-2, -1)), frozenset((-3,))


@dataclass(frozen=True, slots=True)
class Stop:
    """A tensor where a walk through the network stops.

    Args:
        kind: as in MapLayer.
        ends_block: whether a short walk stops there, too.
    """

    tensor: str
    kind: str
    ends_block: bool = False


def find_stops(wiring: Wiring, wanted: Collection[str]) -> list[Stop]:
    """In the order of the graph.

    A layer is shown behind its normalisation and activation, unless one of the tensors on the
    way is `wanted`. What only computes the gate of a channel attention is left out.
    """
    skipped, stops = _gate_tensors(wiring), list[Stop]()
    inner = _inner_concatenations(wiring)
    for node in wiring.nodes:
        made = node.output[0]
        kind = None if made in skipped else _kind(node, wiring)
        if kind is None:
            continue
        layer = _layer_behind(made, wiring)
        skipped.update(layer)
        ends_block = made not in inner and _ends_block(node, kind, layer, wiring)
        stop = Stop(layer[-1], kind, ends_block)
        asked = [tensor for tensor in layer if tensor in wanted]
        stops.extend(replace(stop, tensor=tensor) for tensor in asked or layer[-1:])
    found = {stop.tensor for stop in stops}
    stops.extend(Stop(tensor, "other") for tensor in wanted if tensor not in found)
    stops.sort(key=lambda stop: wiring.position(stop.tensor))
    return _with_ends(stops, wiring)


def is_global_pooling(node: "onnx.NodeProto", wiring: Wiring) -> bool:
    if node.op_type in _REDUCTIONS:
        return axes_of(node, wiring, "axes", 1) == _PLACES
    return node.op_type in _GLOBAL_POOLINGS


def place_count(tensor: str, wiring: Wiring) -> int:
    """How many cells a map has: 1 where it has no places, 0 where nobody knows."""
    shape = wiring.shape(tensor)
    if shape is None or None in shape[2:]:
        return 0
    count = 1
    for size in shape[2:]:
        count *= size or 0
    return count


def _gate_tensors(wiring: Wiring) -> set[str]:
    """What leads from a map's averages to one factor for each of its channels."""
    found: set[str] = set()
    for node in wiring.nodes:
        if node.op_type == "Mul" and place_count(node.output[0], wiring) > 1:
            gates = (n for n in wiring.data_inputs(node) if place_count(n, wiring) == 1)
            waiting = [name for name in gates if name != wiring.pixels]
            while waiting:
                name = waiting.pop()
                maker = wiring.maker(name)
                if name in found or maker is None or place_count(name, wiring) > 1:
                    continue
                found.add(name)
                waiting.extend(wiring.data_inputs(maker))
    return found


def _inner_concatenations(wiring: Wiring) -> set[str]:
    """Those of which another one holds the same maps and more, as inside a dense block."""
    held = {
        node.output[0]: _sources(node, wiring) for node in wiring.nodes if node.op_type == "Concat"
    }
    return {name for name, sources in held.items() if any(sources < more for more in held.values())}


def _sources(node: "onnx.NodeProto", wiring: Wiring) -> set[str]:
    """What a concatenation holds, those inside it opened up."""
    waiting, seen, found = list(wiring.data_inputs(node)), set[str](), set[str]()
    while waiting:
        name = waiting.pop()
        if name in seen:
            continue
        seen.add(name)
        for origin in wiring.origins(name):
            maker = wiring.maker(origin)
            if maker is not None and maker.op_type == "Concat":
                waiting.extend(wiring.data_inputs(maker))
            else:
                found.add(origin)
    return found


def _kind(node: "onnx.NodeProto", wiring: Wiring) -> str | None:
    if node.op_type in ("Conv", "ConvTranspose"):
        return "depthwise" if _is_depthwise(node, wiring) else "convolution"
    if node.op_type in _POOLINGS or is_global_pooling(node, wiring):
        return "pooling"
    if node.op_type == "Concat" and axes_of(node, wiring, "axis", len(node.input)) == _CHANNELS:
        return "concatenation"
    if node.op_type in ("Add", "Sum") and _meets_equals(node, wiring):
        return "block"
    if node.op_type == "Mul" and _is_last_gated(node, wiring):
        return "block"
    if node.op_type in ("Gemm", "MatMul") and len(wiring.data_inputs(node)) == 1:
        return "dense"
    return None


def _is_depthwise(node: "onnx.NodeProto", wiring: Wiring) -> bool:
    maps, weights = wiring.shape(node.input[0]), wiring.shape(node.input[1])
    if maps is None or weights is None or node.op_type != "Conv":
        return False
    return weights[1] == 1 and maps[1] not in (1, None)


def _meets_equals(node: "onnx.NodeProto", wiring: Wiring) -> bool:
    """Whether it adds maps of the same shape, as at the end of a residual block."""
    shapes = [wiring.shape(name) for name in dict.fromkeys(wiring.data_inputs(node))]
    maps = [shape[1:] for shape in shapes if shape is not None and len(shape) == 4]
    return len(maps) == len(shapes) > 1 == len(set(maps))


def _is_last_gated(node: "onnx.NodeProto", wiring: Wiring) -> bool:
    """Whether a channel attention has the last word before places are lost."""
    counts = [place_count(name, wiring) for name in wiring.data_inputs(node)]
    readers = wiring.readers(_layer_behind(node.output[0], wiring)[-1])
    has_last_word = all(is_global_pooling(reader, wiring) for reader in readers)
    return min(counts) == 1 < max(counts) and has_last_word


def _layer_behind(tensor: str, wiring: Wiring) -> list[str]:
    """The tensor and what its normalisation and activation make of it, step by step.

    An activation may read it twice (x · sigmoid(x)): the last one is where all of it has gone in.
    """
    layer, whole = [tensor], 1
    waiting = {wiring.position(node.output[0]): node for node in wiring.readers(tensor)}
    beyond: dict[int, onnx.NodeProto] = {}
    while waiting:
        position = min(waiting)
        node = waiting.pop(position)
        if node.op_type not in ELEMENTWISE or not set(wiring.data_inputs(node)) <= set(layer):
            beyond[position] = node
            continue
        layer.append(node.output[0])
        waiting |= {wiring.position(next_.output[0]): next_ for next_ in wiring.readers(layer[-1])}
        unseen = (*waiting.values(), *beyond.values())
        still_read = {name for reader in unseen for name in wiring.data_inputs(reader)}
        if not still_read.intersection(layer[:-1]):
            whole = len(layer)
    return layer[:whole]


def _ends_block(node: "onnx.NodeProto", kind: str, layer: Sequence[str], wiring: Wiring) -> bool:
    if kind == "pooling":
        # Inside a block of parallel branches a pooling keeps the size of its map.
        return _shrinks(node, wiring)
    if kind == "convolution":
        readers = wiring.readers(layer[-1])
        return _is_bottleneck(layer, wiring) or any(_shrinks(reader, wiring) for reader in readers)
    return kind in ("block", "concatenation", "dense")


def _shrinks(node: "onnx.NodeProto", wiring: Wiring) -> bool:
    is_pooling = node.op_type in _POOLINGS or is_global_pooling(node, wiring)
    before, after = place_count(node.input[0], wiring), place_count(node.output[0], wiring)
    return is_pooling and before != after


def _is_bottleneck(layer: Sequence[str], wiring: Wiring) -> bool:
    """Whether a convolution without activation is convolved on: a linear bottleneck.

    Sandler et al. (2018), "MobileNetV2: Inverted Residuals and Linear Bottlenecks".
    """
    makers = [wiring.maker(tensor) for tensor in layer[1:]]
    is_linear = all(maker is None or _is_linear(maker, wiring) for maker in makers)
    return is_linear and any(reader.op_type == "Conv" for reader in wiring.readers(layer[-1]))


def _is_linear(node: "onnx.NodeProto", wiring: Wiring) -> bool:
    if node.op_type == "Clip":
        # The range of a quantised tensor; a rectifier begins at zero.
        return clip_bounds(node, wiring)[0] < 0
    return node.op_type in _LINEAR


def _with_ends(stops: Sequence[Stop], wiring: Wiring) -> list[Stop]:
    """The first convolution and the last map end a block, and so does the last map of each size
    in a network without branches."""
    first = next((at for at, stop in enumerate(stops) if stop.kind == "convolution"), None)
    spread = [at for at, stop in enumerate(stops) if place_count(stop.tensor, wiring) > 1]
    ends = {first, *spread[-1:]}
    if all(stop.kind not in ("block", "concatenation") for stop in stops):
        sizes = [place_count(stops[at].tensor, wiring) for at in spread]
        ends.update(
            at for at, own, next_ in zip(spread, sizes, sizes[1:], strict=False) if own != next_
        )
    return [
        replace(stop, ends_block=stop.ends_block or at in ends) for at, stop in enumerate(stops)
    ]
