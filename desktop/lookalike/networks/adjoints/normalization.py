"""The way back through normalisations."""

from collections.abc import Sequence

import numpy as np

from lookalike.networks.adjoints.tape import Array, Step, Tape, unusable


def batch_normalization(tape: Tape, step: Step) -> Sequence[str | None]:
    """At inference it scales each channel by a constant (Ioffe & Szegedy 2015, algorithm 2)."""
    if step.attributes.get("training_mode", 0):
        raise unusable("its BatchNormalization is set to training")
    gain, variance = tape.known(step, 1, "gains"), tape.known(step, 4, "variances")
    scale = gain / np.sqrt(variance + np.float32(step.attributes.get("epsilon", 1e-5)))
    rank = len(tape.shape(step.inputs[0]))
    factors = tape.array(scale.astype(np.float32).reshape(-1, *[1] * (rank - 2)))
    return tape.only(step, tape.put("Mul", step.cotangent, factors))


def layer_normalization(tape: Tape, step: Step) -> Sequence[str | None]:
    """Ba et al. 2016, equation 4. With z the normalised values and g what comes back to them:
    (g - mean(g) - z mean(g z)) / deviation.
    """
    tape.known(step, 1, "gains")
    axis, rank = step.attributes.get("axis", -1), len(tape.shape(step.inputs[0]))
    axes = tape.sizes(*range(axis % rank, rank))
    centred, deviation = _standardised(tape, step, axes)
    z = tape.put("Div", centred, deviation)
    g = tape.put("Mul", step.cotangent, step.inputs[1])
    along = tape.put("Mul", z, _mean(tape, tape.put("Mul", g, z), axes))
    rest = tape.put("Sub", tape.put("Sub", g, _mean(tape, g, axes)), along)
    return tape.only(step, tape.put("Div", rest, deviation))


def local_response_normalization(tape: Tape, step: Step) -> Sequence[str | None]:
    """Krizhevsky et al. 2012, section 3.3: y = x d^-beta, with d = bias + alpha/size sum(x^2).

    Of a window of channels, whose sum is a 1 x 1 convolution with ones near the diagonal.
    """
    x, size = step.inputs[0], step.attributes["size"]
    alpha = step.attributes.get("alpha", 1e-4) / size
    beta = step.attributes.get("beta", 0.75)
    near = _near_channels(tape.size(x, 1), size)
    summed = tape.put("Conv", tape.put("Mul", x, x), tape.array(near * np.float32(alpha)))
    d = tape.put("Add", summed, tape.number(step.attributes.get("bias", 1.0)))
    direct = tape.put("Mul", step.cotangent, tape.put("Pow", d, tape.number(-beta)))
    # What a value adds to the d of its neighbours.
    shared = tape.put("Div", tape.put("Mul", direct, x), d)
    # ONNX Runtime takes windows of an odd size only, so what one channel is to another, that is
    # the other to it.
    weights = tape.array(near * np.float32(2 * alpha * beta))
    through = tape.put("Mul", x, tape.put("Conv", shared, weights))
    return [tape.put("Sub", direct, through)]


def _standardised(tape: Tape, step: Step, axes: str) -> tuple[str, str]:
    """The centred values and their deviation."""
    centred = tape.put("Sub", step.inputs[0], _mean(tape, step.inputs[0], axes))
    variance = _mean(tape, tape.put("Mul", centred, centred), axes)
    raised = tape.put("Add", variance, tape.number(step.attributes.get("epsilon", 1e-5)))
    return centred, tape.put("Sqrt", raised)


def _mean(tape: Tape, values: str, axes: str) -> str:
    return tape.put("ReduceMean", values, axes, keepdims=1)


def _near_channels(channels: int, size: int) -> Array:
    """1 where the window of a channel (rows) reaches another (columns), as a 1 x 1 kernel."""
    distance = np.arange(channels)[None, :] - np.arange(channels)[:, None]
    return (abs(distance) <= size // 2).astype(np.float32)[:, :, None, None]
