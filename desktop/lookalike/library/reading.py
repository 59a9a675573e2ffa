"""What a reading thread does with one file: bytes -> hash, pixels, thumbnail, embedding."""

import hashlib
import time
from collections.abc import Set
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import PhotoUnreadable
from lookalike.imaging.decode import DecodedPhoto, decode_photo, read_file
from lookalike.imaging.thumbnails import make_thumbnail
from lookalike.library.library import Library
from lookalike.networks.embedder import Embedder
from lookalike.photos import ContentHash, PhotoFacts, PhotoFile, Region
from lookalike.settings import Settings

# Sharp in a tile of 192 on a screen of two pixels per pixel. No setting: it decides how a photo is
# shrunk before the network sees it, so another number makes another embedding.
THUMBNAIL_PX = 384


@dataclass(frozen=True, slots=True)
class ReadPhoto:
    """A readable file.

    Where its content was known before, it has neither `vector` nor `network_input` nor
    `thumbnail`; otherwise one of the first two.
    """

    file: PhotoFile
    content_hash: ContentHash
    facts: PhotoFacts
    thumbnail: bytes = b""
    network_input: NDArray[np.float32] | None = None
    vector: NDArray[np.float32] | None = None
    decode_s: float = 0.0
    embed_s: float = 0.0


@dataclass(frozen=True, slots=True)
class UnreadFile:
    """A file that could not be read, and why."""

    file: PhotoFile
    reason: str
    is_lasting: bool
    decode_s: float = 0.0


def read_for_import(
    file: PhotoFile, library: Library, embedder: Embedder, contents: Set[ContentHash]
) -> ReadPhoto | UnreadFile:
    """Read one file; `contents` are those that need no embedding any more."""
    began_s = time.perf_counter()
    try:
        read = _decode(file, library, embedder, contents)
    except PhotoUnreadable as error:
        return UnreadFile(file, error.reason, error.is_lasting, time.perf_counter() - began_s)
    decoded_s = time.perf_counter()
    read = replace(read, decode_s=decoded_s - began_s)
    if read.network_input is None or embedder.batch_size > 1:
        return read  # what runs in batches is embedded by the reader of many photos
    # A network that wants no batches scales best with one thread per photo.
    vector = embedder.embed([read.network_input])[0]
    embed_s = time.perf_counter() - decoded_s
    return replace(read, vector=vector, network_input=None, embed_s=embed_s)


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


def _decode(
    file: PhotoFile, library: Library, embedder: Embedder, contents: Set[ContentHash]
) -> ReadPhoto:
    data = read_file(file.path)
    content_hash = content_hash_of(data)
    if content_hash in contents and (known := _facts(library, content_hash)):
        return ReadPhoto(file, content_hash, known)
    decoded = decode_for_network(data, embedder, library.settings, path=file.path)
    return ReadPhoto(
        file,
        content_hash,
        decoded.facts,
        thumbnail=make_thumbnail(decoded.pixels, THUMBNAIL_PX),
        network_input=embedder.prepare(decoded.pixels),
    )


def _facts(library: Library, content_hash: ContentHash) -> PhotoFacts | None:
    known = library.catalog.photos_with_content(content_hash)
    return next((photo.facts for photo in known if photo.facts), None)
