"""The way back through matrix products."""

from collections.abc import Sequence

import numpy as np

from lookalike.networks.adjoints.arithmetic import summed_to
from lookalike.networks.adjoints.tape import Step, Tape, unusable


def gemm(tape: Tape, step: Step) -> Sequence[str | None]:
    """Y = alpha A' B' + beta C, where A' and B' may be turned."""
    a, b = step.inputs[:2]
    turned_a, turned_b = (step.attributes.get(name, 0) for name in ("transA", "transB"))
    back: list[str | None] = [None] * len(step.inputs)
    if tape.varies(a):
        pair = ((step.cotangent, 0), (b, 1 - turned_b))
        back[0] = _product(tape, step, pair, turned=turned_a)
    if tape.varies(b):
        pair = ((a, 1 - turned_a), (step.cotangent, 0))
        back[1] = _product(tape, step, pair, turned=turned_b)
    if len(step.inputs) > 2 and tape.varies(step.inputs[2]):
        beta = tape.number(step.attributes.get("beta", 1.0))
        back[2] = summed_to(
            tape, tape.put("Mul", step.cotangent, beta), step.output, step.inputs[2]
        )
    return back


def mat_mul(tape: Tape, step: Step) -> Sequence[str | None]:
    a, b = step.inputs
    if min(len(tape.shape(name)) for name in (a, b)) < 2:
        raise unusable("its MatMul takes a vector")
    back: list[str | None] = [None, None]
    if tape.varies(a):
        product = tape.put("MatMul", step.cotangent, _turned(tape, b))
        back[0] = _summed_over_stack(tape, product, step, a)
    if tape.varies(b):
        product = tape.put("MatMul", _turned(tape, a), step.cotangent)
        back[1] = _summed_over_stack(tape, product, step, b)
    return back


def _product(
    tape: Tape, step: Step, pair: tuple[tuple[str, int], tuple[str, int]], *, turned: int
) -> str:
    """The product of two matrices, or the turned product: (P Q)' = Q' P'."""
    if turned:
        (q, turned_q), (p, turned_p) = pair
        pair = ((p, 1 - turned_p), (q, 1 - turned_q))
    (first, turned_first), (second, turned_second) = pair
    return tape.put(
        "Gemm",
        first,
        second,
        transA=turned_first,
        transB=turned_second,
        alpha=step.attributes.get("alpha", 1.0),
    )


def _turned(tape: Tape, name: str) -> str:
    values = tape.constant(name)
    if values is not None:
        return tape.array(np.swapaxes(values, -1, -2))
    axes = list(range(len(tape.shape(name))))
    return tape.put("Transpose", name, perm=[*axes[:-2], axes[-1], axes[-2]])


def _summed_over_stack(tape: Tape, product: str, step: Step, single: str) -> str:
    """A matrix may have been used for a whole stack of others."""
    stack, own = tape.shape(step.output)[:-2], tape.shape(single)[:-2]
    own = (1,) * (len(stack) - len(own)) + own
    axes = [at for at, (many, one) in enumerate(zip(stack, own, strict=True)) if one == 1 != many]
    if axes:
        product = tape.put("ReduceSum", product, tape.sizes(*axes), keepdims=1)
    shorter = len(tape.shape(single)) < len(tape.shape(step.output))
    return tape.shaped_as(product, single) if shorter else product
