import os
import time

import numpy as np
import pytest

from lookalike.errors import LibraryUnusable
from lookalike.library.layers.atlas import Atlas
from lookalike.library.layers.atlas_file import read_atlas, write_atlas


@pytest.fixture
def file(tmp_path):
    return tmp_path / "atlas" / "layer.atlas"


def atlas(photos: int = 120, units: int = 4, seed: int = 0) -> Atlas:
    random = np.random.default_rng(seed)
    ids = random.choice(1000, photos, replace=False)
    values = random.normal(size=(photos, units))
    return Atlas.of(values, random.integers(0, 49, (photos, units)), ids)


def assert_same(one: Atlas, other: Atlas | None) -> None:
    assert other is not None
    for name in ("values", "cells", "ids"):
        np.testing.assert_array_equal(getattr(one, name), getattr(other, name))
    np.testing.assert_array_equal(one.seen.first, other.seen.first)
    np.testing.assert_array_equal(one.seen.last, other.seen.last)


@pytest.mark.parametrize("photos", [0, 1, 120])
def test_what_is_written_is_read(file, photos):
    write_atlas(atlas(photos), file, "layer")
    assert_same(atlas(photos), read_atlas(file, "layer"))
    assert list(file.parent.iterdir()) == [file]


def test_that_of_something_else_is_not_read(file):
    assert read_atlas(file, "layer") is None
    write_atlas(atlas(), file, "layer")
    assert read_atlas(file, "another layer") is None


def test_a_damaged_file_is_not_read(file):
    write_atlas(atlas(), file, "layer")
    sound = file.read_bytes()
    for at in [*range(88), *range(88, len(sound), 97), len(sound) - 1]:
        file.write_bytes(sound[:at] + bytes([sound[at] ^ 0x41]) + sound[at + 1 :])
        assert read_atlas(file, "layer") is None, at
    for size in (0, 8, 87, 88, len(sound) - 1):
        file.write_bytes(sound[:size])
        assert read_atlas(file, "layer") is None, size
    file.write_bytes(sound + b"\0")
    assert read_atlas(file, "layer") is None


def test_where_there_is_no_room_the_old_file_stays(file, monkeypatch):
    write_atlas(atlas(seed=1), file, "layer")

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(LibraryUnusable, match="No space left"):
        write_atlas(atlas(seed=2), file, "layer")
    assert_same(atlas(seed=1), read_atlas(file, "layer"))
    assert list(file.parent.iterdir()) == [file]


def test_what_a_killed_writer_left_is_swept_up(file):
    file.parent.mkdir()
    left, fresh = (file.with_name(f"{file.name}.{number}.new") for number in (1, 2))
    left.touch()
    fresh.touch()
    os.utime(left, (time.time() - 7200, time.time() - 7200))
    write_atlas(atlas(), file, "layer")
    assert sorted(file.parent.iterdir()) == [file, fresh]
