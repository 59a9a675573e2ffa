"""What would make `content` find more of what is right: ways to pool, to compare and to ask.

    python tests/benchmarks/better_answers.py DATA [--network NAME] [--keep FILE.npz]

DATA holds `clothing` (class = folder) and `grocery` with its `labels.csv`. Each photo is seen once
by the network in each size; with --keep what it showed is kept, and the next run takes seconds.
Told are, each first for the classes that a choice may be made by and then for a third of the
classes that is held back from it:

    clothing        P@10, each photo for all others
    test -> train   P@1 of groceries, other shops
    iconic          P@1 of groceries, 35 catalogue shots for shelf photos; its mAP as well, because
                    one query is 0.03 of P@1
    grocery         P@10, each shelf photo for all others
"""

import argparse
import csv
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from itertools import product
from pathlib import Path

import numpy as np

from lookalike import paths
from lookalike.imaging.decode import decode_photo, read_file
from lookalike.library.evaluation.evaluation import judge
from lookalike.networks.activations import Probe
from lookalike.networks.manifest import read_manifest
from lookalike.networks.preprocess import prepare

SIZES_PX = (224, 288, 160)
LAYERS = ("blocks.15", "blocks.10")
RERANKED = 100
_NONE = 1e-12

Vectors = np.ndarray
Embed = Callable[["Photos"], Vectors]


@dataclass(frozen=True)
class Task:
    """Rows of the queries and of what is searched; the first figure told is P@1 or P@10."""

    name: str
    queries: np.ndarray
    searched: np.ndarray
    figure: int

    @property
    def own(self) -> np.ndarray:
        """True (q, n) where a query would find itself."""
        return self.queries[:, np.newaxis] == self.searched


@dataclass(frozen=True)
class Photos:
    """All photos: their classes, the tasks, and what the network showed of each."""

    classes: np.ndarray
    held_back: np.ndarray
    tasks: Sequence[Task]
    shown: Mapping[str, np.ndarray]

    def average(self, key: str) -> Vectors:
        return self.shown[key].astype(np.float32)

    @property
    def cells(self) -> np.ndarray:
        """(n, units, 7, 7) at the network's own size."""
        return self.shown["cells"]


@dataclass(frozen=True)
class Projection:
    """Centred, and turned to the strongest axes, each divided by the power of its strength."""

    axes: int | None = None
    whitening: float = 0.0
    is_centred: bool = True

    def fit(self, sample: Vectors) -> tuple[Vectors, Vectors | None]:
        """What to subtract (d,), and what to multiply by (d, r)."""
        centre = sample.mean(axis=0) if self.is_centred else np.zeros(sample.shape[1], np.float32)
        if self.axes is None:
            return centre, None
        strengths, axes = np.linalg.eigh(np.cov((sample - centre).T, bias=True))
        strengths, axes = strengths[::-1][: self.axes], axes[:, ::-1][:, : self.axes]
        return centre, (axes * np.maximum(strengths, _NONE) ** (-self.whitening / 2)).astype("f4")


Rank = Callable[[Photos, Vectors, Task, Projection], np.ndarray]


@dataclass(frozen=True)
class Variant:
    """One way: `rank` gives the likeness (q, n) of queries and searched photos."""

    name: str
    embed: Embed
    projection: Projection
    rank: Rank


def main() -> int:
    asked = _arguments()
    photos = _photos(asked.data, asked.network, asked.keep)
    heads = "".join(f"{task.name:>20}" for task in photos.tasks)
    print(f"{asked.network}, {len(photos.classes)} photos\n{'':34}{heads}{'iconic mAP':>20}")
    vectors: dict[Embed, Vectors] = {}
    for variant in variants():
        if variant.embed not in vectors:
            vectors = {variant.embed: variant.embed(photos)}
        told = list(_figures(photos, vectors[variant.embed], variant))
        print(f"{variant.name:34}" + "".join(f"{text:>20}" for text in told), flush=True)
    return 0


def _arguments() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("data", type=Path)
    options.add_argument("--network", default="efficientnet-lite0")
    options.add_argument("--keep", type=Path)
    return options.parse_args()


def variants() -> Iterator[Variant]:
    """Everything that is tried: one thing at a time, then what goes together."""
    plain, reduced = Projection(), Projection(256)
    average = partial(_seen, keys=("224",))
    centre = partial(_weighted, spread=2.0)
    yield Variant("not centred", average, Projection(is_centred=False), likeness)
    yield Variant("average, centred", average, plain, likeness)
    for axes, whitening in product((128, 256), (0, 0.1, 0.25, 0.5, 1)):
        name = f"PCA {axes}, whitening {whitening}"
        yield Variant(name, average, Projection(axes, whitening), likeness)
    for name, keys in _INPUTS.items():
        yield Variant(name, partial(_seen, keys=keys), plain, likeness)
    for layer, share in product(LAYERS, (0.25, 0.5)):
        yield Variant(f"with {share} {layer}", partial(_joined, layer=layer, share=share), plain,
                      likeness)  # fmt: skip
    for power in (2, 3):
        yield Variant(f"GeM {power}", partial(_generalised, power=power), plain, likeness)
    yield Variant("maximum", _strongest, plain, likeness)
    yield Variant("R-MAC", partial(_regional, is_maximum=True), plain, likeness)
    yield Variant("regional averages", partial(_regional, is_maximum=False), plain, likeness)
    for spread in (3.0, 2.5, 2.0, 1.75, 1.5):
        weighted = centre if spread == 2 else partial(_weighted, spread=spread)
        yield Variant(f"centre, spread {spread}", weighted, plain, likeness)
    for pool, name in ((average, "average"), (centre, "centre")):
        yield Variant(f"{name}, PCA 256", pool, reduced, likeness)
        for count, power in ((1, 1), (2, 1), (5, 1), (5, 3), (10, 3)):
            expanded = partial(expanded_likeness, count=count, power=power)
            yield Variant(f"{name}, expanded by {count}, alpha {power}", pool, reduced, expanded)
    for share in (0.5, 1, 2):
        cells = partial(cell_likeness, share=share)
        yield Variant(f"average, cells of {RERANKED} x {share}", average, reduced, cells)
    both = partial(_weighted, spread=2.0, beside="288")
    yield Variant("centre and 288 px, PCA 256", both, reduced, likeness)


_INPUTS = {
    "mirrored as well": ("224", "mirrored"),
    "288 px": ("288",),
    "224 and 288 px": ("224", "288"),
    "224 and 160 px": ("224", "160"),
}


def likeness(_: Photos, vectors: Vectors, task: Task, projection: Projection) -> np.ndarray:
    """The cosine."""
    asked, searched = _compared(vectors, task, projection)
    return asked @ searched.T


def expanded_likeness(
    _: Photos, vectors: Vectors, task: Task, projection: Projection, count: int, power: float
) -> np.ndarray:
    """Of the query and its nearest together (Radenovic, Tolias and Chum, "Fine-tuning CNN image
    retrieval with no human annotation", 2019, section 3.5)."""
    asked, searched = _compared(vectors, task, projection)
    near, cosines = _nearest(asked @ searched.T, task, count)
    weights = np.maximum(cosines, 0) ** power
    return _unit(asked + np.einsum("qk,qkd->qd", weights, searched[near])) @ searched.T


def cell_likeness(
    photos: Photos, vectors: Vectors, task: Task, projection: Projection, share: float
) -> np.ndarray:
    """The cosine, and for the nearest how well each cell finds a partner in the other photo, cells
    counting by their squared length."""
    asked, searched = _compared(vectors, task, projection)
    told = asked @ searched.T
    near, cosines = _nearest(told, task, RERANKED)
    centre, axes = projection.fit(vectors[task.searched])
    told -= 10
    directions, weights = _cell_directions(photos.cells, centre, axes)
    for row, (query, places) in enumerate(zip(task.queries, near, strict=True)):
        found = task.searched[places]
        alike = np.einsum("id,kjd->kij", directions[query], directions[found], optimize=True)
        there = alike.max(axis=2) @ weights[query]
        back = (alike.max(axis=1) * weights[found]).sum(axis=1)
        told[row, places] = cosines[row] + share * (there + back) / 2
    return told


def _cell_directions(
    cells: np.ndarray, centre: Vectors, axes: Vectors | None
) -> tuple[np.ndarray, np.ndarray]:
    """Of length 1 (n, 49, r), and what each counts (n, 49)."""
    flat = cells.reshape(len(cells), cells.shape[1], -1)
    projected = np.concatenate(
        [
            (flat[at : at + 256].astype(np.float32).transpose(0, 2, 1) - centre) @ axes
            for at in range(0, len(flat), 256)
        ]
    )
    squares = (projected**2).sum(axis=2)
    lengths = np.sqrt(np.maximum(squares, _NONE))
    return projected / lengths[:, :, np.newaxis], squares / squares.sum(axis=1, keepdims=True)


def _figures(photos: Photos, vectors: Vectors, variant: Variant) -> Iterator[str]:
    average = ""
    for task in photos.tasks:
        told = variant.rank(photos, vectors, task, variant.projection)
        own = task.own
        # Itself last, where it is cut off.
        order = np.argsort(np.where(own, np.inf, -told), axis=1, kind="stable")
        order = order[:, :-1] if own.any() else order
        right = photos.classes[task.searched][order] == photos.classes[task.queries, np.newaxis]
        figures = judge(order, right).figures
        held_back = photos.held_back[task.queries]
        yield _both(figures[:, task.figure], held_back)
        average = _both(figures[:, 2], held_back) if task.name == "iconic" else average
    yield average


def _both(figure: np.ndarray, held_back: np.ndarray) -> str:
    return f"{figure[~held_back].mean():.3f} / {figure[held_back].mean():.3f}"


def _compared(vectors: Vectors, task: Task, projection: Projection) -> tuple[Vectors, Vectors]:
    centre, axes = projection.fit(vectors[task.searched])
    centred = [vectors[rows] - centre for rows in (task.queries, task.searched)]
    asked, searched = (_unit(each if axes is None else each @ axes) for each in centred)
    return asked, searched


def _nearest(told: np.ndarray, task: Task, count: int) -> tuple[np.ndarray, np.ndarray]:
    near = np.argsort(np.where(task.own, np.inf, -told), axis=1, kind="stable")[:, :count]
    return near, np.take_along_axis(told, near, axis=1)


def _unit(vectors: Vectors) -> Vectors:
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), _NONE)


def _seen(photos: Photos, keys: Sequence[str]) -> Vectors:
    return np.sum([photos.average(key) for key in keys], axis=0)


def _joined(photos: Photos, layer: str, share: float) -> Vectors:
    """Side by side, so that their centred lengths are as 1 to the root of `share`."""
    parts = [photos.average("224"), photos.average(layer)]
    apart = [np.sqrt(part.var(axis=0).sum()) for part in parts]
    return np.concatenate([parts[0] / apart[0], share**0.5 * parts[1] / apart[1]], axis=1)


def _weighted(photos: Photos, spread: float, beside: str = "") -> Vectors:
    """The average that counts each cell by a Gaussian around the middle, in cells (after Babenko
    and Lempitsky, "Aggregating deep convolutional features for image retrieval", ICCV 2015)."""
    place = np.arange(7) - 3
    line = np.exp(-(place**2) / (2 * spread**2))
    weights = (np.outer(line, line) / line.sum() ** 2).astype(np.float32)
    vectors = _over_cells(photos, lambda cells: (cells * weights).sum(axis=(2, 3)))
    return vectors + photos.average(beside) if beside else vectors


def _generalised(photos: Photos, power: float) -> Vectors:
    return _over_cells(
        photos, lambda cells: (np.maximum(cells, 1e-6) ** power).mean(axis=(2, 3)) ** (1 / power)
    )


def _strongest(photos: Photos) -> Vectors:
    return _over_cells(photos, lambda cells: cells.max(axis=(2, 3)))


def _regional(photos: Photos, is_maximum: bool) -> Vectors:
    """Of regions at three scales, each of length 1, added up (Tolias et al., ICLR 2016)."""

    def pooled(cells: np.ndarray) -> Vectors:
        regions = [cells[:, :, top:bottom, left:right] for top, bottom, left, right in _regions()]
        return sum(
            _unit(each.max(axis=(2, 3)) if is_maximum else each.mean(axis=(2, 3)))
            for each in regions
        )

    return _over_cells(photos, pooled)


def _regions() -> Iterator[tuple[int, int, int, int]]:
    for scale, side in ((1, 7), (2, 5), (3, 4)):
        starts = np.linspace(0, 7 - side, scale).round().astype(int)
        for top, left in product(starts, starts):
            yield top, top + side, left, left + side


def _over_cells(photos: Photos, pool: Callable[[np.ndarray], Vectors]) -> Vectors:
    cells = photos.cells
    parts = [pool(cells[at : at + 128].astype(np.float32)) for at in range(0, len(cells), 128)]
    return np.concatenate(parts)


def _photos(data: Path, network: str, keep: Path | None) -> Photos:
    rows = list(_labelled(data))
    classes = np.array([f"{folder}/{label}" for folder, _, label, _, _ in rows])
    if keep and keep.exists():
        shown = dict(np.load(keep))
    else:
        shown = _look([data / folder / file for folder, file, *_ in rows], network)
        if keep:
            np.savez(keep, **shown)
    chance = np.random.default_rng(6)
    held_back = set[str]()
    for folder in ("clothing", "grocery"):
        own = sorted({name for name in classes if name.startswith(folder)})
        held_back |= set(chance.choice(own, round(len(own) / 3), replace=False))
    return Photos(classes, np.isin(classes, list(held_back)), list(_tasks(rows)), shown)


def _labelled(data: Path) -> Iterator[tuple[str, str, str, str, str]]:
    """Folder, file, class, split and view of each photo."""
    for folder in ("clothing", "grocery"):
        with (data / folder / "labels.csv").open(encoding="utf-8") as lines:
            for row in csv.DictReader(lines):
                yield folder, row["path"], row["label"], row["split"], row.get("view", "")


def _tasks(rows: Sequence[tuple[str, str, str, str, str]]) -> Iterator[Task]:
    folders, _, _, splits, views = (np.array(column) for column in zip(*rows, strict=True))
    clothing = np.flatnonzero(folders == "clothing")
    natural = views == "natural"
    test, train = (np.flatnonzero(natural & (splits == split)) for split in ("test", "train"))
    yield Task("clothing", clothing, clothing, 1)
    yield Task("test -> train", test, train, 0)
    yield Task("iconic", np.flatnonzero(views == "iconic"), np.flatnonzero(natural), 0)
    yield Task("grocery", np.flatnonzero(natural), np.flatnonzero(natural), 1)


def _look(files: Sequence[Path], network: str) -> dict[str, np.ndarray]:
    """What the network shows of each photo in each size, as the keys of `Photos.shown`."""
    manifest = read_manifest(paths.shipped("models") / network)
    tensors = {layer.name: layer.tensor for layer in manifest.layers}
    head = tensors[manifest.embedding.layer]
    wanted = [head, *(tensors[name] for name in LAYERS)]
    probe = Probe.open(manifest, wanted, device="cpu", threads=1, any_size=True)

    def look(file: Path) -> dict[str, np.ndarray]:
        side_px = manifest.input.size_px
        image = decode_photo(
            read_file(file), path=file, shortest_side_px=side_px, longest_side_px=384
        ).image
        told = {}
        for size_px in SIZES_PX:
            inputs = prepare(image, replace(manifest.input, size_px=size_px))[np.newaxis]
            layers = probe.run(inputs)
            told[str(size_px)] = layers[head][0].mean(axis=(1, 2))
            if size_px == side_px:
                told["cells"] = layers[head][0]
                told |= {name: layers[tensors[name]][0].mean(axis=(1, 2)) for name in LAYERS}
                mirrored = np.ascontiguousarray(inputs[..., ::-1])
                told["mirrored"] = probe.run(mirrored)[head][0].mean(axis=(1, 2))
        return {key: values.astype(np.float16) for key, values in told.items()}

    with ThreadPoolExecutor(2) as threads:
        seen = list(threads.map(look, files))
    return {key: np.stack([each[key] for each in seen]) for key in seen[0]}


if __name__ == "__main__":
    sys.exit(main())
