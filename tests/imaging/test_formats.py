import subprocess
import sys
import threading
import warnings
from pathlib import Path

import pytest
from PIL import Image

from lookalike.imaging.formats import PHOTO_SUFFIXES, PILLOW_FORMATS, is_photo, prepare_pillow


@pytest.mark.parametrize("name", ["a.jpg", "a.JPG", "b.Heic", "ü.tiff", "c.d.webp", "x.avif"])
def test_a_photo_is_known_by_its_suffix(name):
    assert is_photo(Path("folder") / name)


@pytest.mark.parametrize("name", ["a.txt", "jpg", "a.jpg.part", ".jpg", "a.eps", "a.psd", "a."])
def test_other_files_are_not_photos(name):
    assert not is_photo(Path("folder.jpg") / name)


def test_every_format_that_is_opened_has_a_suffix_that_is_found():
    prepare_pillow(400)
    known = Image.registered_extensions()
    for format_name in PILLOW_FORMATS:
        suffixes = {suffix for suffix, owner in known.items() if owner == format_name}
        assert suffixes & PHOTO_SUFFIXES, format_name


def test_asking_for_suffixes_loads_no_decoder():
    program = (
        "import sys; from lookalike.imaging.formats import is_photo; assert is_photo('a.jpg');"
        "print([name for name in ('PIL', 'pi_heif', 'numpy') if name in sys.modules])"
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
