"""What in a picture made a unit answer: graphs that lead from a layer back to the pixels.

ONNX Runtime has no gradients. So the vector-Jacobian product of a network is built as a graph of
its own, out of forward operators, and run like any other network. `onnx` takes its time to import,
so it waits until a graph is wanted.
"""

from collections import defaultdict
from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from lookalike.errors import NetworkUnusable
from lookalike.networks.graph import part_of

if TYPE_CHECKING:
    import onnx

    from lookalike.networks.adjoints.tape import Shape, Step, Tape

COTANGENT = "cotangent"
GRADIENT = "gradient"


class BackwardMode(StrEnum):
    """How a rectifier is passed on the way back; everything else is the same.

    GRADIENT: where its input was positive: the vector-Jacobian product itself (saliency,
        Simonyan et al. 2013).
    DECONVNET: where what comes back is positive (Zeiler & Fergus 2014).
    GUIDED: where both are (Springenberg et al. 2015).
    """

    GRADIENT = "gradient"
    DECONVNET = "deconvnet"
    GUIDED = "guided"


def backward_model(
    plain: "onnx.ModelProto",
    tensor: str,
    mode: BackwardMode = BackwardMode.GRADIENT,
) -> "onnx.ModelProto":
    """A graph that leads to `tensor` and from there back to the pixels.

    Its inputs are that of the network and `COTANGENT`, which weighs the values of `tensor` and has
    its shape. Its outputs are `tensor` and `GRADIENT`, which has the shape of the input: the
    gradient of the weighted sum.

    Args:
        plain: as `plain_graph` makes it.

    Raises:
        NetworkUnusable: no operator makes `tensor`, or there is no way back from it.
    """
    import onnx

    part = _part_to(plain, tensor)
    _require_rules(part)
    tape = _tape(part, mode)
    gradient = _written(tape, part, tensor)
    tape.nodes.append(onnx.helper.make_node("Identity", [gradient], [GRADIENT]))
    part.graph.node.extend(tape.nodes)
    part.graph.initializer.extend(tape.initializers)
    cotangent = onnx.ValueInfoProto()
    cotangent.CopyFrom(next(one for one in _values(plain.graph) if one.name == tensor))
    cotangent.name = COTANGENT
    inputs = [*part.graph.input, cotangent]
    return _whole(part_of(part, inputs, [tensor, GRADIENT]), tensor)


def uncovered_operators(plain: "onnx.ModelProto", tensor: str) -> tuple[str, ...]:
    """The operators between the pixels and `tensor` that have no rule, each once, in their order.

    Raises:
        NetworkUnusable: no operator makes `tensor`.
    """
    return _uncovered(_part_to(plain, tensor))


def _part_to(plain: "onnx.ModelProto", tensor: str) -> "onnx.ModelProto":
    """What leads to a tensor, with what is known of the shapes."""
    made = any(tensor in node.output for node in plain.graph.node)
    part = part_of(plain, list(plain.graph.input), [tensor]) if made and tensor else None
    part = _whole(part, tensor)
    part.graph.value_info.extend(_values(plain.graph))
    return part


def _uncovered(part: "onnx.ModelProto") -> tuple[str, ...]:
    from lookalike.networks.adjoints.rules import RULES

    varying = _varying(part)
    missing = (
        node.op_type
        for node in part.graph.node
        if not varying.isdisjoint(node.output) and (node.domain or node.op_type not in RULES)
    )
    return tuple(dict.fromkeys(missing))


def _require_rules(part: "onnx.ModelProto") -> None:
    from lookalike.networks.adjoints.tape import no_way_back

    missing = _uncovered(part)
    if not missing:
        return
    *rest, last = missing
    raise no_way_back(
        f"the operators {', '.join(rest)} and {last}" if rest else f"the operator {last}"
    )


def _tape(part: "onnx.ModelProto", mode: BackwardMode) -> "Tape":
    import onnx

    from lookalike.networks.adjoints.tape import Tape

    constants = {one.name: onnx.numpy_helper.to_array(one) for one in part.graph.initializer}
    return Tape(
        {value.name: _shape(value) for value in _values(part.graph) if _is_shaped(value)},
        constants,
        _varying(part),
        masks_by_input=mode != BackwardMode.DECONVNET,
        masks_by_cotangent=mode != BackwardMode.GRADIENT,
    )


def _written(tape: "Tape", part: "onnx.ModelProto", tensor: str) -> str:
    """Take the way back down, from the tensor to the input; the name of what arrives there."""
    from lookalike.networks.adjoints.rules import RULES

    pixels = part.graph.input[0].name
    arrived: dict[str, list[str]] = defaultdict(list)
    arrived[tensor].append(COTANGENT)
    for node in reversed(part.graph.node):
        cotangents = [_summed(tape, arrived.pop(name, [])) for name in node.output]
        if not any(cotangents) or not any(tape.varies(name) for name in node.output):
            continue
        back = RULES[node.op_type](tape, _step(node, cotangents))
        for name, one in zip(node.input, back, strict=True):
            if one and tape.varies(name):
                arrived[name].append(one)
    gradient = _summed(tape, arrived[pixels])
    if gradient is None:
        raise NetworkUnusable(f"The tensor {tensor} does not depend on the picture.")
    return gradient


def _summed(tape: "Tape", cotangents: Sequence[str]) -> str | None:
    """Where branches meet on the way back, what they bring is added."""
    if not cotangents:
        return None
    return cotangents[0] if len(cotangents) == 1 else tape.put("Sum", *cotangents)


def _step(node: "onnx.NodeProto", cotangents: Sequence[str | None]) -> "Step":
    import onnx

    from lookalike.networks.adjoints.tape import Step

    attributes = {one.name: onnx.helper.get_attribute_value(one) for one in node.attribute}
    return Step(node, attributes, cotangents)


def _varying(part: "onnx.ModelProto") -> set[str]:
    """The tensors that the input reaches through nothing but real numbers.

    Those of 8 bits are such numbers too, only rounded; counts, places and truths are not.
    """
    from onnx import TensorProto

    others = {
        value.name
        for value in _values(part.graph)
        if value.type.tensor_type.elem_type
        in (TensorProto.INT64, TensorProto.INT32, TensorProto.BOOL)
    }
    found = {value.name for value in part.graph.input}
    for node in part.graph.node:
        if not found.isdisjoint(node.input):
            found.update(set(node.output) - others)
    return found


def _values(graph: "onnx.GraphProto") -> list["onnx.ValueInfoProto"]:
    return [*graph.input, *graph.value_info, *graph.output]


def _is_shaped(value: "onnx.ValueInfoProto") -> bool:
    return bool(value.type.tensor_type.HasField("shape"))


def _shape(value: "onnx.ValueInfoProto") -> "Shape":
    sizes = value.type.tensor_type.shape.dim
    return tuple(one.dim_value if one.HasField("dim_value") else None for one in sizes)


def _whole(part: "onnx.ModelProto | None", tensor: str) -> "onnx.ModelProto":
    if part is None:
        raise NetworkUnusable(
            f"The network has no tensor {tensor} that operators make of its input.",
            "Choose another layer.",
        )
    return part
