"""How often a network names what is in a photo: top-1 and top-5 against the stated limit.

    python tests/benchmarks/network_accuracy.py PHOTOS CLASSES.tsv

PHOTOS holds pictures called `<wnid>_<label>.JPEG`; each line of CLASSES.tsv is the index, WordNet
id and name of a class. Exits with 1 where top-1 is below the limit.
"""

import argparse
import sys
from pathlib import Path

import numpy as np
from PIL import Image, ImageOps

from lookalike import paths
from lookalike.networks.embedder import Embedder

TOP_1_LIMIT = 0.80


def main() -> int:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("photos", type=Path)
    options.add_argument("classes", type=Path)
    options.add_argument("--network", default="efficientnet-lite0")
    options.add_argument("--device", default="auto", choices=("auto", "cpu", "cuda"))
    chosen = options.parse_args()
    embedder = Embedder.open(paths.shipped("models") / chosen.network, chosen.device)
    places = places_of_truth(embedder, chosen.photos, class_numbers(chosen.classes))
    top_1, top_5 = (float((places < count).mean()) for count in (1, 5))
    print(f"{embedder.manifest.title} on the {embedder.provider}, {len(places)} photos")
    print(f"top-1 {top_1:.1%} (limit {TOP_1_LIMIT:.0%}), top-5 {top_5:.1%}")
    return 0 if top_1 >= TOP_1_LIMIT else 1


def class_numbers(file: Path) -> dict[str, int]:
    """The place of each WordNet id in the network's output."""
    lines = (line.split("\t") for line in file.read_text("utf-8").splitlines())
    return {wnid: int(number) for number, wnid, _ in lines}


def places_of_truth(embedder: Embedder, photos: Path, numbers: dict[str, int]) -> np.ndarray:
    """For each photo, how many classes the network holds for likelier than the true one."""
    places = []
    for photo in sorted(photos.glob("*.JPEG")):
        probabilities = embedder.classify([embedder.prepare(read(photo))])[0]
        truth = numbers[photo.name.split("_")[0]]
        places.append(int((probabilities > probabilities[truth]).sum()))
    if not places:
        raise SystemExit(f"{photos} holds no pictures called <wnid>_<label>.JPEG")
    return np.array(places)


def read(photo: Path) -> np.ndarray:
    with Image.open(photo) as picture:
        return np.asarray(ImageOps.exif_transpose(picture).convert("RGB"))


if __name__ == "__main__":
    sys.exit(main())
