import io
import struct
import zlib
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from PIL import Image, ImageCms

from lookalike.imaging import srgb
from lookalike.imaging.decode import decode_photo
from lookalike.imaging.srgb import BACKGROUND

SRGB = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def profile(space: bytes, tags: dict[bytes, bytes]) -> bytes:
    """A version 2 display profile of the given tags."""
    start = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, data in tags.items():
        table += struct.pack(">4sII", name, start + len(body), len(data))
        body += data + b"\0" * (-len(data) % 4)
    header = struct.pack(
        ">I4sI4s4s4s", start + len(body), b"\0" * 4, 0x02100000, b"mntr", space, b"XYZ "
    )
    header = (header + b"\0" * 12 + b"acsp").ljust(68, b"\0")
    header += struct.pack(">iii", *fixed(0.9642, 1.0, 0.8249))
    return header.ljust(128, b"\0") + table + body


def fixed(*numbers: float) -> list[int]:
    return [round(number * 65536) for number in numbers]


def xyz(*numbers: float) -> bytes:
    return b"XYZ \0\0\0\0" + struct.pack(">iii", *fixed(*numbers))


def gamma(power: float) -> bytes:
    return b"curv\0\0\0\0" + struct.pack(">IH", 1, round(power * 256))


def wide_gamut(power: float = 2.2) -> bytes:
    """The primaries of Adobe RGB, whose green lies far outside sRGB."""
    curve = {name: gamma(power) for name in (b"rTRC", b"gTRC", b"bTRC")}
    primaries = {
        b"rXYZ": xyz(0.60974, 0.31111, 0.01947),
        b"gXYZ": xyz(0.20528, 0.62567, 0.06087),
        b"bXYZ": xyz(0.14919, 0.06322, 0.74457),
    }
    return profile(b"RGB ", {b"wtpt": xyz(0.9642, 1.0, 0.8249), **primaries, **curve})


def linear_grey() -> bytes:
    return profile(b"GRAY", {b"wtpt": xyz(0.9642, 1.0, 0.8249), b"kTRC": gamma(1.0)})


def decoded(image: Image.Image, format_name: str = "PNG", **options: object) -> np.ndarray:
    file = io.BytesIO()
    image.save(file, format_name, **options)
    return decode_photo(file.getvalue()).pixels.astype(int)


def flat(mode: str, colour: object) -> Image.Image:
    return Image.new(mode, (8, 8), colour)


def from_array(values: np.ndarray) -> Image.Image:
    return Image.fromarray(np.ascontiguousarray(values))


@pytest.mark.parametrize("format_name", ["PNG", "TIFF", "WEBP"])
def test_a_wide_gamut_colour_moves_outwards(format_name):
    options = {"lossless": True} if format_name == "WEBP" else {}
    red, green, blue = decoded(
        flat("RGB", (200, 100, 100)), format_name, icc_profile=wide_gamut(), **options
    )[4, 4]
    assert red > 215
    assert green < 104
    assert blue < 104


def test_a_wide_gamut_jpeg_is_converted_when_decoded_scaled():
    file = io.BytesIO()
    image = Image.new("RGB", (640, 480), (200, 100, 100))
    image.save(file, "JPEG", icc_profile=wide_gamut(), quality=95)
    pixels = decode_photo(file.getvalue(), shortest_side_px=100).pixels
    assert pixels[50, 50, 0] > 215


def test_an_srgb_profile_changes_nothing():
    ramp = from_array(np.arange(192, dtype=np.uint8).reshape(8, 8, 3))
    assert np.array_equal(decoded(ramp, icc_profile=SRGB), np.asarray(ramp))


def test_no_time_is_spent_on_an_srgb_profile():
    assert srgb._transform(SRGB) == ("RGB", None)
    assert srgb._transform(wide_gamut())[1] is not None


def test_transparency_is_kept_out_of_the_profile():
    opaque = decoded(flat("RGB", (200, 100, 100)), icc_profile=wide_gamut())[4, 4]
    half = decoded(flat("RGBA", (200, 100, 100, 128)), icc_profile=wide_gamut())[4, 4]
    assert np.abs(half - (opaque + BACKGROUND) / 2).max() <= 1


def test_a_grey_profile_is_followed():
    grey = decoded(flat("L", 55), icc_profile=linear_grey())[4, 4]
    assert np.abs(grey - 128).max() <= 4  # 55/255 of the light is middle grey to the eye


def test_a_grey_picture_may_carry_a_colour_profile():
    grey = decoded(flat("L", 55), icc_profile=wide_gamut(power=1.0))[4, 4]
    assert np.abs(grey - 128).max() <= 4


@pytest.mark.parametrize(
    "broken",
    [b"x", b"\0" * 128, wide_gamut()[:200], linear_grey(), SRGB[:50]],
    ids=["one byte", "zeros", "cut", "grey", "cut sRGB"],  # profiles hold the time they were made
)
def test_a_profile_that_is_broken_or_for_other_pictures_is_ignored(broken):
    assert (decoded(flat("RGB", (200, 100, 50)), icc_profile=broken) == (200, 100, 50)).all()


def test_cmyk_without_a_profile_is_converted_plainly():
    cyan = decoded(flat("CMYK", (255, 0, 0, 0)), "TIFF")[4, 4]
    assert tuple(cyan) == (0, 255, 255)


def test_an_inverted_cmyk_jpeg_comes_out_right():
    red = decoded(flat("CMYK", (0, 255, 255, 0)), "JPEG", quality=95)[4, 4]
    assert np.abs(red - (255, 0, 0)).max() <= 4


def test_lab_is_converted():
    lab = Image.merge("LAB", [flat("L", 138), flat("L", 128 + 60), flat("L", 128 + 40)])
    red, green, blue = decoded(lab, "TIFF")[4, 4]
    assert red > green + 60
    assert red > blue + 60


def test_ycbcr_is_converted():
    pixels = decoded(flat("RGB", (220, 30, 60)).convert("YCbCr"), "TIFF")[4, 4]
    assert np.abs(pixels - (220, 30, 60)).max() <= 3


def test_one_bit_is_black_and_white():
    image = Image.new("1", (8, 8))
    image.putpixel((3, 2), 1)
    pixels = decoded(image)
    assert tuple(pixels[2, 3]) == (255, 255, 255)
    assert pixels.sum() == 3 * 255


def test_grey_stays_grey():
    assert (decoded(flat("L", 77)) == 77).all()


def test_transparent_parts_show_the_background():
    pixels = decoded(half_transparent("RGBA"))
    assert tuple(pixels[0, 0]) == BACKGROUND
    assert tuple(pixels[0, 7]) == (250, 10, 10)


def half_transparent(mode: str) -> Image.Image:
    """Transparent on the left, opaque on the right."""
    image = flat("RGB", (250, 10, 10)).convert(mode.removesuffix("A")).convert(mode)
    alpha = Image.new("L", (8, 8), 0)
    alpha.paste(255, (4, 0, 8, 8))
    image.putalpha(alpha)
    return image


def test_grey_with_alpha_shows_the_background():
    pixels = decoded(half_transparent("LA"))
    assert tuple(pixels[0, 0]) == BACKGROUND
    assert np.ptp(pixels[0, 7]) == 0
    assert pixels[0, 7, 0] != BACKGROUND[0]


def test_colours_of_transparent_pixels_do_not_bleed_when_shrunk():
    image = Image.new("RGBA", (64, 64), (0, 255, 0, 0))
    image.paste((200, 0, 0, 255), (1, 1, 63, 63))
    file = io.BytesIO()
    image.save(file, "PNG")
    pixels = decode_photo(file.getvalue(), shortest_side_px=16).pixels.astype(int)
    assert pixels[0, :, 1].max() <= BACKGROUND[1]
    assert tuple(pixels[8, 8]) == (200, 0, 0)


@pytest.mark.parametrize("format_name", ["PNG", "GIF"])
def test_a_transparent_palette_colour_shows_the_background(format_name):
    image = Image.new("P", (8, 8), 1)
    image.putpalette([0, 0, 0, 10, 200, 30, 90, 90, 250])
    image.paste(2, (0, 0, 4, 8))
    pixels = decoded(image, format_name, transparency=2)
    assert tuple(pixels[0, 0]) == BACKGROUND
    assert tuple(pixels[0, 7]) == (10, 200, 30)


@pytest.mark.parametrize(
    ("mode", "key", "bright"),
    [("RGB", (1, 2, 3), (250, 250, 250)), ("L", 9, 250), ("I;16", 4660, 64000)],
)
def test_a_single_transparent_colour_shows_the_background(mode, key, bright):
    image = Image.new(mode, (8, 8), key)
    image.putpixel((0, 0), bright)
    pixels = decoded(image, "PNG", transparency=key)
    assert tuple(pixels[4, 4]) == BACKGROUND
    assert (pixels[0, 0] == 250).all()


def test_a_picture_that_is_transparent_throughout_shows_its_colours():
    assert (decoded(flat("RGBA", (9, 80, 160, 0))) == (9, 80, 160)).all()


@pytest.mark.parametrize("format_name", ["PNG", "TIFF"])
def test_sixteen_bit_grey_is_scaled_and_not_cut_off(format_name):
    ramp = from_array(np.linspace(0, 65535, 256).astype(np.uint16).reshape(16, 16))
    assert np.abs(decoded(ramp, format_name)[..., 0].ravel() - np.arange(256)).max() <= 1


def test_twelve_bits_in_sixteen_use_their_own_range():
    ramp = from_array(np.linspace(0, 4095, 256).astype(np.uint16).reshape(16, 16))
    # Pillow writes no packed 12 bits, so the packed rows are put together here.
    values = np.asarray(ramp).reshape(-1, 2).astype(int)
    packed = np.stack(
        [values[:, 0] >> 4, (values[:, 0] & 15) << 4 | values[:, 1] >> 8, values[:, 1] & 255], 1
    )
    pixels = decode_photo(grey_tiff(16, 16, 12, packed.astype(np.uint8).tobytes())).pixels
    assert np.abs(pixels[..., 0].ravel().astype(int) - np.arange(256)).max() <= 1


def grey_tiff(width: int, height: int, bits: int, strip: bytes) -> bytes:
    """The least TIFF: one uncompressed strip of grey."""
    tags = [(256, width), (257, height), (258, bits), (259, 1), (262, 1), (273, 8), (277, 1)]
    tags += [(278, height), (279, len(strip))]
    entries = b"".join(struct.pack("<HHIHH", tag, 3, 1, value, 0) for tag, value in tags)
    start = struct.pack("<2sHI", b"II", 42, 8 + len(strip))
    return start + strip + struct.pack("<H", len(tags)) + entries + b"\0\0\0\0"


@pytest.mark.parametrize(
    "values",
    [
        np.linspace(0, 65535, 256).astype(np.int32),
        np.linspace(0, 32767, 256).astype(np.int32),
        np.linspace(0, 255, 256).astype(np.int32),
        np.linspace(-4000, 9000, 256).astype(np.int32),
        np.linspace(0, 2_000_000_000, 256).astype(np.int32),
        np.linspace(0, 1, 256).astype(np.float32),
        np.linspace(0, 255, 256).astype(np.float32),
        np.linspace(0, 65535, 256).astype(np.float32),
        np.linspace(-3, 5, 256).astype(np.float32),
    ],
)
def test_thirty_two_bits_fill_the_range_from_black_to_white(values):
    pixels = decoded(from_array(values.reshape(16, 16)), "TIFF")
    assert np.abs(pixels[..., 0].ravel() - np.arange(256)).max() <= 1


@pytest.mark.parametrize(
    ("values", "grey"),
    [
        (np.array([[0.25, 0.5]], np.float32), [64, 128]),
        (np.array([[100, 200]], np.float32), [100, 200]),
        (np.array([[100, 200]], np.int32), [100, 200]),
        (np.array([[8192, 16384]], np.int32), [64, 128]),
    ],
)
def test_a_dull_picture_is_not_stretched(values, grey):
    assert np.abs(decoded(from_array(values), "TIFF")[0, :, 0] - grey).max() <= 1


def test_a_dull_sixteen_bit_pixmap_is_not_stretched():
    data = b"P5\n2 1\n65535\n" + np.array([8192, 16384], ">u2").tobytes()
    assert np.abs(decode_photo(data).pixels[0, :, 0].astype(int) - (32, 64)).max() <= 1


def test_numbers_that_are_none_are_tolerated():
    values = np.array([[0, 1], [np.nan, np.inf]], np.float32)
    pixels = decoded(from_array(values), "TIFF")[..., 0]
    assert tuple(pixels[0]) == (0, 255)


def test_the_largest_numbers_are_tolerated():
    values = np.array([[-3e38, 3e38], [0, -np.inf]], np.float32)
    assert decoded(from_array(values), "TIFF").shape == (2, 2, 3)


def test_nothing_but_not_a_number_is_black():
    assert decoded(from_array(np.full((4, 4), np.nan, np.float32)), "TIFF").max() == 0


def test_sixteen_bit_colour_is_scaled():
    channels = np.zeros((4, 4, 3), ">u2")
    channels[...] = (65535, 32896, 257)
    rows = b"".join(b"\0" + row.tobytes() for row in channels)
    assert (decode_photo(png(4, 4, 16, 2, rows)).pixels == (255, 128, 1)).all()


def png(width: int, height: int, bits: int, colour_type: int, rows: bytes) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return (
            struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
        )

    header = struct.pack(">IIBBBBB", width, height, bits, colour_type, 0, 0, 0)
    parts = chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + parts


def test_one_transform_serves_many_threads():
    noise = np.random.default_rng(3).integers(0, 256, (64, 64, 3), np.uint8)
    file = io.BytesIO()
    Image.fromarray(noise).save(file, "PNG", icc_profile=wide_gamut())
    alone = decode_photo(file.getvalue()).pixels
    with ThreadPoolExecutor(8) as threads:
        together = list(threads.map(lambda _: decode_photo(file.getvalue()).pixels, range(64)))
    assert all(np.array_equal(alone, pixels) for pixels in together)
