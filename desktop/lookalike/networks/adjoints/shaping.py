"""The way back through operators that move values and change none."""

from collections.abc import Sequence

import numpy as np

from lookalike.networks.adjoints.tape import Array, Step, Tape, unusable


def reshape(tape: Tape, step: Step) -> Sequence[str | None]:
    return tape.only(step, tape.shaped_as(step.cotangent, step.inputs[0]))


def identity(tape: Tape, step: Step) -> Sequence[str | None]:
    return [step.cotangent]


def dropout(tape: Tape, step: Step) -> Sequence[str | None]:
    if len(step.inputs) > 2 and step.inputs[2] and tape.known(step, 2, "switches"):
        raise unusable("its Dropout is set to training")
    return tape.only(step, step.cotangent)


def transpose(tape: Tape, step: Step) -> Sequence[str | None]:
    axes = range(len(tape.shape(step.inputs[0])))
    order = step.attributes.get("perm", list(reversed(axes)))
    return [tape.put("Transpose", step.cotangent, perm=[order.index(axis) for axis in axes])]


def concat(tape: Tape, step: Step) -> Sequence[str | None]:
    axis = step.attributes["axis"]
    sizes = [tape.size(name, axis) for name in step.inputs]
    if len(sizes) == 1:
        return [step.cotangent]
    parts = tape.put_many("Split", [step.cotangent, tape.sizes(*sizes)], len(sizes), axis=axis)
    return list(parts)


def split(tape: Tape, step: Step) -> Sequence[str | None]:
    parts = [
        cotangent or tape.zeros_like(name)
        for cotangent, name in zip(step.cotangents, step.node.output, strict=True)
    ]
    return tape.only(step, tape.put("Concat", *parts, axis=step.attributes.get("axis", 0)))


def slice_(tape: Tape, step: Step) -> Sequence[str | None]:
    starts, ends = (tape.known(step, at, "ends") for at in (1, 2))
    given = len(step.inputs)
    axes = tape.known(step, 3, "axes") if given > 3 and step.inputs[3] else np.arange(len(starts))
    steps = tape.known(step, 4, "steps") if given > 4 and step.inputs[4] else np.ones_like(starts)
    back = step.cotangent
    rank = len(tape.shape(step.inputs[0]))
    for axis, *limits in zip(axes % rank, starts, ends, steps, strict=True):
        cut = slice(*(int(limit) for limit in limits))
        back = _cut_back(tape, step, back, int(axis), cut)
    return tape.only(step, back)


def gather(tape: Tape, step: Step) -> Sequence[str | None]:
    places = tape.known(step, 1, "places")
    axis = step.attributes.get("axis", 0) % len(tape.shape(step.inputs[0]))
    if places.ndim > 1:
        raise unusable("its Gather picks a table")
    back = step.cotangent
    if places.ndim == 0:
        back = tape.put("Unsqueeze", back, tape.sizes(axis))
    size = tape.size(step.inputs[0], axis)
    picked = places.ravel() % size
    if len(np.unique(picked)) < len(picked):
        raise unusable("its Gather picks a place twice")
    return tape.only(step, _put_back(tape, back, axis, picked, size))


def pad(tape: Tape, step: Step) -> Sequence[str | None]:
    if step.attributes.get("mode", b"constant") != b"constant":
        raise unusable("its Pad repeats the picture")
    rank = len(tape.shape(step.inputs[0]))
    widths = tape.known(step, 1, "widths")
    axes = np.arange(rank)
    if len(step.inputs) > 3 and step.inputs[3]:
        axes = tape.known(step, 3, "axes") % rank
    taken = np.zeros((2, rank), np.int64)
    taken[:, axes] = -widths.reshape(2, -1)
    return tape.only(step, tape.put("Pad", step.cotangent, tape.sizes(*taken.ravel())))


def _cut_back(tape: Tape, step: Step, cotangent: str, axis: int, cut: slice) -> str:
    shape = tape.shape(step.inputs[0])
    if shape[axis] is None:
        if cut.step == 1 and cut.start == 0 and cut.stop >= np.iinfo(np.int32).max:
            return cotangent
        raise unusable("its Slice cuts the batch")
    size = tape.size(step.inputs[0], axis)
    places = np.arange(size)[cut]
    if len(places) == size and cut.step == 1:
        return cotangent
    return _put_back(tape, cotangent, axis, places, size)


def _put_back(tape: Tape, cotangent: str, axis: int, places: Array, size: int) -> str:
    """Values go to their places along an axis, zeros to all others.

    A zero is set behind the values, and each place picks its value or that zero.
    """
    sources = np.full(size, len(places), np.int64)
    sources[places] = np.arange(len(places))
    widened = cotangent
    if len(places) < size:
        widened = tape.put("Pad", cotangent, tape.sizes(0, 1), "", tape.sizes(axis))
    return tape.put("Gather", widened, tape.array(sources), axis=axis)
