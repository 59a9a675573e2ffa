"""The smallest change of a picture that makes a network see another class.

It is counted in steps of an 8-bit value, and found among pictures of 8 bits alone: what is told
holds for a file that can be saved.
"""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NetworkUnusable
from lookalike.networks.embedder import softmax
from lookalike.networks.manifest import InputSpec
from lookalike.networks.views.class_maps import ClassGuess, are_probabilities, top_classes
from lookalike.networks.views.differentiable import Differentiable
from lookalike.networks.views.pixel_values import WHITE, inputs_of, pixels_of, rounded
from lookalike.progress import Progress

Numbers = NDArray[np.float32]
_Found = tuple[int, Numbers]  # epsilon, and the pixels

_ITERATIONS = 10
_REACH = 2.5  # all iterations together can go that many times the bound, as Madry et al. have it
_TINY = 1e-30


class Attack(StrEnum):
    """How the change is looked for.

    FGSM: one step along the sign of the gradient (Goodfellow et al., "Explaining and harnessing
        adversarial examples", ICLR 2015).
    PGD: several smaller ones, back into the bound after each (Madry et al., "Towards deep
        learning models resistant to adversarial attacks", ICLR 2018); finds smaller changes.
    """

    FGSM = "fgsm"
    PGD = "pgd"


@dataclass(frozen=True, slots=True, eq=False)
class Adversary:
    """A picture that looks the same and is seen as something else.

    Args:
        inputs: prepared (3, h, w), of 8-bit values.
        epsilon: no value of a pixel differs by more than that many of 255.
        difference: in 8-bit values (3, h, w), in the network's order of channels.
        before: the network's best classes for the picture, best first; `after` for this one.
    """

    inputs: Numbers
    epsilon: int
    difference: Numbers
    before: tuple[ClassGuess, ...]
    after: tuple[ClassGuess, ...]


@dataclass(frozen=True, slots=True)
class Unmoved:
    """Nothing was found; `reason` is a sentence for a person."""

    before: tuple[ClassGuess, ...]
    reason: str


def find_adversary(
    network: Differentiable,
    tensor: str,
    inputs: Numbers,
    spec: InputSpec,
    progress: Progress,
    *,
    attack: Attack = Attack.PGD,
    target: int | None = None,
    most: int = 16,
) -> Adversary | Unmoved:
    """Change the top class of one prepared picture (3, h, w).

    FGSM's answer is the smallest step along its sign. PGD's bound is bisected, so a smaller one
    may exist, as it may beyond what either can find.

    Args:
        tensor: the class logits; probabilities will do.
        target: the class it is to be seen as; None: any other.
        most: the largest epsilon that is tried.

    Raises:
        Cancelled: between two steps.
        NetworkUnusable: the network fails.
    """
    pixels = rounded(pixels_of(inputs, spec))
    before = top_classes(network.values(inputs_of(pixels, spec)[None], tensor))
    if before[0].index == target or len(before) < 2:
        return Unmoved(before, "The network sees that class already.")
    search = _Search(network, tensor, spec, before[0].index, target, progress)
    try:
        sign = search.sign(pixels)
    except NetworkUnusable as error:
        return Unmoved(before, error.title)
    if not sign.any():
        return Unmoved(before, "The gradient is zero everywhere: it shows no way.")
    found = search.by_one_step(pixels, sign, most)
    if attack is Attack.PGD:
        found = search.by_many_steps(pixels, most, found)
    if found is None:
        return Unmoved(before, f"No change of up to {most} of 255 is enough.")
    epsilon, changed = found
    told = inputs_of(changed, spec)
    after = top_classes(network.values(told[None], tensor))
    return Adversary(told, epsilon, changed - pixels, before, after)


class _Search:
    """Knows the way, and when it has arrived. All pixels are values 0 to 255 (3, h, w)."""

    def __init__(
        self,
        network: Differentiable,
        tensor: str,
        spec: InputSpec,
        source: int,
        target: int | None,
        progress: Progress,
    ) -> None:
        self._network = network
        self._tensor = tensor
        self._spec = spec
        self._source = source
        self._target = target
        self._progress = progress
        self._steps = 0

    def by_one_step(self, pixels: Numbers, sign: Numbers, most: int) -> _Found | None:
        """FGSM: every epsilon is tried, as a larger one need not do where a smaller one does."""
        for epsilon in range(1, most + 1):
            changed = (pixels + epsilon * sign).clip(0, WHITE)
            if self._has_arrived(changed):
                return epsilon, changed
        return None

    def by_many_steps(self, pixels: Numbers, most: int, known: _Found | None) -> _Found | None:
        """PGD in the smallest bound that bisection finds below the one that is `known` to do."""
        best = known or self._descend(pixels, most)
        too_small = 0
        while best is not None and best[0] - too_small > 1:
            bound = (too_small + best[0]) // 2
            found = self._descend(pixels, bound)
            if found is None:
                too_small = bound
            else:
                best = found
        return best

    def sign(self, pixels: Numbers) -> Numbers:
        """For each value the way that leads off the class it was, or towards the target."""
        inputs = inputs_of(pixels, self._spec)[None]
        cotangent = self._wish(self._network.values(inputs, self._tensor))
        gradient = self._network.gradient(inputs, self._tensor, cotangent)[0]
        # A plane may be scaled by a number below zero.
        upwards = np.sign(np.array(self._spec.scale, np.float32)).reshape(3, 1, 1)
        way: Numbers = np.sign(gradient) * upwards
        return way

    def _descend(self, pixels: Numbers, bound: int) -> _Found | None:
        low, high = (pixels - bound).clip(0), (pixels + bound).clip(None, WHITE)
        changed = pixels
        for _ in range(_ITERATIONS):
            step = _REACH * bound / _ITERATIONS * self.sign(changed)
            changed = (changed + step).clip(low, high)
            if self._has_arrived(rounded(changed)):
                return int(abs(rounded(changed) - pixels).max()), rounded(changed)
        return None

    def _has_arrived(self, pixels: Numbers) -> bool:
        self._progress.step(self._steps, None)
        self._steps += 1
        outputs = self._network.values(inputs_of(pixels, self._spec)[None], self._tensor)
        top = int(outputs.argmax())
        return top != self._source if self._target is None else top == self._target

    def _wish(self, outputs: Numbers) -> Numbers:
        """The gradient of the cross-entropy, but for its length, which vanishes for a sure class.

        Away from a class: up with the others, in proportion to their odds, and down with it.
        """
        rows = outputs.reshape(1, -1)
        is_normalised = are_probabilities(rows)
        logits = np.log(rows.clip(_TINY)) if is_normalised else rows.copy()
        at = self._source if self._target is None else self._target
        logits[0, at] = -np.inf
        wish = softmax(logits)
        wish[0, at] = -1
        if self._target is not None:
            wish = -wish
        if is_normalised:  # the way back through a softmax multiplies by them
            wish = wish / rows.clip(_TINY)
        return wish.reshape(outputs.shape)
