"""The paths of all photos in one text, in which a word is found at once."""

import os
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.library.filters.folding import fold
from lookalike.library.library import Library

PhotoIds = NDArray[np.int64]

# Before each path, as no path and no word has it in it; and one more of the other for the first
# folder of the library, two for the second, ….
_START, _ROOT = "\0", "\1"
_REST = rf"[^{_START}]*"
_REST_OF_NAME = rf"[^/{_START}]*"


@dataclass(frozen=True, slots=True)
class PhotoPaths:
    """Paths are folded, are told from the name of the library's folder on, and have slashes.

    Args:
        ids: of the ready photos, (n,).
        starts: where each path begins in `text`, (n,).
        roots: the folded whole paths of the library's folders.
    """

    ids: PhotoIds
    text: str
    starts: NDArray[np.int64]
    roots: tuple[str, ...]

    def having(self, word: str) -> PhotoIds:
        """The photos whose path has a folded word in it; beyond one folder only with a slash."""
        return self._found(pattern(word))

    def named(self, word: str) -> PhotoIds:
        """The photos whose file's name has a folded word in it."""
        return self._found(rf"{pattern(word)}{_REST_OF_NAME}(?={_START})")

    def in_folders_named(self, word: str) -> PhotoIds:
        """The photos that are in a folder with a folded word in its name."""
        return self._found(rf"{pattern(word)}(?={_REST}/)")

    def under(self, folder: str) -> PhotoIds:
        """The photos in a folder or those inside it.

        Args:
            folder: folded; from the library's folder on, its own name included or not, or whole;
                `*` in it stands for anything within one name.
        """
        folder = folder.rstrip("/")
        if not _is_whole(folder):
            inside = rf"{_ROOT}+(?:{_REST_OF_NAME}/)?{_escaped(folder)}/"
            return self._found(f"{_START}{inside}")
        places = [
            _ROOT * number + _name(root) + folder[len(root) :]
            for number, root in enumerate(self.roots, 1)
            if _is_in(folder, root) or _is_in(root, folder)
        ]
        anywhere = "|".join(f"{_escaped(place)}/" for place in places)
        return self._found(f"{_START}(?:{anywhere})") if places else self.ids[:0]

    def _found(self, wanted: str) -> PhotoIds:
        # With the rest of each path, so that each is found once.
        found = re.finditer(wanted + _REST, self.text)
        places = np.fromiter((each.start() for each in found), np.int64)
        return self.ids[np.searchsorted(self.starts, places, "right") - 1]


def photo_paths(library: Library) -> PhotoPaths:
    """Those of all ready photos."""
    return library.remembered.get("paths", lambda: _read(library))


def _escaped(folder: str) -> str:
    return re.escape(folder).replace(r"\*", _REST_OF_NAME)


def pattern(word: str) -> str:
    """A regular expression for a folded word; `*` in it stands for anything within one name."""
    first, *others = [re.escape(part) for part in word.strip("*").split("*")]
    # Atomic: where a later part is not found, no other place of an earlier one would help.
    return first + "".join(rf"(?>{_REST_OF_NAME}?{part})" for part in others)


def _read(library: Library) -> PhotoPaths:
    ids, paths = library.catalog.selecting.paths()
    # Folded in one go: a call for each path would take longer than all the rest.
    text = f"{_START}{_folded(os.fsdecode(paths))}{_START}" if paths else _START
    roots = tuple(_folded(str(folder.path)) for folder in library.folders())
    for number, root in enumerate(roots, 1):
        text = text.replace(f"{_START}{root}/", f"{_START}{_ROOT * number}{_name(root)}/")
    characters = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    return PhotoPaths(ids, text, np.flatnonzero(characters == 0)[:-1], roots)


def _folded(path: str) -> str:
    return fold(path).replace(os.sep, "/").rstrip("/")


def _is_whole(folder: str) -> bool:
    return not folder or folder.startswith("/") or Path(folder).is_absolute()


def _is_in(folder: str, outer: str) -> bool:
    return f"{folder}/".startswith(f"{outer}/")


def _name(root: str) -> str:
    return root.rpartition("/")[2]
