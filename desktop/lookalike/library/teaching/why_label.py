"""Why a photo is thought to deserve a label: where in the picture, or which examples."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from lookalike.errors import NothingToSearch
from lookalike.learning.examples import HAS, LACKS, Vectors
from lookalike.learning.linear import LinearClassifier
from lookalike.learning.methods import Classifier
from lookalike.learning.nearest import NeighborClassifier
from lookalike.library.drawing.cell_axis import cell_axes
from lookalike.library.library import Library
from lookalike.library.search.questions import Example
from lookalike.library.teaching.label_classifier import LabelClassifier, label_classifier
from lookalike.library.teaching.taught import Voter, WhyLabel
from lookalike.library.why.cell_sight import CellSight, averaged_layer, see_in_cells
from lookalike.library.why.hiding import see_with_parts_hidden
from lookalike.networks.views.occlusion import GRIDS
from lookalike.photos import Label, LabelId, PhotoId, Space
from lookalike.progress import Progress

# Of each side, the nearest examples that are shown where no votes are counted.
_SHOWN = 4
_GRID = GRIDS[-1]
_EXACT = "Exact: the parts of the picture and a constant sum to the score of the label."
_VOTES = "The nearest examples vote, the nearer the more."
_HIDDEN = (
    "Approximate: a part counts by how much the probability falls when it is painted over, so the "
    "parts do not sum to it. Beside it are the nearest examples with the label and without it."
)


def why_label(library: Library, photo_id: PhotoId, label: LabelId, progress: Progress) -> WhyLabel:
    """Exactly, for a linear classifier on an average of cells; else by neighbours or by hiding.

    Raises:
        TooFewExamples: the label is not taught.
        NothingToSearch: the photo is gone, or was not looked at in the space that was taught in.
        PhotoUnreadable: the photo's picture cannot be had any more.
        NetworkUnusable, Cancelled: as they say.
    """
    progress.step(0, None, "Looking at the photo")
    taught = label_classifier(library)
    column = taught.column(label)
    place = taught.contents.place_of_photo(library, photo_id)
    if place is None:
        raise _unseen(taught.contents.space)
    judged = _Judged(taught, taught.judge_of(place), photo_id, place, column)
    if isinstance(judged.classifier, NeighborClassifier):
        return _by_votes(judged, judged.classifier)
    sight = _cells(library, judged) if isinstance(judged.classifier, LinearClassifier) else None
    if sight and isinstance(judged.classifier, LinearClassifier):
        return _by_cells(judged, judged.classifier, sight)
    return _by_hiding(library, judged, progress)


@dataclass(frozen=True, slots=True, eq=False)
class _Judged:
    """A photo, a label, and who says how likely it deserves it."""

    taught: LabelClassifier
    classifier: Classifier
    photo_id: PhotoId
    place: int
    column: int

    @property
    def label(self) -> Label:
        return self.taught.labels[self.column]

    @property
    def vector(self) -> Vectors:
        """(1, d), as a search compares it."""
        return self.taught.contents.vectors(np.array([self.place]))

    def score(self, vector: Vectors) -> float:
        return float(self.classifier.scores(vector)[0, self.column])

    def probability(self, vector: Vectors) -> float:
        scores = self.classifier.scores(vector)
        return float(self.taught.calibration.probabilities(scores)[0, self.column])


def _by_votes(judged: _Judged, classifier: NeighborClassifier) -> WhyLabel:
    rows, shares = classifier.voters(judged.vector, judged.column)
    voters = zip(rows[0].tolist(), shares[0].tolist(), strict=True)
    return WhyLabel(
        judged.photo_id,
        judged.label,
        "neighbors",
        _VOTES,
        judged.probability(judged.vector),
        score=float(shares.sum()),
        voters=tuple(_voter(judged, row, share) for row, share in voters),
    )


def _voter(judged: _Judged, row: int, share: float = 0.0) -> Voter:
    gathered = judged.taught.gathered
    has = gathered.examples.targets[row] == HAS
    labels = tuple(each for each, is_one in zip(gathered.labels, has, strict=True) if is_one)
    return Voter(gathered.photo(row), labels, bool(has[judged.column]), share)


def _unseen(space: Space) -> NothingToSearch:
    return NothingToSearch(
        f"This photo has not been looked at by {space.name} yet.",
        "Bring its folder in again, or build what is missing.",
    )


def _cells(library: Library, judged: _Judged) -> CellSight | None:
    """None in spaces that are no averages of cells."""
    contents = judged.taught.contents
    layer = averaged_layer(library.manifest(), contents.space)
    if layer is None:
        return None
    example = Example(judged.photo_id)
    return see_in_cells(library, contents.index, contents.space, layer, example)


def _by_cells(judged: _Judged, classifier: LinearClassifier, sight: CellSight) -> WhyLabel:
    vector = sight.cells.mean(axis=0, keepdims=True).astype(np.float32)
    shares = classifier.cell_shares(sight.cells.astype(np.float32))[:, judged.column]
    return WhyLabel(
        judged.photo_id,
        judged.label,
        "exact",
        _EXACT,
        judged.probability(vector),
        score=judged.score(vector),
        bias=float(classifier.biases[judged.column]),
        pixels=sight.pixels,
        cells=shares.astype(np.float64).reshape(sight.grid),
        axes=sight.axes,
        note=sight.note,
    )


def _by_hiding(library: Library, judged: _Judged, progress: Progress) -> WhyLabel:
    """Zeiler and Fergus, "Visualizing and understanding convolutional networks", ECCV 2014, 4.2."""
    contents, example = judged.taught.contents, Example(judged.photo_id)
    sight = see_with_parts_hidden(library, contents.index, contents.space, example)
    whole = np.atleast_2d(sight.vector).astype(np.float32)
    probability = judged.probability(whole)
    drops = np.zeros(_GRID)
    for done, cell in enumerate(np.ndindex(_GRID)):
        progress.step(done, drops.size, "Hiding parts of the picture")
        hidden = np.zeros(_GRID, np.bool_)
        hidden[cell] = True
        without = np.atleast_2d(sight.vector_without(hidden)).astype(np.float32)
        drops[cell] = probability - judged.probability(without)
    return WhyLabel(
        judged.photo_id,
        judged.label,
        "hiding",
        _HIDDEN,
        probability,
        score=judged.score(whole),
        pixels=sight.pixels,
        cells=drops,
        axes=cell_axes(_GRID, _GRID, None),
        voters=tuple(_nearest_of_both(judged, whole[0])),
        note=sight.note,
    )


def _nearest_of_both(judged: _Judged, vector: Vectors) -> Iterator[Voter]:
    """Of those that a person said something of."""
    gathered = judged.taught.gathered
    targets = gathered.examples.targets[:, judged.column]
    is_said = np.arange(len(targets)) < len(targets) - gathered.others
    for kind in (HAS, LACKS):
        for row in gathered.nearest(vector, is_said & (targets == kind), _SHOWN):
            yield _voter(judged, row)
