"""What an opened picture tells about itself: size, orientation, when and with what it was taken."""

import re
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime

from PIL import Image
from PIL.ExifTags import IFD, Base

from lookalike.photos import PhotoFacts

# A photo with further views in the same file is a JPEG to the person who looks at it.
_FORMAT_NAMES = {
    "MPO": "JPEG",
    "HEIF": "HEIC",
    "DIB": "BMP",
    "JXL": "JPEG XL",
    "JPEG2000": "JPEG 2000",
}

# The moment of exposure, else of digitizing, else of the last change.
_TIMES = (Base.DateTimeOriginal, Base.DateTimeDigitized, Base.DateTime)
# Of a maker: "NIKON CORPORATION" and "Minolta Co., Ltd." say more than anybody does.
_COMPANY = re.compile(
    r"[\s,]+(corporation|corp|company|co|ltd|limited|inc|gmbh|ag|camera|imaging|optical|electronics?)"
    r"\b\.?",
    re.IGNORECASE,
)
_MOST_OF_A_NAME = 64

_TIME = re.compile(r"\s*(\d{4})\D(\d\d)\D(\d\d)\D(\d\d)\D(\d\d)\D(\d\d)")


def read_facts(image: Image.Image) -> PhotoFacts:
    """The facts of a picture that is open and not yet changed.

    A TIFF has to be asked before its pixels are loaded and a PNG after; nothing in the metadata,
    however broken, raises.
    """
    tags = _exif(image)
    orientation = _orientation(image, tags)
    width, height = image.size
    if turns_sideways(orientation) and not is_turned_by_decoder(image):
        width, height = height, width
    format_name = _FORMAT_NAMES.get(image.format or "", image.format or "")
    return PhotoFacts(width, height, orientation, format_name, _taken_at(tags), camera_of(tags))


def camera_of(tags: Mapping[int, object]) -> str:
    """Maker and model as a person says them; empty where the tags tell none."""
    maker, model = (_plain(tags.get(tag)) for tag in (Base.Make, Base.Model))
    maker = _COMPANY.sub("", maker)
    # Most models begin with their maker, some with a part of its name.
    first_word = model.partition(" ")[0].casefold()
    is_told_twice = first_word in maker.casefold().split()
    camera = model if is_told_twice else f"{maker} {model}".strip()
    return camera[:_MOST_OF_A_NAME]


def is_turned_by_decoder(image: Image.Image) -> bool:
    """Whether the pixels come upright from the decoder, so that nobody turns them twice."""
    if image.format == "JXL":  # but not where it holds a JPEG, which comes as it was
        return not getattr(image, "jpeg", False)
    return image.format in ("HEIF", "TIFF")


def turns_sideways(orientation: int) -> bool:
    """Whether width and height change places."""
    return orientation >= 5


_TAGS_OF_THE_FILE = (Base.Orientation, Base.DateTime, Base.Make, Base.Model)


def _exif(image: Image.Image) -> Mapping[int, object]:
    # The metadata of a photo is worth less than the photo: Pillow raises nearly everything
    # from SyntaxError to struct.error here, and each of them means "no metadata".
    tags: dict[int, object] = {}
    with suppress(Exception):
        exif = image.getexif()
        tags |= {tag: exif.get(tag) for tag in _TAGS_OF_THE_FILE}
        tags |= exif.get_ifd(IFD.Exif)
    return tags


def _orientation(image: Image.Image, tags: Mapping[int, object]) -> int:
    # pi-heif sets the tag to 1 once the pixels are upright, and keeps what the file said.
    told = image.info.get("original_orientation") or tags.get(Base.Orientation)
    return told if isinstance(told, int) and 1 <= told <= 8 else 1


def _plain(told: object) -> str:
    """Text without zeros, control characters and double spaces."""
    kept = told if isinstance(told, str) else ""
    return " ".join("".join(c if c.isprintable() else " " for c in kept[:256]).split())


def _taken_at(tags: Mapping[int, object]) -> datetime | None:
    times = (_moment(tags.get(tag)) for tag in _TIMES)
    return next((moment for moment in times if moment), None)


def _moment(told: object) -> datetime | None:
    found = _TIME.match(told) if isinstance(told, str) else None
    try:
        return datetime(*map(int, found.groups())) if found else None  # type: ignore[arg-type]
    except ValueError:  # cameras without a set clock write month 0
        return None
