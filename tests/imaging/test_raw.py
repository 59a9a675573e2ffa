import io
import struct
import sys
from datetime import datetime
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from lookalike.errors import PhotoUnreadable
from lookalike.imaging.decode import decode_photo
from lookalike.imaging.raw import raw_format
from lookalike.photos import Region

WIDTH, HEIGHT = 640, 480

BYTE, ASCII, SHORT, LONG, SRATIONAL = 1, 2, 3, 4, 10
CODES = {BYTE: "B", ASCII: "B", SHORT: "H", LONG: "I"}
ENTRIES = dict[int, tuple[int, list[int]]]


# Files as cameras write them


def directory(entries: ENTRIES, place: int) -> bytes:
    """One directory of a TIFF that stands at `place`, its longer values right behind it."""
    behind = place + 6 + 12 * len(entries)
    table, longer = struct.pack("<H", len(entries)), b""
    for tag, (kind, values) in sorted(entries.items()):
        packed = (
            b"".join(struct.pack("<ii", value, 1) for value in values)
            if kind == SRATIONAL
            else struct.pack(f"<{len(values)}{CODES[kind]}", *values)
        )
        if len(packed) > 4:
            field = struct.pack("<I", behind + len(longer))
            longer += packed + b"\0" * (len(packed) % 2)
        else:
            field = packed.ljust(4, b"\0")
        table += struct.pack("<HHI", tag, kind, len(values)) + field
    return table + b"\0\0\0\0" + longer


def mosaic() -> bytes:
    """The sensor's pixels: bright, dark over grey, grey."""
    values = np.full((HEIGHT, WIDTH), 1000, "<u2")
    values[: HEIGHT // 2] = 0
    values[: HEIGHT // 2, : WIDTH // 2] = 3000
    return values.tobytes()


def dng(preview: bytes = b"", orientation: int = 1, **changed: tuple[int, list[int]]) -> bytes:
    """The least DNG that LibRaw takes: a stamp in front, the sensor's pixels in a folder of it."""
    pixels = mosaic()
    start = 8 + len(preview) + len(preview) % 2
    inner_place = start + len(pixels)
    inner = directory(
        {
            **{254: (LONG, [0]), 256: (LONG, [WIDTH]), 257: (LONG, [HEIGHT])},
            **{258: (SHORT, [16]), 259: (SHORT, [1]), 262: (SHORT, [32803])},
            **{273: (LONG, [start]), 277: (SHORT, [1]), 278: (LONG, [HEIGHT])},
            **{279: (LONG, [len(pixels)]), 33421: (SHORT, [2, 2]), 33422: (BYTE, [0, 1, 1, 2])},
            50717: (SHORT, [4095]),
        },
        inner_place,
    )
    outer_place = inner_place + len(inner)
    outer: ENTRIES = {
        **{254: (LONG, [1]), 271: (ASCII, list(b"Maker\0")), 272: (ASCII, list(b"Camera\0"))},
        **{274: (SHORT, [orientation]), 306: (ASCII, list(b"2021:02:03 04:05:06\0"))},
        **{330: (LONG, [inner_place]), 50706: (BYTE, [1, 4, 0, 0])},
        50721: (SRATIONAL, [1, 0, 0, 0, 1, 0, 0, 0, 1]),
    }
    if preview:
        with Image.open(io.BytesIO(preview)) as image:
            width, height = image.size
        outer |= {
            **{256: (LONG, [width]), 257: (LONG, [height]), 258: (SHORT, [8, 8, 8])},
            **{259: (SHORT, [7]), 262: (SHORT, [6]), 273: (LONG, [8]), 277: (SHORT, [3])},
            **{278: (LONG, [height]), 279: (LONG, [len(preview)])},
        }
    outer |= {int(tag.removeprefix("tag_")): value for tag, value in changed.items()}
    head = struct.pack("<2sHI", b"II", 42, outer_place)
    return (head + preview).ljust(start, b"\0") + pixels + inner + directory(outer, outer_place)


def maker_tiff(make: bytes, **tags: tuple[int, list[int]]) -> bytes:
    """The directory of a TIFF without any pixels."""
    entries: ENTRIES = {271: (ASCII, list(make + b"\0")), 256: (LONG, [64]), 257: (LONG, [64])}
    entries |= {int(tag.removeprefix("tag_")): value for tag, value in tags.items()}
    return struct.pack("<2sHI", b"II", 42, 8) + directory(entries, 8)


def jpeg(width: int, height: int) -> bytes:
    """Red, green over red, red."""
    image = Image.new("RGB", (width, height), (200, 30, 30))
    image.paste((30, 200, 30), (width // 2, 0, width, height // 2))
    file = io.BytesIO()
    image.save(file, "JPEG", quality=95)
    return file.getvalue()


PREVIEW = jpeg(480, 360)
STAMP = jpeg(160, 120)


# Told by content


@pytest.mark.parametrize(
    ("head", "name"),
    [
        (b"\0\0\0\x18ftypcrx \0\0\0\1", "CR3"),
        (b"II\x1a\0\0\0HEAPCCDR", "CRW"),
        (b"FUJIFILMCCD-RAW 0201", "RAF"),
        (b"IIRO\x08\0\0\0", "ORF"),
        (b"MMOR\0\0\0\x08", "ORF"),
        (b"IIU\0\x18\0\0\0", "RW2"),
        (b"FOVb\0\0\2\0", "X3F"),
        (b"\0MRM\0\1\2\3", "MRW"),
        (b"II*\0\x10\0\0\0CR\2\0", "RAW"),
    ],
)
def test_a_raw_file_is_told_by_its_mark(head, name):
    assert raw_format(head) == name


@pytest.mark.parametrize(
    ("make", "name"),
    [
        (b"NIKON CORPORATION", "NEF"),
        (b"Canon", "CR2"),
        (b"SONY", "ARW"),
        (b"PENTAX Corporation", "PEF"),
        (b"SAMSUNG", "SRW"),
        (b"Nobody", "RAW"),
    ],
)
def test_a_tiff_with_a_mosaic_is_the_raw_of_its_maker(make, name):
    assert raw_format(maker_tiff(make, tag_262=(SHORT, [32803]))) == name
    assert raw_format(maker_tiff(make)) == ""


def test_a_mosaic_is_found_in_the_folders_of_a_tiff():
    assert raw_format(dng()) == "DNG"
    assert raw_format(dng(tag_50706=(SHORT, [1]))) == "DNG"
    assert raw_format(dng().replace(struct.pack("<H", 50706), struct.pack("<H", 50705))) == "RAW"


@pytest.mark.parametrize("format_name", ["TIFF", "JPEG", "PNG", "BMP"])
def test_other_pictures_are_no_raw(encode, corners, format_name):
    exif = Image.Exif()
    exif[271] = "NIKON"
    assert raw_format(encode(corners, format_name, exif=exif.tobytes())) == ""


def test_directories_that_lead_in_circles_come_to_an_end():
    assert raw_format(maker_tiff(b"SONY", tag_330=(LONG, [8, 8, 8]))) == ""
    assert raw_format(b"II*\0\x08\0\0\0" + b"\0" * 20) == ""
    assert raw_format(b"MM\0*\xff\xff\xff\xff") == ""


@given(st.binary(max_size=200))
@settings(deadline=None)
def test_no_bytes_make_the_question_fail(data):
    for mark in (b"II*\0", b"MM\0*"):
        assert isinstance(raw_format(mark + data), str)


# Without the optional package


def test_without_rawpy_the_reason_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "rawpy", None)
    with pytest.raises(PhotoUnreadable, match=r"pip install rawpy") as caught:
        decode_photo(dng(PREVIEW), path=Path("a.dng"))
    assert not caught.value.is_lasting
    assert caught.value.path == Path("a.dng")


def test_without_rawpy_a_jpeg_with_the_name_of_a_raw_file_is_read(monkeypatch):
    monkeypatch.setitem(sys.modules, "rawpy", None)
    assert decode_photo(PREVIEW, path=Path("a.nef")).facts.format == "JPEG"


# With it


@pytest.fixture
def rawpy():
    return pytest.importorskip("rawpy", reason="rawpy reads camera RAW and is not installed")


# Where a stored top left corner is once the photo is upright: (down, across).
TOP_LEFT_GOES = {
    **{1: (0, 0), 2: (0, -1), 3: (-1, -1), 4: (-1, 0)},
    **{5: (0, 0), 6: (0, -1), 7: (-1, -1), 8: (-1, 0)},
}
TOP_RIGHT_GOES = {
    **{1: (0, -1), 2: (0, 0), 3: (-1, 0), 4: (-1, -1)},
    **{5: (-1, 0), 6: (-1, -1), 7: (0, -1), 8: (0, 0)},
}


def corner(pixels: np.ndarray, where: tuple[int, int]) -> np.ndarray:
    down, across = where
    return pixels[10 if down == 0 else -10, 10 if across == 0 else -10].astype(int)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_preview_comes_upright_with_the_facts_of_the_photo(rawpy, orientation):
    photo = decode_photo(dng(PREVIEW, orientation))
    upright = (HEIGHT, WIDTH) if orientation >= 5 else (WIDTH, HEIGHT)
    assert (photo.facts.width, photo.facts.height) == upright
    assert photo.facts.orientation == orientation
    assert photo.facts.format == "DNG"
    assert photo.facts.taken_at == datetime(2021, 2, 3, 4, 5, 6)
    assert photo.pixels.shape == ((480, 360, 3) if orientation >= 5 else (360, 480, 3))
    green = corner(photo.pixels, TOP_RIGHT_GOES[orientation])
    assert np.abs(green - (30, 200, 30)).max() < 16


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("preview", [b"", STAMP], ids=["none", "a stamp"])
def test_without_a_preview_worth_showing_the_photo_is_developed(rawpy, preview, orientation):
    photo = decode_photo(dng(preview, orientation))
    upright = (HEIGHT, WIDTH) if orientation >= 5 else (WIDTH, HEIGHT)
    assert (photo.facts.width, photo.facts.height) == upright
    assert photo.pixels.shape == (upright[1] // 2, upright[0] // 2, 3)
    assert corner(photo.pixels, TOP_LEFT_GOES[orientation]).min() > 240
    assert corner(photo.pixels, TOP_RIGHT_GOES[orientation]).max() < 20


def test_the_camera_is_told_where_the_preview_does_not(rawpy):
    assert decode_photo(dng(PREVIEW)).facts.camera == "Maker Camera"


def test_a_preview_that_is_upright_already_is_not_turned_again(rawpy):
    photo = decode_photo(dng(jpeg(360, 480), orientation=6))
    assert (photo.facts.width, photo.facts.height) == (HEIGHT, WIDTH)
    assert photo.pixels.shape == (480, 360, 3)
    assert np.abs(corner(photo.pixels, (0, -1)) - (30, 200, 30)).max() < 16


def test_a_damaged_preview_costs_no_photo(rawpy):
    photo = decode_photo(dng(PREVIEW).replace(PREVIEW[:64], b"\0" * 64))
    assert photo.pixels.shape == (HEIGHT // 2, WIDTH // 2, 3)


def refuse_to_develop(rawpy, monkeypatch, fault: Exception) -> None:
    class Undeveloped(rawpy.RawPy):
        def postprocess(self, *_, **__):
            raise fault

    def opened(file):
        raw = Undeveloped()
        raw.open_buffer(file)
        return raw

    monkeypatch.setattr(rawpy, "imread", opened)


def test_a_stamp_is_better_than_nothing(rawpy, monkeypatch):
    refuse_to_develop(rawpy, monkeypatch, rawpy.LibRawDataError())
    assert decode_photo(dng(STAMP)).pixels.shape == (120, 160, 3)
    with pytest.raises(PhotoUnreadable, match="damaged"):
        decode_photo(dng())


def test_a_stamp_does_not_pass_for_a_photo_that_memory_was_short_for(rawpy, monkeypatch):
    refuse_to_develop(rawpy, monkeypatch, rawpy.LibRawUnsufficientMemoryError())
    with pytest.raises(PhotoUnreadable, match="memory") as caught:
        decode_photo(dng(STAMP))
    assert not caught.value.is_lasting


def test_a_part_of_a_raw_photo_is_shrunk_as_any_other(rawpy):
    photo = decode_photo(
        dng(jpeg(1200, 900)), region=Region(0.5, 0, 0.5, 0.5), shortest_side_px=225
    )
    assert photo.pixels.shape == (225, 300, 3)
    assert np.abs(photo.pixels.astype(int) - (30, 200, 30)).mean() < 6


@pytest.mark.parametrize("name", ["a.jpg", "a.tif", "a.nef", "a"])
def test_a_raw_photo_is_read_under_any_name(rawpy, name):
    assert decode_photo(dng(PREVIEW), path=Path(name)).facts.format == "DNG"


def test_a_raw_photo_over_the_bound_is_refused(rawpy):
    with pytest.raises(PhotoUnreadable, match="larger than 0 megapixels") as caught:
        decode_photo(dng(PREVIEW), max_megapixels=0)
    assert not caught.value.is_lasting


def test_too_little_memory_is_no_fault_of_the_file(rawpy, monkeypatch):
    def fail(_):
        raise rawpy.LibRawUnsufficientMemoryError

    monkeypatch.setattr(rawpy, "imread", fail)
    with pytest.raises(PhotoUnreadable, match="memory") as caught:
        decode_photo(dng())
    assert not caught.value.is_lasting


@given(draw=st.data())
@settings(deadline=None, max_examples=60)
def test_a_damaged_raw_file_is_read_or_refused(draw):
    pytest.importorskip("rawpy", reason="rawpy reads camera RAW and is not installed")
    damaged = bytearray(dng(PREVIEW))
    tail = st.integers(len(damaged) - 500, len(damaged) - 1)
    for place in draw.draw(st.lists(st.one_of(tail, st.integers(0, 700)), max_size=4)):
        damaged[place] = draw.draw(st.integers(0, 255))
    whole = bytes(damaged)
    try:
        photo = decode_photo(whole[: draw.draw(st.integers(0, len(whole)))], max_megapixels=4)
    except PhotoUnreadable as error:
        assert error.reason  # noqa: PT017 - either outcome is right
    else:
        assert photo.pixels.shape[2] == 3
