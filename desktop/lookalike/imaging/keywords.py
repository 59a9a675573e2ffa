"""Reads the keywords that other programs gave to a photo: in its file, or in a sidecar."""

import io
import re
import stat
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from lookalike.errors import PhotoUnreadable, XmpUnusable
from lookalike.imaging.decode import MAX_MEGAPIXELS
from lookalike.imaging.exif_sheet import clean, iptc_texts, wide_text
from lookalike.imaging.formats import prepare_pillow
from lookalike.imaging.tiff_tags import TiffTags
from lookalike.imaging.xmp import MAX_BYTES, Names, XmpKeywords, read_xmp

LONGEST_NAME = 100
_DEEPEST = 10
_MOST_KEYWORDS = 200
_MOST_CHUNKS = 10_000
# These are read as a whole to be looked into.
_LARGEST_FILE_BYTES = 1 << 28
# Of a program's own, and not for people.
_INTERNAL = "_Digikam_Internal_Tags_"


def read_keywords(data: bytes) -> Names:
    """Paths such as `Places/Rome`, each once; whatever is wrong with the file, nothing raises."""
    return _keywords(io.BytesIO(data))


def keywords_of(path: Path) -> Names:
    """The same of a file, of which no more is read than it takes.

    Raises:
        PhotoUnreadable: it cannot be opened now; another time it may.
    """
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode) or known.st_size > _LARGEST_FILE_BYTES:
            return ()
        with path.open("rb") as file:
            return _keywords(file)
    except (OSError, ValueError) as error:
        raise PhotoUnreadable("it cannot be opened", path, is_lasting=False) from error


def read_sidecar(path: Path) -> Names:
    """The same from `photo.jpg.xmp`, else from `photo.xmp`; nothing where neither is there.

    Raises:
        XmpUnusable: there is one, and it cannot be read or understood.
    """
    beside = (path.with_name(f"{path.name}.xmp"), path.with_suffix(".xmp"))
    packets = (read_packet(each) for each in beside)
    packet = next((packet for packet in packets if packet is not None), None)
    return () if packet is None else _paths(read_xmp(packet), ())


def read_packet(file: Path) -> bytes | None:
    """The content of a sidecar; None where there is none.

    Raises:
        XmpUnusable: it cannot be read, or is too large.
    """
    try:
        known = file.stat()
        if not stat.S_ISREG(known.st_mode):
            raise XmpUnusable("It is not a file.")
        if known.st_size > MAX_BYTES:
            raise XmpUnusable("It is larger than 1 MB.")
        return file.read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:
        raise XmpUnusable("It cannot be read.") from error


def _keywords(file: IO[bytes]) -> Names:
    # Decoders meet bytes that nobody foresaw, and each of their faults means that nothing is told.
    packets, told, flat = _Packets(), XmpKeywords(), []
    with suppress(Exception):
        packets = _packets(file)
    with suppress(XmpUnusable):
        told = read_xmp(packets.xmp) if packets.xmp else told
    with suppress(Exception):
        flat = iptc_texts(packets.iptc)["keywords"] + _windows_keywords(packets.exif)
    return _paths(told, flat)


# --- names ------------------------------------------------------------------------------------


def _paths(xmp: XmpKeywords, others: Iterable[str]) -> Names:
    """A nested keyword stands for those around it, which many programs write beside it."""
    nested = [tidy for names in xmp.nested if (tidy := _tidy(names)) and tidy[0] != _INTERNAL]
    told = {name.casefold() for names in nested for name in names}
    flat = [tidy for name in (*xmp.flat, *others) if (tidy := _tidy([name]))]
    every = [*nested, *(names for names in flat if names[0].casefold() not in told)]
    outer = {_folded(names[:end]) for names in every for end in range(1, len(names))}
    kept: dict[Names, Names] = {}
    for names in every:
        if _folded(names) not in outer:
            kept.setdefault(_folded(names), names)
    return tuple("/".join(names) for names in kept.values())[:_MOST_KEYWORDS]


def _folded(names: Sequence[str]) -> Names:
    return tuple(name.casefold() for name in names)


def _tidy(names: Iterable[str]) -> Names:
    """As labels are named: without the slash that separates them, and none of them empty."""
    tidy = (clean(name.replace("/", "-"), LONGEST_NAME) for name in names)
    return tuple(name for name in tidy if name)[:_DEEPEST]


# --- packets ----------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Packets:
    """The three kinds of metadata, as they stand in the file."""

    exif: bytes = b""
    xmp: bytes = b""
    iptc: bytes = b""


_XMP, _IPTC, _IPTC_RESOURCE, _XP_KEYWORDS = 700, 33723, 0x0404, 0x9C9E


def _packets(file: IO[bytes]) -> _Packets:
    formats = prepare_pillow(MAX_MEGAPIXELS)
    head = file.read(12)
    file.seek(0)
    if head.startswith(b"\xff\xd8\xff"):
        return _told_by_pillow(JpegImageFile(file))
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return _png_packets(file)
    if head.startswith(b"RIFF") and head.endswith(b"WEBP"):
        return _webp_packets(file)
    if head.startswith((b"II*\0", b"MM\0*")):  # TIFF, and most camera RAW
        data = file.read()
        tags = TiffTags(data).first((_XMP, _IPTC))
        return _Packets(data, _raw(tags.get(_XMP)), _raw(tags.get(_IPTC)))
    others = tuple(name for name in formats if name in ("AVIF", "HEIF"))
    return _told_by_pillow(Image.open(file, formats=others))


def _told_by_pillow(image: Image.Image) -> _Packets:
    told = image.info
    photoshop = told.get("photoshop")
    return _Packets(
        _raw(told.get("exif")).removeprefix(b"Exif\0\0"),
        _raw(told.get("xmp")),
        _raw(photoshop.get(_IPTC_RESOURCE)) if isinstance(photoshop, dict) else b"",
    )


def _png_packets(file: IO[bytes]) -> _Packets:
    """Pillow would decode the picture to get at what stands behind it."""
    file.seek(8)
    exif = xmp = b""
    for kind, size_bytes in _chunks(file, is_png=True):
        if kind == b"eXIf":
            exif = file.read(size_bytes)
        elif kind == b"iTXt":
            xmp = _png_xmp(file.read(size_bytes)) or xmp
    return _Packets(exif, xmp)


def _png_xmp(chunk: bytes) -> bytes:
    found = re.match(rb"XML:com\.adobe\.xmp\0([\0\1])\0[^\0]*\0[^\0]*\0", chunk)
    if not found:
        return b""
    text = chunk[found.end() :]
    # One more than is ever read: what is larger is refused, and not taken for the whole.
    return zlib.decompressobj().decompress(text, MAX_BYTES + 1) if found[1] == b"\1" else text


def _webp_packets(file: IO[bytes]) -> _Packets:
    file.seek(12)
    exif = xmp = b""
    for kind, size_bytes in _chunks(file, is_png=False):
        if kind == b"EXIF":
            exif = file.read(size_bytes).removeprefix(b"Exif\0\0")
        elif kind == b"XMP ":
            xmp = file.read(size_bytes)
    return _Packets(exif, xmp)


def _chunks(file: IO[bytes], *, is_png: bool) -> Iterator[tuple[bytes, int]]:
    """Kind and size of one after the other; those that are too large are passed over."""
    for _ in range(_MOST_CHUNKS):
        head = file.read(8)
        if len(head) < 8:
            return
        if is_png:  # a checksum is behind each
            kind, size_bytes = head[4:], int.from_bytes(head[:4], "big")
            behind = 4
        else:
            kind, size_bytes = head[:4], int.from_bytes(head[4:], "little")
            behind = size_bytes & 1
        start = file.tell()
        if size_bytes <= 2 * MAX_BYTES:
            yield kind, size_bytes
        file.seek(start + size_bytes + behind)


def _windows_keywords(exif: bytes) -> list[str]:
    told = wide_text(TiffTags(exif).first((_XP_KEYWORDS,)), _XP_KEYWORDS)
    return [part.strip() for part in told.split(";")]


def _raw(value: object) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8", "replace")
    return value if isinstance(value, bytes) else b""
