"""The way back through smooth and piecewise functions of single values, and softmax."""

import math
from collections.abc import Sequence

import numpy as np
from onnx import TensorProto

from lookalike.networks.adjoints.tape import Step, Tape

_TANH_GELU = math.sqrt(2 / math.pi), 0.044715


def sigmoid(tape: Tape, step: Step) -> Sequence[str | None]:
    y = step.output
    return [_times(tape, step, tape.put("Mul", y, tape.put("Sub", tape.number(1), y)))]


def tanh(tape: Tape, step: Step) -> Sequence[str | None]:
    return [_times(tape, step, _tanh_slope(tape, step.output))]


def exp(tape: Tape, step: Step) -> Sequence[str | None]:
    return [_times(tape, step, step.output)]


def log(tape: Tape, step: Step) -> Sequence[str | None]:
    return [tape.put("Div", step.cotangent, step.inputs[0])]


def sqrt(tape: Tape, step: Step) -> Sequence[str | None]:
    return [tape.put("Div", tape.put("Mul", step.cotangent, tape.number(0.5)), step.output)]


def reciprocal(tape: Tape, step: Step) -> Sequence[str | None]:
    squared = tape.put("Mul", step.output, step.output)
    return [_times(tape, step, tape.put("Neg", squared))]


def erf(tape: Tape, step: Step) -> Sequence[str | None]:
    bell = _bell(tape, step.inputs[0], exponent=-1)
    return [_times(tape, step, tape.put("Mul", bell, tape.number(2 / math.sqrt(math.pi))))]


def power(tape: Tape, step: Step) -> Sequence[str | None]:
    exponent = tape.known(step, 1, "exponents").astype(np.float32)
    lower = tape.put("Pow", step.inputs[0], tape.array(exponent - 1))
    slope = tape.put("Mul", lower, tape.array(exponent))
    return tape.only(step, _times(tape, step, slope))


def softplus(tape: Tape, step: Step) -> Sequence[str | None]:
    return [_times(tape, step, tape.put("Sigmoid", step.inputs[0]))]


def elu(tape: Tape, step: Step) -> Sequence[str | None]:
    """1 where the input is positive, else alpha e^x, which is what it became, plus alpha."""
    alpha = tape.number(step.attributes.get("alpha", 1.0))
    falling = _times(tape, step, tape.put("Add", step.output, alpha))
    is_positive = _is_above(tape, step.inputs[0], 0)
    return [tape.put("Where", is_positive, step.cotangent, falling)]


def hard_sigmoid(tape: Tape, step: Step) -> Sequence[str | None]:
    inside = tape.put("And", _is_above(tape, step.output, 0), _is_below(tape, step.output, 1))
    alpha = tape.number(step.attributes.get("alpha", 0.2))
    return [_times(tape, step, tape.put("Mul", _as_number(tape, inside), alpha))]


def hard_swish(tape: Tape, step: Step) -> Sequence[str | None]:
    """x h(x) with h = HardSigmoid of slope 1/6 (Howard et al. 2019): h + x h'."""
    x = step.inputs[0]
    gate = tape.put("HardSigmoid", x, alpha=1 / 6, beta=0.5)
    inside = tape.put("And", _is_above(tape, gate, 0), _is_below(tape, gate, 1))
    moving = tape.put("Mul", _as_number(tape, inside), tape.number(1 / 6))
    return [_times(tape, step, tape.put("Add", gate, tape.put("Mul", x, moving)))]


def gelu(tape: Tape, step: Step) -> Sequence[str | None]:
    """Hendrycks & Gimpel 2016: x P(x), with P the normal distribution or its tanh likeness."""
    if step.attributes.get("approximate", b"none") == b"tanh":
        share, density = _tanh_gelu(tape, step.inputs[0])
    else:
        share, density = _erf_gelu(tape, step.inputs[0])
    moving = tape.put("Mul", step.inputs[0], density)
    return [_times(tape, step, tape.put("Add", share, moving))]


def softmax(tape: Tape, step: Step) -> Sequence[str | None]:
    weighted = tape.put("Mul", step.cotangent, step.output)
    inner = _sum_along(tape, step, weighted)
    return [tape.put("Sub", weighted, tape.put("Mul", step.output, inner))]


def log_softmax(tape: Tape, step: Step) -> Sequence[str | None]:
    inner = _sum_along(tape, step, step.cotangent)
    share = tape.put("Mul", tape.put("Exp", step.output), inner)
    return [tape.put("Sub", step.cotangent, share)]


def _erf_gelu(tape: Tape, x: str) -> tuple[str, str]:
    inner = tape.put("Erf", tape.put("Mul", x, tape.number(math.sqrt(0.5))))
    half = tape.number(0.5)
    share = tape.put("Add", tape.put("Mul", inner, half), half)
    bell = _bell(tape, x, exponent=-0.5)
    return share, tape.put("Mul", bell, tape.number(1 / math.sqrt(2 * math.pi)))


def _tanh_gelu(tape: Tape, x: str) -> tuple[str, str]:
    scale, cubic = _TANH_GELU
    squared = tape.put("Mul", x, x)
    rise = tape.put("Add", tape.put("Mul", squared, tape.number(scale * cubic)), tape.number(scale))
    inner = tape.put("Tanh", tape.put("Mul", x, rise))
    half = tape.number(0.5)
    share = tape.put("Add", tape.put("Mul", inner, half), half)
    steep = tape.put("Mul", squared, tape.number(1.5 * scale * cubic))
    slope = tape.put("Add", steep, tape.number(0.5 * scale))
    return share, tape.put("Mul", _tanh_slope(tape, inner), slope)


def _bell(tape: Tape, x: str, exponent: float) -> str:
    squared = tape.put("Mul", x, x)
    return tape.put("Exp", tape.put("Mul", squared, tape.number(exponent)))


def _tanh_slope(tape: Tape, y: str) -> str:
    return tape.put("Sub", tape.number(1), tape.put("Mul", y, y))


def _sum_along(tape: Tape, step: Step, values: str) -> str:
    axis = tape.sizes(step.attributes.get("axis", -1))
    return tape.put("ReduceSum", values, axis, keepdims=1)


def _times(tape: Tape, step: Step, slope: str) -> str:
    return tape.put("Mul", step.cotangent, slope)


def _is_above(tape: Tape, name: str, bound: float) -> str:
    return tape.put("Greater", name, tape.number(bound))


def _is_below(tape: Tape, name: str, bound: float) -> str:
    return tape.put("Less", name, tape.number(bound))


def _as_number(tape: Tape, truth: str) -> str:
    return tape.put("Cast", truth, to=TensorProto.FLOAT)
