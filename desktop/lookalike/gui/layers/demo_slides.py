"""The slides of the tour: where it stops, and what each stop shows of a photo."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from lookalike.gui.layers.demo_words import DemoWords, Stop, Told, Topic
from lookalike.gui.layers.layer_words import sees_all
from lookalike.gui.layers.word_bars import WordShare
from lookalike.gui.translations import percent_text
from lookalike.library.drawing.evidence import drawn_evidence
from lookalike.library.drawing.map_colours import Pixels
from lookalike.library.drawing.unit_atlas import GAP_PX, UnitAtlas, unit_atlas
from lookalike.library.layers.inspecting import (
    BackwardMode,
    GradientView,
    InspectedNetwork,
    Inspector,
    MapLayer,
    SeenPicture,
    UnitOrigin,
    averaged_layer,
    classes_of,
    has_no_way_back,
    input_picture,
    is_averaged,
    look_back,
    main_layers,
    maps_of,
    show_gradient,
    strongest_cell,
    unit_evidence,
)

DEMO_PX = 896  # of a photo's side: sharp on a large screen
_STOPS_BETWEEN = 6
_MOST_TILES = 60
_GAMMA = 0.7
_EDGE_SHARE = 8
_WORTH_ENLARGING = 0.2  # of the picture's side
_FEW, _LEAST_TOLD = 0.1, 0.001

Numbers = NDArray[np.float32]
Cell = tuple[int, int]
Box = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Plate:
    """A square picture.

    Args:
        frame: left, top, right and bottom of what is framed, in fractions of the picture.
        enlarged: what is in the frame.
        is_coarse: its pixels are meant to be seen.
    """

    pixels: Pixels
    caption: str = ""
    frame: Box | None = None
    enlarged: Pixels | None = None
    is_coarse: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """Tiles side by side.

    Args:
        is_marked: the first tile is the one that is spoken of.
    """

    atlas: UnitAtlas
    count: int
    caption: str = ""
    is_marked: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Slide:
    """All that is shown at a time; only words where there is no picture to show."""

    headline: str
    sentences: str
    plate: Plate | None = None
    board: Board | None = None
    guesses: tuple[WordShare, ...] = ()


def plan_tour(network: InspectedNetwork) -> tuple[Stop, ...]:
    """From the pixels through the depth, back to the pixels, and to the classes."""
    layers = [layer for layer in main_layers(network) if layer.has_places]
    last = averaged_layer(network)
    if last is None:
        return ()
    first = layers[0] if layers else last
    inner = [layer for layer in layers if layer not in (first, last)]
    stops = [Stop(Topic.PIXELS, first, first), Stop(Topic.UNITS, first, first)]
    stops += _between(inner, first, network.input.size_px)
    stops += [Stop(Topic.LAST, last, first)] if last is not first else []
    deepest = next(
        (each for each in (last, *inner[::-1]) if not has_no_way_back(network, each)), None
    )
    stops += [Stop(Topic.BACK, deepest, first)] if deepest else []
    stops += [Stop(Topic.CLASSES, last, first)] if network.logits is not None else []
    return tuple(stops)


def make_slide(inspector: Inspector, seen: SeenPicture, stop: Stop) -> Slide:
    """What a stop shows of a photo. Any thread may call this.

    Raises:
        NetworkUnusable: the network fails.
    """
    told = Told(stop, inspector.network.input.size_px)
    make = {Topic.PIXELS: _pixels, Topic.BACK: _back, Topic.CLASSES: _classes}
    return make.get(stop.topic, _units)(inspector, seen, told)


def by_standing_out(maps: Numbers) -> NDArray[np.intp]:
    """The units of maps (c, h, w) by how far their peak lies above their own average.

    The one with the largest value has it on every photo, as often as not all over it.
    """
    above = _inner(maps).max(axis=(1, 2)) - maps.mean(axis=(1, 2))
    return np.argsort(-above, kind="stable")


# --- where it stops ---------------------------------------------------------------------------


def _between(inner: Sequence[MapLayer], first: MapLayer, side_px: int) -> list[Stop]:
    """Evenly through the depth; each with a topic of its own, that is true of its layer."""
    count = min(_STOPS_BETWEEN, len(inner))
    chosen = [inner[(2 * at + 1) * len(inner) // (2 * count)] for at in range(count)]
    left = [Topic.SIGNS, Topic.FIELDS, Topic.SHRINKING, Topic.SUMS, Topic.WHOLE, Topic.LEARNT]
    stops = []
    for layer in chosen:
        topic = next((each for each in left if _fits(each, layer, first, side_px)), None)
        if topic:
            left.remove(topic)
            stops.append(Stop(topic, layer, first))
    return stops


def _fits(topic: Topic, layer: MapLayer, first: MapLayer, side_px: int) -> bool:
    field = layer.field
    if topic is Topic.FIELDS:
        return field is not None and not sees_all(field, (side_px, side_px))
    if topic is Topic.WHOLE:
        return field is not None and sees_all(field, (side_px, side_px))
    if topic is Topic.SHRINKING:
        return layer.height < first.height and layer.width < first.width
    return True


# --- what it shows ----------------------------------------------------------------------------


def _pixels(inspector: Inspector, seen: SeenPicture, told: Told) -> Slide:
    """The input, and its three parts."""
    pixels, words = input_picture(inspector, seen), DemoWords()
    parts = pixels * np.eye(3, dtype=np.uint8)[:, np.newaxis, np.newaxis]
    plate = Plate(pixels, words.left(told), is_coarse=True)
    return _slide(told, plate, Board(_side_by_side(parts), len(parts), words.right(told)))


def _units(inspector: Inspector, seen: SeenPicture, told: Told) -> Slide:
    """The photo with a unit's map, and the units that stand out."""
    layer = told.layer
    maps = maps_of(inspector, seen, layer)
    counting = _by_counting(inspector, seen, layer) if told.topic is Topic.LAST else None
    order = (by_standing_out(maps) if counting is None else counting)[:_MOST_TILES]
    told = replace(
        told,
        unit=int(order[0]),
        tiles=len(order),
        is_exact=counting is not None,
        is_embedding=is_averaged(inspector.network, layer),
    )
    plate = _plate(inspector, seen, told, maps[told.unit])
    atlas = unit_atlas(maps, order, is_signed=layer.is_signed, gamma=_GAMMA)
    return _slide(told, plate, Board(atlas, len(order), DemoWords().right(told), is_marked=True))


def _by_counting(
    inspector: Inspector, seen: SeenPicture, layer: MapLayer
) -> NDArray[np.intp] | None:
    """The units by what they add to the likeliest class; None where that cannot be told."""
    best = classes_of(inspector, seen, 1)
    if not best or averaged_layer(inspector.network) is not layer:
        return None
    adds = unit_evidence(inspector, seen, best[0].index)
    return None if adds is None else np.argsort(-adds, kind="stable")


def _back(inspector: Inspector, seen: SeenPicture, told: Told) -> Slide:
    """The photo with a unit's map, and the pixels that the unit answers to."""
    maps = maps_of(inspector, seen, told.layer)
    counting = _by_counting(inspector, seen, told.layer)
    order = by_standing_out(maps) if counting is None else counting
    told = replace(told, unit=int(order[0]))
    unit_map = maps[told.unit]
    origin = UnitOrigin(told.layer, told.unit, _peak(unit_map))
    back = look_back(inspector, seen, origin, BackwardMode.GUIDED)
    shown = show_gradient(
        back if inspector.network.input.channels == "RGB" else back[::-1], GradientView.RAW
    )
    board = Board(_side_by_side(shown[np.newaxis]), 1, DemoWords().right(told))
    return _slide(told, _plate(inspector, seen, told, unit_map), board)


def _classes(inspector: Inspector, seen: SeenPicture, told: Told) -> Slide:
    """The photo with what speaks for the likeliest class, and the likeliest five."""
    guesses = classes_of(inspector, seen)
    evidence = guesses[0].evidence
    told = replace(
        told,
        names=tuple(guess.name for guess in guesses),
        class_count=inspector.network.layers[-1].channels,
        probability=guesses[0].probability,
        is_exact=evidence is not None,
    )
    plate = Plate(seen.square) if evidence is None else _plate(inspector, seen, told, evidence)
    bars = tuple(_bar(guess.name, guess.probability) for guess in guesses)
    return replace(_slide(told, plate), guesses=bars)


def _slide(told: Told, plate: Plate, board: Board | None = None) -> Slide:
    words = DemoWords()
    return Slide(words.headline(told), words.sentences(told), plate, board)


def _plate(inspector: Inspector, seen: SeenPicture, told: Told, values: Numbers) -> Plate:
    """The photo with a map laid over it."""
    field, side_px = told.layer.field, told.side_px
    heat = drawn_evidence(seen.square, values, field, side_px)
    caption = DemoWords().left(told)
    if field is None or told.topic not in (Topic.UNITS, Topic.FIELDS):
        return Plate(heat, caption)
    left, top, right, bottom = (
        min(max(at / side_px, 0.0), 1.0) for at in field.box(*_peak(values))
    )
    frame = (left, top, right, bottom)
    is_small = max(right - left, bottom - top) <= _WORTH_ENLARGING
    return Plate(
        heat, caption, frame, _cut(input_picture(inspector, seen), frame) if is_small else None
    )


def _cut(pixels: Pixels, box: Box) -> Pixels:
    left, top, right, bottom = (round(at * len(pixels)) for at in box)
    return pixels[top : max(bottom, top + 1), left : max(right, left + 1)]


def _peak(unit_map: Numbers) -> Cell:
    """Row and column of the largest value that is not at the edge."""
    inner = _inner(unit_map)
    row, column = strongest_cell(inner)
    return row + (len(unit_map) - len(inner)) // 2, column + (
        unit_map.shape[1] - inner.shape[1]
    ) // 2


def _inner(maps: Numbers) -> Numbers:
    """Without an eighth on each side: what sticks out at an edge answers to the padding there."""
    down, across = (side // _EDGE_SHARE for side in maps.shape[-2:])
    return maps[..., down : maps.shape[-2] - down, across : maps.shape[-1] - across]


def _side_by_side(pictures: Pixels) -> UnitAtlas:
    """Tiles (n, h, w, 3) that are pictures, in one row."""
    count, height, width, _ = pictures.shape
    row = np.zeros((height, count, width + GAP_PX, 3), np.uint8)
    row[:, :, :width] = pictures.swapaxes(0, 1)
    return UnitAtlas(row.reshape(height, -1, 3), count, (height, width))


def _bar(name: str, share: float) -> WordShare:
    if share < _LEAST_TOLD:
        return WordShare(name, share, f"< {percent_text(_LEAST_TOLD, decimals=1)}")
    return WordShare(name, share, percent_text(share, decimals=0 if share >= _FEW else 1))
