"""What a person asks of the way back to the pixels, and what a photo and its network allow."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum


class PixelsMethod(StrEnum):
    """How one gets from an answer to the pixels."""

    GRADIENT = "gradient"
    DECONVNET = "deconvnet"
    GUIDED = "guided"
    OCCLUSION = "occlusion"
    CLASS_MAP = "class_map"


class PixelsDisplay(StrEnum):
    """How three signed numbers per pixel become a colour."""

    RAW = "raw"
    GREY = "grey"
    NORM = "norm"
    BLURRED_NORM = "blurred_norm"


class PixelsTarget(StrEnum):
    """The answer that is asked about."""

    PEAK = "peak"
    CELL = "cell"
    CLASS = "class"
    SIMILARITY = "similarity"


BACKWARD = (PixelsMethod.GRADIENT, PixelsMethod.DECONVNET, PixelsMethod.GUIDED)


@dataclass(frozen=True, slots=True)
class PixelsChoice:
    """What a person asks for."""

    method: PixelsMethod = PixelsMethod.GRADIENT
    display: PixelsDisplay = PixelsDisplay.RAW
    target: PixelsTarget = PixelsTarget.PEAK


@dataclass(frozen=True, slots=True)
class PixelsSubject:
    """What can be asked about.

    Args:
        cell: row and column that were chosen in the picture; None where none was.
        unit: None where the layer is the pixels themselves.
        class_name: of the chosen class; empty where the network knows none.
        other_name: of the photo that this one is compared with; empty where there is none.
        unusable: methods that this network does not allow, each with a sentence why.
    """

    unit: int | None
    layer: str
    cell: tuple[int, int] | None = None
    class_name: str = ""
    other_name: str = ""
    unusable: Mapping[PixelsMethod, str] = field(default_factory=dict)


def targets_of(method: PixelsMethod, subject: PixelsSubject) -> Sequence[PixelsTarget]:
    """What this method can be asked about, in the order in which it is offered."""
    there = {
        PixelsTarget.PEAK: method is not PixelsMethod.CLASS_MAP and subject.unit is not None,
        PixelsTarget.CELL: method in BACKWARD and None not in (subject.unit, subject.cell),
        PixelsTarget.CLASS: bool(subject.class_name),
        PixelsTarget.SIMILARITY: bool(subject.other_name),
    }
    return [target for target, is_there in there.items() if is_there]


def usable(subject: PixelsSubject) -> Sequence[PixelsMethod]:
    """The methods that have something to be asked about."""
    return [
        method
        for method in PixelsMethod
        if method not in subject.unusable and targets_of(method, subject)
    ]


def settled(choice: PixelsChoice, subject: PixelsSubject) -> PixelsChoice:
    """The nearest choice that this subject allows; occlusion needs nothing but the network."""
    methods = usable(subject)
    method = choice.method if choice.method in methods or not methods else methods[0]
    targets = targets_of(method, subject)
    target = choice.target if choice.target in targets or not targets else targets[0]
    return replace(choice, method=method, target=target)
