"""The one writer of an import: puts what was read into the catalog, in short transactions."""

import time
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from lookalike.catalog.catalog import Catalog
from lookalike.catalog.thumbnails import ThumbnailCache
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.intake.read_photo import THUMBNAIL_PX, ReadPhoto, UnreadFile
from lookalike.photos import ContentHash, Photo, PhotoId, PhotoState, Space

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    _Looked = Mapping[ContentHash, tuple[NDArray[np.float16], ...]]

COMMIT_EVERY_S = 0.5
# The same pixels give the same vector, up to rounding.
_SAME_PICTURE = 0.9995


class Writer:
    """Photos are committed together every half second: often enough to show in the grid and to
    lose nothing that matters, rarely enough to cost nothing.

    Args:
        space: of the network's embeddings.
        by_hand: the `looking.hand_made_spaces`.
        report: counts what is committed, and never what is not.
        has_left: whether a photo is no longer at its path, which may hold another one now.

    Attributes:
        moved: photos that were found elsewhere.
        displaced: photos whose path another one moved to, and which were not found yet.
    """

    def __init__(
        self,
        catalog: Catalog,
        thumbnails: ThumbnailCache,
        space: Space,
        by_hand: Sequence[Space],
        report: ImportReport,
        has_left: Callable[[Photo], bool],
    ) -> None:
        self._catalog = catalog
        self._thumbnails = thumbnails
        self._space = space
        self._by_hand = by_hand
        self._report = report
        self._has_left = has_left
        self._waiting: list[ReadPhoto | UnreadFile] = []
        self._committed_s = time.monotonic()
        self.moved: set[PhotoId] = set()
        self.displaced: set[PhotoId] = set()

    @property
    def is_due(self) -> bool:
        return time.monotonic() - self._committed_s > COMMIT_EVERY_S

    def take(self, reads: Sequence[ReadPhoto | UnreadFile]) -> None:
        """To be written with the next `commit`."""
        self._waiting += reads

    def commit(self) -> list[ReadPhoto]:
        """Write what waits; returns the photos among it.

        Raises:
            LibraryUnusable: the disk is full, or the library is gone. Nothing was written then.
        """
        began_s = time.perf_counter()
        waiting, self._waiting = self._waiting, []
        photos = [read for read in waiting if isinstance(read, ReadPhoto)]
        # First, so that no photo that shows is without one.
        made = {photo.content_hash: photo.thumbnail for photo in photos if photo.thumbnail}
        self._thumbnails.write(made, THUMBNAIL_PX)
        looked = _looked_at_by_hand(photos)
        with self._catalog.transaction():
            # A person may remove a folder from the library while its photos come in.
            wanted = self._of_known_folders(waiting)
            outcomes = [self._write(read, looked) for read in wanted]
        for read, outcome in zip(wanted, outcomes, strict=True):
            self._count(read, outcome)
        self._committed_s = time.monotonic()
        self._report.stages.write_s += time.perf_counter() - began_s
        return photos

    def _of_known_folders(
        self, reads: Sequence[ReadPhoto | UnreadFile]
    ) -> list[ReadPhoto | UnreadFile]:
        roots = [folder.path for folder in self._catalog.folders()]
        return [
            read for read in reads if any(read.file.path.is_relative_to(root) for root in roots)
        ]

    def _write(self, read: ReadPhoto | UnreadFile, looked: "_Looked") -> str:
        """Returns the count of the report that it belongs to."""
        if isinstance(read, UnreadFile):
            self._catalog.write_unreadable(read.file, read.reason, is_lasting=read.is_lasting)
            return "failed"
        if read.vector is not None:
            self._catalog.write_embedding(self._space, read.content_hash, read.vector)
            for space, vector in zip(self._by_hand, looked[read.content_hash], strict=True):
                self._catalog.write_embedding(space, read.content_hash, vector)
        return self._write_photo(read)

    def _write_photo(self, read: ReadPhoto) -> str:
        earlier = self._catalog.photo_at(read.file.path)
        is_other = earlier is None or earlier.content_hash != read.content_hash
        if is_other and (moved := self._same_photo_elsewhere(read)):
            self.moved.add(moved.id)
            self.displaced.discard(moved.id)
            self._catalog.move_photo(moved.id, read.file)
            if earlier:
                self.displaced.add(earlier.id)
            return "moved"
        self._catalog.write_photo(read.file, read.content_hash, read.facts)
        if earlier is None:
            return "added"
        if is_other and earlier.content_hash:
            self._carry_labels_over(earlier.content_hash, read.content_hash)
        is_same = earlier.content_hash == read.content_hash and earlier.state is PhotoState.READY
        return "unchanged" if is_same else "changed"

    def _carry_labels_over(self, old: ContentHash, new: ContentHash) -> None:
        """Where another program changed what a file tells of itself, and not the picture."""
        if self._catalog.labels.has_any(old) and self._is_same_picture(old, new):
            self._catalog.labels.carry_over(old, new)

    def _is_same_picture(self, old: ContentHash, new: ContentHash) -> bool:
        """False where a vector is not there, or damaged."""
        first = self._catalog.embedding(self._space, old)
        second = self._catalog.embedding(self._space, new)
        return first is not None and second is not None and _cosine(first, second) >= _SAME_PICTURE

    def _same_photo_elsewhere(self, read: ReadPhoto) -> Photo | None:
        """The photo of this content that has left its own path, so that this one must be it."""
        same = self._catalog.photos_with_content(read.content_hash)
        return next((photo for photo in same if self._has_left(photo)), None)

    def _count(self, read: ReadPhoto | UnreadFile, outcome: str) -> None:
        if isinstance(read, UnreadFile):
            self._report.failed.append((read.file.path, read.reason))
            return
        setattr(self._report, outcome, getattr(self._report, outcome) + 1)
        self._report.stages.decode_s += read.decode_s
        self._report.stages.embed_s += read.embed_s


def _looked_at_by_hand(photos: Sequence[ReadPhoto]) -> "_Looked":
    """The vectors of those that are new, in each of the `looking.hand_made_spaces`.

    All at once and not where each is read: between two runs of the network whatever the
    descriptors need has left the processor's caches, and they take twice as long.
    """
    new = {read.content_hash: read.squeezed for read in photos if read.squeezed is not None}
    if not new:
        return {}
    # Not at the top: an import that finds nothing new does without NumPy.
    from lookalike.library.search.looking import look_by_hand

    return {content: look_by_hand(pixels) for content, pixels in new.items()}


def _cosine(first: "NDArray[np.float16]", second: "NDArray[np.float16]") -> float:
    """0 for a vector without a direction."""
    import numpy as np

    a, b = first.astype(np.float64), second.astype(np.float64)
    return float(a @ b / max(np.linalg.norm(a) * np.linalg.norm(b), np.finfo(np.float64).tiny))
