"""Living albums: photos join a label's album where its classifier is sure enough of them."""

from lookalike.errors import TooFewExamples
from lookalike.library.library import Library
from lookalike.library.teaching.label_classifier import LabelClassifier, label_classifier
from lookalike.library.teaching.suggesting import likely_ones
from lookalike.photos import Label
from lookalike.progress import Progress


def run_albums(library: Library, progress: Progress) -> int:
    """Fill the albums with what the classifier of today finds; returns how many photos joined or
    left one.

    All photos are looked at, which takes a moment for a hundred thousand of them: so an album is
    the same whatever came first, photos, labels or the album. An album whose label has too few
    examples stays as it is.

    Raises:
        LibraryUnusable, NetworkUnusable: as they say.
        Cancelled: the person asked to stop.
    """
    albums = [label for label in library.catalog.labels.all() if label.album is not None]
    if not albums or not library.catalog.is_writable:
        return 0
    progress.step(0, None, "Filling albums")
    try:
        taught = label_classifier(library)
    except TooFewExamples:
        return 0
    return sum(_run(library, taught, label, progress) for label in albums)


def _run(library: Library, taught: LabelClassifier, label: Label, progress: Progress) -> int:
    if label.album is None or label not in taught.labels:
        return 0
    candidates = likely_ones(taught, label.id, label.album, progress)
    photos = [taught.contents.photo(place) for place in candidates.places.tolist()]
    likely = dict(zip(photos, candidates.told.tolist(), strict=True))
    found = {
        photo.content_hash: likely[photo.id]
        for photo in library.photos(photos)
        if photo.content_hash
    }
    changed = found.keys() ^ library.catalog.labels.album(label.id).keys()
    if changed:
        library.catalog.labels.write_album(label.id, found.items())
    return len(changed)
