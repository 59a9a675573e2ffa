"""The least that has to happen to each photo of a folder, and nothing of the program.

    python tests/benchmarks/bare_calls.py FOLDER NETWORK [--threads N]

A file is read, Pillow decodes it scaled, turns it upright, makes the thumbnail and resizes it, ONNX
Runtime embeds it, scikit-image counts the gradients of a small copy and turns it into CIELAB; one
photo per thread. It runs at the priority of an import. `import_rate.py` times it from its start to
its end.
"""

import argparse
import contextlib
import io
import json
import os
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from PIL import Image, ImageOps
from skimage.color import rgb2lab
from skimage.feature import hog

THUMBNAIL_PX = 384
SMALL_PX = 48


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("network", type=Path, metavar="NETWORK")
    parser.add_argument("--threads", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    with contextlib.suppress(AttributeError):  # not on Windows
        os.nice(5)
    call_all(sorted(asked.folder.rglob("*.jpg")), asked.network, asked.threads)


def call_all(files: Sequence[Path], network: Path, threads: int) -> None:
    facts = json.loads((network / "network.json").read_text("utf-8"))
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(
        network / facts["file"], options, providers=["CPUExecutionProvider"]
    )
    with ThreadPoolExecutor(threads) as pool:
        for _ in pool.map(lambda file: call(file, session, facts), files):
            pass


def call(file: Path, session: Any, facts: dict[str, Any]) -> None:
    fed = facts["input"]
    try:
        with Image.open(io.BytesIO(file.read_bytes())) as image:
            image.draft("RGB", _least_size(image.size, fed["size"]))
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except OSError:
        return
    thumbnail = upright.copy()
    thumbnail.thumbnail((THUMBNAIL_PX,) * 2, Image.Resampling.HAMMING, reducing_gap=2)
    thumbnail.save(io.BytesIO(), "JPEG", quality=85)
    pixels = np.asarray(_square(upright, fed), np.float32).transpose(2, 0, 1)
    mean, scale = (np.array(fed[name], np.float32).reshape(3, 1, 1) for name in ("mean", "scale"))
    session.run([facts["embedding"]["output"]], {fed["name"]: ((pixels - mean) * scale)[None]})
    small = np.asarray(thumbnail.resize((SMALL_PX,) * 2, Image.Resampling.BOX), np.float32) / 255
    rgb2lab(small)
    hog(small, pixels_per_cell=(8, 8), cells_per_block=(2, 2), channel_axis=-1)


def _least_size(size: tuple[int, int], side_px: int) -> tuple[int, int]:
    """As small as a JPEG may be decoded: enough for the network and the thumbnail."""
    times = max(1, int(min(min(size) / side_px, max(size) / THUMBNAIL_PX)))
    return size[0] // times, size[1] // times


def _square(upright: Image.Image, fed: dict[str, Any]) -> Image.Image:
    wide, high = upright.size
    shorter = min(wide, high)
    left, top = (wide - shorter) / 2, (high - shorter) / 2
    covers = fed["resize"]["rule"] == "cover"
    box = (left, top, left + shorter, top + shorter) if covers else None
    how = Image.Resampling[fed["resize"]["filter"].upper()]
    return upright.resize((fed["size"],) * 2, how, box=box, reducing_gap=3)


if __name__ == "__main__":
    main()
