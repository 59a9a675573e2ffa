import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.networks.views.occlusion import GRIDS, occlude, occlusion_grid
from lookalike.networks.views.scores import ClassScore, UnitScore
from lookalike.progress import Cancelled, Progress


class Summed:
    """A network whose only logit is the weighted sum of its input."""

    def __init__(self, weights: np.ndarray) -> None:
        self.weights = weights
        self.batches: list[int] = []

    def values(self, inputs, tensor):
        assert tensor == "logits"
        self.batches.append(len(inputs))
        return (inputs * self.weights).sum(axis=(1, 2, 3))[:, None]


class SeenAsItIs:
    def values(self, inputs, tensor):
        return inputs


def picture(side: int = 28) -> np.ndarray:
    return np.random.default_rng(2).normal(size=(3, side, side)).astype(np.float32)


@given(
    size=st.tuples(st.integers(7, 40), st.integers(7, 40)),
    grid=st.tuples(st.integers(1, 7), st.integers(1, 7)),
    softness=st.floats(0, 1),
)
def test_masks_hide_each_pixel_once_in_all(size, grid, softness):
    masks = occlusion_grid(size, grid, softness)
    assert masks.shape == (grid[0] * grid[1], *size)
    assert masks.min() >= 0
    np.testing.assert_allclose(masks.sum(axis=0), 1, atol=1e-5)


def test_hard_masks_are_boxes_in_reading_order():
    masks = occlusion_grid((4, 6), (2, 3))
    expected = np.zeros((6, 4, 6))
    for part in range(6):
        row, column = divmod(part, 3)
        expected[part, 2 * row : 2 * row + 2, 2 * column : 2 * column + 2] = 1
    np.testing.assert_allclose(masks, expected)


def test_soft_masks_slope_between_neighbours():
    hard, soft = (occlusion_grid((1, 40), (1, 2), softness)[0, 0] for softness in (0, 0.5))
    assert set(hard) == {0, 1}
    assert (np.diff(soft) <= 0).all()
    assert ((soft > 0) & (soft < 1)).sum() == 10


@pytest.mark.parametrize("batch_size", [1, 2, 5])
def test_what_a_sum_misses_is_the_sum_over_the_hidden_part(batch_size):
    weights, inputs = picture(), picture(28)[::-1]
    network = Summed(weights)
    told = list(
        occlude(network, inputs, ClassScore("logits", 0), Progress(), batch_size=batch_size)
    )
    for grid, found in zip(GRIDS, told, strict=True):
        side = 28 // grid[0]
        parts = (weights * inputs).reshape(3, grid[0], side, grid[1], side)
        np.testing.assert_allclose(found.drops, parts.sum(axis=(0, 2, 4)), atol=1e-3)
        assert found.whole == pytest.approx(float((weights * inputs).sum()), abs=1e-3)
    assert max(network.batches) == batch_size


def test_the_coarse_map_is_there_before_the_fine_one_is_worked_on():
    network = Summed(picture())
    maps = occlude(network, picture(), ClassScore("logits", 0), Progress())
    assert next(maps).drops.shape == GRIDS[0]
    assert len(network.batches) == 1 + GRIDS[0][0] * GRIDS[0][1]
    assert next(maps).drops.shape == GRIDS[1]


def test_a_cell_misses_only_what_lies_before_it():
    maps = occlude(
        SeenAsItIs(), abs(picture()), UnitScore("t", 1, (9, 20)), Progress(), grids=[(7, 7)]
    )
    assert np.argwhere(next(maps).drops).tolist() == [[2, 5]]


def test_it_stops_between_two_batches():
    progress, network = Progress(), Summed(picture())
    maps = occlude(network, picture(), ClassScore("logits", 0), progress)
    next(maps)
    progress.cancel()
    ran = len(network.batches)
    with pytest.raises(Cancelled):
        next(maps)
    assert len(network.batches) == ran
