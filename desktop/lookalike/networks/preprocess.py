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


def shown_part(spec: InputSpec, width: int, height: int) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of what `prepare` shows of an upright picture of that size.

    In the picture's pixels. With the rule `contain` it reaches into the borders, beyond the
    picture.
    """
    if spec.resize.rule == "squash":
        return 0, 0, width, height
    if spec.resize.rule == "cover":
        return _middle((width, height))
    inner, corner = _place_of_all((width, height), spec.size_px)
    across, down = width / inner[0], height / inner[1]
    left, top = -corner[0] * across, -corner[1] * down
    return left, top, left + spec.size_px * across, top + spec.size_px * down


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
        return _resized(picture, (side_px, side_px), resize, _middle(picture.size))
    return _contained(picture, side_px, resize)


def _resized(
    picture: Image.Image,
    size: tuple[int, int],
    resize: ResizeSpec,
    box: tuple[float, float, float, float] | None = None,
) -> Image.Image:
    # The gap lets Pillow halve large pictures before it filters: the same to the eye, faster.
    return picture.resize(size, _FILTERS[resize.filter], box=box, reducing_gap=3.0)


def _middle(size: tuple[int, int]) -> tuple[float, float, float, float]:
    """The largest square in the middle."""
    shorter = min(size)
    left, top = ((side - shorter) / 2 for side in size)
    return left, top, left + shorter, top + shorter


def _contained(picture: Image.Image, side_px: int, resize: ResizeSpec) -> Image.Image:
    """All of the picture, in proportion, with grey borders."""
    inner, corner = _place_of_all(picture.size, side_px)
    square = Image.new("RGB", (side_px, side_px), _BORDER)
    square.paste(_resized(picture, inner, resize), corner)
    return square


def _place_of_all(size: tuple[int, int], side_px: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """Width and height of a picture that fits into the square, and where its corner lies."""
    width, height = (max(1, round(side * side_px / max(size))) for side in size)
    return (width, height), ((side_px - width) // 2, (side_px - height) // 2)
