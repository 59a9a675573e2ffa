"""Reads from a photo file with which camera it was taken, and not one pixel."""

import stat
from contextlib import suppress
from pathlib import Path
from typing import IO

from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from lookalike.errors import PhotoUnreadable
from lookalike.imaging.decode import MAX_MEGAPIXELS
from lookalike.imaging.formats import prepare_pillow
from lookalike.imaging.jpeg_xl import exif_of, is_jpeg_xl
from lookalike.imaging.metadata import camera_of
from lookalike.imaging.raw import raw_camera, raw_format

_HEAD_BYTES = 1 << 18
# These are read as a whole to be opened.
_LARGEST_FILE_BYTES = 1 << 28


def read_camera(path: Path) -> str:
    """Its maker and model; empty where the file tells none, or is no picture any more.

    Raises:
        PhotoUnreadable: it cannot be opened now; another time it may.
    """
    try:
        known = path.stat()
        if not stat.S_ISREG(known.st_mode) or known.st_size > _LARGEST_FILE_BYTES:
            return ""
        with path.open("rb") as file:
            return _camera(file)
    except (OSError, ValueError) as error:
        raise PhotoUnreadable("it cannot be opened", path, is_lasting=False) from error


def _camera(file: IO[bytes]) -> str:
    head = file.read(_HEAD_BYTES)
    if raw_format(head):
        return raw_camera(head)
    file.seek(0)
    # Decoders raise whatever they like here, and each of it means that nothing is told.
    with suppress(Exception):
        return camera_of(_exif(file, head))
    return ""


def _exif(file: IO[bytes], head: bytes) -> Image.Exif:
    if is_jpeg_xl(head):  # to open it is to decode it
        return _loaded(exif_of(head))
    formats = prepare_pillow(MAX_MEGAPIXELS)
    is_jpeg = head.startswith(b"\xff\xd8\xff")
    image = JpegImageFile(file) if is_jpeg else Image.open(file, formats=formats)
    # A PNG would be decoded, to look for more behind its pixels.
    return _loaded(image.info.get("exif", b"")) if image.format == "PNG" else image.getexif()


def _loaded(data: bytes) -> Image.Exif:
    exif = Image.Exif()
    exif.load(data)
    return exif
