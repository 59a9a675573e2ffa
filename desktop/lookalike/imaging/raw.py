"""Camera RAW: told apart by content, and opened through the preview that the camera put in."""

import contextlib
import io
import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from types import ModuleType
from typing import TYPE_CHECKING

import numpy as np
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from lookalike.errors import PhotoUnreadable
from lookalike.imaging.metadata import camera_of, read_facts, turns_sideways
from lookalike.photos import PhotoFacts

if TYPE_CHECKING:
    from rawpy import RawPy

# A shorter side below this is a stamp for the camera's own screen, not a picture of the photo.
SMALLEST_PREVIEW_PX = 256


def raw_format(data: bytes) -> str:
    """What the file is called: NEF, DNG, …; empty where it is no camera RAW."""
    if data.startswith(_TIFF_MARKS):
        return _raw_tiff_format(data)
    marks = (name for mark, name in _MARKS if mark.match(data))
    return next(marks, "")


def open_raw(
    data: bytes, format_name: str, max_megapixels: int, *, use_preview: bool = True
) -> tuple[Image.Image, PhotoFacts]:
    """The preview, or the photo itself at half its size where there is none worth showing.

    Returns:
        A picture as it is stored, not yet loaded, and the facts of the whole photo, whose
        `orientation` makes that picture upright.

    Raises:
        PhotoUnreadable: rawpy is not installed.
        Exception: whatever rawpy raises.
    """
    rawpy = _import_rawpy()
    try:
        with rawpy.imread(io.BytesIO(data)) as raw:
            _refuse_bomb(raw.sizes.raw_width, raw.sizes.raw_height, max_megapixels)
            stored = _stored(raw)  # asked now, for developing changes what LibRaw says
            preview = _preview(raw, rawpy) if use_preview else None
            if preview and min(preview.size) >= SMALLEST_PREVIEW_PX:
                _refuse_bomb(*preview.size, max_megapixels)
                picture = preview
            else:
                picture = _developed(raw, rawpy, preview)
            facts = _facts(stored, picture, format_name)
            return picture, replace(facts, camera=facts.camera or raw_camera(data))
    except rawpy.LibRawUnsufficientMemoryError as error:
        raise MemoryError from error


def raw_camera(data: bytes) -> str:
    """Maker and model, as the beginning of the file tells them; empty where it does not."""
    if data.startswith(b"FUJIFILM"):
        return camera_of({_MAKE: "Fujifilm", _MODEL: _text(data[28:60])})
    tags = data[data.find(b"CMT1", 0, _CR3_TAGS_WITHIN) + 4 :] if data[4:8] == b"ftyp" else data
    with contextlib.suppress(struct.error):
        if tags.startswith((b"II", b"MM")) and not tags.startswith(b"II\x1a"):
            first = next(_directories(tags), {})
            return camera_of({tag: _text(first.get(tag, ())) for tag in (_MAKE, _MODEL)})
    return ""


_CR3_TAGS_WITHIN = 4096

_TIFF_MARKS = (b"II*\0", b"MM\0*")

_MARKS = tuple(
    (re.compile(mark, re.DOTALL), name)
    for mark, name in (
        (rb"....ftypcrx ", "CR3"),
        (rb"II\x1a\0\0\0HEAPCCDR", "CRW"),
        (rb"FUJIFILMCCD-RAW", "RAF"),
        (rb"II(RO|RS)|MMOR", "ORF"),
        (rb"IIU\0", "RW2"),
        (rb"FOVb", "X3F"),
        (rb"\0MRM", "MRW"),
    )
)

_MAKERS = (
    *((b"nikon", "NEF"), (b"canon", "CR2"), (b"sony", "ARW"), (b"samsung", "SRW")),
    *((b"pentax", "PEF"), (b"ricoh", "PEF"), (b"hasselblad", "3FR"), (b"phase one", "IIQ")),
    *((b"leaf", "MOS"), (b"mamiya", "MEF"), (b"epson", "ERF"), (b"eastman kodak", "KDC")),
)

_COMPRESSION, _PHOTOMETRIC, _MAKE, _MODEL = 259, 262, 271, 272
_SUBFOLDERS, _DNG_VERSION = 330, 50706
_SENSOR_COLOURS = {32803, 34892}  # a mosaic, or one that was put together and not yet developed
_MAKERS_COMPRESSIONS = {262, 32767, 32770, 34713, 65000, 65535}


def _raw_tiff_format(data: bytes) -> str:
    """Most cameras write a TIFF that begins with a stamp: what they mean is further inside."""
    make, is_raw = b"", data[8:10] == b"CR" or data[8:12] == b"IIII"
    # Damaged directories are no sign of a camera.
    with contextlib.suppress(struct.error):
        for tags in _directories(data):
            if _DNG_VERSION in tags:
                return "DNG"
            make = make or _bytes(tags.get(_MAKE, ()))
            is_raw |= not _SENSOR_COLOURS.isdisjoint(tags.get(_PHOTOMETRIC, ()))
            is_raw |= not _MAKERS_COMPRESSIONS.isdisjoint(tags.get(_COMPRESSION, ()))
    named = (name for maker, name in _MAKERS if make.lower().startswith(maker))
    return next(named, "RAW") if is_raw else ""


_MOST_DIRECTORIES = 16
_MOST_ENTRIES = 512
_VALUE_CODES = {1: "B", 2: "B", 3: "H", 4: "I", 13: "I"}
_MOST_VALUES = 32

Tags = dict[int, tuple[int, ...]]


def _directories(data: bytes) -> Iterator[Tags]:
    """The directories of a TIFF and those within them, in the order they are named."""
    order = "<" if data.startswith(b"II") else ">"
    waiting = list(struct.unpack_from(f"{order}I", data, 4))
    seen: set[int] = set()
    while waiting and len(seen) < _MOST_DIRECTORIES:
        place = waiting.pop(0)
        if place in seen or not place:
            continue
        seen.add(place)
        tags, following = _directory(data, order, place)
        yield tags
        waiting += [following, *tags.get(_SUBFOLDERS, ())]


def _directory(data: bytes, order: str, place: int) -> tuple[Tags, int]:
    (count,) = struct.unpack_from(f"{order}H", data, place)
    end = place + 2 + 12 * min(count, _MOST_ENTRIES)
    tags = dict(_entry(data, order, at) for at in range(place + 2, end, 12))
    # A directory that is cut off after its entries is still one.
    following = int.from_bytes(data[end : end + 4], "little" if order == "<" else "big")
    return tags, following


def _entry(data: bytes, order: str, place: int) -> tuple[int, tuple[int, ...]]:
    """A tag and its first numbers; none where they are of a kind that nobody asks for here."""
    tag, kind, count = struct.unpack_from(f"{order}HHI", data, place)
    code = _VALUE_CODES.get(kind)
    if code is None:
        return tag, ()
    start = place + 8
    if count * struct.calcsize(f"={code}") > 4:
        (start,) = struct.unpack_from(f"{order}I", data, start)
    return tag, struct.unpack_from(f"{order}{min(count, _MOST_VALUES)}{code}", data, start)


def _text(values: Iterable[int]) -> str:
    return _bytes(values).partition(b"\0")[0].decode("ascii", "replace")


def _bytes(values: Iterable[int]) -> bytes:
    return bytes(value for value in values if value < 256)


def _import_rawpy() -> ModuleType:
    try:
        import rawpy
    except ImportError as error:
        reason = "camera RAW needs rawpy, which is not installed (pip install rawpy)"
        raise PhotoUnreadable(reason, is_lasting=False) from error
    return rawpy


def _refuse_bomb(width: int, height: int, max_megapixels: int) -> None:
    if width * height > max_megapixels * 1_000_000:
        raise Image.DecompressionBombError


def _preview(raw: "RawPy", rawpy: ModuleType) -> Image.Image | None:
    # A preview that is missing, damaged or of an unknown kind costs no photo: there are the pixels.
    faults = (rawpy.LibRawError, rawpy.NotSupportedError, OSError, SyntaxError)
    with contextlib.suppress(*faults):
        stored = raw.extract_thumb().data
        if isinstance(stored, bytes):
            return JpegImageFile(io.BytesIO(stored))
        return Image.fromarray(stored)
    return None


def _developed(raw: "RawPy", rawpy: ModuleType, preview: Image.Image | None) -> Image.Image:
    try:
        # Left as it is stored, so that it is turned in the same place as every other photo.
        pixels = raw.postprocess(half_size=True, use_camera_wb=True, user_flip=0)
    except rawpy.LibRawUnsufficientMemoryError:
        raise  # another time there may be enough
    except rawpy.LibRawError:
        if preview is None:
            raise
        return preview  # a small picture of the photo is better than none
    return Image.fromarray(np.squeeze(pixels, 2) if pixels.shape[2] == 1 else pixels)


@dataclass(frozen=True, slots=True)
class _Stored:
    """What LibRaw says of the whole photo, as it is stored; `orientation` makes it upright."""

    width: int
    height: int
    orientation: int
    taken_at: datetime | None


def _stored(raw: "RawPy") -> _Stored:
    sizes = raw.sizes
    width, height = sizes.width, sizes.height
    if 0 < sizes.crop_width <= width and 0 < sizes.crop_height <= height:
        width, height = sizes.crop_width, sizes.crop_height  # as the camera's own JPEG would be
    return _Stored(width, height, _ORIENTATIONS.get(sizes.flip, 1), _taken_at(raw))


# LibRaw has bits of its own: 1 mirrors left and right, 2 top and bottom, 4 swaps both sides.
_ORIENTATIONS = {0: 1, 1: 2, 2: 4, 3: 3, 4: 5, 5: 8, 6: 6, 7: 7}


def _taken_at(raw: "RawPy") -> datetime | None:
    told = getattr(raw, "other", None)  # older versions of rawpy have it not
    moment = told.timestamp if told else None
    # Zero seconds since 1970 is how LibRaw says that it does not know.
    return moment if moment and moment.year > 1970 else None


def _facts(stored: _Stored, picture: Image.Image, format_name: str) -> PhotoFacts:
    width, height = stored.width, stored.height
    if turns_sideways(stored.orientation):
        width, height = height, width
    told = read_facts(picture)
    orientation = _orientation(stored, picture, told.orientation)
    return PhotoFacts(width, height, orientation, format_name, told.taken_at or stored.taken_at)


def _orientation(stored: _Stored, picture: Image.Image, told: int) -> int:
    """How the picture has to be turned: as it says itself, else as the photo says.

    Some previews are upright where the sensor's pixels are not: their shape tells.
    """
    orientation = told if told > 1 else stored.orientation
    is_wide, was_wide = picture.width > picture.height, stored.width > stored.height
    is_upright = turns_sideways(orientation) and is_wide != was_wide
    return 1 if is_upright else orientation
