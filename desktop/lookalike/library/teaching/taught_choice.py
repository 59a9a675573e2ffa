"""The choice that teaching made: kept in the catalog, and known when it is out of date."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from lookalike.errors import NothingToSearch
from lookalike.learning.calibration import Calibration
from lookalike.learning.methods import method_named
from lookalike.library.library import Library
from lookalike.library.search.spaces import find_space
from lookalike.library.teaching.label_examples import Said, said_in
from lookalike.library.teaching.taught import TaughtChoice
from lookalike.photos import Label, LabelId, Space

# Examples by whose half the number has changed may make another method the better one.
_MUCH = 0.5
_OTHER_WAY = (
    "Another network, or a newer version of the program, looks at the photos since the labels were "
    "taught. Teach again to choose anew."
)
_GONE = "Labels that were taught are gone or have too few examples now. Teach again to choose anew."
_OTHER_EXAMPLES = (
    "The examples have changed a lot since the labels were taught. Teach again to choose anew."
)


def keep_choice(library: Library, choice: TaughtChoice) -> None:
    """In place of an earlier one."""
    kept = {
        "space": choice.space,
        "space_key": choice.space_key,
        "method": choice.method,
        "setting": choice.setting,
        "parameters": dict(choice.parameters),
        "calibration": dict(choice.calibration),
        "labels": [[label, examples] for label, examples in choice.labels.items()],
        "accuracy": choice.accuracy,
        "error": choice.error,
        "taught_at": choice.taught_at.isoformat(),
    }
    library.catalog.labels.tell(json.dumps(kept))


def kept_choice(library: Library) -> TaughtChoice | None:
    """The last one, and whether it is out of date; None where nothing was taught yet."""
    choice = _read(library.catalog.labels.told())
    if choice is None:
        return None
    return _aged(library, choice)


def space_in_use(library: Library) -> Space:
    """The one that was taught in, as the network of today has it; else that of the content."""
    choice = _read(library.catalog.labels.told())
    return _space_now(library, choice) if choice else library.space()


def _read(told: str | None) -> TaughtChoice | None:
    try:
        kept = json.loads(told or "")
        return _understood(kept)
    except (ValueError, TypeError, KeyError, AttributeError):
        return None  # of a newer program, or damaged: what can be taught can be taught again


def _understood(kept: Mapping[str, Any]) -> TaughtChoice:
    method, parameters = method_named(kept["method"]), dict(kept["parameters"])
    if parameters not in method.settings:
        raise ValueError("a setting that is not tried any more")
    return TaughtChoice(
        space=str(kept["space"]),
        space_key=str(kept["space_key"]),
        method=method.name,
        setting=str(kept["setting"]),
        parameters=parameters,
        calibration=Calibration(**{n: float(v) for n, v in kept["calibration"].items()}).kept(),
        labels={LabelId(int(label)): int(examples) for label, examples in kept["labels"]},
        accuracy=float(kept["accuracy"]),
        error=float(kept["error"]),
        taught_at=datetime.fromisoformat(kept["taught_at"]),
    )


def _space_now(library: Library, choice: TaughtChoice) -> Space:
    try:
        return find_space(library, choice.space)
    except NothingToSearch:  # another network has no such layer, or it is not built yet
        return library.space()


def _aged(library: Library, choice: TaughtChoice) -> TaughtChoice:
    """With why it is stale, where it is."""
    space = _space_now(library, choice)
    if space.key != choice.space_key:
        return replace(choice, is_stale=True, why_stale=_OTHER_WAY)
    said = said_in(library, space)
    new = tuple(label for label in said.taught() if label.id not in choice.labels)
    why = _new_words(new) if new else _what_changed(said, choice)
    return replace(choice, is_stale=bool(why), why_stale=why, new_labels=new)


def _new_words(labels: Sequence[Label]) -> str:
    names = ", ".join(label.name for label in labels[:3])
    return f"{names} can be taught since the labels were taught. Teach again to choose anew."


def _what_changed(said: Said, choice: TaughtChoice) -> str:
    """A sentence; empty where nothing much has."""
    now = {label.id: len(said.below[label.id]) for label in said.taught()}
    if choice.labels.keys() - now.keys():
        return _GONE
    changed = sum(abs(examples - choice.labels[label]) for label, examples in now.items())
    return _OTHER_EXAMPLES if changed > _MUCH * sum(choice.labels.values()) else ""
