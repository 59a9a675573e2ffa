"""Whether near-duplicates fold, and nothing else does.

    python tests/benchmarks/stacks.py DATA [--library DIR] [--photos 40]

DATA is a folder whose sub-folder names are the classes, such as ../shared/data/clothing. Every pair
of its photos is compared: those that would fold and are of two classes are wrong. Then some photos
are edited as people do, and the share of edits that fold under the photo is printed for each kind.
`--library` keeps the embeddings for another run. Exits with 1 where a fold joins two classes, or
where fewer than nine of ten brighter, more colourful and re-encoded copies fold.
"""

import argparse
import io
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
from PIL import Image, ImageEnhance, ImageOps

from lookalike.imaging.decode import read_file
from lookalike.library.intake.importing import import_folders
from lookalike.library.library import Library
from lookalike.library.search.questions import Example
from lookalike.library.search.spaces import find_space, prior_centre, vector_of
from lookalike.library.search.stacks import NEAR
from lookalike.neighbors.metrics import distances, unit
from lookalike.progress import Progress
from lookalike.settings import Settings

LEAST_FOLDED = 0.9
_SURE = ("re-encoded", "brighter", "more colourful")


def _cut(image: Image.Image, share: float) -> Image.Image:
    width, height = image.size
    return image.crop(
        tuple(
            round(n)
            for n in (share * width, share * height, (1 - share) * width, (1 - share) * height)
        )
    )


EDITS: dict[str, Callable[[Image.Image], Image.Image]] = {
    "re-encoded": lambda image: image,
    "brighter": lambda image: ImageEnhance.Brightness(image).enhance(1.2),
    "more colourful": lambda image: ImageEnhance.Color(image).enhance(1.4),
    "mirrored": ImageOps.mirror,
    "half as large": lambda image: image.reduce(2),
    "cut by a twentieth": lambda image: _cut(image, 0.05),
    "cut by a tenth": lambda image: _cut(image, 0.1),
    "turned by 3 degrees": lambda image: _cut(image.rotate(3, Image.Resampling.BICUBIC), 0.05),
    "grey": lambda image: image.convert("L").convert("RGB"),
}


def main() -> int:
    asked = _arguments()
    with (
        tempfile.TemporaryDirectory() as fresh,
        Library.open(asked.library or Path(fresh), Settings()) as library,
    ):
        import_folders(library, [asked.data.resolve()], Progress())
        wrong = _wrong_pairs(library, asked.data.resolve())
        folded = _folded_edits(library, asked.photos)
    for name, share in folded.items():
        print(f"{name}: {share:.0%} fold")
    return 0 if not wrong and all(folded[name] >= LEAST_FOLDED for name in _SURE) else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", type=Path)
    parser.add_argument("--library", type=Path)
    parser.add_argument("--photos", type=int, default=40, help="how many are edited")
    return parser.parse_args()


def _wrong_pairs(library: Library, data: Path) -> int:
    space = find_space(library, "content")
    index = library.indexes.current(space, prior_centre(library, space))
    photos = library.catalog.photos_with_embeddings(index.keys.tolist())
    keys = list(photos)
    classes = np.array([photos[key][0].path.relative_to(data).parts[0] for key in keys])
    directions = unit(index.vectors_of(keys))
    first, second = np.nonzero(np.triu(directions @ directions.T >= 1 - NEAR, 1))
    wrong = int((classes[first] != classes[second]).sum())
    pairs = len(keys) * (len(keys) - 1) // 2
    print(f"{data.name}: {len(first)} of {pairs:,} pairs fold, {wrong} of them of two classes")
    return wrong


def _folded_edits(library: Library, count: int) -> dict[str, float]:
    space = find_space(library, "content")
    index = library.indexes.current(space, prior_centre(library, space))
    ids = np.random.default_rng(0).permutation(library.photo_ids())[:count].tolist()
    apart: dict[str, list[float]] = {name: [] for name in EDITS}
    for photo in library.photos(ids):
        original = index.project(vector_of(library, space, Example(photo.id)))
        with Image.open(io.BytesIO(read_file(photo.path))) as opened:
            image = ImageOps.exif_transpose(opened).convert("RGB")
        for name, edit in EDITS.items():
            edited = index.project(vector_of(library, space, Example(_jpeg(edit(image)))))
            apart[name].append(float(distances(edited[np.newaxis], original, "cosine")[0]))
    return {name: float(np.mean(np.array(some) <= NEAR)) for name, some in apart.items()}


def _jpeg(image: Image.Image) -> bytes:
    written = io.BytesIO()
    image.save(written, "JPEG", quality=85)
    return written.getvalue()


if __name__ == "__main__":
    sys.exit(main())
