"""One photo to be shown large: what is known of it at once, and what a worker brings."""

import math
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPixmap

from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.visuals.array_image import array_image, fitted
from lookalike.photos import Photo, PhotoId


@dataclass(frozen=True, slots=True)
class LargePhoto:
    """What a worker brings: pixels, or the sentence that says why there are none."""

    photo: Photo
    pixels: NDArray[np.uint8] | None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class PhotoGlance:
    """What is known of a photo the moment it is opened."""

    photo_id: PhotoId
    photo: Photo | None = None
    preview: QPixmap | None = None
    likeness: Likeness | None = None


# Photo and longest side in pixels of the screen, to be called off the GUI thread.
Load = Callable[[PhotoId, int], LargePhoto]


@dataclass(frozen=True, slots=True)
class DrawnPhoto:
    """A photo and its picture in several sizes, largest first, each half of the one before."""

    large: LargePhoto
    levels: tuple[QImage, ...] = ()


def draw_for_screen(load: Load, photo_id: PhotoId, longest_side_px: int) -> DrawnPhoto:
    """As large as the screen and no larger. Any thread may call it."""
    large = load(photo_id, longest_side_px)
    if large.pixels is None:
        return DrawnPhoto(large)
    box = QSize(longest_side_px, longest_side_px)
    return DrawnPhoto(_without_pixels(large), (_ready(fitted(array_image(large.pixels), box)),))


def draw_in_full(
    load: Load, photo_id: PhotoId, longest_side_px: int, smallest_px: int
) -> DrawnPhoto:
    """As large as `longest_side_px` or up to twice that. Any thread may call it.

    Args:
        smallest_px: no level is needed whose longer side is less.
    """
    large = load(photo_id, longest_side_px)
    if large.pixels is None:
        return DrawnPhoto(large)
    levels = [_ready(array_image(large.pixels))]
    while max(levels[-1].width(), levels[-1].height()) // 2 > smallest_px:
        levels.append(_halved(levels[-1]))
    return DrawnPhoto(_without_pixels(large), tuple(levels))


def reduction(size: QSize, most_megapixels: float) -> int:
    """How many times smaller a photo of `size` has to be, to have no more pixels than that."""
    megapixels = size.width() * size.height() / 1e6
    return max(1, math.ceil(math.sqrt(megapixels / most_megapixels)))


def upright_size(photo: Photo | None) -> QSize:
    """Empty where it is not known."""
    return QSize(photo.facts.width, photo.facts.height) if photo and photo.facts else QSize()


def _ready(image: QImage) -> QImage:
    """As the screen wants it, so that the GUI thread has nothing left to convert."""
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _halved(image: QImage) -> QImage:
    return image.scaled(
        max(1, image.width() // 2),
        max(1, image.height() // 2),
        Qt.AspectRatioMode.IgnoreAspectRatio,
        Qt.TransformationMode.SmoothTransformation,
    )


def _without_pixels(large: LargePhoto) -> LargePhoto:
    """They are in the picture now, and need not be held twice."""
    return LargePhoto(large.photo, None, large.trouble)
