"""Words for several classes at once, as a network's folder states them: "dog" is any breed."""

import json
import re
from collections.abc import Mapping

from lookalike.errors import NetworkUnusable
from lookalike.networks.manifest import Manifest

_MAX_BYTES = 1 << 20
_RANGES = re.compile(r"\d{1,6}(-\d{1,6})?( \d{1,6}(-\d{1,6})?)*")


def read_groups(manifest: Manifest) -> Mapping[str, frozenset[int]]:
    """The classes that each word stands for; none where the network tells no groups.

    Raises:
        NetworkUnusable: the file is missing, or states something that cannot be.
    """
    classes = manifest.classes
    if classes is None or classes.groups is None:
        return {}
    try:
        with (manifest.folder / classes.groups).open("rb") as opened:
            content = opened.read(_MAX_BYTES + 1)
        told = json.loads(content) if len(content) <= _MAX_BYTES else None
        return _groups(told, len(classes.names))
    except (OSError, ValueError, RecursionError) as error:
        raise NetworkUnusable(
            f"The words of the network {manifest.title} in {classes.groups} cannot be used.",
            "Install Lookalike again, or take this network's folder away.",
        ) from error


def _groups(told: object, count: int) -> dict[str, frozenset[int]]:
    if not isinstance(told, dict):
        raise ValueError("not an object")  # noqa: TRY004 - told as the other faults of a file
    groups: dict[str, frozenset[int]] = {}
    for words, ranges in told.items():
        for word in words.split(", "):
            groups[word] = groups.get(word, frozenset()) | _classes(ranges, count)
    return groups


def _classes(ranges: object, count: int) -> frozenset[int]:
    if not isinstance(ranges, str) or not _RANGES.fullmatch(ranges):
        raise ValueError(f"not ranges of classes: {ranges}")
    found: set[int] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        if int(last or first) >= count:
            raise ValueError(f"there is no class {part}")
        found.update(range(int(first), int(last or first) + 1))
    return frozenset(found)
