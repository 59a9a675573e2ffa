"""The way back through sums and means over axes."""

import math
from collections.abc import Sequence

from lookalike.networks.adjoints.tape import Step, Tape


def reduce_sum(tape: Tape, step: Step) -> Sequence[str | None]:
    return tape.only(step, _spread(tape, step, step.cotangent, _axes(tape, step)))


def reduce_mean(tape: Tape, step: Step) -> Sequence[str | None]:
    axes = _axes(tape, step)
    count = math.prod(tape.size(step.inputs[0], axis) for axis in axes)
    share = tape.put("Mul", step.cotangent, tape.number(1 / count))
    return tape.only(step, _spread(tape, step, share, axes))


def _axes(tape: Tape, step: Step) -> list[int]:
    rank = len(tape.shape(step.inputs[0]))
    if len(step.inputs) > 1 and step.inputs[1]:
        axes = [int(axis) % rank for axis in tape.known(step, 1, "axes").ravel()]
    else:
        axes = [axis % rank for axis in step.attributes.get("axes", ())]
    if axes or step.attributes.get("noop_with_empty_axes", 0):
        return axes
    return list(range(rank))


def _spread(tape: Tape, step: Step, cotangent: str, axes: Sequence[int]) -> str:
    """Repeated along the axes that were reduced."""
    if axes and not step.attributes.get("keepdims", 1):
        cotangent = tape.put("Unsqueeze", cotangent, tape.sizes(*axes))
    shape = tape.shape(step.inputs[0])
    if None in (shape[axis] for axis in axes):
        return tape.put("Expand", cotangent, tape.put("Shape", step.inputs[0]))
    # Where the batch is, 1 leaves it as it is.
    return tape.put("Expand", cotangent, tape.sizes(*(size or 1 for size in shape)))
