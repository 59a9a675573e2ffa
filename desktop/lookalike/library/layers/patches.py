"""The part of a photo that excites a unit: what the unit sees there, and where that is."""

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NetworkUnusable, PhotoUnreadable
from lookalike.library.layers.excitations import Excitation
from lookalike.library.layers.inspecting import strongest_cell
from lookalike.library.library import Library
from lookalike.library.search.pictures import thumbnail
from lookalike.networks.backward import BackwardMode
from lookalike.networks.inspector import Inspector
from lookalike.networks.network_map import MapLayer
from lookalike.networks.preprocess import prepare, shown_part
from lookalike.networks.views.backward_views import GradientView, show_gradient
from lookalike.networks.views.scores import UnitScore
from lookalike.photos import PhotoId

Numbers = NDArray[np.float32]
Bytes = NDArray[np.uint8]
Value = TypeVar("Value", bound=np.generic)
Box = tuple[float, float, float, float]  # left, top, right, bottom

# Where the field of a cell is larger than the picture, the cells that answer at least so strongly,
# measured by its strongest, show what is meant.
_STRONG = 0.5
_LEAST_SHARE = 0.3  # of the picture's side: less than that shows what nobody recognises
_LEAST_PX = 3.0


@dataclass(frozen=True, slots=True, eq=False)
class PhotoPatch:
    """One place in one photo.

    Args:
        pixels: (h, w, 3), the place.
        photo: (h, w, 3), all of the photo, small.
        place: in fractions of the upright photo.
    """

    photo_id: PhotoId
    name: str
    value: float
    pixels: Bytes
    photo: Bytes
    place: Box


def patch_of(
    library: Library, inspector: Inspector, layer: MapLayer, unit: int, excitation: Excitation
) -> PhotoPatch | None:
    """What excites a unit in a photo; None where the photo cannot be read now.

    Raises:
        NetworkUnusable: the network fails.
    """
    photo = excitation.photo
    try:
        picture = thumbnail(library, photo)
    except PhotoUnreadable:
        return None
    cell = (excitation.row, excitation.column)
    square = excited_square(inspector, layer, unit, cell, _prepared(inspector, picture))
    place = _place_in_photo(square, inspector, picture)
    return PhotoPatch(
        photo.id, photo.path.name, excitation.value, cut_out(picture, place), picture, place
    )


def deconvolved_patch(
    inspector: Inspector,
    layer: MapLayer,
    unit: int,
    picture: Bytes,
    cell: tuple[int, int] | None = None,
) -> Bytes | None:
    """What a unit makes of a place of a picture on the way back (Zeiler & Fergus 2014, figure 2),
    cut as its patch is; None where no way leads back from the layer.

    A deconvnet is led by the switches of max-pooling. Without any it draws the pattern of the
    strides, whatever the picture is, and guided backpropagation takes its place (Springenberg et
    al., "Striving for simplicity", 2015, figure 5).

    Args:
        cell: row and column of the layer's map; None stands for where the unit answers most.
    """
    inputs = _prepared(inspector, picture)
    answer = inspector.values(inputs, layer.unsaturated)
    if cell is None:
        cell = strongest_cell(answer[0, unit]) if layer.has_places else (0, 0)
    score = UnitScore(layer.unsaturated, unit, cell)
    has_switches = inspector.network.has_max_pooling
    mode = BackwardMode.DECONVNET if has_switches else BackwardMode.GUIDED
    try:
        back = inspector.gradient(inputs, layer.unsaturated, score.cotangent(answer), mode)
    except NetworkUnusable:
        return None
    left, top, right, bottom = excited_square(inspector, layer, unit, cell, inputs)
    side_px = inspector.network.input.size_px
    rows, columns = _span(top, bottom, side_px), _span(left, right, side_px)
    planes = back[0] if inspector.network.input.channels == "RGB" else back[0, ::-1]
    return show_gradient(planes[:, rows, columns], GradientView.RAW)


def excited_square(
    inspector: Inspector, layer: MapLayer, unit: int, cell: tuple[int, int], inputs: Numbers
) -> Box:
    """What the cell sees, in input pixels: its receptive field where that says anything, else the
    cells around it that answer too.

    Args:
        inputs: (1, 3, s, s), the prepared picture.
    """
    side_px = inspector.network.input.size_px
    if not layer.has_places:
        return (0, 0, side_px, side_px)
    if layer.field is not None and max(layer.field.size) < side_px:
        return layer.field.box(*cell)
    rows, columns = strong_cells(inspector.values(inputs, layer.tensor)[0, unit], cell)
    high, wide = side_px / layer.height, side_px / layer.width
    longer = max(len(rows) * high, len(columns) * wide, _LEAST_SHARE * side_px)
    top = _begin((rows.start + rows.stop) * high / 2, longer, side_px)
    left = _begin((columns.start + columns.stop) * wide / 2, longer, side_px)
    return (left, top, left + longer, top + longer)


def _begin(middle: float, length: float, side_px: int) -> float:
    """Where a length about a middle begins, so that all of it is inside."""
    return min(max(middle - length / 2, 0.0), max(side_px - length, 0.0))


def strong_cells(answer: Numbers, cell: tuple[int, int]) -> tuple[range, range]:
    """Rows and columns of the cells joined to `cell` that answer half as strongly as it does.

    They are joined along the row and the column of the cell, which one thing in a photo fills.
    """
    row, column = cell
    strong = answer >= _STRONG * answer[row, column]
    return _joined(strong[:, column], row), _joined(strong[row], column)


def cut_out(picture: NDArray[Value], place: Box) -> NDArray[Value]:
    """A place, in fractions of the picture (h, w) or (h, w, 3)."""
    height, width = picture.shape[:2]
    rows = _span(place[1] * height, place[3] * height, height)
    columns = _span(place[0] * width, place[2] * width, width)
    return np.ascontiguousarray(picture[rows, columns])


def _prepared(inspector: Inspector, picture: Bytes) -> Numbers:
    return prepare(picture, inspector.network.input)[np.newaxis]


def _joined(strong: NDArray[np.bool_], at: int) -> range:
    first = last = at
    while first > 0 and strong[first - 1]:
        first -= 1
    while last + 1 < len(strong) and strong[last + 1]:
        last += 1
    return range(first, last + 1)


def _place_in_photo(square: Box, inspector: Inspector, picture: Bytes) -> Box:
    height, width, _ = picture.shape
    spec = inspector.network.input
    left, top, right, bottom = shown_part(spec, width, height)
    across, down = (right - left) / spec.size_px, (bottom - top) / spec.size_px
    return (
        _within((left + square[0] * across) / width),
        _within((top + square[1] * down) / height),
        _within((left + square[2] * across) / width),
        _within((top + square[3] * down) / height),
    )


def _within(fraction: float) -> float:
    return min(max(fraction, 0.0), 1.0)


def _span(start: float, stop: float, size: int) -> slice:
    """Whole pixels, and enough of them to see something."""
    middle, half = (start + stop) / 2, max(stop - start, _LEAST_PX) / 2
    first = int(min(max(round(middle - half), 0), size - 1))
    return slice(first, int(max(min(round(middle + half), size), first + 1)))
