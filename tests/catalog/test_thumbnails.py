"""The thumbnail cache may be lost at any time, and never costs more than its pictures."""

from contextlib import closing
from pathlib import Path

import pytest

from lookalike.catalog.thumbnails import ThumbnailCache
from lookalike.photos import ContentHash

HASH = ContentHash(b"content")


def test_a_picture_is_kept_by_content_and_size(tmp_path: Path):
    with closing(ThumbnailCache.open(tmp_path / "thumbnails.db")) as cache:
        cache.write(HASH, 384, b"large")
        cache.write(HASH, 128, b"small")
    with closing(ThumbnailCache.open(tmp_path / "thumbnails.db")) as cache:
        assert cache.read(HASH, 384) == b"large"
        assert cache.read(HASH, 128) == b"small"
        assert cache.read(HASH, 256) is None
        assert cache.read(ContentHash(b"other"), 384) is None


@pytest.mark.parametrize("damage", [b"", b"not a database at all" * 300])
def test_a_damaged_cache_begins_anew(tmp_path: Path, damage: bytes):
    file = tmp_path / "thumbnails.db"
    with closing(ThumbnailCache.open(file)) as cache:
        cache.write(HASH, 384, b"picture")
    file.write_bytes(damage)
    with closing(ThumbnailCache.open(file)) as cache:
        assert cache.read(HASH, 384) is None
        cache.write(HASH, 384, b"again")
        assert cache.read(HASH, 384) == b"again"


def test_a_read_only_cache_is_read(tmp_path: Path, read_only):
    with closing(ThumbnailCache.open(tmp_path / "thumbnails.db")) as cache:
        cache.write(HASH, 384, b"picture")
    read_only(tmp_path)
    with closing(ThumbnailCache.open(tmp_path / "thumbnails.db")) as cache:
        assert cache.read(HASH, 384) == b"picture"


def test_a_library_without_room_for_a_cache_works_without(tmp_path: Path, read_only):
    read_only(tmp_path)
    with closing(ThumbnailCache.open(tmp_path / "thumbnails.db")) as cache:
        cache.write(HASH, 384, b"picture")
        assert cache.read(HASH, 384) is None
