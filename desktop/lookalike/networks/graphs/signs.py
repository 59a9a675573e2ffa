"""Which tensors of a graph can be negative, as its operations tell without being run."""

from typing import TYPE_CHECKING

import numpy as np

from lookalike.networks.graphs.wiring import Wiring, clip_bounds, numbers_of

if TYPE_CHECKING:
    import onnx

_NEVER_NEGATIVE = frozenset(
    ("Abs", "Exp", "HardSigmoid", "ReduceL2", "Relu", "Sigmoid", "Softmax", "Softplus", "Sqrt")
)
# Of operands that are not negative they make nothing that is.
_KEEP_SIGN_NAMES = (
    "Add AveragePool Cast Clip Concat Div Dropout Flatten GlobalAveragePool GlobalMaxPool Identity "
    "LRN Max MaxPool Min Mul Pad ReduceMax ReduceMean ReduceSum Reshape Slice Split Squeeze Sum "
    "Transpose Unsqueeze"
)
_KEEP_SIGN = frozenset(_KEEP_SIGN_NAMES.split())
_ONE_OPERAND = frozenset(
    ("Clip", "Dropout", "Pad", "ReduceMax", "ReduceMean", "ReduceSum", "Reshape", "Slice", "Split")
) | {"Squeeze", "Unsqueeze"}


def unsigned_tensors(wiring: Wiring) -> set[str]:
    """Those that are known never to be negative."""
    found: set[str] = set()
    for node in wiring.nodes:
        if _is_never_negative(node, wiring) or _keeps_sign(node, wiring, found):
            found.update(node.output)
    return found


def _is_never_negative(node: "onnx.NodeProto", wiring: Wiring) -> bool:
    if node.op_type == "Clip":
        return clip_bounds(node, wiring)[0] >= 0
    if node.op_type == "Max":
        return any(_is_constant_from_zero(name, wiring) for name in node.input)
    return node.op_type in _NEVER_NEGATIVE


def _keeps_sign(node: "onnx.NodeProto", wiring: Wiring, unsigned: set[str]) -> bool:
    if node.op_type not in _KEEP_SIGN or not _is_filled_from_zero(node, wiring):
        return False
    read = node.input[:1] if node.op_type in _ONE_OPERAND else node.input
    return all(
        wiring.first_alike(name) in unsigned or _is_constant_from_zero(name, wiring)
        for name in read
        if name
    )


def _is_filled_from_zero(node: "onnx.NodeProto", wiring: Wiring) -> bool:
    """Padding may be of any number, and an upper bound may lie below zero."""
    if node.op_type == "Clip":
        return clip_bounds(node, wiring)[1] >= 0
    if node.op_type != "Pad":
        return True
    return all(number >= 0 for number in numbers_of(node, wiring, "value", 2) or [0])


def _is_constant_from_zero(tensor: str, wiring: Wiring) -> bool:
    numbers = wiring.constant(tensor)
    return numbers is not None and bool(np.all(numbers >= 0))
