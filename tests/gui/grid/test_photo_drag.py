from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData

from lookalike.gui.grid.contents import plain
from lookalike.gui.grid.photo_drag import MOST_DRAGGED, drag_picture, dragged_data, dragged_ids
from lookalike.gui.grid.photo_list import PhotoList
from lookalike.photos import Photo, PhotoFile, PhotoId, PhotoState


def path(number: int) -> Path:
    return Path(f"/photos/{number} ü.jpg")


def photo(number: int) -> Photo:
    return Photo(PhotoId(number), PhotoFile(path(number), 1, 1), PhotoState.READY)


def files(data: QMimeData) -> list[Path]:
    return [Path(url.toLocalFile()) for url in data.urls()]


def test_photos_are_dragged_as_files_and_as_ids(qapp) -> None:
    photos, wanted = PhotoList(), [PhotoId(3), PhotoId(1)]
    photos.show(plain([PhotoId(1), PhotoId(3)]))
    photos.remember([photo(1), photo(3)])
    data = dragged_data(wanted, photos, None)
    assert files(data) == [path(3), path(1)]
    assert dragged_ids(data) == wanted


def test_files_of_photos_that_were_never_painted_are_looked_up(qapp) -> None:
    asked: list[PhotoId] = []

    def paths_of(ids: Sequence[PhotoId]) -> list[Path]:
        asked.extend(ids)
        return [path(number) for number in ids]

    photos = PhotoList()
    photos.remember([photo(2)])
    data = dragged_data([PhotoId(1), PhotoId(2), PhotoId(3)], photos, paths_of)
    assert asked == [1, 3]
    assert files(data) == [path(1), path(2), path(3)]


def test_our_own_panels_get_all_photos_and_other_programs_not_too_many_files(qapp) -> None:
    many = [PhotoId(number) for number in range(MOST_DRAGGED + 5)]
    data = dragged_data(many, PhotoList(), lambda ids: [path(number) for number in ids])
    assert dragged_ids(data) == many
    assert len(files(data)) == MOST_DRAGGED


def test_what_was_not_dragged_out_of_a_grid_holds_no_photos(qapp) -> None:
    assert dragged_ids(QMimeData()) == []


def test_the_picture_tells_how_many_there_are(theme) -> None:
    alone, many = (drag_picture(None, count, theme, 1.0).toImage() for count in ("", "12"))
    accent = theme.colour("accent")
    for image, is_told in ((alone, False), (many, True)):
        pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(0, 30)]
        assert (accent in pixels) == is_told
