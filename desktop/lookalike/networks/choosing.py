"""Which of some networks this machine's processor runs fastest: measured, not guessed.

Networks of whole numbers are twice as fast as their siblings on processors with instructions for
them, and little faster or slower on others. No list of processors tells which; a short run does.
"""

import contextlib
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import numpy as np

from lookalike.errors import NetworkUnusable
from lookalike.networks.embedder import Embedder

Measure = Callable[[Embedder], float]

# Less is no reason to leave the first network, and within what a busy machine makes up.
_CLEARLY_FASTER = 1.15
_FEWEST_TURNS, _MOST_TURNS = 2, 10
_ENOUGH_S = 0.06


def embedding_time_s(embedder: Embedder) -> float:
    """How long one picture takes."""
    side_px = embedder.manifest.input.size_px
    picture = embedder.prepare(np.full((side_px, side_px, 3), 127, np.uint8))
    began_s = time.perf_counter()
    embedder.embed([picture])
    return time.perf_counter() - began_s


def faster_on_cpu(folders: Sequence[Path], measure: Measure = embedding_time_s) -> Path:
    """The folder of the network that embeds clearly faster than the first, else the first.

    Takes well under a second. They run as an import runs them on the CPU: one picture at a time,
    on one core. Those behind the first are left out where they cannot be used.

    Raises:
        NetworkUnusable: the first cannot be used.
    """
    first = folders[0]
    if len(folders) == 1:
        return first
    times_s = _shortest_times(_opened(folders), measure)
    fastest = min(times_s, key=times_s.__getitem__)
    return fastest if times_s[fastest] * _CLEARLY_FASTER <= times_s[first] else first


def _opened(folders: Sequence[Path]) -> dict[Path, Embedder]:
    opened = {folders[0]: Embedder.open(folders[0], "cpu", threads=1)}
    for folder in folders[1:]:
        with contextlib.suppress(NetworkUnusable):
            opened[folder] = Embedder.open(folder, "cpu", threads=1)
    return opened


def _shortest_times(networks: Mapping[Path, Embedder], measure: Measure) -> dict[Path, float]:
    """Seconds per picture: the shortest of many times is the one that nothing disturbed."""
    times_s: dict[Path, list[float]] = {folder: [] for folder in networks}
    while not _is_enough(times_s):
        # They take turns, so that what else runs slows all of them; and each twice, because after
        # a turn of another network the first finds nothing of its own in the processor's cache.
        for folder, network in networks.items():
            times_s[folder] += [measure(network), measure(network)]
    return {folder: min(times) for folder, times in times_s.items()}


def _is_enough(times_s: Mapping[Path, Sequence[float]]) -> bool:
    turns = min(len(times) for times in times_s.values()) // 2
    spent_s = sum(sum(times) for times in times_s.values())
    return turns >= (_FEWEST_TURNS if spent_s >= _ENOUGH_S else _MOST_TURNS)
