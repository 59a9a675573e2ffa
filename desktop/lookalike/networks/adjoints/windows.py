"""Where the windows of a convolution or a pooling lie on their input, along each axis."""

from collections.abc import Sequence
from dataclasses import dataclass

from lookalike.networks.adjoints.tape import Step, Tape


@dataclass(frozen=True, slots=True)
class Windows:
    """Everything is one number for each axis behind batch and channels.

    Args:
        span: the extent of a window, holes included.
        before: padding in front of the input.
        behind: padding behind it.
        after: what the windows cover behind the input; negative where they end before it does.
    """

    kernel: tuple[int, ...]
    strides: tuple[int, ...]
    dilations: tuple[int, ...]
    span: tuple[int, ...]
    before: tuple[int, ...]
    behind: tuple[int, ...]
    after: tuple[int, ...]
    sizes: tuple[int, ...]
    counts: tuple[int, ...]

    @property
    def transposed(self) -> dict[str, list[int]]:
        """The attributes of the ConvTranspose that brings windows back to the input's size."""
        return {
            "strides": list(self.strides),
            "dilations": list(self.dilations),
            "pads": [*self.before, *(max(0, after) for after in self.after)],
            "output_padding": [max(0, -after) for after in self.after],
        }


def windows(tape: Tape, step: Step, kernel: Sequence[int]) -> Windows:
    axes = range(2, 2 + len(kernel))
    sizes = tuple(tape.size(step.inputs[0], axis) for axis in axes)
    counts = tuple(tape.size(step.output, axis) for axis in axes)
    strides = tuple(step.attributes.get("strides", [1] * len(kernel)))
    dilations = tuple(step.attributes.get("dilations", [1] * len(kernel)))
    span = tuple((size - 1) * hole + 1 for size, hole in zip(kernel, dilations, strict=True))
    covered = [
        (count - 1) * stride + extent
        for count, stride, extent in zip(counts, strides, span, strict=True)
    ]
    before, behind = _pads(step, covered, sizes)
    after = tuple(
        extent - size - first for extent, size, first in zip(covered, sizes, before, strict=True)
    )
    return Windows(tuple(kernel), strides, dilations, span, before, behind, after, sizes, counts)


def _pads(
    step: Step, covered: Sequence[int], sizes: Sequence[int]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """In front of the input and behind it."""
    rank, rule = len(sizes), step.attributes.get("auto_pad", b"NOTSET")
    if rule in (b"NOTSET", b"VALID"):
        pads = tuple(step.attributes.get("pads", ())) if rule == b"NOTSET" else ()
        pads = pads or (0,) * 2 * rank
        return pads[:rank], pads[rank:]
    total = [max(0, extent - size) for extent, size in zip(covered, sizes, strict=True)]
    halves = tuple(one // 2 for one in total), tuple(one - one // 2 for one in total)
    return halves if rule == b"SAME_UPPER" else halves[::-1]
