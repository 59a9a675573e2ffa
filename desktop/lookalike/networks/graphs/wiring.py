"""Who makes and who reads each tensor of a network's graph, and of which shape it is."""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from lookalike.networks.graph import network_inputs

if TYPE_CHECKING:
    import onnx

Shape = tuple[int | None, ...]

# What one place of the answer tells comes from that place of the operands. Normalisations are
# among them: the statistics that they take of a whole map are not counted as seeing.
_ELEMENTWISE_NAMES = (
    "Abs Add BatchNormalization Cast Ceil Celu Clip DequantizeLinear Div Dropout Elu Erf Exp Floor "
    "Gelu GroupNormalization HardSigmoid HardSwish Identity InstanceNormalization LRN "
    "LayerNormalization LeakyRelu Log Max MeanVarianceNormalization Min Mish Mul Neg PRelu Pow "
    "QuantizeLinear Reciprocal Relu Round Selu Sigmoid Softplus Softsign Sqrt Sub Sum Swish Tanh "
    "ThresholdedRelu"
)
ELEMENTWISE = frozenset(_ELEMENTWISE_NAMES.split())

_SMALL = 64  # numbers; larger constants are the same only where they have one name
_UNBOUNDED = 1e30  # exporters write "no bound" as the largest float


class Wiring:
    """A graph in plain form, with nodes that do the same to the same merged into the first.

    Such twins are what a quantiser leaves behind: one for each reader of a tensor.

    Args:
        pixels: the network's input.
        nodes: those that depend on it, each behind those it reads from.
    """

    def __init__(self, model: "onnx.ModelProto") -> None:
        graph = model.graph
        self.pixels: str = network_inputs(model)[0].name
        self.outputs: list[str] = [value.name for value in graph.output]
        self.nodes: list[onnx.NodeProto] = []
        self.same: dict[str, str] = {}
        self._tensors = {tensor.name: tensor for tensor in _constants(graph)}
        self._shapes = _shapes(graph)
        self._makers: dict[str, onnx.NodeProto] = {}
        self._positions: dict[str, int] = {}
        self._readers: dict[str, list[onnx.NodeProto]] = {}
        self._connect(graph)

    def first_alike(self, tensor: str) -> str:
        """The tensor that stands for it: of twins, the one that is made first."""
        return self.same.get(tensor, tensor)

    def maker(self, tensor: str) -> "onnx.NodeProto | None":
        """None for the network's input and for what does not depend on it."""
        return self._makers.get(self.first_alike(tensor))

    def position(self, tensor: str) -> int:
        """Where in `nodes` its maker stands; -1 for the network's input."""
        return self._positions.get(self.first_alike(tensor), -1)

    def readers(self, tensor: str) -> Sequence["onnx.NodeProto"]:
        return self._readers.get(self.first_alike(tensor), ())

    def shape(self, tensor: str) -> Shape | None:
        """None stands for a size that is free, and for a shape that nobody knows."""
        return self._shapes.get(tensor)

    def constant(self, tensor: str) -> NDArray[Any] | None:
        """Its numbers, where they are the same for all pictures."""
        import onnx

        found = self._tensors.get(tensor)
        return None if found is None else np.asarray(onnx.numpy_helper.to_array(found))

    def data_inputs(self, node: "onnx.NodeProto") -> list[str]:
        """What it reads that depends on the picture."""
        known = (self.first_alike(name) for name in node.input)
        return [name for name in known if name == self.pixels or name in self._makers]

    def origins(self, tensor: str) -> set[str]:
        """What it is made of by elementwise operations alone; itself where by none."""
        waiting, seen, found = [self.first_alike(tensor)], set[str](), set[str]()
        while waiting:
            name = waiting.pop()
            if name in seen:
                continue
            seen.add(name)
            node = self.maker(name)
            if node is not None and node.op_type in ELEMENTWISE:
                waiting.extend(self.data_inputs(node))
            else:
                found.add(name)
        return found

    def _connect(self, graph: "onnx.GraphProto") -> None:
        first: dict[tuple[object, ...], onnx.NodeProto] = {}
        for node in graph.node:
            read = dict.fromkeys(self.data_inputs(node))
            if not read:
                continue
            twin = first.setdefault(self._deed(node), node)
            if twin is not node:
                self.same.update(zip(node.output, twin.output, strict=True))
                continue
            self._makers.update((name, node) for name in node.output if name)
            self._positions.update(dict.fromkeys(node.output, len(self.nodes)))
            self.nodes.append(node)
            for name in read:
                self._readers.setdefault(name, []).append(node)

    def _deed(self, node: "onnx.NodeProto") -> tuple[object, ...]:
        """The same for nodes that do the same to the same."""
        return (
            node.op_type,
            len(node.output),
            *sorted(attribute.SerializeToString() for attribute in node.attribute),
            *(self._content(self.first_alike(name)) for name in node.input),
        )

    def _content(self, tensor: str) -> object:
        found = self._tensors.get(tensor)
        if found is None or int(np.prod(found.dims)) > _SMALL:
            return tensor
        numbers = self.constant(tensor)
        assert numbers is not None
        return numbers.dtype.str, numbers.shape, numbers.tobytes()


def attribute(node: "onnx.NodeProto", name: str, otherwise: Any = None) -> Any:  # noqa: ANN401
    """An attribute's value, texts as str."""
    import onnx

    for found in node.attribute:
        if found.name == name:
            value = onnx.helper.get_attribute_value(found)
            return value.decode() if isinstance(value, bytes) else value
    return otherwise


def numbers_of(
    node: "onnx.NodeProto", wiring: Wiring, name: str, place: int
) -> list[int | float] | None:
    """What old operator sets state as an attribute and newer ones as the input at `place`."""
    if len(node.input) > place and node.input[place]:
        found = wiring.constant(node.input[place])
        return None if found is None else found.ravel().tolist()
    stated = attribute(node, name)
    return stated if stated is None or isinstance(stated, list) else [stated]


def axes_of(node: "onnx.NodeProto", wiring: Wiring, name: str, place: int) -> frozenset[int] | None:
    """Axes counted from the last, which is -1; None where they are not stated or not known."""
    told = numbers_of(node, wiring, name, place)
    shape = wiring.shape(node.input[0])
    if told is None or shape is None:
        return None
    return frozenset(int(axis) - len(shape) if axis >= 0 else int(axis) for axis in told)


def clip_bounds(node: "onnx.NodeProto", wiring: Wiring) -> tuple[float, float]:
    """The least and the largest value that a Clip lets through."""
    least = numbers_of(node, wiring, "min", 1) or [-np.inf]
    most = numbers_of(node, wiring, "max", 2) or [np.inf]
    return (
        least[0] if least[0] > -_UNBOUNDED else -np.inf,
        most[0] if most[0] < _UNBOUNDED else np.inf,
    )


def _constants(graph: "onnx.GraphProto") -> Iterator["onnx.TensorProto"]:
    yield from graph.initializer
    for node in graph.node:
        if node.op_type == "Constant":
            for found in node.attribute:
                if found.name == "value":
                    named = type(found.t)()
                    named.CopyFrom(found.t)
                    named.name = node.output[0]
                    yield named


def _shapes(graph: "onnx.GraphProto") -> dict[str, Shape]:
    declared = {
        value.name: tuple(
            size.dim_value if size.HasField("dim_value") else None
            for size in value.type.tensor_type.shape.dim
        )
        for value in chain(graph.value_info, graph.input, graph.output)
        if value.type.tensor_type.HasField("shape")
    }
    weights = {tensor.name: tuple(tensor.dims) for tensor in _constants(graph)}
    return {**declared, **weights}
