"""An example as the network is shown it, and the same square as a person is."""

from dataclasses import dataclass, replace
from pathlib import Path

from lookalike.errors import PhotoUnreadable
from lookalike.imaging.decode import decode_photo
from lookalike.imaging.thumbnails import read_thumbnail
from lookalike.library.intake.reading import decode_for_network, picture_bytes
from lookalike.library.library import Library
from lookalike.library.search.pictures import thumbnail
from lookalike.library.search.questions import Example
from lookalike.library.search.spaces import example_source, see_example
from lookalike.library.why.explanation import Bytes
from lookalike.networks.preprocess import Picture, Prepared, prepare
from lookalike.networks.views.pixel_values import picture_of
from lookalike.photos import Space

_SHARP_PX = 768  # of the side of the square
_DECODED_PX = 1152
_NO_FILE = "Its file cannot be read now, so this is its thumbnail."


@dataclass(frozen=True, slots=True, eq=False)
class ShownPicture:
    """One picture.

    Args:
        inputs: (3, s, s), as for the vector of the picture.
        pixels: (s', s', 3), the same part of it, sharper.
        note: for a person where it is not the file that is shown, else empty.
    """

    inputs: Prepared
    pixels: Bytes
    note: str = ""


def show(library: Library, space: Space, example: Example) -> ShownPicture:
    """An example as it is prepared for a space that a network makes.

    A photo whose file is away is shown by its thumbnail.

    Raises:
        PhotoUnreadable: it is not a picture.
        NothingToSearch: it is a photo that the library has no more.
        NetworkUnusable: as it says.
    """
    try:
        data, path = picture_bytes(example_source(library, example))
        large = decode_photo(
            data,
            path=path,
            region=example.region,
            longest_side_px=_DECODED_PX,
            max_megapixels=library.settings.max_megapixels,
        ).image
    except PhotoUnreadable:
        if not isinstance(example.source, int) or example.region is not None:
            raise
        small = thumbnail(library, library.photo(example.source))
        return _prepared(library, small, small, _NO_FILE)
    if space.name != "content":
        return _prepared(library, see_example(library, example, read_thumbnail), large)
    fed = decode_for_network(
        data, library.embedder(), library.settings, path=path, region=example.region
    )
    return _prepared(library, fed.image, large)


def name_of(library: Library, example: Example) -> str:
    """That of its file; empty where it has none."""
    source = example_source(library, example)
    return source.name if isinstance(source, Path) else ""


def _prepared(library: Library, fed: Picture, large: Picture, note: str = "") -> ShownPicture:
    spec = library.manifest().input
    sharp = replace(spec, size_px=max(_SHARP_PX, spec.size_px))
    return ShownPicture(prepare(fed, spec), picture_of(prepare(large, sharp), sharp), note)
