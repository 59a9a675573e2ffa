"""One way to compare photos."""

from dataclasses import dataclass

from lookalike.library.search.questions import Metric


@dataclass(frozen=True, slots=True)
class Way:
    """A space or a mix, by its name, and a distance."""

    by: str
    metric: Metric = "cosine"
