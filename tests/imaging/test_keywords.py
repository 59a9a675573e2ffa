"""Keywords that other programs wrote into photos and sidecars, as paths of labels."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from PIL.PngImagePlugin import PngInfo
from PIL.TiffImagePlugin import ImageFileDirectory_v2

from lookalike.errors import PhotoUnreadable, XmpUnusable
from lookalike.imaging import keywords
from lookalike.imaging.keywords import keywords_of, read_keywords, read_sidecar
from lookalike.imaging.xmp import with_keywords

PACKET = with_keywords(None, [("Places", "Rome"), ("boots",)])
TOLD = ("Places/Rome", "boots")


def iptc(*names: str) -> bytes:
    """The resource of a Photoshop block, with one record for each keyword."""
    records = b"\x1c\x01\x5a\x00\x03\x1b%G"
    for name in names:
        records += b"\x1c\x02\x19" + struct.pack(">H", len(name.encode())) + name.encode()
    padded = records + b"\0" * (len(records) % 2)
    block = b"Photoshop 3.0\x008BIM\x04\x04\0\0" + struct.pack(">I", len(records)) + padded
    return b"\xff\xed" + struct.pack(">H", len(block) + 2) + block


def windows(*names: str) -> Image.Exif:
    exif = Image.Exif()
    exif[0x9C9E] = (";".join(names) + "\0").encode("utf-16-le")
    return exif


@pytest.fixture
def picture(corners: Image.Image) -> Image.Image:
    return corners


@pytest.mark.parametrize("format_name", ["JPEG", "WEBP", "TIFF", "AVIF"])
def test_a_packet_is_found_in_files_of_every_kind(picture, encode, format_name: str) -> None:
    options: dict[str, object] = {"xmp": PACKET}
    if format_name == "TIFF":
        tags = ImageFileDirectory_v2()
        tags[700] = PACKET
        options = {"tiffinfo": tags}
    assert read_keywords(encode(picture, format_name, **options)) == TOLD


@pytest.mark.parametrize("is_compressed", [False, True])
@pytest.mark.parametrize("is_behind", [False, True])
def test_a_packet_is_found_before_and_behind_the_pixels_of_a_png(
    picture, encode, is_compressed: bool, is_behind: bool
) -> None:
    info = PngInfo()
    info.add_itxt("XML:com.adobe.xmp", PACKET.decode(), zip=is_compressed)
    data = encode(picture, "PNG", pnginfo=info)
    if is_behind:
        start = data.index(b"iTXt") - 4
        end = start + 12 + int.from_bytes(data[start : start + 4], "big")
        data = data[:start] + data[end:-12] + data[start:end] + data[-12:]
    assert read_keywords(data) == TOLD


def test_a_small_png_does_not_become_a_large_packet(picture, encode, monkeypatch) -> None:
    sizes = []
    read = keywords.read_xmp
    monkeypatch.setattr(keywords, "read_xmp", lambda told: (sizes.append(len(told)), read(told))[1])
    bomb = b"XML:com.adobe.xmp\0\1\0\0\0" + zlib.compress(b" " * (20 << 20))
    chunk = struct.pack(">I", len(bomb)) + b"iTXt" + bomb + struct.pack(">I", 0)
    data = encode(picture, "PNG")
    assert read_keywords(data[:33] + chunk + data[33:]) == ()
    assert sizes == [(1 << 20) + 1]


def test_iptc_and_windows_tell_keywords_too(picture, encode) -> None:
    data = encode(picture, "JPEG", exif=windows("old", "Rom"))
    data = data[:2] + iptc("Rome", "Käse") + data[2:]
    assert read_keywords(data) == ("Rome", "Käse", "old", "Rom")


def test_a_heic_tells_its_keywords(photo_collection: Path) -> None:
    """None of those that there are has any, and all are looked into."""
    files = sorted(photo_collection.glob("formats/**/*.hei[cf]"))
    assert files
    assert {keywords_of(file) for file in files} == {()}


@pytest.mark.parametrize(
    ("nested", "flat", "paths"),
    [
        ([], ["a", "b", "a"], ("a", "b")),
        ([("Places", "Rome")], ["Rome", "old"], ("Places/Rome", "old")),
        ([("Places", "Rome")], ["places", "rome"], ("Places/Rome",)),
        ([("Places",), ("Places", "Rome")], [], ("Places/Rome",)),
        ([("Places", "Rome"), ("places", "rome")], [], ("Places/Rome",)),
        ([("a", "b"), ("c", "b")], ["b"], ("a/b", "c/b")),
        ([], ["AC/DC"], ("AC-DC",)),
        ([("a", "", " b ")], ["", "  "], ("a/b",)),
        ([("_Digikam_Internal_Tags_", "x")], ["y"], ("y",)),
        ([tuple("abcdefghijkl")], [], ("a/b/c/d/e/f/g/h/i/j",)),
        ([], ["x" * 300], ("x" * 99 + "…",)),
        ([], [f"k{number}" for number in range(500)], tuple(f"k{n}" for n in range(200))),
    ],
)
def test_keywords_become_paths_of_labels(nested, flat, paths) -> None:
    assert keywords._paths(keywords.XmpKeywords(tuple(nested), tuple(flat)), ()) == paths


@pytest.mark.parametrize("damage", [slice(0, 200), slice(0, -1000), slice(20, None)])
def test_a_damaged_photo_tells_nothing_and_is_no_fault(picture, encode, damage: slice) -> None:
    data = encode(picture, "JPEG", xmp=PACKET)
    assert set(read_keywords(data[damage])) <= set(TOLD)


@given(
    st.binary(max_size=200), st.integers(0, 3000), st.sampled_from(["JPEG", "PNG", "WEBP", "TIFF"])
)
def test_whatever_the_bytes_there_is_an_answer(noise: bytes, at: int, format_name: str) -> None:
    data = SAMPLES[format_name]
    for told in (noise, data[:12] + noise, data[: at % len(data)] + noise + data[at % len(data) :]):
        found = read_keywords(told)
        assert all(path and len(path) < 2000 for path in found)


def sample(format_name: str) -> bytes:
    file = io.BytesIO()
    options: dict[str, object] = {"xmp": PACKET} if format_name in ("JPEG", "WEBP") else {}
    Image.fromarray(np.zeros((8, 8, 3), np.uint8)).save(file, format_name, **options)
    return file.getvalue()


SAMPLES = {name: sample(name) for name in ("JPEG", "PNG", "WEBP", "TIFF")}


# --- files ----------------------------------------------------------------------------------------


def test_a_file_is_read_as_its_bytes_are(picture, encode, tmp_path: Path) -> None:
    file = tmp_path / "a.jpg"
    file.write_bytes(encode(picture, "JPEG", xmp=PACKET))
    assert keywords_of(file) == TOLD


def test_no_more_is_read_of_a_file_than_it_takes(picture, encode, tmp_path, monkeypatch) -> None:
    file = tmp_path / "a.jpg"
    data = encode(picture, "JPEG", xmp=PACKET)
    file.write_bytes(data + b"\0" * (4 << 20))
    read = []
    open_ = Path.open

    def opened(path: Path, mode: str):
        stream = open_(path, mode)
        read.append(stream)
        return stream

    places = []
    monkeypatch.setattr(Path, "open", opened)
    keywords_ = keywords._keywords
    monkeypatch.setattr(
        keywords, "_keywords", lambda stream: (keywords_(stream), places.append(stream.tell()))[0]
    )
    assert keywords_of(file) == TOLD
    assert places[0] < 100_000


def test_what_is_not_there_is_a_sentence_and_what_is_no_file_tells_nothing(tmp_path) -> None:
    with pytest.raises(PhotoUnreadable):
        keywords_of(tmp_path / "none.jpg")
    assert keywords_of(tmp_path) == ()


def test_a_sidecar_of_the_whole_name_comes_first(tmp_path: Path) -> None:
    photo = tmp_path / "a.jpg"
    assert read_sidecar(photo) == ()
    (tmp_path / "a.xmp").write_bytes(with_keywords(None, [("old",)]))
    assert read_sidecar(photo) == ("old",)
    (tmp_path / "a.jpg.xmp").write_bytes(PACKET)
    assert read_sidecar(photo) == TOLD


def test_a_sidecar_that_is_not_understood_is_a_sentence(tmp_path: Path) -> None:
    sidecar = tmp_path / "a.jpg.xmp"
    for data in (b"", b"text", b" " * ((1 << 20) + 1)):
        sidecar.write_bytes(data)
        with pytest.raises(XmpUnusable):
            read_sidecar(tmp_path / "a.jpg")
    sidecar.unlink()
    sidecar.mkdir()
    with pytest.raises(XmpUnusable):
        read_sidecar(tmp_path / "a.jpg")
