"""A network's facts, as its folder states them in network.json.

Adding a network adds a folder, not code: whatever the program must know of it stands there. The
folder may come from anyone, so every fact is checked before it is believed.
"""

import hashlib
import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from lookalike.errors import NetworkUnusable

MANIFEST_NAME = "network.json"
LAYOUTS = ("NCHW",)
CHANNEL_ORDERS = ("RGB", "BGR")
RESIZE_RULES = ("squash", "cover", "contain")
RESIZE_FILTERS = ("bilinear", "bicubic", "lanczos")
POOLINGS = ("average",)

_MAX_MANIFEST_BYTES = 4 << 20
_MAX_CLASSES_BYTES = 1 << 20
_MAX_NETWORK_BYTES = 2 << 30  # what one ONNX file can hold
_LARGEST_NUMBER = 1e9
_PLAIN_NAME = r"[A-Za-z0-9][A-Za-z0-9._-]{0,99}"
_HINT = "Install Lookalike again, or take this network's folder away."

Numbers3 = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class ResizeSpec:
    """How a picture of any shape becomes a square.

    Args:
        rule: `squash` shows all of it, distorted; `contain` all of it, with borders; `cover` its
            middle.
        filter: the name of Pillow's resampling filter.
    """

    rule: str
    filter: str


@dataclass(frozen=True, slots=True)
class InputSpec:
    """What the network wants to be fed: `(value - mean) * scale` of values 0 to 255."""

    name: str
    size_px: int
    layout: str
    channels: str
    mean: Numbers3
    scale: Numbers3
    resize: ResizeSpec


@dataclass(frozen=True, slots=True)
class EmbeddingSpec:
    """Which output is the embedding.

    Args:
        layer: the layer it is pooled from.
        summed: the tensor whose cells add up to it, where it is no plain average of the layer's
            but some count more.
        centre: what each unit is expected to show when nothing is known of the photo; empty
            where the manifest does not tell.
    """

    output: str
    layer: str
    pooling: str
    size: int
    centre: tuple[float, ...]
    summed: str | None = None


@dataclass(frozen=True, slots=True)
class ClassesSpec:
    """The output with one logit per class, and the names of the classes in its order.

    Args:
        groups: the name of the file with words for several classes; see `class_groups`.
        input: the tensor that they are told from, where that is not the embedding but another
            average of the same layer.
    """

    output: str
    names: tuple[str, ...]
    groups: str | None = None
    input: str | None = None


@dataclass(frozen=True, slots=True)
class Layer:
    """A feature map worth showing; `tensor` is its name in the graph, `block` None outside one."""

    name: str
    tensor: str
    block: int | None
    kind: str
    channels: int
    height: int
    width: int


@dataclass(frozen=True, slots=True)
class Manifest:
    """Everything the program knows of a network, its weights aside.

    Args:
        sibling_of: the name of the network that it stands in for: the same layers and classes in
            other numbers. Vectors of the two do not mix all the same.
    """

    folder: Path
    name: str
    title: str
    file: Path
    sha256: str
    size_bytes: int
    licence: str
    source: str
    input: InputSpec
    embedding: EmbeddingSpec
    classes: ClassesSpec | None
    layers: tuple[Layer, ...]
    sibling_of: str | None = None


def read_manifest(folder: Path) -> Manifest:
    """The facts in `folder`, checked; the network file itself is not touched (see `verify`).

    Raises:
        NetworkUnusable: there is no manifest, or it states something that cannot be.
    """
    try:
        text = _read_text(folder / MANIFEST_NAME, _MAX_MANIFEST_BYTES)
        return _manifest(folder, _Facts(json.loads(text)))
    except (_Wrong, ValueError, RecursionError) as error:
        reason = str(error) if isinstance(error, _Wrong) else f"{MANIFEST_NAME} is not JSON"
        raise NetworkUnusable(
            f"The network in {folder} cannot be used: {reason}.", _HINT
        ) from error


def verify(manifest: Manifest) -> None:
    """Make sure that the network file is, byte for byte, the one the manifest speaks of.

    Raises:
        NetworkUnusable: it is missing, unreadable, cut short or altered.
    """
    try:
        # The size first: a pipe in the file's place has none, and would never end.
        has_size = manifest.file.stat().st_size == manifest.size_bytes
        same = has_size and _sha256(manifest.file) == manifest.sha256
    except OSError as error:
        reason = "is missing" if isinstance(error, FileNotFoundError) else "cannot be read"
        raise NetworkUnusable(
            f"The file of the network {manifest.title}, {manifest.file}, {reason}.", _HINT
        ) from error
    if not same:
        raise NetworkUnusable(
            f"The file of the network {manifest.title}, {manifest.file}, "
            "is not the one that belongs to it: it was cut short or altered.",
            _HINT,
        )


def _sha256(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


class _Wrong(Exception):
    """A fact that cannot be; the text completes "cannot be used: …"."""


def _read_text(file: Path, max_bytes: int) -> str:
    try:
        # A pipe or a device in the file's place would never end.
        if file.exists() and not file.is_file():
            raise _Wrong(f"{file.name} is not a file")
        with file.open("rb") as opened:
            content = opened.read(max_bytes + 1)
    except OSError as error:
        missing = isinstance(error, FileNotFoundError | NotADirectoryError)
        raise _Wrong(f"{file.name} {'is missing' if missing else 'cannot be read'}") from error
    if len(content) > max_bytes:
        raise _Wrong(f"{file.name} is larger than {max_bytes >> 20} MB")
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _Wrong(f"{file.name} is not UTF-8 text") from error


def _manifest(folder: Path, facts: "_Facts") -> Manifest:
    return Manifest(
        folder=folder,
        name=facts.text("name", _PLAIN_NAME),
        title=facts.text("title"),
        file=folder / facts.text("file", _PLAIN_NAME),
        sha256=facts.text("sha256", r"[0-9a-f]{64}"),
        size_bytes=facts.count("bytes", _MAX_NETWORK_BYTES),
        licence=facts.text("licence"),
        source=facts.text("source"),
        input=_input(facts.part("input")),
        embedding=_embedding(facts.part("embedding")),
        classes=_classes(folder, facts.part("classes")) if facts.tells("classes") else None,
        layers=_layers(facts),
        sibling_of=_sibling_of(facts),
    )


def _sibling_of(facts: "_Facts") -> str | None:
    if not facts.tells("sibling_of"):
        return None
    sibling = facts.text("sibling_of", _PLAIN_NAME)
    if sibling == facts.text("name", _PLAIN_NAME):
        raise _Wrong("it is a sibling of itself")
    return sibling


def _input(facts: "_Facts") -> InputSpec:
    resize = facts.part("resize")
    return InputSpec(
        name=facts.text("name"),
        size_px=facts.count("size", 4096),
        layout=facts.choice("layout", LAYOUTS),
        channels=facts.choice("channels", CHANNEL_ORDERS),
        mean=facts.three("mean"),
        scale=facts.three("scale"),
        resize=ResizeSpec(
            rule=resize.choice("rule", RESIZE_RULES), filter=resize.choice("filter", RESIZE_FILTERS)
        ),
    )


def _embedding(facts: "_Facts") -> EmbeddingSpec:
    size = facts.count("size", 1 << 16)
    centre = facts.numbers("centre") if facts.tells("centre") else ()
    if centre and len(centre) != size:
        raise _Wrong(f"embedding.centre has {len(centre)} numbers, not {size}")
    return EmbeddingSpec(
        output=facts.text("output"),
        layer=facts.text("layer"),
        pooling=facts.choice("pooling", POOLINGS),
        size=size,
        centre=centre,
        summed=facts.text("summed") if facts.tells("summed") else None,
    )


def _classes(folder: Path, facts: "_Facts") -> ClassesSpec:
    file = folder / facts.text("file", _PLAIN_NAME)
    names = tuple(_read_text(file, _MAX_CLASSES_BYTES).splitlines())
    count = facts.count("count", 1 << 20)
    if len(names) != count:
        raise _Wrong(f"{file.name} names {len(names)} classes, not {count}")
    groups = facts.text("groups", _PLAIN_NAME) if facts.tells("groups") else None
    told_from = facts.text("input") if facts.tells("input") else None
    return ClassesSpec(facts.text("output"), names, groups, told_from)


def _layers(facts: "_Facts") -> tuple[Layer, ...]:
    layers = tuple(_layer(layer) for layer in facts.parts("layers"))
    if len({layer.name for layer in layers}) != len(layers):
        raise _Wrong("two layers have one name")
    return layers


def _layer(facts: "_Facts") -> Layer:
    return Layer(
        name=facts.text("name"),
        tensor=facts.text("tensor"),
        block=facts.whole("block", 0, 1 << 16) if facts.tells("block") else None,
        kind=facts.text("kind"),
        channels=facts.count("channels", 1 << 16),
        height=facts.count("height", 1 << 16),
        width=facts.count("width", 1 << 16),
    )


class _Facts:
    """A JSON object that hands out its values only in the type that is asked for.

    Args:
        where: the object's place in the file, for the sentence about what is wrong.
    """

    def __init__(self, told: object, where: str = "") -> None:
        if not isinstance(told, dict):
            raise _Wrong(f"{where or MANIFEST_NAME} is not an object")
        self._told: dict[str, Any] = told
        self._where = where

    def tells(self, name: str) -> bool:
        return self._told.get(name) is not None

    def text(self, name: str, pattern: str = r"[^\x00-\x1f\x7f]{1,500}") -> str:
        told = self._told.get(name)
        if not isinstance(told, str) or not re.fullmatch(pattern, told):
            raise self._wrong(name, "text of the expected form")
        return told

    def choice(self, name: str, choices: tuple[str, ...]) -> str:
        told = self._told.get(name)
        if not isinstance(told, str) or told not in choices:
            raise self._wrong(name, f"one of {', '.join(choices)}")
        return told

    def count(self, name: str, most: int) -> int:
        return self.whole(name, 1, most)

    def whole(self, name: str, least: int, most: int) -> int:
        told = self._told.get(name)
        if type(told) is not int or not least <= told <= most:
            raise self._wrong(name, f"a whole number from {least} to {most}")
        return told

    def numbers(self, name: str) -> tuple[float, ...]:
        told = self._told.get(name)
        if not isinstance(told, list) or not all(_is_number(number) for number in told):
            raise self._wrong(name, "a list of numbers")
        return tuple(float(number) for number in told)

    def three(self, name: str) -> Numbers3:
        numbers = self.numbers(name)
        if len(numbers) != 3:
            raise self._wrong(name, "a list of three numbers")
        return (numbers[0], numbers[1], numbers[2])

    def part(self, name: str) -> "_Facts":
        return _Facts(self._told.get(name), self._place(name))

    def parts(self, name: str) -> list["_Facts"]:
        told = self._told.get(name)
        if not isinstance(told, list) or len(told) > 10_000:
            raise self._wrong(name, "a list")
        return [_Facts(part, f"{self._place(name)}[{i}]") for i, part in enumerate(told)]

    def _wrong(self, name: str, wanted: str) -> _Wrong:
        return _Wrong(f"{self._place(name)} in {MANIFEST_NAME} is not {wanted}")

    def _place(self, name: str) -> str:
        return f"{self._where}.{name}" if self._where else name


def _is_number(told: object) -> bool:
    # To Python a bool is an int, and JSON may hold NaN and Infinity: those fail the comparison.
    is_number = isinstance(told, int | float) and not isinstance(told, bool)
    return is_number and abs(cast("float", told)) < _LARGEST_NUMBER
