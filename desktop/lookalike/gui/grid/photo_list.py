"""The ids a grid shows, in order; everything else about a photo comes when it is painted."""

from collections import OrderedDict
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QUrl,
)

from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.plain_tip import plain_tip
from lookalike.photos import Photo, PhotoId

_NO_PARENT = QModelIndex()
_REMEMBERED_PHOTOS = 4096


class PhotoRole(IntEnum):
    """What a tile asks for."""

    ID = Qt.ItemDataRole.UserRole + 1
    SIMILARITY = Qt.ItemDataRole.UserRole + 2


class PhotoList(QAbstractListModel):
    """Rows are photos, nameless until `remember` brings the facts that `data` then tells."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: list[PhotoId] = []
        self._rows: dict[PhotoId, int] | None = None
        self._likeness: Mapping[PhotoId, Likeness] = {}
        self._photos: OrderedDict[PhotoId, Photo] = OrderedDict()

    def show(
        self, ids: Sequence[PhotoId], likeness: Mapping[PhotoId, Likeness] | None = None
    ) -> None:
        """Show other photos, from the top."""
        self.beginResetModel()
        self._take(list(ids))
        self._likeness = likeness or {}
        self.endResetModel()

    def refresh(self, ids: Sequence[PhotoId]) -> None:
        """Show the same photos and some more or less, so that selection and place stay."""
        fresh = list(ids)
        if fresh == self._ids:
            return
        if self._ids == fresh[: len(self._ids)]:
            self.beginInsertRows(_NO_PARENT, len(self._ids), len(fresh) - 1)
            self._take(fresh)
            self.endInsertRows()
        elif set(self._ids) <= set(fresh):
            self._rearrange(fresh)
        else:
            self.show(fresh, self._likeness)

    def remember(self, photos: Iterable[Photo]) -> None:
        """Keep facts of photos; the oldest are dropped."""
        for photo in photos:
            self._photos[photo.id] = photo
            self._photos.move_to_end(photo.id)
        while len(self._photos) > _REMEMBERED_PHOTOS:
            self._photos.popitem(last=False)

    def photo(self, photo_id: PhotoId) -> Photo | None:
        """The facts of a photo, if it has been painted lately."""
        return self._photos.get(photo_id)

    def likeness(self, photo_id: PhotoId) -> Likeness | None:
        """How alike the photo and the query are; None outside of results."""
        return self._likeness.get(photo_id)

    @property
    def ids(self) -> Sequence[PhotoId]:
        return self._ids

    def row_of(self, photo_id: PhotoId) -> int | None:
        """Where the photo is, if it is shown."""
        if self._rows is None:
            self._rows = {shown: row for row, shown in enumerate(self._ids)}
        return self._rows.get(photo_id)

    def index_of(self, photo_id: PhotoId) -> QModelIndex:
        """Qt's handle of the photo's row; invalid if it is not shown."""
        row = self.row_of(photo_id)
        return QModelIndex() if row is None else self.index(row)

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def data(
        self,
        index: QModelIndex | QPersistentModelIndex,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> object:
        if not index.isValid() or not 0 <= index.row() < len(self._ids):
            return None
        photo_id = self._ids[index.row()]
        if role == PhotoRole.ID:
            return photo_id
        if role == PhotoRole.SIMILARITY:
            likeness = self._likeness.get(photo_id)
            return likeness.similarity if likeness else None
        return self._told(photo_id, role)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return (
            Qt.ItemFlag.ItemIsEnabled
            | Qt.ItemFlag.ItemIsSelectable
            | Qt.ItemFlag.ItemIsDragEnabled
            | Qt.ItemFlag.ItemNeverHasChildren
        )

    def mimeTypes(self) -> list[str]:
        return ["text/uri-list"]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The files themselves, for other programs and for our own query panel."""
        photos = [self.photo(self._ids[index.row()]) for index in indexes]
        files = QMimeData()
        files.setUrls([QUrl.fromLocalFile(str(photo.path)) for photo in photos if photo])
        return files

    def _told(self, photo_id: PhotoId, role: int) -> str | None:
        photo, likeness = self._photos.get(photo_id), self._likeness.get(photo_id)
        if role == Qt.ItemDataRole.DisplayRole:
            return photo.path.name if photo else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(photo, likeness)
        if role == Qt.ItemDataRole.ToolTipRole and photo:
            return plain_tip(f"{photo.path}\n{likeness.in_full}" if likeness else str(photo.path))
        return None

    def _spoken(self, photo: Photo | None, likeness: Likeness | None) -> str:
        name = photo.path.name if photo else "Photo"
        return f"{name}, {likeness}" if likeness else name

    def _take(self, ids: list[PhotoId]) -> None:
        self._ids = ids
        self._rows = None

    def _rearrange(self, ids: list[PhotoId]) -> None:
        """Rows came in between: Qt's handles are moved along with their photos."""
        self.layoutAboutToBeChanged.emit()
        handles = self.persistentIndexList()
        held = [self._ids[handle.row()] for handle in handles]
        self._take(ids)
        self.changePersistentIndexList(handles, [self.index_of(photo_id) for photo_id in held])
        self.layoutChanged.emit()
