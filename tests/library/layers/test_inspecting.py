"""What the network sees in a picture: each view says exactly what it claims to."""

import json
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import numpy_helper
from PIL import Image

from lookalike import paths
from lookalike.errors import NetworkUnusable, PhotoUnreadable
from lookalike.library.layers import inspecting
from lookalike.library.layers.inspecting import (
    SHARP_PX,
    BackwardMode,
    ClassOrigin,
    Inspector,
    SeenPicture,
    SimilarityOrigin,
    UnitOrigin,
    averages_of,
    class_evidence,
    classes_of,
    has_no_way_back,
    input_picture,
    kernel_picture,
    look_at,
    look_back,
    main_layers,
    maps_of,
    occlude,
    open_inspector,
    score_of,
    shares_in_match,
    similarity_evidence,
    similarity_to,
    strongest_cell,
    through_the_depth,
    unit_evidence,
)
from lookalike.networks.inspected import inspect_file, inspect_manifest
from lookalike.networks.manifest import read_manifest
from lookalike.networks.peaks import PeakEmbedder
from lookalike.networks.views.occlusion import occlude as hide_parts
from lookalike.networks.views.scores import UnitScore
from lookalike.progress import Cancelled, Progress
from lookalike.settings import Settings

RED, BLUE = (220, 40, 20), (20, 60, 210)
CENTRE = np.array([0.3, 0.1, 0.2, 0.0, 0.4], np.float32)
MAX_MEGAPIXELS = 100


@pytest.fixture
def network(make_cnn) -> Path:
    return make_cnn("efficientnet-lite0", name="efficientnet-lite0")


@pytest.fixture
def inspector(network: Path) -> Inspector:
    return open_inspector(Settings(network=network.name, device="cpu"), network.parent)


@pytest.fixture
def look(inspector: Inspector):
    def look(path: Path) -> SeenPicture:
        return look_at(inspector, path, max_megapixels=MAX_MEGAPIXELS)

    return look


@pytest.fixture
def red(look, paint) -> SeenPicture:
    return look(paint("red.png", RED))


@pytest.fixture
def blue(look, paint) -> SeenPicture:
    return look(paint("blue.png", BLUE, 1))


@pytest.fixture
def alone(network: Path) -> Inspector:
    """The same network as a file that nothing is known of."""
    settings = Settings(network=str(network / "network.onnx"), device="cpu")
    return open_inspector(settings, network.parent)


def weights(network: Path, name: str) -> np.ndarray:
    graph = onnx.load(network / "network.onnx").graph
    return next(numpy_helper.to_array(one) for one in graph.initializer if one.name == name)


def cosine(one: np.ndarray, other: np.ndarray) -> float:
    return float(one @ other / np.linalg.norm(one) / np.linalg.norm(other))


# --- the picture ----------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(900, 700), (1600, 30)])
def test_a_picture_is_seen_as_an_import_sees_it(look, paint, library, bring_in, monkeypatch, size):
    fed = []
    embed = PeakEmbedder.embed_with_peaks

    def note(self, inputs):
        fed.extend(inputs)
        return embed(self, inputs)

    monkeypatch.setattr(PeakEmbedder, "embed_with_peaks", note)
    path = paint("large.jpg", RED)
    Image.fromarray(np.random.default_rng(2).integers(0, 256, (*size, 3), np.uint8)).save(path)
    bring_in()
    np.testing.assert_array_equal(look(path).inputs[0], fed[0])


def test_a_picture_tells_its_name_its_size_and_a_sharper_square(look, paint, inspector):
    seen = look(paint("red.png", RED))
    assert (seen.name, seen.size) == ("red.png", (32, 24))
    assert seen.square.shape == (SHARP_PX, SHARP_PX, 3)
    assert seen.square.mean(axis=(0, 1)) == pytest.approx(RED, abs=3)
    pasted = look_at(
        inspector,
        paint("red.png", RED).read_bytes(),
        max_megapixels=MAX_MEGAPIXELS,
        name="Pasted",
        sharp_px=20,
    )
    assert (pasted.name, pasted.square.shape) == ("Pasted", (20, 20, 3))
    np.testing.assert_array_equal(pasted.inputs, seen.inputs)


def test_what_the_network_gets_can_be_shown(red, inspector):
    picture = input_picture(inspector, red)
    assert picture.shape == (16, 16, 3)
    assert picture.mean(axis=(0, 1)) == pytest.approx(RED, abs=3)


def test_what_is_no_picture_is_unreadable(look, tmp_path: Path):
    (tmp_path / "notes.png").write_text("notes")
    with pytest.raises(PhotoUnreadable):
        look(tmp_path / "notes.png")


# --- layers and classes ---------------------------------------------------------------------------


def test_each_layer_shows_its_units(red, inspector):
    shapes = [maps_of(inspector, red, layer).shape for layer in inspector.network.layers]
    assert shapes == [(3, 16, 16), (4, 8, 8), (5, 4, 4), (5, 1, 1), (3, 1, 1)]
    np.testing.assert_array_equal(
        maps_of(inspector, red, inspector.network.layer("pixels")), red.inputs[0]
    )


def test_averages_are_those_of_the_maps(red, inspector):
    layers = main_layers(inspector.network)
    assert [layer.name for layer in layers] == ["stem", "block", "pool1", "classes"]
    for layer, told in zip(layers, averages_of(inspector, red, layers), strict=True):
        expected = maps_of(inspector, red, layer).mean(axis=(1, 2))
        np.testing.assert_allclose(told, expected, rtol=1e-5)


def test_the_classes_are_the_most_probable_with_their_names(red, inspector):
    logits = inspector.values(red.inputs, "logits")[0].astype(np.float64)
    odds = np.exp(logits) / np.exp(logits).sum()
    told = classes_of(inspector, red, 2)
    assert [each.index for each in told] == list(np.argsort(-odds)[:2])
    assert [each.probability for each in told] == pytest.approx(sorted(odds)[::-1][:2])
    assert [each.name for each in told] == [
        inspector.network.class_name(each.index) for each in told
    ]


@pytest.mark.parametrize("index", range(3))
def test_the_evidence_for_a_class_sums_to_its_logit_less_the_bias(red, inspector, network, index):
    logit = inspector.values(red.inputs, "logits")[0, index]
    bias = weights(network, "head.b")[index]
    evidence = class_evidence(inspector, red, index)
    assert evidence.shape == (4, 4)
    assert evidence.sum() == pytest.approx(logit - bias, abs=1e-5)
    units = unit_evidence(inspector, red, index)
    assert units.shape == (5,)
    assert units.sum() == pytest.approx(logit - bias, abs=1e-5)


def test_a_network_without_an_average_tells_no_evidence(inspector, red, monkeypatch):
    monkeypatch.setattr(inspecting, "class_weights", lambda *_: None)
    assert class_evidence(inspector, red, 0) is None
    assert classes_of(inspector, red, 1)[0].evidence is None


# --- what makes two pictures alike ----------------------------------------------------------------


@pytest.mark.parametrize("centre", [None, CENTRE])
def test_the_evidence_for_a_similarity_sums_to_the_cosine(red, blue, inspector, centre):
    one, other = (inspector.values(seen.inputs, "embedding")[0] for seen in (red, blue))
    expected = cosine(
        one - (0 if centre is None else centre), other - (0 if centre is None else centre)
    )
    origin = similarity_to(inspector, blue, centre)
    np.testing.assert_array_equal(origin.towards, other)
    evidence = similarity_evidence(inspector, red, origin)
    assert evidence.shape == (4, 4)
    assert evidence.sum() == pytest.approx(expected, abs=1e-5)


def test_an_embedding_that_is_no_average_has_no_evidence(make_cnn, blue):
    """Its length is that of the layer, and that is all."""
    other = make_cnn("maximum")
    model = onnx.load(other / "network.onnx")
    pooling = next(node for node in model.graph.node if node.op_type == "GlobalAveragePool")
    pooling.op_type = "GlobalMaxPool"
    onnx.save(model, other / "network.onnx")
    inspector = Inspector(inspect_file(other / "network.onnx"), "cpu")
    object.__setattr__(inspector.network, "embedding", "embedding")
    origin = SimilarityOrigin(np.ones(5, np.float32))
    assert similarity_evidence(inspector, blue, origin) is None


def test_a_network_that_tells_no_embedding_compares_nothing(alone, red, blue):
    assert similarity_to(alone, blue) is None
    assert similarity_evidence(alone, red, SimilarityOrigin(CENTRE)) is None
    with pytest.raises(NetworkUnusable, match="tells no embedding"):
        look_back(alone, red, SimilarityOrigin(CENTRE), BackwardMode.GRADIENT)


def test_a_picture_is_like_itself_in_each_layer(red, blue, inspector):
    layers = main_layers(inspector.network)
    told = through_the_depth(inspector, red, red)
    assert [each.layer for each in told] == layers
    assert [each.similarity for each in told] == pytest.approx([1] * len(layers), abs=1e-5)
    ones, others = averages_of(inspector, red, layers), averages_of(inspector, blue, layers)
    centres = [(one + 2 * other) / 3 for one, other in zip(ones, others, strict=True)]
    told = through_the_depth(inspector, red, blue, centres)
    assert [each.similarity for each in told] == pytest.approx([-1] * len(layers), abs=1e-3)


def test_the_shares_of_units_sum_to_the_cosine_of_the_layer(red, blue, inspector):
    layer = inspector.network.layer("stem")
    one, other = (averages_of(inspector, seen, [layer])[0] for seen in (red, blue))
    shares = shares_in_match(*(maps_of(inspector, seen, layer) for seen in (red, blue)))
    assert shares.shape == (4,)
    assert shares.sum() == pytest.approx(cosine(one, other), abs=1e-5)


# --- back to the pixels ---------------------------------------------------------------------------


def test_the_way_back_starts_before_the_ceiling_where_the_unit_answers_most(red, inspector):
    layer = inspector.network.layer("stem")
    values = inspector.values(red.inputs, "stem.linear")
    row, column = strongest_cell(values[0, 2])
    asked = np.zeros_like(values)
    asked[0, 2, row, column] = 1
    expected = inspector.gradient(red.inputs, "stem.linear", asked)[0]
    back = look_back(inspector, red, UnitOrigin(layer, 2), BackwardMode.GRADIENT)
    np.testing.assert_array_equal(back, expected)
    other = look_back(inspector, red, UnitOrigin(layer, 2, (0, 0)), BackwardMode.GRADIENT)
    assert np.abs(other[:, 4:, 4:]).max() == 0, "it was asked at the corner"


def test_the_way_back_from_a_class_is_that_of_its_logit(red, inspector):
    asked = np.array([[0, 1, 0]], np.float32)
    expected = inspector.gradient(red.inputs, "logits", asked, BackwardMode.GUIDED)[0]
    back = look_back(inspector, red, ClassOrigin(1), BackwardMode.GUIDED)
    np.testing.assert_array_equal(back, expected)


def test_a_coarse_map_of_what_hiding_costs_comes_first(red, inspector):
    coarse, fine = occlude(inspector, red, ClassOrigin(1), Progress())
    assert (coarse.drops.shape, fine.drops.shape) == ((4, 4), (7, 7))
    logit = inspector.values(red.inputs, "logits")[0, 1]
    assert coarse.whole == fine.whole == pytest.approx(logit)


def test_hiding_asks_a_unit_where_it_answered_most(red, inspector):
    layer = inspector.network.layer("stem")
    values = inspector.values(red.inputs, "stem.linear")[0, 2]
    row, column = strongest_cell(values)
    *_, fine = occlude(inspector, red, UnitOrigin(layer, 2), Progress())
    assert fine.whole == pytest.approx(values.max())
    score = UnitScore("stem.linear", 2, (row, column))
    *_, expected = hide_parts(inspector, red.inputs[0], score, Progress())
    np.testing.assert_array_equal(fine.drops, expected.drops)


def test_hiding_can_be_stopped(red, inspector):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        list(occlude(inspector, red, ClassOrigin(0), progress))


def test_where_a_way_leads_back_nothing_is_in_it(inspector):
    assert has_no_way_back(inspector.network, inspector.network.layer("block")) == ""


# --- weights --------------------------------------------------------------------------------------


def test_a_filter_on_the_pixels_is_a_picture_in_colour(inspector, network):
    own = weights(network, "stem.w")[1].transpose(1, 2, 0)
    picture = kernel_picture(inspector, inspector.network.layer("stem"), 1)
    assert picture.is_colour
    expected = 127.5 + 127.5 * own / abs(own).max()
    np.testing.assert_allclose(picture.pixels, expected, atol=0.51)
    assert kernel_picture(inspector, inspector.network.layer("block"), 1) is None


def test_filters_of_a_network_with_blue_first_are_shown_in_their_colours(make_cnn):
    straight = make_cnn("rgb", name="rgb")
    turned = make_cnn("bgr", name="bgr", input=_input_of(straight) | {"channels": "BGR"})
    pictures = [
        kernel_picture(inspector, inspector.network.layer("stem"), 0).pixels
        for inspector in (
            open_inspector(Settings(network=each.name, device="cpu"), each.parent)
            for each in (straight, turned)
        )
    ]
    np.testing.assert_array_equal(pictures[0], pictures[1][..., ::-1])


def _input_of(folder: Path) -> dict[str, object]:
    return json.loads((folder / "network.json").read_text("utf-8"))["input"]


# --- which network --------------------------------------------------------------------------------


def test_a_file_alone_is_looked_into_by_its_path(alone, network):
    assert alone.network.is_guessed
    assert alone.network.title == "network"
    assert alone.network.classes == ("cat", "dog", "red fox"), "it tells as many as the default"
    with pytest.raises(NetworkUnusable, match=r"none\.ONNX"):
        open_inspector(Settings(network=str(network / "none.ONNX")), network.parent)


def test_a_network_that_tells_no_classes_says_so(alone, red):
    object.__setattr__(alone.network, "logits", None)
    assert classes_of(alone, red) == ()
    with pytest.raises(NetworkUnusable, match="tells no classes"):
        look_back(alone, red, ClassOrigin(0), BackwardMode.GRADIENT)


def test_in_the_shipped_network_the_cells_sum_to_the_cosine_although_the_middle_counts_more():
    shipped = read_manifest(paths.shipped("models") / "efficientnet-lite0")
    inspector = Inspector(inspect_manifest(shipped), "cpu")
    one, other = (
        look_at(inspector, paths.shipped("resources") / "sample-photos" / name, max_megapixels=50)
        for name in ("cat.jpg", "dogs.jpg")
    )
    origin = similarity_to(inspector, other, np.array(shipped.embedding.centre, np.float32))
    evidence = similarity_evidence(inspector, one, origin)
    score = score_of(inspector.network, origin)
    cosine = float(score(inspector.values(one.inputs, score.tensor))[0])
    assert evidence.sum() == pytest.approx(cosine, abs=1e-5)
