"""What one way of comparing answers, as a plain function that any thread may run."""

from collections.abc import Mapping
from dataclasses import dataclass

from lookalike.gui.answering import likeness_of
from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.space_words import SpaceWords
from lookalike.library.library import Library
from lookalike.library.search.localising import search_by_parts
from lookalike.library.search.questions import Question
from lookalike.library.search.spaces import space_choices
from lookalike.photos import Photo, PhotoId
from lookalike.progress import Progress

# More than a person compares; the answers of two ways are told apart long before.
ANSWERS = 60


@dataclass(frozen=True, slots=True)
class LensAnswer:
    """Photos, nearest first.

    Args:
        note: what has to be known of them, or empty.
    """

    photos: tuple[Photo, ...]
    likeness: Mapping[PhotoId, Likeness]
    note: str = ""

    @property
    def ids(self) -> list[PhotoId]:
        return [photo.id for photo in self.photos]


def look(library: Library, question: Question, progress: Progress) -> LensAnswer:
    """The first answers to a question, in the space and by the distance that it names.

    Raises:
        PhotoUnreadable, NothingToSearch, FilterUnclear, NetworkUnusable: as `searching.search`.
    """
    results = search_by_parts(library, question, progress, count=ANSWERS)
    words = SpaceWords(space_choices(library))
    photos = tuple(match.photo for match in results.matches)
    return LensAnswer(photos, likeness_of(results, words), results.note)
