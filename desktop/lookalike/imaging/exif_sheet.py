"""What a photo's metadata says of camera, exposure, place and author: EXIF, XMP and IPTC."""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from xml.etree import ElementTree

from lookalike.imaging.decode import MAX_MEGAPIXELS, open_stored
from lookalike.imaging.tiff_tags import Tags, TiffTags, Value

_LONGEST_LINE = 200
_LONGEST_TEXT = 2000
_MOST_KEYWORDS = 50
_LARGEST_XMP = 1 << 20


@dataclass(frozen=True, slots=True)
class ExifSheet:
    """Texts are short, on one line and free of control characters; None and "" are not told.

    Args:
        exposure_bias_ev: in stops.
        taken, digitized: `2024-05-06 07:08:09`.
        zone: `+02:00`.
        latitude, longitude: in degrees, north and east above 0.
        rating: in stars, 0 to 5; -1 for a photo that was rejected.
    """

    maker: str = ""
    model: str = ""
    lens: str = ""
    software: str = ""
    exposure_s: float | None = None
    f_number: float | None = None
    iso: int | None = None
    focal_length_mm: float | None = None
    focal_length_35mm: float | None = None
    has_flashed: bool | None = None
    exposure_bias_ev: float | None = None
    taken: str = ""
    digitized: str = ""
    zone: str = ""
    latitude: float | None = None
    longitude: float | None = None
    altitude_m: float | None = None
    title: str = ""
    description: str = ""
    author: str = ""
    copyright: str = ""
    keywords: tuple[str, ...] = ()
    rating: int | None = None


def read_exif_sheet(data: bytes, max_megapixels: int = MAX_MEGAPIXELS) -> ExifSheet:
    """All that the file tells; whatever is wrong with it, nothing raises."""
    blocks = _Blocks()
    # Decoders meet bytes that nobody foresaw; a sheet that stays empty is answer enough.
    with suppress(Exception):
        blocks = _blocks(data, max_megapixels)
    return _sheet(blocks)


@dataclass(frozen=True, slots=True)
class _Blocks:
    """The three kinds of metadata, as they stand in the file."""

    exif: bytes = b""
    xmp: bytes = b""
    iptc: bytes = b""


def _blocks(data: bytes, max_megapixels: int) -> _Blocks:
    if data.startswith((b"II*\0", b"MM\0*")):  # TIFF, and most camera RAW
        tags = TiffTags(data).first((_XMP, _IPTC))
        return _Blocks(data, _raw(tags.get(_XMP)), _raw(tags.get(_IPTC)))
    told = open_stored(data, max_megapixels).info
    photoshop = told.get("photoshop")
    return _Blocks(
        _raw(told.get("exif")).removeprefix(b"Exif\0\0"),
        _raw(told.get("xmp") or told.get("XML:com.adobe.xmp")),
        _raw(photoshop.get(_IPTC_RESOURCE)) if isinstance(photoshop, dict) else b"",
    )


def _raw(value: object) -> bytes:
    if isinstance(value, str):
        return value.encode("utf-8", "replace")
    return value if isinstance(value, bytes) else b""


_XMP, _IPTC, _IPTC_RESOURCE = 700, 33723, 0x0404

# By tag, in the picture's own directory…
_DESCRIPTION, _MAKER, _MODEL, _SOFTWARE = 0x010E, 0x010F, 0x0110, 0x0131
_AUTHOR, _COPYRIGHT, _CHANGED, _RATING = 0x013B, 0x8298, 0x0132, 0x4746
_EXIF, _GPS = 0x8769, 0x8825
# … written by one system, in UTF-16
_XP_TITLE, _XP_COMMENT, _XP_AUTHOR, _XP_KEYWORDS = 0x9C9B, 0x9C9C, 0x9C9D, 0x9C9E
# … in that of the exposure
_EXPOSURE, _F_NUMBER, _ISO, _FLASH, _BIAS = 0x829A, 0x829D, 0x8827, 0x9209, 0x9204
_FOCAL, _FOCAL_35MM, _LENS_MAKER, _LENS = 0x920A, 0xA405, 0xA433, 0xA434
_TAKEN, _DIGITIZED, _COMMENT = 0x9003, 0x9004, 0x9286
_ZONE_CHANGED, _ZONE_TAKEN, _ZONE_DIGITIZED = 0x9010, 0x9011, 0x9012
# … and in that of the place.
_SOUTH, _LATITUDE, _WEST, _LONGITUDE, _BELOW, _ALTITUDE = 1, 2, 3, 4, 5, 6

_PICTURE_TAGS = frozenset(
    {_DESCRIPTION, _MAKER, _MODEL, _SOFTWARE, _AUTHOR, _COPYRIGHT, _CHANGED, _RATING, _EXIF, _GPS}
    | {_XP_TITLE, _XP_COMMENT, _XP_AUTHOR, _XP_KEYWORDS}
)
_EXPOSURE_TAGS = frozenset(
    {_EXPOSURE, _F_NUMBER, _ISO, _FLASH, _BIAS, _FOCAL, _FOCAL_35MM, _LENS_MAKER, _LENS, _TAKEN}
    | {_DIGITIZED, _COMMENT, _ZONE_CHANGED, _ZONE_TAKEN, _ZONE_DIGITIZED}
)
_PLACE_TAGS = frozenset({_SOUTH, _LATITUDE, _WEST, _LONGITUDE, _BELOW, _ALTITUDE})


def _sheet(blocks: _Blocks) -> ExifSheet:
    """Where several tell the same, XMP is believed first: programs that edit write it."""
    tiff = TiffTags(blocks.exif)
    picture = tiff.first(_PICTURE_TAGS)
    exposure = tiff.at(_number(picture, _EXIF), _EXPOSURE_TAGS)
    place = tiff.at(_number(picture, _GPS), _PLACE_TAGS)
    latitude, longitude = _position(place)
    xmp, iptc = _xmp(blocks.xmp), iptc_texts(blocks.iptc)
    return ExifSheet(
        maker=_line(picture, _MAKER),
        model=_line(picture, _MODEL),
        lens=_lens(exposure),
        software=_line(picture, _SOFTWARE),
        exposure_s=_positive(exposure, _EXPOSURE, most=1e6),
        f_number=_positive(exposure, _F_NUMBER, most=1000),
        iso=_whole(_positive(exposure, _ISO, most=1e8)),
        focal_length_mm=_positive(exposure, _FOCAL, most=1e5),
        focal_length_35mm=_positive(exposure, _FOCAL_35MM, most=1e5),
        has_flashed=_has_flashed(exposure),
        exposure_bias_ev=_within(_number(exposure, _BIAS), 100),
        taken=_moment(_line(exposure, _TAKEN)),
        digitized=_moment(_line(exposure, _DIGITIZED)),
        zone=_zone(exposure),
        latitude=latitude,
        longitude=longitude,
        altitude_m=None if latitude is None else _altitude(place),
        title=_first(xmp["title"], iptc["title"], [wide_text(picture, _XP_TITLE)]),
        description=_first(
            xmp["description"],
            iptc["description"],
            [_text(picture, _DESCRIPTION), _comment(exposure), wide_text(picture, _XP_COMMENT)],
        ),
        author=_first(xmp["author"], iptc["author"], _authors(picture)),
        copyright=_first(xmp["copyright"], iptc["copyright"], [_line(picture, _COPYRIGHT)]),
        keywords=_keywords(xmp["keywords"], iptc["keywords"], wide_text(picture, _XP_KEYWORDS)),
        rating=_rating(xmp["rating"], _number(picture, _RATING)),
    )


# --- EXIF ---------------------------------------------------------------------------------------


def _number(tags: Tags, tag: int) -> float | None:
    told = tags.get(tag)
    number = told[0] if isinstance(told, tuple) and told else None
    return number if number is not None and math.isfinite(number) else None


def _positive(tags: Tags, tag: int, *, most: float) -> float | None:
    number = _number(tags, tag)
    return number if number is not None and 0 < number <= most else None


def _within(number: float | None, most: float) -> float | None:
    return number if number is not None and abs(number) <= most else None


def _whole(number: float | None) -> int | None:
    return None if number is None else round(number)


def _has_flashed(tags: Tags) -> bool | None:
    told = _number(tags, _FLASH)
    return None if told is None else bool(int(told) & 1)


def _lens(tags: Tags) -> str:
    maker, lens = _line(tags, _LENS_MAKER), _line(tags, _LENS)
    return lens if lens.lower().startswith(maker.lower()) else f"{maker} {lens}".strip()


_MOMENT = re.compile(r"(\d{4})\D(\d\d)\D(\d\d)\D(\d\d)\D(\d\d)(\D\d\d)?")
_ZONE = re.compile(r"[+-]\d\d:\d\d|Z")


def _moment(told: str) -> str:
    """A clock that was never set writes zeros: that is no moment."""
    found = _MOMENT.match(told)
    if not found or found[1] == "0000":
        return ""
    year, month, day, hour, minute, second = found.groups(default="")
    return f"{year}-{month}-{day} {hour}:{minute}" + (f":{second[1:]}" if second else "")


def _zone(tags: Tags) -> str:
    told = (_line(tags, tag) for tag in (_ZONE_TAKEN, _ZONE_DIGITIZED, _ZONE_CHANGED))
    return next((zone for zone in told if _ZONE.fullmatch(zone)), "")


def _position(tags: Tags) -> tuple[float, float] | tuple[None, None]:
    """Both or neither. Phones without a fix write 0, 0: nobody takes photos there."""
    latitude = _degrees(tags, _LATITUDE, _SOUTH, b"S", 90)
    longitude = _degrees(tags, _LONGITUDE, _WEST, b"W", 180)
    if latitude is None or longitude is None or latitude == longitude == 0:
        return None, None
    return latitude, longitude


def _degrees(tags: Tags, tag: int, side: int, negative: bytes, most: float) -> float | None:
    told = tags.get(tag)
    if not isinstance(told, tuple) or not all(math.isfinite(part) for part in told[:1]):
        return None
    # Minutes and seconds may be left out, or be 0/0.
    parts = [part if math.isfinite(part) else 0.0 for part in told[:3]]
    degrees = sum(part / 60.0**power for power, part in enumerate(parts))
    if not 0 <= degrees <= most:
        return None
    return -degrees if _raw(tags.get(side)).upper().startswith(negative) else degrees


def _altitude(tags: Tags) -> float | None:
    metres = _within(_number(tags, _ALTITUDE), 1e5)
    below = tags.get(_BELOW) in ((1,), b"\1")
    return -metres if metres is not None and below else metres


def _line(tags: Tags, tag: int) -> str:
    return clean(_decoded(tags.get(tag)), _LONGEST_LINE)


def _text(tags: Tags, tag: int) -> str:
    return clean(_decoded(tags.get(tag)), _LONGEST_TEXT)


def wide_text(tags: Tags, tag: int) -> str:
    """What one system writes, in UTF-16."""
    told = tags.get(tag)
    data = bytes(int(part) & 255 for part in told) if isinstance(told, tuple) else told or b""
    return clean(data[: 2 * _LONGEST_TEXT].decode("utf-16-le", "ignore"), _LONGEST_TEXT)


def _comment(tags: Tags) -> str:
    """Its first eight bytes name the writing."""
    told = _raw(tags.get(_COMMENT))
    writing, text = told[:8], told[8 : 8 + 4 * _LONGEST_TEXT]
    if writing.startswith(b"UNICODE"):
        order = "utf-16-be" if text[:1] == b"\0" else "utf-16-le"
        return clean(text.decode(order, "ignore"), _LONGEST_TEXT)
    return clean(_decoded(text), _LONGEST_TEXT) if writing.startswith(b"ASCII") else ""


def _authors(tags: Tags) -> list[str]:
    return [_line(tags, _AUTHOR), wide_text(tags, _XP_AUTHOR)]


def _decoded(value: Value | None) -> str:
    """Up to the first zero; what is not UTF-8 was written by a camera of the last century."""
    told = _raw(value).split(b"\0", 1)[0][: 4 * _LONGEST_TEXT]
    try:
        return told.decode()
    except UnicodeDecodeError:
        return told.decode("latin-1")


def clean(text: str, longest: int = _LONGEST_TEXT) -> str:
    """One line without control characters, those that turn the writing around among them."""
    spaced = re.sub(r"\s+", " ", text[: 4 * longest])
    shown = "".join(letter for letter in spaced if unicodedata.category(letter)[0] != "C").strip()
    return shown if len(shown) <= longest else shown[: longest - 1] + "…"


# --- XMP ----------------------------------------------------------------------------------------

Told = dict[str, list[str]]
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_NAMES = {
    f"{_DC}title": "title",
    f"{_DC}description": "description",
    f"{_DC}creator": "author",
    f"{_DC}rights": "copyright",
    f"{_DC}subject": "keywords",
    "{http://ns.adobe.com/xap/1.0/}Rating": "rating",
}


def _nothing() -> Told:
    return {name: [] for name in _NAMES.values()}


def _xmp(packet: bytes) -> Told:
    told = _nothing()
    # Entities have no place in XMP; they are how a little file becomes a large one.
    if len(packet) > _LARGEST_XMP or b"<!" in packet:
        return told
    with suppress(ElementTree.ParseError, UnicodeError, ValueError, LookupError):
        for element in ElementTree.fromstring(packet.strip(b"\0 \r\n\t")).iter():
            for name, value in element.attrib.items():
                if name in _NAMES:
                    told[_NAMES[name]].append(clean(value))
            if element.tag in _NAMES:
                told[_NAMES[element.tag]] += _items(element)
    return told


def _items(element: ElementTree.Element) -> Iterator[str]:
    """A list, a choice of languages, or plain text."""
    items = element.findall(f"*/{_RDF}li")[:_MOST_KEYWORDS]
    yield from (clean(item.text or "") for item in items or [element])


# --- IPTC ---------------------------------------------------------------------------------------

_IPTC_NAMES = {5: "title", 25: "keywords", 80: "author", 116: "copyright", 120: "description"}
_MOST_RECORDS = 512
_UTF_8 = b"\x1b%G"


def iptc_texts(block: bytes) -> Told:
    """A row of records: 0x1C, set, number, length in two bytes, text."""
    told, place, is_utf_8 = _nothing(), 0, False
    for _ in range(_MOST_RECORDS):
        if block[place : place + 1] != b"\x1c":
            break
        length = int.from_bytes(block[place + 3 : place + 5], "big")
        value = block[place + 5 : place + 5 + length]
        record = tuple(block[place + 1 : place + 3])
        if record == (1, 90):
            is_utf_8 = value == _UTF_8
        elif record[:1] == (2,) and record[-1] in _IPTC_NAMES:
            text = value.decode("utf-8", "replace") if is_utf_8 else _decoded(value)
            told[_IPTC_NAMES[record[-1]]].append(clean(text))
        place += 5 + length
    return told


# --- what several of them tell ------------------------------------------------------------------


def _first(*told: Iterable[str]) -> str:
    return next((text for texts in told for text in texts if text), "")


def _keywords(xmp: Iterable[str], iptc: Iterable[str], wide: str) -> tuple[str, ...]:
    every = [*xmp, *iptc, *(part.strip() for part in wide.split(";"))]
    short = (clean(keyword, _LONGEST_LINE) for keyword in every)
    return tuple(dict.fromkeys(keyword for keyword in short if keyword))[:_MOST_KEYWORDS]


def _rating(xmp: Iterable[str], exif: float | None) -> int | None:
    told = exif
    with suppress(ValueError):
        told = float(_first(xmp))
    return round(told) if told is not None and -1 <= told <= 5 else None
