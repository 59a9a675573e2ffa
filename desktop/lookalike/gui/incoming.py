"""What a person dropped or pasted: folders, picture files, a picture itself, or nothing of use."""

import base64
import binascii
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QMimeData, QUrl
from PySide6.QtGui import QImage

from lookalike.gui.grid.photo_drag import PHOTOS_MIME, dragged_ids
from lookalike.photos import PhotoId

translate = QCoreApplication.translate
# A picture that a page holds itself. Its address is never asked for: that would be the network.
_PICTURE_IN_PAGE = re.compile(
    r"""<img[^>]*\ssrc=["']data:image/[\w.+-]+;base64,([^"']+)["']""", re.I
)
_LONGEST_PAGE = 64 << 20


@dataclass(frozen=True, slots=True)
class Incoming:
    """Folders may come together with pictures; otherwise one of these says something.

    Args:
        photos: photos of the library.
        trouble: a sentence for the person.
    """

    folders: Sequence[Path] = ()
    pictures: Sequence[Path] = ()
    photos: Sequence[PhotoId] = ()
    image: QImage | None = None
    trouble: str = ""


def may_hold_something(mime: QMimeData) -> bool:
    """Whether a drag is worth accepting; cheap, for it is asked while the mouse moves."""
    return mime.hasUrls() or mime.hasImage() or mime.hasFormat(PHOTOS_MIME) or mime.hasHtml()


def read_incoming(mime: QMimeData | None) -> Incoming:
    """Files come first: they keep their names, where picture data has none.

    Args:
        mime: None is what a clipboard holds that nobody has used.
    """
    if mime is None:
        return _nothing()
    if mime.hasFormat(PHOTOS_MIME):
        return Incoming(photos=tuple(dragged_ids(mime)))
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return _sorted(files)
    image = _image(mime)
    if image is not None:
        return Incoming(image=image)
    if mime.hasUrls():
        return _elsewhere()
    return _read_text(mime.text())


def _image(mime: QMimeData) -> QImage | None:
    """The picture itself, or the one inside of a piece of a page."""
    if mime.hasImage():
        image = QImage(mime.imageData())
        return None if image.isNull() else image
    found = _PICTURE_IN_PAGE.search(mime.html()) if mime.hasHtml() else None
    if found is None or len(found[1]) > _LONGEST_PAGE:
        return None
    try:
        image = QImage.fromData(base64.b64decode(found[1]))
    except binascii.Error:
        return None
    return None if image.isNull() else image


def _sorted(files: Sequence[Path]) -> Incoming:
    folders = tuple(file for file in files if file.is_dir())
    return Incoming(folders, tuple(file for file in files if file not in folders))


def _read_text(text: str) -> Incoming:
    """A path or a file address that somebody copied as text."""
    line = text.strip().splitlines()[0].strip().strip("\"'") if text.strip() else ""
    if line.startswith(("http://", "https://")):
        return _elsewhere()
    path = Path(QUrl(line).toLocalFile() if line.startswith("file:") else line)
    try:
        path = path.expanduser()
        exists = line != "" and path.is_absolute() and path.exists()
    except (OSError, RuntimeError, ValueError):
        exists = False
    return _sorted([path]) if exists else _nothing()


def _nothing() -> Incoming:
    return Incoming(
        trouble=translate(
            "incoming",
            "There is no picture in that. "
            "Drop a picture or a folder of photos, or paste a picture.",
        )
    )


def _elsewhere() -> Incoming:
    return Incoming(
        trouble=translate(
            "incoming",
            "That is only an address. Copy the picture itself, or save it and drop the file.",
        )
    )
