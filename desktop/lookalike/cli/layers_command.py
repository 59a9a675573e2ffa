"""Show what the layers of the network see in a picture, as PNG files."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from lookalike import paths
from lookalike.cli.console import answer, printable, progress_on_stderr, settings_for
from lookalike.errors import LookalikeError, NetworkUnusable
from lookalike.library.layers.inspecting import MapLayer, look_at, open_inspector
from lookalike.library.layers.layer_pictures import SLIDE_PX, LayerMode, pictures_of, write_pictures


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("image", type=Path, metavar="IMAGE", help="the picture to look at")
    parser.add_argument("--layer", metavar="L", help="one layer, by its name; else all blocks")
    parser.add_argument("--unit", type=int, metavar="U", help="one unit of the layer")
    parser.add_argument(
        "--mode", type=LayerMode, choices=tuple(LayerMode), metavar="|".join(LayerMode),
        help="what to show (maps)",
    )  # fmt: skip
    parser.add_argument(
        "-o", dest="folder", type=Path, metavar="DIR", help="the folder to write PNG files into"
    )
    parser.add_argument(
        "--network", metavar="NAME", help="a network of `models`, or any CNN as a .onnx file"
    )
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), help="where it runs")


def run(asked: argparse.Namespace) -> None:
    if asked.mode and not asked.folder:
        raise LookalikeError("Pictures need a folder.", "Say where to write them, with -o DIR.")
    with progress_on_stderr() as progress:
        progress.step(0, None, "Loading the network")
        settings = settings_for(asked)
        inspector = open_inspector(settings, paths.shipped("models"))
        layer = inspector.network.layer(asked.layer) if asked.layer else None
        _check_unit(asked, layer)
        seen = look_at(
            inspector, asked.image, max_megapixels=settings.max_megapixels, sharp_px=SLIDE_PX
        )
        if not asked.folder:
            _answer_layers(asked, [layer] if layer else inspector.network.layers)
            return
        mode = asked.mode or LayerMode.MAPS
        pictures = pictures_of(inspector, seen, mode, progress, layer=layer, unit=asked.unit)
        written = write_pictures(asked.folder, pictures)
    answer(asked, {"files": [str(file) for file in written]}, "\n".join(map(printable, written)))


def _check_unit(asked: argparse.Namespace, layer: MapLayer | None) -> None:
    if asked.unit is None:
        return
    if layer is None:
        raise LookalikeError("A unit is one of a layer.", "Say which layer, with --layer L.")
    if not 0 <= asked.unit < layer.channels:
        raise NetworkUnusable(
            f"The layer {layer.name} has no unit {asked.unit}.",
            f"Its units are 0 to {layer.channels - 1}.",
        )


def _answer_layers(asked: argparse.Namespace, layers: Sequence[MapLayer]) -> None:
    facts = [
        {
            "name": layer.name,
            "channels": layer.channels,
            "height": layer.height,
            "width": layer.width,
        }
        for layer in layers
    ]
    lines = [
        f"{layer.name:<24} {layer.channels:>5} × {layer.height} × {layer.width}" for layer in layers
    ]
    answer(asked, {"layers": facts}, "\n".join(map(printable, lines)))
