"""What the layers show as pictures for slides: the same that the window draws."""

import math
from collections.abc import Iterable, Iterator, Sequence
from enum import StrEnum
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import LookalikeError, NetworkUnusable
from lookalike.imaging.png import write_png
from lookalike.library.drawing.evidence import drawn_evidence
from lookalike.library.drawing.map_colours import map_colours
from lookalike.library.drawing.unit_atlas import top_of_layer
from lookalike.library.layers.inspecting import (
    BackwardMode,
    ClassOrigin,
    GradientView,
    Inspector,
    MapLayer,
    Origin,
    SeenPicture,
    UnitOrigin,
    classes_of,
    look_back,
    maps_of,
    occlude,
    show_gradient,
    strongest_cell,
)
from lookalike.library.layers.patches import Box, cut_out, excited_square
from lookalike.progress import Progress

Bytes = NDArray[np.uint8]
NamedPicture = tuple[str, Bytes]

SLIDE_PX = 896  # of the sides of pictures, about; a multiple of what most networks get
_GAP_PX = 2
# Neither the black of a unit that is silent nor the white of one that answers.
_BETWEEN_UNITS = (72, 76, 84)
_LONGEST_NAME = 80


class LayerMode(StrEnum):
    """What is shown of a layer, as `lookalike layers --mode` names it."""

    MAPS = "maps"
    SALIENCY = "saliency"
    DECONV = "deconv"
    GUIDED = "guided"
    OCCLUSION = "occlusion"


_BACK = {
    LayerMode.SALIENCY: BackwardMode.GRADIENT,
    LayerMode.DECONV: BackwardMode.DECONVNET,
    LayerMode.GUIDED: BackwardMode.GUIDED,
}


def pictures_of(
    inspector: Inspector,
    seen: SeenPicture,
    mode: LayerMode,
    progress: Progress,
    *,
    layer: MapLayer | None = None,
    unit: int | None = None,
) -> Iterator[NamedPicture]:
    """Pictures (h, w, 3) or (h, w), and names for their files; two may have the same name.

    Args:
        seen: its `square` is what evidence is drawn on.
        layer: None stands for all that end a block, or on the way back for the likeliest class.
        unit: None stands for all units, or on the way back for the one that answers most.

    Raises:
        NetworkUnusable: no way leads back, or the network tells no classes.
        Cancelled: the person asked to stop.
    """
    if mode is LayerMode.MAPS:
        layers = [layer] if layer else [each for each in inspector.network.layers if each.is_main]
        yield from _maps(inspector, seen, layers, unit, progress)
        return
    origin, name = _origin(inspector, seen, layer, unit)
    if mode is LayerMode.OCCLUSION:
        *_, fine = occlude(inspector, seen, origin, progress)
        yield f"{name}-occlusion", drawn_evidence(seen.square, fine.drops)
    else:
        yield from _back_to_pixels(inspector, seen, origin, mode, f"{name}-{mode}")


def _maps(
    inspector: Inspector,
    seen: SeenPicture,
    layers: Sequence[MapLayer],
    unit: int | None,
    progress: Progress,
) -> Iterator[NamedPicture]:
    side_px = inspector.network.input.size_px
    for done, layer in enumerate(layers):
        progress.step(done, len(layers), "Drawing layers")
        maps, name = maps_of(inspector, seen, layer), file_name(layer.name)
        if unit is None:
            yield name, drawn_units(maps, is_signed=layer.is_signed)
            continue
        name = f"{name}-unit-{unit}"
        yield name, drawn_units(maps[unit : unit + 1], is_signed=layer.is_signed)
        if layer.has_places:
            laid = drawn_evidence(seen.square, maps[unit], layer.field, side_px)
            yield f"{name}-on-photo", laid


def _back_to_pixels(
    inspector: Inspector, seen: SeenPicture, origin: Origin, mode: LayerMode, name: str
) -> Iterator[NamedPicture]:
    back = look_back(inspector, seen, origin, _BACK[mode])
    ordered = back if inspector.network.input.channels == "RGB" else back[::-1]
    yield f"{name}-photo", seen.square
    for view in GradientView:
        yield f"{name}-{file_name(view)}", enlarged(show_gradient(ordered, view), SLIDE_PX)
    if isinstance(origin, UnitOrigin) and origin.cell:
        # All the rest of the picture is empty, and what is not would be small on a slide.
        place = _place(inspector, seen, origin.layer, origin.unit, origin.cell)
        near = cut_out(ordered.transpose(1, 2, 0), place).transpose(2, 0, 1)
        yield f"{name}-photo-close", enlarged(cut_out(seen.square, place), SLIDE_PX)
        for view in (GradientView.RAW, GradientView.NORM):
            yield f"{name}-{view}-close", enlarged(show_gradient(near, view), SLIDE_PX)


def _place(
    inspector: Inspector, seen: SeenPicture, layer: MapLayer, unit: int, cell: tuple[int, int]
) -> Box:
    """What the cell sees, in fractions of the square."""
    side_px = inspector.network.input.size_px
    left, top, right, bottom = excited_square(inspector, layer, unit, cell, seen.inputs)
    return left / side_px, top / side_px, right / side_px, bottom / side_px


def drawn_units(maps: NDArray[np.float32], *, is_signed: bool) -> Bytes:
    """All units of a layer (c, h, w) as tiles in rows, large enough for a slide."""
    count, height, width = maps.shape
    columns = math.ceil(math.sqrt(count * height / width))
    rows = math.ceil(count / columns)
    times = max(1, round(SLIDE_PX / (columns * width)))
    drawn = map_colours(maps, top_of_layer(maps), is_signed=is_signed)
    tiles = np.empty(
        (rows * columns, height * times + _GAP_PX, width * times + _GAP_PX, 3), np.uint8
    )
    tiles[:] = _BETWEEN_UNITS
    tiles[:count, :-_GAP_PX, :-_GAP_PX] = drawn.repeat(times, axis=1).repeat(times, axis=2)
    lines = tiles.reshape(rows, columns, *tiles.shape[1:]).swapaxes(1, 2)
    sheet = lines.reshape(rows * tiles.shape[1], columns * tiles.shape[2], 3)
    return sheet[:-_GAP_PX, :-_GAP_PX]


def enlarged(picture: Bytes, wide_px: int) -> Bytes:
    """Every pixel as a square of whole pixels, so that the picture is about so wide."""
    times = max(1, round(wide_px / picture.shape[1]))
    return picture.repeat(times, axis=0).repeat(times, axis=1)


def write_pictures(folder: Path, pictures: Iterable[NamedPicture]) -> list[Path]:
    """As PNG files into a folder, which is made where it is not there. No file is written over.

    Raises:
        LookalikeError: it cannot be written into.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LookalikeError(
            f"{folder} is no folder to write into ({error.strerror}).", "Choose another folder."
        ) from error
    written = []
    for name, pixels in pictures:
        written.append(_free(folder, name))
        write_png(written[-1], pixels)
    return written


def _free(folder: Path, name: str) -> Path:
    file, number = folder / f"{name}.png", 1
    while file.exists():
        number += 1
        file = folder / f"{name} ({number}).png"
    return file


def file_name(text: str) -> str:
    """A layer's name without what a file's name may not have, such as the slashes of others."""
    plain = "".join(letter if letter.isalnum() or letter in "._-" else "-" for letter in text)
    return plain[:_LONGEST_NAME].strip("-.") or "layer"


def _origin(
    inspector: Inspector, seen: SeenPicture, layer: MapLayer | None, unit: int | None
) -> tuple[Origin, str]:
    """What the way back starts from, and a name for it."""
    if layer is None:
        best = next(iter(classes_of(inspector, seen, 1)), None)
        if best is None:
            raise NetworkUnusable(
                f"The network {inspector.network.title} tells no classes.", "Choose a layer."
            )
        return ClassOrigin(best.index), file_name(best.name)
    if layer.kind == "pixels":
        raise NetworkUnusable("No way leads back from the pixels.", "Choose another layer.")
    values = inspector.values(seen.inputs, layer.unsaturated)[0]
    if unit is None:
        unit = int(values.reshape(len(values), -1).max(axis=1).argmax())
    cell = strongest_cell(values[unit]) if layer.has_places else None
    return UnitOrigin(layer, unit, cell), f"{file_name(layer.name)}-unit-{unit}"
