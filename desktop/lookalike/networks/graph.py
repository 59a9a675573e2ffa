"""Parts of a network's graph, cut out in memory: its file is never changed.

`onnx` takes its time to import, so it waits until a part is wanted.
"""

from collections.abc import Collection, Iterator, Sequence
from typing import TYPE_CHECKING

from lookalike.errors import NetworkUnusable
from lookalike.networks.manifest import Manifest, verify

if TYPE_CHECKING:
    import onnx


def read_graph(manifest: Manifest) -> "onnx.ModelProto":
    """The network's file, checked.

    Raises:
        NetworkUnusable: it is missing, altered, not understood, or not all of the network.
    """
    verify(manifest)
    try:
        content = manifest.file.read_bytes()
    except OSError as error:
        raise _unusable(manifest.title, "its file cannot be read") from error
    return parse_graph(content, manifest.title)


def parse_graph(content: bytes, title: str) -> "onnx.ModelProto":
    """The network in the bytes of an ONNX file, checked.

    Raises:
        NetworkUnusable: they are not understood, or not all of the network.
    """
    import onnx
    from google.protobuf.message import DecodeError  # type: ignore[import-untyped]

    try:
        model = onnx.load_from_string(content)
    except DecodeError as error:
        raise _unusable(title, "its file is not understood") from error
    # The runtime would look for it from wherever the program was started, not beside the file.
    if any(tensor.data_location == onnx.TensorProto.EXTERNAL for tensor in _tensors(model.graph)):
        raise _unusable(title, "some of its numbers are in other files")
    if model.functions:
        raise _unusable(title, "it brings operations of its own")
    return model


def part_of(
    model: "onnx.ModelProto", inputs: Sequence["onnx.ValueInfoProto"], outputs: Sequence[str]
) -> "onnx.ModelProto | None":
    """The graph that makes `outputs` of `inputs` and of nothing else; None where there is none."""
    import onnx

    known = {value.name for value in inputs}
    weights = {tensor.name for tensor in model.graph.initializer}
    nodes = _makers(model.graph, outputs, known)
    made = {name for node in nodes for name in node.output}
    needed = {*outputs, *(name for node in nodes for name in _read_by(node) if name)}
    if not needed <= made | known | weights or weights & set(outputs):
        return None
    part = onnx.ModelProto(ir_version=model.ir_version, opset_import=model.opset_import)
    part.graph.CopyFrom(
        onnx.GraphProto(
            name=model.graph.name,
            node=nodes,
            input=inputs,
            # The runtime knows the sizes itself.
            output=[onnx.ValueInfoProto(name=name) for name in outputs],
            initializer=[one for one in model.graph.initializer if one.name in needed],
        )
    )
    return part


def network_inputs(model: "onnx.ModelProto") -> list["onnx.ValueInfoProto"]:
    """What the network wants to be fed; old files list their weights there as well."""
    weights = {tensor.name for tensor in model.graph.initializer}
    return [value for value in model.graph.input if value.name not in weights]


def of_any_size(pixels: "onnx.ValueInfoProto") -> "onnx.ValueInfoProto":
    """The same input, for pictures of any height and width."""
    import onnx

    sizes: list[str | int | None] = ["batch", 3, "height", "width"]
    return onnx.helper.make_tensor_value_info(pixels.name, onnx.TensorProto.FLOAT, sizes)


def _makers(
    graph: "onnx.GraphProto", outputs: Collection[str], known: Collection[str]
) -> list["onnx.NodeProto"]:
    """The nodes that `outputs` come from, in the graph's order, as far back as what is `known`."""
    wanted, found = set(outputs), []
    # A graph's nodes are sorted: each stands behind those it reads from.
    for node in reversed(graph.node):
        if not wanted.isdisjoint(set(node.output).difference(known)):
            found.append(node)
            wanted.update(_read_by(node))
    return found[::-1]


def _read_by(node: "onnx.NodeProto") -> Iterator[str]:
    """The tensors that a node reads, those of the graphs inside it included."""
    yield from node.input
    for graph in _graphs(node):
        made = {name for inner in graph.node for name in inner.output}
        made.update(value.name for value in (*graph.input, *graph.initializer))
        for inner in graph.node:
            yield from (name for name in _read_by(inner) if name not in made)
        yield from (value.name for value in graph.output if value.name not in made)


def _graphs(node: "onnx.NodeProto") -> Iterator["onnx.GraphProto"]:
    for attribute in node.attribute:
        yield from attribute.graphs
        if attribute.HasField("g"):
            yield attribute.g


def _tensors(graph: "onnx.GraphProto") -> Iterator["onnx.TensorProto"]:
    """Every tensor whose numbers a graph brings along."""
    yield from graph.initializer
    for sparse in graph.sparse_initializer:
        yield from (sparse.values, sparse.indices)
    for node in graph.node:
        for attribute in node.attribute:
            yield from (attribute.t, *attribute.tensors)
            for sparse in (attribute.sparse_tensor, *attribute.sparse_tensors):
                yield from (sparse.values, sparse.indices)
        for inner in _graphs(node):
            yield from _tensors(inner)


def _unusable(title: str, reason: str) -> NetworkUnusable:
    return NetworkUnusable(
        f"Nothing can be seen inside the network {title}: {reason}.",
        "Choose another network.",
    )
