"""What a person dropped or pasted: folders, picture files, a picture itself, or nothing of use."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

_NOTHING = "There is no picture in that. Drop a picture or a folder of photos, or paste a picture."
_ELSEWHERE = "That is only an address. Copy the picture itself, or save it and drop the file."


@dataclass(frozen=True, slots=True)
class Incoming:
    """Exactly one of these says something; `trouble` is a sentence for the person."""

    folders: Sequence[Path] = ()
    pictures: Sequence[Path] = ()
    image: QImage | None = None
    trouble: str = ""


def may_hold_something(mime: QMimeData) -> bool:
    """Whether a drag is worth accepting; cheap, for it is asked while the mouse moves."""
    return mime.hasUrls() or mime.hasImage()


def read_incoming(mime: QMimeData | None) -> Incoming:
    """Files come first: they keep their names, where picture data has none.

    Args:
        mime: None is what a clipboard holds that nobody has used.
    """
    if mime is None:
        return Incoming(trouble=_NOTHING)
    files = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return _sorted(files)
    if mime.hasImage():
        image = QImage(mime.imageData())
        return Incoming(image=image) if not image.isNull() else Incoming(trouble=_NOTHING)
    if mime.hasUrls():
        return Incoming(trouble=_ELSEWHERE)
    return _read_text(mime.text())


def _sorted(files: Sequence[Path]) -> Incoming:
    folders = tuple(file for file in files if file.is_dir())
    return Incoming(folders=folders) if folders else Incoming(pictures=tuple(files))


def _read_text(text: str) -> Incoming:
    """A path or a file address that somebody copied as text."""
    line = text.strip().splitlines()[0].strip().strip("\"'") if text.strip() else ""
    if line.startswith(("http://", "https://")):
        return Incoming(trouble=_ELSEWHERE)
    path = Path(QUrl(line).toLocalFile() if line.startswith("file:") else line)
    try:
        path = path.expanduser()
        exists = line != "" and path.is_absolute() and path.exists()
    except (OSError, RuntimeError, ValueError):
        exists = False
    return _sorted([path]) if exists else Incoming(trouble=_NOTHING)
