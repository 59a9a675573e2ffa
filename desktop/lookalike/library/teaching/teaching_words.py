"""What teaching says to a person, in sentences."""

from collections.abc import Sequence

from lookalike.errors import TooFewExamples
from lookalike.learning.judging import Accuracy
from lookalike.library.teaching.label_examples import LEAST_EXAMPLES, Said
from lookalike.library.teaching.taught import Note, Readiness
from lookalike.photos import Label, LabelId
from lookalike.wording import counted

_UNSEEN = (
    "None of the labelled photos has been looked at by this network yet: bring their folders in "
    "again."
)


def readiness_of(said: Said) -> Readiness:
    """What can be taught, and what is missing."""
    counts = [(label, len(said.below[label.id])) for label in said.teachable()]
    taught = tuple((label, have) for label, have in counts if have >= LEAST_EXAMPLES)
    lacking = [(label, LEAST_EXAMPLES - have) for label, have in counts if have < LEAST_EXAMPLES]
    waiting = tuple(sorted(lacking, key=lambda each: each[1]))
    sentence = _UNSEEN if said.is_unseen else _readiness_words(taught, waiting)
    return Readiness(taught, waiting, sentence, said.is_unseen)


def _readiness_words(
    taught: Sequence[tuple[Label, int]], waiting: Sequence[tuple[Label, int]]
) -> str:
    if len(taught) > 1:
        return f"{len(taught)} labels can be taught."
    missing = " and ".join(_needed(*each) for each in waiting[: 2 - len(taught)])
    if not taught:
        return f"Give {missing}." if missing else "Make a label and give it to three photos."
    alone = f'Only "{taught[0][0].name}" can be taught: it is told from photos without a label.'
    return f"{alone} Give {missing} to tell the two apart." if missing else alone


def _needed(label: Label, more: int) -> str:
    return f'{counted(more, "more photo")} the label "{label.name}"'


def too_few(said: Said, label: LabelId | None = None) -> TooFewExamples:
    """The error where no label can be taught, or not this one."""
    told = readiness_of(said)
    wanted = next((each for each in told.waiting if each[0].id == label), None)
    if wanted and not said.is_unseen:
        return TooFewExamples(
            f'Too few photos have the label "{wanted[0].name}".', f"Give {_needed(*wanted)}."
        )
    if label is not None and told.taught:
        return TooFewExamples(
            "This label is not taught: it was deleted, or photos have only labels inside of it.",
            "Choose another one.",
        )
    return TooFewExamples(
        f"No label has enough photos to learn from: {LEAST_EXAMPLES} at least.", told.sentence
    )


def verdict_words(method: str, accuracy: Accuracy, gain: tuple[Label, int] | None) -> str:
    """Such as `Logistic regression, right in 94 % ± 3 of held-out examples.`"""
    # Neither "100 %" where one was wrong, nor "± 0".
    right = 100 if accuracy.value == 1 else min(round(100 * accuracy.value), 99)
    error = max(round(100 * accuracy.error), 1)
    told = f"{method[:1].upper()}{method[1:]}, right in {right} % ± {error} of held-out examples"
    if gain is None:
        return f"{told}."
    label, more = gain
    return f"{told}; {more} more of {label.name} would help most."


def missing_note(missing: int) -> Note:
    """About labels on photos that are not there."""
    told = (
        f"{counted(missing, 'labelled photo')} {'is' if missing == 1 else 'are'} missing or no "
        "longer in the library, and not learned from."
    )
    return Note("missing", told, missing)


def both_note(first: Label, second: Label, photos: int) -> Note:
    """About photos with two labels that otherwise exclude each other."""
    told = (
        f"{counted(photos, 'photo')} {'has' if photos == 1 else 'have'} both "
        f'"{first.name}" and "{second.name}", which otherwise exclude each other.'
    )
    return Note("both", told, photos, labels=(first, second))


def copies_note(groups: int) -> Note:
    """About photos that look the same and have different labels."""
    told = f"{counted(groups, 'set')} of photos that look the same have different labels."
    if groups == 1:
        told = "Two photos look the same and have different labels."
    return Note("copies", told, groups)


def alone_note(label: Label) -> Note:
    """About the only label that has enough examples."""
    told = (
        f'Only "{label.name}" has enough examples, so it is told from photos without a label: '
        "a second label would sharpen it."
    )
    return Note("alone", told, labels=(label,))


def unseen_note(unseen: int, space: str) -> Note:
    """About labelled photos that have no vector in the space."""
    told = (
        f"{counted(unseen, 'labelled photo')} {'has' if unseen == 1 else 'have'} not been looked "
        f"at by {space} yet, and {'is' if unseen == 1 else 'are'} not learned from."
    )
    return Note("unseen", told, unseen, space=space)


def too_slow_note(methods: Sequence[str]) -> Note:
    """About methods that were not tried."""
    told = f"With so many labels these would take too long and were left out: {', '.join(methods)}."
    return Note("slow", told, methods=tuple(methods))


def some_note(learned: int, labelled: int) -> Note:
    """About more examples than can be learned from in reasonable time."""
    told = f"{learned:,} of {labelled:,} labelled photos were learned from, of rare labels all."
    return Note("some", told, learned, labelled)
