"""How long the views of a layer take on the default network.

    python tests/benchmarks/layers.py [NETWORK] [--rounds 20]

Each is the median of some rounds on a photo of the enclosed samples, with the sessions open, as it
is for a person who walks; beside it what the first one takes, which opens them. "grid" is all from
choosing a layer to the drawn units, for the slowest of the layers. Exits with 1 where a limit is
missed.
"""

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from lookalike import paths
from lookalike.gui.layers.grid_controls import GridOptions
from lookalike.gui.layers.look import OpenedPhotos, describe_layer, fetch_layer
from lookalike.library.layers.inspecting import (
    BackwardMode,
    ClassOrigin,
    Inspector,
    MapLayer,
    SeenPicture,
    UnitOrigin,
    look_at,
    look_back,
    occlude,
    open_inspector,
)
from lookalike.photos import PhotoId
from lookalike.progress import Progress
from lookalike.settings import Settings

MOST_GRID_MS, MOST_SALIENCY_MS, MOST_OCCLUSION_MS, MOST_COARSE_MS = 100.0, 250.0, 1500.0, 600.0


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("network", nargs="?", default="efficientnet-lite0")
    parser.add_argument("--rounds", type=int, default=20)
    asked = parser.parse_args()
    settings = replace(Settings(), network=asked.network, device="cpu")
    inspector = open_inspector(settings, paths.shipped("models"))
    sample = paths.shipped("resources") / "sample-photos" / "dogs.jpg"
    seen = look_at(inspector, Path(sample), max_megapixels=settings.max_megapixels)
    print(f"{inspector.network.title:<32}{'first':>9}{'then':>9}{'limit':>9}{'ratio':>8}")
    return 0 if all(list(_measured(inspector, seen, asked.rounds))) else 1


def _measured(inspector: Inspector, seen: SeenPicture, rounds: int):
    opened = OpenedPhotos(inspector, PhotoId(0), seen)
    layers = [layer for layer in inspector.network.layers if layer.kind != "pixels"]
    slowest = max(layers, key=lambda layer: layer.channels * layer.height * layer.width)
    yield _told("grid", MOST_GRID_MS, rounds, lambda: _grid(opened, slowest))
    deep = [layer for layer in layers if layer.has_places][-1]
    for mode in BackwardMode:
        back = _back(inspector, seen, UnitOrigin(deep, 0), mode)
        yield _told(f"{mode}, unit of {deep.name}", MOST_SALIENCY_MS, rounds, back)
    back = _back(inspector, seen, ClassOrigin(0), BackwardMode.GRADIENT)
    yield _told("gradient, class", MOST_SALIENCY_MS, rounds, back)
    few = max(1, rounds // 5)
    occluded = _occluded(inspector, seen, ClassOrigin(0))
    yield _told("occlusion, coarse", MOST_COARSE_MS, few, lambda: next(occluded()))
    yield _told("occlusion, coarse and 49 masks", MOST_OCCLUSION_MS, few, lambda: [*occluded()])


def _grid(opened: OpenedPhotos, layer: MapLayer) -> None:
    describe_layer(fetch_layer(opened, layer), GridOptions())


def _back(inspector, seen, origin, mode) -> Callable[[], object]:
    return lambda: look_back(inspector, seen, origin, mode)


def _occluded(inspector, seen, origin):
    return lambda: occlude(inspector, seen, origin, Progress())


def _told(name: str, most_ms: float, rounds: int, work: Callable[[], object]) -> bool:
    first, *times = [_ms(work) for _ in range(rounds + 1)]
    median = statistics.median(times)
    print(f"{name:<32}{first:>6.0f} ms{median:>6.0f} ms{most_ms:>6.0f} ms{median / most_ms:>8.2f}")
    return median <= most_ms


def _ms(work: Callable[[], object]) -> float:
    began_s = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began_s)


if __name__ == "__main__":
    sys.exit(main())
