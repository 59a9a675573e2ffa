"""What is found out when a person's labels are taught: figures for people, as values."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from lookalike.learning.calibration import Reliability as Reliability
from lookalike.learning.curves import Curve as Curve
from lookalike.library.drawing.cell_axis import CellAxis
from lookalike.photos import Label, LabelId, PhotoId

# The row and column of a confusion matrix for photos that are taken for none of the labels.
NONE = LabelId(0)


@dataclass(frozen=True, slots=True)
class MethodScore:
    """How one method does on held-out examples, its own setting chosen without them.

    Args:
        name: `nearest neighbours`, `logistic regression`, `linear SVM` or `random forest`.
        setting: what was chosen for it, for people: `k = 5, cosine`.
        accuracy: mean over the folds, 0 to 1.
        error: the standard error of that mean.
        is_chosen: the simplest within one standard error of the best.
    """

    name: str
    setting: str
    accuracy: float
    error: float
    is_chosen: bool = False


@dataclass(frozen=True, slots=True)
class LabelScore:
    """How well one label is told, on held-out examples; each figure 0 to 1."""

    label: Label
    examples: int
    precision: float
    recall: float


@dataclass(frozen=True, slots=True, eq=False)
class Confusion:
    """What held-out photos were taken for.

    Args:
        labels: of rows and columns alike; `NONE` is the last.
        counts: int64 (n, n); rows are a person's labels, columns the program's.
        photos: of each cell (row, column) that is not empty.
    """

    labels: tuple[LabelId, ...]
    counts: NDArray[np.int64]
    photos: Mapping[tuple[int, int], tuple[PhotoId, ...]]


@dataclass(frozen=True, slots=True)
class Suspect:
    """A photo whose own label the classifier doubts, which has not seen it.

    Args:
        label: the person's.
        told: what the classifier would say; None for none of the labels.
        probability: of the person's label, by the classifier.
        told_probability: of what it would say.
        voters: the nearest examples, nearest first.
    """

    photo_id: PhotoId
    label: Label
    told: Label | None
    probability: float
    told_probability: float
    voters: tuple[PhotoId, ...] = ()


@dataclass(frozen=True, slots=True)
class Note:
    """Something odd about a person's labels.

    Args:
        sentence: all of it in English; the rest is for a sentence in another language.
        count: of photos, or of sets of photos that look the same.
        labelled: of how many.
        labels: the one that is alone, or the two that exclude each other.
        methods: those that were not tried, as `MethodScore` names them.
        space: the one that photos were not looked at in.
    """

    kind: Literal["alone", "some", "missing", "unseen", "both", "copies", "slow"]
    sentence: str
    count: int = 0
    labelled: int = 0
    labels: tuple[Label, ...] = ()
    methods: tuple[str, ...] = ()
    space: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Teaching:
    """All that `teach` finds out.

    Args:
        labels: those that were taught: with enough examples.
        left_out: those with too few.
        examples: labelled photos that were learned from.
        others: photos without a label that stand for "none of these".
        methods: the best first.
        accuracy: of the whole choice, nested: no photo was used to choose what it judges.
        error: its standard error.
        sentence: what a person reads first, in English.
        gain: which label would gain most, by how many more examples; None where none would.
        notes: what is odd: one photo under two labels, labels on missing photos.
        suspects: the most doubtful first.
    """

    space: str
    labels: tuple[Label, ...]
    left_out: tuple[Label, ...]
    examples: int
    others: int
    methods: tuple[MethodScore, ...]
    accuracy: float
    error: float
    sentence: str
    notes: tuple[Note, ...]
    per_label: tuple[LabelScore, ...]
    confusion: Confusion
    neighbors: Curve
    learning: Curve
    reliability: Reliability
    suspects: tuple[Suspect, ...]
    gain: tuple[Label, int] | None = None

    @property
    def method(self) -> MethodScore:
        """The one that was chosen."""
        return next(method for method in self.methods if method.is_chosen)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A label that a photo may deserve.

    Args:
        probability: calibrated, 0 to 1.
        others: what else it may be, likeliest first, with probabilities.
    """

    photo_id: PhotoId
    label: Label
    probability: float
    others: tuple[tuple[Label, float], ...] = ()


@dataclass(frozen=True, slots=True)
class LayerAccuracy:
    """How well the labels are told from the features of one space.

    Args:
        space: `pixels`, `colour`, `shape`, `layer:NAME` or `content`.
        title: for people.
        is_by_hand: no network has a part in it.
        accuracy: mean over the folds, 0 to 1.
        error: its standard error.
        depth: which layer from the picture on, 1 for the first; None for hand-made features.
    """

    space: str
    title: str
    is_by_hand: bool
    accuracy: float
    error: float
    depth: int | None = None


@dataclass(frozen=True, slots=True)
class Readiness:
    """Whether there are enough examples to teach, told after every labelling.

    Args:
        taught: labels with enough examples, each with how many it has.
        waiting: labels with some but too few, each with how many more it needs; nearest first.
        sentence: what is missing, or what there is; one sentence or two, in English.
        is_unseen: photos have labels, and the network has looked at none of them yet.
    """

    taught: tuple[tuple[Label, int], ...]
    waiting: tuple[tuple[Label, int], ...]
    sentence: str
    is_unseen: bool = False

    @property
    def is_ready(self) -> bool:
        """At least one label has enough; a single one is told from "none of these"."""
        return bool(self.taught)

    @property
    def is_alone(self) -> bool:
        """A single label can be taught, so it is only told from photos without it."""
        return len(self.taught) == 1


@dataclass(frozen=True, slots=True)
class TaughtChoice:
    """What was chosen when a person's labels were last taught; kept in the catalog.

    Args:
        space: its name: `content`, `layer:NAME`, ….
        space_key: its identity, which another network changes.
        method, setting: as `MethodScore` has them, for people.
        parameters, calibration: what the classifier, and its probabilities, are made of again.
        labels: those that were taught, each with how many examples it had.
        accuracy, error: as `Teaching` has them.
        is_stale: it should be taught again; it goes on suggesting meanwhile.
        why_stale: a sentence in English; empty where it is not.
        new_labels: those that make it stale, as they can be taught since.
    """

    space: str
    space_key: str
    method: str
    setting: str
    parameters: Mapping[str, Any]
    calibration: Mapping[str, float]
    labels: Mapping[LabelId, int]
    accuracy: float
    error: float
    taught_at: datetime
    is_stale: bool = False
    why_stale: str = ""
    new_labels: tuple[Label, ...] = ()


@dataclass(frozen=True, slots=True)
class Voter:
    """An example that speaks for or against a label.

    Args:
        labels: that the example has; empty for one of "none of these".
        is_for: it has the label in question.
        share: what it adds to the score, which all shares sum to; those against add nothing. 0
            as well where no votes are counted.
    """

    photo_id: PhotoId
    labels: tuple[Label, ...]
    is_for: bool
    share: float


@dataclass(frozen=True, slots=True, eq=False)
class WhyLabel:
    """Why a photo is thought to deserve a label, or not.

    Args:
        method: `exact`: the cells and the bias sum to the score; `neighbors`: voters with their
            shares decide; `hiding`: by how much the probability falls where a part is painted
            over, so the parts do not sum to it, and the nearest examples beside it.
        sentence: what is seen, for a person.
        probability: calibrated, 0 to 1.
        score: what the classifier says before it is turned into a probability.
        bias: the part of it that no cell has; 0 but for `exact`.
        pixels: uint8 (h, w, 3), the square that the network sees; None where nothing is mapped.
        cells: (rows, columns), what each part adds; None where nothing is mapped.
        axes: where the cells lie, as `Explanation` has them.
        voters: nearest first.
        note: about the picture, for a person, or empty.
    """

    photo_id: PhotoId
    label: Label
    method: Literal["exact", "neighbors", "hiding"]
    sentence: str
    probability: float
    score: float = 0.0
    bias: float = 0.0
    pixels: NDArray[np.uint8] | None = None
    cells: NDArray[np.float64] | None = None
    axes: tuple[CellAxis, CellAxis] | None = None
    voters: tuple[Voter, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class TreeTrial:
    """How well the labels are told on a tree of photos that was not learned from.

    Args:
        accuracy: share of `photos` whose likeliest label is that of their sub-folder, or one that
            is inside of it.
        error: the standard error of that share.
        per_label: `examples` are photos of the tree here.
        photos: that were judged.
        doubtful: those of them that would be taken for none of the labels.
        known: left out because their content is among the examples.
        unreadable: files that could not be read.
        unknown: sub-folders that no taught label is named like; left out.
    """

    accuracy: float
    error: float
    per_label: tuple[LabelScore, ...]
    photos: int
    doubtful: int
    known: int
    unreadable: int
    unknown: tuple[str, ...]
