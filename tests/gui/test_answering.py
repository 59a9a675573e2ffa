from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtGui import QImage

from lookalike.errors import NothingToSearch, PhotoUnreadable
from lookalike.gui import answering
from lookalike.gui.browsing import Query
from lookalike.library.importing import import_folders
from lookalike.library.library import Library
from lookalike.library.searching import search
from lookalike.photos import PhotoId
from lookalike.progress import Progress

IdOf = Callable[[str], PhotoId]


@pytest.fixture
def id_of(library: Library, photos: Path) -> IdOf:
    """The photos are in the library; their ids by name."""
    import_folders(library, [photos], Progress())
    named = {photo.path.name: photo.id for photo in library.photos(library.photo_ids())}
    return named.__getitem__


def test_a_photo_of_the_library_names_the_query(library: Library, id_of: IdOf) -> None:
    answer = answering.find(library, Query(id_of("red-0.png"), "?"))
    assert answer.name == "red-0.png"
    assert answer.photos[0].path.name == "red-1.png"
    assert not answer.picture.isNull()


def test_a_photo_can_be_searched_by_when_its_file_is_gone(
    library: Library, photos: Path, id_of: IdOf
) -> None:
    (photos / "red-0.png").unlink()
    answer = answering.find(library, Query(id_of("red-0.png"), "?"))
    assert answer.photos[0].path.name == "red-1.png"


def test_a_picture_without_a_file_is_searched_by(
    library: Library, photos: Path, id_of: IdOf
) -> None:
    answer = answering.find(library, Query(QImage(str(photos / "blue-1.png")), "Pasted picture"))
    assert id_of("blue-1.png") in [photo.id for photo in answer.photos[:2]]
    assert answer.likeness[id_of("blue-1.png")].similarity == pytest.approx(1, abs=0.02)


def test_what_the_search_has_to_say_stands_beside_the_count(
    library: Library, id_of: IdOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def slower(*asked, **how):
        return replace(search(*asked, **how), note="Search is exact and takes longer.")

    monkeypatch.setattr(answering, "search", slower)
    told = answering.find(library, Query(id_of("red-0.png"), "?")).detail
    assert told == "The 7 most similar of 8 photos · Search is exact and takes longer."


def test_the_query_picture_is_small_whatever_came(
    library: Library, tmp_path: Path, id_of: IdOf
) -> None:
    large = tmp_path / "large.jpg"
    Image.fromarray(np.zeros((1500, 3000, 3), np.uint8)).save(large)
    picture = answering.find(library, Query(large, large.name)).picture
    assert max(picture.width(), picture.height()) <= 300
    assert picture.width() == 2 * picture.height()


def test_an_empty_library_is_told_before_the_network_is_loaded(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(library, "embedder", lambda: pytest.fail("loaded"))
    with pytest.raises(NothingToSearch, match="Drop a folder"):
        answering.find(library, Query(tmp_path / "a.jpg", "a.jpg"))


def test_what_is_no_picture_is_unreadable(library: Library, tmp_path: Path, id_of: IdOf) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("hello")
    with pytest.raises(PhotoUnreadable, match=r"notes\.txt"):
        answering.find(library, Query(other, other.name))


def test_thumbnails_come_from_the_cache_when_the_file_is_gone(
    library: Library, photos: Path, id_of: IdOf
) -> None:
    (photos / "red-0.png").unlink()
    assert answering.fetch_thumbnail(library, id_of("red-0.png")).pixels is not None


def test_without_cache_and_file_there_is_no_thumbnail_and_no_error(
    library: Library, photos: Path, id_of: IdOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    (photos / "red-0.png").unlink()
    monkeypatch.setattr(library.thumbnails, "read", lambda *_: None)
    found = answering.fetch_thumbnail(library, id_of("red-0.png"))
    assert found.pixels is None
    assert found.photo.path.name == "red-0.png"


def test_a_large_photo_that_is_damaged_or_gone_is_a_sentence(
    library: Library, photos: Path, id_of: IdOf
) -> None:
    (photos / "red-0.png").unlink()
    gone = answering.load_large(library, id_of("red-0.png"), 500)
    assert gone.trouble == f"The file is gone: {photos / 'red-0.png'}"
    (photos / "red-1.png").write_bytes(b"\x89PNG no more")
    damaged = answering.load_large(library, id_of("red-1.png"), 500)
    assert damaged.pixels is None
    assert "red-1.png cannot be read" in damaged.trouble


def test_a_photo_that_was_forgotten_is_a_sentence(library: Library) -> None:
    with pytest.raises(NothingToSearch, match="no longer in the library"):
        library.photo(PhotoId(99))


def test_the_network_is_told_with_what_runs_it(library: Library) -> None:
    assert answering.running_network(library) == "Tiny on the CPU"
