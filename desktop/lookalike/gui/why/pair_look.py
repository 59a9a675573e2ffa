"""What the page looks at, and what is fetched for it off the GUI thread."""

from collections.abc import Callable, Sequence

from lookalike.gui.why.pairs import Missing, Pair
from lookalike.gui.why.share_rows import MOST_TILES, Patch, Patches
from lookalike.library.layers.excitations import top_photos
from lookalike.library.layers.patches import patch_of
from lookalike.library.library import Library
from lookalike.library.search.localising import search_by_parts
from lookalike.library.search.questions import Example, UnitOfLayer
from lookalike.library.search.spaces import SpaceChoice, space_choices
from lookalike.library.why.explaining import Explanation, explain_step_by_step
from lookalike.library.why.why_not import WhyNot, why_not
from lookalike.photos import PhotoId
from lookalike.progress import Progress


def explain_pair(
    library: Library, pair: Pair, progress: Progress, tell: Callable[[Explanation], object]
) -> None:
    """Raises what `explaining.explain_step_by_step` does."""
    for explanation in explain_step_by_step(library, pair.query, pair.match, pair.by, progress):
        tell(explanation)


def explain_missing(library: Library, missing: Missing, progress: Progress) -> WhyNot:
    """Raises what `why_not` does."""
    results = search_by_parts(library, missing.question, progress, count=missing.count)
    return why_not(library, missing.question, missing.source, results, progress=progress)


def usable_spaces(library: Library) -> Sequence[SpaceChoice]:
    """Those that every photo has been looked at in."""
    return [choice for choice in space_choices(library) if not choice.missing]


def fetch_patches(
    library: Library,
    units: Sequence[UnitOfLayer],
    progress: Progress,
    tell: Callable[[Patches], object],
) -> None:
    """What excites each unit most, told one by one."""
    inspector = library.inspector()
    for unit in units:
        layer = inspector.network.layer(unit.layer)
        found = []
        for excitation in top_photos(library, layer, unit.number, MOST_TILES):
            progress.check()
            patch = patch_of(library, inspector, layer, unit.number, excitation)
            found += [Patch(patch.name, patch.pixels)] if patch else []
        tell({unit: found})


def photo_of(example: Example) -> PhotoId | None:
    """Where it is a photo of the library."""
    return PhotoId(example.source) if isinstance(example.source, int) else None
