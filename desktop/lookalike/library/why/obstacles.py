"""What keeps a photo out of an answer, cause by cause."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from fnmatch import fnmatch
from os.path import normcase
from pathlib import Path

import numpy as np

from lookalike.library.filters.filter_syntax import parse
from lookalike.library.filters.filtering import sieve_of
from lookalike.library.intake.walking import NOT_THE_PERSONS
from lookalike.library.library import Library
from lookalike.library.search.placing import Place
from lookalike.library.search.questions import Question, Source
from lookalike.library.search.searching import Results
from lookalike.paths import absolute
from lookalike.photos import Folder, Photo, PhotoId, PhotoState, Space
from lookalike.wording import counted


class Cause(StrEnum):
    """What keeps a photo away."""

    NOT_IMPORTED = "not imported"
    EXCLUDED = "excluded"
    UNREADABLE = "unreadable"
    MISSING = "missing"
    NOT_LOOKED_AT = "not looked at"
    IS_EXAMPLE = "is an example"
    WORDS = "words"
    FOLDER = "folder"
    TOO_UNLIKE = "too unlike"
    TOO_LIKE = "too like"
    FOLDED = "folded"
    PASSED_OVER = "passed over"
    LESS_SIMILAR = "less similar"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One thing that keeps a photo away.

    Args:
        sentence: for a person.
        words: the part of the filter that it does not fit, where that is the cause.
        beneath: the photo that it is folded under, where that is the cause.
    """

    cause: Cause
    sentence: str
    words: str = ""
    beneath: PhotoId | None = None


def obstacles_outside(library: Library, source: Source) -> Iterator[Obstacle]:
    """Why a picture that the library does not know is not in it."""
    path = absolute(source) if isinstance(source, Path) else None
    folder = library.catalog.folder_of(path) if path else None
    if path is None or folder is None:
        yield Obstacle(
            Cause.NOT_IMPORTED, "It is not in the library: bring in the folder that it is in."
        )
        return
    pattern = left_out_by(folder, path)
    if pattern:
        yield Obstacle(
            Cause.EXCLUDED, f"It is not in the library: “{pattern}” leaves it out of {folder.path}."
        )
    else:
        yield Obstacle(
            Cause.NOT_IMPORTED,
            f"It is not in the library yet: it came into {folder.path.name} since that was looked "
            "through.",
        )


def left_out_by(folder: Folder, path: Path) -> str:
    """The pattern, or the name, for which an import does not look at a file; empty without."""
    inside = path.relative_to(folder.path)
    for around in (inside, *inside.parents[:-1]):
        name = around.name
        if name.startswith(".") or name.encode("utf-8", "replace") in NOT_THE_PERSONS:
            return name
        for pattern in folder.exclude:
            names = (name, f"/{around.as_posix()}")
            if any(fnmatch(normcase(each), normcase(pattern)) for each in names):
                return pattern
    return ""


def obstacles_inside(
    library: Library,
    question: Question,
    spaces: Sequence[Space],
    photo: Photo,
    folder: Path | None,
) -> Iterator[Obstacle]:
    """What keeps a photo of the library from being compared at all."""
    if photo.state is PhotoState.UNREADABLE:
        yield Obstacle(Cause.UNREADABLE, f"It cannot be read: {photo.reason}.")
    elif photo.state is PhotoState.MISSING:
        yield Obstacle(Cause.MISSING, _missing(photo))
    else:
        yield from _not_looked_at(library, spaces, photo)
        yield from _unfitting_words(library, question.words, photo)
    if any(each.source == photo.id for each in question.examples):
        yield Obstacle(Cause.IS_EXAMPLE, "It is what was searched by, which is left out.")
    if folder is not None and not photo.path.is_relative_to(folder):
        yield Obstacle(
            Cause.FOLDER, f"It is in {photo.path.parent}, and only {folder} was searched."
        )


def _missing(photo: Photo) -> str:
    return f"It is left out: {photo.reason}." if photo.reason else "Its file is gone, or away."


def _not_looked_at(library: Library, spaces: Sequence[Space], photo: Photo) -> Iterator[Obstacle]:
    for space in spaces:
        content = photo.content_hash
        if content is None or library.catalog.embedding(space, content) is None:
            yield Obstacle(Cause.NOT_LOOKED_AT, f"It has not been looked at by {space.name} yet.")


def _unfitting_words(library: Library, words: str, photo: Photo) -> Iterator[Obstacle]:
    sieve = sieve_of(library)
    place = int(np.searchsorted(sieve.ready, photo.id))
    for either in parse(words):
        if not sieve.mask(either)[place]:
            written = " OR ".join(term.written for term in either)
            yield Obstacle(Cause.WORDS, f"It does not fit “{written}”.", words=written)


def obstacles_in_answer(
    library: Library, question: Question, photo: Photo | None, place: Place, results: Results
) -> Iterator[Obstacle]:
    """What keeps a picture that was compared from being shown."""
    if place.similarity < question.at_least:
        yield Obstacle(
            Cause.TOO_UNLIKE,
            f"It is {place.similarity:.0%} similar, and less than {question.at_least:.0%} is not "
            "shown.",
        )
        return
    if place.similarity > question.at_most:
        yield Obstacle(
            Cause.TOO_LIKE,
            f"It is {place.similarity:.0%} similar, and more than {question.at_most:.0%} is not "
            "shown.",
        )
        return
    if photo and any(match.photo.id == photo.id for match in results.matches):
        yield from _folded(library, photo, results)
    elif results.has_more and place.rank > len(results.matches):
        verb = "is" if place.rank == 2 else "are"
        before = counted(place.rank - 1, "photo")
        yield Obstacle(Cause.LESS_SIMILAR, f"{before} {verb} more similar.")


def _folded(library: Library, photo: Photo, results: Results) -> Iterator[Obstacle]:
    for top, beneath in results.stacks.items():
        if photo.id in beneath:
            name = library.photo(top).path.name
            yield Obstacle(
                Cause.FOLDED, f"It is nearly the same as {name}, and folded under it.", beneath=top
            )


def passed_over(place: Place, results: Results) -> Iterator[Obstacle]:
    """What is left where nothing keeps a photo of the library away, and it is not shown."""
    if results.method == "hnsw":
        yield Obstacle(
            Cause.PASSED_OVER,
            f"It would be number {place.rank}: the quick index passed it over, as it rarely does.",
        )
