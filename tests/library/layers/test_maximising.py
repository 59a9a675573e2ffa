"""The picture that would excite a unit most, made once and kept."""

import os
from pathlib import Path

import numpy as np
import pytest

from lookalike.library.layers import maximising
from lookalike.library.layers.inspecting import Inspector
from lookalike.library.layers.maximising import Maximised, make_maximised, maximised
from lookalike.networks.preprocess import prepare
from lookalike.networks.views.maximisation import Regularisation
from lookalike.progress import Cancelled, Progress


@pytest.fixture
def network(make_cnn) -> Path:
    return make_cnn()


@pytest.fixture(autouse=True)
def few_steps(monkeypatch):
    monkeypatch.setattr(maximising, "STEPS", 10)


@pytest.fixture
def inspector(library) -> Inspector:
    return library.inspector()


@pytest.fixture
def ways_back(monkeypatch) -> list[str]:
    """Which tensors were led back from: one for each step."""
    asked = []
    gradient = Inspector.gradient

    def note(self, inputs, tensor, *more):
        asked.append(tensor)
        return gradient(self, inputs, tensor, *more)

    monkeypatch.setattr(Inspector, "gradient", note)
    return asked


def make(
    library, inspector, unit: int = 1, seed: int = 0, layer: str = "stem", **how
) -> list[Maximised]:
    return list(
        maximised(library, inspector, inspector.network.layer(layer), unit, seed, Progress(), **how)
    )


def kept(library) -> list[Path]:
    return list((library.folder / "maximised").glob("*"))


def test_the_picture_is_shown_as_it_improves(library, inspector):
    shown = make(library, inspector)
    assert [each.step for each in shown] == [4, 8, 10]
    assert all(each.pixels.shape == (16, 16, 3) for each in shown)
    answers = [
        inspector.values(_fed(inspector, each.pixels), "stem.linear")[0, 1].mean() for each in shown
    ]
    assert answers[-1] > answers[0]


def _fed(inspector, pixels) -> np.ndarray:
    return prepare(pixels, inspector.network.input)[np.newaxis]


def test_a_layer_with_a_ceiling_is_asked_below_it(library, inspector, ways_back):
    make(library, inspector)
    assert ways_back == ["stem.linear"] * 10


def test_what_sees_little_is_not_zoomed(library, inspector, monkeypatch):
    suited = []
    make_ = maximising.maximise

    def note(*told, regularisation, **more):
        suited.append(regularisation)
        return make_(*told, regularisation=regularisation, **more)

    monkeypatch.setattr(maximising, "maximise", note)
    layer = inspector.network.layer("stem")
    object.__setattr__(layer.field, "size", (1, 1))
    list(make_maximised(inspector, layer, 0, 0, Progress()))
    list(make_maximised(inspector, inspector.network.layer("classes"), 0, 0, Progress()))
    assert suited[0].zoom == 0
    assert suited[1] == Regularisation()


def test_a_finished_picture_is_kept_and_read_again(library, inspector, ways_back):
    *_, made = make(library, inspector)
    del ways_back[:]
    [again] = make(library, inspector)
    assert ways_back == []
    np.testing.assert_array_equal(again.pixels, made.pixels)
    assert (again.value, again.step) == (made.value, maximising.STEPS)


def test_who_wants_only_what_is_kept_waits_for_nothing(library, inspector, ways_back):
    assert make(library, inspector, only_kept=True) == []
    assert ways_back == []
    make(library, inspector)
    assert len(make(library, inspector, only_kept=True)) == 1


def test_each_unit_layer_and_seed_has_its_own(library, inspector):
    first = make(library, inspector)[-1].pixels
    for other in ({"unit": 2}, {"seed": 1}, {"layer": "block"}):
        assert make(library, inspector, only_kept=True, **other) == []
        assert not np.array_equal(make(library, inspector, **other)[-1].pixels, first)
    assert len(kept(library)) == 4


def test_a_picture_of_another_network_is_not_taken(library, inspector):
    make(library, inspector)
    object.__setattr__(inspector.network, "key", "0" * 64)
    assert make(library, inspector, only_kept=True) == []


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: b"",
        lambda content: content[:-1],
        lambda content: content + b"\x00",
        lambda content: content[:-1] + bytes([content[-1] ^ 1]),
        lambda content: bytes([content[0] ^ 1]) + content[1:],
        lambda content: b"\x93NUMPY" + content[6:],
        lambda content: b"\x00" * len(content),
    ],
)
def test_a_damaged_file_is_made_again(library, inspector, ways_back, damage):
    *_, made = make(library, inspector)
    [file] = kept(library)
    whole = file.read_bytes()
    file.write_bytes(damage(whole))
    assert make(library, inspector, only_kept=True) == []
    *_, again = make(library, inspector)
    np.testing.assert_array_equal(again.pixels, made.pixels)
    assert file.read_bytes() == whole


def test_a_picture_that_was_given_up_is_not_kept(library, inspector):
    progress = Progress()
    layer = inspector.network.layer("stem")
    coming = maximised(library, inspector, layer, 1, 0, progress)
    next(coming)
    progress.cancel()
    with pytest.raises(Cancelled):
        list(coming)
    assert kept(library) == []
    left = maximised(library, inspector, layer, 1, 0, Progress())
    next(left)
    left.close()
    assert kept(library) == []


def test_a_read_only_library_does_without(library, inspector, open_library, read_only):
    library.close()
    read_only(library.folder)
    closed = open_library()
    assert [each.step for each in make(closed, inspector)] == [4, 8, 10]
    assert not (closed.folder / "maximised").exists()


def test_a_full_disk_leaves_nothing_behind(library, inspector, monkeypatch):
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    assert make(library, inspector)[-1].step == 10
    assert kept(library) == []
