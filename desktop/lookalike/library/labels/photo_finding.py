"""Finds the photos of the library that a person or a table names by their paths."""

import ntpath
import os
import unicodedata
from collections.abc import Sequence
from pathlib import Path

from lookalike.errors import LookalikeError
from lookalike.library.library import Library
from lookalike.paths import absolute
from lookalike.photos import Photo, PhotoId, PhotoState


class PhotoFinder:
    """Knows all ready photos by path and by name.

    Args:
        beside: the folder that relative paths are seen from, before those of the library.
    """

    def __init__(self, library: Library, beside: Path) -> None:
        self._folders = [beside, *(folder.path for folder in library.folders())]
        self._by_path: dict[str, Photo] = {}
        self._by_name: dict[str, list[Photo]] = {}
        for photo in library.photos(library.photo_ids()):
            self._by_path[_key(str(photo.path))] = photo
            self._by_name.setdefault(_key(photo.path.name), []).append(photo)

    def find(self, path: str) -> list[Photo]:
        """The photo at a path; the copies of one photo where only a name is told."""
        for written in dict.fromkeys((path, path.replace("\\", "/"))):
            for folder in self._folders:
                photo = self._by_path.get(_key(os.path.join(folder, written)))  # noqa: PTH118
                if photo:
                    return [photo]
        named = [] if ntpath.dirname(path) else self._by_name.get(_key(path), [])
        return named if len({photo.content_hash for photo in named}) == 1 else []


def _key(path: str) -> str:
    """Systems write the same letter in different ways."""
    return os.path.normcase(os.path.normpath(unicodedata.normalize("NFC", path)))


def photos_at(library: Library, paths: Sequence[Path]) -> list[PhotoId]:
    """The photos at these paths; of a folder all that are ready.

    Raises:
        LookalikeError: one of them is not in the library.
    """
    found: dict[PhotoId, None] = {}
    for path in map(absolute, paths):
        photo = library.catalog.photo_at(path)
        under = [] if photo else library.catalog.photos_under(path)
        ready = [each.id for each in under if each.state is PhotoState.READY]
        if not photo and not ready:
            raise LookalikeError(
                f"{path} is not in the library.", "Bring it in first: lookalike import FOLDER."
            )
        found |= dict.fromkeys([photo.id] if photo else ready)
    return list(found)
