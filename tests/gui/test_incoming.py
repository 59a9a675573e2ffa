import base64
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from lookalike.gui.grid.photo_drag import PHOTOS_MIME
from lookalike.gui.incoming import Incoming, may_hold_something, read_incoming
from lookalike.photos import PhotoId


@pytest.fixture
def picture(paint) -> Path:
    return paint("a photo ü.png")


def mime(*paths: Path, text: str = "") -> QMimeData:
    held = QMimeData()
    if paths:
        held.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    if text:
        held.setText(text)
    return held


def test_files_are_pictures_to_search_by(picture: Path) -> None:
    assert read_incoming(mime(picture)).pictures == (picture,)


def test_a_folder_is_to_be_imported_and_the_files_beside_it_searched_by(picture: Path) -> None:
    incoming = read_incoming(mime(picture, picture.parent))
    assert incoming.folders == (picture.parent,)
    assert incoming.pictures == (picture,)


def test_photos_of_the_grid_are_known_without_their_files(picture: Path) -> None:
    dragged = mime(picture)
    dragged.setData(PHOTOS_MIME, b"[3, 5]")
    assert read_incoming(dragged) == Incoming(photos=(PhotoId(3), PhotoId(5)))


def page_with(data: bytes) -> QMimeData:
    held = QMimeData()
    inside = base64.b64encode(data).decode()
    held.setHtml(f'<p><img alt="" src="data:image/png;base64,{inside}"></p>')
    return held


def test_a_picture_inside_of_a_page_is_taken(picture: Path) -> None:
    taken = read_incoming(page_with(picture.read_bytes())).image
    assert taken is not None
    assert (taken.width(), taken.height()) == (64, 48)


def test_a_page_with_a_broken_picture_is_a_sentence() -> None:
    assert read_incoming(page_with(b"no picture")).trouble
    held = QMimeData()
    held.setHtml('<img src="data:image/png;base64,a">')
    assert read_incoming(held).trouble


def test_an_address_is_never_asked_for() -> None:
    held = QMimeData()
    held.setUrls([QUrl("https://example.org/photo.jpg")])
    assert "only an address" in read_incoming(held).trouble
    held = QMimeData()
    held.setHtml('<img src="https://example.org/photo.jpg">')
    assert read_incoming(held).trouble


@pytest.mark.parametrize("kind", ["urls", "image", "photos", "html"])
def test_a_drag_that_may_hold_a_picture_is_worth_accepting(kind: str, qapp) -> None:
    held = QMimeData()
    assert not may_hold_something(held)
    if kind == "urls":
        held.setUrls([QUrl("https://example.org/photo.jpg")])
    elif kind == "image":
        held.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    elif kind == "photos":
        held.setData(PHOTOS_MIME, b"[3]")
    else:
        held.setHtml("<img>")
    assert may_hold_something(held)


@pytest.mark.parametrize("form", ["{0}", ' "{0}" \n', "{1}"])
def test_a_path_as_text_is_a_file(picture: Path, form: str) -> None:
    text = form.format(picture, QUrl.fromLocalFile(str(picture)).toString())
    assert read_incoming(mime(text=text)).pictures == (picture,)


def test_a_file_goes_before_the_picture_data_beside_it(picture: Path, qapp) -> None:
    both = mime(picture)
    both.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    assert read_incoming(both).pictures == (picture,)


def test_picture_data_beside_an_address_is_taken(qapp) -> None:
    copied = QMimeData()
    image = QImage(3, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("red"))
    copied.setImageData(image)
    copied.setUrls([QUrl("https://example.org/photo.jpg")])
    taken = read_incoming(copied).image
    assert taken is not None
    assert (taken.width(), taken.height()) == (3, 2)


def test_a_clipboard_that_nobody_used_is_a_sentence() -> None:
    assert read_incoming(None).trouble


@pytest.mark.parametrize(
    "text",
    ["", "  \n", "hello", "photo.png", "/not/there.png", "https://x.org/a.png", "a\0b", "~~"],
)
def test_anything_else_is_a_sentence(text: str) -> None:
    incoming = read_incoming(mime(text=text))
    assert incoming.trouble.endswith(".")
    assert (incoming.pictures, incoming.folders, incoming.image) == ((), (), None)
