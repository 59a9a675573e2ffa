"""Small networks built as the known ones are, against finite differences."""

from collections.abc import Callable

import numpy as np
import onnx
import pytest
from onnx import helper

SIDE = 16


class Drawing:
    """Takes down the nodes and the random weights of a network."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.constants: dict[str, np.ndarray] = {}
        self._rng = np.random.default_rng(0)

    def put(self, operator: str, *inputs: str, count: int = 0, **attributes):
        outputs = [f"{operator}{len(self.nodes)}.{at}" for at in range(count or 1)]
        self.nodes.append(helper.make_node(operator, inputs, outputs, **attributes))
        return outputs if count else outputs[0]

    def constant(self, values) -> str:
        name = f"constant{len(self.constants)}"
        self.constants[name] = np.asarray(values)
        return name

    def weights(self, *shape: int) -> str:
        spread = 1 / np.sqrt(np.prod(shape[1:]))
        return self.constant(self._rng.normal(0, spread, shape).astype(np.float32))

    def number(self, value: float) -> str:
        return self.constant(np.float32(value))

    def conv(self, x: str, inputs: int, outputs: int, size: int = 1, **how) -> str:
        how = how if "auto_pad" in how else {"pads": [size // 2] * 4} | how
        weights = self.weights(outputs, inputs // how.get("group", 1), size, size)
        return self.put("Conv", x, weights, self.weights(outputs), **how)

    def normed(self, x: str, channels: int) -> str:
        positive = [
            self.constant(self._rng.uniform(0.5, 1.5, channels).astype(np.float32)) for _ in "gv"
        ]
        bias, mean = self.weights(channels), self.weights(channels)
        return self.put("BatchNormalization", x, positive[0], bias, mean, positive[1])

    def linear(self, x: str, inputs: int, outputs: int) -> str:
        return self.put("Gemm", x, self.weights(outputs, inputs), self.weights(outputs), transB=1)

    def flat(self, x: str) -> str:
        """As torch writes `x.view(x.size(0), -1)`."""
        size = self.put("Gather", self.put("Shape", x), self.constant(0))
        sizes = [self.put("Unsqueeze", size, self.constant([0])), self.constant([-1])]
        return self.put("Reshape", x, self.put("Concat", *sizes, axis=0))

    def classes(self, x: str, channels: int) -> str:
        return self.linear(self.flat(self.put("GlobalAveragePool", x)), channels, 5)


def alexnet(draw: Drawing) -> None:
    x = draw.put("Relu", draw.conv("pixels", 3, 8, 5, strides=[2, 2]))
    x = draw.put("LRN", x, size=5, alpha=0.1, beta=0.75, bias=2.0)
    x = draw.put("MaxPool", x, kernel_shape=[3, 3], strides=[2, 2])
    x = draw.put("Relu", draw.conv(x, 8, 12, 3, group=2))
    x = draw.put("Relu", draw.linear(draw.flat(x), 12 * 9, 10))
    draw.linear(draw.put("Dropout", x), 10, 5)


def vgg(draw: Drawing) -> None:
    x = draw.put("Relu", draw.conv("pixels", 3, 6, 3))
    x = draw.put(
        "MaxPool", draw.put("Relu", draw.conv(x, 6, 6, 3)), kernel_shape=[2, 2], strides=[2, 2]
    )
    x = draw.put("Relu", draw.linear(draw.put("Flatten", x), 6 * 64, 10))
    draw.put("Softmax", draw.linear(x, 10, 5), axis=1)


def resnet(draw: Drawing) -> None:
    x = draw.put("Relu", draw.normed(draw.conv("pixels", 3, 6, 7, strides=[2, 2]), 6))
    x = draw.put("MaxPool", x, kernel_shape=[3, 3], strides=[2, 2], pads=[1] * 4)
    for inputs, outputs, step in ((6, 6, 1), (6, 8, 2)):
        y = draw.put(
            "Relu", draw.normed(draw.conv(x, inputs, outputs, 3, strides=[step] * 2), outputs)
        )
        y = draw.normed(draw.conv(y, outputs, outputs, 3), outputs)
        if step > 1:
            x = draw.normed(draw.conv(x, inputs, outputs, strides=[step] * 2), outputs)
        x = draw.put("Relu", draw.put("Add", y, x))
    draw.classes(x, 8)


def densenet(draw: Drawing) -> None:
    x = draw.conv("pixels", 3, 4, 3)
    for channels in (4, 7):
        grown = draw.conv(draw.put("Relu", draw.normed(x, channels)), channels, 3, 3)
        x = draw.put("Concat", x, grown, axis=1)
    x = draw.put("AveragePool", draw.conv(x, 10, 5), kernel_shape=[2, 2], strides=[2, 2])
    draw.classes(draw.put("Relu", draw.normed(x, 5)), 5)


def inception(draw: Drawing) -> None:
    x = draw.put("Relu", draw.conv("pixels", 3, 6, 3, strides=[2, 2]))
    x = draw.put("MaxPool", x, kernel_shape=[3, 3], strides=[2, 2], ceil_mode=1)
    pooled = draw.put("MaxPool", x, kernel_shape=[3, 3], pads=[1] * 4)
    averaged = draw.put("AveragePool", x, kernel_shape=[3, 3], pads=[1] * 4, count_include_pad=1)
    branches = [
        draw.conv(x, 6, 2),
        draw.conv(draw.put("Relu", draw.conv(x, 6, 3)), 3, 4, 3),
        draw.conv(draw.put("Relu", draw.conv(x, 6, 2)), 2, 3, 5),
        draw.conv(pooled, 6, 2),
        draw.conv(averaged, 6, 2),
    ]
    draw.classes(draw.put("Relu", draw.put("Concat", *branches, axis=1)), 13)


def squeezenet(draw: Drawing) -> None:
    x = draw.put("Relu", draw.conv("pixels", 3, 6, 3, strides=[2, 2], pads=[0] * 4))
    x = draw.put("MaxPool", x, kernel_shape=[3, 3], strides=[2, 2], pads=[0, 0, 1, 1])
    squeezed = draw.put("Relu", draw.conv(x, 6, 3))
    wide = [draw.put("Relu", draw.conv(squeezed, 3, 4, size)) for size in (1, 3)]
    x = draw.put("Relu", draw.conv(draw.put("Concat", *wide, axis=1), 8, 5))
    draw.put("Softmax", draw.flat(draw.put("GlobalAveragePool", x)), axis=1)


def mobilenet_v2(draw: Drawing) -> None:
    ends = draw.number(0), draw.number(6)
    x = draw.conv("pixels", 3, 4, 3, strides=[2, 2], auto_pad="SAME_UPPER")
    y = draw.put("Clip", draw.conv(x, 4, 8), *ends)
    y = draw.put("Clip", draw.conv(y, 8, 8, 3, group=8), *ends)
    x = draw.put("Add", draw.conv(y, 8, 4), x)
    x = draw.put("Clip", draw.conv(x, 4, 4, 3, group=4, strides=[2, 2]), *ends)
    average = draw.put("ReduceMean", x, draw.constant([2, 3]), keepdims=0)
    draw.linear(average, 4, 5)


def mobilenet_v3(draw: Drawing) -> None:
    x = draw.put("HardSwish", draw.conv("pixels", 3, 6, 3, strides=[2, 2]))
    x = draw.put("HardSwish", draw.conv(x, 6, 6, 5, group=6, strides=[2, 2]))
    gate = draw.put("Relu", draw.conv(draw.put("GlobalAveragePool", x), 6, 3))
    gate = draw.put("HardSigmoid", draw.conv(gate, 3, 6), alpha=1 / 6, beta=0.5)
    draw.classes(draw.conv(draw.put("Mul", gate, x), 6, 4), 4)


def efficientnet(draw: Drawing) -> None:
    x = draw.conv("pixels", 3, 6, 3, strides=[2, 2])
    x = draw.put("Mul", x, draw.put("Sigmoid", x))
    gate = draw.conv(draw.put("ReduceMean", x, draw.constant([2, 3])), 6, 2)
    gate = draw.put("Mul", gate, draw.put("Sigmoid", gate))
    gate = draw.put("Sigmoid", draw.conv(gate, 2, 6))
    draw.classes(draw.put("Mul", x, gate), 6)


def shufflenet(draw: Drawing) -> None:
    x = draw.put("Relu", draw.conv("pixels", 3, 8, 3, strides=[2, 2]))
    kept, moved = draw.put("Split", x, draw.constant([4, 4]), axis=1, count=2)
    moved = draw.put("Relu", draw.conv(draw.conv(moved, 4, 4, 3, group=4), 4, 4))
    x = draw.put("Concat", kept, moved, axis=1)
    # Torch asks for the batch at run time.
    size = draw.put("Gather", draw.put("Shape", x), draw.constant([0]))
    grouped = draw.put("Concat", size, draw.constant([2, 4, 8, 8]), axis=0)
    x = draw.put("Transpose", draw.put("Reshape", x, grouped), perm=[0, 2, 1, 3, 4])
    x = draw.put("Reshape", x, draw.put("Concat", size, draw.constant([8, 8, 8]), axis=0))
    cut = draw.put("Slice", x, *map(draw.constant, ([2], [6], [1])))
    draw.classes(draw.put("Relu", draw.conv(cut, 4, 6, group=2)), 6)


def convnext(draw: Drawing) -> None:
    x = draw.conv("pixels", 3, 6, 4, strides=[4, 4], pads=[0] * 4)
    y = draw.put("Transpose", draw.conv(x, 6, 6, 7, group=6), perm=[0, 2, 3, 1])
    y = draw.put("LayerNormalization", y, draw.weights(6), draw.weights(6), epsilon=1e-6)
    y = draw.put("Add", draw.put("MatMul", y, draw.weights(6, 12)), draw.weights(12))
    y = written_out_gelu(draw, y)
    y = draw.put("Add", draw.put("MatMul", y, draw.weights(12, 6)), draw.weights(6))
    y = draw.put("Transpose", draw.put("Mul", y, draw.weights(6)), perm=[0, 3, 1, 2])
    x = draw.put("GlobalAveragePool", draw.put("Add", x, y))
    draw.linear(written_out_norm(draw, draw.put("Flatten", x), 6), 6, 5)


def written_out_gelu(draw: Drawing, x: str) -> str:
    share = draw.put("Erf", draw.put("Div", x, draw.number(np.sqrt(2))))
    share = draw.put("Mul", x, draw.put("Add", share, draw.number(1)))
    return draw.put("Mul", share, draw.number(0.5))


def written_out_norm(draw: Drawing, x: str, channels: int) -> str:
    last = draw.constant([-1])
    centred = draw.put("Sub", x, draw.put("ReduceMean", x, last))
    variance = draw.put("ReduceMean", draw.put("Pow", centred, draw.number(2)), last)
    deviation = draw.put("Sqrt", draw.put("Add", variance, draw.number(1e-6)))
    scaled = draw.put("Mul", draw.put("Div", centred, deviation), draw.weights(channels))
    return draw.put("Add", scaled, draw.weights(channels))


@pytest.mark.parametrize(
    "build",
    [
        alexnet,
        vgg,
        resnet,
        densenet,
        inception,
        squeezenet,
        mobilenet_v2,
        mobilenet_v3,
        efficientnet,
        shufflenet,
        convnext,
    ],
)
def test_the_gradient_of_a_network(check_way_back, build: Callable[[Drawing], None]):
    draw = Drawing()
    build(draw)
    draw.nodes[-1].output[0] = "y"
    check_way_back(draw.nodes, (3, SIDE, SIDE), draw.constants)
