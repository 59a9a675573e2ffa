"""Looks at the library's photos in a new way: fills a space, from the thumbnails.

When a person asks for it, and not while photos come in: colours take 4.8 ms of a core for each
photo, shape 3.9 and pixels 3.0, where decoding a small photo takes 3.7 and the 8-bit network about
5. An import would take nearly twice as long for what most people never look at.
"""

import contextlib
import os
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial
from itertools import chain

from lookalike.errors import PhotoUnreadable
from lookalike.imaging.decode import read_file
from lookalike.imaging.thumbnails import read_thumbnail
from lookalike.library.library import Library
from lookalike.library.lookahead import look_ahead
from lookalike.library.looking import Look, Pixels, Vector, look_of, thumbnail_of
from lookalike.library.read_photo import THUMBNAIL_PX
from lookalike.library.reading import content_hash_of
from lookalike.library.spaces import buildable_space, prior_centre
from lookalike.library.writing import COMMIT_EVERY_S
from lookalike.photos import ContentHash, Space
from lookalike.progress import Progress

_WINDOW_PER_THREAD = 8
_LOOKING = "Looking at photos"

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
    library.catalog.add_space(space)
    library.indexes.discard_if_ahead(space)
    writer = _Writer(library, space)
    _look_at_all(library, space, writer, progress)
    if not library.indexes.is_settled(space):
        progress.step(0, None, "Updating the index")
        library.indexes.settle(space, prior_centre(library, space))
    return Built(space, writer.built, writer.skipped, time.monotonic() - began_s)


def _look_at_all(library: Library, space: Space, writer: "_Writer", progress: Progress) -> None:
    total = library.catalog.count_without(space)
    if not total:
        return
    progress.step(0, None, "Getting ready")
    look = look_of(space, library.manifest(), library.probe)
    threads = library.settings.decode_threads or os.cpu_count() or 1
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


def _seen(library: Library, look: Look, progress: Progress, content: ContentHash) -> Seen:
    progress.check()
    pixels = thumbnail_pixels(library, content)
    return content, None if pixels is None else look(pixels)


def thumbnail_pixels(library: Library, content: ContentHash) -> Pixels | None:
    """The thumbnail, made and kept where there is none; None where it cannot be had."""
    kept = library.thumbnails.read(content, THUMBNAIL_PX)
    if kept:
        with contextlib.suppress(PhotoUnreadable):  # a damaged cache: made again below
            return read_thumbnail(kept)
    for photo in library.catalog.photos_with_content(content):
        with contextlib.suppress(PhotoUnreadable, MemoryError):
            data = read_file(photo.path)
            if content_hash_of(data) == content:  # not what was put in its place since
                made = thumbnail_of(data, library.manifest(), library.settings)
                library.thumbnails.write({content: made}, THUMBNAIL_PX)
                return read_thumbnail(made)
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
        built = 0
        with self._catalog.transaction():
            for content, vector in waiting:
                # Another program may have built it meanwhile; an index keeps no vector twice.
                if vector is None or self._catalog.has_embedding(self._space, content):
                    continue
                self._catalog.write_embedding(self._space, content, vector)
                built += 1
        return built
