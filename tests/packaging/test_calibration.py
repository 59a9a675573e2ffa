import importlib
from types import ModuleType

import numpy as np
import pytest
from PIL import Image


@pytest.fixture
def calibration() -> ModuleType:
    return importlib.import_module("calibration")


def write_photo(path, *colour: int) -> None:
    Image.fromarray(np.full((9, 7, 3), colour, np.uint8)).save(path)


@pytest.fixture
def photos(tmp_path):
    folder = tmp_path / "photos"
    folder.mkdir()
    write_photo(folder / "a.png", 127, 191, 255)
    write_photo(folder / "b.png", 0, 0, 0)
    write_photo(folder / "c.png", 63, 127, 127)
    return folder


def test_the_ranges_are_those_of_every_second_photo(calibration, make_network, photos):
    ranges = calibration.measured_ranges(make_network(), photos)
    assert ranges["embedding"] == [-0.5, 1.0]


def test_the_input_and_the_average_are_not_to_be_rounded(calibration, make_network, photos):
    assert calibration.measured_ranges(make_network(), photos).keys() == {"embedding"}


def test_zero_is_in_every_range(calibration, make_network, photos):
    (photos / "c.png").unlink()
    write_photo(photos / "a.png", 191, 255, 255)
    assert calibration.measured_ranges(make_network(), photos)["embedding"] == [0.0, 1.0]
