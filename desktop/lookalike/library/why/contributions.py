"""What each cell and each unit adds to the cosine of two averages: pure arithmetic.

With average pooling an embedding is the mean of its cells, and centring and projecting are linear.
So the inner product of two embeddings is the mean over all pairs of cells of their inner products,
and nothing has to be estimated (Stylianou, Souvenir and Pless, "Visualizing deep similarity
networks", WACV 2019, equation 4).
"""

from typing import Any

import numpy as np
from numpy.typing import NDArray

Exact = NDArray[np.float64]
Raw = NDArray[Any]
Grid = tuple[int, int]

# As `neighbors.metrics` has it: what is shorter has no direction, and its cosine is 0.
_NO_LENGTH = 1e-15


def cosine(one: Raw, other: Raw) -> float:
    """Of two vectors (r,), as a search compares them."""
    first, second = _direction(one), _direction(other)
    return float(np.clip(first @ second, -1, 1))


def pair_shares(one: Raw, other: Raw) -> Exact:
    """What each pair of cells (n, m) adds to the cosine of the means of (n, r) and (m, r)."""
    shares: Exact = _shares_of_mean(one) @ _shares_of_mean(other).T
    return shares


def unit_shares(one: Raw, other: Raw, components: Raw | None) -> Exact:
    """What each unit (d,) adds to the cosine of two centred embeddings (d,), once projected.

    With P for the components, the inner product of the projected ones is x' (P P') y: unit u has a
    part x_u (P P' y)_u in it, and by the other picture y_u (P P' x)_u. Each counts half.

    Args:
        components: (d, r), or None where the embeddings are compared as they are.
    """
    first, second = (np.asarray(each, np.float64) for each in (one, other))
    if components is None:
        return _over_lengths(first * second, first, second)
    axes = np.asarray(components, np.float64)
    along, across = first @ axes, second @ axes
    halves = (first * (axes @ across) + second * (axes @ along)) / 2
    return _over_lengths(halves, along, across)


def averaged_into(maps: Raw, most: int) -> Exact:
    """Feature maps (c, h, w) with at most so many cells a side, all of equal area: their mean is
    that of the maps."""
    rows, columns = (_parts(length, min(length, most)) for length in maps.shape[1:])
    return np.asarray(rows @ maps.astype(np.float64) @ columns.T)


def strongest_links(pairs: Exact, one: Grid, other: Grid, most: int) -> list[tuple[int, int]]:
    """The cells of the strongest pairs, best first, so far apart that their lines can be told from
    each other: two may begin in the same place, or end there, but not both.

    Args:
        one: rows and columns of the cells in the rows of `pairs`; `other`: of its columns.
    """
    links = list[tuple[int, int]]()
    order = np.argsort(-pairs, axis=None, kind="stable")
    for begin, end in zip(
        *(at.tolist() for at in np.unravel_index(order, pairs.shape)), strict=True
    ):
        if len(links) == most or pairs[begin, end] <= 0:
            break
        if not any(
            begin == first
            or end == second
            or (_touch(begin, first, one) and _touch(end, second, other))
            for first, second in links
        ):
            links.append((begin, end))
    return links


def _direction(vector: Raw) -> Exact:
    precise = np.asarray(vector, np.float64)
    return _over_lengths(precise, precise)


def _shares_of_mean(cells: Raw) -> Exact:
    """The cells (n, r) so scaled that they sum to their mean at length 1."""
    precise = np.asarray(cells, np.float64)
    return _over_lengths(precise / len(precise), precise.mean(axis=0))


def _over_lengths(values: Exact, *vectors: Exact) -> Exact:
    lengths = [float(np.linalg.norm(vector)) for vector in vectors]
    if min(lengths) <= _NO_LENGTH:
        return np.zeros_like(values)
    return np.asarray(values / np.prod(lengths))


def _parts(length: int, count: int) -> Exact:
    """How much each of `length` cells counts in each of `count` parts of equal length."""
    edges = np.linspace(0, length, count + 1)[:, np.newaxis]
    upto = np.clip(edges - np.arange(length), 0, 1)
    return np.asarray(np.diff(upto, axis=0) * (count / length))


def _touch(one: int, other: int, grid: Grid) -> bool:
    """Whether two cells are the same or side by side."""
    apart = [abs(a - b) for a, b in zip(divmod(one, grid[1]), divmod(other, grid[1]), strict=True)]
    return max(apart) <= 1
