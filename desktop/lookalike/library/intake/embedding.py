"""Embeds what the reading threads left to be embedded together."""

import time
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lookalike.library.intake.read_photo import ReadPhoto, UnreadFile

if TYPE_CHECKING:
    from lookalike.networks.embedder import Embedder


def embed_together(
    embedder: "Embedder", batch: Sequence[ReadPhoto | UnreadFile]
) -> list[ReadPhoto | UnreadFile]:
    """The batch, in its order, with vector and peaks wherever there was a network input.

    Raises:
        NetworkUnusable: the network fails.
    """
    waiting = {
        at: read.network_input
        for at, read in enumerate(batch)
        if isinstance(read, ReadPhoto) and read.network_input is not None
    }
    done = list(batch)
    if not waiting:
        return done
    began_s = time.perf_counter()
    vectors, peaks = embedder.embed_with_peaks(list(waiting.values()))
    each_s = (time.perf_counter() - began_s) / len(waiting)
    for number, at in enumerate(waiting):
        read = done[at]
        assert isinstance(read, ReadPhoto)
        done[at] = replace(
            read,
            network_input=None,
            vector=vectors[number],
            peaks=peaks and peaks.of(number),
            embed_s=each_s,
        )
    return done
