"""Where labels are made, arranged, given and taken back: one act after another, each undoable."""

from collections.abc import Callable, Sequence
from functools import partial

import numpy as np
from PySide6.QtCore import QObject, Signal

from lookalike.gui.in_turn import InTurn
from lookalike.gui.labels.key_cap import KEYS
from lookalike.gui.labels.label_shelf import LabelShelf
from lookalike.gui.labels.label_words import LabelWords, Told
from lookalike.gui.panels.message_bar import Message, MessageBar, message_of
from lookalike.gui.tasks import Tasks
from lookalike.gui.undo_list import Act, UndoList
from lookalike.library.labels import labelling
from lookalike.library.labels.labelling import LabelChange
from lookalike.library.library import Library
from lookalike.photos import LabelId, PhotoId

# What an act changed; any thread may call it.
Work = Callable[[], LabelChange]
Photos = Sequence[PhotoId]


class LabelDesk(QObject):
    """`changed` comes whenever labels, or what has them, may be others."""

    changed = Signal()

    def __init__(
        self,
        library: Library,
        shelf: LabelShelf,
        messages: MessageBar,
        undo_list: UndoList,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self._library = library
        self._shelf = shelf
        self._messages = messages
        self._undo_list = undo_list
        self._words = LabelWords()
        self._in_turn = InTurn(tasks)

    # --- photos and their labels ----------------------------------------------------------------

    def give(self, photos: Photos, label_id: LabelId) -> None:
        self._label(photos, label_id, labelling.give)

    def take(self, photos: Photos, label_id: LabelId, *, is_seen: bool = False) -> None:
        """Args: is_seen: the person sees what it does, and needs no sentence."""
        self._label(photos, label_id, labelling.take, is_seen=is_seen)

    def toggle(self, photos: Photos, label_id: LabelId, *, is_seen: bool = False) -> None:
        """Give it to all, or take it off them where all have it."""
        self._label(photos, label_id, toggle, is_seen=is_seen)

    def give_named(self, photos: Photos, path: str, *, is_seen: bool = False) -> None:
        """A label by its path, which is made where there is none."""
        name = path.rpartition("/")[2].strip()
        if photos:
            self._do_labelling(
                name, partial(give_by_path, self._library, photos, path), is_seen=is_seen
            )

    def give_by_key(self, photos: Photos, path: str, key: int) -> None:
        """A label by its path, which the key gives from now on."""
        name = path.rpartition("/")[2].strip()
        work = partial(give_keyed, self._library, photos, path, key)
        self._do_labelling(name, work, is_seen=False)

    def _label(
        self,
        photos: Photos,
        label_id: LabelId,
        verb: Callable[[Library, Photos, LabelId], LabelChange],
        *,
        is_seen: bool = False,
    ) -> None:
        if photos:
            self._shelf.use(label_id)
            work = partial(verb, self._library, photos, label_id)
            self._do_labelling(self._shelf.name(label_id), work, is_seen=is_seen)

    def _do_labelling(self, name: str, work: Work, *, is_seen: bool) -> None:
        def tell(change: LabelChange) -> str:
            given, taken = len(change.added.given), len(change.removed.given)
            return "" if is_seen else self._words.labelled(name, given, taken)

        self._do(self._words.labelling(name), work, tell)

    # --- the labels themselves ------------------------------------------------------------------

    def make(self, name: str, parent: LabelId | None = None) -> None:
        node = None if parent is None else self._shelf.node(parent)
        path = f"{node.path}/{name}" if node else name
        told = self._words.made(path.rpartition("/")[2].strip())
        self._do_told(told, partial(make_with_key, self._library, path))

    def rename(self, label_id: LabelId, name: str) -> None:
        told = self._words.renamed(self._shelf.name(label_id), name.strip())
        self._do_told(told, partial(labelling.rename_label, self._library, label_id, name))

    def move(self, label_id: LabelId, into: LabelId | None) -> None:
        outer = "" if into is None else self._shelf.name(into)
        told = self._words.moved(self._shelf.name(label_id), outer)
        self._do_told(told, partial(labelling.move_label, self._library, label_id, into))

    def merge(self, label_id: LabelId, into: LabelId) -> None:
        told = self._words.merged(self._shelf.name(label_id), self._shelf.name(into))
        self._do_told(told, partial(labelling.merge_label, self._library, label_id, into))

    def delete(self, label_id: LabelId) -> None:
        node = self._shelf.node(label_id)
        if node:
            told = self._words.deleted(node.label.name, node.photos_below)
            self._do_told(told, partial(labelling.delete_label, self._library, label_id))

    def set_key(self, label_id: LabelId, key: int | None) -> None:
        told = self._words.keyed(self._shelf.name(label_id), key)
        self._do_told(told, partial(labelling.set_key, self._library, label_id, key))

    def set_album(self, label_id: LabelId, probability: float | None) -> None:
        told = self._words.album(self._shelf.name(label_id), probability)
        self._do_told(told, partial(labelling.set_album, self._library, label_id, probability))

    def take_done(self, told: Told, change: LabelChange) -> None:
        """What was done elsewhere, as by an import, can be taken back like anything here."""
        self._do_told(told, lambda: change)

    def finish(self) -> None:
        """As the program ends: what was asked for is done before this returns."""
        self._in_turn.finish()

    # --- one after another ----------------------------------------------------------------------

    def _do_told(self, told: Told, work: Work) -> None:
        self._do(told.act, work, lambda change: "" if change.is_empty else told.sentence)

    def _do(self, name: str, work: Work, tell: Callable[[LabelChange], str]) -> None:
        """Its place among what can be undone it has at once: who is quick with Undo means it."""
        done = _Work(work, tell)
        done.act = Act(name, lambda: self._undo(done))
        self._undo_list.push(done.act)
        self._queue(done)

    def _undo(self, done: "_Work") -> None:
        if done.act and self._undo_list.holds(done.act):
            self._undo_list.remove(done.act)
            tell = partial(self._tell_undone, done.act.name)
            self._queue(_Work(partial(_undone, self._library, done), tell))

    def _tell_undone(self, name: str, change: LabelChange) -> str:
        return "" if change.is_empty else self._words.undone(name)

    def _queue(self, work: "_Work") -> None:
        self._in_turn.start(work.run, partial(self._fail, work), partial(self._take, work))

    def _take(self, work: "_Work", change: LabelChange) -> None:
        sentence = work.tell(change)
        if work.act and change.is_empty:
            self._undo_list.remove(work.act)
        if sentence:
            self._say(sentence, work.act if not change.is_empty else None)
        self.changed.emit()

    def _fail(self, work: "_Work", error: Exception) -> None:
        if work.act:
            self._undo_list.remove(work.act)
        self._messages.say(message_of(error))
        self.changed.emit()

    def _say(self, sentence: str, act: Act | None) -> None:
        offer = (self.tr("Undo"), act.take_back) if act else None
        self._messages.say(Message(sentence, "done", offer, leaves=True))


class _Work:
    """One thing to do, and what it changed once it is done."""

    def __init__(self, work: Work, tell: Callable[[LabelChange], str]) -> None:
        self._work = work
        self.tell = tell
        self.act: Act | None = None
        self.change = LabelChange()

    def run(self) -> LabelChange:
        self.change = self._work()
        return self.change


# --- verbs of two steps, for any thread ---------------------------------------------------------


def toggle(library: Library, photos: Photos, label_id: LabelId) -> LabelChange:
    """Give a label to photos, or take it off them where all have it."""
    have_it = labelling.photos_labelled(library, label_id, nested=False)
    do_all = np.isin(np.asarray(photos), have_it).all()
    return (labelling.take if do_all else labelling.give)(library, photos, label_id)


def make_with_key(library: Library, path: str) -> LabelChange:
    """Make a label, with the next key that gives none yet."""
    label, made = labelling.make_label(library, path)
    free = set(KEYS) - _keys(library)
    if made.is_empty or not free:
        return made
    return made.then(labelling.set_key(library, label.id, min(free)))


def give_by_path(library: Library, photos: Photos, path: str) -> LabelChange:
    """Give the label of a path, which is made where there is none."""
    made = make_with_key(library, path)
    label = labelling.label_at(library, path)
    return made.then(labelling.give(library, photos, label.id))


def give_keyed(library: Library, photos: Photos, path: str, key: int) -> LabelChange:
    """The same, and the key gives it from now on."""
    label, made = labelling.make_label(library, path)
    keyed = made.then(labelling.set_key(library, label.id, key))
    return keyed.then(labelling.give(library, photos, label.id))


def _undone(library: Library, done: _Work) -> LabelChange:
    labelling.undo(library, done.change)
    return done.change.inverse


def _keys(library: Library) -> set[int | None]:
    waiting = list(labelling.labels(library))
    for node in waiting:
        waiting.extend(node.children)
    return {node.label.key for node in waiting}
