import io
import struct
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.ExifTags import GPS, IFD, Base
from PIL.TiffImagePlugin import IFDRational

from lookalike.imaging.exif_sheet import ExifSheet, clean, read_exif_sheet


def exif(**tags: object) -> Image.Exif:
    made = Image.Exif()
    for name, value in tags.items():
        if name.startswith("GPS"):
            made.get_ifd(IFD.GPSInfo)[GPS[name]] = value
        elif not name.startswith("XP") and Base[name] > 0x8298:
            made.get_ifd(IFD.Exif)[Base[name]] = value
        else:
            made[Base[name]] = value
    return made


def encoded(format_name: str = "JPEG", **how: object) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (6, 4)).save(file, format_name, **how)
    return file.getvalue()


def sheet(format_name: str = "JPEG", **tags: object) -> ExifSheet:
    return read_exif_sheet(encoded(format_name, exif=exif(**tags).tobytes()))


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_camera_and_exposure_are_told_whatever_the_format(format_name):
    told = sheet(
        format_name,
        Make="Canon",
        Model="Canon EOS 1000D",
        LensMake="Canon",
        LensModel="Canon EF 50mm",
        ExposureTime=IFDRational(1, 250),
        FNumber=IFDRational(28, 10),
        ISOSpeedRatings=400,
        FocalLength=IFDRational(50, 1),
        FocalLengthIn35mmFilm=80,
        ExposureBiasValue=IFDRational(-1, 3),
        Flash=0x19,
        DateTimeOriginal="2024:05:06 07:08:09",
        OffsetTimeOriginal="+02:00",
    )
    assert told == ExifSheet(
        maker="Canon",
        model="Canon EOS 1000D",
        lens="Canon EF 50mm",
        exposure_s=1 / 250,
        f_number=2.8,
        iso=400,
        focal_length_mm=50,
        focal_length_35mm=80,
        exposure_bias_ev=-1 / 3,
        has_flashed=True,
        taken="2024-05-06 07:08:09",
        zone="+02:00",
    )


def place(latitude: object, longitude: object, south: str = "N", west: str = "E") -> ExifSheet:
    return sheet(
        GPSLatitudeRef=south, GPSLatitude=latitude, GPSLongitudeRef=west, GPSLongitude=longitude
    )


def test_a_place_is_in_degrees_north_and_east():
    told = place((33.0, 51.0, 36.0), (151.0, 12.0, 0.0), south="S")
    assert (told.latitude, told.longitude) == (pytest.approx(-33.86), pytest.approx(151.2))


@pytest.mark.parametrize(
    "latitude", [(0.0, 0.0, 0.0), (91.0, 0.0, 0.0), (IFDRational(1, 0), 0.0, 0.0)]
)
def test_a_place_that_is_none_is_not_told(latitude):
    told = place(latitude, (0.0, 0.0, 0.0))
    assert (told.latitude, told.longitude) == (None, None)


@pytest.mark.parametrize("told", ["0000:00:00 00:00:00", "    :  :     :  :  ", "", "yesterday"])
def test_a_clock_that_was_never_set_tells_no_time(told):
    assert sheet(DateTimeOriginal=told).taken == ""


def test_fractions_of_nothing_are_not_told():
    told = sheet(ExposureTime=IFDRational(1, 0), FNumber=IFDRational(0, 0), ISOSpeedRatings=0)
    assert told == ExifSheet()


XMP = """<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF
 xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
 <rdf:Description xmp:Rating="4">
 <dc:description><rdf:Alt><rdf:li xml:lang="x-default">A boat</rdf:li></rdf:Alt></dc:description>
 <dc:creator><rdf:Seq><rdf:li>Ada</rdf:li></rdf:Seq></dc:creator>
 <dc:subject><rdf:Bag><rdf:li>sea</rdf:li><rdf:li>boat</rdf:li></rdf:Bag></dc:subject>
 </rdf:Description></rdf:RDF></x:xmpmeta>"""


@pytest.mark.parametrize("format_name", ["JPEG", "WEBP", "AVIF", "TIFF"])
def test_words_of_xmp_come_before_those_of_exif(format_name):
    words = exif(ImageDescription="SAMSUNG", Copyright="(c) Ada")
    how = {"tiffinfo": {700: XMP.encode(), **words}} if format_name == "TIFF" else {
        "exif": words.tobytes(), "xmp": XMP.encode()
    }  # fmt: skip
    told = read_exif_sheet(encoded(format_name, **how))
    assert (told.description, told.author, told.copyright) == ("A boat", "Ada", "(c) Ada")
    assert (told.keywords, told.rating) == (("sea", "boat"), 4)


def iptc_record(number: int, text: bytes, record: int = 2) -> bytes:
    return struct.pack(">BBBH", 0x1C, record, number, len(text)) + text


def with_photoshop(block: bytes) -> bytes:
    resource = (
        b"8BIM\x04\x04\0\0" + struct.pack(">I", len(block)) + block + b"\0" * (len(block) % 2)
    )
    body = b"Photoshop 3.0\0" + resource
    jpeg = encoded()
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(body) + 2) + body + jpeg[2:]


def test_words_of_iptc_are_read():
    block = iptc_record(90, b"\x1b%G", record=1) + b"".join(
        iptc_record(number, text.encode())
        for number, text in ((120, "Ein Boot"), (25, "See"), (25, "Küste"), (80, "Ada"))
    )
    told = read_exif_sheet(with_photoshop(block))
    assert (told.description, told.author) == ("Ein Boot", "Ada")
    assert told.keywords == ("See", "Küste")


def test_windows_keywords_are_read():
    wide = "sea;boat\0".encode("utf-16-le")
    assert sheet(XPKeywords=wide).keywords == ("sea", "boat")


def test_hostile_text_is_bounded_and_has_no_control_characters():
    hostile = "a\x1b[31m\r\nb\u202egpj.exe" + "x" * 50_000
    told = sheet(ImageDescription=hostile.encode()).description
    assert told.startswith("a[31m bgpj.exexxx")
    assert len(told) == 2000
    assert told.endswith("…")


def test_entities_are_not_unfolded():
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa">]>' + XMP.replace("A boat", "&a;")
    assert read_exif_sheet(encoded(xmp=bomb.encode())) == ExifSheet()


def test_a_deep_or_endless_packet_costs_nothing_but_itself():
    for packet in (b"<a>" * 300_000, b"<a>" * 15_000 + b"</a>" * 15_000, b"<a " + b'x="1"' * 9000):
        data = encoded("WEBP", xmp=packet, exif=exif(Make="Canon").tobytes())
        assert read_exif_sheet(data).maker == "Canon"


def test_a_directory_that_names_the_whole_file_in_each_tag_is_read_at_once():
    count = 65_535
    size = 1 << 20
    row = struct.pack("<HHII", 0x010E, 2, size, 0)
    data = b"II*\0" + struct.pack("<IH", 8, count) + row * count + b"\0" * size
    began = time.perf_counter()
    read_exif_sheet(data)
    assert time.perf_counter() - began < 2


@given(st.binary(max_size=400))
@settings(max_examples=200)
def test_no_bytes_raise(data):
    for head in (b"", b"II*\0\x08\0\0\0", b"MM\0*\0\0\0\x08", b"\xff\xd8\xff\xe1"):
        assert isinstance(read_exif_sheet(head + data), ExifSheet)


WHOLE = encoded(
    exif=exif(
        Make="Canon",
        ImageDescription="words",
        FNumber=IFDRational(28, 10),
        DateTimeOriginal="2024:05:06 07:08:09",
        GPSLatitudeRef="N",
        GPSLatitude=(1.0, 2.0, 3.0),
    ).tobytes(),
    xmp=XMP.encode(),
)


@given(st.lists(st.tuples(st.integers(2, 1500), st.integers(0, 255)), max_size=12))
@settings(max_examples=200)
def test_no_damage_raises(damage):
    data = bytearray(WHOLE)
    for at, value in damage:
        data[at % len(data)] = value
    told = read_exif_sheet(bytes(data))
    assert len(told.description) <= 2000
    assert told.f_number is None or 0 < told.f_number <= 1000


@given(st.text(max_size=300))
def test_cleaned_text_is_one_short_printable_line(text):
    told = clean(text, 50)
    assert len(told) <= 50
    assert told.isprintable() or not told.isascii()
    assert "\n" not in told


def test_real_photos_tell_what_their_cameras_wrote(photo_collection):
    photo = photo_collection / "camera" / "metadata-extractor" / "jpg" / "Apple iPhone 4.jpg"
    told = read_exif_sheet(photo.read_bytes())
    assert (told.model, told.iso, told.taken) == ("iPhone 4", 500, "2011-01-13 14:33:39")
    assert told.longitude == pytest.approx(12.48883, abs=1e-4)
    raw = photo_collection / "camera" / "metadata-extractor" / "nef" / "Issue 247-1.nef"
    assert read_exif_sheet(raw.read_bytes()).focal_length_35mm == 75
