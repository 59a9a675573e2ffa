"""Thousands of small photos, painted in seconds, for the scripts beside this one."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

_PER_FOLDER = 1_000


def paint_photos(folder: Path, count: int, size_px: tuple[int, int] = (160, 120)) -> Path:
    """Fill `folder` with `count` JPEGs of soft blobs, each another; those there are kept."""
    with ThreadPoolExecutor() as pool:
        list(pool.map(partial(_paint, folder, size_px), range(count)))
    return folder


def _paint(folder: Path, size_px: tuple[int, int], number: int) -> None:
    file = folder / f"{number // _PER_FOLDER:03}" / f"{number:06}.jpg"
    if file.exists():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    blobs = np.random.default_rng(number).integers(0, 255, (9, 12, 3), np.uint8)
    Image.fromarray(blobs).resize(size_px, Image.Resampling.BICUBIC).save(file, quality=85)
