"""Prints the peak memory of importing 2,500 and 25,000 photos: the same, or something grows.

    python tests/benchmarks/import_memory.py [--cache DIR]

The photos are small and painted on the spot (`--cache DIR` keeps them). Told are the import's own
process and the one that started it. Ends with 1 where ten times the photos take more than 1.10
times the memory of either. For Linux.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

from small_photos import paint_photos

COUNTS = (2_500, 25_000)
MOST_RATIO = 1.10

CHILD = """
import resource, sys
from lookalike.__main__ import main
assert main(["import", sys.argv[1], "--library", sys.argv[2], "--device", "cpu"]) == 0
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
# Not RUSAGE_SELF, which counts what the process was before it became this program.
with open("/proc/self/status") as told:
    print(next(int(line.split()[1]) for line in told if line.startswith("VmHWM")) / 1024)
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--cache", type=Path, help="where the photos are kept")
    cache = parser.parse_args().cache
    peaks_mb = []
    with tempfile.TemporaryDirectory() as place:
        for count in COUNTS:
            photos = paint_photos((cache or Path(place)) / str(count), count)
            peaks_mb.append(peak_mb(photos, Path(place) / f"library-{count}"))
            import_mb, starter_mb = peaks_mb[-1]
            print(
                f"{count:,} photos: {import_mb:.0f} MB the import, {starter_mb:.0f} MB its starter"
            )
    ratios = [many / few for few, many in zip(*peaks_mb, strict=True)]
    print(f"ratios {ratios[0]:.2f} and {ratios[1]:.2f} (limit {MOST_RATIO:.2f})")
    return 0 if max(ratios) <= MOST_RATIO else 1


def peak_mb(photos: Path, library: Path) -> tuple[float, float]:
    """Of the import's process and of the one that started it."""
    command = [sys.executable, "-c", CHILD, str(photos), str(library)]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    import_mb, starter_mb = map(float, ended.stdout.split()[-2:])
    return import_mb, starter_mb


if __name__ == "__main__":
    sys.exit(main())
