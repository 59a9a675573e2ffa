"""A taught library made by hand: what the desk asks of it, on plain values."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest

from lookalike.errors import LookalikeError
from lookalike.gui.grid.thumbnail_feed import Thumbnail, ThumbnailFeed
from lookalike.gui.panels.large_photo import LargePhoto
from lookalike.gui.suggestions import suggestions_desk
from lookalike.gui.suggestions.suggestion_queue import Answer, Said
from lookalike.gui.suggestions.suggestion_work import AlbumView, Found, KnownLabel, Wish
from lookalike.gui.suggestions.suggestions_desk import SuggestionsDesk
from lookalike.gui.suggestions.suggestions_page import SuggestionsPage
from lookalike.gui.undo_list import UndoList
from lookalike.library.drawing.cell_axis import cell_axes
from lookalike.library.labels.labelling import LabelChange
from lookalike.library.teaching.taught import Suggestion, Voter, WhyLabel
from lookalike.photos import Label, LabelId, Photo, PhotoFile, PhotoId, PhotoState

MakeSuggestion = Callable[..., Suggestion]


class Labels(NamedTuple):
    """Three of them; one has a key of its own."""

    boots: Label
    hat: Label
    skirt: Label


LABELS = Labels(
    Label(LabelId(1), "boots"), Label(LabelId(2), "hat", key=1), Label(LabelId(3), "skirt")
)


def suggestion(number: int, probability: float = 0.9, label: Label = LABELS.boots) -> Suggestion:
    others = tuple((each, (1 - probability) / 2) for each in LABELS if each is not label)
    return Suggestion(PhotoId(number), label, probability, others)


@pytest.fixture
def labels() -> Labels:
    return LABELS


@pytest.fixture
def make_suggestion() -> MakeSuggestion:
    return suggestion


def photo(photo_id: PhotoId) -> Photo:
    return Photo(photo_id, PhotoFile(Path(f"/photos/{photo_id}.jpg"), 1, 1), PhotoState.READY)


@dataclass
class Taught:
    """In place of the library's functions: notes what is asked of it."""

    suggestions: list[Suggestion] = field(default_factory=list)
    photos: int = 100
    missing: str = ""
    method: object = None
    fault: LookalikeError | None = None
    written: list[tuple[Said, list[int], str]] = field(default_factory=list)
    wishes: list[Wish] = field(default_factory=list)
    albums: dict[LabelId, float | None] = field(default_factory=dict)
    filled: dict[LabelId, float | None] = field(default_factory=dict)
    why: WhyLabel | None = None

    @property
    def known(self) -> tuple[KnownLabel, ...]:
        return tuple(KnownLabel(label, label.name, 10 * label.id) for label in LABELS)

    def look(self, _: object, wish: Wish, __: object) -> Found:
        self.wishes.append(wish)
        if self.fault:
            raise self.fault
        found = [each for each in self.suggestions if wish.label in (None, each.label.id)]
        is_ready = bool(self.photos) and not self.missing
        labels = self.known if is_ready else ()
        return Found(found if is_ready else (), labels, self.photos, self.missing, self.method)

    def batch(self, _: object, label: LabelId, __: object) -> list[Suggestion]:
        return [each for each in self.suggestions if each.label.id == label]

    def write(self, _: object, answer: Answer) -> list[object]:
        if self.fault:
            raise self.fault
        numbers = [int(each.photo_id) for each in answer.suggestions]
        name = (answer.instead or answer.suggestions[0].label).name
        self.written.append((answer.said, numbers, name))
        return [self.written[-1]]

    def undo(self, _: object, changes: Sequence[object]) -> None:
        for change in changes:
            self.written.remove(change)

    def album(self, _: object, known: KnownLabel) -> AlbumView:
        return AlbumView(known, self.albums.get(known.label.id), 24)

    def set_album(self, _: object, label: LabelId, at_least: float | None) -> LabelChange:
        self.albums[label] = at_least
        return LabelChange()

    def run_albums(self, _: object, __: object) -> int:
        self.filled = dict(self.albums)
        return 0

    def why_label(self, _: object, photo_id: PhotoId, label: LabelId, __: object) -> WhyLabel:
        if self.fault:
            raise self.fault
        return self.why or by_cells(photo_id)


def by_cells(photo_id: PhotoId) -> WhyLabel:
    """Two by two parts that add 2 together, and a bias that takes 0.5 away."""
    cells = np.array([[1.5, 0.5], [-0.25, 0.25]])
    pixels = np.full((40, 40, 3), 120, np.uint8)
    axes = cell_axes((2, 2), (40, 40), None)
    told = "Exact: the parts of the picture and a constant sum to the score of the label."
    return WhyLabel(photo_id, LABELS.boots, "exact", told, 0.9, 1.5, -0.5, pixels, cells, axes)


def by_votes(photo_id: PhotoId) -> WhyLabel:
    voters = (
        Voter(PhotoId(7), (LABELS.boots,), True, 0.3),
        Voter(PhotoId(8), (LABELS.boots,), True, 0.1),
        Voter(PhotoId(9), (), False, 0.0),
    )
    told = "The nearest examples vote, the nearer the more."
    return WhyLabel(photo_id, LABELS.boots, "neighbors", told, 0.6, voters=voters)


@pytest.fixture
def why_by_cells() -> WhyLabel:
    return by_cells(PhotoId(1))


@pytest.fixture
def why_by_votes() -> WhyLabel:
    return by_votes(PhotoId(1))


@pytest.fixture
def taught(monkeypatch: pytest.MonkeyPatch) -> Taught:
    made = Taught([suggestion(number, 1 - number / 100) for number in range(1, 7)])
    asked = ("look", "batch", "write", "undo", "album", "set_album", "run_albums", "why_label")
    for name in asked:
        monkeypatch.setattr(suggestions_desk, name, getattr(made, name))
    return made


@pytest.fixture
def grey() -> np.ndarray:
    return np.full((48, 64, 3), 120, np.uint8)


@pytest.fixture
def feed(held_tasks, grey) -> ThumbnailFeed:
    return ThumbnailFeed(lambda photo_id: Thumbnail(photo(photo_id), grey), held_tasks)


@pytest.fixture
def make_page(qtbot, held_tasks, feed, theme, grey) -> Callable[..., SuggestionsPage]:
    def make(width: int = 1060, height: int = 600) -> SuggestionsPage:
        page = SuggestionsPage(
            lambda photo_id, _: LargePhoto(photo(photo_id), grey), feed, held_tasks, theme
        )
        qtbot.addWidget(page)
        page.resize(width, height)
        with qtbot.waitExposed(page):
            page.show()
        page.setFocus()
        return page

    return make


@pytest.fixture
def page(make_page) -> SuggestionsPage:
    return make_page()


@pytest.fixture
def undo_list() -> UndoList:
    return UndoList()


@pytest.fixture
def desk(taught, page, undo_list, held_tasks) -> SuggestionsDesk:
    """Open, and with what was found."""
    made = SuggestionsDesk(None, page, undo_list, held_tasks)
    made.open()
    held_tasks.run()
    return made
