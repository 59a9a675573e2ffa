"""Finds the pictures that a tour of the layers leads through, of a folder that is left alone."""

from pathlib import Path

from lookalike.errors import FolderUnusable
from lookalike.library.intake.walking import find_photos
from lookalike.progress import Progress

MOST_PHOTOS = 500


def pictures_to_show(folder: Path) -> list[Path]:
    """The first pictures of a folder and those inside it, by their paths.

    Raises:
        FolderUnusable: there is no such folder, or no picture in it.
    """
    found = find_photos(folder, Progress(), most=MOST_PHOTOS)
    if not found:
        raise FolderUnusable(
            f"There is no picture in {folder}.", "Name a folder that has some in it or below it."
        )
    return found
