from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from lookalike.gui.incoming import read_incoming


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


def test_a_folder_is_to_be_imported_even_among_files(picture: Path) -> None:
    incoming = read_incoming(mime(picture, picture.parent))
    assert incoming.folders == (picture.parent,)
    assert not incoming.pictures


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
