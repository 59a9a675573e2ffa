"""What the layers answer to the average photo of a library."""

from pathlib import Path

import numpy as np
import pytest

from lookalike.errors import PhotoUnreadable
from lookalike.library.layers import library_centres
from lookalike.library.layers.inspecting import Inspector, averages_of, look_at, main_layers
from lookalike.library.layers.library_centres import layer_centres
from lookalike.photos import PhotoId
from lookalike.progress import Cancelled, Progress


@pytest.fixture
def network(make_cnn) -> Path:
    return make_cnn()


@pytest.fixture
def photos(paint, bring_in) -> list[Path]:
    """Of many colours, as small as their thumbnails; twelve of them."""
    made = [paint(f"{n}.png", (20 * n, 255 - 20 * n, 90), n) for n in range(12)]
    bring_in()
    return made


def test_a_centre_is_the_mean_over_the_photos(library, photos):
    inspector = library.inspector()
    layers = main_layers(inspector.network)
    seen = [look_at(inspector, path, max_megapixels=100) for path in photos]
    expected = [
        np.mean(each, axis=0)
        for each in zip(*(averages_of(inspector, one, layers) for one in seen), strict=True)
    ]
    told = layer_centres(library, inspector, Progress())
    assert [each.shape for each in told] == [(layer.channels,) for layer in layers]
    for one, other in zip(told, expected, strict=True):
        np.testing.assert_allclose(one, other, atol=0.02)  # thumbnails are JPEG files


def test_it_is_worked_out_once_until_the_library_changes(
    library, photos, paint, bring_in, monkeypatch
):
    runs = []
    tell = Inspector.several_values
    monkeypatch.setattr(Inspector, "several_values", lambda *told: runs.append(1) or tell(*told))
    first = layer_centres(library, library.inspector(), Progress())
    assert layer_centres(library, library.inspector(), Progress()) is first
    assert len(runs) == 12
    paint("new.png", (255, 255, 255), 40)
    bring_in()
    again = layer_centres(library, library.inspector(), Progress())
    assert not np.array_equal(first[0], again[0])


def test_few_photos_make_no_average(library, paint, bring_in):
    assert layer_centres(library, library.inspector(), Progress()) is None
    for number in range(7):
        paint(f"{number}.png", seed=number)
    bring_in()
    assert layer_centres(library, library.inspector(), Progress()) is None
    paint("eighth.png", seed=8)
    bring_in()
    assert layer_centres(library, library.inspector(), Progress()) is not None


def test_photos_that_cannot_be_read_are_left_out(library, photos, monkeypatch):
    read = library_centres.thumbnail
    lost = photos[:3]

    def thumbnail(library, photo):
        if photo.path in lost:
            raise PhotoUnreadable("it is gone", photo.path)
        return read(library, photo)

    monkeypatch.setattr(library_centres, "thumbnail", thumbnail)
    assert layer_centres(library, library.inspector(), Progress()) is not None
    lost[:] = photos[:5]
    assert library_centres._centres(library, library.inspector(), Progress()) is None


@pytest.mark.parametrize("count", [0, 5, 32, 33, 63, 64, 1000])
def test_the_photos_are_spread_over_all_the_library(count):
    ids = [PhotoId(each) for each in range(count)]
    some = library_centres._spread(ids)
    assert len(some) == min(count, library_centres.PHOTOS)
    assert some == sorted(set(some))
    if count:
        assert max(np.diff([*some, count])) <= -(-count // 32)


def test_it_can_be_stopped(library, photos):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        layer_centres(library, library.inspector(), progress)
