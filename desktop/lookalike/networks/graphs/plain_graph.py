"""A network's graph in the one form that is easy to read: the same tensors, fewer ways to say it.

Exporters write one network in many ways: in old operator sets, with weights among the inputs, with
shapes that are computed at run time, with 8-bit numbers. `onnx` takes its time to import, so it
waits until a graph is wanted.
"""

from collections.abc import Iterable, MutableSequence
from typing import TYPE_CHECKING, Any

from lookalike.errors import NetworkUnusable
from lookalike.networks.graph import network_inputs, part_of

if TYPE_CHECKING:
    import onnx

    from lookalike.networks.graphs.graph_survey import Array, Survey

OPSET = 18
_IR_VERSION = 10  # what ONNX Runtime 1.20 can read
_UNCOVERED_NUMBERS = {"FLOAT16": "16-bit", "BFLOAT16": "16-bit", "DOUBLE": "64-bit"}
_BATCHES = (2, 3)


def plain_graph(model: "onnx.ModelProto", *, side_px: int = 224) -> "onnx.ModelProto":
    """The same network in float32, with what is constant as initializers and with all shapes.

    Tensors keep their names. Operators are those of set 18 or newer. A batch that was free stays
    free, and it is the only size that is.

    Args:
        side_px: what a free height and width of the input are taken for.

    Raises:
        NetworkUnusable: the graph cannot be brought to this form.
    """
    from lookalike.networks.graphs.rounding import without_rounding

    upgraded = _upgraded(model)
    surveys = _surveys(upgraded, side_px)
    _require_float32(upgraded, surveys[0])
    constants = surveys[0].shared_constants(surveys[1])
    _settle_shapes(upgraded.graph, surveys, constants)
    _settle_constants(upgraded.graph, constants)
    without_rounding(upgraded.graph, constants)
    plain = part_of(upgraded, upgraded.graph.input, [one.name for one in model.graph.output])
    if plain is None:
        raise _unusable("its graph is not whole")
    _state_shapes(plain.graph, surveys)
    return plain


def _upgraded(model: "onnx.ModelProto") -> "onnx.ModelProto":
    """A copy whose operators are of `OPSET` or newer, and whose only input is the picture."""
    import onnx

    copy = onnx.ModelProto()
    copy.CopyFrom(model)
    copy.ir_version = _IR_VERSION
    inputs = network_inputs(copy)
    if len(inputs) != 1:
        raise _unusable(f"it takes {len(inputs)} inputs")
    domains = {node.domain for node in copy.graph.node} | {""}
    _keep(copy.opset_import, [one for one in copy.opset_import if one.domain in domains])
    _keep(copy.graph.input, inputs)
    _keep(copy.graph.value_info, [])
    return _converted(copy)


def _converted(model: "onnx.ModelProto") -> "onnx.ModelProto":
    from onnx import version_converter

    version = next((one.version for one in model.opset_import if not one.domain), OPSET)
    if version >= OPSET:
        return model
    try:
        return version_converter.convert_version(model, OPSET)
    except (RuntimeError, version_converter.ConvertError) as error:
        raise _unusable(f"its operators, of set {version}, are too old or not known") from error


def _surveys(model: "onnx.ModelProto", side_px: int) -> tuple["Survey", "Survey"]:
    """What is known for batches of two sizes, which tells what grows with the batch."""
    from lookalike.networks.graphs.graph_survey import GraphMismatch, survey

    try:
        return survey(model, _BATCHES[0], side_px), survey(model, _BATCHES[1], side_px)
    except GraphMismatch:
        # Some graphs say that the batch is free and count on one picture all the same.
        return (_survey_of_one(model, side_px),) * 2


def _survey_of_one(model: "onnx.ModelProto", side_px: int) -> "Survey":
    from lookalike.networks.graphs.graph_survey import GraphMismatch, survey

    try:
        return survey(model, 1, side_px)
    except GraphMismatch as error:
        raise _unusable("its shapes do not fit together") from error


def _require_float32(model: "onnx.ModelProto", known: "Survey") -> None:
    from onnx import TensorProto

    kinds = {one.tensor_type.elem_type for one in known.types.values()}
    for kind in map(TensorProto.DataType.Name, kinds):
        if kind in _UNCOVERED_NUMBERS:
            raise _unusable(f"it counts with {_UNCOVERED_NUMBERS[kind]} numbers")
    if model.graph.input[0].type.tensor_type.elem_type != TensorProto.FLOAT:
        raise _unusable("its input is not made of real numbers")


def _settle_shapes(
    graph: "onnx.GraphProto", surveys: tuple["Survey", "Survey"], constants: dict[str, "Array"]
) -> None:
    """A shape that is computed for the sake of the batch alone is written down."""
    for node in graph.node:
        if node.op_type != "Reshape" or node.input[1] in constants:
            continue
        sizes = _sizes_of_any_batch(node, surveys)
        if sizes is not None:
            node.input[1] = f"{node.output[0]}/shape"
            constants[node.input[1]] = sizes


def _sizes_of_any_batch(
    node: "onnx.NodeProto", surveys: tuple["Survey", "Survey"]
) -> "Array | None":
    """With Reshape's words for what varies: 0 is "as before", -1 "whatever is left"."""
    first, second = (one.constants.get(node.input[1]) for one in surveys)
    if first is None or second is None or first.shape != second.shape:
        return None
    sizes = first.copy()
    sizes[first != second] = -1
    # There may be one -1 only, so the batch takes the other word where it can.
    if all(
        one.shape(node.input[0])[:1] == (wanted[0],)
        for one, wanted in zip(surveys, (first, second), strict=True)
    ):
        sizes[0] = 0
    return sizes if (sizes == -1).sum() <= 1 else None


def _settle_constants(graph: "onnx.GraphProto", constants: dict[str, "Array"]) -> None:
    """What no picture changes becomes an initializer."""
    from onnx import numpy_helper

    given = {one.name for one in graph.initializer}
    graph.initializer.extend(
        numpy_helper.from_array(values, name)
        for name, values in constants.items()
        if name not in given
    )
    _keep(graph.node, [node for node in graph.node if not constants.keys() >= set(node.output)])


def _state_shapes(graph: "onnx.GraphProto", surveys: tuple["Survey", "Survey"]) -> None:
    made = [name for node in graph.node for name in node.output if name]
    outputs = {one.name for one in graph.output}
    for value in (*graph.input, *graph.output):
        value.CopyFrom(_stated(value.name, surveys))
    inner = (_stated(name, surveys) for name in made if name not in outputs)
    graph.value_info.extend(value for value in inner if value.HasField("type"))


def _stated(name: str, surveys: tuple["Survey", "Survey"]) -> "onnx.ValueInfoProto":
    import onnx

    first, second = (one.types.get(name) for one in surveys)
    if first is None or second is None:
        return onnx.ValueInfoProto(name=name)
    kind, sizes = first.tensor_type.elem_type, None
    if first.tensor_type.HasField("shape") and second.tensor_type.HasField("shape"):
        pairs = zip(*(one.shape(name) for one in surveys), strict=True)
        sizes = [_size(*pair) for pair in pairs]
    return onnx.helper.make_tensor_value_info(name, kind, sizes)


def _size(first: int, second: int) -> int | str | None:
    if first == second:
        return first if first >= 0 else None
    times = first // _BATCHES[0]
    return "batch" if times == 1 else f"batch*{times}"


def _keep(field: MutableSequence[Any], kept: Iterable[Any]) -> None:
    """Leave nothing but `kept` in a repeated field."""
    rest = list(kept)
    del field[:]
    field.extend(rest)


def _unusable(reason: str) -> NetworkUnusable:
    return NetworkUnusable(
        f"Nothing can be seen inside this network: {reason}.", "Choose another network."
    )
