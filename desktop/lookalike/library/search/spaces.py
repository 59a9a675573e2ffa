"""The spaces a library can be searched in: how each is called, and a picture's vector in it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NothingToSearch
from lookalike.library.intake.reading import decode_for_network, picture_bytes
from lookalike.library.library import Library
from lookalike.library.search.looking import (
    DESCRIPTORS,
    LAYER_PREFIX,
    look_of,
    thumbnail_of,
    thumbnail_space,
)
from lookalike.library.search.pictures import seen_thumbnail
from lookalike.library.search.questions import Example
from lookalike.networks.manifest import Layer, Manifest
from lookalike.photos import Space
from lookalike.wording import counted

T = TypeVar("T")

_TOLD = {
    "content": (
        "Content",
        "What is in the picture, as the whole network sees it: nearly always the best choice.",
    ),
    "colour": (
        "Colours",
        "Which colours there are and how much of each, wherever they are: for sunsets, moods and "
        "things that go together.",
    ),
    "shape": (
        "Shape",
        "Edges and outlines and where they are, whatever their colours: for silhouettes, drawings "
        "and products on plain ground.",
    ),
    "pixels": (
        "Pixels",
        "Light and dark in the same places: for edited copies, and for shots of one scene.",
    ),
}
# Of the layers that end a block, from the finest kind of map to the coarsest.
_DEPTHS = (
    (
        "Early layer",
        "Edges, grain and simple textures, as a layer near the network's eye sees them: for "
        "fabrics, papers and surfaces.",
    ),
    (
        "Middle layer",
        "Patterns and small parts, such as stripes, leaves and wheels, whatever they belong to.",
    ),
    (
        "Deep layer",
        "Large parts and whole things, before the network sums them up: close to content, and "
        "stricter about looks.",
    ),
)


@dataclass(frozen=True, slots=True)
class SpaceChoice:
    """One way to compare, as a person chooses it.

    Args:
        name: what `--by` takes: `content`, `layer:NAME`, `colour`, `shape`, `pixels`.
        title: a word or two.
        sentence: what it looks at, in one plain sentence.
        missing: how many ready photos have no vector in it yet.
    """

    name: str
    title: str
    sentence: str
    missing: int = 0


def space_choices(library: Library) -> list[SpaceChoice]:
    """Every space the library has or can be given, `content` first. Loads no network."""
    return library.remembered.get("space choices", lambda: list(_space_choices(library)))


def lens_steps(choices: Sequence[SpaceChoice]) -> list[SpaceChoice]:
    """Those that lead from what a camera sees to what is meant, in that order."""
    known = {choice.name: choice for choice in choices}
    depths = [title for title, _ in _DEPTHS]
    layers = [choice for choice in choices if choice.title in depths]
    by_hand = [known[name] for name in ("pixels", "colour", "shape") if name in known]
    in_full = [known["content"]] if "content" in known else []
    return [*by_hand, *sorted(layers, key=lambda each: depths.index(each.title)), *in_full]


def _space_choices(library: Library) -> Iterator[SpaceChoice]:
    stored = {each.space.key: each.space.name for each in library.catalog.spaces()}
    told = _TOLD | _layers_told(library.manifest(), list(stored.values()))

    # All that were never built lack the same photos, which a large library counts once.
    missing: dict[str, int] = {}
    for name, words in told.items():
        space = _named(library, name)
        key = space.key if space.key in stored else ""
        if key not in missing:
            missing[key] = library.catalog.count_without(space)
        yield SpaceChoice(name, *words, missing=missing[key])


def find_space(library: Library, by: str) -> Space:
    """The space of that name.

    Raises:
        NothingToSearch: there is none, or no photo has been looked at in it yet.
    """
    space = _named(library, by)
    is_built = by == "content" or library.catalog.embedding_count(space) > 0
    if not is_built and library.counts().ready:
        raise NothingToSearch(
            f'No photo has been looked at by "{by}" yet.',
            f"Build it first, which takes a moment for each photo: lookalike build {by}.",
        )
    return space


def buildable_space(library: Library, by: str) -> Space:
    """The space of that name, where thumbnails are enough to fill it.

    Raises:
        NothingToSearch: there is none, or it is filled by importing.
    """
    space = _named(library, by)
    if by == "content":
        raise NothingToSearch(
            "The content of photos is looked at when they are brought in.",
            "Bring their folders in again: only what is missing is done.",
        )
    return space


def missing_note(library: Library, space: Space) -> str:
    """One sentence about photos that a search in this space cannot find; empty without any."""
    missing = library.catalog.count_without(space)
    if not missing or space.name == "content":
        return ""
    return (
        f"{counted(missing, 'photo')} came in since and cannot be found by {space.name} yet: "
        f"lookalike build {space.name}."
    )


def prior_centre(library: Library, space: Space) -> NDArray[np.float32] | None:
    """Where the vectors of a space lie (d,) before any photo was seen, where that is known.

    For hand-made descriptors and layers it is not, and need not be: they are centred by the
    library's own photos. That found more of what was right by shape (0.55 of the first ten instead
    of 0.46 on clothing, 0.18 instead of 0.13 on groceries), and as much by the others.
    """
    return library.prior_centre() if space.name == "content" else None


def vector_of(library: Library, space: Space, example: Example) -> NDArray[np.float16]:
    """The vector (d,) of an example: the catalog's where it has it, else of its picture.

    Raises:
        PhotoUnreadable: it is not a picture.
        NothingToSearch: it is a photo that the library has no more.
        NetworkUnusable: as it says.
    """
    known = _known_vector(library, space, example)
    if known is not None:
        return known
    if space.name == "content":
        return _content_of(library, example)
    look = look_of(space, library.manifest(), library.probe)
    return see_example(library, example, look)


def _known_vector(library: Library, space: Space, example: Example) -> NDArray[np.float16] | None:
    if not isinstance(example.source, int) or example.region is not None:
        return None
    photo = library.photo(example.source)
    if photo.content_hash is None:
        return None
    return library.catalog.embedding(space, photo.content_hash)


def _content_of(library: Library, example: Example) -> NDArray[np.float16]:
    embedder = library.embedder()
    data, path = picture_bytes(example_source(library, example))
    decoded = decode_for_network(data, embedder, library.settings, path=path, region=example.region)
    # Rounded as the catalog rounds, so that a photo is at distance 0 from itself.
    vector = embedder.embed([embedder.prepare(decoded.image)])[0]
    return np.asarray(vector, np.float16)


def see_example(library: Library, example: Example, see: Callable[[bytes], T]) -> T:
    """What is made of the thumbnail of an example, or of a part of it, as an import makes it.

    Args:
        see: raises `PhotoUnreadable` where the thumbnail is damaged.

    Raises:
        PhotoUnreadable, NothingToSearch: as `vector_of`.
    """
    if isinstance(example.source, int) and example.region is None:
        return seen_thumbnail(library, library.photo(example.source), see)
    data, path = picture_bytes(example_source(library, example))
    made = thumbnail_of(
        data, library.manifest(), library.settings, path=path, region=example.region
    )
    return see(made)


def example_source(library: Library, example: Example) -> Path | bytes:
    """What is to be decoded to see an example in full."""
    source = example.source
    return library.photo(source).path if isinstance(source, int) else source


def _named(library: Library, name: str) -> Space:
    """The space of that name, built or not.

    Raises:
        NothingToSearch: there is none; the valid names are told.
    """
    if name == "content":
        return library.space()
    space = thumbnail_space(library.manifest(), name)
    if space is None:
        raise no_such_space(name, library.manifest())
    return space


def no_such_space(name: str, manifest: Manifest) -> NothingToSearch:
    """The error that names those that there are."""
    if name.startswith(LAYER_PREFIX):
        layers = ", ".join(layer.name for layer in manifest.layers)
        return NothingToSearch(
            f'The network {manifest.title} has no layer "{name.removeprefix(LAYER_PREFIX)}".',
            f"Choose one of its layers: {layers}.",
        )
    return NothingToSearch(
        f'There is no space "{name}".',
        f"Choose one of: content, {', '.join(DESCRIPTORS)}, or {LAYER_PREFIX} and a layer's name.",
    )


def _layers_told(manifest: Manifest, built: list[str]) -> dict[str, tuple[str, str]]:
    """Titles and sentences by the names of the spaces: three layers, and those that were built."""
    worth_it = list(_worth_comparing_by(manifest))
    told = {
        f"{LAYER_PREFIX}{layer.name}": words
        for layer, words in zip(worth_it, _DEPTHS[len(_DEPTHS) - len(worth_it) :], strict=True)
    }
    for layer in manifest.layers:
        name = f"{LAYER_PREFIX}{layer.name}"
        if name in built and name not in told:
            told[name] = (
                f"Layer {layer.name}",
                f"What this layer of {manifest.title} shows, averaged over the picture.",
            )
    return told


def _worth_comparing_by(manifest: Manifest) -> Iterator[Layer]:
    """The last block of each size of map, for the three smallest sizes: the earlier blocks of a
    size find less of what is right (measured for the default network), the finer maps less still.
    """
    blocks = [layer for layer in manifest.layers if layer.kind == "block"]
    last = {layer.height: layer for layer in blocks}
    for height in sorted(last, reverse=True)[-len(_DEPTHS) :]:
        yield last[height]
