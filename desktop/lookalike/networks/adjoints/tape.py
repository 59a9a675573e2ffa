"""The graph that leads back, while it is written: nodes, numbers, and what is known of tensors."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, cast

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import helper, numpy_helper

from lookalike.errors import NetworkUnusable

Array = NDArray[Any]
Shape = tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One operator on the way back.

    Args:
        node: in the graph that is being written, where a rule may ask it for further outputs.
        cotangents: what comes back to each of its outputs; None where nothing does.
    """

    node: onnx.NodeProto
    attributes: Mapping[str, Any]
    cotangents: Sequence[str | None]

    @property
    def inputs(self) -> Sequence[str]:
        return list(self.node.input)

    @property
    def output(self) -> str:
        return str(self.node.output[0])

    @property
    def cotangent(self) -> str:
        """Of the first output, for operators that matter for no other."""
        first = self.cotangents[0]
        if first is None:
            raise unusable(f"an output of {self.node.op_type} that has no gradient is used")
        return first


class Tape:
    """Takes down nodes. Numbers that a network brings along are read, never computed again.

    Args:
        shapes: of the forward tensors; None stands for a size that grows with the batch.
        constants: the initializers of the forward graph.
        varying: the forward tensors that depend on the input in a way that has a gradient.
        masks_by_input: whether rectifiers let pass only where their input was positive.
        masks_by_cotangent: whether they do only where what comes back is positive.
    """

    def __init__(
        self,
        shapes: Mapping[str, Shape],
        constants: Mapping[str, Array],
        varying: set[str],
        *,
        masks_by_input: bool,
        masks_by_cotangent: bool,
    ) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: list[onnx.TensorProto] = []
        self.masks_by_input = masks_by_input
        self.masks_by_cotangent = masks_by_cotangent
        self._shapes = shapes
        self._constants = constants
        self._varying = varying
        self._numbers: dict[float, str] = {}
        self._sizes: dict[tuple[int, ...], str] = {}

    def put(self, operator: str, *inputs: str, **attributes: object) -> str:
        """Write a node down; the name of its output."""
        return self.put_many(operator, inputs, 1, **attributes)[0]

    def put_many(
        self, operator: str, inputs: Sequence[str], count: int, **attributes: object
    ) -> list[str]:
        outputs = [f"backward/{len(self.nodes)}/{at}" for at in range(count)]
        self.nodes.append(
            helper.make_node(operator, inputs, outputs, **cast("dict[str, Any]", attributes))
        )
        return outputs

    def number(self, value: float) -> str:
        if value not in self._numbers:
            self._numbers[value] = self.array(np.array(value, np.float32))
        return self._numbers[value]

    def sizes(self, *values: int) -> str:
        if values not in self._sizes:
            self._sizes[values] = self.array(np.array(values, np.int64))
        return self._sizes[values]

    def array(self, values: Array) -> str:
        """The name of a new initializer."""
        name = f"backward/number/{len(self.initializers)}"
        self.initializers.append(numpy_helper.from_array(values, name))
        return name

    def varies(self, name: str) -> bool:
        """Whether anyone wants to know what comes back to a tensor."""
        return name in self._varying

    def constant(self, name: str) -> Array | None:
        return self._constants.get(name)

    def known(self, step: Step, at: int, what: str) -> Array:
        """The input of an operator that has to be a constant."""
        values = self.constant(step.inputs[at]) if len(step.inputs) > at else None
        if values is None:
            raise unusable(f"the {what} of {step.node.op_type} are computed from the picture")
        return values

    def shape(self, name: str) -> Shape:
        if name in self._constants:
            return self._constants[name].shape
        if name not in self._shapes:
            raise unusable(f"the shape of {name} is not known")
        return self._shapes[name]

    def size(self, name: str, axis: int) -> int:
        """Of an axis that does not grow with the batch."""
        size = self.shape(name)[axis]
        if size is None:
            raise unusable(f"the shape of {name} is not known")
        return size

    def shape_of(self, name: str) -> str:
        """A tensor's shape as a tensor, such as Reshape wants it."""
        shape = self.shape(name)
        if shape.count(None) <= 1:
            return self.sizes(*(-1 if size is None else size for size in shape))
        return self.put("Shape", name)

    def shaped_as(self, cotangent: str, name: str) -> str:
        return self.put("Reshape", cotangent, self.shape_of(name))

    def zeros_like(self, name: str) -> str:
        return self.put("ConstantOfShape", self.put("Shape", name))

    def only(self, step: Step, cotangent: str) -> list[str | None]:
        """What comes back to the first input, for operators that matter for no other."""
        return [cotangent, *[None] * (len(step.inputs) - 1)]


# What comes back to each input of a step, in their order; None where nothing does.
Rule = Callable[[Tape, Step], Sequence[str | None]]


def unusable(reason: str) -> NetworkUnusable:
    return no_way_back(f"this network: {reason}")


def no_way_back(through: str) -> NetworkUnusable:
    return NetworkUnusable(
        f"There is no way back through {through}.", "What a layer shows can still be seen."
    )
