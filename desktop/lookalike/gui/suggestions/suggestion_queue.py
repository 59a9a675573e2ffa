"""Suggestions that wait for an answer, and the answers of this sitting. Nothing of Qt."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto

from lookalike.library.teaching.taught import Suggestion
from lookalike.photos import Label, LabelId, PhotoId


class Said(Enum):
    """What a person answers to "is this …?"."""

    YES = auto()
    NO = auto()
    OTHER = auto()
    SKIP = auto()
    TOGETHER = auto()  # yes, to many at once


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """One answer, which can be taken back.

    Args:
        suggestions: that it is about: one, unless many were accepted together.
        instead: the label that it is; None unless it is another one.
    """

    said: Said
    suggestions: tuple[Suggestion, ...]
    instead: Label | None = None


@dataclass(frozen=True, slots=True)
class Sitting:
    """What was answered so far.

    Args:
        answered: one by one; skipping is no answer.
        right: how many of these suggestions were.
        together: how many photos were accepted at once, besides.
        skipped: how many wait for another time.
    """

    answered: int = 0
    right: int = 0
    together: int = 0
    skipped: int = 0


class SuggestionQueue:
    """The first one is asked about; it stays so whatever comes, until it is answered."""

    def __init__(self) -> None:
        self._waiting: list[Suggestion] = []
        self._answers: list[Answer] = []

    @property
    def waiting(self) -> Sequence[Suggestion]:
        """The one that is asked about, and those after it."""
        return self._waiting

    @property
    def current(self) -> Suggestion | None:
        return self._waiting[0] if self._waiting else None

    @property
    def last_answer(self) -> Answer | None:
        """The one that is taken back first."""
        return self._answers[-1] if self._answers else None

    @property
    def sitting(self) -> Sitting:
        counts = dict.fromkeys(Said, 0)
        for answer in self._answers:
            counts[answer.said] += len(answer.suggestions)
        right = counts[Said.YES]
        answered = right + counts[Said.NO] + counts[Said.OTHER]
        return Sitting(answered, right, counts[Said.TOGETHER], counts[Said.SKIP])

    def begin(self, found: Iterable[Suggestion]) -> None:
        """Ask about other ones, from the first."""
        self._waiting = self._unanswered(found)

    def reorder(self, found: Iterable[Suggestion]) -> None:
        """Take a newer order behind the photo that is asked about."""
        current = self.current
        waiting = self._unanswered(found)
        if current is None:
            self._waiting = waiting
            return
        same = (each for each in waiting if _pair(each) == _pair(current))
        others = [each for each in waiting if each.photo_id != current.photo_id]
        self._waiting = [next(same, current), *others]

    def answer(self, said: Said, instead: Label | None = None) -> Answer | None:
        """Of the one that is asked about; None where nothing is."""
        if not self._waiting:
            return None
        answer = Answer(said, (self._waiting.pop(0),), instead)
        self._answers.append(answer)
        return answer

    def accept_together(self, suggestions: Iterable[Suggestion]) -> Answer:
        """Many at once, which may wait here too."""
        answer = Answer(Said.TOGETHER, tuple(suggestions))
        self._answers.append(answer)
        self._waiting = self._unanswered(self._waiting)
        return answer

    def take_back(self, answer: Answer) -> None:
        """Its photo is asked about again, unless the answer is of an earlier sitting."""
        if answer in self._answers:
            self.forget(answer)
            if answer.said is not Said.TOGETHER:
                self._put_first(answer.suggestions[0])

    def forget(self, answer: Answer) -> None:
        """It could not be kept."""
        if answer in self._answers:
            self._answers.remove(answer)

    def ask_skipped(self) -> None:
        """All that were skipped wait again, after the others."""
        skipped = [each for each in self._answers if each.said is Said.SKIP]
        self._answers = [each for each in self._answers if each.said is not Said.SKIP]
        self._waiting += [answer.suggestions[0] for answer in skipped]

    def bring_forward(self, at: int) -> None:
        """Ask about another one first."""
        self._waiting.insert(0, self._waiting.pop(at))

    def drop(self, gone: set[PhotoId]) -> None:
        """Photos that have left the library."""
        self._waiting = [each for each in self._waiting if each.photo_id not in gone]

    def rename(self, labels: dict[LabelId, Label]) -> None:
        """Labels may be called otherwise now, or be gone."""
        self._waiting = [
            replace(each, label=labels[each.label.id])
            for each in self._waiting
            if each.label.id in labels
        ]

    def _put_first(self, suggestion: Suggestion) -> None:
        rest = [each for each in self._waiting if each.photo_id != suggestion.photo_id]
        self._waiting = [suggestion, *rest]

    def _unanswered(self, found: Iterable[Suggestion]) -> list[Suggestion]:
        """What was answered is not asked again, though its writing may still be on the way."""
        answered = {_pair(each) for answer in self._answers for each in answer.suggestions}
        return [each for each in found if _pair(each) not in answered]


def _pair(suggestion: Suggestion) -> tuple[PhotoId, LabelId]:
    return suggestion.photo_id, suggestion.label.id
