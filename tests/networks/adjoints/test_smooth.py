import numpy as np
import pytest
from onnx import helper

SHAPE = (3, 2, 4)
WHOLE = {
    **{name: {} for name in ("Sigmoid", "Tanh", "Exp", "Erf", "Softplus", "Elu", "HardSwish")},
    **{name: {} for name in ("HardSigmoid", "Softmax", "LogSoftmax")},
}
VARIANTS = [
    ("Elu", {"alpha": 0.3}),
    ("HardSigmoid", {"alpha": 0.5, "beta": 0.2}),
    ("Softmax", {"axis": 1}),
    ("LogSoftmax", {"axis": 1}),
]


@pytest.mark.parametrize(
    ("operator", "attributes"), [*((name, how) for name, how in WHOLE.items()), *VARIANTS]
)
def test_functions_of_any_number(check_way_back, operator, attributes):
    node = helper.make_node(operator, ["pixels"], ["y"], **attributes)
    check_way_back([node], SHAPE, between=(-4, 4))


@pytest.mark.parametrize("operator", ["Sqrt", "Log", "Reciprocal"])
def test_functions_of_positive_numbers(check_way_back, operator):
    check_way_back([helper.make_node(operator, ["pixels"], ["y"])], SHAPE, between=(0.5, 4))


@pytest.mark.parametrize("approximate", ["none", "tanh"])
def test_gelu(check_way_back, approximate):
    node = helper.make_node("Gelu", ["pixels"], ["y"], approximate=approximate)
    check_way_back([node], SHAPE, opset=20, between=(-4, 4))


@pytest.mark.parametrize(
    ("exponent", "between"), [(2, (-4, 4)), (3, (-4, 4)), (0.5, (0.5, 4)), (-1.5, (0.5, 4))]
)
def test_powers(check_way_back, exponent, between):
    node = helper.make_node("Pow", ["pixels", "exponent"], ["y"])
    check_way_back([node], SHAPE, {"exponent": np.float32(exponent)}, between=between)


def test_a_power_of_whole_numbers(check_way_back):
    node = helper.make_node("Pow", ["pixels", "exponent"], ["y"])
    check_way_back([node], SHAPE, {"exponent": np.array([2])}, between=(-4, 4))


def test_an_old_softmax_is_over_all_that_follows_its_axis(check_way_back):
    check_way_back([helper.make_node("Softmax", ["pixels"], ["y"], axis=1)], SHAPE, opset=9)
