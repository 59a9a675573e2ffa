import io
from datetime import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from PIL.ExifTags import IFD, Base

from lookalike.imaging.decode import decode_photo
from lookalike.imaging.metadata import read_facts


def exif(**tags: object) -> Image.Exif:
    """EXIF with tags by name; those of the photo itself go where cameras put them."""
    made = Image.Exif()
    for name, value in tags.items():
        tag = Base[name]
        if tag in (Base.Orientation, Base.DateTime):
            made[tag] = value
        else:
            made.get_ifd(IFD.Exif)[tag] = value
    return made


def facts(format_name="JPEG", **tags):
    file = io.BytesIO()
    Image.new("RGB", (6, 4)).save(file, format_name, exif=exif(**tags).tobytes())
    return decode_photo(file.getvalue()).facts


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"])
def test_the_moment_of_exposure_comes_first(format_name):
    told = facts(
        format_name,
        DateTime="2024:05:06 07:08:09",
        DateTimeDigitized="2023:05:06 07:08:09",
        DateTimeOriginal="2022:05:06 07:08:09",
    )
    assert told.taken_at == datetime(2022, 5, 6, 7, 8, 9)


def test_the_next_best_time_is_taken_where_the_first_is_garbage():
    told = facts(DateTime="2024:05:06 07:08:09", DateTimeOriginal="0000:00:00 00:00:00")
    assert told.taken_at == datetime(2024, 5, 6, 7, 8, 9)


@pytest.mark.parametrize("told", ["2021-03-04T05:06:07+02:00", " 2021/03/04 05:06:07.55"])
def test_times_are_read_as_other_programs_write_them(told):
    assert facts(DateTimeOriginal=told).taken_at == datetime(2021, 3, 4, 5, 6, 7)


@pytest.mark.parametrize("told", ["", "yesterday", "    :  :     :  :  ", "2021:13:40 25:61:61"])
def test_a_garbled_time_is_no_time(told):
    assert facts(DateTime=told, DateTimeOriginal=told).taken_at is None


@given(st.text(max_size=30))
@settings(deadline=None)
def test_no_text_in_place_of_a_time_costs_the_facts(told):
    assert (facts(DateTimeOriginal=told).width, facts(DateTime=told).height) == (6, 4)


@pytest.mark.parametrize("told", [0, 9, 255, 65535])
def test_an_orientation_that_is_none_means_upright(told):
    assert facts(Orientation=told).orientation == 1


@pytest.mark.parametrize("orientation", range(1, 9))
def test_width_and_height_are_those_of_the_upright_picture(orientation):
    told = facts(Orientation=orientation)
    assert told.orientation == orientation
    assert (told.width, told.height) == ((4, 6) if orientation >= 5 else (6, 4))


@pytest.mark.parametrize("format_name", ["JPEG", "PNG", "WEBP", "TIFF", "AVIF", "GIF", "BMP"])
def test_formats_are_told_by_their_usual_names(format_name):
    file = io.BytesIO()
    Image.new("RGB", (6, 4)).save(file, format_name)
    assert decode_photo(file.getvalue()).facts.format == format_name


def test_several_views_in_one_file_are_a_jpeg():
    file = io.BytesIO()
    first, second = Image.new("RGB", (6, 4)), Image.new("RGB", (8, 8))
    first.save(file, "MPO", save_all=True, append_images=[second])
    told = decode_photo(file.getvalue()).facts
    assert (told.format, told.width, told.height) == ("JPEG", 6, 4)


def test_an_orientation_of_the_wrong_kind_means_upright():
    image = Image.new("RGB", (6, 4))
    image.getexif()[Base.Orientation] = "upside down"
    assert read_facts(image).orientation == 1


def test_metadata_that_raises_is_no_metadata():
    class Broken(Image.Image):
        def getexif(self):
            raise RecursionError

    image = Broken()
    image._size = (3, 2)
    told = read_facts(image)
    assert (told.width, told.height, told.orientation, told.taken_at) == (3, 2, 1, None)


def test_the_orientation_survives_a_broken_branch_of_the_exif():
    made = exif(Orientation=6, DateTimeOriginal="2022:05:06 07:08:09").tobytes()
    pointer = made.index(b"\x69\x87") if b"II*" in made else made.index(b"\x87\x69")
    broken = made[: pointer + 8] + b"\xff\xff\xff\x7f" + made[pointer + 12 :]
    file = io.BytesIO()
    Image.new("RGB", (6, 4)).save(file, "JPEG", exif=broken)
    assert decode_photo(file.getvalue()).facts.orientation == 6
