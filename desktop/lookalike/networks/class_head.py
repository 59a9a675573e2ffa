"""The classes of photos from their embeddings alone: the last step of a network, cut out of it.

Photos that were embedded need not be looked at again to know what is on them.
"""

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NetworkUnusable
from lookalike.networks.embedder import softmax
from lookalike.networks.graph import part_of, read_graph
from lookalike.networks.manifest import Manifest

if TYPE_CHECKING:
    from lookalike.networks.session import Session

Numbers = NDArray[np.float32]


class ClassHead:
    """Tells classes. `classify` may be called from several threads at once."""

    def __init__(self, manifest: Manifest, session: "Session") -> None:
        self.manifest = manifest
        self._session = session

    @classmethod
    def open(cls, manifest: Manifest, threads: int | None = 1) -> "ClassHead | None":
        """None where the network knows no classes, or needs more than the embedding to tell them.

        Raises:
            NetworkUnusable: its file cannot be used.
        """
        if manifest.classes is None:
            return None
        import onnx

        # The runtime takes its time to import, so it waits until a network is wanted.
        from lookalike.networks.session import open_session

        embedding = manifest.embedding
        # An embedding that looks at the middle more is told apart at least as well as an average.
        fed = onnx.helper.make_tensor_value_info(
            manifest.classes.input or embedding.output,
            onnx.TensorProto.FLOAT,
            ["batch", embedding.size],
        )
        head = part_of(read_graph(manifest), [fed], [manifest.classes.output])
        if head is None:
            return None
        # It is a matrix or two: to bring the numbers to a GPU takes longer.
        return cls(manifest, open_session(head.SerializeToString(), "cpu", threads))

    def classify(self, embeddings: NDArray[Any]) -> Numbers:
        """The probability of each of `manifest.classes` (n, classes), for embeddings (n, d).

        Raises:
            NetworkUnusable: the network fails, or answers with something that is not a number.
        """
        assert self.manifest.classes is not None
        output = self.manifest.classes.output
        logits = self._session.run(np.asarray(embeddings, np.float32), [output])[0]
        if logits.shape != (len(embeddings), len(self.manifest.classes.names)):
            raise NetworkUnusable(f"The network {self.manifest.title} tells other classes.")
        if not np.isfinite(logits).all():
            raise NetworkUnusable(
                f"The network {self.manifest.title} answered with numbers that are not finite."
            )
        return softmax(logits)
