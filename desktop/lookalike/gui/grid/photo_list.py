"""The ids a grid shows, in order; everything else about a photo comes when it is painted."""

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from enum import IntEnum

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from lookalike.gui.grid.contents import GridContents
from lookalike.gui.grid.folding import Folds, ShownRows, shown_rows
from lookalike.gui.grid.label_feed import LabelFeed
from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.plain_tip import plain_tip
from lookalike.photos import Photo, PhotoId

_NO_PARENT = QModelIndex()
_REMEMBERED_PHOTOS = 4096


class PhotoRole(IntEnum):
    """What else `data` tells of a row."""

    ID = Qt.ItemDataRole.UserRole + 1
    SIMILARITY = Qt.ItemDataRole.UserRole + 2


class PhotoList(QAbstractListModel):
    """Rows are photos, nameless until `remember` brings the facts that `data` then tells.

    What is folded has no row.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._contents = GridContents()
        self._folds = Folds()
        self._shown = ShownRows()
        self._ids: Sequence[PhotoId] = ()
        self._rows: dict[PhotoId, int] | None = None
        self._photos: OrderedDict[PhotoId, Photo] = OrderedDict()
        self._labels: LabelFeed | None = None

    def show(self, contents: GridContents) -> None:
        """Show other photos, folded as the contents say."""
        self.beginResetModel()
        self._folds = Folds()
        self._hold(contents, shown_rows(contents, self._folds))
        self.endResetModel()

    def refresh(self, contents: GridContents) -> None:
        """Show the same photos and some more or less; handles of rows move along with them."""
        self._change(contents, self._folds)

    def fold(self, folds: Folds) -> None:
        """Show more or fewer of the same photos."""
        self._change(self._contents, folds)

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
        return self._contents.likeness.get(photo_id)

    def mark(self, photo_id: PhotoId) -> bool | None:
        """True for "more like this", False for "less like this", None without a mark."""
        return self._contents.marks.get(photo_id)

    def stack_size(self, photo_id: PhotoId) -> int:
        """Of how many photos this one is on top; 0 if of none."""
        under = self._contents.stacks.get(photo_id)
        return 1 + len(under) if under else 0

    def show_labels(self, labels: LabelFeed) -> None:
        """Tell from now on what photos are labelled."""
        self._labels = labels

    def label_names(self, photo_id: PhotoId) -> tuple[str, ...]:
        """As far as they are known; asking for them brings them."""
        labels = self._labels.labels(photo_id) if self._labels else ()
        return tuple(label.name for label in labels)

    @property
    def contents(self) -> GridContents:
        return self._contents

    @property
    def folds(self) -> Folds:
        return self._folds

    @property
    def shown(self) -> ShownRows:
        return self._shown

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
            likeness = self.likeness(photo_id)
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

    def _told(self, photo_id: PhotoId, role: int) -> str | None:
        photo, likeness = self._photos.get(photo_id), self.likeness(photo_id)
        if role == Qt.ItemDataRole.DisplayRole:
            return photo.path.name if photo else ""
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(self._spoken(photo_id, photo, likeness))
        if role == Qt.ItemDataRole.ToolTipRole and photo:
            lines = [str(photo.path), likeness.in_full if likeness else ""]
            lines.append(", ".join(self.label_names(photo_id)))
            return plain_tip("\n".join(filter(None, lines)))
        return None

    def _spoken(
        self, photo_id: PhotoId, photo: Photo | None, likeness: Likeness | None
    ) -> list[str]:
        said = [photo.path.name if photo else self.tr("Photo")]
        if likeness:
            said.append(str(likeness))
        if size := self.stack_size(photo_id):
            said.append(self.tr("on top of %Ln photo(s) of one shot", "", size - 1))
        mark = self.mark(photo_id)
        if mark is not None:
            said.append(self.tr("more like this") if mark else self.tr("less like this"))
        labels = ", ".join(self.label_names(photo_id))
        return [*said, self.tr("labelled {labels}").format(labels=labels)] if labels else said

    def _change(self, contents: GridContents, folds: Folds) -> None:
        """As few signals as the difference needs: whole runs of rows, or everything at once."""
        shown = shown_rows(contents, folds)
        self._folds = folds
        old, new = self._ids, shown.ids
        start = _shared(old, new)
        end = _shared(old[start:][::-1], new[start:][::-1])
        gone, came = len(old) - start - end, len(new) - start - end
        if not gone and not came:
            self._hold(contents, shown)
        elif not gone:
            self.beginInsertRows(_NO_PARENT, start, start + came - 1)
            self._hold(contents, shown)
            self.endInsertRows()
        elif not came:
            self.beginRemoveRows(_NO_PARENT, start, start + gone - 1)
            self._hold(contents, shown)
            self.endRemoveRows()
        else:
            self._rearrange(contents, shown)

    def _rearrange(self, contents: GridContents, shown: ShownRows) -> None:
        """Rows came and went all over: Qt's handles follow their photos, or end with them."""
        self.layoutAboutToBeChanged.emit()
        handles = self.persistentIndexList()
        held = [self._ids[handle.row()] for handle in handles]
        self._hold(contents, shown)
        wanted = set(held)
        # Not `row_of`: where all are to be found, remembering each row takes most of the time.
        rows = {shown: row for row, shown in enumerate(self._ids) if shown in wanted}
        moved = [self.index(rows[one]) if one in rows else QModelIndex() for one in held]
        self.changePersistentIndexList(handles, moved)
        self.layoutChanged.emit()

    def _hold(self, contents: GridContents, shown: ShownRows) -> None:
        self._contents = contents
        self._shown = shown
        self._ids = shown.ids
        self._rows = None


def _shared(old: Sequence[PhotoId], new: Sequence[PhotoId]) -> int:
    """How many photos both begin with; halving lets slices do the comparing."""
    least, most = 0, min(len(old), len(new))
    while least < most:
        middle = (least + most + 1) // 2
        if old[least:middle] == new[least:middle]:
            least = middle
        else:
            most = middle - 1
    return least
