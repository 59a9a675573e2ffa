"""Tells what is inside a network for pictures: values of its layers, and the way back to pixels.

The sessions are its own: the import's stays lean. One answers with every layer that can be looked
at, of which a few are fetched at a time; one for each way back, of which the last few are kept.
"""

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NetworkUnusable
from lookalike.networks.backward import COTANGENT, GRADIENT, BackwardMode, backward_model
from lookalike.networks.graph import network_inputs, part_of
from lookalike.networks.inspected import InspectedNetwork

if TYPE_CHECKING:
    from lookalike.networks.session import Session

Numbers = NDArray[np.float32]
_Key = tuple[str, ...]

_MOST_SESSIONS = 6


class Inspector:
    """Looks into one network. Its methods may be called from several threads at once.

    Args:
        device: as in `session.open_session`, and so are `threads`.
    """

    def __init__(
        self, network: InspectedNetwork, device: str = "auto", threads: int | None = None
    ) -> None:
        self.network = network
        # From one run: each costs little, and another session for each would cost a person's time.
        self._visible = frozenset(
            tensor
            for layer in network.layers
            for tensor in (layer.tensor, layer.unsaturated)
            if layer.kind != "pixels"
        )
        self._device = device
        self._threads = threads
        self._sessions: dict[_Key, Session] = {}
        self._opening = threading.RLock()

    def values(self, inputs: Numbers, tensor: str) -> Numbers:
        """What a tensor shows (n, c, h, w) or (n, c), for prepared pictures (n, 3, h, w).

        Raises:
            NetworkUnusable: there is no such tensor, or the network fails.
        """
        return self.several_values(inputs, [tensor])[0]

    def several_values(self, inputs: Numbers, tensors: Sequence[str]) -> list[Numbers]:
        """As `values`, for several tensors from one run."""
        if not tensors:
            return []  # the runtime would answer with all it has
        asked = self._visible if self._visible.issuperset(tensors) else frozenset(tensors)
        return list(self._session(("forward", *sorted(asked))).run(inputs, tensors))

    def gradient(
        self,
        inputs: Numbers,
        tensor: str,
        cotangent: Numbers,
        mode: BackwardMode = BackwardMode.GRADIENT,
    ) -> Numbers:
        """The vector-Jacobian product of a tensor with `cotangent`, shaped as the inputs.

        Args:
            cotangent: shaped as the tensor: what is asked of it, such as 1 at one cell of a unit.

        Raises:
            NetworkUnusable: no way leads back from there, or the network fails.
        """
        return self.value_and_gradient(inputs, tensor, cotangent, mode)[1]

    def value_and_gradient(
        self,
        inputs: Numbers,
        tensor: str,
        cotangent: Numbers,
        mode: BackwardMode = BackwardMode.GRADIENT,
    ) -> tuple[Numbers, Numbers]:
        """As `gradient`, with the value of the tensor from the same run in front."""
        session = self._session(("backward", tensor, mode))
        fed = {self.network.input.name: inputs, COTANGENT: cotangent}
        value, gradient = session.run_fed(fed, [tensor, GRADIENT])
        return value, gradient

    def get_ready(self) -> None:
        """Load what the first view would wait for.

        Raises:
            NetworkUnusable: the network cannot be used.
        """
        side_px = self.network.input.size_px
        first = next(layer for layer in self.network.layers if layer.kind != "pixels")
        self.values(np.zeros((1, 3, side_px, side_px), np.float32), first.tensor)

    def _session(self, key: _Key) -> "Session":
        with self._opening:
            session = self._sessions.pop(key, None) or self._opened(key)
            self._sessions[key] = session
            for oldest in list(self._sessions)[:-_MOST_SESSIONS]:
                del self._sessions[oldest]
            return session

    def _opened(self, key: _Key) -> "Session":
        # The runtime takes its time to import, so it waits until something is to be seen.
        from lookalike.networks.session import open_session

        model = self.network.model
        if key[0] == "backward":
            part = backward_model(model, key[1], BackwardMode(key[2]))
        else:
            made = part_of(model, network_inputs(model), key[1:])
            if made is None:
                raise NetworkUnusable(
                    f"{self.network.title} has no such tensor: {', '.join(key[1:])}.",
                    "Choose another layer.",
                )
            part = made
        return open_session(part.SerializeToString(), self._device, self._threads)
