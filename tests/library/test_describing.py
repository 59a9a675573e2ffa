import os
import shutil

import pytest
from PIL import Image

from lookalike.imaging import decode
from lookalike.library.describing import describe_photos
from lookalike.progress import Cancelled, Progress

MAKE, MODEL = 271, 272


@pytest.fixture
def taken_with(paint):
    """Writes a photo by a camera."""

    def write(name, camera):
        path = paint(name, seed=sum(name.encode()))
        exif = Image.Exif()
        exif[MAKE], exif[MODEL] = camera.split(" ", 1)
        with Image.open(path) as image:
            image.save(path, exif=exif)
        return path

    return write


@pytest.fixture
def forget_cameras(library):
    """As a library is that an older version made."""

    def forget():
        with library.catalog._database.transaction() as connection:
            connection.execute("UPDATE photos SET camera = NULL")

    return forget


def cameras(library):
    photos = library.photos(library.photo_ids())
    return {photo.path.name: photo.facts.camera for photo in photos}


def test_an_import_keeps_the_camera(library, taken_with, paint, bring_in):
    taken_with("a.jpg", "Canon EOS R5")
    paint("b.jpg")
    bring_in()
    assert cameras(library) == {"a.jpg": "Canon EOS R5", "b.jpg": ""}


def test_cameras_of_an_older_library_are_filled_in_without_decoding(
    library, taken_with, paint, bring_in, forget_cameras, monkeypatch
):
    path = taken_with("a.jpg", "Canon EOS R5")
    shutil.copy(path, path.with_name("copy.jpg"))
    paint("b.png")
    bring_in()
    forget_cameras()
    monkeypatch.setattr(Image.Image, "load", None)
    monkeypatch.setattr(decode, "decode_photo", None)
    assert describe_photos(library, Progress()) == 2
    assert cameras(library) == {"a.jpg": "Canon EOS R5", "copy.jpg": "Canon EOS R5", "b.png": ""}
    assert describe_photos(library, Progress()) == 0


def test_files_that_are_gone_or_changed_are_asked_another_time(
    library, taken_with, bring_in, forget_cameras
):
    gone, changed = taken_with("a.jpg", "Canon EOS R5"), taken_with("b.jpg", "Canon EOS R5")
    bring_in()
    forget_cameras()
    away = gone.rename(gone.with_suffix(".away"))
    mtime_ns = changed.stat().st_mtime_ns
    os.utime(changed, ns=(0, 0))
    assert describe_photos(library, Progress()) == 0
    assert cameras(library) == {"a.jpg": None, "b.jpg": None}
    away.rename(gone)
    os.utime(changed, ns=(mtime_ns, mtime_ns))
    assert describe_photos(library, Progress()) == 2
    assert cameras(library) == {"a.jpg": "Canon EOS R5", "b.jpg": "Canon EOS R5"}


def test_more_photos_than_are_read_at_once(
    library, taken_with, bring_in, forget_cameras, monkeypatch
):
    monkeypatch.setattr("lookalike.library.describing._AT_ONCE", 2)
    for number in range(5):
        taken_with(f"{number}.jpg", f"Canon {number}")
    bring_in()
    forget_cameras()
    assert describe_photos(library, Progress()) == 5
    assert cameras(library) == {f"{number}.jpg": f"Canon {number}" for number in range(5)}


def test_what_is_done_is_kept_when_it_is_stopped(library, taken_with, bring_in, forget_cameras):
    for number in range(5):
        taken_with(f"{number}.jpg", "Canon EOS R5")
    bring_in()
    forget_cameras()
    progress = Progress(
        lambda advance: progress.cancel() if advance.done == 2 else None, interval_s=0
    )
    with pytest.raises(Cancelled):
        describe_photos(library, progress)
    assert 0 < sum(camera is not None for camera in cameras(library).values()) < 5
