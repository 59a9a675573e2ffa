"""What the window asks of a library, as plain functions that any thread may run."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QSize
from PySide6.QtGui import QImage

from lookalike.errors import LookalikeError, NothingToSearch, PhotoUnreadable
from lookalike.gui.answer_words import AnswerWords
from lookalike.gui.browsing import Answer, ExampleView, Query
from lookalike.gui.grid.contents import GridContents, Section
from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.grid.thumbnail_feed import Thumbnail
from lookalike.gui.heading_words import heading_text
from lookalike.gui.library_look import Sight
from lookalike.gui.panels.large_photo import LargePhoto
from lookalike.gui.panels.status_panel import network_text
from lookalike.gui.space_words import SpaceWords
from lookalike.gui.visuals.array_image import array_image, fitted
from lookalike.library.arrangement import Arrangement, Order
from lookalike.library.arranging import arrange
from lookalike.library.facts_sheet import FactsSheet, facts_sheet
from lookalike.library.filters.class_words import class_title
from lookalike.library.filters.filtering import PhotoIds, fitting_photos
from lookalike.library.filters.nothing_fits import explain_nothing
from lookalike.library.guessing import guesses_of
from lookalike.library.layers.exciting import exciting_photos
from lookalike.library.library import Library
from lookalike.library.problems import problem_count
from lookalike.library.search.localising import search_by_parts
from lookalike.library.search.pairs import similarities
from lookalike.library.search.pictures import large_picture, thumbnail
from lookalike.library.search.questions import Example, Question, UnitOfLayer
from lookalike.library.search.searching import Results, load_index
from lookalike.library.search.spaces import space_choices
from lookalike.photos import Photo, PhotoId
from lookalike.progress import Progress

# Sharp on a screen of three device pixels per pixel.
_QUERY_PICTURE = QSize(216, 216)
translate = QCoreApplication.translate


def find(library: Library, query: Query, wanted: int, progress: Progress) -> Answer:
    """What fits the query; of similar photos at least `wanted`, where there are as many.

    Raises:
        NothingToSearch: there are no photos yet.
        PhotoUnreadable: an example is no picture.
        FilterUnclear: the filter's words cannot be understood.
        NetworkUnusable, LibraryUnusable: as they say.
    """
    ready = library.remembered.get("ready", lambda: library.counts().ready)
    if not ready:
        raise NothingToSearch(
            "There are no photos to search yet.",
            "Drop a folder of photos on the window first.",
        )
    if query.has_examples:
        results = search_by_parts(library, query.question, progress, count=wanted)
        return _find_similar(library, query, results, ready)
    if query.question.unit:
        return _find_exciting(library, query, query.question.unit, wanted, progress)
    return _find_fitting(library, query, ready, progress)


def get_ready(library: Library) -> None:
    """Load what the first search would wait for: a second, at 100,000 photos.

    Raises:
        NetworkUnusable, LibraryUnusable: as they say.
    """
    load_index(library)
    space_choices(library)


def look(library: Library, seen: int | None) -> Sight | None:
    """What the library holds now; None where nothing has changed since version `seen`."""
    # Asked first: what is committed while the rest is read will be seen the next time.
    version = library.version()
    if version == seen:
        return None
    return Sight(version, library.photo_ids(), problem_count(library))


def fetch_thumbnail(library: Library, photo_id: PhotoId) -> Thumbnail:
    """A photo and its thumbnail, or no picture where there is none to be had."""
    photo = library.photo(photo_id)
    try:
        return Thumbnail(photo, thumbnail(library, photo))
    except LookalikeError:
        return Thumbnail(photo, None)


def load_large(library: Library, photo_id: PhotoId, longest_side_px: int) -> LargePhoto:
    """A photo for the whole window; a file that is gone is told, and no error."""
    photo = library.photo(photo_id)
    if not photo.path.exists():
        return LargePhoto(photo, None, f"The file is gone: {photo.path}")
    try:
        return LargePhoto(photo, large_picture(library, photo.path, longest_side_px))
    except LookalikeError as error:
        return LargePhoto(photo, None, str(error))


def show_example(library: Library, example: Example, longest_side_px: int) -> ExampleView:
    """An example whole and large, for choosing a part of it.

    Raises:
        NothingToSearch: it is a photo that the library has no more.
        PhotoUnreadable: it is no picture any more.
    """
    source, full_size = example.source, None
    if isinstance(source, int):
        photo = library.photo(source)
        if not photo.path.exists():
            return _show_photo(library, example, photo)
        source = photo.path
        full_size = QSize(photo.facts.width, photo.facts.height) if photo.facts else None
    picture = array_image(large_picture(library, source, longest_side_px))
    return ExampleView(example, _name_of(source), picture, full_size)


def paths_of(library: Library, ids: Sequence[PhotoId]) -> list[Path]:
    """The files of photos."""
    return [photo.path for photo in library.photos(ids)]


def facts(library: Library, photo_id: PhotoId) -> FactsSheet:
    """All that is told of a photo."""
    guesses = guesses_of(library, library.photo(photo_id))
    told = [(class_title(library.manifest(), guess.index), guess.probability) for guess in guesses]
    return facts_sheet(library, photo_id, told)


def alike(
    library: Library, photo_id: PhotoId, others: Sequence[PhotoId]
) -> Mapping[PhotoId, Likeness]:
    """How alike some photos are to one of them."""
    return {
        other: Likeness(*told) for other, told in similarities(library, photo_id, others).items()
    }


def running_network(library: Library) -> str:
    """`EfficientNet-Lite0 on the CPU (no CUDA driver)`; takes the second that loading needs.

    Raises:
        NetworkUnusable: its files are missing, altered or not understood.
    """
    embedder = library.embedder()
    return network_text(embedder.manifest.title, embedder.provider.name, embedder.provider.reason)


# --- all that fits --------------------------------------------------------------------------------


def _find_fitting(library: Library, query: Query, ready: int, progress: Progress) -> Answer:
    fitting = fitting_photos(library, query.question.words)
    sections = _arranged(library, query.arrangement, fitting, progress)
    count = sum(len(section.photos) for section in sections)
    nothing = "" if count else explain_nothing(library, query.question.words)
    detail = "" if query.is_everything else AnswerWords().fitting(count, ready)
    return Answer(GridContents(sections), count, detail, nothing)


def _arranged(
    library: Library,
    arrangement: Arrangement,
    photo_ids: PhotoIds | None,
    progress: Progress | None = None,
) -> Sequence[Section]:
    groups = arrange(library, arrangement, photo_ids, progress)
    return [Section(heading_text(group.heading), group.photos) for group in groups]


# --- all that excites a unit ----------------------------------------------------------------------


def _find_exciting(
    library: Library, query: Query, unit: UnitOfLayer, wanted: int, progress: Progress
) -> Answer:
    photos = exciting_photos(library, unit, words=query.question.words)
    heading = translate("answering", "What excites unit {number} of {layer} most").format(
        number=unit.number, layer=unit.layer
    )
    ids = [photo.id for photo in photos]
    if query.arrangement.order is Order.SIMILARITY:
        sections: Sequence[Section] = [Section(heading, ids[:wanted])] if ids else []
    else:
        some = np.array(sorted(ids), np.int64)
        sections = _arranged(library, query.arrangement, some, progress)
    nothing = "" if ids else _why_nothing_excites(library, query.question, unit)
    return Answer(GridContents(sections), len(ids), heading, nothing, photos=photos)


def _why_nothing_excites(library: Library, question: Question, unit: UnitOfLayer) -> str:
    if not exciting_photos(library, unit):
        return translate("answering", "No photo has been looked at for this layer yet.")
    fitting = fitting_photos(library, question.words)
    if fitting is not None and not len(fitting):
        return explain_nothing(library, question.words)
    return translate("answering", "None of the photos that excite this unit most fits.")


# --- all that is similar --------------------------------------------------------------------------


def _find_similar(library: Library, query: Query, results: Results, ready: int) -> Answer:
    examples = tuple(_show_example(library, each) for each in query.question.examples)
    photos = tuple(match.photo for match in results.matches)
    nothing = "" if photos else _why_nothing(library, query.question)
    spaces = tuple(space_choices(library))
    words = SpaceWords(spaces)
    contents = GridContents(
        _sections(library, query, results),
        likeness_of(results, words),
        results.stacks,
        {
            each.source: each.is_wanted
            for each in query.question.examples
            if isinstance(each.source, int)
        },
    )
    detail = _told(results, ready, words)
    return Answer(
        contents,
        len(photos),
        detail,
        nothing,
        examples,
        photos,
        spaces,
        has_more=results.has_more,
    )


def likeness_of(results: Results, words: SpaceWords) -> dict[PhotoId, Likeness]:
    """Of each photo found, with the parts of a mix."""
    return {
        match.photo.id: Likeness(
            match.similarity, match.percentile, words.parts(results.by, match.parts)
        )
        for match in results.matches
    }


def _sections(library: Library, query: Query, results: Results) -> Sequence[Section]:
    beneath = {photo_id for below in results.stacks.values() for photo_id in below}
    shown = [match.photo.id for match in results.matches]
    if query.arrangement.order is not Order.SIMILARITY:
        tops = np.array(sorted(set(shown) - beneath), np.int64)
        return _arranged(library, query.arrangement, tops)
    near = [id_ for id_ in shown[: results.knee] if id_ not in beneath]
    far = [id_ for id_ in shown[results.knee :] if id_ not in beneath]
    # A person who has chosen a range has said what is similar enough.
    if not far or query.question.at_least > 0:
        return [Section("", [*near, *far])]
    return [
        Section("", near),
        Section(translate("answering", "Less similar"), far, is_folded=True),
    ]


def _why_nothing(library: Library, question: Question) -> str:
    fitting = fitting_photos(library, question.words)
    if fitting is not None and not len(fitting):
        return explain_nothing(library, question.words)
    return translate("answering", "No photo is that similar. Widen the range of similarity.")


def _told(results: Results, ready: int, words: SpaceWords) -> str:
    if not results.matches:
        return ""  # why, the page says
    shown = AnswerWords().similar(len(results.matches), ready)
    judged = translate("answering", "learned from your examples") if results.how == "linear" else ""
    told = [shown, words.distance(results.metric), judged, results.note]
    return " · ".join(part for part in told if part)


# --- examples -------------------------------------------------------------------------------------


def _show_example(library: Library, example: Example) -> ExampleView:
    source = example.source
    if isinstance(source, int):
        return _show_photo(library, example, library.photo(source))
    picture = large_picture(library, source, _QUERY_PICTURE.width())
    return ExampleView(example, _name_of(source), _small(array_image(picture)))


def _show_photo(library: Library, example: Example, photo: Photo) -> ExampleView:
    return ExampleView(example, photo.path.name, _small(_picture_of(library, photo)))


def _name_of(source: Path | bytes) -> str:
    return source.name if isinstance(source, Path) else translate("answering", "Pasted picture")


def _picture_of(library: Library, photo: Photo) -> QImage:
    try:
        return array_image(thumbnail(library, photo))
    except PhotoUnreadable:
        # Its vector is known, so it can be searched by, even if its file is gone.
        return QImage(_QUERY_PICTURE, QImage.Format.Format_RGB888)


def _small(image: QImage) -> QImage:
    return fitted(image, _QUERY_PICTURE)
