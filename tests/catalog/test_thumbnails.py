"""The thumbnail cache may be lost at any time, and never costs more than its pictures."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from lookalike.catalog.thumbnails import ThumbnailCache
from lookalike.photos import ContentHash

HASH = ContentHash(b"content")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "thumbnails.db"


def test_a_picture_is_kept_by_content_and_size(file: Path):
    with closing(ThumbnailCache(file)) as cache:
        cache.write({HASH: b"large"}, 384)
        cache.write({HASH: b"small"}, 128)
    with closing(ThumbnailCache(file)) as cache:
        assert cache.read(HASH, 384) == b"large"
        assert cache.read(HASH, 128) == b"small"
        assert cache.read(HASH, 256) is None
        assert cache.read(ContentHash(b"other"), 384) is None


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 300])
def test_a_damaged_cache_begins_anew(file: Path, damage: bytes):
    with closing(ThumbnailCache(file)) as cache:
        cache.write({HASH: b"picture"}, 384)
    file.write_bytes(damage)
    with closing(ThumbnailCache(file)) as cache:
        assert cache.read(HASH, 384) is None
        cache.write({HASH: b"again"}, 384)
        assert cache.read(HASH, 384) == b"again"


def test_a_cache_that_is_damaged_behind_its_first_page_begins_anew(file: Path):
    pictures = {ContentHash(number.to_bytes(2, "big")): bytes(3000) for number in range(200)}
    with closing(ThumbnailCache(file)) as cache:
        cache.write(pictures, 384)
    data = bytearray(file.read_bytes())
    data[4096:] = b"?" * (len(data) - 4096)
    file.write_bytes(data)
    with closing(ThumbnailCache(file)) as cache:
        cache.write(pictures, 384)  # notices the damage, and loses these
        cache.write({HASH: b"again"}, 384)
        assert cache.read(HASH, 384) == b"again"


def test_a_cache_that_is_in_use_elsewhere_is_left_alone(
    file: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr("lookalike.catalog.database.BUSY_TIMEOUT_S", 0.05)
    with closing(ThumbnailCache(file)) as cache:
        cache.write({HASH: b"picture"}, 384)
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with closing(ThumbnailCache(file)) as cache:
            assert cache.read(HASH, 384) == b"picture"
            cache.write({HASH: b"lost"}, 384)
        other.execute("ROLLBACK")
    with closing(ThumbnailCache(file)) as cache:
        assert cache.read(HASH, 384) == b"picture"


def test_a_read_only_cache_is_read(file: Path, read_only):
    with closing(ThumbnailCache(file)) as cache:
        cache.write({HASH: b"picture"}, 384)
    read_only(file.parent)
    with closing(ThumbnailCache(file)) as cache:
        assert cache.read(HASH, 384) == b"picture"


@pytest.mark.parametrize("what", ["folder", "closed"])
def test_a_library_without_room_for_a_cache_works_without(file: Path, read_only, what: str):
    if what == "folder":
        file.mkdir()
    else:
        read_only(file.parent)
    with closing(ThumbnailCache(file)) as cache:
        cache.write({HASH: b"picture"}, 384)
        assert cache.read(HASH, 384) is None
