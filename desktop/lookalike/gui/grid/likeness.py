"""How alike a photo and the query are, in words."""

import math
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from lookalike.gui.translations import percent_text


@dataclass(frozen=True, slots=True)
class Likeness:
    """Both numbers from 0 to 1, with the meaning they have in `library.search.searching.Match`.

    Args:
        parts: of a mix, how alike they are by each of its spaces: a line for each.
    """

    similarity: float
    percentile: float
    parts: str = ""

    def __str__(self) -> str:
        told = QCoreApplication.translate("Likeness", "{percent} similar")
        return told.format(percent=percent_text(self.similarity))

    @property
    def in_full(self) -> str:
        """With what the percentage is measured by."""
        # Rounded down: 100 % would say that no pair of photos is more alike.
        share = math.floor(self.percentile * 1000) / 1000
        told = QCoreApplication.translate(
            "Likeness", "{similar}, closer than {share} of random pairs"
        )
        told = told.format(similar=self, share=percent_text(share, decimals=1))
        return f"{told}\n{self.parts}" if self.parts else told
