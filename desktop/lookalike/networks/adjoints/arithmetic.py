"""The way back through sums and products, one side of which may have been repeated to fit."""

from collections.abc import Sequence

from lookalike.networks.adjoints.tape import Step, Tape


def add(tape: Tape, step: Step) -> Sequence[str | None]:
    return [_gathered(tape, step, step.cotangent, at) for at in range(len(step.inputs))]


def sub(tape: Tape, step: Step) -> Sequence[str | None]:
    taken = tape.put("Neg", step.cotangent) if tape.varies(step.inputs[1]) else ""
    return [_gathered(tape, step, step.cotangent, 0), _gathered(tape, step, taken, 1)]


def neg(tape: Tape, step: Step) -> Sequence[str | None]:
    return [tape.put("Neg", step.cotangent)]


def mul(tape: Tape, step: Step) -> Sequence[str | None]:
    back: list[str | None] = []
    for at, other in ((0, step.inputs[1]), (1, step.inputs[0])):
        wanted = tape.varies(step.inputs[at])
        product = tape.put("Mul", step.cotangent, other) if wanted else ""
        back.append(_gathered(tape, step, product, at))
    return back


def div(tape: Tape, step: Step) -> Sequence[str | None]:
    """The quotient y = a / b hands 1 / b back to a and -y / b to b."""
    share = tape.put("Div", step.cotangent, step.inputs[1])
    below = ""
    if tape.varies(step.inputs[1]):
        below = tape.put("Neg", tape.put("Mul", share, step.output))
    return [_gathered(tape, step, share, 0), _gathered(tape, step, below, 1)]


def summed_to(tape: Tape, cotangent: str, repeated: str, single: str) -> str:
    """Add up what came back to the repetitions of a tensor.

    Args:
        repeated: a tensor of the cotangent's shape.
        single: the tensor that was repeated to that shape.
    """
    wide, narrow = tape.shape(repeated), tape.shape(single)
    narrow = (1,) * (len(wide) - len(narrow)) + narrow
    axes = [
        axis
        for axis, (many, one) in enumerate(zip(wide, narrow, strict=True))
        if one == 1 and many != 1
    ]
    if axes:
        cotangent = tape.put("ReduceSum", cotangent, tape.sizes(*axes), keepdims=1)
    return tape.shaped_as(cotangent, single) if len(wide) > len(tape.shape(single)) else cotangent


def _gathered(tape: Tape, step: Step, cotangent: str, at: int) -> str | None:
    if not tape.varies(step.inputs[at]):
        return None
    return summed_to(tape, cotangent, step.output, step.inputs[at])
