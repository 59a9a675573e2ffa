import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from onnx import helper

RNG = np.random.default_rng(0)


@pytest.mark.parametrize("opset", [7, 9, 15])
@pytest.mark.parametrize("shape", [(3, 2, 4), (3,)])
def test_batch_normalization(check_way_back, opset, shape):
    constants = {
        name: RNG.uniform(0.5, 2, 3).astype(np.float32)
        for name in ("gain", "bias", "mean", "variance")
    }
    node = helper.make_node("BatchNormalization", ["pixels", *constants], ["y"], epsilon=1e-3)
    check_way_back([node], shape, constants, opset=opset)


@pytest.mark.parametrize("axis", [-1, 1, 2])
@pytest.mark.parametrize("has_bias", [True, False])
def test_layer_normalization(check_way_back, axis, has_bias):
    shape = (3, 4, 5)
    names = ["gain", "bias"] if has_bias else ["gain"]
    spread = shape[axis - 1 if axis > 0 else axis :]
    constants = {name: RNG.uniform(0.5, 2, spread).astype(np.float32) for name in names}
    node = helper.make_node("LayerNormalization", ["pixels", *names], ["y"], axis=axis)
    check_way_back([node], shape, constants)


@given(size=st.sampled_from([1, 3, 5, 7]), seed=st.integers(0, 9))
@settings(max_examples=20)
def test_local_response_normalization(check_way_back, size, seed):
    how = {"size": size, "alpha": 0.5, "beta": 0.6, "bias": 1.5}
    check_way_back([helper.make_node("LRN", ["pixels"], ["y"], **how)], (6, 2, 3), seed=seed)
