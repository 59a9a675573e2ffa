import io
import os
import struct
import threading
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from lookalike.errors import PhotoUnreadable
from lookalike.imaging.camera import read_camera
from lookalike.imaging.decode import decode_photo
from lookalike.imaging.metadata import camera_of
from lookalike.imaging.raw import raw_camera

MAKE, MODEL = 271, 272


def exif(make="Canon", model="Canon EOS R5"):
    told = Image.Exif()
    told[MAKE], told[MODEL] = make, model
    return told


def written(folder: Path, data: bytes) -> Path:
    path = folder / "photo"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    ("make", "model", "camera"),
    [
        ("Canon", "Canon EOS 80D", "Canon EOS 80D"),
        ("Apple", "iPhone 12", "Apple iPhone 12"),
        ("NIKON CORPORATION", "NIKON D70", "NIKON D70"),
        ("OLYMPUS IMAGING CORP.", "E-PL1", "OLYMPUS E-PL1"),
        ("Minolta Co., Ltd.", "DiMAGE A1", "Minolta DiMAGE A1"),
        ("EASTMAN KODAK COMPANY", "KODAK DC280", "KODAK DC280"),
        ("Canon\0\0", " EOS\t80D \0garbage", "Canon EOS 80D garbage"),
        ("Canon", None, "Canon"),
        (None, "X100", "X100"),
        (None, None, ""),
        (b"Canon", 7, ""),
        ("A" * 500, "B", "A" * 64),
    ],
)
def test_a_camera_is_called_as_a_person_calls_it(make, model, camera):
    assert camera_of({MAKE: make, MODEL: model}) == camera


@given(st.text(), st.text())
def test_whatever_a_file_says_a_camera_is_one_short_line(make, model):
    camera = camera_of({MAKE: make, MODEL: model})
    assert len(camera) <= 64
    assert camera == "" or camera.isprintable()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_the_header_tells_the_camera_that_decoding_tells(tmp_path, kind, monkeypatch):
    file = io.BytesIO()
    Image.new("RGB", (6, 4)).save(file, kind, exif=exif())
    assert decode_photo(file.getvalue()).facts.camera == "Canon EOS R5"
    monkeypatch.setattr(Image.Image, "load", None)
    assert read_camera(written(tmp_path, file.getvalue())) == "Canon EOS R5"


def test_a_jpeg_xl_is_not_decoded_for_it(tmp_path):
    block = b"\0\0\0\0" + exif().tobytes().removeprefix(b"Exif\0\0")
    data = b"\0\0\0\x0cJXL \r\n\x87\n" + struct.pack(">I4s", 8 + len(block), b"Exif") + block
    assert read_camera(written(tmp_path, data)) == "Canon EOS R5"
    assert read_camera(written(tmp_path, data[:40])) == ""


def tiff(mark: bytes = b"II*\0") -> bytes:
    """A directory with maker and model, as most camera RAW begins."""
    names = b"NIKON CORPORATION\0", b"NIKON D70\0"
    places = 8 + 2 + 24 + 4, 8 + 2 + 24 + 4 + len(names[0])
    entries = [
        struct.pack("<HHII", tag, 2, len(name), place)
        for tag, name, place in zip((MAKE, MODEL), names, places, strict=True)
    ]
    return mark + struct.pack("<IH", 8, 2) + b"".join(entries) + b"\0\0\0\0" + b"".join(names)


@pytest.mark.parametrize(
    ("data", "camera"),
    [
        (tiff(), "NIKON D70"),
        (tiff(b"IIRO"), "NIKON D70"),
        (tiff(b"IIU\0"), "NIKON D70"),
        (b"\0\0\0\x18ftypcrx " + b"\0" * 40 + b"CMT1" + tiff(), "NIKON D70"),
        (b"FUJIFILMCCD-RAW 0201FF159501X-T5\0".ljust(80, b"\0"), "Fujifilm X-T5"),
        (b"II\x1a\0\0\0HEAPCCDR" + bytes(40), ""),
        (tiff()[:20], ""),
        (b"", ""),
    ],
)
def test_camera_raw_tells_it_at_its_beginning(data, camera):
    assert raw_camera(data) == camera


@given(st.binary(max_size=64) | st.binary(max_size=64).map(lambda tail: tiff()[:40] + tail))
def test_no_bytes_raise_anything(tmp_path_factory, data):
    read_camera(written(tmp_path_factory.getbasetemp(), data))


def test_what_is_not_there_now_may_be_another_time(tmp_path):
    with pytest.raises(PhotoUnreadable) as told:
        read_camera(tmp_path / "gone.jpg")
    assert not told.value.is_lasting


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no pipes with names")
def test_a_pipe_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    found = []
    reader = threading.Thread(
        target=lambda: found.append(read_camera(tmp_path / "pipe")), daemon=True
    )
    reader.start()
    reader.join(5)
    assert found == [""]


def test_the_cameras_of_real_files_are_those_that_decoding_tells(photo_collection):
    files = [path for path in (photo_collection / "camera").rglob("*.*") if path.suffix != ".csv"]
    for path in files:
        decoded = decode_photo(path.read_bytes(), longest_side_px=64)
        assert read_camera(path) == decoded.facts.camera, path
