"""Turns the pixels of a photo into what a network wants to be fed."""

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from lookalike.networks.manifest import InputSpec, Numbers3, ResizeSpec

Picture = Image.Image | NDArray[np.uint8]
Prepared = NDArray[np.float32]

_FILTERS = {
    "bilinear": Image.Resampling.BILINEAR,
    "bicubic": Image.Resampling.BICUBIC,
    "lanczos": Image.Resampling.LANCZOS,
}
_BORDER = (127, 127, 127)


def prepare(picture: Picture, spec: InputSpec) -> Prepared:
    """One upright picture as the network's (3, size, size).

    Args:
        picture: Pillow's mode RGB, or an array of bytes (height, width, 3).

    Raises:
        ValueError: it is another kind of picture.
    """
    return _planes(_squared(_rgb(picture), spec.size_px, spec.resize), spec)


def prepare_whole(picture: Picture, spec: InputSpec, width_px: int, height_px: int) -> Prepared:
    """All of an upright picture as (3, height_px, width_px), whatever the network's rule is.

    Raises:
        ValueError: it is another kind of picture.
    """
    return _planes(_resized(_rgb(picture), (width_px, height_px), spec.resize), spec)


def _planes(picture: Image.Image, spec: InputSpec) -> Prepared:
    pixels = np.asarray(picture)
    ordered = pixels if spec.channels == "RGB" else pixels[:, :, ::-1]
    planes = np.ascontiguousarray(ordered.transpose(2, 0, 1)).astype(np.float32)
    planes -= _per_plane(spec.mean)
    planes *= _per_plane(spec.scale)
    return planes


def _rgb(picture: Picture) -> Image.Image:
    if isinstance(picture, Image.Image):
        if picture.mode != "RGB":
            raise ValueError(f"not an RGB picture: {picture.mode}")
        return picture
    if picture.dtype != np.uint8 or picture.ndim != 3 or picture.shape[2] != 3:
        raise ValueError(f"not an RGB picture of bytes: {picture.dtype} {picture.shape}")
    return Image.fromarray(picture)


def _per_plane(facts: Numbers3) -> Prepared:
    return np.array(facts, np.float32).reshape(3, 1, 1)


def _squared(picture: Image.Image, side_px: int, resize: ResizeSpec) -> Image.Image:
    if resize.rule == "squash":
        return _resized(picture, (side_px, side_px), resize)
    if resize.rule == "cover":
        return _resized(picture, (side_px, side_px), resize, _middle(picture))
    return _contained(picture, side_px, resize)


def _resized(
    picture: Image.Image,
    size: tuple[int, int],
    resize: ResizeSpec,
    box: tuple[float, float, float, float] | None = None,
) -> Image.Image:
    # The gap lets Pillow halve large pictures before it filters: the same to the eye, faster.
    return picture.resize(size, _FILTERS[resize.filter], box=box, reducing_gap=3.0)


def _middle(picture: Image.Image) -> tuple[float, float, float, float]:
    """The largest square in the middle."""
    shorter = min(picture.size)
    left, top = (picture.width - shorter) / 2, (picture.height - shorter) / 2
    return left, top, left + shorter, top + shorter


def _contained(picture: Image.Image, side_px: int, resize: ResizeSpec) -> Image.Image:
    """All of the picture, in proportion, with grey borders."""
    longer = max(picture.size)
    width, height = (max(1, round(side * side_px / longer)) for side in picture.size)
    square = Image.new("RGB", (side_px, side_px), _BORDER)
    corner = ((side_px - width) // 2, (side_px - height) // 2)
    square.paste(_resized(picture, (width, height), resize), corner)
    return square
