from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage

from lookalike.errors import PhotoUnreadable
from lookalike.gui import photo_files


@pytest.fixture
def opened(monkeypatch) -> list[str]:
    """What the system was asked to open."""
    asked: list[str] = []

    def ask(url: QUrl) -> bool:
        asked.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", ask)
    return asked


def test_files_are_copied_for_file_managers_and_as_text(qapp, paint) -> None:
    paths = [paint("a.png"), paint("b.png")]
    photo_files.copy_files(paths)
    held = QGuiApplication.clipboard().mimeData()
    assert [url.toLocalFile() for url in held.urls()] == [str(path) for path in paths]
    assert held.text() == f"{paths[0]}\n{paths[1]}"


def test_a_picture_is_copied_for_other_programs(qapp, library, paint) -> None:
    photo_files.copy_image(photo_files.picture_to_copy(library, paint("a.png")))
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (64, 48)


def test_a_picture_that_is_none_is_not_copied(qapp, library, tmp_path: Path) -> None:
    with pytest.raises(PhotoUnreadable):
        photo_files.picture_to_copy(library, tmp_path / "gone.png")


def test_what_was_copied_outlives_the_program_as_text(qapp, paint) -> None:
    path = paint("a.png")
    photo_files.copy_image(QImage(4, 4, QImage.Format.Format_RGB32))
    photo_files.leave_text_behind()
    photo_files.copy_files([path])
    photo_files.leave_text_behind()
    held = QGuiApplication.clipboard().mimeData()
    assert held.text() == str(path)
    assert not held.hasUrls()


def test_a_photo_opens_in_the_program_of_the_system(qapp, opened, paint) -> None:
    path = paint("a.png")
    assert photo_files.open_file(path)
    assert opened == [str(path)]


def test_of_a_photo_that_is_gone_the_nearest_folder_is_shown(qapp, opened, tmp_path) -> None:
    photo_files.show_in_folder(tmp_path / "no" / "such" / "photo.png")
    assert opened == [str(tmp_path)]
