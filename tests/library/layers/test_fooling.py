"""An adversarial example as it is shown."""

from pathlib import Path

import numpy as np
import pytest

from lookalike.errors import NetworkUnusable
from lookalike.library.layers import fooling
from lookalike.library.layers.fooling import MOST, Fooled, NotFooled, fool
from lookalike.library.layers.inspecting import (
    Inspector,
    classes_of,
    input_picture,
    look_at,
    open_inspector,
)
from lookalike.networks.preprocess import prepare
from lookalike.networks.views.class_maps import top_classes
from lookalike.progress import Cancelled, Progress
from lookalike.settings import Settings


@pytest.fixture
def network(make_cnn) -> Path:
    return make_cnn()


@pytest.fixture
def inspector(network: Path) -> Inspector:
    return open_inspector(Settings(network=network.name, device="cpu"), network.parent)


@pytest.fixture
def torn(inspector, paint):
    """A photo between two classes: of a row from one colour to another, the one at the border."""
    names = []
    for step in range(33):
        share = step / 32
        path = paint(f"{step}.png", (int(255 * share), 60, int(255 * (1 - share))))
        seen = look_at(inspector, path, max_megapixels=100)
        names.append((classes_of(inspector, seen, 1)[0].name, seen))
        if names[0][0] != names[-1][0]:
            return names[-1][1]
    return pytest.fail("all colours are of one class")


def test_a_change_that_nobody_sees_changes_the_class(inspector, torn):
    fooled = fool(inspector, torn, Progress())
    assert isinstance(fooled, Fooled)
    np.testing.assert_array_equal(fooled.original, input_picture(inspector, torn))
    np.testing.assert_array_equal(
        fooled.changed.astype(int) - fooled.original, fooled.difference.astype(int)
    )
    assert 0 < np.abs(fooled.difference).max() <= fooled.largest_change <= MOST
    assert fooled.before[0] != fooled.after[0]
    for picture, told in ((fooled.original, fooled.before), (fooled.changed, fooled.after)):
        inputs = prepare(picture, inspector.network.input)[np.newaxis]
        [best] = top_classes(inspector.values(inputs, "logits"), 1)
        assert told == (inspector.network.classes[best.index], pytest.approx(best.probability))


def test_more_than_nobody_sees_is_not_tried(inspector, paint, monkeypatch):
    monkeypatch.setattr(fooling, "MOST", 1)
    clear = look_at(inspector, paint("clear.png", (0, 60, 255)), max_megapixels=100)
    told = fool(inspector, clear, Progress())
    assert isinstance(told, NotFooled)
    assert (told.most, told.reason) == (1, "No change of up to 1 of 255 is enough.")


def test_where_nothing_is_enough_the_reason_is_told(inspector, torn, monkeypatch):
    def flat(_, inputs, *more):
        return np.zeros_like(inputs)

    monkeypatch.setattr(Inspector, "gradient", flat)
    told = fool(inspector, torn, Progress())
    assert isinstance(told, NotFooled)
    assert told.most == MOST
    assert "gradient is zero" in told.reason


def test_a_network_without_classes_cannot_be_fooled(inspector, torn):
    object.__setattr__(inspector.network, "logits", None)
    with pytest.raises(NetworkUnusable, match="tells no classes"):
        fool(inspector, torn, Progress())


def test_the_search_can_be_stopped(inspector, torn):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        fool(inspector, torn, progress)
