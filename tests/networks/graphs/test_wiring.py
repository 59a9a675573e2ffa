import numpy as np

from lookalike.networks.graphs.wiring import Wiring, clip_bounds

BOUNDS = {
    "low": np.float32(0),
    "zero": np.float32(0),
    "high": np.float32(6),
    "huge": np.float32(3.4e38),
}


def test_nodes_that_do_the_same_to_the_same_are_one(draw_network):
    # The second Clip knows its bound under another name.
    lines = """a = Clip (pixels, low, high)
        b = Clip (pixels, zero, high)
        c = Relu (a)
        d = Relu (b)
        e = Clip (pixels, high, high)
        y = Sum (c, d, e)"""
    wiring = Wiring(draw_network(lines, "y", constants=BOUNDS))
    assert [node.output[0] for node in wiring.nodes] == ["a", "c", "e", "y"]
    assert wiring.same == {"b": "a", "d": "c"}
    assert [node.output[0] for node in wiring.readers("b")] == ["c"]
    assert wiring.maker("d").output[0] == "c"


def test_what_does_not_depend_on_the_pixels_is_no_part(draw_network):
    lines = "a = Relu (low)\ny = Add (pixels, a)"
    wiring = Wiring(draw_network(lines, "y", constants=BOUNDS))
    assert [node.output[0] for node in wiring.nodes] == ["y"]
    assert wiring.maker("pixels") is None
    assert wiring.data_inputs(wiring.nodes[0]) == ["pixels"]


def test_origins_lie_behind_elementwise_operations(draw_network):
    lines = """a = Conv (pixels, w8x3x3x3)
        b = Sigmoid (a)
        c = Mul (a, b)
        d = MaxPool <kernel_shape = [1, 1]> (c)
        y = Add (c, d)"""
    wiring = Wiring(draw_network(lines, "y"))
    assert wiring.origins("c") == {"a"}
    assert wiring.origins("y") == {"a", "d"}


def test_constants_are_found_whoever_holds_them(draw_network):
    lines = "c = Constant <value = float[2] {1, 2}> ()\ny = Add (pixels, c)"
    wiring = Wiring(draw_network(lines, "y", pixels=(3, 2, 2)))
    np.testing.assert_array_equal(wiring.constant("c"), [1, 2])
    assert wiring.shape("c") == (2,)
    assert wiring.constant("y") is None
    assert wiring.shape("y") == (None, 3, 2, 2)


def test_a_clip_states_its_bounds_in_two_ways_or_not_at_all(draw_network):
    def bounds(line: str, opset: int = 17) -> tuple[float, float]:
        wiring = Wiring(draw_network(line, "y", constants=BOUNDS, opset=opset))
        return clip_bounds(wiring.nodes[0], wiring)

    assert bounds("y = Clip (pixels, zero, high)") == (0, 6)
    assert bounds("y = Clip (pixels, , high)") == (-np.inf, 6)
    assert bounds("y = Clip (pixels, zero, huge)") == (0, np.inf)
    assert bounds("y = Clip <min = -1.0, max = 1.0> (pixels)", opset=6) == (-1, 1)
