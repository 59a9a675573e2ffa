"""Checks of a way back: against central differences in float64, and against ONNX Runtime."""

import math
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from onnx.reference import ReferenceEvaluator
from onnx.reference.op_run import OpRun

from lookalike.errors import NetworkUnusable
from lookalike.networks.backward import BackwardMode, backward_model
from lookalike.networks.graphs.plain_graph import plain_graph
from lookalike.networks.session import open_session

STEP = 1e-6
erf = np.vectorize(math.erf)
Run = Callable[[Mapping[str, np.ndarray]], list[np.ndarray]]


@pytest.fixture(scope="session")
def make_graph():
    """Writes a network from `pixels` to `y`; what is no other node's output is a constant."""
    return _graph


@pytest.fixture(scope="session")
def check_way_back():
    """Holds the gradient of `y` against central differences along random directions."""
    return _check


@pytest.fixture(scope="session")
def run_way_back():
    """The gradient that ONNX Runtime finds, for given pixels and cotangent."""

    def run(model, pixels, cotangent, mode=BackwardMode.GRADIENT) -> np.ndarray:
        way = backward_model(plain_graph(model), "y", mode)
        return _runtime(way)({"pixels": pixels, "cotangent": cotangent})[1]

    return run


def _graph(
    nodes: Sequence[onnx.NodeProto],
    shape: Sequence[int | str],
    constants: Mapping[str, np.ndarray] | None = None,
    opset: int = 18,
) -> onnx.ModelProto:
    graph = helper.make_graph(
        nodes,
        "small",
        [helper.make_tensor_value_info("pixels", TensorProto.FLOAT, ["batch", *shape])],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, None)],
        [numpy_helper.from_array(np.asarray(one), name) for name, one in (constants or {}).items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)


def _check(
    nodes: Sequence[onnx.NodeProto],
    shape: Sequence[int],
    constants: Mapping[str, np.ndarray] | None = None,
    *,
    seed: int = 0,
    opset: int = 18,
    between: tuple[float, float] | None = None,
) -> None:
    model = _graph(nodes, shape, constants, opset)
    way = backward_model(plain_graph(model), "y")
    rng = np.random.default_rng(seed)
    # Of two pictures, so that it shows where a rule mixes them.
    pixels = rng.uniform(*between, (2, *shape)) if between else rng.normal(size=(2, *shape))
    pixels = pixels.astype(np.float32).astype(np.float64)
    as_exported = _runtime(model)({"pixels": pixels.astype(np.float32)})[0]
    cotangent = rng.normal(size=as_exported.shape).astype(np.float32).astype(np.float64)
    exact = _in_float64(way)
    value, gradient = exact({"pixels": pixels, "cotangent": cotangent})
    np.testing.assert_allclose(value, as_exported, rtol=1e-3, atol=1e-4)
    assert gradient.shape == pixels.shape
    for _ in range(2):
        direction = rng.normal(size=pixels.shape)
        ahead, behind = (
            exact({"pixels": pixels + side * direction, "cotangent": cotangent})[0]
            for side in (STEP, -STEP)
        )
        risen = ((ahead - behind) * cotangent).sum() / (2 * STEP)
        np.testing.assert_allclose((gradient * direction).sum(), risen, rtol=1e-5, atol=1e-6)
    fed = {"pixels": pixels.astype(np.float32), "cotangent": cotangent.astype(np.float32)}
    found = _runtime(way)(fed)[1]
    np.testing.assert_allclose(found, gradient, rtol=1e-3, atol=1e-4 * (1 + abs(gradient).max()))


def _runtime(model: onnx.ModelProto) -> Run:
    session = open_session(model.SerializeToString(), "cpu", 1)._session
    return lambda fed: session.run(None, dict(fed))


def _in_float64(model: onnx.ModelProto) -> Run:
    """ONNX Runtime counts with float64 where it can, the reference evaluator everywhere."""
    doubled = onnx.ModelProto()
    doubled.CopyFrom(model)
    _double(doubled.graph)
    try:
        return _runtime(doubled)
    except NetworkUnusable:
        evaluator = ReferenceEvaluator(
            doubled, new_ops=[AveragePool, ConvTranspose, Erf, Gelu, LRN]
        )
        return lambda fed: evaluator.run(None, dict(fed))


# WORKAROUND(https://github.com/onnx/onnx/tree/main/onnx/reference/ops): in onnx 1.23's reference,
# ConvTranspose fails on groups, AveragePool disagrees with the standard where windows lie in the
# pads, LRN adds up other channels, and Erf and Gelu count with float32.
class ConvTranspose(OpRun):
    def _run(self, x, w, **how):
        """Each value lays its share of the kernel down on the output."""
        group, strides, holes, pads = (
            how[name] for name in ("group", "strides", "dilations", "pads")
        )
        spans = [(size - 1) * hole + 1 for size, hole in zip(w.shape[2:], holes, strict=True)]
        outer, inner = w.shape[1], len(w) // group
        extents = zip(x.shape[2:], strides, spans, how["output_padding"], strict=True)
        whole = [(count - 1) * stride + span + more for count, stride, span, more in extents]
        laid = np.zeros((len(x), group * outer, *whole), x.dtype)
        for one, row, column in np.ndindex(group, *x.shape[2:]):
            top, left = row * strides[0], column * strides[1]
            covered = laid[
                :,
                one * outer : (one + 1) * outer,
                top : top + spans[0] : holes[0],
                left : left + spans[1] : holes[1],
            ]
            mine = slice(one * inner, (one + 1) * inner)
            covered += np.einsum("ni,ijhw->njhw", x[:, mine, row, column], w[mine])
        return (laid[:, :, pads[0] : whole[0] - pads[2], pads[1] : whole[1] - pads[3]],)


class AveragePool(OpRun):
    def _run(self, x, kernel_shape, strides, **how):
        """The mean of what is not NaN, window by window."""
        strides = strides or [1, 1]
        pads, counts = _placed(x.shape[2:], kernel_shape, strides, **how)
        value = 0.0 if how["count_include_pad"] else np.nan
        padded = np.pad(x, ((0, 0), (0, 0), *pads), constant_values=value)
        # A last window may reach beyond the pads: nothing counts there.
        padded = np.pad(padded, ((0, 0), (0, 0), (0, 9), (0, 9)), constant_values=np.nan)
        answer = np.zeros((*x.shape[:2], *counts), x.dtype)
        for row, column in np.ndindex(*counts):
            top, left = row * strides[0], column * strides[1]
            window = padded[:, :, top : top + kernel_shape[0], left : left + kernel_shape[1]]
            answer[:, :, row, column] = np.nanmean(window, axis=(2, 3))
        return (answer,)


class LRN(OpRun):
    def _run(self, x, size, alpha, beta, bias):
        before, after = (size - 1) // 2, size // 2
        padded = np.pad(x**2, ((0, 0), (before, after), (0, 0), (0, 0)))
        summed = sum(padded[:, first : first + x.shape[1]] for first in range(size))
        return (x * (bias + alpha / size * summed) ** -beta,)


class Erf(OpRun):
    def _run(self, x):
        return (erf(x),)


class Gelu(OpRun):
    def _run(self, x, approximate):
        if approximate == "tanh":
            return (x / 2 * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3))),)
        return (x / 2 * (1 + erf(x / math.sqrt(2))),)


def _placed(sizes, kernel, strides, *, pads=None, auto_pad="NOTSET", ceil_mode=0, **_):
    """The pads and the number of windows along both axes."""
    pads = pads or [0, 0, 0, 0]
    placed, counts = [], []
    for axis, (size, extent, stride) in enumerate(zip(sizes, kernel, strides, strict=True)):
        before, after = pads[axis], pads[axis + 2]
        if auto_pad.startswith("SAME"):
            total = max(0, (-(-size // stride) - 1) * stride + extent - size)
            before = total // 2 if auto_pad == "SAME_UPPER" else total - total // 2
            after = total - before
        room = size + before + after - extent
        count = (-(-room // stride) if ceil_mode else room // stride) + 1
        if ceil_mode and (count - 1) * stride >= size + before:
            count -= 1
        placed.append((before, after))
        counts.append(count)
    return placed, counts


def _double(graph: onnx.GraphProto) -> None:
    for value in (*graph.input, *graph.output):
        if value.type.tensor_type.elem_type == TensorProto.FLOAT:
            value.type.tensor_type.elem_type = TensorProto.DOUBLE
    for one in graph.initializer:
        if one.data_type == TensorProto.FLOAT:
            values = numpy_helper.to_array(one).astype(np.float64)
            one.CopyFrom(numpy_helper.from_array(values, one.name))
    for node in graph.node:
        if node.op_type == "ConstantOfShape" and not node.attribute:
            zero = numpy_helper.from_array(np.zeros(1))
            node.attribute.append(helper.make_attribute("value", zero))
        for attribute in node.attribute:
            if node.op_type == "Cast" and attribute.i == TensorProto.FLOAT:
                attribute.i = TensorProto.DOUBLE
