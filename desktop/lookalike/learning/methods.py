"""The ways to learn labels from vectors that are compared with each other."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, Protocol

from lookalike.learning.examples import Examples, Vectors
from lookalike.learning.forest import fit_forest
from lookalike.learning.linear import fit_centroids, fit_logistic, fit_machine
from lookalike.learning.nearest import fit_neighbors

# What a method is set to: {"k": 5, "metric": "cosine"}; fit for JSON.
Setting = Mapping[str, Any]

_COUNTS = (5, 10, 20, 3, 1)


class Classifier(Protocol):
    """What was learned."""

    def scores(self, vectors: Vectors) -> Vectors:
        """(n, c) for centred vectors (n, d): the higher, the likelier the label."""
        ...


@dataclass(frozen=True, slots=True)
class Method:
    """One way to learn.

    Args:
        name: for people.
        settings: what is tried; where two do equally well, the first is taken.
        words: of a setting, for people.
        fit: learns; inside of `one_thread`, or it takes a hundred times as long on a busy machine.
        seconds: about how long it takes to learn c labels from n examples of d numbers, and to
            judge a few.
        is_baseline: shown beside the others and never chosen.
    """

    name: str
    settings: Sequence[Setting]
    words: Callable[[Setting], str]
    fit: Callable[[Examples, Setting], Classifier]
    seconds: Callable[[int, int, int], float]
    is_baseline: bool = False

    def fitting(self, setting: Setting) -> Callable[[Examples], Classifier]:
        """`fit` with one setting."""
        return lambda examples: self.fit(examples, setting)

    def seconds_for(self, examples: Examples) -> float:
        """`seconds` for as many as there are."""
        count, dimensions = examples.vectors.shape
        return self.seconds(count, dimensions, examples.labels)


NEAREST_CENTROID = Method(
    name="nearest centroid",
    settings=({},),
    words=lambda _: "",
    fit=lambda examples, _: fit_centroids(examples),
    seconds=lambda n, d, c: 1e-10 * n * d * c,
    is_baseline=True,
)
LOGISTIC_REGRESSION = Method(
    name="logistic regression",
    settings=({"C": 10.0}, {"C": 1.0}, {"C": 100.0}),
    words=lambda setting: f"C = {setting['C']:g}",
    fit=lambda examples, setting: fit_logistic(examples, setting["C"]),
    seconds=lambda n, d, c: c * (3e-3 + 1e-8 * n * d),
)
LINEAR_MACHINE = Method(
    name="linear SVM",
    settings=({"C": 1.0}, {"C": 0.1}),
    words=lambda setting: f"C = {setting['C']:g}",
    fit=lambda examples, setting: fit_machine(examples, setting["C"]),
    seconds=lambda n, d, c: c * (2e-3 + 1.4e-8 * n * d),
)
NEAREST_NEIGHBORS = Method(
    name="nearest neighbours",
    settings=tuple({"k": k, "metric": m} for m, k in product(("cosine", "l2"), _COUNTS)),
    words=lambda setting: f"k = {setting['k']}, {setting['metric']}",
    fit=lambda examples, setting: fit_neighbors(examples, setting["k"], setting["metric"]),
    seconds=lambda n, d, c: n * n * (1e-9 + 5e-12 * d),
)
RANDOM_FOREST = Method(
    name="random forest",
    settings=({},),
    words=lambda _: "100 trees",
    fit=lambda examples, _: fit_forest(examples),
    seconds=lambda n, d, c: 0.1 + 1.3e-5 * n * c,
)
# The simplest first: those that fit the fewest numbers to the examples. A plane has one for each
# dimension; neighbours remember every example; a forest has many leaves for each.
METHODS = (
    NEAREST_CENTROID,
    LOGISTIC_REGRESSION,
    LINEAR_MACHINE,
    NEAREST_NEIGHBORS,
    RANDOM_FOREST,
)


def method_named(name: str) -> Method:
    """Of `METHODS`.

    Raises:
        KeyError: none is called that.
    """
    return {method.name: method for method in METHODS}[name]
