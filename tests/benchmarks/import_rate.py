"""Prints how fast photos come in, beside what the bare calls allow on the same machine.

    python tests/benchmarks/import_rate.py FOLDER… [--photos N]

The bare calls are the least that has to happen to each photo: Pillow decodes it scaled, makes the
thumbnail and resizes it, ONNX Runtime embeds it, one photo per thread and core. They share no code
with the import. Both are run in turn, three times, and the medians are compared. Ends with 1 where
the import reaches less than 70 % of the bare rate.
"""

import argparse
import io
import statistics
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from os import cpu_count
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from lookalike import paths
from lookalike.library.importing import ImportReport, import_folders
from lookalike.library.library import Library
from lookalike.library.walking import find_photos
from lookalike.progress import Progress
from lookalike.settings import Settings

LIMIT = 0.70
THREADS = cpu_count() or 1
ROUNDS = 3


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folders", nargs="+", type=Path, metavar="FOLDER")
    parser.add_argument("--exclude", action="append", default=[], metavar="GLOB")
    asked = parser.parse_args()
    files = [
        file.path
        for folder in asked.folders
        for file in find_photos(folder, Progress(), exclude=asked.exclude).photos
    ]
    for file in files:  # so that neither of the two finds the disk's cache cold
        file.read_bytes()
    bare, ours, reports = [], [], []
    for _ in range(ROUNDS):
        bare.append(bare_rate(files))
        report = imported(asked.folders, asked.exclude)
        reports.append(report)
        ours.append(report.photos_per_second)
    return told(len(files), bare, ours, reports)


def told(photos: int, bare: list[float], ours: list[float], reports: list[ImportReport]) -> int:
    ratio = statistics.median(ours) / statistics.median(bare)
    stages = reports[-1].stages
    print(f"{photos:,} photos, {THREADS} threads, {ROUNDS} rounds, {reports[-1].provider}")
    print(f"bare calls  {' '.join(f'{rate:7.1f}' for rate in bare)}  photos/s")
    print(f"import      {' '.join(f'{rate:7.1f}' for rate in ours)}  photos/s, end to end")
    print(
        f"stages      decode {stages.decode_s:.1f} s and embed {stages.embed_s:.1f} s over all "
        f"threads, write {stages.write_s:.1f} s, index {stages.index_s:.1f} s"
    )
    print(f"ratio       {ratio:.2f} (limit {LIMIT:.2f})")
    return 0 if ratio >= LIMIT else 1


def bare_rate(files: list[Path]) -> float:
    """Photos per second of the calls that cannot be left out."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.log_severity_level = 4
    session = onnxruntime.InferenceSession(
        paths.shipped("models") / Settings().network / "network.onnx",
        options,
        providers=["CPUExecutionProvider"],
    )
    began_s = time.perf_counter()
    with ThreadPoolExecutor(THREADS) as pool:
        done = sum(pool.map(lambda file: bare_photo(file, session), files))
    return done / (time.perf_counter() - began_s)


def bare_photo(file: Path, session: object) -> int:
    try:
        with Image.open(io.BytesIO(file.read_bytes())) as image:
            image.draft("RGB", (384, 384))
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except OSError:
        return 0
    thumbnail = upright.copy()
    thumbnail.thumbnail((384, 384))
    thumbnail.save(io.BytesIO(), "JPEG", quality=85)
    small = upright.resize((224, 224), Image.Resampling.BICUBIC)
    pixels = (np.asarray(small, np.float32) - 127) / 128
    session.run(["embedding"], {"pixels": pixels.transpose(2, 0, 1)[np.newaxis]})  # type: ignore[attr-defined]
    return 1


def imported(folders: list[Path], exclude: list[str]) -> ImportReport:
    with (
        tempfile.TemporaryDirectory() as place,
        Library.open(Path(place) / "library", Settings(device="cpu")) as library,
    ):
        return import_folders(library, folders, Progress(), exclude=exclude)


if __name__ == "__main__":
    sys.exit(main())
