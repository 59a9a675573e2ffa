"""Building a space: what is missing, all of it, once, and no more."""

import threading

import numpy as np
import pytest

from lookalike.errors import LibraryUnusable, NothingToSearch
from lookalike.library.search import building
from lookalike.library.search.building import build_space, look_by_hand_at_missing
from lookalike.library.search.looking import hand_made_spaces
from lookalike.library.search.spaces import find_space
from lookalike.photos import Space
from lookalike.progress import Cancelled, Progress

COLOURS = [(220, 20, 20), (20, 200, 20), (20, 20, 220), (200, 200, 20), (20, 200, 200)]


@pytest.fixture
def painted(library, bring_in, paint, forget_looks):
    """Photos of a library that nobody has looked at by hand."""
    paths = [paint(f"{number}.png", colour, number) for number, colour in enumerate(COLOURS)]
    bring_in()
    forget_looks(library)
    return paths


def nearest(library, name: str) -> np.ndarray:
    space = find_space(library, name)
    index = library.indexes.current(space, None)
    return index.keys


@pytest.mark.parametrize("name", ["colour", "shape", "pixels", "layer:map"])
def test_every_photo_gets_a_vector_and_the_index_has_it(library, painted, name):
    built = build_space(library, name, Progress())
    assert (built.space.name, built.built, built.skipped) == (name, 5, 0)
    assert library.indexes.indexed(built.space) == 5


def test_only_what_is_missing_is_done_again(library, painted, paint, bring_in):
    build_space(library, "colour", Progress())
    before = nearest(library, "colour").tolist()
    assert build_space(library, "colour", Progress()).built == 0
    paint("late.png", (90, 90, 90))
    bring_in()
    assert build_space(library, "colour", Progress()).built == 0
    assert nearest(library, "colour").tolist()[:5] == before
    assert build_space(library, "shape", Progress()).built == 5


def test_copies_and_missing_photos_cost_nothing(library, painted, paint, bring_in):
    paint("copy.png", COLOURS[0], 0)
    painted[1].unlink()
    bring_in()
    assert build_space(library, "colour", Progress()).built == 4


def test_files_are_read_where_the_thumbnails_were_lost(library, open_library, painted):
    space = build_space(library, "pixels", Progress()).space
    kept = [vectors for _, vectors in library.catalog.embeddings(space)]
    library.close()
    for part in library.folder.glob("thumbnails.db*"):
        part.unlink()
    painted[3].unlink()
    painted[4].write_bytes(painted[0].read_bytes())  # another picture in its place
    fresh = open_library()
    space = build_space(fresh, "shape", Progress()).space
    built = build_space(fresh, "layer:map", Progress())
    assert (built.built, built.skipped) == (3, 2)
    assert fresh.catalog.embedding_count(space) == 3
    assert len(kept[0]) == 5
    # They were made again, and are kept.
    assert fresh.thumbnails.read(fresh.photo(fresh.photo_ids()[0]).content_hash, 384)


def test_what_was_done_before_a_stop_is_kept(library, painted, monkeypatch):
    monkeypatch.setattr(building, "_WINDOW_PER_THREAD", 1)
    library.settings = type(library.settings)(network="tiny", decode_threads=1)
    progress = Progress()
    seen = []
    see_content = building.see_content

    def see_and_stop(*asked):
        seen.append(asked)
        if len(seen) == 3:
            progress.cancel()
        return see_content(*asked)

    monkeypatch.setattr(building, "see_content", see_and_stop)
    with pytest.raises(Cancelled):
        build_space(library, "colour", progress)
    kept = library.catalog.embedding_count(find_space(library, "colour"))
    assert 1 <= kept <= 3
    assert build_space(library, "colour", Progress()).built == 5 - kept


def test_two_at_once_write_each_vector_once(library, open_library, painted):
    libraries = [library, open_library()]
    built = []

    def work(one):
        built.append(build_space(one, "colour", Progress()).built)

    threads = [threading.Thread(target=work, args=(one,)) for one in libraries]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sum(built) == 5
    keys = nearest(library, "colour")
    assert len(keys) == 5
    assert len(library.catalog.photos_with_embeddings(keys.tolist())) == 5


def test_progress_counts_up_to_all(library, painted):
    told = []
    build_space(library, "colour", Progress(told.append, interval_s=0))
    looked = [(each.done, each.total) for each in told if each.activity == "Looking at photos"]
    assert looked == [(done, 5) for done in range(6)]


def test_content_comes_by_importing_and_nonsense_not_at_all(library, painted):
    with pytest.raises(NothingToSearch, match="brought in"):
        build_space(library, "content", Progress())
    with pytest.raises(NothingToSearch, match='no space "taste"'):
        build_space(library, "taste", Progress())


def test_a_read_only_library_is_told_before_any_work(library, painted, read_only, open_library):
    library.close()
    read_only(library.folder)
    with pytest.raises(LibraryUnusable, match="read-only"):
        build_space(open_library(), "colour", Progress())


def test_a_library_without_photos_has_nothing_to_build(library):
    assert build_space(library, "colour", Progress()).built == 0


def kept_by_hand(library) -> dict[str, list]:
    return {
        space.name: [
            library.catalog.embedding(space, photo.content_hash).tolist()
            for photo in library.photos(library.photo_ids())
        ]
        for space in hand_made_spaces()
    }


def test_what_an_import_looks_at_is_what_would_be_built(library, paint, bring_in, forget_looks):
    for number, colour in enumerate(COLOURS):
        paint(f"{number}.png", colour, number)
    bring_in()
    imported = kept_by_hand(library)
    assert [space.dimensions for space in hand_made_spaces()] == [
        len(vectors[0]) for vectors in imported.values()
    ]
    forget_looks(library)
    for name in imported:
        assert build_space(library, name, Progress()).built == 5
    assert kept_by_hand(library) == imported


def test_what_is_missing_by_hand_is_made_up_for_once(library, painted, monkeypatch):
    monkeypatch.setattr(building, "MOST_UNASKED", 4)
    assert look_by_hand_at_missing(library, Progress()) == 0
    monkeypatch.setattr(building, "MOST_UNASKED", 5)
    assert look_by_hand_at_missing(library, Progress()) == 15
    assert look_by_hand_at_missing(library, Progress()) == 0
    assert len(nearest(library, "shape")) == 5


def test_what_an_older_descriptor_saw_is_dropped(library, painted):
    older = Space("colour", 3, {"descriptor": "of another version"})
    library.catalog.add_space(older)
    for photo in library.photos(library.photo_ids()):
        library.catalog.write_embedding(older, photo.content_hash, np.ones(3))
    build_space(library, "layer:map", Progress())
    look_by_hand_at_missing(library, Progress())
    stored = {each.space.key: each.count for each in library.catalog.spaces()}
    assert older.key not in stored
    assert list(stored.values()) == [5, 5, 5, 5, 5]  # content and a layer stay


def test_nothing_is_made_up_for_in_a_read_only_library(library, painted, read_only, open_library):
    library.close()
    read_only(library.folder)
    assert look_by_hand_at_missing(open_library(), Progress()) == 0
