import io
import sys
from datetime import datetime

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.ExifTags import Base

from lookalike.errors import PhotoUnreadable
from lookalike.imaging import formats
from lookalike.imaging.decode import decode_photo
from lookalike.imaging.jpeg_xl import declared_size

CONTAINER = b"\0\0\0\x0cJXL \r\n\x87\n"
# 96×64, and what follows the two bytes of its header.
SMALL_HEADER = bytes.fromhex("ff0a0f07")


def box(kind: bytes, data: bytes) -> bytes:
    return (len(data) + 8).to_bytes(4, "big") + kind + data


def bomb(side: int) -> bytes:
    """The beginning of a square picture of that side."""
    bits = (side - 1) << 3 | 0b110  # not in eights; 30 bits; the height, then "as wide as high"
    return b"\xff\x0a" + (bits | 1 << 33).to_bytes(12, "little")


# Its size, before anything is decoded


def test_the_size_is_read_from_the_beginning():
    assert declared_size(SMALL_HEADER + b"\0" * 20) == (96, 64)
    assert declared_size(bomb(70_000)) == (70_000, 70_000)


def test_the_size_is_found_in_a_container():
    whole = CONTAINER + box(b"ftyp", b"jxl \0\0\0\0jxl ")
    exif = box(b"Exif", b"\0" * 100)
    assert declared_size(whole + exif + box(b"jxlc", SMALL_HEADER)) == (96, 64)
    assert declared_size(whole + box(b"jxlp", b"\0\0\0\0" + SMALL_HEADER)) == (96, 64)
    large = b"\0\0\0\1jxlc" + (16 + len(SMALL_HEADER)).to_bytes(8, "big") + SMALL_HEADER
    assert declared_size(whole + large) == (96, 64)


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"\xff\x0a", b"\xff\xd8\xff\xe0", CONTAINER, CONTAINER + b"\0\0\0\1"),
        *(CONTAINER + b"\0\0\0\0free", CONTAINER + b"\0\0\0\1free" + b"\0" * 8),
        CONTAINER + box(b"jxlc", b"\xff"),
    ],
)
def test_where_no_picture_begins_there_is_no_size(data):
    assert declared_size(data) is None


@given(st.binary(max_size=60))
@settings(deadline=None)
def test_no_bytes_make_the_question_fail(data):
    for start in (b"\xff\x0a", CONTAINER):
        declared_size(start + data)


# Without the optional package


def test_without_the_plugin_the_reason_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "pillow_jxl", None)
    monkeypatch.delitem(Image.OPEN, "JXL", raising=False)
    formats._load_decoders.cache_clear()
    try:
        for data in (SMALL_HEADER, CONTAINER):
            with pytest.raises(PhotoUnreadable, match="pip install pillow-jxl-plugin") as caught:
                decode_photo(data)
            assert not caught.value.is_lasting
    finally:
        formats._load_decoders.cache_clear()


# With it


@pytest.fixture
def jxl(encode):
    """`jxl(image, …)` is the file."""
    reason = "pillow-jxl-plugin reads JPEG XL and is not installed"
    pytest.importorskip("pillow_jxl", reason=reason)
    return lambda image, **options: encode(image, "JXL", **options)


@pytest.mark.parametrize("size", [(1, 1), (300, 7), (513, 4096), (1920, 1080), (256, 256)])
@pytest.mark.parametrize("use_container", [False, True])
def test_the_declared_size_is_that_of_the_picture(jxl, size, use_container):
    data = jxl(Image.new("RGB", size), use_container=use_container)
    assert declared_size(data) == size
    assert decode_photo(data).pixels.shape == (size[1], size[0], 3)


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "LA"])
def test_a_jpeg_xl_gives_its_pixels(jxl, corners, mode):
    photo = decode_photo(jxl(corners.convert(mode), lossless=True))
    expected = corners.convert(mode).convert("RGB")
    assert np.array_equal(photo.pixels, np.asarray(expected))
    assert photo.facts.format == "JPEG XL"


def turned(data: bytes, orientation: int) -> bytes:
    """The same stored pixels, with another orientation in the header of the picture."""
    size = [int.from_bytes(data[2:4], "little") >> place & 1 for place in range(9)]
    told = [orientation - 1 >> place & 1 for place in range(3)]
    # Not all as usual; more fields: the orientation, no preview and the like; 8 bits, no more
    # channels, XYB, usual colours and tones, no extensions, usual transform.
    bits = [*size, 0, 1, *told, 0, 0, 0, 0, 0, 0, 1, 0, 0, 1, 1, 1, 0, 0, 1]
    header = sum(bit << place for place, bit in enumerate(bits)).to_bytes(4, "little")
    return data[:2] + header + data[4:]


STORED = {
    1: lambda upright: upright,
    3: lambda upright: upright.transpose(Image.Transpose.ROTATE_180),
    6: lambda upright: upright.transpose(Image.Transpose.ROTATE_90),
    8: lambda upright: upright.transpose(Image.Transpose.ROTATE_270),
}


@pytest.mark.parametrize("orientation", [1, 3])
def test_a_turned_picture_comes_upright_once(jxl, corners, orientation):
    data = jxl(STORED[orientation](corners))
    assert data[:4] == SMALL_HEADER
    photo = decode_photo(turned(data, orientation))
    assert (photo.facts.width, photo.facts.height) == (96, 64)
    assert np.abs(photo.pixels.astype(int) - np.asarray(corners)).mean() < 6


@pytest.mark.parametrize("orientation", [6, 8])
def test_a_picture_on_its_side_comes_upright_once(jxl, corners, orientation):
    lying = corners.transpose(Image.Transpose.ROTATE_90)  # 64×96, as it shall be shown
    data = jxl(STORED[orientation](lying))
    photo = decode_photo(turned(data, orientation))
    assert (photo.facts.width, photo.facts.height) == (64, 96)
    assert np.abs(photo.pixels.astype(int) - np.asarray(lying)).mean() < 6


def exif(orientation: int) -> Image.Exif:
    made = Image.Exif()
    made[Base.Orientation], made[Base.DateTime] = orientation, "2020:01:02 03:04:05"
    return made


def test_the_metadata_does_not_turn_what_the_picture_says_itself(jxl, corners):
    photo = decode_photo(jxl(corners, exif=exif(6).tobytes()))
    assert (photo.facts.width, photo.facts.height) == (96, 64)
    assert photo.facts.taken_at == datetime(2020, 1, 2, 3, 4, 5)
    assert np.abs(photo.pixels.astype(int) - np.asarray(corners)).mean() < 6


@pytest.mark.parametrize("orientation", STORED)
def test_a_jpeg_inside_is_turned_as_a_jpeg(jxl, corners, tmp_path, orientation):
    path = tmp_path / "a.jpg"
    STORED[orientation](corners).save(path, "JPEG", quality=95, exif=exif(orientation))
    with Image.open(path) as stored:
        photo = decode_photo(jxl(stored, lossless_jpeg=True))
    assert (photo.facts.width, photo.facts.height) == (96, 64)
    assert photo.facts.orientation == orientation
    assert np.abs(photo.pixels.astype(int) - np.asarray(corners)).mean() < 6


@pytest.mark.parametrize("side", [20_001, 2**30])
def test_a_bomb_is_refused_before_its_pixels_are_read(jxl, side, monkeypatch):
    def fail(*_, **__):
        raise AssertionError("opened")

    monkeypatch.setitem(Image.OPEN, "JXL", (fail, None))
    with pytest.raises(PhotoUnreadable, match="larger than 400 megapixels"):
        decode_photo(bomb(side))


@given(draw=st.data())
@settings(deadline=None, max_examples=80)
def test_a_damaged_jpeg_xl_is_read_or_refused(draw):
    reason = "pillow-jxl-plugin reads JPEG XL and is not installed"
    pytest.importorskip("pillow_jxl", reason=reason)
    formats.prepare_pillow(400)
    file = io.BytesIO()
    Image.new("RGB", (40, 30), (200, 30, 30)).save(file, "JXL", exif=exif(6).tobytes())
    damaged = bytearray(file.getvalue())
    for place in draw.draw(st.lists(st.integers(12, len(damaged) - 1), max_size=3)):
        damaged[place] = draw.draw(st.integers(0, 255))
    whole = bytes(damaged)
    try:
        photo = decode_photo(whole[: draw.draw(st.integers(0, len(whole)))], max_megapixels=4)
    except PhotoUnreadable as error:
        assert error.reason  # noqa: PT017 - either outcome is right
    else:
        assert photo.pixels.shape == (photo.facts.height, photo.facts.width, 3)
