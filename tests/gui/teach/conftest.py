"""Teachings made of plain numbers, and a feed that brings grey pictures."""

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pytest

from lookalike.gui.grid.thumbnail_feed import Thumbnail, ThumbnailFeed
from lookalike.gui.teach.suspect_view import suspect_views
from lookalike.gui.teach.teach_page import TeachView
from lookalike.gui.teach.teach_words import TeachWords
from lookalike.library.teaching.taught import (
    NONE,
    Confusion,
    Curve,
    LabelScore,
    MethodScore,
    Note,
    Readiness,
    Reliability,
    Suspect,
    TaughtChoice,
    Teaching,
)
from lookalike.photos import Label, LabelId, Photo, PhotoFile, PhotoId, PhotoState

MakeTeaching = Callable[..., Teaching]
MakeView = Callable[..., TeachView]


def label(number: int, name: str = "") -> Label:
    return Label(LabelId(number), name or f"label {number}")


def confusion_of(labels: tuple[Label, ...]) -> Confusion:
    """Ten of each are told rightly; of label number n, n are taken for the one after it."""
    count = len(labels) + 1
    counts = np.diag([10] * count).astype(np.int64)
    for at in range(len(labels)):
        counts[at, at + 1] = at + 1
    photos = {
        (int(row), int(column)): tuple(
            PhotoId(1000 * int(row) + 100 * int(column) + each)
            for each in range(counts[row, column])
        )
        for row, column in zip(*counts.nonzero(), strict=True)
    }
    return Confusion((*(each.id for each in labels), NONE), counts, photos)


@pytest.fixture
def make_teaching() -> MakeTeaching:
    """Labels called `boots`, `hats` and so on; each suspect says boots, and hats is told."""

    def make(labels: int = 2, suspects: int = 2) -> Teaching:
        names = ["boots", "hats", *(f"label {number}" for number in range(3, labels + 1))]
        taught = tuple(label(at, name) for at, name in enumerate(names[:labels], 1))
        return Teaching(
            space="content",
            labels=taught,
            left_out=(label(90, "umbrellas"),),
            examples=24,
            others=100,
            methods=(
                MethodScore("linear SVM", "C = 0.1", 0.95, 0.02),
                MethodScore("logistic regression", "C = 1", 0.94, 0.02, is_chosen=True),
                MethodScore("nearest neighbours", "k = 5, cosine", 0.90, 0.03),
                MethodScore("nearest centroid", "", 0.70, 0.03),
            ),
            accuracy=0.94,
            error=0.03,
            sentence="Logistic regression, right in 94 % ± 3 of held-out examples.",
            notes=(Note("missing", "2 labelled photos are missing.", 2),),
            per_label=tuple(
                LabelScore(each, 10 + at, 0.9 - 0.2 * at, 0.8) for at, each in enumerate(taught)
            ),
            confusion=confusion_of(taught),
            neighbors=Curve(
                np.array([1.0, 5.0, 15.0]), np.array([0.8, 0.9, 0.85]), np.full(3, 0.02), 5.0
            ),
            learning=Curve(np.array([1.0, 10.0]), np.array([0.5, 0.9]), np.full(2, 0.05)),
            reliability=Reliability(
                np.array([0.4, 0.9]), np.array([0.5, 0.9]), np.array([4, 16]), 0.021
            ),
            suspects=tuple(
                Suspect(PhotoId(number), taught[0], taught[1], 0.04, 0.9, (PhotoId(50),))
                for number in range(1, suspects + 1)
            ),
            gain=(taught[0], 12),
        )

    return make


@pytest.fixture
def choice() -> TaughtChoice:
    return TaughtChoice(
        space="content",
        space_key="key",
        method="logistic regression",
        setting="C = 1",
        parameters={},
        calibration={},
        labels={LabelId(1): 12, LabelId(2): 12},
        accuracy=0.94,
        error=0.03,
        taught_at=datetime(2026, 5, 1, 12, tzinfo=UTC),
    )


@pytest.fixture
def ready() -> Readiness:
    return Readiness(((label(1, "boots"), 12), (label(2, "hats"), 12)), (), "")


@pytest.fixture
def unready() -> Readiness:
    return Readiness((), ((label(1, "boots"), 1), (label(2, "hats"), 2)), "")


@pytest.fixture
def make_view(make_teaching, choice, ready) -> MakeView:
    """All that was taught; suspects have the label that is doubted, and their voters hats."""

    def make(teaching: Teaching | None = None) -> TeachView:
        told = teaching or make_teaching()
        names = TeachWords().names(told.labels, {})
        has = {each.photo_id: (each.label,) for each in told.suspects}
        has |= {PhotoId(50): (told.labels[-1],)}
        return TeachView(ready, choice, told, names, suspect_views(told.suspects, names, has))

    return make


@pytest.fixture
def feed(tasks) -> ThumbnailFeed:
    def fetch(photo_id: PhotoId) -> Thumbnail:
        file = PhotoFile(Path(f"/photos/{photo_id}.jpg"), 1, 1)
        photo = Photo(photo_id, file, PhotoState.READY)
        return Thumbnail(photo, np.full((48, 64, 3), 120, np.uint8))

    return ThumbnailFeed(fetch, tasks)
