"""The way back through pooling."""

import math
from collections.abc import Sequence

import numpy as np

from lookalike.networks.adjoints.tape import Array, Step, Tape, unusable
from lookalike.networks.adjoints.windows import Windows, windows


def max_pool(tape: Tape, step: Step) -> Sequence[str | None]:
    """What comes back to a window goes to its greatest place, the "switch" of Zeiler & Fergus.

    Windows that overlap may share it, so contributions are added up.
    """
    if step.attributes.get("storage_order", 0):
        raise unusable("its MaxPool counts places column by column")
    if len(step.node.output) == 1:
        step.node.output.append(f"{step.output}/switches")
    return [_scattered(tape, step, step.node.output[1])]


def global_max_pool(tape: Tape, step: Step) -> Sequence[str | None]:
    sizes = [tape.size(step.inputs[0], axis) for axis in range(2, len(tape.shape(step.inputs[0])))]
    _, switches = tape.put_many("MaxPool", step.inputs, 2, kernel_shape=sizes)
    return [_scattered(tape, step, switches)]


def average_pool(tape: Tape, step: Step) -> Sequence[str | None]:
    kernel = step.attributes["kernel_shape"]
    lies = windows(tape, step, kernel)
    shares = (1 / _window_counts(step, lies)).astype(np.float32)
    # Channel by channel is slow in a group each, so they are taken for pictures of a batch.
    single = tape.put("Mul", step.cotangent, tape.array(shares))
    single = tape.put("Reshape", single, tape.sizes(-1, 1, *lies.counts))
    ones = tape.array(np.ones((1, 1, *kernel), np.float32))
    return [
        tape.shaped_as(tape.put("ConvTranspose", single, ones, **lies.transposed), step.inputs[0])
    ]


def global_average_pool(tape: Tape, step: Step) -> Sequence[str | None]:
    axes = range(2, len(tape.shape(step.inputs[0])))
    sizes = [tape.size(step.inputs[0], axis) for axis in axes]
    share = tape.put("Mul", step.cotangent, tape.number(1 / math.prod(sizes)))
    return [tape.put("Expand", share, tape.sizes(1, 1, *sizes))]


def _scattered(tape: Tape, step: Step, switches: str) -> str:
    """`switches` are places in the whole batch, as if it were one row."""
    row = tape.sizes(-1)
    zeros = tape.zeros_like(tape.put("Reshape", step.inputs[0], row))
    places, values = (tape.put("Reshape", one, row) for one in (switches, step.cotangent))
    added = tape.put("ScatterElements", zeros, places, values, axis=0, reduction="add")
    return tape.shaped_as(added, step.inputs[0])


def _window_counts(step: Step, lies: Windows) -> Array:
    """How many values each window averages."""
    counts = np.ones((), np.float32)
    for axis in range(len(lies.kernel)):
        counts = np.multiply.outer(counts, _counts_along(step, lies, axis))
    return counts


def _counts_along(step: Step, lies: Windows, axis: int) -> Array:
    first, last = 0, lies.sizes[axis]
    if step.attributes.get("count_include_pad", 0):
        first, last = -lies.before[axis], last + lies.behind[axis]
    starts = np.arange(lies.counts[axis]) * lies.strides[axis] - lies.before[axis]
    places = starts[:, None] + np.arange(lies.kernel[axis]) * lies.dilations[axis]
    return np.asarray(((places >= first) & (places < last)).sum(axis=1))
