"""Prints what it costs an import to gather what excites the network's units most.

    python tests/benchmarks/atlas.py PHOTOS [--photos 600] [--rounds 3]

The same photos are imported with and without gathering, in turn, each into a library of its own in
a process of its own, and the ratio of the processor's time is that of each round; ends with 1 where
the median is above 1.10. The time on the clock is told beside it, which a busy machine changes
more, and so is what the network alone takes for a picture.
"""

import argparse
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

from lookalike.library.intake.import_engine import bring_in
from lookalike.library.layers import gathering
from lookalike.library.library import Library
from lookalike.networks.embedder import Embedder
from lookalike.networks.peaks import PeakEmbedder
from lookalike.progress import Progress
from lookalike.settings import Settings

MOST_RATIO = 1.10


def main() -> int:
    asked = _arguments()
    if asked.import_into:
        return import_into(asked.import_into, asked.folder, gathers=asked.gathers)
    with tempfile.TemporaryDirectory() as place:
        photos = chosen(asked.folder, Path(place) / "photos", asked.photos)
        costs = [[imported(photos, Path(place), gathers) for gathers in (False, True)]]
        costs += [
            [imported(photos, Path(place), gathers) for gathers in (False, True)]
            for _ in range(asked.rounds)
        ]
    told_networks(network_ms())
    return 0 if told(costs[1:], asked.photos) else 1  # the first finds the disk's cache cold


def chosen(folder: Path, place: Path, count: int) -> Path:
    """Photos spread over the whole folder."""
    files = sorted(folder.rglob("*.jpg"))
    place.mkdir()
    for number, file in enumerate(files[:: max(1, len(files) // count)][:count]):
        shutil.copyfile(file, place / f"{number:05}.jpg")
    return place


def imported(photos: Path, place: Path, gathers: bool) -> tuple[float, float, int]:
    """Seconds of the processor and on the clock, and the bytes of what was gathered."""
    library = place / f"library-{time.monotonic_ns()}"
    command = [sys.executable, __file__, str(photos), "--import-into", str(library)]
    before, began_s = processor_s(), time.perf_counter()
    subprocess.run([*command, *(["--gathers"] if gathers else [])], check=True)
    seconds = time.perf_counter() - began_s
    size = sum(file.stat().st_size for file in library.glob("atlas/*"))
    return processor_s() - before, seconds, size


def processor_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def import_into(folder: Path, photos: Path, *, gathers: bool) -> int:
    if not gathers:
        gathering.layers_worth_showing = lambda _: []  # type: ignore[assignment]
    # The choice of a network is a measurement of its own.
    settings = Settings(device="cpu", network="efficientnet-lite0-int8")
    with Library.open(folder, settings) as library:
        bring_in(library, [photos], Progress())
    return 0


def network_ms() -> dict[str, tuple[float, float]]:
    """Of each network what a picture takes without and with the peaks, on one core."""
    found = {}
    for name in ("efficientnet-lite0", "efficientnet-lite0-int8"):
        with tempfile.TemporaryDirectory() as place:
            settings = Settings(device="cpu", network=name)
            manifest = Library.open(Path(place) / "library", settings).manifest()
        layers = gathering.layers_worth_showing(manifest)
        bare = Embedder.open(manifest.folder, "cpu", threads=1)
        with_peaks = PeakEmbedder.open_with(manifest.folder, layers, "cpu", threads=1)
        found[name] = side_by_side_ms(bare, with_peaks)
    return found


def side_by_side_ms(*embedders: Embedder) -> tuple[float, float]:
    side = embedders[0].manifest.input.size_px
    picture = np.random.default_rng(0).normal(size=(1, 3, side, side)).astype(np.float32)
    times_ms: list[list[float]] = [[] for _ in embedders]
    for _ in range(100):
        for embedder, times in zip(embedders, times_ms, strict=True):
            began_s = time.perf_counter()
            embedder.embed_with_peaks(picture)
            times.append(1000 * (time.perf_counter() - began_s))
    bare, with_peaks = (statistics.median(times) for times in times_ms)
    return bare, with_peaks


def told_networks(networks: dict[str, tuple[float, float]]) -> None:
    for name, (bare, with_peaks) in networks.items():
        print(
            f"{name}: {bare:.2f} ms for a picture, {with_peaks:.2f} ms with peaks "
            f"(ratio {with_peaks / bare:.2f})"
        )


def told(costs: list[list[tuple[float, float, int]]], count: int) -> bool:
    ratios = [gathered[0] / plain[0] for plain, gathered in costs]
    clock = [gathered[1] / plain[1] for plain, gathered in costs]
    for at, name in ((0, "without"), (1, "with")):
        each_ms = [1000 * round_[at][0] / count for round_ in costs]
        print(f"{name:8} {_listed(each_ms)} ms of the processor for each photo")
    print(f"on the clock, ratio {statistics.median(clock):.2f} (rounds {_listed(clock)})")
    print(f"atlases  {costs[-1][1][2] / 1e6:.1f} MB of {count:,} photos")
    ratio = statistics.median(ratios)
    print(f"ratio    {ratio:.2f} (limit {MOST_RATIO:.2f}; rounds {_listed(ratios)})")
    return ratio <= MOST_RATIO


def _listed(numbers: list[float]) -> str:
    return " ".join(f"{number:.2f}" for number in numbers)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="PHOTOS")
    parser.add_argument("--photos", type=int, default=600)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--import-into", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--gathers", action="store_true", help=argparse.SUPPRESS)
    return parser.parse_args()


if __name__ == "__main__":
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # as an installed program, which is compiled
    sys.exit(main())
