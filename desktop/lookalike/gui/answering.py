"""What the window asks of a library, as plain functions that any thread may run."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from lookalike.errors import LookalikeError, NothingToSearch, PhotoUnreadable
from lookalike.gui.browsing import Answer, Query
from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.grid.thumbnail_feed import Thumbnail
from lookalike.gui.library_look import Sight
from lookalike.gui.panels.photo_view import LargePhoto
from lookalike.gui.panels.query_panel import PICTURE_PX
from lookalike.gui.panels.status_panel import network_text
from lookalike.gui.visuals.array_image import array_image, fitted, png_bytes, rounded
from lookalike.library.library import Library
from lookalike.library.pictures import large_picture, thumbnail
from lookalike.library.problems import problem_count
from lookalike.library.searching import Example, search
from lookalike.photos import Photo, PhotoId
from lookalike.wording import counted

_MATCHES = 100
# Sharp on a screen of three device pixels per pixel.
_QUERY_PICTURE = QSize(3 * PICTURE_PX, 3 * PICTURE_PX)


def find(library: Library, query: Query) -> Answer:
    """The photos that look like the query.

    Raises:
        NothingToSearch: there are no photos yet.
        PhotoUnreadable: the query is no picture.
        NetworkUnusable, LibraryUnusable: as they say.
    """
    ready = library.counts().ready
    if not ready:
        raise NothingToSearch(
            "There are no photos to search yet.", "Drop a folder of photos on the window first."
        )
    source = png_bytes(query.source) if isinstance(query.source, QImage) else query.source
    name, picture = _show_query(library, query.name, source)
    results = search(library, [Example(source)], count=_MATCHES)
    searched = counted(ready, "photo")
    told = [f"The {len(results.matches):,} most similar of {searched}", results.note]
    return Answer(
        name,
        " · ".join(part for part in told if part),
        picture,
        tuple(match.photo for match in results.matches),
        {m.photo.id: Likeness(m.similarity, m.percentile) for m in results.matches},
    )


def look(library: Library, seen: int | None) -> Sight | None:
    """What the library holds now; None where nothing has changed since version `seen`."""
    # Asked first: what is committed while the rest is read will be seen the next time.
    version = library.version()
    if version == seen:
        return None
    return Sight(version, library.photo_ids(), problem_count(library))


def fetch_thumbnail(library: Library, photo_id: PhotoId) -> Thumbnail:
    """A photo and its thumbnail, or no picture where there is none to be had."""
    photo = library.photo(photo_id)
    try:
        return Thumbnail(photo, thumbnail(library, photo))
    except LookalikeError:
        return Thumbnail(photo, None)


def load_large(library: Library, photo_id: PhotoId, longest_side_px: int) -> LargePhoto:
    """A photo for the whole window; a file that is gone is told, and no error."""
    photo = library.photo(photo_id)
    if not photo.path.exists():
        return LargePhoto(photo, None, f"The file is gone: {photo.path}")
    try:
        return LargePhoto(photo, large_picture(library, photo.path, longest_side_px))
    except LookalikeError as error:
        return LargePhoto(photo, None, str(error))


def running_network(library: Library) -> str:
    """`EfficientNet-Lite0 on the CPU (no CUDA driver)`; takes the second that loading needs.

    Raises:
        NetworkUnusable: its files are missing, altered or not understood.
    """
    embedder = library.embedder()
    return network_text(embedder.manifest.title, embedder.provider.name, embedder.provider.reason)


def _show_query(library: Library, name: str, source: PhotoId | Path | bytes) -> tuple[str, QImage]:
    if isinstance(source, int):
        photo = library.photo(source)
        return photo.path.name, _small(_picture_of(library, photo))
    return name, _small(array_image(large_picture(library, source, _QUERY_PICTURE.width())))


def _picture_of(library: Library, photo: Photo) -> QImage:
    try:
        return array_image(thumbnail(library, photo))
    except PhotoUnreadable:
        # Its vector is known, so it can be searched by, even if its file is gone.
        return QImage(_QUERY_PICTURE, QImage.Format.Format_RGB888)


def _small(image: QImage) -> QImage:
    return rounded(fitted(image, _QUERY_PICTURE), 8)
