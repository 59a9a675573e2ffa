"""Sees photos in several spaces at once, whether those are built or not; nothing is kept."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from os import cpu_count

from lookalike.imaging.thumbnails import read_thumbnail
from lookalike.library.intake.lookahead import look_ahead
from lookalike.library.library import Library
from lookalike.library.network_choice import device_for
from lookalike.library.search.building import see_content
from lookalike.library.search.looking import DESCRIPTORS, LAYER_PREFIX, Vector, averages, look_of
from lookalike.networks.manifest import Layer
from lookalike.photos import ContentHash, Space
from lookalike.progress import Progress

# By the name of the space.
Seen = dict[str, Vector]


def see_in_spaces(
    library: Library, spaces: Sequence[Space], contents: Sequence[ContentHash], progress: Progress
) -> list[Seen]:
    """Of each content its vectors: those that the library has, else of its thumbnail; without
    those of spaces in which it cannot be seen now.

    Raises:
        NetworkUnusable, LibraryUnusable, Cancelled: as they say.
    """
    known = {space.name: _known(library, space, contents) for space in spaces}
    lacking = [
        space
        for space in spaces
        # Of the whole photo, not of its thumbnail: only an import can see it.
        if space.name != "content" and len(known[space.name]) < len(set(contents))
    ]
    look = _looks(library, lacking)
    threads = library.settings.decode_threads or cpu_count() or 1
    seen = look_ahead(
        partial(_seen, library, look, known, {space.name for space in lacking}),
        contents,
        threads=threads,
        window=4 * threads,
    )
    told = list[Seen]()
    for each in seen:
        progress.step(len(told), len(contents), "Looking at labelled photos")
        told.append(each)
    return told


def _known(
    library: Library, space: Space, contents: Sequence[ContentHash]
) -> dict[ContentHash, Vector]:
    """The vectors that the library has."""
    if not library.catalog.embedding_count(space):
        return {}
    found = ((content, library.catalog.embedding(space, content)) for content in contents)
    return {content: vector for content, vector in found if vector is not None}


def _seen(
    library: Library,
    look: Callable[[bytes], Seen],
    known: Mapping[str, Mapping[ContentHash, Vector]],
    lacking: set[str],
    content: ContentHash,
) -> Seen:
    held = {name: vectors[content] for name, vectors in known.items() if content in vectors}
    if lacking <= held.keys():
        return held
    return (see_content(library, content, look) or {}) | held


def _looks(library: Library, spaces: Sequence[Space]) -> Callable[[bytes], Seen]:
    """What looks at a thumbnail in all these ways, by one run of the network."""
    manifest = library.manifest()
    by_hand = {
        space.name: look_of(space, manifest, library.probe)
        for space in spaces
        if space.name in DESCRIPTORS
    }
    names = [space.name for space in spaces if space.name not in DESCRIPTORS]
    layers = [layer for layer in manifest.layers if LAYER_PREFIX + layer.name in names]
    in_layers = _layers_look(library, layers)

    def look(thumbnail: bytes) -> Seen:
        seen = {name: look(thumbnail) for name, look in by_hand.items()}
        return seen | in_layers(thumbnail)

    return look


def _layers_look(library: Library, layers: Sequence[Layer]) -> Callable[[bytes], Seen]:
    if not layers:
        return lambda _: {}
    from lookalike.networks.activations import Probe  # as heavy as the embedder

    manifest = library.manifest()
    tensors = list(dict.fromkeys(layer.tensor for layer in layers))
    probe = Probe.open(manifest, tensors, device=device_for(manifest, library.settings), threads=1)
    names = [LAYER_PREFIX + layer.name for layer in layers]
    return lambda thumbnail: dict(
        zip(names, averages(read_thumbnail(thumbnail), layers, probe), strict=True)
    )
