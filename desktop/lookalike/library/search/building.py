"""Looks at the library's photos in a new way: fills a space, from the thumbnails.

An import looks by hand at what is new to it, in less than a millisecond of a core for each photo.
What came in before is looked at in the background, and so is what the descriptors of another
version have seen. Layers are for a person to ask for: each runs the network once more.
"""

import contextlib
import os
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeVar

from lookalike.errors import PhotoUnreadable
from lookalike.imaging.decode import read_file
from lookalike.library.intake.lookahead import look_ahead
from lookalike.library.intake.read_photo import THUMBNAIL_PX
from lookalike.library.intake.reading import content_hash_of
from lookalike.library.intake.writing import COMMIT_EVERY_S
from lookalike.library.library import Library
from lookalike.library.search.looking import Vector, hand_made_spaces, look_of, thumbnail_of
from lookalike.library.search.spaces import buildable_space, prior_centre
from lookalike.photos import ContentHash, Space
from lookalike.progress import Progress

MOST_UNASKED = 100_000  # photos: about two minutes for each space
_WINDOW_PER_THREAD = 8
_LOOKING = "Looking at photos"

T = TypeVar("T")
Seen = tuple[ContentHash, Vector | None]


@dataclass(frozen=True, slots=True)
class Built:
    """What `build_space` did.

    Args:
        built: vectors that were added.
        skipped: photos that can be looked at no more, or not now: their thumbnails are not there,
            and neither are their files.
    """

    space: Space
    built: int
    skipped: int
    seconds: float


def build_space(library: Library, by: str, progress: Progress) -> Built:
    """Give every ready photo that has no vector in a space its vector there.

    What is done is kept when it is stopped. Two at once, or one beside an import, do no harm.

    Args:
        by: the name of a space, as `spaces.space_choices` tells it; not `content`.

    Raises:
        NothingToSearch: there is no such space, or it is filled by importing.
        NetworkUnusable, LibraryUnusable, Cancelled: as they say.
    """
    began_s = time.monotonic()
    library.check_writable()
    space = buildable_space(library, by)
    threads = library.settings.decode_threads or os.cpu_count() or 1
    writer = _look_at_all(library, space, progress, threads)
    if not library.indexes.is_settled(space):
        progress.step(0, None, "Updating the index")
        library.indexes.settle(space, prior_centre(library, space))
    return Built(space, writer.built, writer.skipped, time.monotonic() - began_s)


def look_by_hand_at_missing(library: Library, progress: Progress) -> int:
    """Bring the spaces of the hand-made descriptors up to date, on one thread: nobody waits for it.

    Where very many photos are missing it keeps a core busy for long, and is for a person to ask
    for (`build_space`). What the descriptors of another version saw is dropped.

    Returns:
        How many vectors were added. The indexes take them in when they are searched.

    Raises:
        LibraryUnusable, Cancelled: as they say.
    """
    if not library.catalog.is_writable:
        return 0
    _forget_outdated(library)
    return sum(
        _look_at_all(library, space, progress, threads=1).built
        for space in hand_made_spaces()
        if 0 < library.catalog.count_without(space) <= MOST_UNASKED
    )


def _forget_outdated(library: Library) -> None:
    keys = {space.name: space.key for space in hand_made_spaces()}
    for stored in library.catalog.spaces():
        if keys.get(stored.space.name, stored.space.key) != stored.space.key:
            library.catalog.forget_space(stored.space)
            library.indexes.discard_if_ahead(stored.space)


def _look_at_all(library: Library, space: Space, progress: Progress, threads: int) -> "_Writer":
    library.catalog.add_space(space)
    library.indexes.discard_if_ahead(space)
    writer = _Writer(library, space)
    total = library.catalog.count_without(space)
    if not total:
        return writer
    progress.step(0, None, "Getting ready")
    look = look_of(space, library.manifest(), library.probe)
    seen = look_ahead(
        partial(_seen, library, look, progress),
        chain.from_iterable(library.catalog.contents_without(space)),
        threads=threads,
        window=_WINDOW_PER_THREAD * threads,
    )
    with closing(seen):
        try:
            for done, each in enumerate(seen):
                progress.step(done, total, _LOOKING)
                writer.take(each)
            progress.step(total, total, _LOOKING)
        finally:
            writer.commit()
    return writer


def _seen(
    library: Library, look: Callable[[bytes], Vector], progress: Progress, content: ContentHash
) -> Seen:
    progress.check()
    return content, see_content(library, content, look)


def see_content(library: Library, content: ContentHash, see: Callable[[bytes], T]) -> T | None:
    """What is made of the thumbnail, which is made and kept where there is none; None where it
    cannot be had.

    Args:
        see: raises `PhotoUnreadable` where the thumbnail is damaged.
    """
    kept = library.thumbnails.read(content, THUMBNAIL_PX)
    if kept:
        with contextlib.suppress(PhotoUnreadable):  # a damaged cache: made again below
            return see(kept)
    for photo in library.catalog.photos_with_content(content):
        with contextlib.suppress(PhotoUnreadable, MemoryError):
            data = read_file(photo.path)
            if content_hash_of(data) == content:  # not what was put in its place since
                made = thumbnail_of(data, library.manifest(), library.settings)
                library.thumbnails.write({content: made}, THUMBNAIL_PX)
                return see(made)
    return None


class _Writer:
    """Commits vectors together every half second, and counts what it committed."""

    def __init__(self, library: Library, space: Space) -> None:
        self._catalog = library.catalog
        self._space = space
        self._waiting: list[Seen] = []
        self._committed_s = time.monotonic()
        self.built = 0
        self.skipped = 0

    def take(self, seen: Seen) -> None:
        self._waiting.append(seen)
        if time.monotonic() - self._committed_s > COMMIT_EVERY_S:
            self.commit()

    def commit(self) -> None:
        waiting, self._waiting = self._waiting, []
        if waiting:
            built = self._write(waiting)
            self.built += built
            self.skipped += sum(vector is None for _, vector in waiting)
        self._committed_s = time.monotonic()

    def _write(self, waiting: Sequence[Seen]) -> int:
        with self._catalog.transaction():
            # Another program may have built it meanwhile.
            return sum(
                self._catalog.write_embedding(self._space, content, vector)
                for content, vector in waiting
                if vector is not None
            )
