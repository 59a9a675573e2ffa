"""What a reading thread does with one file: bytes -> hash, pixels, thumbnail, vectors."""

import hashlib
import re
import threading
import time
from collections.abc import Iterable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

from lookalike.catalog.catalog import Catalog
from lookalike.errors import NetworkUnusable, PhotoUnreadable
from lookalike.imaging.decode import DecodedPhoto, decode_photo, read_file
from lookalike.imaging.thumbnails import make_thumbnail
from lookalike.library.intake.read_photo import THUMBNAIL_PX, ReadPhoto, UnreadFile
from lookalike.library.search.looking import squeezed
from lookalike.networks.embedder import Embedder
from lookalike.paths import is_gone
from lookalike.photos import ContentHash, PhotoFacts, PhotoFile, Region
from lookalike.settings import Settings

NO_MEMORY = "it needs more memory than there is"


class Reader:
    """Reads the files of one import; any thread may call `read`."""

    def __init__(self, catalog: Catalog, settings: Settings, embedder: Embedder) -> None:
        self._catalog = catalog
        self._settings = settings
        self._embedder = embedder
        self._copies = _Copies()

    def read(self, file: PhotoFile) -> ReadPhoto | UnreadFile:
        """Read one file, and embed it where the network wants no batches.

        Raises:
            NetworkUnusable: the network fails.
        """
        began_s = time.perf_counter()
        try:
            return self._read(file, began_s)
        except PhotoUnreadable as error:
            is_starved = isinstance(error.__cause__, MemoryError)
            told = UnreadFile(file, error.reason, error.is_lasting, is_starved=is_starved)
        except MemoryError:
            told = UnreadFile(file, NO_MEMORY, is_lasting=False, is_starved=True)
        except NetworkUnusable as error:
            if not _NO_MEMORY.search(str(error.__cause__)):
                raise
            told = UnreadFile(file, NO_MEMORY, is_lasting=False, is_starved=True)
        gone = not told.is_lasting and is_gone(file.path)
        return replace(told, is_gone=gone, decode_s=time.perf_counter() - began_s)

    def written(self, contents: Iterable[ContentHash]) -> None:
        """These are in the catalog now, where `read` will find them."""
        self._copies.forget(contents)

    def _read(self, file: PhotoFile, began_s: float) -> ReadPhoto:
        data = read_file(file.path)
        content_hash = content_hash_of(data)
        original = self._copies.original_of(content_hash)
        if original:
            decode_s = time.perf_counter() - began_s
            return replace(original, file=file, decode_s=decode_s, embed_s=0.0)
        read = None
        try:
            known = self._known_facts(content_hash)
            if known:
                decode_s = time.perf_counter() - began_s
                read = ReadPhoto(file, content_hash, known, decode_s=decode_s)
            else:
                read = self._embedded(self._decoded(file, data, content_hash, began_s))
        finally:
            self._copies.settle(content_hash, read)
        return read

    def _decoded(
        self, file: PhotoFile, data: bytes, content_hash: ContentHash, began_s: float
    ) -> ReadPhoto:
        decoded = decode_for_network(data, self._embedder, self._settings, path=file.path)
        thumbnail = make_thumbnail(decoded.image, THUMBNAIL_PX)
        return ReadPhoto(
            file,
            content_hash,
            decoded.facts,
            thumbnail=thumbnail,
            squeezed=squeezed(thumbnail),
            network_input=self._embedder.prepare(decoded.image),
            decode_s=time.perf_counter() - began_s,
        )

    def _embedded(self, read: ReadPhoto) -> ReadPhoto:
        if read.network_input is None or self._embedder.batch_size > 1:
            return read  # what runs in batches is embedded by the reader of many photos
        # A network that wants no batches scales best with one thread per photo.
        began_s = time.perf_counter()
        vectors, peaks = self._embedder.embed_with_peaks([read.network_input])
        embed_s = time.perf_counter() - began_s
        return replace(read, vector=vectors[0], peaks=peaks, network_input=None, embed_s=embed_s)

    def _known_facts(self, content_hash: ContentHash) -> PhotoFacts | None:
        """Those of a photo that needs no embedding any more."""
        if not self._catalog.has_embedding(self._embedder.space, content_hash):
            return None
        known = self._catalog.photos_with_content(content_hash)
        return next((photo.facts for photo in known if photo.facts), None)


class _Copies:
    """Contents that threads have taken on, so that of two new copies only one is embedded."""

    def __init__(self) -> None:
        self._taken: dict[ContentHash, Future[ReadPhoto | None]] = {}
        self._lock = threading.Lock()

    def original_of(self, content_hash: ContentHash) -> ReadPhoto | None:
        """What another thread makes of this content, waited for; None: ours to read.

        So it is where the other one failed: this one then fails by itself, and is told by itself.
        """
        with self._lock:
            other = self._taken.get(content_hash)
            if other is None:
                self._taken[content_hash] = Future()
                return None
        return other.result()

    def settle(self, content_hash: ContentHash, read: ReadPhoto | None) -> None:
        """What was made of it; None where it cannot be read."""
        with self._lock:
            future = self._taken.get(content_hash)
            if read is None or not read.is_new:  # later copies ask the catalog, or try themselves
                self._taken.pop(content_hash, None)
        if future is not None and not future.done():
            future.set_result(read)

    def forget(self, contents: Iterable[ContentHash]) -> None:
        with self._lock:
            for content_hash in contents:
                self._taken.pop(content_hash, None)


def picture_bytes(source: Path | bytes) -> tuple[bytes, Path | None]:
    """What is to be decoded, and the file it is from, if it is from one.

    Raises:
        PhotoUnreadable: the file cannot be read.
    """
    return (source, None) if isinstance(source, bytes) else (read_file(source), source)


def content_hash_of(data: bytes) -> ContentHash:
    """What tells a photo from every other, wherever its file is."""
    return ContentHash(hashlib.sha256(data).digest())


def decode_for_network(
    data: bytes,
    embedder: Embedder,
    settings: Settings,
    *,
    path: Path | None = None,
    region: Region | None = None,
) -> DecodedPhoto:
    """Decode as large as network and thumbnail need.

    The one way for imports, queries and measurements: a picture that is shrunk differently gets
    another embedding, and would not be like itself.

    Raises:
        PhotoUnreadable: whatever is wrong with the data.
    """
    return decode_photo(
        data,
        path=path,
        region=region,
        shortest_side_px=embedder.manifest.input.size_px,
        longest_side_px=THUMBNAIL_PX,
        max_megapixels=settings.max_megapixels,
    )


# How the network's runtime says that there is no memory.
_NO_MEMORY = re.compile(r"bad_?alloc|allocate|out of memory", re.IGNORECASE)
