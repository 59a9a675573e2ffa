"""Labels that are doubted, and those that a person stands by all the same."""

from collections.abc import Iterable

from lookalike.catalog.labels import LabelPair
from lookalike.library.labels.labelling import label_tree
from lookalike.library.library import Library
from lookalike.library.teaching.taught import Suspect


def stand_by(library: Library, suspect: Suspect) -> None:
    """The label is right: for this content it is not doubted again.

    Raises:
        LabelUnusable: it was deleted meanwhile.
        NothingToSearch: the photo has been forgotten meanwhile.
    """
    label_tree(library).label(suspect.label.id)
    library.catalog.labels.confirm(_pair(library, suspect))


def doubt_again(library: Library, suspect: Suspect) -> None:
    """Take back what `stand_by` did."""
    library.catalog.labels.forget_confirmation(_pair(library, suspect))


def still_doubted(library: Library, suspects: Iterable[Suspect]) -> list[Suspect]:
    """Those that nobody stands by, in their order; photos that are gone are left out."""
    several = list(suspects)
    photos = library.photos([suspect.photo_id for suspect in several])
    contents = {photo.id: photo.content_hash for photo in photos}
    confirmed = library.catalog.labels.confirmed()
    return [
        suspect
        for suspect in several
        if (suspect.label.id, contents.get(suspect.photo_id)) not in confirmed
        and suspect.photo_id in contents
    ]


def _pair(library: Library, suspect: Suspect) -> LabelPair:
    content = library.photo(suspect.photo_id).content_hash
    assert content is not None  # it has been looked at
    return suspect.label.id, content
