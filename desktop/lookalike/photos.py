"""The values every folder speaks of: photos, regions, spaces."""

import glob
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import NewType

PhotoId = NewType("PhotoId", int)
ContentHash = NewType("ContentHash", bytes)
LabelId = NewType("LabelId", int)


class PhotoState(StrEnum):
    """What the catalog knows of a file."""

    READY = "ready"
    UNREADABLE = "unreadable"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class PhotoFile:
    """A file as the walk over a folder finds it, unread."""

    path: Path
    size_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder that was brought in.

    Args:
        exclude: patterns (`*.tmp`, `*/private/*`) of file and folder names to leave out.
        scanned_ns: when it was last looked through as a whole; 0 for never.
        device: the disk that it was on then.
    """

    path: Path
    exclude: tuple[str, ...] = ()
    scanned_ns: int = 0
    device: str = ""

    def exclude_seen_from(self, outer: Path) -> tuple[str, ...]:
        """Patterns of a folder around this one that leave out the same."""
        if outer == self.path:
            return self.exclude
        inside = f"/{glob.escape(self.path.relative_to(outer).as_posix())}"
        return tuple(
            seen
            for pattern in self.exclude
            for seen in (
                [f"{inside}{pattern}"]
                if "/" in pattern
                else [f"{inside}/{pattern}", f"{inside}/*/{pattern}"]
            )
        )


@dataclass(frozen=True, slots=True)
class PhotoFacts:
    """What a decoded file tells about itself; `width` and `height` are of the upright picture.

    Args:
        camera: its maker and model; empty where the file tells none, None where nobody has looked.
    """

    width: int
    height: int
    orientation: int
    format: str
    taken_at: datetime | None = None
    camera: str | None = None


@dataclass(frozen=True, slots=True)
class Photo:
    """One file of the library. `facts` and `content_hash` are None while it was never readable.

    Args:
        reason: why it cannot be read; empty while it can.
        is_lasting: it need not be tried again until its content changes.
    """

    id: PhotoId
    file: PhotoFile
    state: PhotoState
    content_hash: ContentHash | None = None
    facts: PhotoFacts | None = None
    reason: str = ""
    is_lasting: bool = True

    @property
    def path(self) -> Path:
        return self.file.path


@dataclass(frozen=True, slots=True)
class Label:
    """A word of a person's own for photos. A photo may have several.

    Args:
        name: unlike its siblings' in more than case; without "/", which separates nested names.
        parent: the label it is inside of: what has this label has that one too.
        key: 1 to 9, the key that gives it; None without one.
        album: the least probability at which a new photo joins it unasked; None for a label
            that only a person gives.
    """

    id: LabelId
    name: str
    parent: LabelId | None = None
    key: int | None = None
    album: float | None = None


@dataclass(frozen=True, slots=True)
class Region:
    """A rectangle in fractions (0 to 1) of the upright picture.

    Raises:
        ValueError: empty, or not inside the picture.
    """

    x: float
    y: float
    width: float
    height: float

    def __post_init__(self) -> None:
        inside = 0 <= self.x < 1 and 0 <= self.y < 1
        fits = self.x + self.width <= 1 + 1e-6 and self.y + self.height <= 1 + 1e-6
        if not (inside and fits and self.width > 0 and self.height > 0):
            raise ValueError(f"not a region of the picture: {self}")


@dataclass(frozen=True, slots=True)
class Space:
    """One way to turn a photo into a vector, known by a hash of exactly that way.

    Args:
        name: what a person calls it: `content`, `colour`, ….
        dimensions: the length of a vector.
        recipe: every fact that changes a vector: network, layer, pooling, preprocessing.
    """

    name: str
    dimensions: int
    recipe: Mapping[str, str]

    @property
    def key(self) -> str:
        """16 hexadecimal digits; equal recipes have equal keys."""
        told = json.dumps([self.dimensions, dict(self.recipe)], sort_keys=True)
        return hashlib.sha256(told.encode()).hexdigest()[:16]
