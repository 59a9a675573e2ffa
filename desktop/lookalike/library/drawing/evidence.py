"""Evidence laid over the picture that it was found in."""

from typing import Any

import numpy as np
from numpy.typing import NDArray

from lookalike.library.drawing.cell_axis import Field, cell_axes
from lookalike.library.drawing.heat import HeatMode, heat_of, laid_over
from lookalike.library.drawing.map_colours import strongest


def drawn_evidence(
    picture: NDArray[np.uint8],
    evidence: NDArray[Any],
    field: Field | None = None,
    side_px: int = 1,
    mode: HeatMode = HeatMode.SOFT,
) -> NDArray[np.uint8]:
    """What each cell (rows, columns) says for something, in warm colours, and against it, in cold.

    Args:
        field: what a cell sees; without it the cells divide the picture evenly.
        side_px: of the network's input, whose pixels the field counts in.
    """
    axes = cell_axes(evidence.shape, (side_px, side_px), field)
    return laid_over(picture, heat_of(evidence, strongest(evidence), axes), mode)
