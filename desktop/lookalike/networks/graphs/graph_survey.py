"""What can be known of a graph before it is run: the types of tensors, and which never vary."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import defs, helper, numpy_helper, shape_inference
from onnx.reference import ReferenceEvaluator

Array = NDArray[Any]

_MOST_NUMBERS = 1 << 26  # of a constant that is computed: 256 MB of float32
_MOST_SIZES = 256  # of a constant that shapes can depend on
_NEVER_CONSTANT = ("RandomNormal", "RandomUniform", "RandomNormalLike", "RandomUniformLike")
_RGB_CHANNELS = 3


class GraphMismatch(Exception):
    """The operators of a graph do not fit the shapes that they are given."""


@dataclass(frozen=True, slots=True)
class Survey:
    """Of a graph whose input has one certain size.

    Args:
        types: of every tensor that could be told.
        constants: the values of what no picture changes, initializers included.
    """

    types: Mapping[str, onnx.TypeProto]
    constants: Mapping[str, Array]

    def shape(self, name: str) -> tuple[int, ...]:
        """-1 stands for a size that is not known; empty where no size is."""
        if name not in self.types:
            return ()
        sizes = self.types[name].tensor_type.shape.dim
        return tuple(one.dim_value if one.HasField("dim_value") else -1 for one in sizes)

    def shared_constants(self, other: "Survey") -> dict[str, Array]:
        return {
            name: values
            for name, values in self.constants.items()
            if name in other.constants and _same(values, other.constants[name])
        }


def survey(model: onnx.ModelProto, batch: int, side_px: int) -> Survey:
    """Follow a graph with one input from node to node, as if it were fed `batch` pictures.

    Raises:
        GraphMismatch: a node cannot take what it is given.
    """
    fed = model.graph.input[0]
    types = {fed.name: _type_of_input(fed, batch, side_px)}
    constants = {one.name: numpy_helper.to_array(one) for one in model.graph.initializer}
    types.update((name, _type_of(values)) for name, values in constants.items())
    found = Survey(types, constants)
    for node in model.graph.node:
        types.update(_inferred(node, found, model))
        for name, values in _computed(node, found, model):
            constants[name] = values
            types[name] = _type_of(values)
    return found


def _type_of_input(fed: onnx.ValueInfoProto, batch: int, side_px: int) -> onnx.TypeProto:
    declared = fed.type.tensor_type
    sizes = [one.dim_value for one in declared.shape.dim]
    ends_in_channels = bool(sizes) and 0 < sizes[-1] <= _RGB_CHANNELS
    usual = [batch, side_px, side_px] if ends_in_channels else [batch, _RGB_CHANNELS]
    usual += [side_px] * len(sizes)
    sizes = [size or assumed for size, assumed in zip(sizes, usual, strict=False)]
    return helper.make_tensor_type_proto(declared.elem_type, sizes)


def _type_of(values: Array) -> onnx.TypeProto:
    return helper.make_tensor_type_proto(
        helper.np_dtype_to_tensor_dtype(values.dtype), values.shape
    )


def _inferred(
    node: onnx.NodeProto, known: Survey, model: onnx.ModelProto
) -> dict[str, onnx.TypeProto]:
    read = [name for name in node.input if name]
    if not _is_plain(node) or not all(name in known.types for name in read):
        return {}
    try:
        told: dict[str, onnx.TypeProto] = shape_inference.infer_node_outputs(
            defs.get_schema(node.op_type, _versions(model)[""]),
            node,
            {name: known.types[name] for name in read},
            {
                name: numpy_helper.from_array(known.constants[name], name)
                for name in read
                if name in known.constants and known.constants[name].size <= _MOST_SIZES
            },
            opset_imports=list(model.opset_import),
            ir_version=model.ir_version,
        )
    except defs.SchemaError:
        return {}
    except shape_inference.InferenceError as error:
        raise GraphMismatch(str(error)) from error
    return told


def _computed(
    node: onnx.NodeProto, known: Survey, model: onnx.ModelProto
) -> Iterator[tuple[str, Array]]:
    """The outputs of a node that reads nothing but constants, or nothing but a shape."""
    if node.op_type == "Shape" and _is_sized(node.input[0], known):
        stand_in = np.broadcast_to(np.int8(0), known.shape(node.input[0]))
        yield from zip(node.output, _run(node, {node.input[0]: stand_in}, model), strict=False)
    elif _is_constant(node, known):
        fed = {name: known.constants[name] for name in node.input if name}
        yield from zip(node.output, _run(node, fed, model), strict=False)


def _is_sized(name: str, known: Survey) -> bool:
    typed = name in known.types and known.types[name].tensor_type.HasField("shape")
    return typed and -1 not in known.shape(name)


def _is_constant(node: onnx.NodeProto, known: Survey) -> bool:
    if not _is_plain(node) or node.op_type in _NEVER_CONSTANT:
        return False
    if not all(name in known.constants for name in node.input if name):
        return False
    return node.op_type == "Constant" or all(
        _is_sized(name, known) and math.prod(known.shape(name)) <= _MOST_NUMBERS
        for name in node.output
        if name
    )


def _is_plain(node: onnx.NodeProto) -> bool:
    """Of the standard's own operators, and without graphs inside of it."""
    return not node.domain and not any(one.HasField("g") or one.graphs for one in node.attribute)


def _run(node: onnx.NodeProto, fed: Mapping[str, Array], model: onnx.ModelProto) -> list[Array]:
    try:
        told = ReferenceEvaluator(node, opsets=_versions(model)).run(None, dict(fed))
    # What the evaluator cannot do, it tells by whatever NumPy raises: the node then stays.
    except Exception:
        return []
    return [np.asarray(one) for one in told]


def _versions(model: onnx.ModelProto) -> dict[str, int]:
    return {"": 1} | {one.domain: one.version for one in model.opset_import}


def _same(one: Array, other: Array) -> bool:
    return one.shape == other.shape and bool(np.array_equal(one, other))
