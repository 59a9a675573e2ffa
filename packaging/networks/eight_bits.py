"""Rewrites a float32 network for eight bits: uint8 flows through it, its weights are int8.

Between any two operations stands a pair of nodes that rounds to 256 steps and back
(QuantizeLinear, DequantizeLinear). Runtimes melt these pairs and the operation between them into
one that counts in whole numbers; those that cannot still get the right answer, slowly.

The runtime's own quantiser does the same, but another release of it makes other bytes, and
networks that overflow on processors without VNNI (see `_steps`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import onnx
from onnx import helper, numpy_helper

Ranges = Mapping[str, tuple[float, float]]

_WEIGHTED = ("Conv", "Gemm")
_LARGEST = 127  # of an int8 whose range is the same on both sides of zero
_LARGEST_BIAS = 1 << 30
_SMALLEST_STEP = 1e-30  # far from where a float32 loses digits


def rewritten(model: onnx.ModelProto, ranges: Ranges, name: str) -> onnx.ModelProto:
    """The network with every tensor of `ranges` rounded to 256 steps between its bounds.

    Tensors keep their names. A Clip goes: what is rounded within its limits is within them. The
    network's outputs stay what they are, also where the next operation gets them rounded. What
    works on tensors that are not rounded keeps its float32 weights.
    """
    drawing = _Drawing(model.graph, ranges)
    for node in model.graph.node:
        drawing.add(node)
    graph = helper.make_graph(
        drawing.nodes, name, model.graph.input, model.graph.output, drawing.numbers
    )
    made = helper.make_model(
        graph,
        producer_name=model.producer_name,
        opset_imports=model.opset_import,
        ir_version=model.ir_version,
    )
    onnx.checker.check_model(made, full_check=True)
    return made


@dataclass(slots=True)
class _Drawing:
    """The graph while it grows.

    Args:
        rounded: under which name a tensor is to be had rounded.
        scales: the size of the steps of a rounded tensor.
    """

    source: onnx.GraphProto
    ranges: Ranges
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    numbers: list[onnx.TensorProto] = field(default_factory=list)
    rounded: dict[str, str] = field(default_factory=dict)
    scales: dict[str, np.ndarray] = field(default_factory=dict)

    def add(self, node: onnx.NodeProto) -> None:
        """What `node` does, done with rounded numbers."""
        made = node.output[0]
        if node.op_type == "Clip":
            self.round(made, node.input[0])
            return
        copy = onnx.NodeProto()
        copy.CopyFrom(node)
        copy.input[0] = self.rounded.get(node.input[0], node.input[0])
        if node.op_type not in _WEIGHTED:
            copy.input[1:] = [self.rounded.get(name, name) for name in node.input[1:]]
            kept = {one.name for one in self.numbers}
            wanted = set(node.input) - kept
            self.numbers += [one for one in self.source.initializer if one.name in wanted]
        elif node.input[0] in self.rounded:
            copy.input[1:] = self.weights(*node.input)
        else:
            self.numbers += [_found(self.source, name) for name in node.input[1:]]
        if made in self.ranges and not self.is_output(made):
            copy.output[0] = f"{made}.exact"
        copy.name = copy.output[0]
        self.nodes.append(copy)
        if made in self.ranges:
            self.round(made, copy.output[0])

    def round(self, name: str, exact: str) -> None:
        """Make the rounded tensor `name` from the tensor `exact`."""
        low, high = self.ranges[name]
        scale = np.array((high - low) / 255, np.float32)
        facts = [
            self.number(f"{name}.scale", scale),
            self.number(f"{name}.zero", np.array(round(-low / (high - low) * 255), np.uint8)),
        ]
        self.rounded[name] = f"{name}.rounded" if self.is_output(name) else name
        self.scales[name] = scale
        self.node("QuantizeLinear", [exact, *facts], f"{name}.uint8")
        self.node("DequantizeLinear", [f"{name}.uint8", *facts], self.rounded[name])

    def weights(self, source: str, weight: str, bias: str) -> list[str]:
        """The kernel as int8; the bias as int32, in the steps of the sums that it is added to."""
        kernel, offsets = (_values(self.source, name) for name in (weight, bias))
        steps = _steps(kernel)
        # A channel that is all but zero: its bias has to fit into 32 bits all the same.
        fitting = np.abs(offsets) / (float(self.scales[source]) * _LARGEST_BIAS)
        scale = np.maximum(np.maximum(steps, fitting), _SMALLEST_STEP).astype(np.float32)
        per_channel = scale.astype(np.float64).reshape(-1, *[1] * (kernel.ndim - 1))
        whole = np.round(kernel / per_channel).astype(np.int8)
        sums = scale * self.scales[source]
        whole_offsets = np.round(offsets / sums.astype(np.float64)).astype(np.int32)
        return [self.constant(weight, whole, scale), self.constant(bias, whole_offsets, sums)]

    def constant(self, name: str, values: np.ndarray, scale: np.ndarray) -> str:
        """Whole numbers with a scale for each of the first axis."""
        facts = [
            self.number(f"{name}.{values.dtype}", values),
            self.number(f"{name}.scale", scale),
            self.number(f"{name}.zero", np.zeros(scale.shape, values.dtype)),
        ]
        return self.node("DequantizeLinear", facts, name, axis=0)

    def node(self, operation: str, sources: list[str], name: str, **attributes: int) -> str:
        self.nodes.append(helper.make_node(operation, sources, [name], name=name, **attributes))
        return name

    def number(self, name: str, values: np.ndarray) -> str:
        self.numbers.append(numpy_helper.from_array(values, name))
        return name

    def is_output(self, name: str) -> bool:
        """Whether it is an answer of the whole network, which is never rounded itself."""
        return name in {value.name for value in self.source.output}


def _found(graph: onnx.GraphProto, name: str) -> onnx.TensorProto:
    return next(weight for weight in graph.initializer if weight.name == name)


def _values(graph: onnx.GraphProto, name: str) -> np.ndarray:
    return numpy_helper.to_array(_found(graph, name)).astype(np.float64)


def _steps(kernel: np.ndarray) -> np.ndarray:
    """The size of an int8 step for each output channel.

    Processors with AVX2 or AVX-512 but no VNNI multiply pairs of neighbours, uint8 by int8, and
    add the two products into 16 bits, where two large ones overflow: they are cut off without a
    word. So no two weights that meet there exceed 128 together: 255 × 128 fits. Their order is
    that of the runtime's kernels: by place, then by channel. Depthwise ones add into 32 bits.
    """
    channels = len(kernel)
    largest = np.abs(kernel).reshape(channels, -1).max(axis=1)
    if kernel.ndim == 4 and kernel.shape[1] == 1:
        return largest / _LARGEST
    in_order = np.moveaxis(kernel, 1, -1).reshape(channels, -1)
    pairs = np.pad(in_order, ((0, 0), (0, in_order.shape[1] % 2))).reshape(channels, -1, 2)
    sums = [np.maximum(side, 0).sum(axis=2).max(axis=1) for side in (pairs, -pairs)]
    # Rounding may add half a step to each of the two: 127 and 1 make 128.
    return np.maximum(largest, np.maximum(*sums)) / _LARGEST
