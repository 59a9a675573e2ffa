"""One import from walk to index, as it runs in a process of its own."""

import os
import threading
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

from lookalike.errors import FolderUnusable, PhotoUnreadable
from lookalike.imaging.formats import decode_on_one_thread
from lookalike.library.intake.embedding import embed_together
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.intake.lookahead import look_ahead
from lookalike.library.intake.read_photo import ReadPhoto, UnreadFile
from lookalike.library.intake.scanning import Scan
from lookalike.library.intake.spool import Spool
from lookalike.library.intake.walking import LATEST_NS, check_folder, is_there
from lookalike.library.intake.writing import Writer
from lookalike.library.library import Library
from lookalike.library.network_choice import device_for
from lookalike.networks.provider import provider_without_loading
from lookalike.paths import absolute, is_gone
from lookalike.photos import Photo, PhotoFile, PhotoId
from lookalike.progress import Estimate, Progress

# What decodes and embeds is imported when there is a file to read: mostly there is none, and then
# the import of it would be half of the whole time.
if TYPE_CHECKING:
    from lookalike.library.intake.reading import Reader
    from lookalike.library.layers.gathering import ImportGathering
    from lookalike.networks.embedder import Embedder

BRINGING_IN, TRYING_ALONE = "Bringing photos in", "Trying photos alone"
# Far enough for one slow photo not to stop the others; what waits is small once it is embedded.
_WINDOW_PER_THREAD = 32


def _nothing(*_: object) -> None:
    """For those who do not want to know."""


@dataclass(frozen=True, slots=True)
class Hooks:
    """What the process around an import wants to hear of, and how it steers.

    Args:
        in_hand: told which file a thread takes on; threads are known by their system's number.
        tried: told which suspect was tried alone, once that is committed.
        committed: told the counts so far after each commit.
        threads: how many read and embed; 0: one for each core.
    """

    in_hand: Callable[[int, Path], object] = _nothing
    tried: Callable[[Path], object] = _nothing
    committed: Callable[[ImportReport], object] = _nothing
    threads: int = 0


def bring_in(
    library: Library,
    folders: Sequence[Path],
    progress: Progress,
    *,
    exclude: Sequence[str] | None = None,
    hooks: Hooks | None = None,
    suspects: Sequence[Path] = (),
    culprits: Sequence[tuple[Path, str]] = (),
) -> ImportReport:
    """Bring every new or changed photo under `folders` into the library, in this process.

    What is done is kept when the work is stopped, killed or fails, and is not done again.

    Args:
        exclude: patterns (`*.tmp`, `*/private/*`) of file and folder names to leave out, kept for
            these folders from now on; None: those that were kept.
        suspects: files that are tried first, each alone.
        culprits: files that are noted as unreadable for a reason, and not tried.

    Raises:
        FolderUnusable: one of the folders is not there, not a folder, or closed.
        LibraryUnusable: read-only, full, damaged, or another import is running.
        NetworkUnusable: the network's files are missing, altered or not understood.
        Cancelled: the person asked to stop.
    """
    began_s = time.monotonic()
    with library.import_lock():
        work = _Import(library, progress, hooks or Hooks())
        work.note_culprits(culprits)
        work.try_alone(suspects)
        report = work.run([absolute(folder) for folder in folders], exclude)
    report.seconds = time.monotonic() - began_s
    return report


class _Import:
    def __init__(self, library: Library, progress: Progress, hooks: Hooks) -> None:
        self._library = library
        self._catalog = library.catalog
        self._progress = progress
        self._hooks = hooks
        self._space = library.space()
        self._report = ImportReport(network=library.manifest().name)
        self._moved: set[PhotoId] = set()
        self._scans: list[Scan] = []
        self._rests = progress.rests
        self._embedder: Embedder | None = None
        self._gathering: ImportGathering | None = None

    def note_culprits(self, culprits: Sequence[tuple[Path, str]]) -> None:
        """Keep the import from files that end it."""
        for path, reason in culprits:
            if (file := _file_at(path)) is not None:
                self._catalog.write_unreadable(file, reason)

    def try_alone(self, suspects: Sequence[Path]) -> None:
        """Read these with nothing beside them, and commit each at once."""
        if not suspects:
            return
        self._progress.step(0, None, TRYING_ALONE)
        self._catalog.add_space(self._space)
        reader, writer = self._reader_and_writer()
        for path in suspects:
            self._progress.check()
            if (file := _file_at(path)) is not None:
                self._hooks.in_hand(threading.get_native_id(), path)
                read = read_alone(reader, file)
                writer.take(embed_together(self._network(), [read]))
                self._commit(writer, reader)
            self._hooks.tried(path)
        # The scan meets them again.
        self._report.unchanged = -self._report.brought_in
        self._report.failed.clear()

    def run(self, folders: Sequence[Path], exclude: Sequence[str] | None) -> ImportReport:
        here = self._reachable(folders)
        self._catalog.add_space(self._space)
        self._library.indexes.discard_if_ahead(self._space)
        with Spool(self._library.folder) as spool:
            for folder in here:
                scan = Scan(self._catalog, folder, exclude, self._report)
                if scan.look(self._space, spool, self._progress):
                    self._scans.append(scan)
                else:
                    self._note_offline(scan.root.path)
            if spool.count:
                self._read_all(spool)
            else:
                self._note_provider_unloaded()
        for scan in self._scans:
            was_away = scan.root.path in self._report.offline
            if was_away or not scan.settle(self._moved):
                self._note_offline(scan.root.path)
        self._settle_index()
        return self._report

    def _note_provider_unloaded(self) -> None:
        """Nothing has to be embedded, and so no network is loaded only to tell where it runs."""
        device = device_for(self._library.manifest(), self._library.settings)
        provider = provider_without_loading(device)
        if provider is not None:
            self._report.provider, self._report.provider_note = provider.name, provider.reason

    def _reachable(self, folders: Sequence[Path]) -> list[Path]:
        """Those that are there. A known one that is not is offline, any other a mistake."""
        here = []
        for folder in folders:
            known = self._catalog.folder_of(folder)
            if known and known.device and not is_there(known):
                self._report.offline.append(folder)
                continue
            check_folder(folder)
            here.append(folder)
        if not here:
            raise offline_error(self._report.offline)
        return _outermost(here)

    def _read_all(self, spool: Spool) -> None:
        self._progress.step(0, None, "Loading the network")
        embedder = self._network()
        reader, writer = self._reader_and_writer()
        count = self._hooks.threads or self._library.settings.decode_threads or os.cpu_count() or 1
        estimate = Estimate(spool.count, spool.total_bytes)
        starved: list[UnreadFile] = []
        with closing(
            look_ahead(
                partial(self._read, reader),
                spool.files(),
                threads=count,
                window=_WINDOW_PER_THREAD * count + 2 * embedder.batch_size,
            )
        ) as reads:
            try:
                self._tell(estimate)
                while batch := list(islice(reads, embedder.batch_size)):
                    starved += [each for each in batch if _is_starved(each)]
                    writer.take(embed_together(embedder, self._to_write(batch)))
                    if writer.is_due or self._progress.is_paused:
                        self._commit(writer, reader)
                    if self._rests != self._progress.rests:
                        self._rests = self._progress.rests
                        estimate.leave_out_the_time()
                    estimate.observe(len(batch), sum(each.file.size_bytes for each in batch))
                    self._tell(estimate)
            finally:
                self._commit(writer, reader)
                self._gathered().save()
        for each in starved:
            writer.take(embed_together(embedder, [read_alone(reader, each.file)]))
            self._commit(writer, reader)
        self._gathered().save()
        self._moved |= writer.moved
        # Whoever's path was taken over and was not found elsewhere has been written over.
        self._catalog.forget(writer.displaced)

    def _network(self) -> "Embedder":
        if self._embedder is None:
            self._embedder = self._gathered().embedder()
        return self._embedder

    def _gathered(self) -> "ImportGathering":
        if self._gathering is None:
            from lookalike.library.layers.gathering import ImportGathering

            self._gathering = ImportGathering(self._library)
        return self._gathering

    def _reader_and_writer(self) -> "tuple[Reader, Writer]":
        from lookalike.library.intake.reading import Reader
        from lookalike.library.search.looking import hand_made_spaces

        by_hand = hand_made_spaces()
        for space in by_hand:
            self._catalog.add_space(space)
            self._library.indexes.discard_if_ahead(space)
        decode_on_one_thread()  # each, for there is a picture on each core as it is
        embedder = self._network()
        self._report.provider = embedder.provider.name
        self._report.provider_note = embedder.provider.reason
        places = (self._catalog, self._library.thumbnails)
        return (
            Reader(self._catalog, self._library.settings, embedder),
            Writer(*places, self._space, by_hand, self._report, self._has_left),
        )

    def _read(self, reader: "Reader", file: PhotoFile) -> ReadPhoto | UnreadFile:
        self._progress.check()
        if any(file.path.is_relative_to(folder) for folder in self._report.offline):
            return UnreadFile(file, "", is_lasting=False, is_gone=True)
        self._hooks.in_hand(threading.get_native_id(), file.path)
        return reader.read(file)

    def _tell(self, estimate: Estimate) -> None:
        self._progress.step(estimate.done, estimate.total, BRINGING_IN, estimate)

    def _to_write(self, batch: Iterable[ReadPhoto | UnreadFile]) -> list[ReadPhoto | UnreadFile]:
        """Without what wants to be tried alone, and what went away before it could be read."""
        return [each for each in batch if not (_is_starved(each) or self._is_gone(each))]

    def _is_gone(self, read: ReadPhoto | UnreadFile) -> bool:
        if isinstance(read, ReadPhoto) or read.is_lasting:
            return False
        # A drive that is pulled out answers with many faults; the folder itself tells.
        root = self._catalog.folder_of(read.file.path)
        if root is not None and not is_there(root):
            self._note_offline(root.path)
            return True
        return read.is_gone

    def _note_offline(self, folder: Path) -> None:
        if folder not in self._report.offline:
            self._report.offline.append(folder)

    def _commit(self, writer: Writer, reader: "Reader") -> None:
        photos = writer.commit()
        reader.written(photo.content_hash for photo in photos)
        self._gathered().take(photos)
        self._hooks.committed(self._report)

    def _has_left(self, photo: Photo) -> bool:
        """Whether a photo is no longer at its path: nothing is there, or another picture."""
        # Where the whole folder is away, as on an unplugged drive, its photos have not left it.
        root = self._catalog.folder_of(photo.path)
        if root is None or not is_there(root):
            return False
        if is_gone(photo.path):
            return not any(scan.is_closed(photo.path) for scan in self._scans)
        return _file_at(photo.path) != photo.file and not self._is_at(photo.path, photo)

    def _is_at(self, path: Path, photo: Photo) -> bool:
        from lookalike.imaging.decode import read_file
        from lookalike.library.intake.reading import content_hash_of

        try:
            return content_hash_of(read_file(path)) == photo.content_hash
        except PhotoUnreadable as error:
            return not error.is_lasting

    def _settle_index(self) -> None:
        if self._library.indexes.is_settled(self._space):
            return
        self._progress.step(0, None, "Updating the index")
        began_s = time.monotonic()
        self._library.forget_network()  # the index wants the memory
        self._embedder = None
        self._library.indexes.settle(self._space, self._library.prior_centre())
        self._report.stages.index_s += time.monotonic() - began_s


def read_alone(reader: "Reader", file: PhotoFile) -> ReadPhoto | UnreadFile:
    """Once more with the memory to itself; what then does not fit will not fit next time."""
    read = reader.read(file)
    return replace(read, is_lasting=True) if _is_starved(read) else read


def _file_at(path: Path) -> PhotoFile | None:
    try:
        known = path.stat()
    except OSError:
        return None
    return PhotoFile(path, known.st_size, min(known.st_mtime_ns, LATEST_NS))


def offline_error(folders: Sequence[Path]) -> FolderUnusable:
    """Why nothing can be brought in from folders that are known and away."""
    names = ", ".join(str(folder) for folder in folders)
    are = "is" if len(folders) == 1 else "are"
    return FolderUnusable(
        f"{names} {are} not there now. The photos in the library stay.",
        "Connect the drive and look again.",
    )


def _is_starved(read: ReadPhoto | UnreadFile) -> TypeGuard[UnreadFile]:
    return isinstance(read, UnreadFile) and read.is_starved


def _outermost(folders: Sequence[Path]) -> list[Path]:
    """Each once, and none that is inside another."""
    wanted = dict.fromkeys(folders)
    return [f for f in wanted if not any(f != o and f.is_relative_to(o) for o in wanted)]
