"""Fills in what the files of photos tell and the catalog does not know yet: their cameras."""

from collections.abc import Iterator, Sequence

from lookalike.errors import PhotoUnreadable
from lookalike.imaging.camera import read_camera
from lookalike.library.intake.lookahead import look_ahead
from lookalike.library.library import Library
from lookalike.photos import ContentHash, PhotoFile
from lookalike.progress import Progress

_AT_ONCE = 500
# What takes time is to wait for the disk.
_THREADS = 4


def describe_photos(library: Library, progress: Progress) -> int:
    """Ask the files of all photos whose camera nobody has looked for; returns how many told.

    Libraries of older versions have them. Nothing is decoded, and what is done is kept also where
    it is stopped. Files that are gone, closed or changed are asked another time.

    Raises:
        LibraryUnusable: as it says.
        Cancelled: the person asked to stop.
    """
    selecting = library.catalog.selecting
    done, after = 0, 0
    while photos := selecting.without_camera(after, _AT_ONCE):
        after = photos[-1][0]
        cameras: dict[ContentHash, str] = {}
        try:
            for told in _asked([(file, content) for _, file, content in photos]):
                progress.step(done + len(cameras), None, "Looking for cameras")
                cameras |= told
        finally:
            selecting.write_cameras(cameras)
        done += len(cameras)
    return done


def _asked(files: Sequence[tuple[PhotoFile, ContentHash]]) -> Iterator[dict[ContentHash, str]]:
    return look_ahead(_camera, files, threads=_THREADS, window=4 * _THREADS)


def _camera(known: tuple[PhotoFile, ContentHash]) -> dict[ContentHash, str]:
    """The camera of a content; nothing where its file cannot be asked now."""
    file, content = known
    try:
        now = file.path.stat()
        if (now.st_size, now.st_mtime_ns) != (file.size_bytes, file.mtime_ns):
            return {}  # the next import will see to it
        return {content: read_camera(file.path)}
    except (OSError, PhotoUnreadable):
        return {}
