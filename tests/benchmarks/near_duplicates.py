"""How often a search by an edited copy of a photo finds the photo first, among thousands of others.

    python tests/benchmarks/near_duplicates.py DATA [--photos 200] [--network NAME]

DATA holds `clothing` and `grocery`, which are searched, and `neardup`, whose copies are known. The
edits are made of so many photos, chosen the same way each time. Told is how often the photo itself
is the first answer and among the first ten, as the program searches; and how often it is the first
where the query is turned and mirrored as well, in all eight ways, and the nearest answer counts.
"""

import argparse
import io
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFilter, ImageOps

from lookalike import paths
from lookalike.errors import PhotoUnreadable
from lookalike.imaging.decode import decode_photo
from lookalike.library.intake.reading import decode_for_network
from lookalike.neighbors.projection import fit_projection
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.networks.embedder import Embedder
from lookalike.settings import Settings

Edit = Callable[[Image.Image, random.Random], Image.Image]
FAILS_BELOW = 0.9
QUALITY = 92
TURNS = (None, Image.Transpose.ROTATE_90, Image.Transpose.ROTATE_180, Image.Transpose.ROTATE_270)
# Which of the neighbours' files is a copy of which.
KNOWN = {
    "ukbench00120": ("*/ukbench00120_*", "ukbench00120_gray.jpg", "mixed_images/ukbench00120.jpg"),
    "ukbench09268": ("*/ukbench09268_*", "mixed_images/ukbench09268.jpg"),
    "ukbench09380": ("formats_images/ukbench09380.*",),
}


def main() -> int:
    asked = _arguments()
    embedder = Embedder.open(paths.shipped("models") / asked.network, "cpu", threads=1)
    bench = Bench(embedder, asked.data)
    chosen = sorted(random.Random(7).sample(range(bench.first_base), asked.photos))
    print(f"{embedder.manifest.title}, {asked.photos} photos among {len(bench.files)}\n")
    print(f"{'edit':24}{'first':>8}{'in ten':>8}{'turned':>8}")
    failing = []
    for name, edit in edits():
        first, in_ten, turned = bench.recall(chosen, edit)
        print(f"{name:24}{first:8.3f}{in_ten:8.3f}{turned:8.3f}", flush=True)
        failing += [name] if first < FAILS_BELOW else []
    print(
        f"\nfound first less than {FAILS_BELOW:.0%} of the time: {', '.join(failing) or 'none'}\n"
    )
    for file, told in bench.known_pairs(asked.data / "neardup"):
        print(f"{file:52}{told}")
    return 0


def _arguments() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("data", type=Path)
    options.add_argument("--photos", type=int, default=200)
    options.add_argument("--network", default="efficientnet-lite0")
    return options.parse_args()


class Bench:
    """All photos in one index, in the order of `files`."""

    def __init__(self, embedder: Embedder, data: Path) -> None:
        self._embedder = embedder
        own = sorted(file for name in ("clothing", "grocery") for file in data.glob(f"{name}/*/*"))
        base = sorted((data / "neardup" / "base_images").iterdir())
        self.files = [*own, *base]
        self.first_base = len(own)
        vectors = np.stack(list(_all(lambda file: self._embed(file.read_bytes()), self.files)))
        projection = fit_projection(vectors, embedder.prior_centre)
        self._index = VectorIndex.build("bench", np.arange(len(vectors)), vectors, projection)

    def recall(self, chosen: Sequence[int], edit: Edit) -> tuple[float, float, float]:
        """Of the photos found by their copies: first, among ten, first of all turned queries."""
        found = np.array(list(_all(lambda place: self._is_found(place, edit), chosen)))
        first, in_ten, turned = found.mean(axis=0).tolist()
        return first, in_ten, turned

    def known_pairs(self, folder: Path) -> Iterator[tuple[str, str]]:
        """Each copy, and the rank of what it is a copy of."""
        for stem, patterns in KNOWN.items():
            place = next(at for at, file in enumerate(self.files) if file.stem == stem)
            for file in sorted({file for pattern in patterns for file in folder.glob(pattern)}):
                try:
                    keys = self._nearest(self._embed(file.read_bytes()), self._index.count)[0]
                    told = f"rank {keys.index(place) + 1}"
                except PhotoUnreadable as error:
                    told = error.reason
                yield str(file.relative_to(folder)), told

    def _is_found(self, place: int, edit: Edit) -> tuple[bool, bool, bool]:
        data = self.files[place].read_bytes()
        upright = decode_photo(data, shortest_side_px=1 << 16, longest_side_px=1 << 16).image
        edited = edit(upright, random.Random(place))
        answers = [self._nearest(self._embed(_encoded(each)), 10) for each in _turned(edited)]
        keys = answers[0][0]
        nearest = min(answers, key=lambda answer: answer[1][0])[0][0]
        return keys[0] == place, place in keys, nearest == place

    def _nearest(self, vector: np.ndarray, count: int) -> tuple[list[int], list[float]]:
        found = self._index.search(vector, count, exact=True)
        return found.keys.tolist(), found.distances.tolist()

    def _embed(self, data: bytes) -> np.ndarray:
        image = decode_for_network(data, self._embedder, Settings()).image
        return self._embedder.embed([self._embedder.prepare(image)])[0].astype(np.float16)


def _all(work: Callable, items: Sequence) -> Iterator:
    with ThreadPoolExecutor(2) as threads:
        yield from threads.map(work, items)


def _encoded(picture: Image.Image, quality: int = QUALITY) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "JPEG", quality=quality)
    return stream.getvalue()


def _turned(picture: Image.Image) -> Iterator[Image.Image]:
    """In all eight ways, as it is first."""
    for side in (picture, ImageOps.mirror(picture)):
        for turn in TURNS:
            yield side if turn is None else side.transpose(turn)


def edits() -> Iterator[tuple[str, Edit]]:
    """Every edit, and what it is called."""
    yield "none", lambda picture, _: picture
    for part in (2, 4):
        yield f"resize 1/{part}", partial(_resized, part=part)
    for quality in (90, 70, 50, 30, 10):
        yield f"JPEG {quality}", partial(_compressed, quality=quality)
    yield "crop to 50 % area", _cropped
    yield "mirror", lambda picture, _: ImageOps.mirror(picture)
    for turn, degrees in zip(TURNS[1:], (90, 180, 270), strict=True):
        yield f"turn {degrees}", partial(_transposed, turn=turn)
    yield "blur 1 % of the side", partial(_blurred, share=0.01)
    yield "blur 3 % of the side", partial(_blurred, share=0.03)
    yield "text overlay", _written_on
    yield "border 10 %", _bordered
    yield "colour shift", _shifted
    yield "grey", lambda picture, _: picture.convert("L").convert("RGB")


def _resized(picture: Image.Image, _: random.Random, part: int) -> Image.Image:
    return picture.resize(
        (max(1, picture.width // part), max(1, picture.height // part)), Image.Resampling.LANCZOS
    )


def _compressed(picture: Image.Image, _: random.Random, quality: int) -> Image.Image:
    return Image.open(io.BytesIO(_encoded(picture, quality))).convert("RGB")


def _cropped(picture: Image.Image, chance: random.Random) -> Image.Image:
    wide, high = (round(side * 0.5**0.5) for side in picture.size)
    left, top = chance.randint(0, picture.width - wide), chance.randint(0, picture.height - high)
    return picture.crop((left, top, left + wide, top + high))


def _transposed(picture: Image.Image, _: random.Random, turn: Image.Transpose) -> Image.Image:
    return picture.transpose(turn)


def _blurred(picture: Image.Image, _: random.Random, share: float) -> Image.Image:
    return picture.filter(ImageFilter.GaussianBlur(share * min(picture.size)))


def _written_on(picture: Image.Image, _: random.Random) -> Image.Image:
    drawn = picture.copy()
    lines = ImageDraw.Draw(drawn)
    size = max(10, min(picture.size) // 8)
    for line, words in enumerate(("SALE", "look at this", "50 % off")):
        place = (picture.width // 10, picture.height // 6 + line * size * 3 // 2)
        lines.text(place, words, "white", font_size=size, stroke_width=size // 16, stroke_fill=0)
    return drawn


def _bordered(picture: Image.Image, _: random.Random) -> Image.Image:
    return ImageOps.expand(picture, border=min(picture.size) // 10, fill="white")


def _shifted(picture: Image.Image, _: random.Random) -> Image.Image:
    """The hue by 30 degrees, and warmer."""
    hue, *others = picture.convert("HSV").split()
    turned = Image.merge("HSV", (hue.point(lambda value: (value + 21) % 256), *others))
    return turned.convert("RGB", matrix=(1.1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0.9, 0))


if __name__ == "__main__":
    sys.exit(main())
