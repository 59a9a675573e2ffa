"""What can be done with photos' files besides looking at them; the files are never changed."""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication, QImage

from lookalike.gui.visuals.array_image import array_image
from lookalike.library.library import Library
from lookalike.library.search.pictures import large_picture

# Says that it was this very process that copied; not every platform knows the clipboard's owner.
_OURS = f"application/x-lookalike-{os.getpid()}"
# As a screenshot of a large screen; other programs seldom take more.
_CLIPBOARD_PX = 4096


def copy_files(photos: Sequence[Path]) -> None:
    """To the clipboard: as files for file managers, as their paths for text."""
    QGuiApplication.clipboard().setMimeData(files_for_others(photos))


def copy_file(photo: Path) -> None:
    """The same for one."""
    copy_files([photo])


def files_for_others(photos: Sequence[Path]) -> QMimeData:
    """What the clipboard or a drag carries to other programs."""
    carried = QMimeData()
    carried.setUrls([QUrl.fromLocalFile(str(photo)) for photo in photos])
    carried.setText("\n".join(map(str, photos)))
    carried.setData(_OURS, b"")
    return carried


def picture_to_copy(library: Library, photo: Path) -> QImage:
    """The upright picture for `copy_image`. Any thread may call this.

    Raises:
        PhotoUnreadable: the file is gone, or no picture.
    """
    return array_image(large_picture(library, photo, _CLIPBOARD_PX))


def copy_image(picture: QImage) -> None:
    """To the clipboard, as a picture that other programs paste."""
    carried = QMimeData()
    carried.setImageData(picture)
    carried.setData(_OURS, b"")
    QGuiApplication.clipboard().setMimeData(carried)


def open_file(photo: Path) -> bool:
    """With the program that the system has for it; says whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(photo)))


def show_in_folder(photo: Path) -> None:
    """In the system's file manager; where the folder is gone too, the next one that is there."""
    if photo.exists() and _is_revealed(photo):
        return
    folder = next((place for place in photo.parents if place.is_dir()), photo.parent)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def _is_revealed(photo: Path) -> bool:
    """Selected in its folder, where the system can be asked for that."""
    try:
        if sys.platform == "win32":
            # One text, because it reads quotes in a way of its own.
            subprocess.Popen(f'explorer /select,"{photo}"')
        elif sys.platform == "darwin":
            subprocess.Popen(["open", "-R", str(photo)])
        else:
            return False
    except OSError:
        return False
    return True


def leave_text_behind() -> None:
    """Before the program ends: what Python put on the clipboard may not outlive Python.

    Qt destroys it at the very end, and crashes; what remains there is the path as text.
    """
    clipboard = QGuiApplication.clipboard()
    held: QMimeData | None = clipboard.mimeData()  # None where nothing was ever copied
    if held and held.hasFormat(_OURS):
        clipboard.setText(clipboard.text())
