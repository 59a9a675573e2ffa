"""The classes of photos, as the names of their folders or a person's own labels tell them."""

from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from lookalike.errors import NothingToSearch
from lookalike.library.labels.labelling import labelled_classes
from lookalike.library.library import Library
from lookalike.photos import PhotoId


class ClassesBy(Enum):
    """What tells the class of a photo: its own folder, the outermost one, or its label."""

    FOLDER = auto()
    FIRST_LEVEL = auto()
    LABEL = auto()


@dataclass(frozen=True, slots=True)
class ClassCount:
    """How many classes have at least two photos, and how many photos those have."""

    classes: int
    photos: int

    @property
    def is_enough(self) -> bool:
        """Whether an answer can be right, and can be wrong."""
        return self.classes >= 2


def photo_classes(library: Library, by: ClassesBy) -> dict[PhotoId, str]:
    """The class of every readable photo that has one.

    By `FOLDER` it is the name of the folder that the photo lies in; by `FIRST_LEVEL` that of the
    first folder below the one that was brought in: a photo that lies in that one itself has none.
    By `LABEL` it is the one label that a photo was given: of several nobody knows which is meant.
    """
    if by is ClassesBy.LABEL:
        return labelled_classes(library)
    roots = {folder.path for folder in library.folders()}
    names: dict[Path, str] = {}
    classes = {}
    for photo in library.photos(library.photo_ids()):
        folder = photo.path.parent
        if folder not in names:
            names[folder] = folder.name if by is ClassesBy.FOLDER else _first_level(folder, roots)
        if names[folder]:
            classes[photo.id] = names[folder]
    return classes


def label_classes(library: Library) -> dict[PhotoId, str]:
    """The classes by `LABEL`.

    Raises:
        NothingToSearch: too few photos have one for an answer to be right or wrong.
    """
    classes = photo_classes(library, ClassesBy.LABEL)
    if class_count(classes).is_enough:
        return classes
    raise NothingToSearch(
        "There are too few labels to judge by.",
        "Give at least two labels to two photos each; photos with several do not count.",
    )


def class_count(classes: Mapping[PhotoId, str]) -> ClassCount:
    large = [count for count in Counter(classes.values()).values() if count > 1]
    return ClassCount(len(large), sum(large))


def _first_level(folder: Path, roots: Collection[Path]) -> str:
    """Empty where there is none."""
    inside = (below for below in (folder, *folder.parents) if below.parent in roots)
    below = next(inside, None)
    return "" if folder in roots or below is None else below.name
