from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from lookalike.gui.grid.contents import GridContents, Section, plain
from lookalike.gui.grid.folding import Folds
from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.grid.photo_list import PhotoList, PhotoRole
from lookalike.photos import Photo, PhotoFile, PhotoId, PhotoState


def ids(*numbers: int) -> list[PhotoId]:
    return [PhotoId(number) for number in numbers]


def photo(number: int) -> Photo:
    file = PhotoFile(Path(f"/photos/{number}.jpg"), 1, 1)
    return Photo(PhotoId(number), file, PhotoState.READY)


def results(shown: list[PhotoId], likeness: Likeness) -> GridContents:
    """The last of the photos is so much like the query."""
    return GridContents((Section("", shown),), {shown[-1]: likeness})


@pytest.fixture
def photos(qtmodeltester) -> PhotoList:
    shown = PhotoList()
    qtmodeltester.check(shown)
    return shown


def test_it_keeps_the_rules_of_qt(qtmodeltester) -> None:
    photos = PhotoList()
    photos.show(results(ids(3, 2, 1), Likeness(0.5, 0.9996)))
    photos.remember([photo(1)])
    qtmodeltester.check(photos)


def test_a_row_knows_its_id_and_similarity(photos: PhotoList) -> None:
    photos.show(results(ids(7, 8), Likeness(0.25, 0.9996)))
    assert [photos.index(row).data(PhotoRole.ID) for row in range(2)] == [7, 8]
    assert [photos.index(row).data(PhotoRole.SIMILARITY) for row in range(2)] == [None, 0.25]


def test_a_row_has_a_name_once_it_is_remembered(photos: PhotoList) -> None:
    photos.show(plain(ids(7)))
    assert photos.index(0).data() == ""
    photos.remember([photo(7)])
    assert photos.index(0).data() == "7.jpg"
    assert photos.index(0).data(Qt.ItemDataRole.ToolTipRole) == str(Path("/photos/7.jpg"))


def test_screen_readers_hear_name_and_similarity(photos: PhotoList) -> None:
    photos.show(results(ids(7), Likeness(0.925, 0.9996)))
    photos.remember([photo(7)])
    spoken = photos.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "7.jpg, 92% similar"


def test_the_tooltip_tells_what_the_percentage_is_measured_by(photos: PhotoList) -> None:
    photos.show(results(ids(7), Likeness(0.52, 0.9996)))
    photos.remember([photo(7)])
    told = photos.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert told.splitlines()[1] == "52% similar, closer than 99.9% of random pairs"


@pytest.mark.parametrize(
    "fresh",
    [
        ids(1, 2, 3, 4),
        ids(0, 1, 2, 3),
        ids(1, 7, 8, 2, 3),
        ids(0, 1, 5, 2, 9, 3),
        ids(3, 2, 1),
        ids(2),
        ids(1, 2),
        ids(9, 2, 8),
    ],
)
def test_photos_that_come_and_go_move_no_handle(
    photos: PhotoList, fresh: list[PhotoId], qtmodeltester
) -> None:
    photos.show(plain(ids(1, 2, 3)))
    held = QPersistentModelIndex(photos.index(1))
    was_reset = []
    photos.modelReset.connect(lambda: was_reset.append(True))
    photos.refresh(plain(fresh))
    assert photos.ids == fresh
    assert held.data(PhotoRole.ID) == 2
    assert not was_reset


def test_photos_that_are_gone_leave_the_list(photos: PhotoList) -> None:
    photos.show(plain(ids(1, 2, 3)))
    photos.refresh(plain(ids(1, 3)))
    assert photos.ids == ids(1, 3)
    assert photos.row_of(PhotoId(3)) == 1
    assert photos.row_of(PhotoId(2)) is None


def test_the_same_photos_again_are_no_change(photos: PhotoList) -> None:
    photos.show(plain(ids(1, 2)))
    changes = []
    photos.modelReset.connect(lambda: changes.append("reset"))
    photos.layoutChanged.connect(lambda: changes.append("layout"))
    photos.rowsInserted.connect(lambda: changes.append("rows"))
    photos.refresh(plain(ids(1, 2)))
    assert changes == []


def test_the_tooltip_tells_the_path_and_the_similarity(photos: PhotoList) -> None:
    photos.show(results(ids(1), Likeness(0.64, 0.996)))
    photos.remember([photo(1)])
    tip = photos.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == f"{photo(1).path}\n64% similar, closer than 99.6% of random pairs"


def test_memory_of_rows_is_bounded(photos: PhotoList) -> None:
    photos.remember(photo(number) for number in range(5000))
    assert photos.photo(PhotoId(0)) is None
    assert photos.photo(PhotoId(4999)) is not None


@pytest.mark.parametrize(
    ("fresh", "signals"),
    [
        (ids(1, 2, 3, 4), ["inserted"]),
        (ids(1, 9, 2, 3), ["inserted"]),
        (ids(1, 3), ["removed"]),
        (ids(2, 3), ["removed"]),
        (ids(3, 2, 1), ["layout"]),
        (ids(1, 9, 3), ["layout"]),
    ],
)
def test_a_change_is_told_as_what_it_is(
    photos: PhotoList, fresh: list[PhotoId], signals: list[str]
) -> None:
    photos.show(plain(ids(1, 2, 3)))
    told = []
    photos.rowsInserted.connect(lambda: told.append("inserted"))
    photos.rowsRemoved.connect(lambda: told.append("removed"))
    photos.layoutChanged.connect(lambda: told.append("layout"))
    photos.modelReset.connect(lambda: told.append("reset"))
    photos.refresh(plain(fresh))
    assert told == signals


def test_folding_takes_rows_away_and_brings_them_back(photos: PhotoList) -> None:
    photos.show(GridContents((Section("May", ids(1, 2)), Section("June", ids(3)))))
    held = QPersistentModelIndex(photos.index(2))
    photos.fold(Folds().turn(("May", 0)))
    assert (photos.ids, held.row()) == (ids(3), 0)
    photos.fold(Folds())
    assert (photos.ids, held.row()) == (ids(1, 2, 3), 2)


def test_a_refresh_leaves_folded_what_a_person_folded(photos: PhotoList) -> None:
    photos.show(GridContents((Section("May", ids(1, 2)), Section("June", ids(3)))))
    photos.fold(Folds().turn(("May", 0)))
    photos.refresh(GridContents((Section("May", ids(1, 2)), Section("June", ids(3, 4)))))
    assert photos.ids == ids(3, 4)


def test_screen_readers_hear_of_stacks_and_marks(photos: PhotoList) -> None:
    stacks, marks = {PhotoId(1): ids(8, 9)}, {PhotoId(1): True, PhotoId(2): False}
    photos.show(GridContents((Section("", ids(1, 2, 3)),), {}, stacks, marks))
    role = Qt.ItemDataRole.AccessibleTextRole
    assert photos.index(0).data(role) == "Photo, on top of 2 photos of one shot, more like this"
    assert photos.index(1).data(role) == "Photo, less like this"
    assert photos.index(2).data(role) == "Photo"
