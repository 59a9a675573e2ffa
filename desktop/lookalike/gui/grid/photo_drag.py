"""Photos on their way out: as files for other programs, as photos for our own panels."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QRect, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap

from lookalike.gui.grid.photo_list import PhotoList
from lookalike.gui.theme import Theme
from lookalike.photos import PhotoId

# The ids of the dragged photos, as a JSON array.
PHOTOS_MIME = "application/x-lookalike-photos"
MOST_DRAGGED = 1000  # files
_SIDE_PX = 96
_BADGE_PX = 22

PathsOf = Callable[[Sequence[PhotoId]], Sequence[Path]]


def dragged_data(ids: Sequence[PhotoId], photos: PhotoList, paths_of: PathsOf | None) -> QMimeData:
    """What `ids` are to others; `paths_of` is asked for photos that were not painted lately.

    For our own panels that is all of them, for other programs the files of the first.
    """
    first = ids[:MOST_DRAGGED]
    paths = {photo_id: photo.path for photo_id in first if (photo := photos.photo(photo_id))}
    unknown = [photo_id for photo_id in first if photo_id not in paths]
    if unknown and paths_of:
        paths.update(zip(unknown, paths_of(unknown), strict=False))
    data = QMimeData()
    known = [paths[photo_id] for photo_id in first if photo_id in paths]
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in known])
    data.setData(PHOTOS_MIME, json.dumps(list(ids)).encode())
    return data


def dragged_ids(data: QMimeData) -> list[PhotoId]:
    """The photos that were dragged out of a grid; none for anything else."""
    if not data.hasFormat(PHOTOS_MIME):
        return []
    return [PhotoId(number) for number in json.loads(bytes(data.data(PHOTOS_MIME).data()))]


def drag_picture(picture: QPixmap | None, count: str, theme: Theme, device_ratio: float) -> QPixmap:
    """A small picture of the photo that was taken hold of, with the count of all that come."""
    room = QSize(_SIDE_PX + _BADGE_PX, _SIDE_PX + _BADGE_PX)
    drawn = QPixmap(room * device_ratio)
    drawn.setDevicePixelRatio(device_ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    place = QRect(QPoint(0, _BADGE_PX // 2), QSize(_SIDE_PX, _SIDE_PX))
    if picture:
        size = picture.size().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(place.topLeft(), size)
        painter.drawPixmap(place, picture)
    if count:
        _draw_badge(painter, count, place.topRight(), theme)
    painter.end()
    return drawn


def _draw_badge(painter: QPainter, count: str, at: QPoint, theme: Theme) -> None:
    font = QFont()
    font.setWeight(QFont.Weight.DemiBold)
    width_px = max(_BADGE_PX, QFontMetrics(font).horizontalAdvance(count) + 12)
    badge = QRectF(at.x() - width_px + _BADGE_PX / 2, at.y() - _BADGE_PX / 2, width_px, _BADGE_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    painter.drawRoundedRect(badge, _BADGE_PX / 2, _BADGE_PX / 2)
    painter.setFont(font)
    painter.setPen(theme.colour("on_accent"))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, count)
