from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.grid.photo_list import PhotoList, PhotoRole
from lookalike.photos import Photo, PhotoFile, PhotoId, PhotoState


def ids(*numbers: int) -> list[PhotoId]:
    return [PhotoId(number) for number in numbers]


def photo(number: int) -> Photo:
    file = PhotoFile(Path(f"/photos/{number}.jpg"), 1, 1)
    return Photo(PhotoId(number), file, PhotoState.READY)


@pytest.fixture
def photos(qtmodeltester) -> PhotoList:
    shown = PhotoList()
    qtmodeltester.check(shown)
    return shown


def test_it_keeps_the_rules_of_qt(qtmodeltester) -> None:
    photos = PhotoList()
    photos.show(ids(3, 1, 2), {PhotoId(1): Likeness(0.5, 0.9996)})
    photos.remember([photo(1)])
    qtmodeltester.check(photos)


def test_a_row_knows_its_id_and_similarity(photos: PhotoList) -> None:
    photos.show(ids(7, 8), {PhotoId(8): Likeness(0.25, 0.9996)})
    assert [photos.index(row).data(PhotoRole.ID) for row in range(2)] == [7, 8]
    assert [photos.index(row).data(PhotoRole.SIMILARITY) for row in range(2)] == [None, 0.25]


def test_a_row_has_a_name_once_it_is_remembered(photos: PhotoList) -> None:
    photos.show(ids(7))
    assert photos.index(0).data() == ""
    photos.remember([photo(7)])
    assert photos.index(0).data() == "7.jpg"
    assert photos.index(0).data(Qt.ItemDataRole.ToolTipRole) == str(Path("/photos/7.jpg"))


def test_screen_readers_hear_name_and_similarity(photos: PhotoList) -> None:
    photos.show(ids(7), {PhotoId(7): Likeness(0.925, 0.9996)})
    photos.remember([photo(7)])
    spoken = photos.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "7.jpg, 92% similar"


def test_the_tooltip_tells_what_the_percentage_is_measured_by(photos: PhotoList) -> None:
    photos.show(ids(7), {PhotoId(7): Likeness(0.52, 0.9996)})
    photos.remember([photo(7)])
    told = photos.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert told.splitlines()[1] == "52% similar, closer than 99.9% of random pairs"


@pytest.mark.parametrize("fresh", [ids(1, 2, 3, 4), ids(0, 1, 5, 2, 9, 3), ids(3, 2, 1)])
def test_photos_that_come_in_move_no_selection(
    photos: PhotoList, fresh: list[PhotoId], qtmodeltester
) -> None:
    photos.show(ids(1, 2, 3))
    held = QPersistentModelIndex(photos.index(1))
    was_reset = []
    photos.modelReset.connect(lambda: was_reset.append(True))
    photos.refresh(fresh)
    assert photos.ids == fresh
    assert held.data(PhotoRole.ID) == 2
    assert not was_reset


def test_photos_that_are_gone_leave_the_list(photos: PhotoList) -> None:
    photos.show(ids(1, 2, 3))
    photos.refresh(ids(1, 3))
    assert photos.ids == ids(1, 3)
    assert photos.row_of(PhotoId(3)) == 1
    assert photos.row_of(PhotoId(2)) is None


def test_the_same_photos_again_are_no_change(photos: PhotoList) -> None:
    photos.show(ids(1, 2))
    changes = []
    photos.modelReset.connect(lambda: changes.append("reset"))
    photos.layoutChanged.connect(lambda: changes.append("layout"))
    photos.rowsInserted.connect(lambda: changes.append("rows"))
    photos.refresh(ids(1, 2))
    assert changes == []


def test_photos_are_dragged_as_their_files(photos: PhotoList) -> None:
    photos.show(ids(1, 2))
    photos.remember([photo(1), photo(2)])
    urls = photos.mimeData([photos.index(1)]).urls()
    assert [url.toLocalFile() for url in urls] == [photo(2).path.as_posix()]


def test_the_tooltip_tells_the_path_and_the_similarity(photos: PhotoList) -> None:
    photos.show(ids(1), {PhotoId(1): Likeness(0.64, 0.996)})
    photos.remember([photo(1)])
    tip = photos.index(0).data(Qt.ItemDataRole.ToolTipRole)
    assert tip == f"{photo(1).path}\n64% similar, closer than 99.6% of random pairs"


def test_memory_of_rows_is_bounded(photos: PhotoList) -> None:
    photos.remember(photo(number) for number in range(5000))
    assert photos.photo(PhotoId(0)) is None
    assert photos.photo(PhotoId(4999)) is not None
