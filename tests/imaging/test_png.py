"""Pictures that the program makes, as files."""

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lookalike.errors import LookalikeError
from lookalike.imaging.png import write_png


@pytest.mark.parametrize("shape", [(5, 7, 3), (5, 7)])
def test_a_picture_is_read_again_as_it_was(tmp_path: Path, shape: tuple[int, ...]) -> None:
    pixels = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    write_png(tmp_path / "a.png", pixels)
    with Image.open(tmp_path / "a.png") as image:
        assert image.format == "PNG"
        np.testing.assert_array_equal(np.asarray(image), pixels)
    assert list(tmp_path.iterdir()) == [tmp_path / "a.png"]


def test_others_may_read_a_picture_as_far_as_they_may_read_other_files(tmp_path: Path) -> None:
    (tmp_path / "other").write_bytes(b"")
    write_png(tmp_path / "a.png", np.zeros((2, 2, 3), np.uint8))
    assert (tmp_path / "a.png").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_folder_that_is_not_there_is_a_sentence(tmp_path: Path) -> None:
    with pytest.raises(LookalikeError, match=r"a\.png cannot be written"):
        write_png(tmp_path / "none" / "a.png", np.zeros((2, 2, 3), np.uint8))


def test_a_picture_that_cannot_be_finished_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LookalikeError, match="No space left on device"):
        write_png(tmp_path / "a.png", np.zeros((2, 2, 3), np.uint8))
    assert list(tmp_path.iterdir()) == []
