"""What the tour of the layers shows, of a network with a few strides and of the tiniest one."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import onnx.parser
import pytest
from onnx import numpy_helper
from PIL import Image

from lookalike import paths
from lookalike.gui.layers.demo_slides import Slide, by_standing_out, make_slide, plan_tour
from lookalike.gui.layers.demo_words import Topic
from lookalike.library.layers.inspecting import (
    Inspector,
    SeenPicture,
    look_at,
    maps_of,
    open_inspector,
)
from lookalike.library.network_choice import DEFAULT, choose_network
from lookalike.networks.inspected import inspect_file, inspect_manifest
from lookalike.settings import Settings

LAYERS = 7
SIDE_PX = 64


@pytest.fixture
def deep(tmp_path: Path) -> Inspector:
    """Seven convolutions, of which four halve the map; then an average and three classes."""
    file = tmp_path / "deep.onnx"
    file.write_bytes(_deep_network())
    return Inspector(inspect_file(file), "cpu")


@pytest.fixture
def tiny(make_network: Callable[..., Path]) -> Inspector:
    return _inspector(make_network())


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """Noise, with a bright square on the right."""
    pixels = np.random.default_rng(0).integers(0, 90, (80, 80, 3), np.uint8)
    pixels[30:46, 50:66] = (250, 240, 60)
    path = tmp_path / "photo.png"
    Image.fromarray(pixels).save(path)
    return path


def _inspector(network: Path) -> Inspector:
    return open_inspector(Settings(network=network.name, device="cpu"), network.parent)


def _deep_network() -> bytes:
    random = np.random.default_rng(1)
    lines, weights, before, name = [], {}, 3, "pixels"
    for at in range(LAYERS):
        units = 4 + at
        stride = 2 if at in (0, 1, 3, 5) else 1
        weights[f"w{at}"] = random.normal(0, 0.4, (units, before, 3, 3)).astype(np.float32)
        kernel = f"kernel_shape = [3, 3], pads = [1, 1, 1, 1], strides = [{stride}, {stride}]"
        lines.append(f"c{at} = Conv <{kernel}> ({name}, w{at})")
        lines.append(f"r{at} = Relu (c{at})")
        before, name = units, f"r{at}"
    weights["last"] = random.normal(0, 1, (3, before)).astype(np.float32)
    lines += [f"average = GlobalAveragePool ({name})", "flat = Flatten (average)"]
    lines.append("logits = Gemm <transB = 1> (flat, last)")
    body = "\n".join(lines)
    model = onnx.parser.parse_model(
        f"""<ir_version: 8, opset_import: ["" : 17]>
        deep (float[n, 3, {SIDE_PX}, {SIDE_PX}] pixels) => (float[n, 3] logits) {{ {body} }}"""
    )
    model.graph.initializer.extend(
        numpy_helper.from_array(values, name) for name, values in weights.items()
    )
    return model.SerializeToString()


def seen_by(inspector: Inspector, photo: Path) -> SeenPicture:
    return look_at(inspector, photo, max_megapixels=10, sharp_px=200)


def slide_of(inspector: Inspector, photo: Path, topic: Topic) -> Slide:
    stop = next(stop for stop in plan_tour(inspector.network) if stop.topic is topic)
    return make_slide(inspector, seen_by(inspector, photo), stop)


# --- where it stops ---------------------------------------------------------------------------


def test_the_tour_leads_through_the_depth_and_ends_with_the_classes(deep: Inspector) -> None:
    stops = plan_tour(deep.network)
    topics = [stop.topic for stop in stops]
    assert topics[:2] == [Topic.PIXELS, Topic.UNITS]
    assert topics[-3:] == [Topic.LAST, Topic.BACK, Topic.CLASSES]
    depth = [deep.network.layers.index(stop.layer) for stop in stops[1:-2]]
    assert depth == sorted(set(depth))
    assert stops[-3].layer.tensor == f"r{LAYERS - 1}"


def test_each_topic_comes_once_and_is_true_of_its_layer() -> None:
    network = inspect_manifest(choose_network(Settings(network=DEFAULT), paths.shipped("models")))
    stops = plan_tour(network)
    assert sorted(stop.topic for stop in stops) == sorted(Topic)
    layers = {stop.topic: stop.layer for stop in stops}
    sizes = {topic: layer.field.size[0] for topic, layer in layers.items() if layer.field}
    assert sizes[Topic.FIELDS] < network.input.size_px <= sizes[Topic.WHOLE]
    assert layers[Topic.SHRINKING].width < layers[Topic.UNITS].width


def test_the_smallest_network_has_a_tour_too(tiny: Inspector) -> None:
    topics = [stop.topic for stop in plan_tour(tiny.network)]
    assert topics == [Topic.PIXELS, Topic.UNITS, Topic.BACK, Topic.CLASSES]


def test_what_a_network_does_not_have_is_no_stop(deep: Inspector) -> None:
    plain = replace(deep.network, logits=None)
    assert Topic.CLASSES not in {stop.topic for stop in plan_tour(plain)}
    assert plan_tour(replace(deep.network, layers=deep.network.layers[-1:])) == ()


# --- what it shows ----------------------------------------------------------------------------


def test_all_stops_of_both_networks_have_words_and_pictures(
    deep: Inspector, tiny: Inspector, photo: Path
) -> None:
    for inspector in (deep, tiny):
        seen = seen_by(inspector, photo)
        for stop in plan_tour(inspector.network):
            slide = make_slide(inspector, seen, stop)
            assert slide.headline
            assert slide.sentences.endswith(".")
            assert slide.plate
            assert slide.board or slide.guesses
            assert "{" not in slide.headline + slide.sentences + slide.plate.caption


def test_the_pixels_are_shown_in_their_three_parts(tiny: Inspector, photo: Path) -> None:
    slide = slide_of(tiny, photo, Topic.PIXELS)
    assert slide.board
    assert slide.board.count == 3
    parts = [
        slide.board.atlas.pixels[:8, left : left + 8]
        for _, left in map(slide.board.atlas.corner, range(3))
    ]
    assert np.array_equal(sum(parts), slide.plate.pixels)
    assert not parts[0][..., 1:].any()
    assert not parts[2][..., :2].any()


def test_the_unit_that_stands_out_has_a_peak_and_no_plateau() -> None:
    maps = np.zeros((4, 16, 16), np.float32)
    maps[0] = 9  # strong everywhere
    maps[1, 8, 5] = 5
    maps[2, 0, 5] = 8  # at the edge, where the padding is
    maps[3, 8, 5] = 6
    assert list(by_standing_out(maps)[:2]) == [3, 1]


def test_the_frame_is_what_the_strongest_cell_sees(deep: Inspector, photo: Path) -> None:
    slide = slide_of(deep, photo, Topic.FIELDS)
    layer = next(s.layer for s in plan_tour(deep.network) if s.topic is Topic.FIELDS)
    maps = maps_of(deep, seen_by(deep, photo), layer)
    best = maps[by_standing_out(maps)[0]]
    inset = len(best) // 8
    inner = best[inset : len(best) - inset, inset : len(best) - inset]
    row, column = np.unravel_index(inner.argmax(), inner.shape)
    assert layer.field
    box = np.array(layer.field.box(row + inset, column + inset)) / SIDE_PX
    assert slide.plate.frame == pytest.approx(box.clip(0, 1))
    assert str(layer.field.size[0]) in slide.sentences


def test_a_small_field_is_enlarged_to_the_very_pixels(deep: Inspector, photo: Path) -> None:
    plate = slide_of(deep, photo, Topic.UNITS).plate
    assert plate.enlarged.shape == (3, 3, 3)


def test_at_the_last_layer_the_unit_that_counts_most_is_marked(
    deep: Inspector, photo: Path
) -> None:
    seen = seen_by(deep, photo)
    weights = next(
        numpy_helper.to_array(each)
        for each in deep.network.model.graph.initializer
        if each.name == "last"
    )
    last = next(stop for stop in plan_tour(deep.network) if stop.topic is Topic.LAST)
    averages = maps_of(deep, seen, last.layer).mean(axis=(1, 2))
    best = (weights @ averages).argmax()
    unit = (weights[best] * averages).argmax()
    slide = make_slide(deep, seen, last)
    assert slide.sentences.startswith(f"Unit {unit} adds most")
    assert slide.board.is_marked
    assert f"Unit {unit}," in slide_of(deep, photo, Topic.BACK).plate.caption


def test_only_where_the_averages_are_the_embedding_photos_are_said_to_be_found_by_them(
    deep: Inspector, tiny: Inspector, photo: Path
) -> None:
    assert "Lookalike" not in slide_of(deep, photo, Topic.LAST).sentences
    last = replace(plan_tour(tiny.network)[1], topic=Topic.LAST)
    assert "Lookalike" in make_slide(tiny, seen_by(tiny, photo), last).sentences


def test_the_way_back_is_shown_in_the_colours_of_the_photo(
    make_network: Callable[..., Path], tmp_path: Path
) -> None:
    """Of a reddish photo the red unit answers, whatever the order of the network's channels."""
    path = tmp_path / "red.png"
    Image.new("RGB", (40, 40), (250, 120, 120)).save(path)
    facts = {
        "name": "pixels", "size": 8, "layout": "NCHW", "channels": "BGR", "mean": [127] * 3,
        "scale": [1 / 128] * 3, "resize": {"rule": "squash", "filter": "bicubic"},
    }  # fmt: skip
    for inspector in (
        _inspector(make_network("bgr", name="bgr", input=facts)),
        _inspector(make_network("rgb", name="rgb", input=facts | {"channels": "RGB"})),
    ):
        slide = slide_of(inspector, path, Topic.BACK)
        shown = slide.board.atlas.pixels[:8, :8].astype(int)
        assert abs(shown - 128).max(axis=(0, 1)).argmax() == 0


def test_the_likeliest_classes_come_with_their_shares(deep: Inspector, photo: Path) -> None:
    slide = slide_of(deep, photo, Topic.CLASSES)
    shares = [guess.share for guess in slide.guesses]
    assert shares == sorted(shares, reverse=True)
    assert sum(shares) == pytest.approx(1)
    assert slide.guesses[0].name in slide.headline
    assert "3 classes" in slide.sentences


def test_next_to_nothing_is_not_said_to_be_nothing(tiny: Inspector, tmp_path: Path) -> None:
    path = tmp_path / "white.png"
    Image.new("RGB", (40, 40), "white").save(path)
    sure = slide_of(tiny, path, Topic.CLASSES)
    assert [guess.name for guess in sure.guesses] == ["bright", "dark"]
    assert sure.guesses[1].told != "0%"
