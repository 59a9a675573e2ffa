"""Networks drawn in ONNX's own text, for what is told of a graph without running it."""

import re
from collections.abc import Callable, Mapping

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper

DrawNetwork = Callable[..., onnx.ModelProto]

_WEIGHT = re.compile(r"w(\d+(?:x\d+)*)\w*")


@pytest.fixture(scope="session")
def draw_network() -> DrawNetwork:
    """Makes a network of lines such as `y = Conv(pixels, w8x3x3x3)`.

    An operand that is called w8x3x3x3, with anything behind it, is drawn by chance in that shape;
    `constants` holds other operands that no line makes. `outputs` are the tensors it answers with.
    """

    def draw(
        lines: str,
        *outputs: str,
        pixels: tuple[int, ...] = (3, 32, 32),
        constants: Mapping[str, np.ndarray] | None = None,
        opset: int = 17,
    ) -> onnx.ModelProto:
        nodes = [onnx.parser.parse_node(line) for line in lines.splitlines() if line.strip()]
        read = dict.fromkeys(name for node in nodes for name in node.input)
        given = {name: _drawn(found) for name in read if (found := _WEIGHT.fullmatch(name))}
        graph = helper.make_graph(
            nodes,
            "drawn",
            [helper.make_tensor_value_info("pixels", TensorProto.FLOAT, ["batch", *pixels])],
            [helper.make_tensor_value_info(name, TensorProto.FLOAT, None) for name in outputs],
            [
                numpy_helper.from_array(np.asarray(values), name)
                for name, values in (given | dict(constants or {})).items()
            ],
        )
        model = helper.make_model(
            graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8
        )
        return onnx.shape_inference.infer_shapes(model, strict_mode=True)

    return draw


def _drawn(found: re.Match[str]) -> np.ndarray:
    """Positive, so that nothing cancels."""
    shape = [int(size) for size in found[1].split("x")]
    return np.random.default_rng(len(shape)).uniform(0.5, 1, shape).astype(np.float32)
