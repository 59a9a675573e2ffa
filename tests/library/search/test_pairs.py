from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lookalike.library.intake import import_engine
from lookalike.library.library import Library
from lookalike.library.search.pairs import similarities
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.searching import search
from lookalike.photos import PhotoId
from lookalike.progress import Progress
from lookalike.settings import Settings


@pytest.fixture
def library(tmp_path: Path, make_network: Callable[..., Path]):
    network = make_network()
    settings = Settings(network=network.name, device="cpu")
    with Library.open(tmp_path / "library", settings, networks=network.parent) as opened:
        folder = tmp_path / "photos"
        folder.mkdir()
        rng = np.random.default_rng(0)
        for number in range(8):
            colour = rng.integers(0, 256, 3)
            noise = rng.integers(-9, 9, (16, 16, 3))
            pixels = np.clip(colour + noise, 0, 255).astype(np.uint8)
            Image.fromarray(pixels).save(folder / f"{number}.png")
        import_engine.bring_in(opened, [folder], Progress())
        yield opened


def test_a_pair_is_as_alike_as_a_search_says(library: Library):
    first, *others = library.photo_ids()
    told = similarities(library, first, others)
    found = search(library, Question((Example(first),)), count=10).matches
    assert {match.photo.id for match in found} == set(told)
    for match in found:
        assert told[match.photo.id] == pytest.approx((match.similarity, match.percentile), abs=1e-5)


def test_a_photo_is_wholly_like_itself(library: Library):
    first = library.photo_ids()[0]
    assert similarities(library, first, [first])[first][0] == pytest.approx(1, abs=1e-5)


def test_nobody_is_compared_with_nobody(library: Library):
    assert similarities(library, PhotoId(library.photo_ids()[0]), []) == {}
