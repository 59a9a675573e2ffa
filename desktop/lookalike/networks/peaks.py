"""Where in a picture each unit of a layer answers most, and how strongly.

The strongest answer is told before a clip that saturates it: of a rectifier that stops at 6 half of
the units reach 6 in many photos, and which photo excites them most shows only in front of it. The
runtime joins a convolution with the clip behind it; what the import asks for beside the embedding
is chosen so that it costs next to nothing:

- In float32 the tensor in front of the clip. A clip on its own is quick.
- In a network of whole numbers the numbers themselves, which lie in the order of the values they
  stand for; a float of each would have to be made first. Where the rounding is what rectifies and
  saturates, the convolution is done once more and rounded in coarser steps that reach `_HEADROOM`
  times as far: to ask for what it is before the rounding would make the runtime do it in float32.

Values of whole numbers are known to a step of that rounding.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NetworkUnusable
from lookalike.networks.embedder import Embedder, Vectors
from lookalike.networks.graph import network_inputs, part_of, read_graph
from lookalike.networks.manifest import Manifest, read_manifest
from lookalike.networks.network_map import MapLayer
from lookalike.networks.preprocess import Prepared
from lookalike.networks.provider import provider_without_loading

if TYPE_CHECKING:
    import onnx

    from lookalike.networks.session import Session

Array = NDArray[Any]

# In units of the head of EfficientNet-Lite0, which stops at 6, photos reach 23.
_HEADROOM = 4
_MARK = "peak:"  # in the names of what is added to a graph


@dataclass(frozen=True, slots=True)
class Peaks:
    """Of n pictures the strongest answer of each unit, the layers' units side by side.

    Args:
        values: (n, units); -inf where it is not a number.
        cells: (n, units), where in the layer's map: row * width + column, the first of several.
    """

    values: NDArray[np.float32]
    cells: NDArray[np.uint32]

    def of(self, picture: int) -> "Peaks":
        """Those of one picture."""
        chosen = slice(picture, picture + 1)
        return Peaks(self.values[chosen], self.cells[chosen])


class PeakEmbedder(Embedder):
    """An embedder that tells the peaks of some layers in the same run."""

    def __init__(self, manifest: Manifest, session: "Session", taps: "_Taps") -> None:
        super().__init__(manifest, session)
        self._taps = taps

    @classmethod
    def open_with(
        cls,
        folder: Path,
        layers: Sequence[MapLayer],
        device: str = "auto",
        threads: int | None = None,
    ) -> "PeakEmbedder":
        """As `Embedder.open`; `layers` are what `embed_with_peaks` tells the peaks of.

        Raises:
            NetworkUnusable: as there, or the network has no such layers.
        """
        from lookalike.networks.session import open_session

        manifest = read_manifest(folder)
        model = read_graph(manifest)
        taps = _tap(model, layers, device)
        known = {value.name for value in model.graph.output}
        for name in taps.outputs:
            if name not in known:
                model.graph.output.add(name=name)
        return cls(manifest, open_session(model.SerializeToString(), device, threads), taps)

    def embed_with_peaks(self, inputs: Sequence[Prepared] | Prepared) -> tuple[Vectors, Peaks]:
        """One row of each per prepared picture.

        Raises:
            NetworkUnusable: as `embed`.
        """
        embedding = self.manifest.embedding
        wanted = [embedding.output, *self._taps.outputs]
        answers = [self._run(batch, wanted) for batch in self._batches(inputs)]
        vectors = self._joined([answer[0] for answer in answers], embedding.size)
        return vectors, self._taps.joined([self._taps.peaks(answer[1:]) for answer in answers])


class PeakProbe:
    """The part of a network that some layers need. `run` may be called from several threads."""

    def __init__(self, manifest: Manifest, session: "Session", taps: "_Taps") -> None:
        self.manifest = manifest
        self._session = session
        self._taps = taps

    @classmethod
    def open(
        cls,
        manifest: Manifest,
        layers: Sequence[MapLayer],
        *,
        device: str = "auto",
        threads: int | None = None,
    ) -> "PeakProbe":
        """Load what leads to `layers`.

        Raises:
            NetworkUnusable: the network has no such layers, or its file cannot be used.
        """
        from lookalike.networks.session import open_session

        model = read_graph(manifest)
        taps = _tap(model, layers, device)
        part = part_of(model, network_inputs(model), taps.outputs)
        if part is None:
            raise NetworkUnusable(f"The graph of {manifest.title} is not whole.")
        return cls(manifest, open_session(part.SerializeToString(), device, threads), taps)

    def run(self, inputs: Prepared) -> Peaks:
        """The peaks in prepared pictures (n, 3, h, w).

        Raises:
            NetworkUnusable: the network fails, or shows something else than its layers state.
        """
        return self._taps.peaks(self._session.run(inputs, self._taps.outputs))


@dataclass(frozen=True, slots=True)
class _Tap:
    """What the graph is asked for to know the peaks of a layer.

    Args:
        outputs: its map; or the greatest numbers of it and where they are.
        zero, scale: a number stands for `(number - zero) * scale`.
    """

    layer: MapLayer
    outputs: tuple[str, ...]
    zero: float = 0.0
    scale: float = 1.0

    @property
    def is_whole(self) -> bool:
        """Whether it is asked for whole numbers."""
        return (self.zero, self.scale) != (0.0, 1.0)


def _tap(model: "onnx.ModelProto", layers: Sequence[MapLayer], device: str) -> "_Taps":
    """Add to the graph what the peaks of its layers need.

    Raises:
        NetworkUnusable: it has no such layers.
    """
    tapping = _Tapping(model)
    taps = [tapping.tap(layer) for layer in layers]
    # What a GPU hands over is to be small, so it looks for the greatest itself. On a CPU the maps
    # are at hand, and NumPy takes half the time of the runtime.
    may_run_on_cuda = provider_without_loading(device) is None
    return _Taps([tapping.reduced(tap) for tap in taps] if may_run_on_cuda else taps)


class _Tapping:
    def __init__(self, model: "onnx.ModelProto") -> None:
        self._graph = model.graph
        self._makers = {name: node for node in model.graph.node for name in node.output}
        self._weights = {tensor.name: tensor for tensor in model.graph.initializer}

    def tap(self, layer: MapLayer) -> _Tap:
        maker = self._makers.get(layer.unsaturated)
        if maker is None:
            raise NetworkUnusable(
                f"The network has no tensor {layer.unsaturated}.", "Choose another layer."
            )
        if maker.op_type == "DequantizeLinear":
            return self._rounded(layer, maker) or _Tap(layer, (layer.unsaturated,))
        if maker.op_type == "Clip" and maker.input[0] in self._makers:
            return _Tap(layer, (maker.input[0],))
        return _Tap(layer, (layer.unsaturated,))

    def reduced(self, tap: _Tap) -> _Tap:
        """The greatest number of each unit and where it is, in place of the map."""
        if tap.is_whole:
            return tap  # they are for CPUs, and small
        from onnx import helper

        tensor = tap.outputs[0]
        names = [f"{_MARK}{part} {tensor}" for part in ("rows", "value", "cell")]
        axis = [helper.make_attribute("axis", 2), helper.make_attribute("keepdims", 0)]
        self._add("Reshape", [tensor, self._weight("shape", np.array([0, 0, -1]))], names[0])
        self._add("GlobalMaxPool", names[:1], names[1])
        self._add("ArgMax", names[:1], names[2], axis)
        return _Tap(tap.layer, (names[1], names[2]))

    def _rounded(self, layer: MapLayer, unrounding: "onnx.NodeProto") -> _Tap | None:
        """The whole numbers of a layer; None where its units are not all rounded alike."""
        step, zero = self._step(unrounding)
        if step is None or zero is None:
            return None
        rounding = self._makers.get(unrounding.input[0])
        if rounding is not None and self._rectifies(rounding, zero):
            convolution = self._makers.get(rounding.input[0])
            if convolution is not None and convolution.op_type == "Conv":
                return self._unsaturated(layer, convolution, rounding, step, zero)
        return _Tap(layer, (unrounding.input[0],), float(zero), step)

    def _step(self, node: "onnx.NodeProto") -> tuple[float | None, Array | None]:
        """Scale and zero of a rounding, where each is one number."""
        told = [self._number(name) for name in node.input[1:]]
        if len(told) != 2 or any(one is None or one.size != 1 for one in told):
            return None, None
        scale, zero = told
        assert scale is not None
        return float(scale.item()), zero

    def _rectifies(self, rounding: "onnx.NodeProto", zero: Array) -> bool:
        least = np.iinfo(zero.dtype).min
        return rounding.op_type == "QuantizeLinear" and zero.item() == least

    def _unsaturated(
        self,
        layer: MapLayer,
        convolution: "onnx.NodeProto",
        rounding: "onnx.NodeProto",
        step: float,
        zero: Array,
    ) -> _Tap:
        """What a convolution answers before it is rounded to what its rectifier lets through."""
        fed = [self._makers.get(name) for name in convolution.input]
        whole = [node for node in fed if node is not None and node.op_type == "DequantizeLinear"]
        if len(whole) < len(fed) or any(len(node.input) != 3 for node in whole[:2]):
            return _Tap(layer, (convolution.output[0],))  # it is done in float32 as it is
        coarse, name = step * _HEADROOM, _MARK + convolution.output[0]
        steps = self._weight(f"step {name}", np.float32(coarse))
        inputs = [*whole[0].input, *whole[1].input, steps, rounding.input[2]]
        inputs += [node.input[0] for node in whole[2:]]
        self._add("QLinearConv", inputs, name, convolution.attribute)
        return _Tap(layer, (name,), float(zero), coarse)

    def _number(self, name: str) -> Array | None:
        from onnx import numpy_helper

        weight = self._weights.get(name)
        return None if weight is None else numpy_helper.to_array(weight)

    def _weight(self, name: str, value: Array | np.floating[Any]) -> str:
        from onnx import numpy_helper

        tensor = numpy_helper.from_array(np.asarray(value), _MARK + name)
        if tensor.name not in self._weights:
            self._weights[tensor.name] = tensor
            self._graph.initializer.append(tensor)
        return tensor.name

    def _add(
        self,
        operation: str,
        inputs: Sequence[str],
        output: str,
        attributes: "Iterable[onnx.AttributeProto]" = (),
    ) -> None:
        """Once, however often it is asked for."""
        if output not in self._makers:
            node = self._graph.node.add(op_type=operation, input=inputs, output=[output])
            node.attribute.extend(attributes)
            self._makers[output] = node


class _Taps:
    """Makes peaks of what the graph answers."""

    def __init__(self, taps: Sequence[_Tap]) -> None:
        self._taps = taps
        self.outputs = list(dict.fromkeys(name for tap in taps for name in tap.outputs))
        channels = [tap.layer.channels for tap in taps]
        self._zeros = np.repeat(np.array([tap.zero for tap in taps], np.float32), channels)
        self._scales = np.repeat(np.array([tap.scale for tap in taps], np.float32), channels)

    def peaks(self, answers: Sequence[Array]) -> Peaks:
        """Those of one batch, from its answers to `outputs`."""
        named = dict(zip(self.outputs, answers, strict=True))
        found = [_greatest(tap.layer, *(named[name] for name in tap.outputs)) for tap in self._taps]
        # All layers at once: a call for each takes longer than what it does.
        values = np.concatenate([values for values, _ in found], axis=1).astype(np.float32)
        cells = np.concatenate([cells for _, cells in found], axis=1).astype(np.uint32)
        values = (values - self._zeros) * self._scales
        values[~np.isfinite(values)] = -np.inf
        return Peaks(values, cells)

    def joined(self, batches: Sequence[Peaks]) -> Peaks:
        """Those of several batches, which may be none."""
        none = np.empty((0, len(self._zeros)), np.float32)
        return Peaks(
            np.concatenate([none, *(each.values for each in batches)]),
            np.concatenate([none.astype(np.uint32), *(each.cells for each in batches)]),
        )


def _greatest(layer: MapLayer, told: Array, cells: Array | None = None) -> tuple[Array, Array]:
    """Numbers and cells (n, channels) of a map (n, channels, …), or of the greatest of it.

    Raises:
        NetworkUnusable: the layer has another size.
    """
    count, each = len(told), 1 if cells is not None else layer.height * layer.width
    if told.size != count * layer.channels * each:
        raise NetworkUnusable(
            f"The layer {layer.name} does not show what it should.", "Choose another layer."
        )
    rows = told.reshape(count * layer.channels, each)
    if cells is None:
        cells = rows.argmax(axis=1)
        rows = rows[np.arange(len(rows)), cells]
    return rows.reshape(count, layer.channels), cells.reshape(count, layer.channels)
