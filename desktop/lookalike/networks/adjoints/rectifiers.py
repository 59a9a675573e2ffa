"""The way back through operators that cut values off.

Gradient, deconvnet and guided backpropagation differ here and nowhere else. A rectifier is what
turns negative values into zero: Relu, and Clip from zero (ReLU6, and what is left of rectifiers in
8-bit networks). LeakyRelu, PRelu, HardSwish and Gelu let negative values pass, so they have no
such rule and hand back their gradient in every mode.
"""

from collections.abc import Sequence

from onnx import TensorProto

from lookalike.networks.adjoints.tape import Step, Tape


def relu(tape: Tape, step: Step) -> Sequence[str | None]:
    return [_rectified(tape, step, highest="")]


def clip(tape: Tape, step: Step) -> Sequence[str | None]:
    """As with the ReLU6 of torch, nothing passes where a value lies on an end of its range."""
    lowest, highest = (_bound(step, at) for at in (1, 2))
    bound = tape.constant(lowest)
    if bound is not None and bound == 0:
        return tape.only(step, _rectified(tape, step, highest))
    inside = _inside(tape, step.output, lowest, highest)
    return tape.only(step, _masked(tape, step.cotangent, inside))


def leaky_relu(tape: Tape, step: Step) -> Sequence[str | None]:
    slope = tape.number(step.attributes.get("alpha", 0.01))
    return [_sloped(tape, step, slope)]


def p_relu(tape: Tape, step: Step) -> Sequence[str | None]:
    tape.known(step, 1, "slopes")
    return tape.only(step, _sloped(tape, step, step.inputs[1]))


def _rectified(tape: Tape, step: Step, highest: str) -> str:
    cotangent = step.cotangent
    if tape.masks_by_input:
        inside = _inside(tape, step.output, tape.number(0), highest)
        cotangent = _masked(tape, cotangent, inside)
    return tape.put("Relu", cotangent) if tape.masks_by_cotangent else cotangent


def _inside(tape: Tape, clipped: str, lowest: str, highest: str) -> str | None:
    """Where a clipped value lies inside of its range; None where it has no ends.

    The clipped value tells it as well as the value before, which need not be kept then.
    """
    within = []
    if lowest:
        within.append(tape.put("Greater", clipped, lowest))
    if highest:
        within.append(tape.put("Less", clipped, highest))
    if not within:
        return None
    return tape.put("And", *within) if len(within) == 2 else within[0]


def _masked(tape: Tape, cotangent: str, inside: str | None) -> str:
    if inside is None:
        return cotangent
    return tape.put("Mul", cotangent, tape.put("Cast", inside, to=TensorProto.FLOAT))


def _bound(step: Step, at: int) -> str:
    return step.inputs[at] if len(step.inputs) > at else ""


def _sloped(tape: Tape, step: Step, slope: str) -> str:
    """1 where the input is positive, else the slope: slope + (1 - slope) * positive."""
    positive = tape.put("Greater", step.inputs[0], tape.number(0))
    positive = tape.put("Cast", positive, to=TensorProto.FLOAT)
    rest = tape.put("Sub", tape.number(1), slope)
    factor = tape.put("Add", tape.put("Mul", positive, rest), slope)
    return tape.put("Mul", step.cotangent, factor)
