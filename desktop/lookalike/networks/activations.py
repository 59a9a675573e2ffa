"""What the layers of a network show for a picture.

A network's session returns nothing but its declared outputs. A probe is a second session, of the
part of the graph that leads to the wanted tensors: the import's session stays lean.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NetworkUnusable
from lookalike.networks.graph import network_inputs, of_any_size, part_of, read_graph
from lookalike.networks.manifest import Manifest
from lookalike.networks.provider import Provider

if TYPE_CHECKING:
    import onnx

    from lookalike.networks.session import Session

Numbers = NDArray[np.float32]


class Probe:
    """Tells the wanted tensors of a network. `run` may be called from several threads at once.

    Args:
        takes_any_size: pictures may have any height and width.
    """

    def __init__(
        self, manifest: Manifest, session: "Session", *, takes_any_size: bool = False
    ) -> None:
        self.manifest = manifest
        self.takes_any_size = takes_any_size
        self._session = session

    @classmethod
    def open(
        cls,
        manifest: Manifest,
        tensors: Sequence[str],
        *,
        device: str = "auto",
        threads: int | None = None,
        any_size: bool = False,
    ) -> "Probe":
        """Load what leads to `tensors`: those of layers, or outputs of the network.

        Args:
            device: as in `session.open_session`, and so are `threads`.
            any_size: let it take pictures of any height and width, where the layers in front of
                the tensors can; see `takes_any_size`.

        Raises:
            NetworkUnusable: the network has no such tensor, or its file cannot be used.
        """
        model = read_graph(manifest)
        _require(tensors, model, manifest)
        if any_size:
            probe = cls(manifest, _session(model, tensors, device, threads, any_size=True))
            if probe._can_see_wide():
                probe.takes_any_size = True
                return probe
        return cls(manifest, _session(model, tensors, device, threads))

    @property
    def tensors(self) -> Sequence[str]:
        return list(self._session.outputs)

    @property
    def provider(self) -> Provider:
        return self._session.provider

    def run(self, inputs: Numbers) -> dict[str, Numbers]:
        """Each tensor, of a layer (n, c, h, w), for prepared pictures (n, 3, h, w).

        Raises:
            NetworkUnusable: the network fails.
        """
        answers = self._session.run(inputs, self.tensors)
        return {
            name: np.asarray(answer, np.float32)
            for name, answer in zip(self.tensors, answers, strict=True)
        }

    def _can_see_wide(self) -> bool:
        """A reshaping to fixed sizes shows only when it is run."""
        side_px = self.manifest.input.size_px
        try:
            told = self.run(np.zeros((1, 3, side_px, 2 * side_px), np.float32))
        except NetworkUnusable:
            return False
        return all(len(one) == 1 for one in told.values())


def _require(tensors: Sequence[str], model: "onnx.ModelProto", manifest: Manifest) -> None:
    made = {name for node in model.graph.node for name in node.output if name}
    for name in tensors:
        if name not in made:
            raise NetworkUnusable(
                f"The network {manifest.title} has no tensor {name}.",
                "Install Lookalike again, or take this network's folder away.",
            )


def _session(
    model: "onnx.ModelProto",
    tensors: Sequence[str],
    device: str,
    threads: int | None,
    *,
    any_size: bool = False,
) -> "Session":
    # The runtime takes its time to import, so it waits until a network is wanted.
    from lookalike.networks.session import open_session

    inputs = [of_any_size(one) if any_size else one for one in network_inputs(model)]
    part = part_of(model, inputs, list(dict.fromkeys(tensors)))
    if part is None:
        raise NetworkUnusable("The graph of the network is not whole.", "Choose another network.")
    return open_session(part.SerializeToString(), device, threads)
