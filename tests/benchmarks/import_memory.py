"""Prints the peak memory of importing 1,000 and 4,000 photos: the same, or something grows.

    python tests/benchmarks/import_memory.py

The photos are 1600 × 1200 pixels and made on the spot. Each import runs in a process of its own.
Ends with 1 where four times the photos take more than 1.25 times the memory; the index, which has
to hold every photo, is part of it.
"""

import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from PIL import Image

COUNTS = (1_000, 4_000)
LIMIT = 1.25

CHILD = """
import resource, sys
from lookalike.__main__ import main
assert main(["import", sys.argv[1], "--library", sys.argv[2]]) == 0
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def main() -> int:
    peaks_mb = []
    with tempfile.TemporaryDirectory() as place:
        photos = Path(place) / "photos"
        photos.mkdir()
        for count in COUNTS:
            paint(photos, count)
            peaks_mb.append(peak_mb(photos, Path(place) / f"library-{count}"))
            print(f"{count:,} photos: {peaks_mb[-1]} MB at most", flush=True)
    ratio = peaks_mb[1] / peaks_mb[0]
    print(f"ratio {ratio:.2f} (limit {LIMIT})")
    return 0 if ratio <= LIMIT else 1


def paint(folder: Path, count: int) -> None:
    for number in range(len(list(folder.iterdir())), count):
        rng = np.random.default_rng(number)
        small = Image.fromarray(rng.integers(0, 255, (9, 12, 3)).astype(np.uint8))
        small.resize((1600, 1200)).save(folder / f"{number:05}.jpg", quality=80)


def peak_mb(photos: Path, library: Path) -> int:
    command = [sys.executable, "-c", CHILD, str(photos), str(library)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(ended.stdout.split()[-1])


if __name__ == "__main__":
    sys.exit(main())
