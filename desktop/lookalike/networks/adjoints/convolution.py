"""The way back through convolutions (Dumoulin & Visin 2016, chapter 4)."""

from collections.abc import Sequence

import numpy as np

from lookalike.networks.adjoints.tape import Array, Step, Tape
from lookalike.networks.adjoints.windows import Windows, windows


def conv(tape: Tape, step: Step) -> Sequence[str | None]:
    weights = tape.known(step, 1, "weights")
    group = step.attributes.get("group", 1)
    lies = windows(tape, step, weights.shape[2:])
    if _is_dense(lies):
        back = _with_flipped_weights(tape, step, weights, group, lies)
    else:
        back = tape.put(
            "ConvTranspose", step.cotangent, step.inputs[1], group=group, **lies.transposed
        )
    return tape.only(step, back)


def _is_dense(lies: Windows) -> bool:
    """Every place has its window and no padding is wider than one."""
    reach = zip(lies.span, lies.before, lies.after, strict=True)
    return set(lies.strides) == {1} and all(max(pads) < span for span, *pads in reach)


def _with_flipped_weights(tape: Tape, step: Step, weights: Array, group: int, lies: Windows) -> str:
    """ONNX Runtime has a fast Conv for channels on their own, but no such ConvTranspose."""
    outputs, inputs, *kernel = weights.shape
    grouped = weights.reshape(group, outputs // group, inputs, *kernel).swapaxes(1, 2)
    turned = np.flip(grouped, axis=tuple(range(3, grouped.ndim)))
    ends = [
        [span - 1 - pad for span, pad in zip(lies.span, pads, strict=True)]
        for pads in (lies.before, lies.after)
    ]
    return tape.put(
        "Conv",
        step.cotangent,
        tape.array(turned.reshape(group * inputs, outputs // group, *kernel)),
        group=group,
        dilations=list(lies.dilations),
        pads=[*ends[0], *ends[1]],
    )
