"""The picture formats the program means to read, and Pillow made ready for them."""

import logging
import os
import re
import threading
import warnings
from functools import cache
from pathlib import Path

PHOTO_SUFFIXES: frozenset[str] = frozenset(
    {
        *(".jpg", ".jpeg", ".jpe", ".jfif", ".pjpeg", ".pjp", ".mpo"),
        *(".png", ".apng", ".webp", ".gif", ".bmp", ".dib", ".tif", ".tiff"),
        *(".avif", ".avifs", ".heic", ".heics", ".heif", ".heifs", ".hif"),
    }
)

# Passed to every Image.open: Pillow knows 40 more, one of which starts Ghostscript.
PILLOW_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF", "HEIF")

_DECODER_MODULES = r"(PIL|pi_heif)\."
_SILENCE = ("ignore", None, Warning, re.compile(_DECODER_MODULES), 0)

_limit_changes = threading.Lock()


def is_photo(path: Path | str) -> bool:
    """Whether the name says so; nothing is opened."""
    return os.path.splitext(path)[1].lower() in PHOTO_SUFFIXES  # noqa: PTH122 - asked per file


def prepare_pillow(max_megapixels: int) -> None:
    """Make `Image.open` ready for `PILLOW_FORMATS`; any thread may call it, any number of times."""
    _load_decoders()
    _silence_remarks()
    _raise_pillow_limit(max_megapixels)


@cache
def _load_decoders() -> None:
    # Imported here, so that the walk over a folder needs suffixes and no decoders. Two threads
    # that come at once both run this, which does no harm: neither goes on before it is done.
    import pi_heif
    from PIL import (
        AvifImagePlugin,  # noqa: F401 - importing a plugin registers it
        BmpImagePlugin,  # noqa: F401
        GifImagePlugin,  # noqa: F401
        JpegImagePlugin,  # noqa: F401
        PngImagePlugin,  # noqa: F401
        TiffImagePlugin,  # noqa: F401
        WebPImagePlugin,  # noqa: F401
    )

    pi_heif.register_heif_opener(thumbnails=False, depth_images=False, aux_images=False)
    # Without a handler of its own Python would print Pillow's log to stderr.
    logging.getLogger("PIL").addHandler(logging.NullHandler())


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
