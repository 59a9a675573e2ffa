"""What the layers show as pictures for slides."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from lookalike.errors import LookalikeError, NetworkUnusable
from lookalike.library.layers import layer_pictures
from lookalike.library.layers.inspecting import (
    Inspector,
    SeenPicture,
    classes_of,
    look_at,
    open_inspector,
)
from lookalike.library.layers.layer_pictures import (
    SLIDE_PX,
    LayerMode,
    drawn_units,
    enlarged,
    file_name,
    pictures_of,
    write_pictures,
)
from lookalike.progress import Cancelled, Progress
from lookalike.settings import Settings

BACK = [LayerMode.SALIENCY, LayerMode.DECONV, LayerMode.GUIDED]
VIEWS = ["photo", "raw", "grey", "norm", "blurred-norm"]
BETWEEN = layer_pictures._BETWEEN_UNITS


@pytest.fixture
def inspector(make_cnn) -> Inspector:
    network = make_cnn()
    return open_inspector(Settings(network=network.name, device="cpu"), network.parent)


@pytest.fixture
def seen(inspector, tmp_path: Path) -> SeenPicture:
    squares = 255 * np.random.default_rng(4).integers(0, 2, (16, 16, 3), np.uint8)
    Image.fromarray(squares.repeat(4, axis=0).repeat(4, axis=1)).save(tmp_path / "photo.png")
    return look_at(inspector, tmp_path / "photo.png", max_megapixels=100, sharp_px=128)


@pytest.fixture
def drawn(inspector, seen):
    def draw(mode: LayerMode, layer: str | None = None, unit: int | None = None):
        chosen = inspector.network.layer(layer) if layer else None
        return pictures_of(inspector, seen, mode, Progress(), layer=chosen, unit=unit)

    return draw


def names(pictures) -> list[str]:
    return [name for name, _ in pictures]


# --- maps -----------------------------------------------------------------------------------------


def test_all_layers_that_end_a_block_are_drawn(drawn):
    told = list(drawn(LayerMode.MAPS))
    assert names(told) == ["pixels", "stem", "block", "pool1", "classes"]
    assert all(picture.std() > 1 for _, picture in told)


def test_one_layer_or_one_unit_is_drawn(drawn, seen):
    assert names(drawn(LayerMode.MAPS, "stem")) == ["stem"]
    [(name, alone), (other, laid)] = drawn(LayerMode.MAPS, "stem", 2)
    assert (name, other) == ("stem-unit-2", "stem-unit-2-on-photo")
    assert alone.shape == (SLIDE_PX, SLIDE_PX, 3)
    assert laid.shape == seen.square.shape
    assert not np.array_equal(laid, seen.square)
    assert names(drawn(LayerMode.MAPS, "classes", 2)) == ["classes-unit-2"], "it has no places"


def test_units_are_tiles_with_lines_between_and_none_around(monkeypatch):
    monkeypatch.setattr(layer_pictures, "SLIDE_PX", 8)
    maps = np.zeros((3, 2, 2), np.float32)
    maps[1, 0, 1] = 1
    sheet = drawn_units(maps, is_signed=False)
    assert sheet.shape == (4 + 2 + 4, 4 + 2 + 4, 3)
    expected = np.zeros((10, 10, 3), np.uint8)
    expected[4:6] = expected[:, 4:6] = expected[6:, 6:] = BETWEEN
    expected[0:2, 8:10] = 255
    np.testing.assert_array_equal(sheet, expected)


@pytest.mark.parametrize(
    "shape", [(1, 7, 7), (1280, 7, 7), (1000, 1, 1), (32, 112, 112), (5, 3, 40)]
)
def test_a_sheet_is_about_as_large_as_a_slide(shape):
    rng = np.random.default_rng(0)
    height, width, _ = drawn_units(rng.normal(size=shape).astype(np.float32), is_signed=True).shape
    assert 0.7 * SLIDE_PX < max(height, width) < 1.5 * SLIDE_PX


def test_a_signed_layer_is_drawn_in_colours_and_another_in_grey(drawn):
    [(_, signed)], [(_, unsigned)] = (
        drawn(LayerMode.MAPS, "classes"),
        drawn(LayerMode.MAPS, "block"),
    )
    assert _colourful(signed[signed.any(axis=2)])
    tile = unsigned[:100, :100]
    assert not _colourful(tile.reshape(-1, 3))


def _colourful(pixels: np.ndarray) -> bool:
    return bool(np.ptp(pixels.astype(int), axis=1).max() > 40)


# --- back to the pixels ---------------------------------------------------------------------------


@pytest.mark.parametrize("mode", BACK)
def test_the_way_back_from_the_likeliest_class_is_shown_in_all_views(drawn, inspector, seen, mode):
    told = dict(drawn(mode))
    [best] = classes_of(inspector, seen, 1)
    assert list(told) == [f"{file_name(best.name)}-{mode}-{view}" for view in VIEWS]
    assert all(
        picture.shape[0] == SLIDE_PX for name, picture in told.items() if "photo" not in name
    )
    assert all(picture.std() > 1 for picture in told.values())


@pytest.mark.parametrize("mode", BACK)
def test_the_way_back_from_a_unit_is_shown_close_as_well(drawn, seen, mode):
    told = dict(drawn(mode, "stem", 1))
    start = f"stem-unit-1-{mode}-"
    close = ["photo-close", "raw-close", "norm-close"]
    assert list(told) == [start + view for view in (*VIEWS, *close)]
    near = told[f"{start}raw-close"]
    assert 0.9 * SLIDE_PX < near.shape[0] < 1.1 * SLIDE_PX
    corners = near[[0, 0, -1, -1], [0, -1, 0, -1]]
    assert (corners != 128).any(), "all of what the unit sees, and nothing else"


def test_without_a_unit_the_one_that_answers_most_is_meant(drawn, inspector, seen):
    values = inspector.values(seen.inputs, "stem.linear")[0].max(axis=(1, 2))
    assert (values > 1).sum() > 1, "the ceiling hides which"
    [first, *_] = drawn(LayerMode.GUIDED, "stem")
    assert first[0].startswith(f"stem-unit-{values.argmax()}-")
    [(name, _)] = drawn(LayerMode.OCCLUSION, "stem")
    assert name == f"stem-unit-{values.argmax()}-occlusion"


def test_a_unit_without_places_is_shown_from_afar_only(drawn):
    assert not [name for name in names(drawn(LayerMode.SALIENCY, "pool1", 0)) if "close" in name]


def test_what_hiding_costs_is_laid_over_the_picture(drawn, seen, inspector):
    [(name, laid)] = drawn(LayerMode.OCCLUSION)
    [best] = classes_of(inspector, seen, 1)
    assert name == f"{file_name(best.name)}-occlusion"
    assert laid.shape == seen.square.shape
    assert not np.array_equal(laid, seen.square)


def test_colours_are_those_of_the_eye_whatever_the_network_wants(drawn, inspector):
    straight = dict(drawn(LayerMode.SALIENCY, "stem", 1))["stem-unit-1-saliency-raw"]
    object.__setattr__(inspector.network.input, "channels", "BGR")
    turned = dict(drawn(LayerMode.SALIENCY, "stem", 1))["stem-unit-1-saliency-raw"]
    np.testing.assert_array_equal(turned, straight[..., ::-1])


@pytest.mark.parametrize("mode", [*BACK, LayerMode.OCCLUSION])
def test_what_has_no_way_back_is_a_sentence(drawn, inspector, mode):
    with pytest.raises(NetworkUnusable, match="No way leads back from the pixels"):
        list(drawn(mode, "pixels"))
    object.__setattr__(inspector.network, "logits", None)
    with pytest.raises(NetworkUnusable, match="Tiny CNN tells no classes"):
        list(drawn(mode))


@pytest.mark.parametrize("mode", [LayerMode.MAPS, LayerMode.OCCLUSION])
def test_drawing_can_be_stopped(inspector, seen, mode):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        list(pictures_of(inspector, seen, mode, progress))


# --- files ----------------------------------------------------------------------------------------


def test_pixels_become_squares():
    picture = np.array([[1, 2]], np.uint8)
    np.testing.assert_array_equal(enlarged(picture, 4), [[1, 1, 2, 2], [1, 1, 2, 2]])
    assert enlarged(np.zeros((9, 9), np.uint8), 4).shape == (9, 9), "never smaller"


def test_no_picture_is_written_over(tmp_path: Path):
    def picture(value: int) -> np.ndarray:
        return np.full((2, 2, 3), value, np.uint8)

    folder = tmp_path / "deep" / "slides"
    first = write_pictures(folder, [("a", picture(1)), ("a", picture(2)), ("b", picture(3))])
    again = write_pictures(folder, [("a", picture(4))])
    told = ["a.png", "a (2).png", "b.png", "a (3).png"]
    assert [file.name for file in (*first, *again)] == told
    for file, value in zip((*first, *again), range(1, 5), strict=True):
        with Image.open(file) as image:
            assert (np.asarray(image) == value).all()


def test_a_place_that_is_no_folder_is_a_sentence(tmp_path: Path):
    (tmp_path / "file").write_text("")
    for place in (tmp_path / "file", tmp_path / "file" / "inside"):
        with pytest.raises(LookalikeError, match="no folder to write into"):
            write_pictures(place, [])


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("blocks.4", "blocks.4"),
        ("features/conv:0", "features-conv-0"),
        ("../../etc", "etc"),
        ("Siamese cat, Siamese", "Siamese-cat--Siamese"),
        ("Überzug", "Überzug"),
        ("\x1b[2J", "2J"),
        ("..", "layer"),
        ("", "layer"),
        ("x" * 300, "x" * 80),
    ],
)
def test_any_name_makes_a_name_for_a_file(text: str, name: str):
    assert file_name(text) == name
