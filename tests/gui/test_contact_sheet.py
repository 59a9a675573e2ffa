import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from lookalike.errors import LookalikeError, PhotoUnreadable
from lookalike.gui import contact_sheet
from lookalike.gui.contact_sheet import Paper, SheetChoices, sheet_files, sheet_plan, write_sheet
from lookalike.library.intake import import_engine
from lookalike.library.library import Library
from lookalike.photos import Photo, PhotoId
from lookalike.progress import Advance, Cancelled, Progress


@pytest.fixture
def ids(qapp, library: Library, photos: Path) -> list[PhotoId]:
    import_engine.bring_in(library, [photos], Progress())
    return library.photo_ids()


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("columns", [1, 2, 5, 12])
def test_everything_is_on_the_page_and_apart(paper: Paper, columns: int) -> None:
    made = sheet_plan(SheetChoices("", paper, columns))
    places = [made.place(number) for number in range(made.per_page)]
    for place in places:
        assert place.left() > 0
        assert place.right() < made.page.width()
        assert place.bottom() < made.page.height()
    assert not any(a.intersects(b) for a in places for b in places if a is not b)


def test_a_thousand_photos_are_on_enough_pages() -> None:
    made = sheet_plan(SheetChoices("", columns=5))
    assert made.pages(1000) * made.per_page >= 1000
    assert (made.pages(1000) - 1) * made.per_page < 1000
    assert made.pages(0) == 1


def test_a_picture_is_drawn_with_every_photo(library, ids, tmp_path: Path) -> None:
    file = tmp_path / "sheet.png"
    choices = SheetChoices("Colours", columns=4)
    told: list[Advance] = []
    assert write_sheet(library, ids, file, choices, {}, Progress(told.append)) == [file]
    page = QImage(str(file))
    made = sheet_plan(choices)
    scale = page.width() / made.page.width()
    for number, id_ in enumerate(ids):
        middle = made.place(number).center() * scale
        drawn = page.pixelColor(middle.toPoint())
        name = library.photo(id_).path.name
        strongest = max((drawn.red(), "r"), (drawn.green(), "g"), (drawn.blue(), "b"))[1]
        assert strongest == {"o": "r"}.get(name[0], name[0]), name
    assert (told[-1].done, told[-1].total) == (8, 8)


def test_a_pdf_has_all_its_pages_and_its_text_as_text(library, ids, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    choices = SheetChoices("Colours", columns=1)
    write_sheet(library, ids, file, choices, dict.fromkeys(ids, 0.5), Progress())
    data = file.read_bytes()
    assert data.startswith(b"%PDF")
    assert len(re.findall(rb"/Type\s*/Page\b", data)) == sheet_plan(choices).pages(len(ids))
    assert b"/Type /Font" in data


def test_a_photo_that_cannot_be_read_is_a_grey_box(library, ids, tmp_path, monkeypatch) -> None:
    def fail(_: Library, photo: Photo) -> None:
        raise PhotoUnreadable("it is gone", photo.path)

    monkeypatch.setattr(contact_sheet, "thumbnail", fail)
    file = tmp_path / "sheet.png"
    write_sheet(library, ids[:1], file, SheetChoices("", columns=1), {}, Progress())
    page = QImage(str(file))
    drawn = page.pixelColor(page.width() // 2, page.height() // 3)
    assert drawn.red() == drawn.green() == drawn.blue() < 250


def test_pages_that_are_pictures_have_numbers_and_overwrite_nothing(
    library, ids, tmp_path: Path
) -> None:
    choices = SheetChoices("", Paper.SCREEN, columns=1)
    file = tmp_path / "sheet.png"
    files = sheet_files(file, choices, len(ids))
    assert [each.name for each in files] == [f"sheet {page}.png" for page in range(1, 9)]
    (tmp_path / "sheet 3.png").write_bytes(b"mine")
    with pytest.raises(LookalikeError, match=r"sheet 3\.png"):
        write_sheet(library, ids, file, choices, {}, Progress())
    assert [p.name for p in tmp_path.glob("sheet*")] == ["sheet 3.png"]


def test_when_stopped_what_was_there_is_as_it_was(library, ids, tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    file.write_bytes(b"earlier")
    progress = Progress(lambda _: progress.cancel())
    with pytest.raises(Cancelled):
        write_sheet(library, ids, file, SheetChoices(""), {}, progress)
    assert file.read_bytes() == b"earlier"
    assert len(list(tmp_path.glob("sheet*"))) == 1


def test_a_place_that_cannot_be_written_is_told(library, ids, tmp_path: Path) -> None:
    with pytest.raises(LookalikeError, match="another place"):
        write_sheet(library, ids, tmp_path / "no" / "s.pdf", SheetChoices(""), {}, Progress())
