"""The part of a photo that excites a unit, and what the unit makes of it on the way back."""

from dataclasses import replace

import numpy as np
import pytest
from PIL import Image

from lookalike.errors import NetworkUnusable
from lookalike.library.layers import patches
from lookalike.library.layers.excitations import Excitation, top_photos
from lookalike.library.layers.inspecting import Inspector, UnitOrigin, look_at, look_back
from lookalike.library.layers.patches import (
    cut_out,
    deconvolved_patch,
    excited_square,
    patch_of,
    strong_cells,
)
from lookalike.library.search.pictures import thumbnail
from lookalike.networks.backward import BackwardMode
from lookalike.networks.views.backward_views import GradientView, show_gradient

WIDE, HIGH, SPOT = 64, 32, 8


@pytest.fixture
def network(make_cnn):
    return make_cnn()


@pytest.fixture
def inspector(library) -> Inspector:
    return library.inspector()


@pytest.fixture
def spotted(paint, bring_in, photo_of):
    """A photo of 64 × 32 of one colour with a small coloured spot, brought in."""
    path = paint("spotted.png")
    pixels = np.full((HIGH, WIDE, 3), 100, np.uint8)
    pixels[8 : 8 + SPOT, 40 : 40 + SPOT] = (255, 0, 160)
    Image.fromarray(pixels).save(path)
    bring_in()
    return photo_of(path)


def prepared(inspector, picture) -> np.ndarray:
    return patches._prepared(inspector, picture)


# --- patches --------------------------------------------------------------------------------------


def test_a_patch_is_what_the_cell_sees_of_the_photo(library, inspector, spotted):
    layer = inspector.network.layer("stem")  # sees 3 × 3 of 16 × 16 pixels, every second one
    patch = patch_of(library, inspector, layer, 0, Excitation(spotted, 2.5, row=2, column=5))
    assert (patch.photo_id, patch.name, patch.value) == (spotted.id, "spotted.png", 2.5)
    # Of the squashed picture it sees the pixels 3 to 5 down and 9 to 11 across.
    assert patch.place == pytest.approx((9 / 16, 3 / 16, 12 / 16, 6 / 16))
    assert patch.photo.shape == (HIGH, WIDE, 3)
    assert patch.pixels.shape == (6, 12, 3)
    np.testing.assert_array_equal(patch.pixels, patch.photo[6:12, 36:48])


def test_the_cell_that_an_import_found_is_where_the_spot_is(library, inspector, spotted):
    layer = inspector.network.layer("stem")
    seen = []
    for unit in range(layer.channels):
        [best] = top_photos(library, layer, unit)
        left, top, right, bottom = patch_of(library, inspector, layer, unit, best).place
        seen.append(left <= 48 / 64 and right >= 40 / 64 and top <= 16 / 32 and bottom >= 8 / 32)
    assert any(seen)


def test_a_patch_at_the_edge_ends_with_the_photo(library, inspector, spotted):
    layer = inspector.network.layer("stem")
    patch = patch_of(library, inspector, layer, 0, Excitation(spotted, 1, row=0, column=0))
    assert patch.place == pytest.approx((0, 0, 2 / 16, 2 / 16))
    assert min(patch.pixels.shape[:2]) >= 3, "less shows nothing"


def test_what_is_cut_off_before_the_network_sees_it_is_counted(library):
    """With `cover` the network sees the middle of a wide photo alone."""
    inspector = library.inspector()
    covering = inspector.network.input.resize
    object.__setattr__(covering, "rule", "cover")
    square = (0.0, 0.0, 16.0, 16.0)
    picture = np.zeros((HIGH, WIDE, 3), np.uint8)
    assert patches._place_in_photo(square, inspector, picture) == pytest.approx((0.25, 0, 0.75, 1))


def test_a_photo_that_cannot_be_read_now_has_no_patch(library, inspector, spotted):
    layer = inspector.network.layer("stem")
    lost = replace(spotted, content_hash=None)
    assert patch_of(library, inspector, layer, 0, Excitation(lost, 1, 0, 0)) is None


# --- where nothing smaller than the picture is seen -----------------------------------------------


class Blind:
    """Answers with a map that is given, of a layer whose cells see the whole picture."""

    def __init__(self, inspector: Inspector, answer: np.ndarray) -> None:
        self.network = inspector.network
        self._answer = answer

    def values(self, *_: object) -> np.ndarray:
        return self._answer[np.newaxis, np.newaxis]


@pytest.fixture
def all_seeing(inspector):
    return replace(inspector.network.layer("block"), field=None)


def test_where_a_cell_sees_everything_those_that_answer_with_it_are_shown(inspector, all_seeing):
    answer = np.zeros((4, 4), np.float32)
    answer[1, 2:4], answer[2, 2] = 4, 2
    box = excited_square(Blind(inspector, answer), all_seeing, 0, (1, 2), np.zeros(()))
    assert box == (8, 4, 16, 12)
    answer[2, 2] = 1.9  # less than half as strong
    box = excited_square(Blind(inspector, answer), all_seeing, 0, (1, 2), np.zeros(()))
    assert box == (8, 2, 16, 10), "a square, about the cells"


def test_a_square_is_large_enough_to_recognise_something_and_inside_the_picture(
    inspector, all_seeing
):
    answer = np.zeros((4, 4), np.float32)
    answer[3, 0] = 1
    left, top, right, bottom = excited_square(
        Blind(inspector, answer), all_seeing, 0, (3, 0), np.zeros(())
    )
    assert right - left == pytest.approx(0.3 * 16)
    assert bottom - top == pytest.approx(0.3 * 16)
    assert (left, bottom) == (0, 16)


def test_a_layer_without_places_sees_the_whole_picture(inspector):
    box = excited_square(inspector, inspector.network.layer("pool1"), 0, (0, 0), np.zeros(()))
    assert box == (0, 0, 16, 16)


def test_cells_are_joined_until_one_answers_less_than_half():
    answer = np.array([[9, 0, 5, 9], [9, 3, 8, 4], [9, 3, 7, 9]], np.float32)
    assert strong_cells(answer, (1, 2)) == (range(0, 3), range(2, 4))
    nothing = np.full((3, 3), -1, np.float32)
    assert strong_cells(nothing, (1, 2)) == (range(1, 2), range(2, 3))


# --- cutting --------------------------------------------------------------------------------------


@pytest.mark.parametrize("shape", [(20, 40), (20, 40, 3)])
def test_a_part_is_cut_out_by_fractions(shape):
    picture = np.random.default_rng(0).integers(0, 256, shape, np.uint8)
    np.testing.assert_array_equal(cut_out(picture, (0.25, 0.5, 0.75, 1)), picture[10:, 10:30])
    np.testing.assert_array_equal(cut_out(picture, (0, 0, 1, 1)), picture)


@pytest.mark.parametrize("place", [(0, 0, 0, 0), (1, 1, 1, 1), (0.5, 0.5, 0.5, 0.5)])
def test_a_part_without_size_is_a_few_pixels(place):
    assert 1 <= min(cut_out(np.zeros((20, 40), np.uint8), place).shape) <= 4


# --- on the way back ------------------------------------------------------------------------------


def expected(inspector, library, photo, unit: int, cell, mode=BackwardMode.GUIDED) -> np.ndarray:
    """By the way back of the views."""
    layer = inspector.network.layer("stem")
    seen = look_at(inspector, photo.path, max_megapixels=100)
    object.__setattr__(seen, "inputs", prepared(inspector, thumbnail(library, photo)))
    back = look_back(inspector, seen, UnitOrigin(layer, unit, cell), mode)
    row, column = cell
    part = back[:, 2 * row - 1 : 2 * row + 2, 2 * column - 1 : 2 * column + 2]
    return show_gradient(part, GradientView.RAW)


@pytest.mark.parametrize("cell", [(2, 5), (6, 3)])
def test_what_a_unit_makes_of_a_cell_is_cut_as_its_patch(library, inspector, spotted, cell):
    layer = inspector.network.layer("stem")
    made = deconvolved_patch(inspector, layer, 1, thumbnail(library, spotted), cell)
    np.testing.assert_array_equal(made, expected(inspector, library, spotted, 1, cell))


def test_without_a_cell_the_strongest_is_meant(library, inspector, spotted):
    layer = inspector.network.layer("stem")
    picture = thumbnail(library, spotted)
    values = inspector.values(prepared(inspector, picture), "stem.linear")[0, 2]
    cell = tuple(map(int, np.unravel_index(values.argmax(), values.shape)))
    np.testing.assert_array_equal(
        deconvolved_patch(inspector, layer, 2, picture),
        deconvolved_patch(inspector, layer, 2, picture, cell),
    )


def test_colours_stand_in_the_order_of_the_eye_whatever_the_network_wants(
    library, inspector, spotted
):
    layer, picture = inspector.network.layer("stem"), thumbnail(library, spotted)
    grey = np.full_like(picture, 90)  # the same whichever colour comes first
    straight = deconvolved_patch(inspector, layer, 1, grey, (3, 3))
    object.__setattr__(inspector.network.input, "channels", "BGR")
    turned = deconvolved_patch(inspector, layer, 1, grey, (3, 3))
    np.testing.assert_array_equal(turned, straight[..., ::-1])


def test_from_where_no_way_leads_back_there_is_none(library, inspector, spotted, monkeypatch):
    def refuse(*_: object) -> None:
        raise NetworkUnusable("No way back.")

    monkeypatch.setattr(Inspector, "gradient", refuse)
    layer = inspector.network.layer("stem")
    assert deconvolved_patch(inspector, layer, 0, thumbnail(library, spotted)) is None
