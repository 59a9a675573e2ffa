"""What part of its input a cell of a feature map can see, computed from the graph.

Araujo, Norris & Sim (2019), "Computing Receptive Fields of Convolutional Neural Networks".
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lookalike.networks.graphs.wiring import (
    ELEMENTWISE,
    Shape,
    Wiring,
    attribute,
    axes_of,
    numbers_of,
)

if TYPE_CHECKING:
    import onnx


@dataclass(frozen=True, slots=True)
class ReceptiveField:
    """The same for all cells of a map but for where it lies. Everything is (rows, columns).

    Args:
        size: height and width in input pixels.
        stride: how far apart the fields of neighbouring cells lie, in input pixels.
        centre: where the field of the first cell has its middle, in input pixels; 0.5 is the
            middle of the first pixel.
    """

    size: tuple[int, int]
    stride: tuple[float, float]
    centre: tuple[float, float]

    def box(self, row: int, column: int) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of what a cell sees; it may reach beyond the input."""
        middle = [
            first + step * at
            for first, step, at in zip(self.centre, self.stride, (row, column), strict=True)
        ]
        half = [extent / 2 for extent in self.size]
        return (
            middle[1] - half[1],
            middle[0] - half[0],
            middle[1] + half[1],
            middle[0] + half[0],
        )


def receptive_fields(model: "onnx.ModelProto") -> dict[str, ReceptiveField]:
    """The field of each tensor of a plain graph whose places are places of the network's input.

    A field is what a cell could see in an endless input: at the edges of a picture it may see a
    little less of it than the box, cut to the picture, encloses. What is the same for all places
    (the gate of a channel attention, the statistics of a normalisation) is not counted; with it
    every map behind would see everything.
    """
    return {name: cells.field for name, cells in trace_cells(Wiring(model)).items()}


@dataclass(frozen=True, slots=True)
class Span:
    """What the cells along one axis see: where the first one's pixels start, how many they are."""

    start: int
    size: int
    step: int

    @property
    def middle(self) -> float:
        return self.start + self.size / 2


@dataclass(frozen=True, slots=True)
class Cells:
    """How the places of a tensor lie in the input.

    Args:
        axes: the axes that rows and columns run along, counted from the last, which is -1.
    """

    axes: tuple[int, int]
    rows: Span
    columns: Span

    @property
    def field(self) -> ReceptiveField:
        return ReceptiveField(
            size=(self.rows.size, self.columns.size),
            stride=(self.rows.step, self.columns.step),
            centre=(self.rows.middle, self.columns.middle),
        )


NCHW_PLACES, NHWC_PLACES = (-2, -1), (-3, -2)


def trace_cells(wiring: Wiring) -> dict[str, Cells]:
    """The cells of each tensor whose places are places of the input."""
    known: dict[str, Cells] = {}
    first = _input_cells(wiring.shape(wiring.pixels))
    if first is None:
        return known
    known[wiring.pixels] = first
    for node in wiring.nodes:
        rule = _RULES.get(node.op_type)
        cells = rule(node, wiring, known) if rule else None
        if cells is not None:
            outputs = node.output if node.op_type == "Split" else node.output[:1]
            known.update(dict.fromkeys(outputs, cells))
    known.update({twin: known[name] for twin, name in wiring.same.items() if name in known})
    return known


_Known = Mapping[str, Cells]
_Rule = Callable[["onnx.NodeProto", Wiring, _Known], Cells | None]


def _input_cells(shape: Shape | None) -> Cells | None:
    if shape is None or len(shape) != 4:
        return None
    colours_last = shape[3] in (1, 3) and shape[1] not in (1, 3)
    pixel = Span(start=0, size=1, step=1)
    return Cells(NHWC_PLACES if colours_last else NCHW_PLACES, pixel, pixel)


def _under_window(node: "onnx.NodeProto", wiring: Wiring, known: _Known) -> Cells | None:
    """Convolution and pooling."""
    cells = known.get(wiring.first_alike(node.input[0]))
    kernel = attribute(node, "kernel_shape") or _kernel_of_weights(node, wiring)
    if cells is None or cells.axes != NCHW_PLACES or kernel is None or len(kernel) != 2:
        return None
    strides = attribute(node, "strides", [1, 1])
    reach = [
        (extent - 1) * apart
        for extent, apart in zip(kernel, attribute(node, "dilations", [1, 1]), strict=True)
    ]
    before = _padding_before(node, wiring, reach, strides)
    if before is None:
        return None
    rows, columns = (
        Span(
            start=span.start - padding * span.step,
            size=span.size + further * span.step,
            step=span.step * stride,
        )
        for span, padding, further, stride in zip(
            (cells.rows, cells.columns), before, reach, strides, strict=True
        )
    )
    return replace(cells, rows=rows, columns=columns)


def _kernel_of_weights(node: "onnx.NodeProto", wiring: Wiring) -> list[int | None] | None:
    shape = wiring.shape(node.input[1]) if len(node.input) > 1 else None
    return None if shape is None or None in shape else list(shape[2:])


def _padding_before(
    node: "onnx.NodeProto", wiring: Wiring, reach: list[int], strides: list[int]
) -> list[int] | None:
    kind = attribute(node, "auto_pad", "NOTSET")
    if kind == "VALID":
        return [0, 0]
    if kind == "NOTSET":
        stated: list[int] = attribute(node, "pads", [0, 0, 0, 0])
        return stated[:2]
    shape = wiring.shape(node.input[0])
    if shape is None or None in shape[2:]:
        return None
    totals = [
        max((-(-size // stride) - 1) * stride + further + 1 - size, 0)
        for size, further, stride in zip(shape[2:], reach, strides, strict=True)
        if size is not None
    ]
    return [total // 2 if kind == "SAME_UPPER" else total - total // 2 for total in totals]


def _padded(node: "onnx.NodeProto", wiring: Wiring, known: _Known) -> Cells | None:
    cells = known.get(wiring.first_alike(node.input[0]))
    pads = numbers_of(node, wiring, "pads", 1)
    shape = wiring.shape(node.input[0])
    # What mirrors or repeats the edges is seen somewhere else than where it lies.
    is_plain = attribute(node, "mode", "constant") == "constant"
    if cells is None or pads is None or shape is None or not is_plain:
        return None
    axes = numbers_of(node, wiring, "axes", 3) or range(-len(shape), 0)
    before = {
        int(axis) - len(shape) if axis >= 0 else int(axis): int(count)
        for axis, count in zip(axes, pads[: len(pads) // 2], strict=True)
    }
    rows, columns = (
        replace(span, start=span.start - before.get(axis, 0) * span.step)
        for span, axis in zip((cells.rows, cells.columns), cells.axes, strict=True)
    )
    return replace(cells, rows=rows, columns=columns)


def _cell_by_cell(node: "onnx.NodeProto", wiring: Wiring, known: _Known) -> Cells | None:
    names = wiring.data_inputs(node)
    axes = next((known[name].axes for name in names if _is_spread(name, wiring, known)), None)
    if axes is not None:
        names = [name for name in names if not _is_one_cell(wiring.shape(name), axes)]
    return _hull(known.get(name) for name in names)


def _is_spread(name: str, wiring: Wiring, known: _Known) -> bool:
    return name in known and not _is_one_cell(wiring.shape(name), known[name].axes)


def _is_one_cell(shape: Shape | None, axes: tuple[int, int]) -> bool:
    return shape is not None and all(len(shape) < -axis or shape[axis] == 1 for axis in axes)


def _hull(parts: Iterable[Cells | None]) -> Cells | None:
    """What cells see that come from several: the pixels that enclose all of theirs."""
    found: Cells | None = None
    for part in parts:
        if part is None:
            return None
        if found is None:
            found = part
            continue
        rows, columns = _enclosing(found.rows, part.rows), _enclosing(found.columns, part.columns)
        if found.axes != part.axes or rows is None or columns is None:
            return None
        found = Cells(found.axes, rows, columns)
    return found


def _enclosing(one: Span, other: Span) -> Span | None:
    if one.step != other.step:
        return None
    start = min(one.start, other.start)
    end = max(one.start + one.size, other.start + other.size)
    return Span(start, end - start, one.step)


def _joined(node: "onnx.NodeProto", wiring: Wiring, known: _Known) -> Cells | None:
    cells = _hull(known.get(wiring.first_alike(name)) for name in node.input)
    return cells if cells and _spares_places(node, wiring, cells) else None


def _parted(node: "onnx.NodeProto", wiring: Wiring, known: _Known) -> Cells | None:
    cells = known.get(wiring.first_alike(node.input[0]))
    return cells if cells and _spares_places(node, wiring, cells) else None


def _spares_places(node: "onnx.NodeProto", wiring: Wiring, cells: Cells) -> bool:
    """Whether it works along other axes than those of the places."""
    name, place = ("axes", 3) if node.op_type == "Slice" else ("axis", len(node.input))
    along = axes_of(node, wiring, name, place)
    return along is not None and along.isdisjoint(cells.axes)


def _over_all(node: "onnx.NodeProto", wiring: Wiring, known: _Known) -> Cells | None:
    """Global pooling: one cell that sees the whole input."""
    cells = known.get(wiring.first_alike(node.input[0]))
    shape = wiring.shape(wiring.pixels)
    if cells is None or shape is None:
        return None
    height, width = (shape[axis] for axis in known[wiring.pixels].axes)
    if height is None or width is None:
        return None
    return replace(cells, rows=Span(0, height, height), columns=Span(0, width, width))


def _reduced(node: "onnx.NodeProto", wiring: Wiring, known: _Known) -> Cells | None:
    cells = known.get(wiring.first_alike(node.input[0]))
    away = axes_of(node, wiring, "axes", 1)
    if cells is None or away is None:
        return None
    stays = bool(attribute(node, "keepdims", 1))
    if away >= set(cells.axes):
        return _over_all(node, wiring, known) if stays else None
    if not away.isdisjoint(cells.axes):
        return None
    rows, columns = (
        axis if stays else axis + sum(gone > axis for gone in away) for axis in cells.axes
    )
    return replace(cells, axes=(rows, columns))


def _transposed(node: "onnx.NodeProto", wiring: Wiring, known: _Known) -> Cells | None:
    cells = known.get(wiring.first_alike(node.input[0]))
    order = attribute(node, "perm")
    if cells is None or order is None:
        return None
    rows, columns = (order.index(len(order) + axis) - len(order) for axis in cells.axes)
    return replace(cells, axes=(rows, columns))


def _reshaped(node: "onnx.NodeProto", wiring: Wiring, known: _Known) -> Cells | None:
    """Places stay where the last two axes do, as when channels are shuffled."""
    cells = known.get(wiring.first_alike(node.input[0]))
    before, after = wiring.shape(node.input[0]), wiring.shape(node.output[0])
    if cells is None or cells.axes != NCHW_PLACES or before is None or after is None:
        return None
    return cells if before[-2:] == after[-2:] and None not in after[-2:] else None


def _times_matrix(node: "onnx.NodeProto", wiring: Wiring, known: _Known) -> Cells | None:
    """A linear layer along the last axis, at each place."""
    cells = known.get(wiring.first_alike(node.input[0]))
    is_matrix = wiring.constant(node.input[1]) is not None
    return cells if cells and is_matrix and -1 not in cells.axes else None


_RULES: dict[str, _Rule] = {
    **dict.fromkeys(ELEMENTWISE, _cell_by_cell),
    **dict.fromkeys(("Conv", "MaxPool", "AveragePool", "LpPool"), _under_window),
    **dict.fromkeys(("GlobalAveragePool", "GlobalMaxPool", "GlobalLpPool"), _over_all),
    **dict.fromkeys(("ReduceMean", "ReduceMax", "ReduceSum", "ReduceMin", "ReduceL2"), _reduced),
    **dict.fromkeys(("Reshape", "Flatten", "Squeeze", "Unsqueeze"), _reshaped),
    **dict.fromkeys(("Split", "Slice"), _parted),
    "Concat": _joined,
    "MatMul": _times_matrix,
    "Pad": _padded,
    "Transpose": _transposed,
}
