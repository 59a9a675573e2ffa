"""Shows a gradient as a picture: the way back from a layer has signs, and no natural scale."""

from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from lookalike.networks.views.gaussian import blurred

Numbers = NDArray[np.float32]
Bytes = NDArray[np.uint8]

_GREY, _WHITE = 128, 255


class GradientView(StrEnum):
    """What is shown of a gradient (3, h, w), as in the Deep Visualization Toolbox (Yosinski 2015).

    RAW: the three planes with their signs, grey where nothing counts.
    GREY: their mean with its sign, grey where nothing counts.
    NORM: how much a pixel counts, whatever its sign; black where nothing does.
    BLURRED_NORM: the same, blurred: areas instead of edges.
    """

    RAW = "raw"
    GREY = "grey"
    NORM = "norm"
    BLURRED_NORM = "blurred norm"


def show_gradient(
    gradient: Numbers, view: GradientView, *, percentile: float = 99.5, blur_px: float = 4.0
) -> Bytes:
    """The gradient (3, h, w), in RGB, as bytes: (h, w, 3) for `RAW`, else (h, w).

    Args:
        percentile: of the magnitudes, what is shown at full contrast; few pixels would otherwise
            leave the rest of the picture dark.
        blur_px: the blur's standard deviation.
    """
    if view is GradientView.RAW:
        return _signed(gradient.transpose(1, 2, 0), percentile)
    if view is GradientView.GREY:
        return _signed(gradient.mean(axis=0), percentile)
    norm = np.linalg.norm(gradient, axis=0)
    if view is GradientView.BLURRED_NORM:
        norm = blurred(norm, blur_px)
    return (_scaled(norm, percentile) * _WHITE).round().astype(np.uint8)


def _signed(values: Numbers, percentile: float) -> Bytes:
    reach = _WHITE - _GREY
    return (_GREY + _scaled(values, percentile) * reach).round().astype(np.uint8)


def _scaled(values: Numbers, percentile: float) -> Numbers:
    """-1 to 1, where 1 is the percentile of the magnitudes; all zeros stay zeros."""
    magnitudes = abs(values)
    # Where nearly all is zero, so is the percentile.
    full = float(np.percentile(magnitudes, percentile)) or float(magnitudes.max())
    return (values / full).clip(-1, 1) if full else values
