"""Read off a network's weights: the filter of a unit, and what the unit counts for a class."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from lookalike.networks.graphs.stops import is_global_pooling, place_count
from lookalike.networks.graphs.wiring import Wiring, attribute
from lookalike.networks.network_map import MapLayer, final_logits

if TYPE_CHECKING:
    import onnx

Numbers = NDArray[np.float32]

_KEEP_VALUES = ("Cast", "Clip", "Dropout", "Flatten", "Identity", "Reshape", "Squeeze")


@dataclass(frozen=True, slots=True, eq=False)
class Kernels:
    """The filters of a layer's units, as templates: a picture alike one excites its unit most.

    Args:
        values: (units, height, width, 3) of the input's three channels where `has_colour`, in
            the network's order; else (units, height, width).
    """

    values: Numbers
    has_colour: bool


def unit_weights(model: "onnx.ModelProto", layer: MapLayer) -> Kernels | None:
    """The filters of a convolution on the pixels or of a depthwise one, in a plain graph.

    None for all others: a filter over many channels is no picture, and its mean or norm over them
    would show what is not there; neither is a single weight per channel.
    """
    wiring = Wiring(model)
    made = _convolution_behind(layer.tensor, wiring)
    weights = wiring.constant(made[0].input[1]) if made else None
    if made is None or weights is None or weights.ndim != 4 or weights.shape[2:] == (1, 1):
        return None
    filters = weights.astype(np.float32) * made[1].reshape(-1, 1, 1, 1)
    if filters.shape[1] == 1:
        return Kernels(filters[:, 0], has_colour=False)
    sees_pixels = wiring.origins(_before_padding(made[0].input[0], wiring)) == {wiring.pixels}
    if filters.shape[1] == 3 and sees_pixels:
        return Kernels(filters.transpose(0, 2, 3, 1), has_colour=True)
    return None


def class_weights(
    model: "onnx.ModelProto", layer: MapLayer, output: str | None = None
) -> Numbers | None:
    """What the average of each unit counts for each class, (classes, units), in a plain graph.

    Only where nothing but global average pooling and one linear layer lies between the layer and
    the logits, so that a map weighted with them sums to the logit, less its bias (Zhou et al.
    2016, "Learning Deep Features for Discriminative Localization", equation 2). In a network with
    8-bit numbers that holds within the range of its numbers.

    Args:
        output: as in `final_logits`.
    """
    wiring = Wiring(model)
    tensor = final_logits(model, output)
    weights: Numbers | None = None
    while tensor is not None:
        node = wiring.maker(tensor)
        if node is None:
            return None
        if _averages_all(node, wiring):
            is_layer = _same_values(node.input[0], layer.tensor, wiring)
            identity = np.eye(layer.channels, dtype=np.float32)
            return (identity if weights is None else weights) if is_layer else None
        if node.op_type == "Add":
            tensor = _without_bias(node, wiring) if weights is None else None
        elif node.op_type in _KEEP_VALUES:
            tensor = node.input[0]
        else:
            found = _linear_weights(node, wiring) if weights is None else None
            weights, tensor = found, None if found is None else node.input[0]
    return None


def _convolution_behind(tensor: str, wiring: Wiring) -> "tuple[onnx.NodeProto, Numbers] | None":
    """The one convolution whose units a layer shows, and the factor that a batch normalisation
    gives each of them."""
    origins = wiring.origins(tensor)
    node = wiring.maker(origins.pop()) if len(origins) == 1 else None
    if node is None or node.op_type != "Conv":
        return None
    readers = wiring.readers(node.output[0])
    if len(readers) == 1 and readers[0].op_type == "BatchNormalization":
        return node, _normalising_factor(readers[0], wiring)
    return node, np.ones(1, np.float32)


def _normalising_factor(node: "onnx.NodeProto", wiring: Wiring) -> Numbers:
    gain, variance = wiring.constant(node.input[1]), wiring.constant(node.input[4])
    if gain is None or variance is None:
        return np.ones(1, np.float32)
    factor: Numbers = gain / np.sqrt(variance + attribute(node, "epsilon", 1e-5))
    return factor


def _before_padding(tensor: str, wiring: Wiring) -> str:
    maker = wiring.maker(tensor)
    return maker.input[0] if maker is not None and maker.op_type == "Pad" else tensor


def _averages_all(node: "onnx.NodeProto", wiring: Wiring) -> bool:
    if node.op_type in ("GlobalAveragePool", "ReduceMean"):
        return is_global_pooling(node, wiring)
    if node.op_type != "AveragePool" or place_count(node.output[0], wiring) != 1:
        return False
    shape = wiring.shape(node.input[0])
    return shape is not None and list(shape[2:]) == attribute(node, "kernel_shape")


def _same_values(one: str, other: str, wiring: Wiring) -> bool:
    """Whether nothing but a change of form lies between a layer and what is read of it."""
    tensor = wiring.first_alike(one)
    while tensor != wiring.first_alike(other):
        maker = wiring.maker(tensor)
        if maker is None or maker.op_type not in ("Cast", "Dropout", "Identity"):
            return False
        tensor = wiring.first_alike(maker.input[0])
    return True


def _without_bias(node: "onnx.NodeProto", wiring: Wiring) -> str | None:
    data = wiring.data_inputs(node)
    return data[0] if len(data) == 1 else None


def _linear_weights(node: "onnx.NodeProto", wiring: Wiring) -> Numbers | None:
    """(classes, units) of a layer that multiplies each picture's units with a matrix."""
    weights = wiring.constant(node.input[1]) if len(node.input) > 1 else None
    if weights is None or attribute(node, "transA", 0):
        return None
    if node.op_type == "Gemm":
        turned = weights if attribute(node, "transB", 0) else weights.T
        return np.asarray(turned * attribute(node, "alpha", 1.0), np.float32)
    if node.op_type == "MatMul" and weights.ndim == 2:
        return np.asarray(weights.T, np.float32)
    is_dense = node.op_type == "Conv" and weights.shape[2:] == (1, 1)
    if is_dense and attribute(node, "group", 1) == 1 and place_count(node.output[0], wiring) == 1:
        return np.asarray(weights[:, :, 0, 0], np.float32)
    return None
