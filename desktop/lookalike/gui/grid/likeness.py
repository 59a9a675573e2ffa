"""How alike a photo and the query are, in words."""

import math
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Likeness:
    """Both from 0 to 1, with the meaning they have in `library.searching.Match`."""

    similarity: float
    percentile: float

    def __str__(self) -> str:
        return f"{self.similarity:.0%} similar"

    @property
    def in_full(self) -> str:
        """With what the percentage is measured by."""
        # Rounded down: 100 % would say that no pair of photos is more alike.
        share = math.floor(self.percentile * 1000) / 10
        return f"{self}, closer than {share:g}% of random pairs"
