"""Which two pictures a person may want explained, and which one may be missing."""

from dataclasses import dataclass

from lookalike.gui.browsing import Browser
from lookalike.gui.photo_desk import PhotoDesk
from lookalike.library.search.questions import Example, Question, Source
from lookalike.library.search.shares import shares_of
from lookalike.photos import PhotoId


@dataclass(frozen=True, slots=True)
class Pair:
    """Two pictures, and the space that they are compared in.

    Args:
        query: one of those that were searched by, or the first of two photos.
        shown: the similarity that the result showed; None where there is no result.
        question: that it is the result of, if it is one.
        names: of the pictures that are wanted in the question.
    """

    query: Example
    match: Example
    by: str = "content"
    shown: float | None = None
    question: Question | None = None
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """A picture that a person misses in the answer to a question.

    Args:
        count: how many matches are looked for.
    """

    source: Source
    question: Question
    count: int


class Pairs:
    """Reads them off the photos that are chosen and the answer that is shown."""

    def __init__(self, photos: PhotoDesk, browser: Browser) -> None:
        self._photos = photos
        self._browser = browser

    @property
    def can_miss(self) -> bool:
        """Whether there is an answer that a photo could be missing in."""
        return bool(self._browser.place.query.question.wanted)

    @property
    def can_explain(self) -> bool:
        """Whether there are two pictures to explain."""
        return self.chosen() is not None

    def chosen(self) -> Pair | None:
        """The chosen result and the query's picture, or two photos that are chosen."""
        if self._photos.selected_count == 2:
            one, other = self._photos.selected
            return Pair(Example(one), Example(other))
        chosen = self._photos.chosen
        return None if chosen is None else self.with_query(chosen)

    def with_query(self, photo_id: PhotoId) -> Pair | None:
        """A result and the first of the pictures that were searched by, in the space with most of
        the say."""
        place = self._browser.place
        question, likeness = place.query.question, place.answer.contents.likeness.get(photo_id)
        if not question.wanted:
            return None
        return Pair(
            question.wanted[0],
            Example(photo_id),
            max(shares_of(question.by), key=lambda each: each.share).name,
            likeness.similarity if likeness else None,
            question,
            tuple(each.name for each in place.answer.examples if each.example.is_wanted),
        )
