"""Turns a photo file into an upright sRGB array."""

import io
import math
import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFile
from PIL.JpegImagePlugin import JpegImageFile

from lookalike.errors import PhotoUnreadable
from lookalike.imaging.formats import prepare_pillow
from lookalike.imaging.jpeg_xl import declared_size, is_jpeg_xl
from lookalike.imaging.metadata import is_turned_by_decoder, read_facts, turns_sideways
from lookalike.imaging.raw import open_raw, raw_format
from lookalike.imaging.srgb import to_eight_bits, to_srgb
from lookalike.photos import PhotoFacts, Region

MAX_FILE_BYTES = 1 << 30
MAX_MEGAPIXELS = 400


@dataclass(frozen=True, slots=True)
class DecodedPhoto:
    """A picture, and the facts of the whole picture it comes from.

    Args:
        image: 8-bit sRGB (Pillow's mode RGB), upright.
        facts: `width` and `height` are those of the full picture, not of `image`.
    """

    image: Image.Image
    facts: PhotoFacts

    @property
    def pixels(self) -> NDArray[np.uint8]:
        """Height × width × 3, C-contiguous, read-only: a copy of `image`."""
        return np.asarray(self.image)


def read_file(path: Path) -> bytes:
    """The whole content of a regular file; pipes and devices are refused, never waited for.

    Raises:
        PhotoUnreadable: it cannot be read, is empty or larger than `MAX_FILE_BYTES`.
    """
    try:
        _refuse_special_files(path)
        with path.open("rb") as file:
            # What is asked for is set aside in memory at once, whatever there is to read.
            size_bytes = os.fstat(file.fileno()).st_size
            data = file.read(min(size_bytes, MAX_FILE_BYTES) + 1)
    except (OSError, ValueError) as error:
        raise PhotoUnreadable(_disk_reason(error), path, is_lasting=False) from error
    if not data:
        raise PhotoUnreadable("it is empty", path)
    if len(data) > MAX_FILE_BYTES:
        raise PhotoUnreadable("its file is larger than 1 GiB", path)
    return data


def decode_photo(
    data: bytes,
    *,
    shortest_side_px: int | None = None,
    longest_side_px: int | None = None,
    region: Region | None = None,
    max_megapixels: int = MAX_MEGAPIXELS,
    path: Path | None = None,
) -> DecodedPhoto:
    """The picture in `data`, or the first one where there are many.

    Args:
        shortest_side_px: shrink by whole steps while the shorter side stays at least this; never
            enlarged.
        longest_side_px: the same for the longer side. With neither, every pixel is kept.
        region: only this part is returned, and both sides are meant of it.
        max_megapixels: larger pictures are refused before they are decoded.
        path: named in the error.

    Raises:
        PhotoUnreadable: whatever is wrong with the data.
    """
    if not data:
        raise PhotoUnreadable("it is empty", path)
    try:
        return _decode(data, (shortest_side_px, longest_side_px), region, max_megapixels)
    except PhotoUnreadable as refusal:
        reason, is_lasting = refusal.reason, refusal.is_lasting
        raise PhotoUnreadable(reason, path, is_lasting=is_lasting) from refusal.__cause__
    except Exception as error:
        # Decoders meet bytes that nobody foresaw: Pillow and its plugins answer them with OSError,
        # SyntaxError, struct.error, zlib.error, MemoryError, RecursionError and many more. All
        # mean the same to the caller, and the cause stays attached.
        reason = _decoder_reason(error, data, max_megapixels)
        is_lasting = not isinstance(error, MemoryError | Image.DecompressionBombError)
        raise PhotoUnreadable(reason, path, is_lasting=is_lasting) from error


def open_stored(data: bytes, max_megapixels: int = MAX_MEGAPIXELS) -> Image.Image:
    """A picture as it is stored, for its metadata; of a camera RAW the preview.

    Raises:
        Exception: whatever the decoders raise.
    """
    formats = prepare_pillow(max_megapixels)
    raw = raw_format(data)
    return open_raw(data, raw, max_megapixels)[0] if raw else _open(data, formats, max_megapixels)


def _decode(
    data: bytes,
    sides_px: tuple[int | None, int | None],
    region: Region | None,
    max_megapixels: int,
) -> DecodedPhoto:
    formats = prepare_pillow(max_megapixels)
    raw = raw_format(data)
    if not raw:
        source = _open(data, formats, max_megapixels)
        return _upright(source, read_facts(source), sides_px, region)
    try:
        return _upright(*open_raw(data, raw, max_megapixels), sides_px, region)
    except (OSError, SyntaxError):  # Pillow's: the preview is damaged, the photo need not be
        developed = open_raw(data, raw, max_megapixels, use_preview=False)
        return _upright(*developed, sides_px, region)


def _upright(
    source: Image.Image,
    facts: PhotoFacts,
    sides_px: tuple[int | None, int | None],
    region: Region | None,
) -> DecodedPhoto:
    """What was asked for, of a picture as it is stored."""
    turn = None if is_turned_by_decoder(source) else _TURNS.get(facts.orientation)
    sideways = turn is not None and turns_sideways(facts.orientation)
    want = _Want(sides_px, region, sideways)
    image = _shrunk(source, want)
    if turn is not None:
        image = image.transpose(turn)
    if region is not None:
        image = image.crop(_box(region, image.size))
    return DecodedPhoto(to_srgb(image), facts)


def _open(data: bytes, formats: tuple[str, ...], max_megapixels: int) -> ImageFile.ImageFile:
    if data.startswith(b"\xff\xd8\xff"):
        # Not by Image.open, which first looks for further views behind the picture: they are not
        # wanted, and a fault in their directory would cost the picture.
        source: ImageFile.ImageFile = JpegImageFile(io.BytesIO(data))
    elif is_jpeg_xl(data):
        source = _open_jpeg_xl(data, formats, max_megapixels)
    else:
        source = _open_by_content(data, formats)
    _refuse_bomb(source.size, max_megapixels)
    if source.format in _TOLD_BY_PIXELS:
        source.load()
    return source


# The metadata of a PNG may stand behind the pixels: left to `read_facts`, which forgives all, the
# load would fail unseen and half a picture would pass for a whole one. The size of an icon is a
# promise until its pixels are there.
_TOLD_BY_PIXELS = ("PNG", "ICO")


def _open_jpeg_xl(
    data: bytes, formats: tuple[str, ...], max_megapixels: int
) -> ImageFile.ImageFile:
    if "JXL" not in formats:
        reason = "JPEG XL needs pillow-jxl-plugin, which is not installed"
        hint = " (pip install pillow-jxl-plugin)"
        raise PhotoUnreadable(reason + hint, is_lasting=False)
    _refuse_bomb(declared_size(data) or (0, 0), max_megapixels)
    # Of an animation this is the last picture: the plugin (1.3.8) cannot stop at another.
    return Image.open(io.BytesIO(data), formats=("JXL",))


def _open_by_content(data: bytes, formats: tuple[str, ...]) -> ImageFile.ImageFile:
    try:
        return Image.open(io.BytesIO(data), formats=formats)
    except Exception:
        if not _AVIF.match(data) or b"Exif" not in data:
            raise
        # The AVIF decoder gives up the picture over broken metadata: hide it and try again.
        return Image.open(io.BytesIO(data.replace(b"Exif", b"none")), formats=("AVIF",))


_AVIF = re.compile(rb"....ftyp(avi[fs]|mif1|msf1)", re.DOTALL)


def _refuse_bomb(size: tuple[int, int], max_megapixels: int) -> None:
    if math.prod(size) > max_megapixels * 1_000_000:
        raise PhotoUnreadable(_too_large(max_megapixels), is_lasting=False)


_WHOLE = Region(0, 0, 1, 1)


@dataclass(frozen=True, slots=True)
class _Want:
    """What is asked of a stored picture; `sideways`: it will be turned by a quarter."""

    sides_px: tuple[int | None, int | None]  # the shorter, the longer
    region: Region | None
    sideways: bool

    def steps_to_spare(self, size: tuple[int, int]) -> int:
        """How many times smaller a stored picture of `size` may become."""
        width, height = reversed(size) if self.sideways else size
        part = self.region or _WHOLE
        has = sorted((width * part.width, height * part.height))
        spare = [side / want for side, want in zip(has, self.sides_px, strict=True) if want]
        return max(1, int(min(spare, default=1)))


def _shrunk(source: Image.Image, want: _Want) -> Image.Image:
    """The loaded picture; the full one is let go before the colours are worked on."""
    _decode_scaled(source, want.steps_to_spare(source.size))
    source.load()
    image = to_eight_bits(source)
    steps = want.steps_to_spare(image.size)
    return image.reduce(steps) if steps > 1 else image


def _decode_scaled(source: Image.Image, steps: int) -> None:
    """Let a JPEG skip the detail that nobody asked for; other formats cannot."""
    scale = next(scale for scale in (8, 4, 2, 1) if scale <= steps)
    if scale > 1:
        source.draft(None, (source.width // scale, source.height // scale))


_TURNS = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


def _box(region: Region, size: tuple[int, int]) -> tuple[int, int, int, int]:
    left, right = _span(region.x, region.width, size[0])
    top, bottom = _span(region.y, region.height, size[1])
    return left, top, right, bottom


def _span(start: float, extent: float, pixels: int) -> tuple[int, int]:
    """Whole pixels that cover a part of a side: at least one, however the fractions round."""
    first = min(math.floor(start * pixels), pixels - 1)
    end = min(math.ceil((start + extent) * pixels), pixels)
    return first, max(end, first + 1)


def _refuse_special_files(path: Path) -> None:
    kind = path.stat().st_mode
    if stat.S_ISDIR(kind):
        raise PhotoUnreadable("it is a folder", path)
    if not stat.S_ISREG(kind):
        raise PhotoUnreadable("it is not a regular file", path)


def _disk_reason(error: OSError | ValueError) -> str:
    match error:
        case FileNotFoundError() | NotADirectoryError():
            return "there is no such file"
        case PermissionError():
            return "you are not permitted to read it"
        case OSError(strerror=str(told)):
            return f"the disk says: {told.lower()}"
        case _:
            return "there can be no file of that name"


def _decoder_reason(error: Exception, data: bytes, max_megapixels: int) -> str:
    if isinstance(error, Image.DecompressionBombError):
        return _too_large(max_megapixels)
    if isinstance(error, MemoryError):
        return "it needs more memory than there is"
    if not _looks_known(data):
        return "it is not a picture this program reads"
    if isinstance(error, EOFError) or _TRUNCATED.search(str(error)):
        return "it ends too early; the file is damaged"
    if _UNSUPPORTED.search(str(error)):
        return "it is of a rare kind that this program does not read"
    return "the file is damaged"


def _too_large(max_megapixels: int) -> str:
    return f"it is larger than {max_megapixels} megapixels"


# What decoders say, each in its own words, of a file that stops before its picture does.
_TRUNCATED = re.compile(
    r"truncat|unexpected end|end of (file|input)|end-of-file|eof", re.IGNORECASE
)

_UNSUPPORTED = re.compile(r"unsupported|not supported|unknown (pixel|data|raw) ", re.IGNORECASE)

# How files begin that could be read if they were whole.
_BEGINNING = re.compile(
    rb"\xff\xd8\xff|\x89PNG|GIF8|BM|II[*+]\0|MM\0[*+]|RIFF....WEBP"
    rb"|....ftyp(avi[fs]|he[iv][cxms]|mif1|msf1)"
    rb"|....jP..\r\n\x87\n|\xff\x4f\xff\x51|8BPS|qoif|\0\0\x01\0|P[1-6Ff]\s"
    rb"|.[\0\x01][\x01-\x03\x09-\x0b].{13}[\x01\x08\x10\x18\x20].",  # TGA
    re.DOTALL,
)


def _looks_known(data: bytes) -> bool:
    known = _BEGINNING.match(data) is not None
    return known or is_jpeg_xl(data) or bool(raw_format(data))
