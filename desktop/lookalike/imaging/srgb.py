"""Turns pixels of any mode and colour profile into 8-bit sRGB."""

import io
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageChops, ImageCms

# What shows through transparent pictures. Middle grey: neither black nor white drawings vanish
# in it, and it is the zero of a network's input, so that it adds as little as possible.
BACKGROUND = (128, 128, 128)

# Profiles differ from sRGB by rounding when they are sRGB under another name.
_SAME_WITHIN = 2

_BITS_PER_SAMPLE = 258  # the tag of a TIFF

_MODE_OF_SPACE = {"RGB": "RGB", "GRAY": "L", "CMYK": "CMYK"}


def to_eight_bits(image: Image.Image) -> Image.Image:
    """L, LA, RGB, RGBA, CMYK or LAB: the modes whose pixels may be averaged."""
    converted = _convert(image)
    if converted.mode in _OPAQUE and converted.getchannel("A").getextrema() == (0, 0):
        # Written by programs that mean "no alpha": nobody keeps a picture that shows nothing.
        return converted.convert(_OPAQUE[converted.mode])
    return converted


_OPAQUE = {"LA": "L", "RGBA": "RGB"}


def _convert(image: Image.Image) -> Image.Image:
    if image.mode.startswith("I;16"):
        return _from_sixteen_bits(image)
    if image.mode in ("I", "F"):
        return _from_numbers(image)
    if image.mode == "1":
        return image.convert("L")
    if image.mode == "L" and "transparency" in image.info:
        return image.convert("LA")
    if image.mode in ("P", "RGB") and "transparency" in image.info:
        return image.convert("RGBA")
    if image.mode in _CONVERTED:
        return image.convert(_CONVERTED[image.mode])
    return image


_CONVERTED = {
    "P": "RGB",
    "PA": "RGBA",
    "La": "LA",
    "RGBa": "RGBA",
    "RGBX": "RGB",
    "YCbCr": "RGB",
    "HSV": "RGB",
}


def to_srgb(image: Image.Image) -> Image.Image:
    """RGB in sRGB from what `to_eight_bits` returns; transparency shows `BACKGROUND`."""
    if image.mode not in _OPAQUE:
        return _colours(image)
    alpha = image.getchannel("A")
    opaque = _colours(image.convert(_OPAQUE[image.mode]))
    return Image.composite(opaque, Image.new("RGB", image.size, BACKGROUND), alpha)


def _from_sixteen_bits(image: Image.Image) -> Image.Image:
    values = np.asarray(image)
    grey = Image.fromarray((values >> max(_bits(image) - 8, 0)).astype(np.uint8))
    grey.info = image.info
    transparent = image.info.pop("transparency", None)
    if transparent is not None:
        grey.putalpha(Image.fromarray(np.where(values == transparent, 0, 255).astype(np.uint8)))
    return grey


def _bits(image: Image.Image) -> int:
    """16, but for a TIFF that says less: its 12-bit values arrive as they are."""
    bits = getattr(image, "tag_v2", {}).get(_BITS_PER_SAMPLE, (16,))[0]
    return bits if 8 <= bits <= 16 else 16


def _from_numbers(image: Image.Image) -> Image.Image:
    values = np.asarray(image, np.float32)
    is_float = image.mode == "F"
    if image.format == "PPM" and not is_float:
        lowest, highest = 0.0, 65535.0  # Pillow scales all that is deeper than 8 bits to this
    else:
        lowest, highest = _range(values, is_float=is_float)
    with np.errstate(all="ignore"):  # infinities and the like are of no interest here
        scaled = np.clip((values - lowest) * (255 / (highest - lowest)) + 0.5, 0, 255)
    grey = Image.fromarray(np.nan_to_num(scaled).astype(np.uint8))
    grey.info = image.info
    return grey


def _range(values: NDArray[np.float32], *, is_float: bool) -> tuple[float, float]:
    """What is black and what is white, where 32 bits leave it open."""
    finite = values[np.isfinite(values)]
    if not finite.size:
        return 0.0, 1.0
    lowest, highest = float(finite.min()), float(finite.max())
    for white in (1.0, 255.0, 65535.0) if is_float else (255.0, 32767.0, 65535.0):
        if lowest >= 0 and highest <= white:
            return 0.0, white
    return lowest, max(highest, lowest + 1)


def _colours(image: Image.Image) -> Image.Image:
    """RGB from L, RGB, CMYK or LAB, by the embedded profile where there is a usable one."""
    profile = image.info.get("icc_profile")
    if isinstance(profile, bytes) and profile and image.mode != "LAB":
        return _through_profile(image, profile)
    return _as_rgb(image)


def _as_rgb(image: Image.Image) -> Image.Image:
    return image if image.mode == "RGB" else image.convert("RGB")


def _through_profile(image: Image.Image, profile: bytes) -> Image.Image:
    mode, transform = _transform(profile)
    if image.mode == "L" and mode == "RGB":  # grey pictures are saved with a camera's profile too
        image = image.convert("RGB")
    if transform is None or image.mode != mode:
        return _as_rgb(image)
    return transform.apply(image)


@lru_cache(maxsize=32)
def _transform(profile: bytes) -> tuple[str, ImageCms.ImageCmsTransform | None]:
    """The mode that a profile is for, and the way from there to sRGB: None if it changes nothing.

    Kept because a collection has few profiles, and a transform takes milliseconds to build. One
    transform may be applied from many threads.
    """
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        mode = _MODE_OF_SPACE.get(source.profile.xcolor_space.strip(), "")
        target = ImageCms.createProfile("sRGB")
        transform = ImageCms.buildTransform(source, target, mode, "RGB")
        return mode, None if mode == "RGB" and _changes_nothing(transform) else transform
    except Exception:  # a broken profile raises many things, all of which mean "no profile"
        return "", None


def _changes_nothing(transform: ImageCms.ImageCmsTransform) -> bool:
    steps = np.linspace(0, 255, 18).astype(np.uint8)
    colours = np.stack(np.meshgrid(steps, steps, steps), axis=-1).reshape(18, -1, 3)
    before = Image.fromarray(colours)
    difference = ImageChops.difference(before, transform.apply(before))
    return int(np.asarray(difference).max()) <= _SAME_WITHIN
