"""Pictures to look at."""

import sqlite3
from contextlib import closing

import pytest
from PIL import Image

from lookalike.errors import PhotoUnreadable
from lookalike.library.search.pictures import large_picture, thumbnail


@pytest.fixture
def photo(library, bring_in, paint):
    paint("a.png")
    bring_in()
    return library.photos(library.photo_ids())[0]


def lose_thumbnails(library, sql="DELETE FROM thumbnails"):
    with closing(sqlite3.connect(library.folder / "thumbnails.db")) as raw, raw:
        raw.execute(sql)


def test_a_thumbnail_shows_without_its_file(library, photo):
    photo.path.unlink()
    assert thumbnail(library, photo).shape == (24, 32, 3)


@pytest.mark.parametrize(
    "damage", ["DELETE FROM thumbnails", "UPDATE thumbnails SET picture = x'00'"]
)
def test_a_lost_thumbnail_is_made_again_and_kept(library, photo, damage):
    lose_thumbnails(library, damage)
    assert thumbnail(library, photo).shape == (24, 32, 3)
    photo.path.unlink()
    assert thumbnail(library, photo).shape == (24, 32, 3)


def test_a_photo_without_thumbnail_and_file_is_told(library, photo):
    lose_thumbnails(library)
    photo.path.unlink()
    with pytest.raises(PhotoUnreadable, match="no such file"):
        thumbnail(library, photo)


def test_a_large_picture_comes_from_a_file_or_from_bytes(library, photo):
    from_file = large_picture(library, photo.path, 2000)
    assert from_file.shape == (24, 32, 3)
    assert (large_picture(library, photo.path.read_bytes(), 2000) == from_file).all()


def test_a_photo_that_was_edited_is_shown_but_not_kept_as_what_it_was(library, photo, paint):
    lose_thumbnails(library)
    paint("a.png", colour=(0, 0, 220))
    assert thumbnail(library, photo)[..., 2].mean() > 150
    photo.path.unlink()
    with pytest.raises(PhotoUnreadable):
        thumbnail(library, photo)


def test_a_thumbnail_keeps_to_the_limit_of_the_settings(open_library, bring_in, paint):
    path = paint("a.png")
    with Image.open(path) as image:
        image.resize((1200, 1000)).save(path)
    bring_in()
    small = open_library(max_megapixels=1)
    lose_thumbnails(small)
    [photo] = small.photos(small.photo_ids())
    with pytest.raises(PhotoUnreadable, match="larger than 1 megapixels"):
        thumbnail(small, photo)
