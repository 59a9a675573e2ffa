"""Turns what was measured on held-out examples into figures for people."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

from lookalike.learning.calibration import Reliability, reliability
from lookalike.learning.choosing import Choice
from lookalike.learning.confusion import confusion, precisions_and_recalls
from lookalike.learning.curves import Curve, advise, learning_curve, neighbor_curve
from lookalike.learning.doubts import Doubt, doubts
from lookalike.learning.methods import NEAREST_NEIGHBORS
from lookalike.library.library import Library
from lookalike.library.teaching.label_examples import Gathered
from lookalike.library.teaching.label_notes import notes_on
from lookalike.library.teaching.suspects import still_doubted
from lookalike.library.teaching.taught import (
    NONE,
    Confusion,
    LabelScore,
    MethodScore,
    Suspect,
    Teaching,
)
from lookalike.library.teaching.teaching_words import verdict_words
from lookalike.photos import PhotoId
from lookalike.progress import Progress

_VOTERS = 5
_MOST_SUSPECTS = 100


def teaching_of(
    library: Library, by: str, gathered: Gathered, choice: Choice, progress: Progress
) -> Teaching:
    """All that is told of a choice; curves are measured on the way."""
    examples, labels = gathered.examples, gathered.labels
    chosen = choice.chosen
    # With a setting that was not chosen on the photos that judge it.
    learning = learning_curve(examples, chosen.method, chosen.method.settings[0], progress)
    precise, found = precisions_and_recalls(choice.verdicts, choice.probabilities, examples.targets)
    advice = advise(examples, found, learning)
    gain = (labels[advice.column], advice.more) if advice else None
    return Teaching(
        space=by,
        labels=labels,
        left_out=tuple(each for each in gathered.said.teachable() if each not in labels),
        examples=int(examples.is_labelled.sum()),
        others=gathered.others,
        methods=_methods(choice),
        accuracy=choice.accuracy.value,
        error=choice.accuracy.error,
        sentence=verdict_words(chosen.method.name, choice.accuracy, gain),
        notes=tuple(notes_on(library, gathered, [each.name for each in choice.left_out])),
        per_label=_scores(gathered, np.nan_to_num(precise), np.nan_to_num(found)),
        confusion=_confusion(gathered, choice),
        neighbors=_neighbors(gathered, choice, progress),
        learning=learning,
        reliability=_reliability(gathered, choice),
        suspects=_suspects(library, gathered, choice),
        gain=gain,
    )


def _methods(choice: Choice) -> tuple[MethodScore, ...]:
    return tuple(
        MethodScore(
            each.method.name,
            each.words,
            each.accuracy.value,
            each.accuracy.error,
            is_chosen=each is choice.chosen,
        )
        for each in choice.compared
    )


def _neighbors(gathered: Gathered, choice: Choice, progress: Progress) -> Curve:
    """With the metric and the k that are best for it, whether that method was chosen or not."""
    own = [each.setting for each in choice.compared if each.method.name == NEAREST_NEIGHBORS.name]
    if not own:
        return neighbor_curve(gathered.examples, progress)
    return neighbor_curve(gathered.examples, progress, metric=own[0]["metric"], chosen=own[0]["k"])


def _reliability(gathered: Gathered, choice: Choice) -> Reliability:
    """On what a person said alone: some of the others deserve a label that they have not got, and
    would count as mistakes."""
    said = len(gathered.examples) - gathered.others
    return reliability(choice.probabilities[:said], gathered.examples.targets[:said])


def _scores(
    gathered: Gathered, precise: NDArray[np.float64], found: NDArray[np.float64]
) -> tuple[LabelScore, ...]:
    said = gathered.said.below
    return tuple(
        LabelScore(label, len(said[label.id]), *figures)
        for label, *figures in zip(gathered.labels, precise.tolist(), found.tolist(), strict=True)
    )


def _confusion(gathered: Gathered, choice: Choice) -> Confusion:
    counted = confusion(choice.verdicts, choice.probabilities, gathered.examples.targets)
    photos = dict[tuple[int, int], list[PhotoId]]()
    for truth, told, row in zip(
        counted.truths.tolist(), counted.told.tolist(), counted.rows.tolist(), strict=True
    ):
        photos.setdefault((truth, told), []).append(gathered.photo(row))
    return Confusion(
        (*(label.id for label in gathered.labels), NONE),
        counted.counts,
        {cell: tuple(inside) for cell, inside in photos.items()},
    )


def _suspects(library: Library, gathered: Gathered, choice: Choice) -> tuple[Suspect, ...]:
    """The most doubtful of those that nobody stands by."""
    most = _MOST_SUSPECTS + len(library.catalog.labels.confirmed())
    found = doubts(choice.probabilities, gathered.examples.targets, most)
    return tuple(still_doubted(library, _told(gathered, found))[:_MOST_SUSPECTS])


def _told(gathered: Gathered, found: Iterable[Doubt]) -> Iterator[Suspect]:
    for doubt in found:
        yield Suspect(
            photo_id=gathered.photo(doubt.row),
            label=gathered.labels[doubt.column],
            told=None if doubt.told is None else gathered.labels[doubt.told],
            probability=doubt.probability,
            told_probability=doubt.told_probability,
            voters=tuple(_voters(gathered, doubt)),
        )


def _voters(gathered: Gathered, doubt: Doubt) -> Iterator[PhotoId]:
    """The labelled examples nearest to it, its copies left out: they were not asked either."""
    examples = gathered.examples
    asked = examples.is_labelled & (examples.groups != examples.groups[doubt.row])
    for row in gathered.nearest(examples.vectors[doubt.row], asked, _VOTERS):
        yield gathered.photo(row)
