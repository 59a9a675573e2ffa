"""Pictures to look at: thumbnails from the cache, large views from the files."""

import contextlib
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import PhotoUnreadable
from lookalike.imaging.decode import decode_photo, read_file
from lookalike.imaging.thumbnails import make_thumbnail, read_thumbnail
from lookalike.library.intake.read_photo import THUMBNAIL_PX
from lookalike.library.intake.reading import content_hash_of, picture_bytes
from lookalike.library.library import Library
from lookalike.photos import Photo

Pixels = NDArray[np.uint8]
T = TypeVar("T")


def thumbnail(library: Library, photo: Photo) -> Pixels:
    """The thumbnail (height, width, 3): from the cache, else made and kept.

    Raises:
        PhotoUnreadable: it is in no cache, and its file is gone or damaged.
    """
    return seen_thumbnail(library, photo, read_thumbnail)


def seen_thumbnail(library: Library, photo: Photo, see: Callable[[bytes], T]) -> T:
    """What is made of a thumbnail by a function that raises `PhotoUnreadable` for a damaged one.

    Raises:
        PhotoUnreadable: it is in no cache, and its file is gone or damaged.
    """
    size_px = THUMBNAIL_PX
    if photo.content_hash is None:
        raise PhotoUnreadable(photo.reason or "it was never read", photo.path)
    kept = library.thumbnails.read(photo.content_hash, size_px)
    if kept:
        with contextlib.suppress(PhotoUnreadable):  # a damaged cache: made again below
            return see(kept)
    data = read_file(photo.path)
    decoded = decode_photo(
        data,
        path=photo.path,
        longest_side_px=size_px,
        max_megapixels=library.settings.max_megapixels,
    )
    made = make_thumbnail(decoded.image, size_px)
    # A file that was changed since its import is shown as it is, but not kept as what it was.
    if content_hash_of(data) == photo.content_hash:
        library.thumbnails.write({photo.content_hash: made}, size_px)
    return see(made)


def large_picture(library: Library, source: Path | bytes, longest_side_px: int) -> Pixels:
    """A picture (height, width, 3), upright, with at least `longest_side_px` where it has as many.

    Raises:
        PhotoUnreadable: there is no such file, or it is no picture.
    """
    data, path = picture_bytes(source)
    return decode_photo(
        data,
        path=path,
        longest_side_px=longest_side_px,
        max_megapixels=library.settings.max_megapixels,
    ).pixels
