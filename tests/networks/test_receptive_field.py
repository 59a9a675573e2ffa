from dataclasses import dataclass

import numpy as np
import onnx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lookalike import paths
from lookalike.networks.receptive_field import ReceptiveField, receptive_fields
from lookalike.networks.session import open_session


def reached(model: onnx.ModelProto, channels: int, height: int, width: int) -> np.ndarray:
    """For each cell (rows, columns) of the output, which pixels (height, width) change it.

    Nothing but one pixel is lit at a time; what it does not reach stays black.
    """
    impulses = np.zeros((height * width, channels, height * width), np.float32)
    impulses[np.arange(height * width), :, np.arange(height * width)] = 1
    inputs = impulses.reshape(-1, channels, height, width)
    session = open_session(model.SerializeToString(), "cpu", 1)
    answer = session.run(inputs, [model.graph.output[0].name])[0].max(axis=1)
    return answer.transpose(1, 2, 0).reshape(*answer.shape[1:], height, width) > 0


def extent(pixels: np.ndarray) -> tuple[int, int, int, int] | None:
    """Left, top, right, bottom of what is set."""
    rows, columns = np.flatnonzero(pixels.any(axis=1)), np.flatnonzero(pixels.any(axis=0))
    if not len(rows):
        return None
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


def clipped(box: tuple[float, ...], height: int, width: int) -> tuple[float, ...]:
    return max(box[0], 0), max(box[1], 0), min(box[2], width), min(box[3], height)


def assert_seen(field: ReceptiveField, seen: np.ndarray) -> int:
    """Every cell's box is what it sees, but for padding inside; how many lie in the picture."""
    rows, columns, height, width = seen.shape
    inside = 0
    for row, column in np.ndindex(rows, columns):
        box, found = field.box(row, column), extent(seen[row, column])
        cut = clipped(box, height, width)
        if box == cut:
            inside += 1
            assert found == box
        elif found is not None:
            assert cut[0] <= found[0]
            assert cut[1] <= found[1]
            assert found[2] <= cut[2]
            assert found[3] <= cut[3]
    return inside


@dataclass(frozen=True)
class Step:
    """One line of a network, (n, 2, h, w) in and out."""

    kind: str
    kernel: tuple[int, int]
    strides: tuple[int, int]
    dilations: tuple[int, int]
    pads: tuple[int, int, int, int]
    auto_pad: str

    def line(self, source: str, target: str) -> str:
        pads = "" if self.auto_pad != "NOTSET" else f"pads = {list(self.pads)}, "
        window = (
            f'{pads}auto_pad = "{self.auto_pad}", strides = {list(self.strides)}, '
            f"kernel_shape = {list(self.kernel)}"
        )
        dilated = f"{window}, dilations = {list(self.dilations)}"
        height, width = self.kernel
        return {
            "Conv": f"{target} = Conv <{dilated}> ({source}, w2x2x{height}x{width})",
            "depthwise": f"{target} = Conv <{dilated}, group = 2> "
            f"({source}, w2x1x{height}x{width})",
            "MaxPool": f"{target} = MaxPool <{dilated}> ({source})",
            "AveragePool": f"{target} = AveragePool <{window}> ({source})",
            "Relu": f"{target} = Relu ({source})",
        }[self.kind]


KINDS = ("Conv", "depthwise", "MaxPool", "AveragePool", "Relu")
PAIRS = st.tuples(st.integers(1, 2), st.integers(1, 2))


@st.composite
def steps(draw: st.DrawFn) -> Step:
    kernel = draw(st.tuples(st.integers(1, 3), st.integers(1, 3)))
    auto_pad = draw(st.sampled_from(("NOTSET", "NOTSET", "VALID", "SAME_UPPER", "SAME_LOWER")))
    is_same, strides = auto_pad.startswith("SAME"), draw(PAIRS)
    return Step(
        kind=draw(st.sampled_from(KINDS)),
        kernel=kernel,
        # With SAME the runtime neither dilates nor pools with gaps.
        strides=(min(strides[0], kernel[0]), min(strides[1], kernel[1])) if is_same else strides,
        dilations=(1, 1) if is_same else draw(PAIRS),
        pads=draw(st.tuples(*(st.integers(0, side - 1) for side in (*kernel, *kernel)))),
        auto_pad=auto_pad,
    )


@st.composite
def steps_that_keep_size(draw: st.DrawFn) -> Step:
    return Step(
        kind=draw(st.sampled_from(KINDS)),
        kernel=draw(st.tuples(st.integers(1, 4), st.integers(1, 4))),
        strides=(1, 1),
        dilations=(1, 1),
        pads=(0, 0, 0, 0),
        auto_pad=draw(st.sampled_from(("SAME_UPPER", "SAME_LOWER"))),
    )


def chain(found: list[Step], source: str, target: str) -> str:
    names = [source, *(f"{target}{at}" for at in range(1, len(found))), target]
    return "\n".join(
        step.line(source, target)
        for step, source, target in zip(found, names, names[1:], strict=False)
    )


@settings(max_examples=40)
@given(
    found=st.lists(steps(), min_size=1, max_size=3),
    size=st.tuples(st.integers(29, 31), st.integers(29, 31)),
)
def test_a_box_holds_exactly_the_pixels_that_reach_a_cell(draw_network, found, size):
    model = draw_network(chain(found, "pixels", "y"), "y", pixels=(2, *size))
    assert_seen(receptive_fields(model)["y"], reached(model, 2, *size))


@settings(max_examples=30)
@given(
    stem=steps(),
    branches=st.lists(
        st.lists(steps_that_keep_size(), min_size=1, max_size=2), min_size=2, max_size=3
    ),
    meeting=st.sampled_from(("Sum", "Max", "Concat <axis = 1>")),
)
def test_where_branches_meet_the_box_holds_what_any_of_them_sees(
    draw_network, stem, branches, meeting
):
    names = [f"b{at}" for at in range(len(branches))]
    lines = [chain(found, "stem", name) for name, found in zip(names, branches, strict=True)]
    lines = [stem.line("pixels", "stem"), *lines, f"y = {meeting} ({', '.join(names)})"]
    model = draw_network("\n".join(lines), "y", pixels=(2, 14, 15))
    assert_seen(receptive_fields(model)["y"], reached(model, 2, 14, 15))


def test_cells_in_the_middle_are_held_to_every_pixel_of_their_box(draw_network):
    lines = "a = Conv (pixels, w2x2x3x3)\ny = MaxPool <kernel_shape = [2, 2]> (a)"
    seen = reached(draw_network(lines, "y", pixels=(2, 14, 15)), 2, 14, 15)
    assert assert_seen(ReceptiveField((4, 4), (1, 1), (2, 2)), seen) == 11 * 12
    for wrong in (
        ReceptiveField((3, 4), (1, 1), (1.5, 2)),
        ReceptiveField((5, 4), (1, 1), (2.5, 2)),
        ReceptiveField((4, 4), (1, 1), (3, 2)),
    ):
        with pytest.raises(AssertionError):
            assert_seen(wrong, seen)


@pytest.mark.parametrize(
    ("lines", "field"),
    [
        ("y = Relu(pixels)", ReceptiveField((1, 1), (1, 1), (0.5, 0.5))),
        (
            "y = Conv <strides = [2, 2], pads = [1, 0, 1, 0]> (pixels, w2x2x3x5)",
            ReceptiveField((3, 5), (2, 2), (0.5, 2.5)),
        ),
        (
            "a = Conv <dilations = [2, 2]> (pixels, w2x2x3x3)\ny = MaxPool <kernel_shape = [2, 2], "
            "strides = [2, 2]> (a)",
            ReceptiveField((6, 6), (2, 2), (3.0, 3.0)),
        ),
        (
            'y = Conv <auto_pad = "SAME_UPPER", strides = [2, 2]> (pixels, w2x2x3x3)',
            ReceptiveField((3, 3), (2, 2), (1.5, 1.5)),
        ),
        (
            "a = Pad (pixels, pads)\ny = Conv <strides = [2, 2]> (a, w2x2x3x3)",
            ReceptiveField((3, 3), (2, 2), (0.5, 1.5)),
        ),
        (  # branches that meet enclose what either sees
            "a = Conv <pads = [2, 2, 2, 2]> (pixels, w2x2x5x5)\nb = Conv (pixels, w2x2x1x1)\n"
            "c = Conv <pads = [1, 2, 1, 0]> (pixels, w2x2x3x3)\n"
            "d = Add (b, a)\ny = Concat <axis = 1> (d, c, b)",
            ReceptiveField((5, 5), (1, 1), (0.5, 0.5)),
        ),
        (  # the gate of a channel attention is the same for all places
            "a = Conv (pixels, w2x2x3x3)\ng = GlobalAveragePool (a)\nh = Conv (g, w2x2x1x1)\n"
            "i = Sigmoid (h)\ny = Mul (i, a)",
            ReceptiveField((3, 3), (1, 1), (1.5, 1.5)),
        ),
        (  # channels are shuffled, places stay
            "a = Conv (pixels, w4x2x3x3)\nb = Reshape (a, apart)\nc = Transpose "
            "<perm = [0, 2, 1, 3, 4]> (b)\ny = Reshape (c, together)",
            ReceptiveField((3, 3), (1, 1), (1.5, 1.5)),
        ),
        (  # channels last for a while, as in ConvNeXt
            "a = Conv (pixels, w4x2x3x3)\nb = Transpose <perm = [0, 2, 3, 1]> (a)\n"
            "c = MatMul (b, w4x6)\ny = Transpose <perm = [0, 3, 1, 2]> (c)",
            ReceptiveField((3, 3), (1, 1), (1.5, 1.5)),
        ),
        (
            "a = Conv (pixels, w4x2x3x3)\ny, b = Split <axis = 1> (a)",
            ReceptiveField((3, 3), (1, 1), (1.5, 1.5)),
        ),
        (
            "a = Conv (pixels, w4x2x3x3)\ny = ReduceMean <axes = [1], keepdims = 0> (a)",
            ReceptiveField((3, 3), (1, 1), (1.5, 1.5)),
        ),
        (
            "a = Conv (pixels, w2x2x3x3)\ny = GlobalMaxPool (a)",
            ReceptiveField((16, 12), (16, 12), (8.0, 6.0)),
        ),
        (
            "a = Conv (pixels, w2x2x3x3)\ny = ReduceMean <axes = [-2, 3]> (a)",
            ReceptiveField((16, 12), (16, 12), (8.0, 6.0)),
        ),
    ],
)
def test_fields_follow_from_the_graph(draw_network, lines, field):
    constants = {
        "pads": np.array([0, 0, 1, 0, 0, 0, 1, 0]),
        "apart": np.array([0, 2, 2, 14, 10]),
        "together": np.array([0, 4, 14, 10]),
    }
    model = draw_network(lines, "y", pixels=(2, 16, 12), constants=constants)
    assert receptive_fields(model)["y"] == field


@pytest.mark.parametrize(
    "lines",
    [
        "y = Flatten (pixels)",
        "y = Reshape (pixels, mixed)",
        "a = Flatten (pixels)\ny = Gemm (a, w384x3)",
        "y = ReduceMean <axes = [3]> (pixels)",
        "y = ReduceMean <axes = [2, 3], keepdims = 0> (pixels)",
        "y = Concat <axis = 2> (pixels, pixels)",
        "y = Slice (pixels, one, two, axis)",
        'y = Pad <mode = "reflect"> (pixels, pads)',
        "y = Resize (pixels, , scales)",
        # Branches whose cells do not lie equally far apart.
        "a = MaxPool <kernel_shape = [2, 2], strides = [2, 2]> (pixels)\n"
        "b = Conv <dilations = [8, 6]> (pixels, w2x2x2x2)\ny = Add (a, b)",
    ],
)
def test_where_places_are_lost_there_is_no_field(draw_network, lines):
    constants = {
        "pads": np.array([0, 0, 1, 0, 0, 0, 1, 0]),
        "mixed": np.array([0, 2, 12, 16]),
        "one": np.array([1]),
        "two": np.array([9]),
        "axis": np.array([2]),
        "scales": np.array([1, 1, 2, 2], np.float32),
    }
    model = draw_network(lines, "y", pixels=(2, 16, 12), constants=constants)
    fields = receptive_fields(model)
    assert "y" not in fields
    assert fields["pixels"] == ReceptiveField((1, 1), (1, 1), (0.5, 0.5))


def test_channels_may_come_last_in_the_input(draw_network):
    lines = "a = Transpose <perm = [0, 3, 1, 2]> (pixels)\ny = Conv (a, w2x3x3x5)"
    field = receptive_fields(draw_network(lines, "y", pixels=(16, 12, 3)))["y"]
    assert field == ReceptiveField((3, 5), (1, 1), (1.5, 2.5))


def test_pads_may_be_an_attribute_as_in_old_files(draw_network):
    lines = "y = Pad <pads = [0, 0, 2, 1, 0, 0, 0, 0]> (pixels)"
    field = receptive_fields(draw_network(lines, "y", opset=10))["y"]
    assert field.centre == (-1.5, -0.5)


def test_tensors_that_hold_the_same_are_all_told(draw_network):
    fields = receptive_fields(
        draw_network("a = Relu (pixels)\nb = Relu (pixels)\ny = Conv (b, w2x3x3x3)", "y")
    )
    assert fields["a"] == fields["b"]


def test_the_default_network_sees_3_pixels_at_first_and_851_in_the_end():
    model = onnx.load(paths.shipped("models") / "efficientnet-lite0" / "network.onnx")
    fields = receptive_fields(onnx.shape_inference.infer_shapes(model))
    assert fields["stem"] == ReceptiveField((3, 3), (2, 2), (1.5, 1.5))
    assert fields["head"] == ReceptiveField((851, 851), (32, 32), (31.5, 31.5))
    assert fields["head.average"].size == (224, 224)
    assert "logits" not in fields
