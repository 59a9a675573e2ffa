"""A network made ready to be looked into: its graph in plain form, and what is known of it."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lookalike.errors import NetworkUnusable
from lookalike.networks.graph import network_inputs, parse_graph, read_graph
from lookalike.networks.graphs.plain_graph import plain_graph
from lookalike.networks.manifest import InputSpec, Layer, Manifest, ResizeSpec
from lookalike.networks.network_map import MapLayer, final_logits, map_network

if TYPE_CHECKING:
    import onnx

_MAX_BYTES = 1 << 30
_LARGEST_SIDE_PX = 1024
_USUAL_SIDE_PX = 224
# What nearly all networks are trained with: 0 to 1, less the mean of ImageNet, by its deviation.
_IMAGENET_MEAN = (123.675, 116.28, 103.53)
_IMAGENET_SCALE = (1 / 58.395, 1 / 57.12, 1 / 57.375)


@dataclass(frozen=True, slots=True, eq=False)
class InspectedNetwork:
    """Everything that the views of a network need to know of it.

    Args:
        key: the SHA-256 of its file.
        model: its graph in plain form.
        layers: from the pixels to the classes, in the order of the graph.
        classes: their names; empty where they are not known.
        logits: the tensor (n, classes) of scores before any softmax; None where there is none.
        embedding: the tensor (n, d) that photos are compared by; None where nobody said.
        summed: the tensor whose cells add up to the embedding, where it is no plain average.
        is_guessed: whether how it wants to be fed is a guess: nothing came with the graph.
    """

    title: str
    key: str
    input: InputSpec
    model: "onnx.ModelProto"
    layers: tuple[MapLayer, ...]
    classes: tuple[str, ...]
    logits: str | None
    embedding: str | None
    is_guessed: bool = False
    summed: str | None = None

    def layer(self, name: str) -> MapLayer:
        """The layer of that name.

        Raises:
            NetworkUnusable: there is none.
        """
        for layer in self.layers:
            if layer.name == name:
                return layer
        names = ", ".join(layer.name for layer in self.layers if layer.is_main)
        raise NetworkUnusable(f'{self.title} has no layer "{name}".', f"It has {names}.")

    @property
    def has_max_pooling(self) -> bool:
        return any(node.op_type == "MaxPool" for node in self.model.graph.node)

    def class_name(self, index: int) -> str:
        return self.classes[index] if index < len(self.classes) else f"class {index}"


def inspect_manifest(manifest: Manifest) -> InspectedNetwork:
    """The network that a manifest speaks of.

    Raises:
        NetworkUnusable: its file is missing, altered, or nothing can be seen in it.
    """
    model = plain_graph(read_graph(manifest))
    return InspectedNetwork(
        title=manifest.title,
        key=manifest.sha256,
        input=manifest.input,
        model=model,
        layers=_layers(model, manifest.title, manifest.layers),
        classes=manifest.classes.names if manifest.classes else (),
        logits=final_logits(model, manifest.classes.output if manifest.classes else None),
        embedding=manifest.embedding.output,
        summed=manifest.embedding.summed,
    )


def inspect_file(file: Path, names: Sequence[str] = ()) -> InspectedNetwork:
    """Any CNN in a file of its own; how it wants to be fed is read off its graph and guessed.

    Args:
        names: of classes that are taken for the network's own where it tells as many.

    Raises:
        NetworkUnusable: it cannot be read, or takes something else than one colour picture.
    """
    try:
        size_bytes = file.stat().st_size if file.is_file() else 0
        content = file.read_bytes() if 0 < size_bytes <= _MAX_BYTES else b""
    except OSError as error:
        raise _unusable(file, f"it cannot be read ({error.strerror})") from error
    if not content:
        raise _unusable(file, "it is no file, empty, or larger than 1 GB")
    try:
        return _guessed(content, file, names)
    except NetworkUnusable:
        raise
    except Exception as error:
        # The file may come from anyone: what `onnx` raises over a damaged graph is of any kind.
        raise _unusable(file, "its graph is damaged, or of a kind that is not known") from error


def _guessed(content: bytes, file: Path, names: Sequence[str]) -> InspectedNetwork:
    written = parse_graph(content, file.name)
    fed = _guessed_input(written, file)
    model = plain_graph(written, side_px=fed.size_px)
    layers, logits = _layers(model, file.name), final_logits(model)
    has_names = logits is not None and layers[-1].channels == len(names)
    return InspectedNetwork(
        title=file.stem,
        key=hashlib.sha256(content).hexdigest(),
        input=fed,
        model=model,
        layers=layers,
        classes=tuple(names) if has_names else (),
        logits=logits,
        embedding=None,
        is_guessed=True,
    )


def _layers(
    model: "onnx.ModelProto", title: str, known: Sequence[Layer] = ()
) -> tuple[MapLayer, ...]:
    layers = map_network(model, known)
    if all(layer.kind == "pixels" for layer in layers):
        raise _unusable(title, "it has no layer that can be drawn")
    return layers


def _guessed_input(model: "onnx.ModelProto", file: Path) -> InputSpec:
    inputs = network_inputs(model)
    if len(inputs) != 1:
        raise _unusable(file, f"it takes {len(inputs)} inputs in place of one picture")
    sizes = [each.dim_value for each in inputs[0].type.tensor_type.shape.dim]
    if len(sizes) != 4 or sizes[1] != 3:
        raise _unusable(file, _no_colour_picture(sizes))
    free_px = sizes[2] or sizes[3] or _USUAL_SIDE_PX
    height_px, width_px = (size or free_px for size in sizes[2:])
    if height_px != width_px or height_px > _LARGEST_SIDE_PX:
        raise _unusable(
            file,
            f"it wants pictures of {width_px} × {height_px} pixels, which is no square of up to "
            f"{_LARGEST_SIDE_PX}",
        )
    return InputSpec(
        name=inputs[0].name,
        size_px=height_px,
        layout="NCHW",
        channels="RGB",
        mean=_IMAGENET_MEAN,
        scale=_IMAGENET_SCALE,
        resize=ResizeSpec("cover", "bilinear"),
    )


def _no_colour_picture(sizes: Sequence[int]) -> str:
    if len(sizes) == 4 and sizes[1] == 1:
        return "it is for grey pictures, not for photos in colour"
    if len(sizes) == 4 and sizes[3] == 3:
        return "it wants the colours of a picture last, as (batch, height, width, 3)"
    return "it does not take a colour picture as (batch, 3, height, width)"


def _unusable(network: Path | str, reason: str) -> NetworkUnusable:
    return NetworkUnusable(
        f"Nothing can be seen inside the network {network}: {reason}.", "Choose another network."
    )
