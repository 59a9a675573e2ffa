"""The picture formats the program means to read, and Pillow made ready for them."""

import logging
import re
import threading
import warnings
from functools import cache

from lookalike.imaging.jpeg_xl import declared_size

_RAW_SUFFIXES = frozenset(
    {
        *(".3fr", ".arw", ".cr2", ".cr3", ".crw", ".dcr", ".dng", ".erf", ".fff", ".gpr", ".iiq"),
        *(".k25", ".kdc", ".mef", ".mos", ".mrw", ".nef", ".nrw", ".orf", ".pef", ".raf", ".raw"),
        *(".rw2", ".rwl", ".sr2", ".srf", ".srw", ".x3f"),
    }
)

# Pictures that are not read: taken all the same, so that a person is told of them.
_UNREAD_SUFFIXES = frozenset(
    {".blp", ".dds", ".exr", ".flc", ".fli", ".hdr", ".icns", ".msp", ".pcx", ".sgi", ".xcf"}
)

PHOTO_SUFFIXES: frozenset[str] = (
    _RAW_SUFFIXES
    | _UNREAD_SUFFIXES
    | {
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".pjpeg", ".pjp", ".mpo"),
        *(".png", ".apng", ".webp", ".gif", ".bmp", ".dib", ".tif", ".tiff"),
        *(".avif", ".avifs", ".heic", ".heics", ".heif", ".heifs", ".hif"),
        *(".jxl", ".jp2", ".j2k", ".j2c", ".jpc", ".jpf", ".jpx"),
        *(".psd", ".tga", ".ico", ".qoi", ".ppm", ".pgm", ".pbm", ".pnm", ".pfm"),
    }
)

# The only ones that Image.open is ever told: Pillow knows 30 more, one of which starts Ghostscript.
# TGA is last, because it has no mark of its own and would claim what belongs to others.
PILLOW_FORMATS = (
    *("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "HEIF", "JXL"),
    *("JPEG2000", "PSD", "ICO", "QOI", "PPM", "TGA"),
)

_DECODER_MODULES = r"(PIL|pi_heif|pillow_jxl)\."
_SILENCE = ("ignore", None, Warning, re.compile(_DECODER_MODULES), 0)

_limit_changes = threading.Lock()


def has_photo_suffix(name: str | bytes) -> bool:
    """Whether a file of that name says that it is a photo; nothing is opened."""
    if isinstance(name, str):
        dot = name.rfind(".")
        return dot > 0 and name[dot:].lower() in PHOTO_SUFFIXES
    dot = name.rfind(b".")
    return dot > 0 and name[dot:].lower() in _SUFFIX_BYTES


_SUFFIX_BYTES = frozenset(suffix.encode() for suffix in PHOTO_SUFFIXES)


def decode_on_one_thread() -> None:
    """For a process that decodes one picture on each core as it is."""
    import pi_heif

    pi_heif.options.DECODE_THREADS = 1


def looks_like_photo(head: bytes) -> bool:
    """Whether a file that begins so is a photo, whatever its name; 32 bytes are enough.

    Strict, for it is asked of files that do not say they are photos. TGA is never found so.
    """
    if head.startswith(b"\xff\x0a"):  # JPEG XL: two bytes are little to go by
        width, height = declared_size(head) or (0, 0)
        return 0 < width * height <= _LARGEST_PLAUSIBLE
    return _PHOTO_HEAD.match(head) is not None


_LARGEST_PLAUSIBLE = 1_000_000_000

_PHOTO_HEAD = re.compile(
    rb"""
    \xff\xd8\xff[\xc0-\xfe] | \x89PNG\r\n\x1a\n | GIF8[79]a | RIFF....WEBP
    | (?:II\*\0 | II\+\0\x08\0\0\0 | MM\0\* | MM\0\+\0\x08\0\0)     # TIFF, and most camera RAW
    | BM.{10}\0\0[\x0c\x10\x28\x34\x38\x40\x6c\x7c]\0\0\0           # BMP with a header we know
    | \0\0..ftyp(?:avi[fs] | he[iv][cxms] | mif1 | msf1 | crx[ ])
    | \0\0\0\x0cJXL[ ]\r\n\x87\n
    | \0\0\0\x0cjP(?:[ ][ ]|\x1a\x1a)\r\n\x87\n | \xff\x4f\xff\x51\0
    | 8BPS\0\x01 | qoif.{8}[\x03\x04][\0\x01]
    | \0\0\x01\0[\x01-\x40]\0.{3}[\0\xff][\0\x01]\0[\0\x01\x04\x08\x10\x18\x20]\0   # ICO
    | P[1-6](?:\r?\n\# | \s+\d+\s+\d+\s)
    | P[Ff]\n\d+\s+\d+\s
    | FUJIFILMCCD-RAW | FOVb | II(?:RO|RS|U\0) | MMOR | \0MRM | II\x1a\0\0\0HEAPCCDR
    """,
    re.DOTALL | re.VERBOSE,
)


def prepare_pillow(max_megapixels: int) -> tuple[str, ...]:
    """Make `Image.open` ready; any thread may call it, any number of times.

    Returns:
        Those of `PILLOW_FORMATS` that this installation reads.
    """
    formats = _load_decoders()
    _silence_remarks()
    _raise_pillow_limit(max_megapixels)
    return formats


@cache
def _load_decoders() -> tuple[str, ...]:
    # Imported here, so that the walk over a folder needs suffixes and no decoders. Two threads
    # that come at once both run this, which does no harm: neither goes on before it is done.
    import pi_heif
    from PIL import (
        AvifImagePlugin,  # noqa: F401 - importing a plugin registers it
        BmpImagePlugin,  # noqa: F401
        GifImagePlugin,  # noqa: F401
        IcoImagePlugin,  # noqa: F401
        Image,
        Jpeg2KImagePlugin,  # noqa: F401
        JpegImagePlugin,  # noqa: F401
        PngImagePlugin,  # noqa: F401
        PpmImagePlugin,  # noqa: F401
        PsdImagePlugin,  # noqa: F401
        QoiImagePlugin,  # noqa: F401
        TgaImagePlugin,  # noqa: F401
        TiffImagePlugin,  # noqa: F401
        WebPImagePlugin,  # noqa: F401
    )

    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    _load_jpeg_xl()
    # Without a handler of its own Python would print Pillow's log to stderr.
    logging.getLogger("PIL").addHandler(logging.NullHandler())
    return tuple(name for name in PILLOW_FORMATS if name in Image.OPEN)


def _load_jpeg_xl() -> None:
    try:
        from pillow_jxl import JpegXLImagePlugin
    except ImportError:  # optional; `decode_photo` says what to install
        return
    # Photos are decoded side by side already, and somebody may have asked for one thread.
    JpegXLImagePlugin.DECODE_THREADS = 0


def _silence_remarks() -> None:
    # Pillow warns about odd files, which a person can do nothing about. `catch_warnings` would
    # swap the filters of all threads at once, so the decoders' warnings are ignored for good.
    # Looked at each time, because others (test runners) put their own filters on top.
    if warnings.filters[:1] != [_SILENCE]:
        warnings.filterwarnings("ignore", module=_DECODER_MODULES)


def _raise_pillow_limit(max_megapixels: int) -> None:
    # Pillow's own bound is one number for all threads, so it is only ever raised: it still stops
    # decoders that take memory while they open a file. The exact bound is kept by `decode_photo`.
    from PIL import Image

    pixels = max_megapixels * 1_000_000
    with _limit_changes:
        if Image.MAX_IMAGE_PIXELS is not None and pixels > Image.MAX_IMAGE_PIXELS:
            Image.MAX_IMAGE_PIXELS = pixels
