"""Evaluations made of plain numbers, and a feed that brings grey pictures."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from lookalike.gui.evaluation.evaluation_view import EvaluatedWay, WorstQuery
from lookalike.gui.grid.thumbnail_feed import Thumbnail, ThumbnailFeed
from lookalike.library.evaluation.evaluation import (
    RECALL_LEVELS,
    ClassedPhoto,
    ClassFigures,
    Evaluation,
    Figure,
)
from lookalike.photos import Photo, PhotoFile, PhotoId, PhotoState

MakeWay = Callable[..., EvaluatedWay]


def figure(value: float) -> Figure:
    return Figure(value, value - 0.02, value + 0.03)


def classed(number: int, class_name: str) -> ClassedPhoto:
    return ClassedPhoto(Path(f"/photos/{class_name}/{number}.jpg"), class_name, PhotoId(number))


@pytest.fixture
def make_way() -> MakeWay:
    """A way to compare whose P@1, P@10 and mAP are as told."""

    def make(
        space: str = "Content",
        metric: str = "cosine",
        values: tuple[float, float, float] = (0.8, 0.7, 0.5),
        queries: int = 1579,
    ) -> EvaluatedWay:
        told = Evaluation(
            space.lower(),
            metric,
            queries,
            *map(figure, values),
            np.linspace(values[0], 0.1, len(RECALL_LEVELS)),
            (ClassFigures("hat", 1000, 0.9, 0.8, 0.7), ClassFigures("skirt", 20, 0.5, 0.4, 0.3)),
            (),
        )
        answers = [classed(2, "hat"), classed(3, "skirt"), classed(4, "hat")]
        return EvaluatedWay(space, told, [WorstQuery(classed(1, "skirt"), 0.043, answers)])

    return make


@pytest.fixture
def ways(make_way: MakeWay) -> list[EvaluatedWay]:
    return [
        make_way("Pixels", "cosine", (0.48, 0.36, 0.18)),
        make_way("Content", "cosine", (0.79, 0.72, 0.53)),
        make_way("Content", "l2", (0.7904, 0.70, 0.45)),
    ]


@pytest.fixture
def feed(tasks) -> ThumbnailFeed:
    def fetch(photo_id: PhotoId) -> Thumbnail:
        file = PhotoFile(Path(f"/photos/{photo_id}.jpg"), 1, 1)
        photo = Photo(photo_id, file, PhotoState.READY)
        return Thumbnail(photo, np.full((48, 64, 3), 120, np.uint8))

    return ThumbnailFeed(fetch, tasks)
