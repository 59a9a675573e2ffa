"""The spaces a library can be searched in: how each is called, and a picture's vector in it."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from lookalike.errors import NothingToSearch
from lookalike.library.library import Library
from lookalike.library.questions import Example
from lookalike.library.reading import decode_for_network, picture_bytes
from lookalike.photos import Space


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
    return [
        SpaceChoice("content", "Content", "What is in the picture, as the whole network sees it.")
    ]


def find_space(library: Library, by: str) -> Space:
    """The space of that name.

    Raises:
        NothingToSearch: there is none, or no photo has been looked at in it yet.
    """
    space = library.space()
    if by != space.name:
        raise NothingToSearch(
            f'The library has no space "{by}".', f'Choose one that it has: "{space.name}".'
        )
    return space


def prior_centre(library: Library, space: Space) -> NDArray[np.float32] | None:
    """Where the vectors of a space lie (d,) before any photo was seen, where that is known."""
    return library.prior_centre()


def vector_of(library: Library, space: Space, example: Example) -> NDArray[np.float16]:
    """The vector (d,) of an example: the catalog's where it has it, else of its picture.

    Raises:
        PhotoUnreadable: it is not a picture.
        NothingToSearch: it is a photo that the library has no more.
        NetworkUnusable: as it says.
    """
    source = example.source
    if isinstance(source, int):
        photo = library.photo(source)
        if example.region is None and photo.content_hash is not None:
            known = library.catalog.embedding(space, photo.content_hash)
            if known is not None:
                return known
        source = photo.path
    embedder = library.embedder()
    data, path = picture_bytes(source)
    decoded = decode_for_network(data, embedder, library.settings, path=path, region=example.region)
    # Rounded as the catalog rounds, so that a photo is at distance 0 from itself.
    vector = embedder.embed([embedder.prepare(decoded.image)])[0]
    return np.asarray(vector, np.float16)
