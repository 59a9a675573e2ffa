"""Turns pictures into embeddings with one network."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NetworkUnusable
from lookalike.networks.manifest import Manifest, read_manifest, verify
from lookalike.networks.preprocess import Picture, Prepared, prepare
from lookalike.networks.provider import Provider
from lookalike.networks.space import embedding_space
from lookalike.photos import Space

if TYPE_CHECKING:
    from lookalike.networks.peaks import Peaks
    from lookalike.networks.session import Session, Shape

Vectors = NDArray[np.float32]

# Large batches serve GPUs; on a CPU they only push the feature maps out of its cache.
_BATCH_SIZES = {"CPU": 1, "CUDA": 32}


class Embedder:
    """A network that is ready to embed. Its methods may be called from several threads at once."""

    def __init__(self, manifest: Manifest, session: "Session") -> None:
        _check_agreement(manifest, session)
        self.manifest = manifest
        self._session = session

    @classmethod
    def open(cls, folder: Path, device: str = "auto", threads: int | None = None) -> "Embedder":
        """The network in `folder`; `device` and `threads` as in `session.open_session`.

        Raises:
            NetworkUnusable: its files are missing, altered or not understood.
        """
        # The runtime takes its time to import, so it waits until a network is wanted.
        from lookalike.networks.session import open_session

        manifest = read_manifest(folder)
        verify(manifest)
        return cls(manifest, open_session(manifest.file, device, threads))

    @property
    def provider(self) -> Provider:
        """What really runs the network, and why it is not CUDA."""
        return self._session.provider

    @property
    def space(self) -> Space:
        """The space of this network's embeddings."""
        return embedding_space(self.manifest)

    @property
    def prior_centre(self) -> NDArray[np.float32] | None:
        """Where embeddings lie (d,) before any photo was seen, or None where that is not known."""
        return prior_centre(self.manifest)

    @property
    def batch_size(self) -> int:
        """How many pictures at a time the provider is fastest with."""
        return _BATCH_SIZES[self.provider.name]

    def prepare(self, picture: Picture) -> Prepared:
        """An upright RGB picture, as `embed` and `classify` take it."""
        return prepare(picture, self.manifest.input)

    def embed(self, inputs: Sequence[Prepared] | Prepared) -> Vectors:
        """One row per prepared picture, not centred, not normalised.

        Raises:
            NetworkUnusable: the network fails, or answers with something that is not a number.
        """
        return self._answer(inputs, self.manifest.embedding.output, self.manifest.embedding.size)

    def embed_with_peaks(
        self, inputs: Sequence[Prepared] | Prepared
    ) -> "tuple[Vectors, Peaks | None]":
        """As `embed`, and what a `PeakEmbedder` tells beside it.

        Raises:
            NetworkUnusable: as `embed`.
        """
        return self.embed(inputs), None

    def classify(self, inputs: Sequence[Prepared] | Prepared) -> Vectors:
        """One row per prepared picture: the probability of each of `manifest.classes`.

        Raises:
            NetworkUnusable: as `embed`, and where the network knows no classes.
        """
        classes = self.manifest.classes
        if classes is None:
            raise NetworkUnusable(f"The network {self.manifest.title} knows no classes.")
        return softmax(self._answer(inputs, classes.output, len(classes.names)))

    def _answer(self, inputs: Sequence[Prepared] | Prepared, output: str, size: int) -> Vectors:
        rows = [self._run(batch, [output])[0] for batch in self._batches(inputs)]
        return self._joined(rows, size)

    def _joined(self, rows: Sequence[Vectors], size: int) -> Vectors:
        answer = np.concatenate([np.empty((0, size), np.float32), *rows])
        if not np.isfinite(answer).all():
            raise NetworkUnusable(
                f"The network {self.manifest.title} answered with numbers that are not finite."
            )
        return answer

    def _batches(self, inputs: Sequence[Prepared] | Prepared) -> Iterator[Prepared]:
        for start in range(0, len(inputs), self.batch_size):
            yield np.stack(list(inputs[start : start + self.batch_size]))

    def _run(self, batch: Prepared, outputs: Sequence[str]) -> list[Vectors]:
        missing = self.batch_size - len(batch)
        if missing and self.provider.name == "CUDA":
            # CUDA plans anew for each batch size, so the last batch gets the size of the others.
            padded = np.pad(batch, ((0, missing), (0, 0), (0, 0), (0, 0)))
            return [told[: len(batch)] for told in self._session.run(padded, outputs)]
        return self._session.run(batch, outputs)


def prior_centre(manifest: Manifest) -> NDArray[np.float32] | None:
    """Where embeddings lie (d,) before any photo was seen, or None where that is not known."""
    centre = manifest.embedding.centre
    return np.array(centre, np.float32) if centre else None


def _check_agreement(manifest: Manifest, session: "Session") -> None:
    """What the manifest promises has to be in the graph.

    Raises:
        NetworkUnusable: it is not.
    """
    side = manifest.input.size_px
    wanted: list[tuple[str, Mapping[str, Shape], Shape]]
    wanted = [(manifest.input.name, session.inputs, (3, side, side))]
    wanted += [(manifest.embedding.output, session.outputs, (manifest.embedding.size,))]
    if manifest.classes:
        wanted += [(manifest.classes.output, session.outputs, (len(manifest.classes.names),))]
    for name, declared, sizes in wanted:
        if name not in declared or not _fits(declared[name][1:], sizes):
            raise NetworkUnusable(
                f"The network {manifest.title} has no {name} of the size that its manifest states.",
                "Install Lookalike again, or take this network's folder away.",
            )


def _fits(declared: "Shape", wanted: "Shape") -> bool:
    return len(declared) == len(wanted) and all(
        here in (None, size) for here, size in zip(declared, wanted, strict=True)
    )


def softmax(logits: Vectors) -> Vectors:
    """Probabilities (n, classes), each row of which sums to 1."""
    raised = np.exp(logits - logits.max(axis=1, keepdims=True))
    odds: Vectors = raised / raised.sum(axis=1, keepdims=True)
    return odds
