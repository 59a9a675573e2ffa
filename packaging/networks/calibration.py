"""Measures which values the tensors of a network take on real photos."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import onnx
import onnxruntime as ort

from lookalike.imaging.decode import decode_photo, read_file
from lookalike.library.intake.read_photo import THUMBNAIL_PX
from lookalike.networks.manifest import Manifest, read_manifest
from lookalike.networks.preprocess import prepare

# What these make is rounded. The averages are not: the embedding stays exact, and what the classes
# are told from is rounded last. Nor is the input: the first convolution is as fast in float32.
_ROUNDED = ("Clip", "Conv", "Add", "Flatten")


def measured_ranges(folder: Path, photos: Path) -> dict[str, list[float]]:
    """The lowest and highest value of each tensor worth rounding, zero always between them.

    Every second photo is looked at, in the order of their names: the others are left to judge by.
    """
    manifest = read_manifest(folder)
    graph = onnx.load(manifest.file)
    tensors = _tensors(graph.graph)
    session = _open_with(graph, tensors)
    seen = [session.run(tensors, {manifest.input.name: fed}) for fed in _inputs(photos, manifest)]
    return {
        tensor: _range(values)
        for tensor, values in zip(tensors, zip(*seen, strict=True), strict=True)
    }


def _range(values: Sequence[np.ndarray]) -> list[float]:
    low, high = min(value.min() for value in values), max(value.max() for value in values)
    return [round(min(float(low), 0.0), 5), round(max(float(high), 0.0), 5)]


def _tensors(graph: onnx.GraphProto) -> list[str]:
    """Those to round; what a Clip follows is rounded behind it."""
    clipped = {node.input[0] for node in graph.node if node.op_type == "Clip"}
    made = (node.output[0] for node in graph.node if node.op_type in _ROUNDED)
    return [tensor for tensor in made if tensor not in clipped]


def _open_with(model: onnx.ModelProto, tensors: list[str]) -> ort.InferenceSession:
    """A session that answers with any tensor."""
    declared = {value.name for value in model.graph.output}
    model.graph.output.extend(
        onnx.ValueInfoProto(name=tensor) for tensor in tensors if tensor not in declared
    )
    return ort.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])


def _inputs(photos: Path, manifest: Manifest) -> Iterator[np.ndarray]:
    """The photos as an import feeds them to the network."""
    side_px = manifest.input.size_px
    for path in sorted(path for path in photos.rglob("*") if path.is_file())[::2]:
        decoded = decode_photo(
            read_file(path), path=path, shortest_side_px=side_px, longest_side_px=THUMBNAIL_PX
        )
        yield prepare(decoded.pixels, manifest.input)[None]
