"""Prints how fast photos come in, beside what the bare calls allow on the same machine.

    python tests/benchmarks/import_rate.py DATA [--sets clothing camera small] [--rounds 3]

Three sets: 500-pixel photos (DATA/clothing), camera originals (the JPEGs of at least a megapixel
of DATA/camera, repeated with a few bytes more at their ends, so that each is another content), and
25,000 small ones painted on the spot (`--cache DIR` keeps them). An import is timed from the call
to the report: the start of its process, the choice of the network, the walk and the index are in.

The limit are the bare calls (`bare_calls.py`), in a process of their own as well and with the
network that the import chose. They share no code with the import and keep nothing. Both run in
turn and the ratio is that of each round; ends with 1 where the median of a set is below 0.90.
Beside it the processor's time for each photo is told, which a busy machine changes less.

The rival is the loop that everyone writes: a full decode, batches of 32, one after the other, the
network in float32 as ONNX Runtime runs it unasked. It makes no thumbnails and keeps nothing.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from os import cpu_count
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from PIL import Image
from small_photos import paint_photos

from lookalike import paths
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.intake.importing import import_folders
from lookalike.library.library import Library
from lookalike.progress import Progress
from lookalike.settings import Settings

LEAST_RATIO = 0.90
THREADS = cpu_count() or 1
RIVAL_PHOTOS = 640
RIVAL_NETWORK = "efficientnet-lite0"


def main() -> int:
    asked = _arguments()
    # As an installed program, which is compiled: a process is started in each round.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    kept = True
    with tempfile.TemporaryDirectory() as place:
        make = {
            "clothing": lambda: asked.data / "clothing",
            "camera": lambda: repeated(asked.data / "camera", Path(place), asked.camera),
            "small": lambda: paint_photos(asked.cache or Path(place) / "small", asked.small),
        }
        for name in asked.sets:
            kept = measured(name, make[name](), asked.rounds) and kept
    return 0 if kept else 1


def repeated(originals: Path, place: Path, count: int) -> Path:
    """A folder with so many photos, of which no two are the same bytes."""
    large = [file.read_bytes() for file in sorted(originals.rglob("*.jpg")) if megapixels(file) > 1]
    folder = place / "camera"
    folder.mkdir()
    for number in range(count):
        # Decoders stop where the picture ends.
        data = large[number % len(large)] + number.to_bytes(8, "big")
        (folder / f"{number:05}.jpg").write_bytes(data)
    return folder


def megapixels(file: Path) -> float:
    with Image.open(file) as image:
        return image.width * image.height / 1e6


def measured(name: str, folder: Path, rounds: int) -> bool:
    """Print the figures of one set; returns whether it is at the limit."""
    files = sorted(folder.rglob("*.jpg"))
    for file in files:  # so that none of them finds the disk's cache cold
        file.read_bytes()
    reports, bare, costs_s = [], [], []
    for _ in range(rounds):
        before_s = processor_s()
        reports.append(imported(folder))
        between_s = processor_s()
        bare.append(bare_rate(folder, len(files), reports[-1].network))
        costs_s.append((between_s - before_s, processor_s() - between_s))
    rival = rival_rate(files[:: max(1, len(files) // RIVAL_PHOTOS)])
    costs_ms = [1000 * statistics.median(each) / len(files) for each in zip(*costs_s, strict=True)]
    return told(name, reports, bare, rival, costs_ms)


def processor_s() -> float:
    """What this process and those that it waited for have used."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


def told(
    name: str,
    reports: Sequence[ImportReport],
    bare: Sequence[float],
    rival: float,
    costs_ms: Sequence[float],
) -> bool:
    ours = [report.photos_per_second for report in reports]
    ratios = [our / limit for our, limit in zip(ours, bare, strict=True)]
    ratio, last = statistics.median(ratios), reports[-1]
    stages = last.stages
    print(f"{name}: {last.brought_in:,} photos, {THREADS} threads, {last.network}, {last.provider}")
    print(f"  import      {_listed(ours)} photos/s, end to end")
    print(f"  bare calls  {_listed(bare)} photos/s")
    print(
        f"  stages      decode {stages.decode_s:.1f} s and embed {stages.embed_s:.1f} s over all "
        f"threads, write {stages.write_s:.1f} s, index {stages.index_s:.1f} s; "
        f"{last.seconds:.1f} s in all"
    )
    print(f"  processor   {costs_ms[0]:.2f} ms for each photo, {costs_ms[1]:.2f} ms the bare calls")
    print(f"  rival       {rival:7.1f} photos/s; ours {statistics.median(ours) / rival:.2f} times")
    print(f"  ratio       {ratio:7.2f} (limit {LEAST_RATIO:.2f}; rounds {_listed(ratios, '.2f')})")
    return ratio >= LEAST_RATIO


def bare_rate(folder: Path, count: int, network: str) -> float:
    """Photos per second of the calls that cannot be left out."""
    script = Path(__file__).with_name("bare_calls.py")
    began_s = time.perf_counter()
    command = [sys.executable, script, folder, paths.shipped("models") / network]
    subprocess.run(command, check=True)
    return count / (time.perf_counter() - began_s)


def imported(folder: Path) -> ImportReport:
    settings = Settings(device="cpu")
    with (
        tempfile.TemporaryDirectory() as place,
        Library.open(Path(place) / "library", settings) as library,
    ):
        return import_folders(library, [folder], Progress())


# --- the rival ------------------------------------------------------------------------------------


def rival_rate(files: Sequence[Path]) -> float:
    session = _session(paths.shipped("models") / RIVAL_NETWORK / "network.onnx", None)
    began_s, done = time.perf_counter(), 0
    for first in range(0, len(files), 32):
        batch = [_rival_pixels(file) for file in files[first : first + 32]]
        session.run(["embedding"], {"pixels": np.stack(batch)})
        done += len(batch)
    return done / (time.perf_counter() - began_s)


def _rival_pixels(file: Path) -> np.ndarray:
    small = Image.open(file).convert("RGB").resize((224, 224))
    return (np.asarray(small, np.float32).transpose(2, 0, 1) - 127) / 128


def _session(file: Path, options: Any) -> Any:
    return onnxruntime.InferenceSession(file, options, providers=["CPUExecutionProvider"])


def _listed(numbers: Sequence[float], form: str = "7.1f") -> str:
    return " ".join(format(number, form) for number in numbers)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("data", type=Path, metavar="DATA")
    sets = ("clothing", "camera", "small")
    parser.add_argument("--sets", nargs="+", choices=sets, default=sets)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--camera", type=int, default=300, metavar="PHOTOS")
    parser.add_argument("--small", type=int, default=25_000, metavar="PHOTOS")
    parser.add_argument("--cache", type=Path, help="where the small photos are kept")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
