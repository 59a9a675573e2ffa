"""Teaches a person's labels: compares methods on held-out examples, and keeps the choice."""

from datetime import datetime

from lookalike.learning.choosing import Choice, choose
from lookalike.library.library import Library
from lookalike.library.search.spaces import find_space
from lookalike.library.teaching.label_examples import Gathered, gather, said_in
from lookalike.library.teaching.taught import Readiness, TaughtChoice, Teaching
from lookalike.library.teaching.taught_choice import keep_choice, kept_choice, space_in_use
from lookalike.library.teaching.teaching_figures import teaching_of
from lookalike.library.teaching.teaching_words import readiness_of, too_few
from lookalike.progress import Progress


def readiness(library: Library) -> Readiness:
    """Whether there are enough examples, and what is missing; cheap enough for every labelling."""
    return readiness_of(said_in(library, space_in_use(library)))


def teach(library: Library, progress: Progress, *, by: str = "content") -> Teaching:
    """Compare all methods on the library's labels and write down the choice.

    Args:
        by: the space whose vectors are learned from; one that is built.

    Raises:
        TooFewExamples: no label has enough; the hint says what is missing.
        NothingToSearch: there is no such space, or it is not built.
        Cancelled: the person asked to stop; the earlier choice is kept.
    """
    progress.step(0, None, "Gathering examples")
    space = find_space(library, by)
    gathered = gather(library, space, grouped=True)
    if not gathered.labels:
        raise too_few(gathered.said)
    choice = choose(gathered.examples, progress)
    teaching = teaching_of(library, by, gathered, choice, progress)
    if library.catalog.is_writable:
        keep_choice(library, _kept(teaching, gathered, choice))
    return teaching


def taught(library: Library) -> TaughtChoice | None:
    """What was chosen the last time, and whether it should be taught again; None before."""
    return kept_choice(library)


def _kept(teaching: Teaching, gathered: Gathered, choice: Choice) -> TaughtChoice:
    return TaughtChoice(
        space=teaching.space,
        space_key=gathered.contents.space.key,
        method=choice.chosen.method.name,
        setting=choice.chosen.words,
        parameters=choice.chosen.setting,
        calibration=choice.calibration.kept(),
        labels={label.id: len(gathered.said.below[label.id]) for label in gathered.labels},
        accuracy=teaching.accuracy,
        error=teaching.error,
        taught_at=datetime.now().astimezone(),
    )
