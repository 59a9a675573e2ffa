import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike import paths
from lookalike.networks.activations import Probe
from lookalike.networks.graph import read_graph
from lookalike.networks.manifest import read_manifest
from lookalike.networks.views.class_maps import (
    class_map,
    probabilities,
    top_classes,
)


def numbers(*shape: int, seed: int = 0) -> np.ndarray:
    return np.random.default_rng(seed).normal(size=shape).astype(np.float32)


@given(st.integers(1, 6), st.integers(1, 5), st.integers(1, 5), st.integers(0, 99))
def test_the_cells_of_a_class_map_sum_to_the_logit(units, height, width, seed):
    maps, weights = numbers(units, height, width, seed=seed), numbers(units, seed=seed + 1)
    logit = float(maps.mean(axis=(1, 2), dtype=np.float64) @ weights)
    told = class_map(maps, weights)
    assert told.shape == (height, width)
    np.testing.assert_allclose(told.sum(), logit, atol=1e-5)
    np.testing.assert_allclose(class_map(maps, weights, bias=3).sum(), logit + 3, atol=1e-5)


def test_a_class_map_of_the_shipped_network_sums_to_its_logit():
    import onnx

    manifest = read_manifest(paths.shipped("models") / "efficientnet-lite0")
    head = next(n for n in read_graph(manifest).graph.node if n.op_type == "Gemm")
    weights, bias = (
        onnx.numpy_helper.to_array(one)
        for name in head.input[1:]
        for one in read_graph(manifest).graph.initializer
        if one.name == name
    )
    told = Probe.open(manifest, ["head", "logits"], device="cpu").run(numbers(1, 3, 224, 224))
    for index in (0, 281, 980):
        cells = class_map(told["head"][0], weights[index], float(bias[index]))
        np.testing.assert_allclose(cells.sum(), told["logits"][0, index], atol=1e-4)


def test_the_most_probable_classes_come_first():
    best = top_classes(np.array([[1.0, 3, 2, -1]], np.float32), 3)
    assert [guess.index for guess in best] == [1, 2, 0]
    assert best[0].probability == pytest.approx(np.exp(3) / np.exp([1, 3, 2, -1]).sum())


def test_a_network_that_ends_in_a_softmax_is_not_given_another():
    logits = numbers(2, 6)
    odds = probabilities(logits)
    np.testing.assert_allclose(odds.sum(axis=1), 1, rtol=1e-6)
    np.testing.assert_array_equal(probabilities(odds), odds)
    np.testing.assert_array_equal(probabilities(odds.reshape(2, 6, 1, 1)), odds)
    assert [guess.index for guess in top_classes(odds[0], 2)] == list((-logits[0]).argsort()[:2])


def test_fewer_classes_than_asked_for_are_all_told():
    assert len(top_classes(numbers(1, 2), 5)) == 2
