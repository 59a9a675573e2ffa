"""The photos of the library that excite a unit most, as the answer to a question."""

from lookalike.library.filters.filtering import fitting_photos
from lookalike.library.layers.atlas import KEPT
from lookalike.library.layers.excitations import top_photos
from lookalike.library.library import Library
from lookalike.library.search.questions import UnitOfLayer
from lookalike.photos import Photo


def exciting_photos(library: Library, unit: UnitOfLayer, words: str = "") -> list[Photo]:
    """Strongest first, at most as many as are kept of a unit.

    Args:
        words: a filter in the syntax of `library.filters.filtering`.

    Raises:
        NetworkUnusable: the network has no such layer or unit any more.
        FilterUnclear, LibraryUnusable: as they say.
    """
    layer = library.inspector().network.layer(unit.layer)
    if not 0 <= unit.number < layer.channels:
        return []
    fitting = fitting_photos(library, words)
    among = None if fitting is None else set(fitting.tolist())
    return [each.photo for each in top_photos(library, layer, unit.number, KEPT, among)]
