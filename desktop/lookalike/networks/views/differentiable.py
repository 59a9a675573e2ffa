"""What the views of a network ask of it: the values of a tensor, and its way back to the pixels."""

from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from lookalike.networks.backward import BackwardMode

Numbers = NDArray[np.float32]


class Differentiable(Protocol):
    """A network that takes prepared pictures (n, 3, h, w).

    Both methods raise NetworkUnusable where the network fails or has no such tensor, and
    `gradient` also where no way leads back from it.
    """

    def values(self, inputs: Numbers, tensor: str) -> Numbers:
        """(n, c, h', w'), or (n, c) where the tensor has no places."""
        ...

    def gradient(
        self,
        inputs: Numbers,
        tensor: str,
        cotangent: Numbers,
        mode: BackwardMode = BackwardMode.GRADIENT,
    ) -> Numbers:
        """The vector-Jacobian product with `cotangent` (shaped as the tensor), as the inputs."""
        ...
