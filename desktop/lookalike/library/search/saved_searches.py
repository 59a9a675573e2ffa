"""Searches kept by name, which find the photos that came since as well."""

import base64
import binascii
import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lookalike.catalog.saved import SavedRow as SavedRow
from lookalike.errors import LibraryUnusable, LookalikeError, NothingToSearch
from lookalike.imaging.decode import decode_photo
from lookalike.imaging.thumbnails import make_thumbnail
from lookalike.library.intake.reading import picture_bytes
from lookalike.library.library import Library
from lookalike.library.search.questions import Example, Question, UnitOfLayer
from lookalike.library.search.searching import search
from lookalike.neighbors.metrics import METRICS, Metric
from lookalike.photos import ContentHash, PhotoId, Region

LONGEST_NAME = 100
# What a network looks at is smaller; the file itself may be gone when the search is opened again.
_KEPT_PX = 640
_MATCHES = 100


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """One of them, and how many photos it finds that the person has not seen in it yet."""

    id: int
    name: str
    news: int = 0


def saved_searches(library: Library) -> list[SavedSearch]:
    """By name. Nothing is searched: `news` are 0."""
    return [SavedSearch(row.id, row.name) for row in library.catalog.saved.all()]


def saved_searches_with_news(library: Library, shown: int | None = None) -> list[SavedSearch]:
    """By name, each searched for once.

    Args:
        shown: the number of the one whose answers a person has before them: they are no news.
    """
    if shown is not None and library.catalog.is_writable:
        library.catalog.saved.set_seen(shown)
    rows = library.catalog.saved.all()
    return [SavedSearch(row.id, row.name, _news(library, row)) for row in rows]


def save_search(library: Library, name: str, question: Question) -> int:
    """Keep a question; pictures from outside the library are kept with it. Returns its number.

    Raises:
        LookalikeError: the name is empty.
        PhotoUnreadable: an example is gone.
    """
    told = json.dumps(_written(library, question))
    return library.catalog.saved.add(_name(name), told)


def rename_search(library: Library, number: int, name: str) -> None:
    """Raise `LookalikeError` where the name is empty."""
    library.catalog.saved.rename(number, _name(name))


def open_search(library: Library, number: int) -> Question:
    """What was asked; from now on its present answers are no news.

    Raises:
        NothingToSearch: it was deleted, or all its examples have left the library.
    """
    row = library.catalog.saved.get(number)
    if row is None:
        raise NothingToSearch("This saved search was deleted.")
    question = _read(library, row)
    library.catalog.saved.set_seen(number)
    return question


def delete_search(library: Library, number: int) -> SavedRow | None:
    """Returns what `restore_search` takes back."""
    row = library.catalog.saved.get(number)
    library.catalog.saved.delete(number)
    return row


def restore_search(library: Library, deleted: SavedRow) -> None:
    """Take back what `delete_search` did."""
    library.catalog.saved.restore(deleted)


def _news(library: Library, row: SavedRow) -> int:
    """What cannot be searched for has no news; opening it tells why."""
    try:
        question = _read(library, row)
        if question.unit:
            return 0  # the order of all photos, and no set of some
        if not question.examples:
            return _fitting_news(library, question.words, row.seen)
        results = search(library, question, count=_MATCHES)
    except LookalikeError:
        return 0
    return sum(match.photo.id > row.seen for match in results.matches[: results.knee])


def _fitting_news(library: Library, words: str, seen: int) -> int:
    from lookalike.library.filters.filtering import fitting_photos

    fitting = fitting_photos(library, words)
    return 0 if fitting is None else int((fitting > seen).sum())


def _name(name: str) -> str:
    tidy = re.sub(r"\s+", " ", name).strip()[:LONGEST_NAME]
    if not tidy:
        raise LookalikeError("A saved search needs a name.")
    return tidy


def _written(library: Library, question: Question) -> dict[str, object]:
    return {
        "examples": [_written_example(library, each) for each in question.examples],
        "by": question.by,
        "words": question.words,
        "at_least": question.at_least,
        "at_most": question.at_most,
        "unit": question.unit and [question.unit.layer, question.unit.number],
        "metric": question.metric,
    }


def _written_example(library: Library, example: Example) -> dict[str, object]:
    region = example.region
    return {
        **_written_source(library, example.source),
        "region": region and [region.x, region.y, region.width, region.height],
        "weight": example.weight,
        "is_wanted": example.is_wanted,
    }


def _written_source(library: Library, source: PhotoId | Path | bytes) -> dict[str, str]:
    # A photo is known by its content: its number is another when it has left and come back.
    if isinstance(source, int):
        content = library.photo(source).content_hash
        return {"content": content.hex() if content else ""}
    data, path = picture_bytes(source)
    decoded = decode_photo(
        data, path=path, longest_side_px=_KEPT_PX, max_megapixels=library.settings.max_megapixels
    )
    kept = make_thumbnail(decoded.image, _KEPT_PX)
    return {"picture": base64.b64encode(kept).decode(), "name": path.name if path else ""}


def _read(library: Library, row: SavedRow) -> Question:
    try:
        told = json.loads(row.question)
        examples = [_read_example(library, each) for each in told["examples"]]
        question = Question(
            tuple(example for example in examples if example),
            str(told["by"]),
            str(told["words"]),
            float(told["at_least"]),
            float(told["at_most"]),
            _read_unit(told.get("unit")),
            _read_metric(told.get("metric", "cosine")),
        )
    except (ValueError, TypeError, KeyError, binascii.Error) as error:
        raise LibraryUnusable(f"The saved search {row.name} is damaged.") from error
    if told["examples"] and not question.examples:
        raise NothingToSearch(f"The photos that {row.name} searches by have left the library.")
    return question


def _read_unit(told: Sequence[Any] | None) -> UnitOfLayer | None:
    if told is None:
        return None
    layer, number = told
    return UnitOfLayer(str(layer), int(number))


def _read_metric(told: object) -> Metric:
    """Of a later program's there may be more."""
    known = next((metric for metric in METRICS if metric == told), None)
    if known is None:
        raise ValueError(f"no such metric: {told}")
    return known


def _read_example(library: Library, told: Mapping[str, Any]) -> Example | None:
    source = _read_source(library, told)
    region = Region(*told["region"]) if told["region"] else None
    if source is None:
        return None
    return Example(source, region, float(told["weight"]), bool(told["is_wanted"]))


def _read_source(library: Library, told: Mapping[str, Any]) -> PhotoId | bytes | None:
    if "picture" in told:
        return base64.b64decode(told["picture"], validate=True)
    known = library.catalog.photos_with_content(ContentHash(bytes.fromhex(told["content"])))
    return known[0].id if known else None
