"""Takes the 8-bit rounding out of a quantised graph: what is left is the network it stands for."""

from collections.abc import Mapping, MutableMapping
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

Array = NDArray[Any]

# What is not negative stays so.
_KEEP_SIGN = (
    *("MaxPool", "AveragePool", "GlobalAveragePool", "GlobalMaxPool", "Flatten", "Reshape"),
    *("Transpose", "Squeeze", "Unsqueeze", "Identity", "Dropout"),
)
_JOINING = ("Concat", "Add", "Sum")
_NEVER_NEGATIVE = ("Relu", "Sigmoid", "HardSigmoid", "Softmax")


def without_rounding(graph: onnx.GraphProto, constants: MutableMapping[str, Array]) -> None:
    """Each QuantizeLinear and DequantizeLinear in a row becomes a Clip to what 8 bits can tell.

    Quantisers leave a rectifier to that range, so it has to stay (Jacob et al. 2018, section 2.4).
    A lower end that the values keep anyway is left out: such a Clip rectifies nothing. Maps that
    are rounded channel by channel stay as they are.

    Args:
        constants: of the graph; its new initializers are added.
    """
    ranges = {
        node.output[0]: (node.input[0], _range(node, constants))
        for node in graph.node
        if node.op_type == "QuantizeLinear" and _is_uniform(node, constants)
    }
    positive: set[str] = set()
    for node in graph.node:
        if node.op_type == "DequantizeLinear" and node.input[0] in ranges:
            values, (lowest, highest) = ranges[node.input[0]]
            least = None if lowest == 0 and values in positive else lowest
            node.CopyFrom(_clip(values, least, highest, node.output[0], graph, constants))
        if _is_positive(node, positive, constants):
            positive.update(node.output)


def _is_uniform(rounding: onnx.NodeProto, constants: Mapping[str, Array]) -> bool:
    """Whether one scale goes for the whole tensor."""
    read = [constants.get(name) for name in rounding.input[1:] if name]
    return all(one is not None and one.size == 1 and one.dtype.kind in "fiu" for one in read)


def _range(rounding: onnx.NodeProto, constants: Mapping[str, Array]) -> tuple[float, float]:
    """The least and the greatest value that can be told."""
    named = len(rounding.input) > 2 and rounding.input[2]
    zero = constants[rounding.input[2]] if named else np.zeros((), np.uint8)
    kind, scale = np.iinfo(zero.dtype), constants[rounding.input[1]].item()
    return (kind.min - zero.item()) * scale, (kind.max - zero.item()) * scale


def _clip(
    values: str,
    lowest: float | None,
    highest: float,
    clipped: str,
    graph: onnx.GraphProto,
    constants: MutableMapping[str, Array],
) -> onnx.NodeProto:
    ends = []
    for name, end in (("lowest", lowest), ("highest", highest)):
        ends.append("" if end is None else f"{clipped}/{name}")
        if end is not None:
            constants[ends[-1]] = np.array(end, np.float32)
            graph.initializer.append(numpy_helper.from_array(constants[ends[-1]], ends[-1]))
    return helper.make_node("Clip", [values, *ends], [clipped])


def _is_positive(node: onnx.NodeProto, positive: set[str], constants: Mapping[str, Array]) -> bool:
    """Whether the first output of a node is known to hold nothing negative."""
    if node.op_type == "Clip":
        lowest = constants.get(node.input[1]) if len(node.input) > 1 else None
        return node.input[0] in positive or (lowest is not None and lowest.item() >= 0)
    read = node.input if node.op_type in _JOINING else node.input[:1]
    keeps = node.op_type in _KEEP_SIGN or node.op_type in _JOINING
    return node.op_type in _NEVER_NEGATIVE or (keeps and positive.issuperset(read))
