"""Brings photos into a library: walk, sort out what is new, read ahead, embed, write."""

import os
import time
from collections.abc import Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import islice
from pathlib import Path

from lookalike.library.library import Library
from lookalike.library.lookahead import look_ahead
from lookalike.library.reading import THUMBNAIL_PX, ReadPhoto, UnreadFile, read_for_import
from lookalike.library.walking import check_folder, find_photos
from lookalike.networks.embedder import Embedder
from lookalike.paths import absolute
from lookalike.photos import Photo, PhotoFile, PhotoState
from lookalike.progress import Progress

COMMIT_EVERY_S = 0.5


@dataclass(slots=True)
class Stages:
    """Where the time went, in seconds; `decode_s` is summed over the decoding threads."""

    decode_s: float = 0.0
    embed_s: float = 0.0
    write_s: float = 0.0
    index_s: float = 0.0


@dataclass(slots=True)
class ImportReport:
    """What became of every file: found = added + changed + moved + unchanged + ignored + failed.

    `missing` counts photos of earlier imports whose files are gone, `provider_note` says why
    CUDA is not the provider.
    """

    added: int = 0
    changed: int = 0
    moved: int = 0
    unchanged: int = 0
    ignored: int = 0
    missing: int = 0
    failed: list[tuple[Path, str]] = field(default_factory=list)
    seconds: float = 0.0
    network: str = ""
    provider: str = ""
    provider_note: str = ""
    stages: Stages = field(default_factory=Stages)

    @property
    def found(self) -> int:
        readable = self.added + self.changed + self.moved + self.unchanged
        return readable + self.ignored + len(self.failed)

    @property
    def photos_per_second(self) -> float:
        return (self.added + self.changed + self.moved) / max(self.seconds, 1e-9)


def import_folders(
    library: Library, folders: Sequence[Path], progress: Progress, *, exclude: Sequence[str] = ()
) -> ImportReport:
    """Bring every new or changed photo under `folders` into the library.

    What is done is kept when the work is stopped, killed or fails, and is not done again.

    Args:
        exclude: patterns (`*.tmp`, `*/private/*`) of file and folder names to leave out.

    Raises:
        FolderUnusable: one of the folders is not there, not a folder, or closed.
        LibraryUnusable: read-only, full, damaged, or another import is running.
        NetworkUnusable: the network's files are missing, altered or not understood.
        Cancelled: the person asked to stop.
    """
    for folder in folders:
        check_folder(folder)
    began_s = time.monotonic()
    report = ImportReport()
    with library.import_lock():
        progress.step(0, None, "Loading the network")
        embedder = library.embedder()
        report.network = embedder.manifest.name
        report.provider, report.provider_note = embedder.provider.name, embedder.provider.reason
        library.catalog.add_space(embedder.space)
        library.catalog.forget_damaged(embedder.space)
        # Opened before anything is added, so that an index ahead of its catalog is noticed.
        library.indexes.current(embedder.space, embedder.prior_centre)
        _Import(library, embedder, report).run(_outermost(folders), progress, exclude)
        _settle_index(library, embedder, report, progress)
    report.seconds = time.monotonic() - began_s
    return report


def _outermost(folders: Sequence[Path]) -> list[Path]:
    """Absolute paths, each once, and none that is inside another."""
    wanted = dict.fromkeys(absolute(folder) for folder in folders)
    return [f for f in wanted if not any(f != o and f.is_relative_to(o) for o in wanted)]


class _Import:
    """One import while it runs: what it found and knew, and what becomes of each file.

    Photos are committed together every half second: often enough to show in the grid and to
    lose nothing that matters, rarely enough to cost nothing.
    """

    def __init__(self, library: Library, embedder: Embedder, report: ImportReport) -> None:
        self._library = library
        self._catalog = library.catalog
        self._embedder = embedder
        self._report = report
        self._contents = self._catalog.contents(embedder.space)
        self._known: dict[Path, Photo] = {}
        self._found: set[Path] = set()
        self._closed: set[Path] = set()
        self._moved: set[Path] = set()
        self._waiting: list[ReadPhoto | UnreadFile] = []
        self._committed_s = time.monotonic()

    def run(self, folders: Sequence[Path], progress: Progress, exclude: Sequence[str]) -> None:
        """Walk, read, write. What was read when it is stopped is written."""
        files: list[PhotoFile] = []
        for folder in folders:
            files += self._walk(folder, progress, exclude)
        self._read_all(self._sort_out(files), progress)
        self._note_missing()

    def _walk(self, folder: Path, progress: Progress, exclude: Sequence[str]) -> list[PhotoFile]:
        walk = find_photos(folder, progress, exclude=exclude)
        self._report.ignored += walk.ignored
        self._report.failed += walk.closed
        self._catalog.add_folder(folder)
        self._known.update((photo.path, photo) for photo in self._catalog.photos_under(folder))
        self._found.update(file.path for file in walk.photos)
        self._closed.update(path for path, _ in walk.closed)
        return walk.photos

    def _sort_out(self, files: Sequence[PhotoFile]) -> list[PhotoFile]:
        """The files that have to be read; those that need not are counted."""
        to_read, back = [], []
        for file in files:
            photo = self._known.get(file.path)
            if photo is None or photo.file != file:
                to_read.append(file)
            elif photo.state is PhotoState.UNREADABLE and photo.is_lasting:
                self._report.failed.append((file.path, photo.reason))
            elif photo.content_hash not in self._contents:
                to_read.append(file)  # known, but not yet in this network's space
            else:
                self._report.unchanged += 1
                back += [photo.id] if photo.state is PhotoState.MISSING else []
        self._catalog.mark(back, PhotoState.READY)
        return to_read

    def _read_all(self, files: Sequence[PhotoFile], progress: Progress) -> None:
        threads = self._library.settings.decode_threads or os.cpu_count() or 1
        batch_size = self._embedder.batch_size
        read = partial(
            read_for_import,
            library=self._library,
            embedder=self._embedder,
            contents=self._contents,
        )
        with closing(
            look_ahead(read, files, threads=threads, window=2 * threads + batch_size)
        ) as photos:
            done = 0
            try:
                progress.step(done, len(files), "Bringing photos in")
                while batch := list(islice(photos, batch_size)):
                    self._waiting += self._embedded(batch)
                    if time.monotonic() - self._committed_s > COMMIT_EVERY_S:
                        self._commit()
                    done += len(batch)
                    progress.step(done, len(files), "Bringing photos in")
            finally:
                self._commit()

    def _embedded(self, batch: Sequence[ReadPhoto | UnreadFile]) -> list[ReadPhoto | UnreadFile]:
        """The batch, with the vectors of those whose threads left that to us."""
        self._report.stages.decode_s += sum(read.decode_s for read in batch)
        photos = [read for read in batch if isinstance(read, ReadPhoto)]
        self._report.stages.embed_s += sum(photo.embed_s for photo in photos)
        inputs = {p.file.path: p.network_input for p in photos if p.network_input is not None}
        if not inputs:
            return list(batch)
        began_s = time.monotonic()
        vectors = dict(zip(inputs, self._embedder.embed(list(inputs.values())), strict=True))
        self._report.stages.embed_s += time.monotonic() - began_s
        return [
            replace(read, network_input=None, vector=vectors[read.file.path])
            if isinstance(read, ReadPhoto) and read.file.path in vectors
            else read
            for read in batch
        ]

    def _commit(self) -> None:
        began_s = time.monotonic()
        waiting, self._waiting = self._waiting, []
        with self._catalog.transaction():
            for read in waiting:
                if isinstance(read, UnreadFile):
                    self._write_unreadable(read)
                else:
                    self._write_embedding(read)
                    self._write_photo(read)
        photos = [read for read in waiting if isinstance(read, ReadPhoto) and read.thumbnail]
        self._library.thumbnails.write(
            {photo.content_hash: photo.thumbnail for photo in photos},
            THUMBNAIL_PX,
        )
        self._committed_s = time.monotonic()
        self._report.stages.write_s += self._committed_s - began_s

    def _write_unreadable(self, read: UnreadFile) -> None:
        self._catalog.write_unreadable(read.file, read.reason, is_lasting=read.is_lasting)
        self._report.failed.append((read.file.path, read.reason))

    def _write_embedding(self, read: ReadPhoto) -> None:
        # Two copies of a new photo may have been embedded side by side: the first one counts.
        if read.vector is not None and read.content_hash not in self._contents:
            self._catalog.write_embedding(self._embedder.space, read.content_hash, read.vector)
            self._contents.add(read.content_hash)

    def _write_photo(self, read: ReadPhoto) -> None:
        earlier = self._known.get(read.file.path)
        if earlier is None and (moved := self._same_photo_elsewhere(read)):
            self._moved.add(moved.path)
            self._catalog.move_photo(moved.id, read.file)
            self._report.moved += 1
            return
        self._catalog.write_photo(read.file, read.content_hash, read.facts)
        if earlier is None:
            self._report.added += 1
        elif earlier.content_hash == read.content_hash and earlier.state is PhotoState.READY:
            self._report.unchanged += 1
        else:
            self._report.changed += 1

    def _same_photo_elsewhere(self, read: ReadPhoto) -> Photo | None:
        """The photo of this content whose own file is gone, so that this one must be it."""
        same = self._catalog.photos_with_content(read.content_hash)
        return next((photo for photo in same if self._is_gone(photo.path)), None)

    def _is_gone(self, path: Path) -> bool:
        # Where the whole folder is away, as on an unplugged drive, its photos are not gone.
        return not self._is_there(path) and any(
            path.is_relative_to(folder) and folder.is_dir() for folder in self._catalog.folders()
        )

    def _is_there(self, path: Path) -> bool:
        """Whether the file exists, or stands in a folder that we may not look into."""
        return os.path.isfile(path) or not self._closed.isdisjoint(path.parents)  # noqa: PTH113

    def _note_missing(self) -> None:
        """Mark photos whose files are gone; what was never readable is forgotten."""
        gone = [
            photo
            for path, photo in self._known.items()
            if path not in self._found and path not in self._moved and not self._is_there(path)
        ]
        missing = [photo.id for photo in gone if photo.content_hash]
        self._catalog.mark(missing, PhotoState.MISSING)
        self._catalog.forget(photo.id for photo in gone if not photo.content_hash)
        self._report.missing += len(missing)


def _settle_index(
    library: Library, embedder: Embedder, report: ImportReport, progress: Progress
) -> None:
    progress.step(0, None, "Updating the index")
    began_s = time.monotonic()
    library.indexes.settle(embedder.space, embedder.prior_centre)
    report.stages.index_s += time.monotonic() - began_s
