"""What a person asks: examples for and against, in which space, among which photos."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from lookalike.neighbors.metrics import Metric as Metric
from lookalike.photos import PhotoId, Region

# A photo of the library, a file, or the bytes of a picture.
Source = PhotoId | Path | bytes


@dataclass(frozen=True, slots=True)
class Example:
    """A picture to search by.

    Args:
        region: only this part of it; None is all of it.
        weight: above 0; 2 counts twice as much as 1.
        is_wanted: False where the answers should not look like it.
    """

    source: Source
    region: Region | None = None
    weight: float = 1.0
    is_wanted: bool = True


@dataclass(frozen=True, slots=True)
class UnitOfLayer:
    """One unit of the network, by its layer's name and its number there."""

    layer: str
    number: int


@dataclass(frozen=True, slots=True)
class Question:
    """One search in full. Without examples it asks for all photos that fit `words`.

    Args:
        by: the name of a space, or of a mix of several (`library.search.shares`); `content` is the
            network's embedding.
        words: a filter in the syntax of `library.filters.filtering`; empty lets everything through.
        at_least: 0 to 1; less similar photos are left out.
        at_most: 0 to 1; more similar photos are left out.
        unit: in place of examples: the photos that excite it most.
        metric: how far apart two vectors of a space are.
    """

    examples: tuple[Example, ...] = ()
    by: str = "content"
    words: str = ""
    at_least: float = 0.0
    at_most: float = 1.0
    unit: UnitOfLayer | None = None
    metric: Metric = "cosine"

    @property
    def wanted(self) -> Sequence[Example]:
        return [example for example in self.examples if example.is_wanted]

    @property
    def unwanted(self) -> Sequence[Example]:
        return [example for example in self.examples if not example.is_wanted]
