"""The index follows the catalog, whatever happened to its file."""

import shutil
from pathlib import Path

import pytest

from lookalike.library.intake.import_engine import bring_in as import_folders
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.searching import search
from lookalike.progress import Progress

COLOURS = [(220, 20, 20), (20, 200, 20), (20, 20, 220), (200, 200, 20), (20, 200, 200)]


@pytest.fixture
def painted(bring_in, paint) -> list[Path]:
    paths = [paint(f"{n}.png", colour) for n, colour in enumerate(COLOURS)]
    bring_in()
    return paths


def index_file(library) -> Path:
    [file] = (library.folder / "index").iterdir()
    return file


def answers(library, path: Path):
    return [(m.photo.path, m.distance) for m in search(library, Question((Example(path),))).matches]


def current(library):
    embedder = library.embedder()
    return library.indexes.current(embedder.space, embedder.prior_centre)


def test_an_import_leaves_an_index_of_every_photo(library, painted):
    assert library.indexes.indexed(library.embedder().space) == len(COLOURS)
    assert index_file(library).suffix == ".hnsw"


def test_a_reopened_library_answers_the_same(library, open_library, painted):
    assert answers(open_library(), painted[0]) == answers(library, painted[0])


@pytest.mark.parametrize("damage", ["gone", "empty", "short", "flipped", "nonsense"])
def test_a_damaged_index_is_rebuilt(library, open_library, painted, damage):
    before = answers(library, painted[0])
    file = index_file(library)
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 0x40
    if damage == "gone":
        file.unlink()
    else:
        broken = {"empty": b"", "short": data[:-40], "flipped": data, "nonsense": b"?" * 5000}
        file.write_bytes(broken[damage])
    assert answers(open_library(), painted[0]) == before
    assert library.indexes.indexed(library.embedder().space) == len(COLOURS)


def test_a_search_saves_what_it_had_to_rebuild_but_not_in_a_read_only_library(
    library, open_library, painted, read_only
):
    file = index_file(library)
    file.unlink()
    answers(open_library(), painted[0])
    assert file.exists()
    file.unlink()
    read_only(library.folder)
    assert answers(open_library(), painted[0])
    assert not file.exists()


def test_an_index_of_another_catalog_is_not_believed(library, open_library, paint, tmp_path):
    other = open_library(tmp_path / "other")
    theirs = [paint(f"../theirs/{n}.png", c) for n, c in enumerate(reversed(COLOURS))]
    import_folders(other, [theirs[0].parent], Progress())
    ours = [paint(f"../ours/{n}.png", c) for n, c in enumerate(COLOURS)]
    import_folders(library, [ours[0].parent], Progress())
    shutil.copy(index_file(other), index_file(library))
    fresh = open_library()
    assert answers(fresh, ours[0])[0][0] == ours[0]


def test_a_catalog_restored_from_a_backup_is_believed(
    library, open_library, bring_in, paint, painted
):
    library.close()
    shutil.copy(library.folder / "catalog.db", library.folder / "kept")
    grown = open_library()
    import_folders(grown, [paint("late.png", (90, 90, 90)).parent], Progress())
    grown.close()
    shutil.copy(library.folder / "kept", library.folder / "catalog.db")
    assert current(open_library()).count == len(COLOURS)


def test_the_projection_is_fitted_again_when_the_library_has_doubled(
    library, bring_in, paint, painted
):
    def fitted_on() -> int:
        return current(library).projection.fitted_on

    assert fitted_on() == 5
    for number in range(4):
        paint(f"more/{number}.png", (60, 60 * number, 90), seed=number)
    bring_in()
    assert fitted_on() == 5
    paint("more/last.png", (10, 10, 10))
    bring_in()
    assert fitted_on() == current(library).count == 10


def test_an_index_full_of_forgotten_vectors_is_rebuilt(library, bring_in, paint, painted):
    for path in painted:
        paint(path.name, (9, 9, 9), seed=int(path.stem))
    library.catalog.forget(library.photo_ids())
    space = library.embedder().space
    assert library.indexes.indexed(space) == len(COLOURS)
    bring_in()
    assert len(search(library, Question((Example(painted[0]),))).matches) == len(COLOURS)
