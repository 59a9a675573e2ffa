"""Which labels there are, kept in mind so that menus and boxes need not wait for them."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QObject, QTimer, Signal

from lookalike.gui.labels.label_filters import label_filters
from lookalike.gui.tasks import Tasks
from lookalike.library.labels.labelling import LabelNode
from lookalike.photos import LabelId

# Photos come in twice a second, and counting what has labels takes a while in a large library.
_COUNT_EVERY_MS = 2000

# To be called off the GUI thread.
ReadLabels = Callable[[], Sequence[LabelNode]]


class LabelShelf(QObject):
    """`changed` comes when labels or their counts are others; `refiltered` before it, with the
    filters by labels as they are now, by those they were: None for labels that are gone."""

    changed = Signal()
    refiltered = Signal(dict)

    def __init__(self, read: ReadLabels, tasks: Tasks) -> None:
        super().__init__()
        self._read = read
        self._tasks = tasks
        self._nodes: tuple[LabelNode, ...] = ()
        self._by_id: dict[LabelId, LabelNode] = {}
        self._filters: dict[LabelId, str] = {}
        self._used: list[LabelId] = []
        self._is_reading = False
        self._is_stale = False
        self._soon = QTimer(self, singleShot=True, interval=_COUNT_EVERY_MS)
        self._soon.timeout.connect(self.refresh)

    @property
    def nodes(self) -> tuple[LabelNode, ...]:
        """Those that are inside of no other, by name."""
        return self._nodes

    @property
    def all(self) -> list[LabelNode]:
        """Each before those inside of it."""
        return list(self._by_id.values())

    def node(self, label_id: LabelId) -> LabelNode | None:
        return self._by_id.get(label_id)

    def name(self, label_id: LabelId) -> str:
        node = self.node(label_id)
        return node.label.name if node else ""

    @property
    def filters(self) -> Mapping[LabelId, str]:
        """What lets the photos of each label through."""
        return self._filters

    def with_key(self, key: int) -> LabelId | None:
        """The label that a key gives."""
        return next((each for each, node in self._by_id.items() if node.label.key == key), None)

    def use(self, label_id: LabelId) -> None:
        """It was given just now, and is offered first."""
        if label_id in self._used:
            self._used.remove(label_id)
        self._used.insert(0, label_id)

    def by_use(self) -> list[LabelNode]:
        """The last used first, then those with keys, then those of most photos."""
        used = [self._by_id[each] for each in self._used if each in self._by_id]
        rest = [node for each, node in self._by_id.items() if each not in self._used]
        return used + sorted(rest, key=lambda node: (node.label.key or 10, -node.photos))

    def refresh(self) -> None:
        """Read the labels now, and once more where that is under way and may be too early."""
        self._soon.stop()
        self._is_stale = self._is_reading
        if not self._is_reading:
            self._is_reading = True
            self._tasks.start(lambda _: self._read(), done=self._show, failed=self._end_unread)

    def refresh_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _show(self, nodes: Sequence[LabelNode]) -> None:
        before, self._nodes = self._nodes, tuple(nodes)
        if self._nodes != before:
            self._by_id = {node.label.id: node for node in _flat(nodes)}
            earlier = self._filters
            self._filters = label_filters({each: node.path for each, node in self._by_id.items()})
            changed = {
                words: self._filters.get(label_id)
                for label_id, words in earlier.items()
                if self._filters.get(label_id) != words
            }
            if changed:
                self.refiltered.emit(changed)
            self.changed.emit()
        self._end_reading()

    def _end_unread(self, error: Exception) -> None:
        self._end_reading()
        self._tasks.failed.emit(error)

    def _end_reading(self) -> None:
        self._is_reading = False
        if self._is_stale:
            self.refresh()


def _flat(nodes: Iterable[LabelNode]) -> Iterator[LabelNode]:
    for node in nodes:
        yield node
        yield from _flat(node.children)
