import subprocess
import sys
import threading
import warnings

import pytest
from PIL import Image

from lookalike.imaging.formats import (
    PHOTO_SUFFIXES,
    PILLOW_FORMATS,
    has_photo_suffix,
    looks_like_photo,
    prepare_pillow,
)


@pytest.mark.parametrize("name", ["a.jpg", "a.JPG", "b.Heic", "ü.tiff", "c.d.webp", "x.CR2"])
def test_a_photo_is_known_by_its_suffix(name):
    assert has_photo_suffix(name)
    assert has_photo_suffix(name.encode())
    assert has_photo_suffix(b"\xff" + name.encode())  # names of files are not always text


@pytest.mark.parametrize("name", ["a.txt", "jpg", "a.jpg.part", ".jpg", "a.eps", "a.svg", "a.", ""])
def test_other_files_are_not_photos(name):
    assert not has_photo_suffix(name)
    assert not has_photo_suffix(name.encode())


WRITTEN = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP", "AVIF", "JPEG2000", "ICO", "PPM", "QOI")


@pytest.mark.parametrize("format_name", WRITTEN)
def test_a_photo_without_a_suffix_is_known_by_its_beginning(encode, corners, format_name):
    assert looks_like_photo(encode(corners, format_name)[:32])


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGB"])
def test_every_depth_of_a_bitmap_is_known(encode, corners, mode):
    assert looks_like_photo(encode(corners.convert(mode), "BMP")[:32])


BEGINNINGS = {
    "TIFF, the other way round": b"MM\0*\0\0\0\x08",
    "BigTIFF": b"II+\0\x08\0\0\0\x10\0\0\0\0\0\0\0",
    "BigTIFF, the other way round": b"MM\0+\0\x08\0\0",
    "HEIC": b"\0\0\0\x24ftypheic\0\0\0\0mif1",
    "CR3": b"\0\0\0\x18ftypcrx \0\0\0\1crx isom",
    "RAF": b"FUJIFILMCCD-RAW 0201FF383501",
    "ORF": b"IIRO\x08\0\0\0",
    "RW2": b"IIU\0\x18\0\0\0",
    "X3F": b"FOVb\3\0\2\0",
    "CRW": b"II\x1a\0\0\0HEAPCCDR\2\0",
    "MRW": b"\0MRM\0\1\2\3",
    "JPEG XL": bytes.fromhex("ff0a0f07002d880200996eb59f200000"),
    "JPEG XL in a container": b"\0\0\0\x0cJXL \r\n\x87\n\0\0\0\x14ftypjxl ",
    "JPEG 2000 without a container": b"\xff\x4f\xff\x51\0\x2f",
    "PSD": b"8BPS\0\1\0\0\0\0\0\0\0\3",
    "grey, as text": b"P2\n# a comment\n3 4\n255\n",
}


@pytest.mark.parametrize("kind", BEGINNINGS)
def test_beginnings_of_photos_are_known(kind):
    assert looks_like_photo(BEGINNINGS[kind])


OTHERS = {
    "nothing": b"",
    "text": b"A shopping list: milk, eggs, bread",
    "a letter that begins as a bitmap": b"BMW and others: a list of the cars we saw",
    "a letter that begins as a pixmap": b"P2 is the second part of the plan",
    "a heading": b"P1 # the first part of three",
    "initials": b"II. The second chapter, in which",
    "a film": b"\0\0\0\x20ftypisom\0\0\2\0isomiso2avc1mp41",
    "a film of a phone": b"\0\0\0\x14ftypqt  \0\0\0\0qt  ",
    "sound": b"RIFF\x24\x08\0\0WAVEfmt ",
    "a typeface": b"\0\1\0\0\0\x0f\0\x80\0\3\0\x70DSIG",
    "a pointer": b"\0\0\2\0\1\0\x20\x20\0\0\0\0\0\0\xa8\x0c",
    "MPEG": b"\0\0\1\xba\x44\0\4\0\4\1",
    "a document": b"%PDF-1.7",
    "PostScript": b"%!PS-Adobe-3.0 EPSF-3.0",
    "an archive": b"PK\3\4\x14\0",
    "zeros": b"\0" * 32,
    "UTF-16": b"\xff\xfea\0b\0",
    "two bytes of JPEG XL": b"\xff\x0a",
    "a size no camera has": b"\xff\x0a\xfe" + b"\xff" * 29,
}


@pytest.mark.parametrize("kind", OTHERS)
def test_other_files_do_not_pass_for_photos(kind):
    assert not looks_like_photo(OTHERS[kind][:32])


def test_every_format_that_is_opened_has_a_suffix_that_is_found():
    formats = prepare_pillow(400)
    assert set(PILLOW_FORMATS) - {"JXL"} <= set(formats) <= set(PILLOW_FORMATS)
    known = Image.registered_extensions()
    for format_name in formats:
        suffixes = {suffix for suffix, owner in known.items() if owner == format_name}
        assert suffixes & PHOTO_SUFFIXES, format_name


def test_asking_for_suffixes_loads_no_decoder():
    program = (
        "import sys; from lookalike.imaging.formats import has_photo_suffix as asked;"
        "assert asked('a.jpg');"
        "print([name for name in ('PIL', 'pi_heif', 'numpy', 'rawpy') if name in sys.modules])"
    )
    told = subprocess.check_output([sys.executable, "-c", program], text=True)
    assert told.strip() == "[]"


def test_the_bound_of_pillow_is_only_ever_raised():
    prepare_pillow(400)
    prepare_pillow(1)
    assert Image.MAX_IMAGE_PIXELS >= 400_000_000


def test_remarks_of_the_decoders_are_ignored_and_others_are_not():
    prepare_pillow(400)
    warnings.warn_explicit("odd file", UserWarning, "x.py", 1, module="PIL.TiffImagePlugin")
    with pytest.raises(UserWarning, match="ours"):
        warnings.warn_explicit("ours", UserWarning, "x.py", 1, module="lookalike.imaging.decode")


def test_many_threads_may_prepare_at_once():
    faults = []

    def prepare() -> None:
        try:
            prepare_pillow(400)
        except Exception as fault:
            faults.append(fault)

    threads = [threading.Thread(target=prepare) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults
    assert "HEIF" in Image.OPEN
