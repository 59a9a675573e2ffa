"""Where in a photo the match is: the part of it that looks like what was asked for.

A network that ends in an average over its last feature map can be asked about any part of a photo
without running again: the average over a window of the map is nearly the embedding of that window
(Tolias, Sicre and Jégou, "Particular object retrieval with integral max-pooling of CNN
activations", ICLR 2016). The projection of a space is linear, so each cell is projected once.

The frame is the window that stands out most: of all windows the one whose cells differ most from
those around it in how much they look like the query, as Otsu finds a threshold (1979). The window
with the highest cosine of its average is no good frame: that is often a single cell.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NetworkUnusable, PhotoUnreadable
from lookalike.library.library import Library
from lookalike.library.search.pictures import Pixels, thumbnail
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.searching import Match, Results, knee_of, search, stacks_of
from lookalike.library.search.spaces import find_space, prior_centre, vector_of
from lookalike.neighbors.metrics import unit
from lookalike.neighbors.vector_index import VectorIndex
from lookalike.networks.manifest import Layer, Manifest
from lookalike.networks.preprocess import prepare_whole
from lookalike.photos import Photo, PhotoId, Region, Space
from lookalike.progress import Progress

Numbers = NDArray[np.float32]

# The part that stands out, how much each cell does, and the distance of the part.
_Look = tuple[Region, Numbers, float]

RERANKED = 100
# The map of a larger picture has more cells, and takes longer: at this share of the network's own
# size frames fit best for the time, on scenes as in tests/benchmarks/localising.py.
_ENLARGED = 1.3
_LARGEST_SHAPE = 3  # wider panoramas are squeezed to that
# Cells count between their cosine (1: flat background counts as much as the object) and their
# inner product (0: one glaring cell counts for all).
_EVENNESS = 0.5
# Otsu's criterion has 0.5; a little more makes frames somewhat larger, which fits better.
_BALANCE = 0.6
_NARROWEST = 2  # cells
_NO_LENGTH = 1e-12


@dataclass(frozen=True, slots=True, eq=False)
class Spot:
    """Where a photo matches.

    Args:
        region: the part that looks most like the query.
        heat: float32 (rows, columns) over the upright picture, 0 to 1, 1 where it matches best.
        similarity: of that part and the query, 0 to 1, on the scale of the library's matches.
    """

    photo_id: PhotoId
    region: Region
    heat: Numbers
    similarity: float


def localise(
    library: Library, question: Question, photo_ids: Sequence[PhotoId], progress: Progress
) -> Iterator[Spot]:
    """The spots of photos, one by one; those that cannot be read now are left out.

    Raises:
        Cancelled: the person asked to stop.
        PhotoUnreadable, NothingToSearch, NetworkUnusable: as `searching.search`.
    """
    finder = SpotFinder.for_question(library, question)
    if finder is None:
        return
    for done, photo in enumerate(library.photos(photo_ids)):
        progress.step(done, len(photo_ids))
        spot = finder.find(photo)
        if spot:
            yield spot


def search_by_parts(
    library: Library,
    question: Question,
    progress: Progress,
    *,
    count: int,
    exact: bool = False,
    folder: Path | None = None,
) -> Results:
    """`searching.search`, and where a part was asked for, by the best part of each photo found.

    Raises:
        Cancelled: the person asked to stop.
        PhotoUnreadable, NothingToSearch, FilterUnclear, NetworkUnusable: as `searching.search`.
    """
    looks_at_parts = question.metric == "cosine" and any(one.region for one in question.wanted)
    looked_at = max(count, RERANKED) if looks_at_parts else count
    found = search(library, question, count=looked_at, exact=exact, folder=folder)
    if not looks_at_parts:
        return found
    matches = rerank_by_region(library, question, found.matches, progress)
    near = matches[:count]
    return replace(
        found,
        matches=tuple(near),
        knee=min(knee_of(library, question, matches), len(near)),
        stacks=stacks_of(library, [match.photo for match in near]),
        has_more=found.has_more or len(matches) > count,
    )


def rerank_by_region(
    library: Library, question: Question, matches: Sequence[Match], progress: Progress
) -> list[Match]:
    """The matches of a search for a region, with those first that hold it in a part of theirs.

    The first `RERANKED` are looked at; each is then as similar as its spot, or as the whole of it.

    Raises:
        Cancelled, PhotoUnreadable, NothingToSearch, NetworkUnusable: as `localise`.
    """
    finder = SpotFinder.for_question(library, question)
    if finder is None:
        return list(matches)
    near = []
    for done, match in enumerate(matches[:RERANKED]):
        progress.step(done, min(len(matches), RERANKED), "Looking at the parts of the photos")
        near.append(finder.judged(match))
    near.sort(key=lambda match: match.distance)
    return [
        replace(match, rank=rank)
        for rank, match in enumerate([*near, *matches[RERANKED:]], start=1)
    ]


class SpotFinder:
    """Looks for one query in photo after photo. `find` may be called from several threads.

    Args:
        query: (d,), projected, of length 1.
    """

    def __init__(self, library: Library, index: VectorIndex, query: Numbers) -> None:
        self._library = library
        self._index = index
        self._query = query
        self._seen: dict[PhotoId, _Look | None] = {}

    @classmethod
    def for_question(cls, library: Library, question: Question) -> "SpotFinder | None":
        """None where the question's space does not know places, or nothing is wanted.

        Raises:
            PhotoUnreadable, NothingToSearch, NetworkUnusable: as `searching.search`.
        """
        examples = [one for one in question.wanted if one.region] or question.wanted
        if question.by != "content" or not examples:
            return None

        def make() -> SpotFinder:
            space = find_space(library, question.by)
            index = library.indexes.current(space, prior_centre(library, space))
            return cls(library, index, _direction(library, index, space, examples))

        # One for all who ask the same, so that a photo is looked at once.
        return library.remembered.get(("spots", tuple(examples)), make)

    def find(self, photo: Photo) -> Spot | None:
        """Where in a photo; None where the photo cannot be read.

        Raises:
            NetworkUnusable: the network fails.
        """
        found = self._look(photo)
        if found is None:
            return None
        region, heat, distance = found
        similarity = float(self._index.calibration().similarity(distance))
        return Spot(photo.id, region, heat, similarity)

    def judged(self, match: Match) -> Match:
        """The match by its spot, where that is more alike than the whole photo."""
        found = self._look(match.photo)
        if found is None or found[2] >= match.distance:
            return match
        distance, scale = found[2], self._index.calibration()
        return replace(
            match,
            distance=distance,
            similarity=float(scale.similarity(distance)),
            percentile=float(scale.percentile(distance)),
        )

    def _look(self, photo: Photo) -> "_Look | None":
        if photo.id not in self._seen:
            self._seen[photo.id] = self._look_at(photo)
        return self._seen[photo.id]

    def _look_at(self, photo: Photo) -> "_Look | None":
        try:
            picture = thumbnail(self._library, photo)
        except PhotoUnreadable:
            return None
        feature_map = _feature_map(self._library, picture)
        channels, rows, columns = feature_map.shape
        cells = self._index.project(feature_map.reshape(channels, -1).T)
        along = cells @ self._query
        evidence = along / np.maximum(np.linalg.norm(cells, axis=1), _NO_LENGTH) ** _EVENNESS
        left, top, right, bottom = standing_out(evidence.reshape(rows, columns))
        inside = cells.reshape(rows, columns, -1)[top:bottom, left:right].mean(axis=(0, 1))
        cosine = float(inside @ self._query) / max(float(np.linalg.norm(inside)), _NO_LENGTH)
        part = Region(left / columns, top / rows, (right - left) / columns, (bottom - top) / rows)
        return part, _heat(evidence.reshape(rows, columns)), min(max(1 - cosine, 0.0), 2.0)


def _feature_map(library: Library, picture: Pixels) -> Numbers:
    """What the embedding is the average of (channels, rows, columns), over all of a picture."""
    manifest = library.manifest()
    layer = embedded_layer(manifest)
    probe = library.probe(layer.tensor, any_size=True)
    size_px = (manifest.input.size_px,) * 2
    if probe.takes_any_size:
        step_px = max(1, manifest.input.size_px // layer.height)
        size_px = _size_px(picture.shape[1], picture.shape[0], manifest.input.size_px, step_px)
    prepared = prepare_whole(picture, manifest.input, *size_px)
    feature_map: Numbers = probe.run(prepared[np.newaxis])[layer.tensor][0]
    return feature_map


def _size_px(width: int, height: int, side_px: int, step_px: int) -> tuple[int, int]:
    """In proportion, in whole cells, with the shorter side a little larger than the network's."""
    shorter_px = _ENLARGED * side_px
    shape = (min(side / min(width, height), _LARGEST_SHAPE) for side in (width, height))
    wide, high = (max(1, round(side * shorter_px / step_px)) * step_px for side in shape)
    return wide, high


def embedded_layer(manifest: Manifest) -> Layer:
    """The layer whose average is the embedding.

    Raises:
        NetworkUnusable: the manifest does not tell its tensor.
    """
    for layer in manifest.layers:
        if layer.name == manifest.embedding.layer:
            return layer
    raise NetworkUnusable(
        f"The network {manifest.title} does not tell where in a photo it sees what."
    )


def standing_out(evidence: Numbers) -> tuple[int, int, int, int]:
    """The window (left, top, right, bottom) whose cells differ most from those around it."""
    rows, columns = evidence.shape
    windows, areas = _windows(rows, columns)
    if len(windows) == 0:
        return 0, 0, columns, rows
    sums = np.zeros((rows + 1, columns + 1))
    sums[1:, 1:] = evidence.cumsum(axis=0).cumsum(axis=1)
    left, top, right, bottom = windows.T
    inside = sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left]
    outside = sums[-1, -1] - inside
    share = areas / evidence.size
    contrast = inside / areas - outside / (evidence.size - areas)
    best = windows[(contrast * (share * (1 - share)) ** _BALANCE).argmax()]
    return int(best[0]), int(best[1]), int(best[2]), int(best[3])


@lru_cache(maxsize=64)
def _windows(rows: int, columns: int) -> tuple[NDArray[np.intp], NDArray[np.float64]]:
    """The windows (n, 4) of a map but the whole of it, and how many cells are in each (n,)."""
    tops, bottoms = np.triu_indices(rows + 1, 1)
    lefts, rights = np.triu_indices(columns + 1, 1)
    high, wide = np.indices((len(tops), len(lefts))).reshape(2, -1)
    windows = np.stack([lefts[wide], tops[high], rights[wide], bottoms[high]], axis=1)
    sides = windows[:, 2:] - windows[:, :2]
    areas = sides.prod(axis=1)
    # A strip along the rim is one cell wide, and all rims are alike: the network pads them.
    is_wide = (sides >= min(_NARROWEST, rows, columns)).all(axis=1)
    parts = is_wide & (areas < rows * columns)
    return windows[parts], areas[parts].astype(np.float64)


def _heat(evidence: Numbers) -> Numbers:
    positive = np.maximum(evidence, 0)
    return np.asarray(positive / max(float(positive.max()), _NO_LENGTH), np.float32)


def _direction(
    library: Library, index: VectorIndex, space: Space, examples: Sequence[Example]
) -> Numbers:
    """Where all examples point to together (d,), of length 1."""
    vectors = index.project(np.stack([vector_of(library, space, each) for each in examples]))
    weights = np.array([each.weight for each in examples], np.float32)
    direction: Numbers = unit((weights @ unit(vectors))[np.newaxis])[0]
    return direction
