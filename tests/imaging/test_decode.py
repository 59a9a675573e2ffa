import errno
import math
import os
import struct
import sys
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.ExifTags import Base

from lookalike.errors import PhotoUnreadable
from lookalike.imaging import decode
from lookalike.imaging.decode import DecodedPhoto, decode_photo, read_file
from lookalike.photos import Region

# A shared machine is slow at times, which is no fault of a decoder.
UNHURRIED = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])

FORMATS = (
    *("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF", "AVIF"),
    *("JPEG2000", "QOI", "PPM", "TGA"),
)
LOSSLESS = {"WEBP": {"lossless": True}, "AVIF": {"quality": 95, "subsampling": "4:4:4"}}
ORIENTED = ("JPEG", "PNG", "WEBP", "TIFF", "AVIF")

# How a camera that was held so has to store an upright picture.
STORED = {
    1: lambda upright: upright,
    2: lambda upright: upright.transpose(Image.Transpose.FLIP_LEFT_RIGHT),
    3: lambda upright: upright.transpose(Image.Transpose.ROTATE_180),
    4: lambda upright: upright.transpose(Image.Transpose.FLIP_TOP_BOTTOM),
    5: lambda upright: upright.transpose(Image.Transpose.TRANSPOSE),
    6: lambda upright: upright.transpose(Image.Transpose.ROTATE_90),
    7: lambda upright: upright.transpose(Image.Transpose.TRANSVERSE),
    8: lambda upright: upright.transpose(Image.Transpose.ROTATE_270),
}


def oriented(encode, upright: Image.Image, format_name: str, orientation: int) -> bytes:
    """A file that shows `upright` when its orientation is applied."""
    exif = Image.Exif()
    exif[Base.Orientation] = orientation
    options = {"quality": 95} if format_name == "JPEG" else LOSSLESS.get(format_name, {})
    return encode(STORED[orientation](upright), format_name, exif=exif.tobytes(), **options)


def difference(pixels: np.ndarray, expected: Image.Image) -> float:
    return float(np.abs(pixels.astype(int) - np.asarray(expected).astype(int)).mean())


def read_photo(path: Path, **asked: object) -> DecodedPhoto:
    return decode_photo(read_file(path), path=path, **asked)


def reason(data: bytes, **asked: object) -> str:
    with pytest.raises(PhotoUnreadable) as caught:
        decode_photo(data, **asked)
    return caught.value.reason


# Pixels


@pytest.mark.parametrize("format_name", FORMATS)
def test_every_format_gives_its_pixels(encode, corners, format_name):
    photo = decode_photo(encode(corners, format_name, **LOSSLESS.get(format_name, {})))
    assert photo.pixels.dtype == np.uint8
    assert photo.pixels.flags.c_contiguous
    assert photo.pixels.shape == (64, 96, 3)
    assert difference(photo.pixels, corners) < 4


@pytest.mark.parametrize("format_name", ORIENTED)
@pytest.mark.parametrize("orientation", STORED)
def test_the_picture_comes_upright(encode, corners, format_name, orientation):
    photo = decode_photo(oriented(encode, corners, format_name, orientation))
    assert (photo.facts.width, photo.facts.height) == (96, 64)
    assert difference(photo.pixels, corners) < 4


@pytest.mark.parametrize("format_name", ORIENTED)
@pytest.mark.parametrize("orientation", STORED)
def test_the_picture_comes_upright_when_shrunk(encode, corners, format_name, orientation):
    upright = corners.resize((384, 256), Image.Resampling.NEAREST)
    data = oriented(encode, upright, format_name, orientation)
    photo = decode_photo(data, shortest_side_px=64)
    assert (photo.facts.width, photo.facts.height) == (384, 256)
    assert photo.pixels.shape == (64, 96, 3)
    assert difference(photo.pixels, corners) < 4


@pytest.mark.parametrize("format_name", ORIENTED)
@pytest.mark.parametrize("orientation", STORED)
def test_a_region_is_one_of_the_upright_picture(encode, corners, format_name, orientation):
    upright = corners.resize((384, 256), Image.Resampling.NEAREST)
    data = oriented(encode, upright, format_name, orientation)
    photo = decode_photo(data, region=Region(0.5, 0.1, 0.5, 0.3), shortest_side_px=38)
    assert (photo.facts.width, photo.facts.height) == (384, 256)
    height, width, _ = photo.pixels.shape
    assert (width, height) == (96, 40)
    assert np.abs(photo.pixels[8:-8, 8:-8].astype(int) - (30, 200, 30)).max() < 12


def test_the_first_picture_of_an_animation_is_taken(encode, corners):
    second = Image.new("RGB", corners.size, (0, 0, 0))
    for format_name in ("GIF", "PNG", "WEBP", "AVIF"):
        data = encode(corners, format_name, save_all=True, append_images=[second])
        assert difference(decode_photo(data).pixels, corners) < 8, format_name


@pytest.mark.parametrize("format_name", ["TIFF", "MPO", "ICO"])
def test_the_first_of_several_pictures_in_a_file_is_taken(encode, corners, format_name):
    if format_name == "ICO":  # whose first picture is the largest
        data = encode(corners.resize((64, 64)), "ICO", sizes=[(16, 16), (64, 64)])
        assert decode_photo(data).pixels.shape == (64, 64, 3)
        return
    second = Image.new("RGB", (300, 200))
    data = encode(corners, format_name, save_all=True, append_images=[second], quality=95)
    photo = decode_photo(data)
    assert (photo.facts.width, photo.facts.height) == corners.size
    assert difference(photo.pixels, corners) < 4


@pytest.mark.parametrize("format_name", FORMATS)
@pytest.mark.parametrize("name", ["a.jpg", "a.tif", "a.nef", "a.jxl", "a.txt", "a"])
def test_a_photo_is_read_under_any_name(encode, corners, format_name, name):
    data = encode(corners, format_name, **LOSSLESS.get(format_name, {}))
    photo = decode_photo(data, path=Path("folder") / name)
    assert difference(photo.pixels, corners) < 4


@pytest.mark.parametrize("rle", [False, True])
def test_a_targa_is_read(encode, corners, rle):
    data = encode(corners, "TGA", compression="tga_rle" if rle else None)
    assert difference(decode_photo(data).pixels, corners) == 0
    assert decode_photo(data).facts.format == "TGA"
    assert reason(data[: len(data) // 2]) == "it ends too early; the file is damaged"


def test_damaged_files_of_rarer_formats_are_called_damaged(encode, corners):
    for format_name in ("ICO", "QOI", "JPEG2000"):
        whole = encode(corners, format_name)
        assert "the file is damaged" in reason(whole[: len(whole) // 2]), format_name


def psd(image: Image.Image) -> bytes:
    """What Photoshop writes, without layers."""
    head = b"8BPS\0\1" + b"\0" * 6 + struct.pack(">HIIHH", 3, image.height, image.width, 8, 3)
    planes = b"".join(channel.tobytes() for channel in image.split())
    return head + b"\0" * 12 + b"\0\0" + planes


def test_a_photoshop_file_is_read(corners):
    photo = decode_photo(psd(corners))
    assert difference(photo.pixels, corners) == 0
    assert photo.facts.format == "PSD"
    assert reason(psd(corners)[:-100]) == "it ends too early; the file is damaged"


def test_facts_are_those_of_the_whole_picture(encode, corners):
    photo = decode_photo(encode(corners, "PNG"), shortest_side_px=16, region=Region(0, 0, 0.5, 1))
    assert (photo.facts.width, photo.facts.height) == (96, 64)


# Sizes


@given(
    width=st.integers(1, 900),
    height=st.integers(1, 900),
    shortest_side_px=st.integers(1, 300),
    format_name=st.sampled_from(["JPEG", "PNG"]),
)
@settings(UNHURRIED, max_examples=60)
def test_the_shorter_side_keeps_what_was_asked(
    encode, width, height, shortest_side_px, format_name
):
    data = encode(Image.new("RGB", (width, height), (90, 120, 30)), format_name)
    shrunk = decode_photo(data, shortest_side_px=shortest_side_px).pixels
    shorter = min(width, height)
    assert min(shorter, shortest_side_px) <= min(shrunk.shape[:2])
    assert min(shrunk.shape[:2]) <= max(2 * shortest_side_px, 1)
    assert (shrunk[0, 0].astype(int) - (90, 120, 30)).max() < 8


def test_both_sides_keep_what_was_asked(encode):
    square = encode(Image.new("RGB", (1000, 1000)), "JPEG")
    wide = encode(Image.new("RGB", (1200, 300)), "JPEG")
    asked = {"shortest_side_px": 224, "longest_side_px": 384}
    assert decode_photo(square, **asked).pixels.shape == (500, 500, 3)
    assert decode_photo(wide, **asked).pixels.shape == (300, 1200, 3)
    assert decode_photo(wide, longest_side_px=384).pixels.shape == (150, 600, 3)


@given(
    x=st.floats(0, 0.9),
    y=st.floats(0, 0.9),
    part=st.floats(0.01, 0.1),
    shortest_side_px=st.integers(1, 200),
)
@settings(UNHURRIED, max_examples=60)
def test_a_region_keeps_as_many_pixels_as_asked(encode, x, y, part, shortest_side_px):
    data = encode(Image.new("RGB", (1000, 800)), "JPEG")
    region = Region(x, y, part, part)
    pixels = decode_photo(data, shortest_side_px=shortest_side_px, region=region).pixels
    assert min(pixels.shape[:2]) >= min(shortest_side_px, int(800 * part))


def test_a_region_covers_the_pixels_it_touches(encode, corners):
    data = encode(corners, "PNG")
    assert decode_photo(data, region=Region(0.51, 0.49, 0.02, 0.02)).pixels.shape == (2, 3, 3)
    assert decode_photo(data, region=Region(0.999, 0.999, 0.001, 0.001)).pixels.shape == (1, 1, 3)
    corner = Region(math.nextafter(1, 0), 0.5, 1e-16, 1e-18)
    assert decode_photo(data, region=corner).pixels.shape == (1, 1, 3)
    assert decode_photo(data, region=Region(0, 0, 1, 1)).pixels.shape == (64, 96, 3)


def test_a_picture_is_never_enlarged(encode, corners):
    assert decode_photo(encode(corners, "JPEG"), shortest_side_px=500).pixels.shape == (64, 96, 3)


@pytest.mark.parametrize("size", [(1, 30_000), (30_000, 1), (1, 1)])
@pytest.mark.parametrize("format_name", ["JPEG", "PNG"])
def test_extreme_shapes_are_pictures_too(encode, size, format_name):
    photo = decode_photo(encode(Image.new("L", size), format_name), shortest_side_px=256)
    assert photo.pixels.shape == (size[1], size[0], 3)


def test_a_jpeg_is_decoded_scaled(encode, monkeypatch):
    drafts = []
    draft = decode.JpegImageFile.draft

    def watched(self, mode, size):
        told = draft(self, mode, size)
        drafts.append(self.size)
        return told

    monkeypatch.setattr(decode.JpegImageFile, "draft", watched)
    decode_photo(encode(Image.new("RGB", (4000, 3000)), "JPEG"), shortest_side_px=256)
    assert drafts == [(500, 375)]


# Bounds


def png_header(width: int, height: int) -> bytes:
    told = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + told + struct.pack(">I", zlib.crc32(told))


def webp_header(width: int, height: int) -> bytes:
    canvas = (width - 1).to_bytes(3, "little") + (height - 1).to_bytes(3, "little")
    body = b"WEBPVP8X" + struct.pack("<II", 10, 0) + canvas
    return b"RIFF" + struct.pack("<I", len(body)) + body


def test_a_picture_over_the_bound_is_refused_by_its_header(encode):
    data = encode(Image.new("L", (2000, 1001)), "PNG")
    assert reason(data, max_megapixels=2) == "it is larger than 2 megapixels"
    assert decode_photo(data, max_megapixels=3).facts.height == 1001


@pytest.mark.parametrize("size", [(20_001, 20_000), (30_000, 30_000), (2**31 - 1, 2**31 - 1)])
def test_a_bomb_is_refused_before_its_pixels_are_read(size):
    data = png_header(*size) + struct.pack(">I", 100) + b"IDAT" + b"\0" * 100
    assert reason(data) == "it is larger than 400 megapixels"


def test_a_bomb_is_refused_by_decoders_that_take_memory_first():
    assert reason(webp_header(2**24, 2**24)) == "it is larger than 400 megapixels"


def test_one_thread_may_allow_less_than_another(encode):
    data = encode(Image.new("L", (1500, 1000)), "PNG")

    def allowed(max_megapixels: int) -> bool:
        try:
            decode_photo(data, max_megapixels=max_megapixels)
        except PhotoUnreadable:
            return False
        return True

    with ThreadPoolExecutor(4) as threads:
        assert list(threads.map(allowed, [1, 2] * 20)) == [False, True] * 20


# Whatever the bytes


def test_the_reasons_are_for_people(encode, corners):
    whole = encode(corners, "JPEG")
    assert reason(b"") == "it is empty"
    assert reason(b"a shopping list") == "it is not a picture this program reads"
    assert reason(b"%!PS-Adobe-3.0 EPSF-3.0") == "it is not a picture this program reads"
    assert reason(whole[:-400]) == "it ends too early; the file is damaged"
    assert reason(encode(corners, "PNG")[:-60]) == "it ends too early; the file is damaged"
    assert reason(whole[:20]) == "the file is damaged"


def test_damaged_pixels_do_not_pass_for_a_picture(encode):
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 256, (23, 31, 3), np.uint8))
    damaged = bytearray(encode(noise, "PNG"))
    damaged[damaged.index(b"IDAT") + 300] ^= 255
    assert reason(bytes(damaged)) == "the file is damaged"


def test_the_error_names_the_file_and_keeps_the_cause():
    with pytest.raises(PhotoUnreadable, match=r"^list\.jpg cannot be read: it is not") as caught:
        decode_photo(b"milk, eggs", path=Path("folder/list.jpg"))
    assert caught.value.path == Path("folder/list.jpg")
    assert isinstance(caught.value.__cause__, OSError)


@pytest.mark.parametrize(
    "fault",
    [MemoryError(), RecursionError(), KeyError(3), struct.error("x"), zlib.error("x"), EOFError()],
)
def test_whatever_a_decoder_raises_becomes_unreadable(encode, corners, monkeypatch, fault):
    def fail(_):
        raise fault

    monkeypatch.setattr(decode.JpegImageFile, "load", fail)
    assert reason(encode(corners, "JPEG"))


def test_a_wish_to_stop_is_not_swallowed(encode, corners, monkeypatch):
    def stop(_):
        raise KeyboardInterrupt

    monkeypatch.setattr(decode.JpegImageFile, "load", stop)
    with pytest.raises(KeyboardInterrupt):
        decode_photo(encode(corners, "JPEG"))


@given(st.binary(max_size=400))
@UNHURRIED
def test_random_bytes_are_at_worst_unreadable(data):
    readable_or_refused(data)


BEGINNINGS = (
    *(b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"GIF89a", b"BM", b"II*\0", b"MM\0*"),
    *(b"RIFF\xff\0\0\0WEBPVP8 ", b"RIFF\xff\0\0\0WEBPVP8X", b"\0\0\0\x18ftypavif"),
    *(b"\0\0\0\x18ftypheic", b"\0\0\0\x18ftypmif1", b"II+\0\x08\0\0\0"),
)


@given(st.sampled_from(BEGINNINGS), st.binary(max_size=300))
@UNHURRIED
def test_random_bytes_behind_a_good_beginning_are_no_worse(beginning, rest):
    readable_or_refused(beginning + rest)


def readable_or_refused(data: bytes) -> bool:
    """Whether it could be read. Everything but a good array or `PhotoUnreadable` fails."""
    try:
        photo = decode_photo(data, max_megapixels=4)
    except PhotoUnreadable as error:
        if not error.reason:
            raise
        return False
    assert photo.pixels.shape == (photo.facts.height, photo.facts.width, 3)
    assert photo.pixels.dtype == np.uint8
    return True


@pytest.fixture(scope="module")
def samples(encode) -> dict[str, bytes]:
    """A small file of each kind, with everything in it that can be broken."""
    noise = Image.fromarray(np.random.default_rng(1).integers(0, 256, (23, 31, 3), np.uint8))
    exif = Image.Exif()
    exif[Base.Orientation], exif[Base.DateTime] = 6, "2020:01:02 03:04:05"
    kept = {"exif": exif.tobytes()}
    made = {name: encode(noise, name, **kept) for name in ORIENTED}
    made["JPEG progressive"] = encode(noise, "JPEG", progressive=True, **kept)
    made["JPEG CMYK"] = encode(noise.convert("CMYK"), "JPEG")
    made["MPO"] = encode(noise, "MPO", save_all=True, append_images=[noise])
    made["PNG palette"] = encode(noise.convert("P"), "PNG", transparency=3)
    made["PNG 16"] = encode(noise.convert("I;16"), "PNG")
    made["APNG"] = encode(noise, "PNG", save_all=True, append_images=[noise.rotate(180)])
    made["WEBP lossless"] = encode(noise.convert("RGBA"), "WEBP", lossless=True)
    made["GIF"] = encode(noise, "GIF", save_all=True, append_images=[noise.rotate(180)])
    made["BMP"] = encode(noise, "BMP")
    made |= {name: encode(noise, name) for name in ("JPEG2000", "QOI", "PPM", "TGA", "ICO")}
    made["PSD"] = psd(noise)
    made["TIFF float"] = encode(noise.convert("F"), "TIFF")
    made["TIFF packed"] = encode(noise, "TIFF", compression="tiff_adobe_deflate")
    return made


KINDS = (
    *ORIENTED,
    *("JPEG progressive", "JPEG CMYK", "MPO", "PNG palette", "PNG 16", "APNG", "WEBP lossless"),
    *("GIF", "BMP", "TIFF float", "TIFF packed"),
    *("JPEG2000", "QOI", "PPM", "TGA", "ICO", "PSD"),
)


@pytest.mark.parametrize("kind", KINDS)
def test_the_samples_can_be_read_when_whole(samples, kind):
    assert readable_or_refused(samples[kind])


@pytest.mark.parametrize("kind", KINDS)
@given(draw=st.data())
@settings(UNHURRIED, max_examples=40)
def test_a_truncated_file_is_read_or_refused(samples, kind, draw):
    whole = samples[kind]
    readable_or_refused(whole[: draw.draw(st.integers(0, len(whole)))])


@pytest.mark.parametrize("kind", KINDS)
@given(draw=st.data())
@settings(UNHURRIED, max_examples=40)
def test_a_file_with_flipped_bytes_is_read_or_refused(samples, kind, draw):
    damaged = bytearray(samples[kind])
    # Headers are where damage is interesting, so half of it goes there.
    places = st.one_of(st.integers(0, min(200, len(damaged) - 1)), st.integers(0, len(damaged) - 1))
    for place in draw.draw(st.lists(places, min_size=1, max_size=6)):
        damaged[place] = draw.draw(st.integers(0, 255))
    readable_or_refused(bytes(damaged))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize(
    "broken", [b"", b"nonsense", b"II*\0\xff\xff\xff\xff", b"MM\0*\0\0\0\x08\xff"]
)
def test_broken_metadata_costs_no_picture(encode, corners, kind, broken):
    exif = Image.Exif()
    exif[Base.DateTime] = "2020:01:02 03:04:05"
    good = exif.tobytes().removeprefix(b"Exif\0\0")
    if kind == "AVIF":  # its writer refuses nonsense, so it is put in afterwards
        data = encode(corners, kind, exif=exif.tobytes())
        assert good in data
        data = data.replace(good, broken.ljust(len(good), b"\0"))
    else:
        data = encode(corners, kind, exif=b"Exif\0\0" + broken)
    photo = decode_photo(data)
    assert difference(photo.pixels, corners) < 12
    assert photo.facts.taken_at is None


def test_many_threads_decode_at_once(encode, samples):
    alone = {kind: decode_photo(data).pixels for kind, data in samples.items()}
    with ThreadPoolExecutor(8) as threads:
        for kind, pixels in threads.map(
            lambda kind: (kind, decode_photo(samples[kind]).pixels), list(samples) * 10
        ):
            assert np.array_equal(alone[kind], pixels), kind


# Files


def test_a_file_is_read_as_its_bytes_are(tmp_path, encode, corners):
    path = tmp_path / "Ünïcode 写真.jpg"
    path.write_bytes(encode(corners, "JPEG"))
    assert np.array_equal(read_photo(path).pixels, decode_photo(path.read_bytes()).pixels)
    part = read_photo(path, shortest_side_px=16, region=Region(0, 0, 0.5, 0.5))
    assert part.pixels.shape == (16, 24, 3)
    with pytest.raises(PhotoUnreadable, match="megapixels"):
        read_photo(path, max_megapixels=0)


def file_reason(path: Path) -> str:
    with pytest.raises(PhotoUnreadable) as caught:
        read_file(path)
    assert caught.value.path == path
    return caught.value.reason


def test_files_that_cannot_be_read_say_why(tmp_path):
    empty = tmp_path / "empty.jpg"
    empty.touch()
    loop = tmp_path / "loop.jpg"
    assert file_reason(tmp_path / "gone.jpg") == "there is no such file"
    assert file_reason(empty / "inside.jpg") == "there is no such file"
    assert file_reason(empty) == "it is empty"
    assert file_reason(tmp_path) == "it is a folder"
    assert file_reason(tmp_path / "a\0b.jpg") == "there can be no file of that name"
    if sys.platform != "win32":
        loop.symlink_to(loop)
        assert file_reason(loop).startswith("the disk says: ")


def test_a_file_that_is_closed_to_us_says_so(tmp_path, monkeypatch):
    path = tmp_path / "private.jpg"
    path.write_bytes(b"x")

    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert file_reason(path) == "you are not permitted to read it"


def test_a_failing_disk_says_so(tmp_path, monkeypatch):
    path = tmp_path / "a.jpg"
    path.write_bytes(b"x")

    def fail(*_, **__):
        raise OSError(errno.EIO, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    assert file_reason(path) == "the disk says: input/output error"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_is_refused_and_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe.jpg"
    os.mkfifo(pipe)
    told = []
    reader = threading.Thread(target=lambda: told.append(file_reason(pipe)), daemon=True)
    reader.start()
    reader.join(10)
    assert told == ["it is not a regular file"]


def test_a_file_over_the_bound_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(decode, "MAX_FILE_BYTES", 10)
    path = tmp_path / "a.jpg"
    path.write_bytes(b"x" * 11)
    assert "larger than" in file_reason(path)
    path.write_bytes(b"x" * 10)
    assert read_file(path) == b"x" * 10


# Real files


def small(path: Path) -> np.ndarray:
    pixels = read_photo(path).pixels
    return np.asarray(Image.fromarray(pixels).resize((24, 24), Image.Resampling.BOX)).astype(int)


@pytest.mark.parametrize("shape", ["landscape", "portrait"])
def test_photos_of_every_orientation_look_alike(photo_collection, shape):
    files = sorted((photo_collection / "formats" / "exif_orientation").glob(f"{shape}_*.jpg"))
    assert len(files) == 8
    first = small(files[0])
    for file in files[1:]:
        photo = read_photo(file).facts
        assert (photo.width > photo.height) == (shape == "landscape"), file.name
        assert np.abs(small(file) - first).mean() < 3, file.name


def test_turned_avif_files_look_alike(photo_collection):
    files = sorted((photo_collection / "formats" / "pillow" / "avif").glob("rot*mir*.avif"))
    assert len(files) == 8
    first = small(files[0])
    assert all(np.abs(small(file) - first).mean() < 3 for file in files)


def test_heic_photos_come_upright_once(photo_collection):
    sizes = {
        path.name: (photo.facts.width, photo.facts.height, photo.pixels.shape)
        for path in sorted((photo_collection / "formats" / "heic").iterdir())
        for photo in [read_photo(path)]
    }
    assert len(sizes) == 3
    assert all(shape == (height, width, 3) for width, height, shape in sizes.values())
    assert sizes["IMG_5195.HEIC"][0] < sizes["IMG_5195.HEIC"][1]
    assert sizes["IMG_2682.heic"][0] > sizes["IMG_2682.heic"][1]


@given(draw=st.data())
@settings(UNHURRIED, max_examples=15)
def test_a_damaged_heic_is_read_or_refused(photo_collection, draw):
    whole = (photo_collection / "formats" / "heic" / "cheers_1440x960.heic").read_bytes()
    damaged = bytearray(whole[: draw.draw(st.integers(len(whole) // 2, len(whole)))])
    for place in draw.draw(st.lists(st.integers(0, 2000), max_size=4)):
        damaged[place] = draw.draw(st.integers(0, 255))
    readable_or_refused(bytes(damaged))


@pytest.mark.parametrize(("folder", "readable"), [("formats", 478), ("corrupt", 21)])
def test_odd_files_are_read_or_refused(photo_collection, folder, readable):
    files = [path for path in sorted((photo_collection / folder).rglob("*")) if path.is_file()]
    # One of them is JPEG XL, which not every installation reads.
    assert sum(readable_or_refused_file(path) for path in files) >= readable


def readable_or_refused_file(path: Path) -> bool:
    try:
        photo = read_photo(path)
    except PhotoUnreadable as error:
        if error.path != path or not error.reason:
            raise
        return False
    assert photo.pixels.shape == (photo.facts.height, photo.facts.width, 3)
    return True
