"""The names of spaces, and of mixes of several: `content*0.7+colour*0.3`."""

import math
from collections.abc import Mapping
from dataclasses import dataclass

from lookalike.errors import NothingToSearch


@dataclass(frozen=True, slots=True)
class Share:
    """A space of a mix, and how much of the mix it is: 0 to 1."""

    name: str
    share: float


def shares_of(by: str) -> tuple[Share, ...]:
    """The spaces that a name stands for, one or several; the shares add up to 1.

    A space without a weight has 1, and one that is named twice the sum of both.

    Raises:
        NothingToSearch: a weight is no number above 0, or there is no name.
    """
    weights: dict[str, float] = {}
    for term in by.split("+"):
        name, weight = _read(term, by)
        weights[name] = weights.get(name, 0.0) + weight
    total = sum(weights.values())
    return tuple(Share(name, weight / total) for name, weight in weights.items())


def mix_name(weights: Mapping[str, float]) -> str:
    """What `shares_of` reads; a space that weighs nothing is left out."""
    some = {name: weight for name, weight in weights.items() if weight > 0}
    if len(some) == 1:
        return next(iter(some))
    return "+".join(f"{name}*{weight:g}" for name, weight in some.items())


def _read(term: str, by: str) -> tuple[str, float]:
    name, star, told = term.strip().partition("*")
    try:
        weight = float(told) if star else 1.0
    except ValueError:
        weight = 0.0
    if not name.strip() or not 0 < weight < math.inf:
        raise NothingToSearch(
            f'"{by}" names no space and no mix of spaces.',
            "Write a mix as its spaces and their weights, such as content*0.7+colour*0.3.",
        )
    return name.strip(), weight
