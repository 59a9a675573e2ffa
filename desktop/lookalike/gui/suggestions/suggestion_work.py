"""What the page of suggestions asks of a library, as plain functions that any thread may run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from lookalike.gui.suggestions.suggestion_queue import Answer, Said
from lookalike.gui.teach.teach_words import TeachWords
from lookalike.library.labels import labelling
from lookalike.library.labels.labelling import LabelChange, LabelNode
from lookalike.library.labels.labelling import set_album as set_album
from lookalike.library.library import Library
from lookalike.library.teaching import suggesting, teaching
from lookalike.library.teaching.albums import run_albums as run_albums
from lookalike.library.teaching.suggesting import Order
from lookalike.library.teaching.taught import Suggestion, TaughtChoice
from lookalike.library.teaching.why_label import why_label as why_label
from lookalike.photos import Label, LabelId
from lookalike.progress import Progress

_LEAST_IN_BATCH = 0.5
Changes = Sequence[LabelChange]


@dataclass(frozen=True, slots=True)
class Wish:
    """Which suggestions are wanted.

    Args:
        label: of this one alone; None for all of them.
    """

    order: Order = "certain"
    label: LabelId | None = None


@dataclass(frozen=True, slots=True)
class KnownLabel:
    """A label as the page shows it.

    Args:
        name: its path, as `shoes/boots`.
        photos: that have it.
        is_taught: it has enough examples to be suggested.
    """

    label: Label
    name: str
    photos: int = 0
    is_taught: bool = True


@dataclass(frozen=True, slots=True)
class Found:
    """What there is to ask about.

    Args:
        labels: all of a person's, by name.
        photos: how many the library has.
        missing: what has to be done before anything can be suggested; empty where all is done.
        method: what suggests; None where nothing was compared yet.
    """

    suggestions: Sequence[Suggestion] = ()
    labels: Sequence[KnownLabel] = field(default_factory=tuple)
    photos: int = 0
    missing: str = ""
    method: TaughtChoice | None = None


@dataclass(frozen=True, slots=True)
class AlbumView:
    """A label's living album.

    Args:
        at_least: how probable a photo has to be to join by itself; None where none does.
        photos: in it, those that a person gave the label among them; None while they are counted.
    """

    known: KnownLabel
    at_least: float | None = None
    photos: int | None = None


def look(library: Library, wish: Wish, progress: Progress) -> Found:
    """The suggestions that are wanted, in their order.

    Raises:
        TooFewExamples: no photo has the label that is wanted.
    """
    photos = library.counts().ready
    ready, words = teaching.readiness(library), TeachWords()
    labels = _known_labels(library, {label.id for label, _ in ready.taught})
    if not photos or not ready.is_ready:
        return Found((), labels, photos, words.missing(ready))
    for label, more in ready.waiting:
        if label.id == wish.label:
            return Found((), labels, photos, words.needed(label, more))
    wanted = wish.label if any(wish.label == each.label.id for each in labels) else None
    found = suggesting.suggest(library, progress, order=wish.order, label=wanted)
    return Found(found, labels, photos, "", teaching.taught(library))


def batch(library: Library, label: LabelId, progress: Progress) -> list[Suggestion]:
    """All photos that rather have a label than not, most certain first.

    Raises:
        TooFewExamples: not enough photos have it.
    """
    return suggesting.batch(library, label, _LEAST_IN_BATCH, progress)


def write(library: Library, answer: Answer) -> Changes:
    """What an answer changes, in the order in which it was changed.

    Raises:
        LabelUnusable: the label was deleted meanwhile.
    """
    label = answer.suggestions[0].label.id
    photos = [each.photo_id for each in answer.suggestions]
    if answer.said in (Said.YES, Said.TOGETHER):
        return [labelling.give(library, photos, label)]
    # First what may be refused: nothing is written then.
    instead = [labelling.give(library, photos, answer.instead.id)] if answer.instead else []
    return [*instead, labelling.reject(library, photos, label)]


def undo(library: Library, changes: Changes) -> None:
    """Take back what `write` changed."""
    for change in reversed(changes):
        labelling.undo(library, change)


def album(library: Library, known: KnownLabel) -> AlbumView:
    """As it is now: the label that is held may have been changed or deleted since."""
    now = {each.label.id: each for each in _known_labels(library)}.get(known.label.id, known)
    return AlbumView(now, now.label.album, len(labelling.photos_in_album(library, now.label.id)))


def _known_labels(library: Library, taught: set[LabelId] | None = None) -> list[KnownLabel]:
    taught = taught or set()
    return [
        KnownLabel(node.label, node.path, node.photos_below, node.label.id in taught)
        for node in _in_order(labelling.labels(library))
    ]


def _in_order(nodes: Sequence[LabelNode]) -> Iterator[LabelNode]:
    for node in nodes:
        yield node
        yield from _in_order(node.children)
