import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.errors import NetworkUnusable
from lookalike.networks.embedder import softmax
from lookalike.networks.manifest import InputSpec, ResizeSpec
from lookalike.networks.preprocess import prepare
from lookalike.networks.views.adversarial import Adversary, Attack, Unmoved, find_adversary
from lookalike.networks.views.pixel_values import picture_of, pixels_of
from lookalike.progress import Cancelled, Progress

SIDE = 4
SPEC = InputSpec(
    "pixels",
    SIDE,
    "NCHW",
    "BGR",
    (127, 120, 110),
    (1 / 64, -1 / 64, 1 / 32),
    ResizeSpec("squash", "bilinear"),
)


class Linear:
    """Logits that are weighted sums of the input, through a softmax if wanted."""

    def __init__(self, weights: np.ndarray, bias: np.ndarray, *, ends_in_softmax: bool = False):
        self.weights, self.bias, self.ends_in_softmax = weights, bias, ends_in_softmax

    def values(self, inputs, tensor):
        logits = inputs.reshape(len(inputs), -1) @ self.weights.T + self.bias
        return softmax(logits) if self.ends_in_softmax else logits

    def gradient(self, inputs, tensor, cotangent, mode=None):
        if self.ends_in_softmax:
            odds = self.values(inputs, tensor)
            cotangent = odds * (cotangent - (odds * cotangent).sum(axis=1, keepdims=True))
        return (cotangent @ self.weights).reshape(inputs.shape).astype(np.float32)


class WithoutWayBack(Linear):
    def gradient(self, inputs, tensor, cotangent, mode=None):
        raise NetworkUnusable("No way back through the operator Odd.")


class Winding(Linear):
    """The second class grows with the distance of a value from a bend in the way."""

    def values(self, inputs, tensor):
        bent = np.sin(3 * inputs.reshape(len(inputs), -1))
        return bent @ self.weights.T + self.bias

    def gradient(self, inputs, tensor, cotangent, mode=None):
        slope = 3 * np.cos(3 * inputs)
        return (cotangent @ self.weights).reshape(inputs.shape).astype(np.float32) * slope


class BetweenSteps:
    """Sees the second class where pixels are lighter than before by three quarters of a step."""

    def values(self, inputs, tensor):
        return np.stack([np.full(len(inputs), 0.5), self._bump(inputs)], axis=1)

    def gradient(self, inputs, tensor, cotangent, mode=None):
        slope = self._bump(inputs) * (0.75 - self._lighter(inputs))
        asked = (cotangent[:, 1] * slope)[:, None, None, None]
        return asked / np.broadcast_to(np.reshape(SPEC.scale, (3, 1, 1)), inputs.shape)

    def _bump(self, inputs):
        return np.exp(-(((self._lighter(inputs) - 0.75) / 0.1) ** 2))

    def _lighter(self, inputs):
        return (pixels_of(inputs, SPEC) - pixels_of(grey(), SPEC)).mean(axis=(1, 2, 3))


def grey(value: int = 100) -> np.ndarray:
    return prepare(np.full((SIDE, SIDE, 3), value, np.uint8), SPEC)


def network(steps: float, kind: type[Linear] = Linear, **how) -> Linear:
    """Of three classes the second overtakes the first where every value takes `steps` steps."""
    rng = np.random.default_rng(5)
    weights = np.zeros((3, 3 * SIDE * SIDE), np.float32)
    weights[1] = rng.uniform(0.5, 1, weights.shape[1]) * rng.choice([-1, 1], weights.shape[1])
    per_step = np.repeat(abs(np.array(SPEC.scale)), SIDE * SIDE) @ abs(weights[1])
    lead = steps * per_step + weights[1] @ grey().ravel()
    return kind(weights, np.array([lead, 0, -1e3], np.float32), **how)


def find(asked, inputs=None, **how):
    return find_adversary(
        asked, "logits", grey() if inputs is None else inputs, SPEC, Progress(), **how
    )


@pytest.mark.parametrize("attack", Attack)
@pytest.mark.parametrize("ends_in_softmax", [False, True])
@pytest.mark.parametrize(("steps", "epsilon"), [(0.5, 1), (2.5, 3), (6.9, 7), (15.5, 16)])
def test_the_smallest_step_is_found(attack, ends_in_softmax, steps, epsilon):
    told = find(network(steps, ends_in_softmax=ends_in_softmax), attack=attack)
    assert isinstance(told, Adversary)
    assert told.epsilon == epsilon == abs(told.difference).max()
    assert (told.before[0].index, told.after[0].index) == (0, 1)


@pytest.mark.parametrize("attack", Attack)
def test_what_is_told_holds_for_the_picture_of_8_bits(attack):
    asked = network(4.2)
    told = find(asked, attack=attack)
    again = prepare(picture_of(told.inputs, SPEC), SPEC)
    np.testing.assert_array_equal(again, told.inputs)
    assert asked.values(again[None], "logits").argmax() == told.after[0].index
    moved = pixels_of(told.inputs, SPEC) - pixels_of(grey(), SPEC)
    np.testing.assert_allclose(moved, told.difference, atol=1e-3)


def test_a_change_that_rounding_undoes_is_none():
    assert isinstance(find(BetweenSteps(), most=1), Unmoved)


@given(seed=st.integers(0, 1000))
def test_a_softmax_at_the_end_changes_no_way(seed):
    rng = np.random.default_rng(seed)
    weights, bias = rng.normal(size=(5, 48)).astype(np.float32), rng.normal(size=5)
    inputs = prepare(rng.integers(0, 256, (SIDE, SIDE, 3), np.uint8), SPEC)
    one, other = (
        find(Linear(0.2 * weights, bias, ends_in_softmax=ends), inputs, attack=Attack.FGSM)
        for ends in (False, True)
    )
    assert type(one) is type(other)
    if isinstance(one, Adversary):
        assert np.mean(one.difference == other.difference) > 0.97  # ties of rounding aside


@pytest.mark.parametrize("value", [0, 255])
@pytest.mark.parametrize("attack", Attack)
def test_values_stay_those_of_a_picture(attack, value):
    told = find(network(0.5), grey(value), attack=attack)
    assert isinstance(told, Adversary | Unmoved)
    if isinstance(told, Adversary):
        pixels = pixels_of(told.inputs, SPEC)
        assert -1e-3 < pixels.min() <= pixels.max() < 255.001


@pytest.mark.parametrize("attack", Attack)
def test_a_bound_that_is_too_small_is_told(attack):
    told = find(network(16.5), attack=attack)
    assert isinstance(told, Unmoved)
    assert "16 of 255" in told.reason
    assert told.before[0].index == 0
    assert isinstance(find(network(16.5), attack=attack, most=20), Adversary)


@pytest.mark.parametrize("attack", Attack)
def test_a_wanted_class_is_reached(attack):
    asked = network(3.5)
    asked.weights[2] = -asked.weights[1]
    asked.bias[2] = asked.bias[0] - 0.1 + asked.weights[1] @ grey().ravel()
    assert find(asked, attack=attack).after[0].index == 2
    told = find(asked, attack=attack, target=1)
    assert (told.after[0].index, told.epsilon) == (1, 4)
    assert isinstance(find(asked, attack=attack, target=0), Unmoved)


def test_a_sure_network_shows_a_way_all_the_same():
    told = find(network(1.5, ends_in_softmax=True))
    assert told.epsilon == 2
    sure = network(14.5, ends_in_softmax=True)
    sure.weights *= 5
    sure.bias *= 5
    assert find(sure).before[0].probability == 1
    assert find(sure).epsilon == 15


def test_no_way_back_is_told_in_the_words_of_the_network():
    told = find(network(2, WithoutWayBack))
    assert isinstance(told, Unmoved)
    assert told.reason == "No way back through the operator Odd."


def test_a_network_that_does_not_look_at_the_picture_is_told():
    told = find(Linear(np.zeros((2, 48), np.float32), np.array([1, 0], np.float32)))
    assert isinstance(told, Unmoved)
    assert "zero everywhere" in told.reason


def test_a_network_of_one_class_is_told():
    told = find(Linear(np.ones((1, 48), np.float32), np.zeros(1, np.float32)))
    assert isinstance(told, Unmoved)


def test_many_steps_never_need_more_than_one():
    told = [find(network(20, Winding), attack=attack, most=40) for attack in Attack]
    assert isinstance(told[1], Adversary)
    assert not isinstance(told[0], Adversary) or told[1].epsilon <= told[0].epsilon


def test_it_stops_where_the_person_asks_it_to():
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        find_adversary(network(5), "logits", grey(), SPEC, progress)
