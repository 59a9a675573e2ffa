"""What can be done with a photo's file besides looking at it; the file itself is never changed."""

import os
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication

# Says that it was this very process that copied; not every platform knows the clipboard's owner.
_OURS = f"application/x-lookalike-{os.getpid()}"


def copy_file(photo: Path) -> None:
    """To the clipboard: as a file for file managers, as its path for text."""
    copied = QMimeData()
    copied.setUrls([QUrl.fromLocalFile(str(photo))])
    copied.setText(str(photo))
    copied.setData(_OURS, b"")
    QGuiApplication.clipboard().setMimeData(copied)


def show_in_folder(photo: Path) -> None:
    """In the system's file manager; where the folder is gone too, the next one that is there."""
    folder = next((place for place in photo.parents if place.is_dir()), photo.parent)
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def leave_text_behind() -> None:
    """Before the program ends: what Python put on the clipboard may not outlive Python.

    Qt destroys it at the very end, and crashes; what remains there is the path as text.
    """
    clipboard = QGuiApplication.clipboard()
    held: QMimeData | None = clipboard.mimeData()  # None where nothing was ever copied
    if held and held.hasFormat(_OURS):
        clipboard.setText(clipboard.text())
