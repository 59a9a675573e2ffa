"""Takes labels over from where a person has them already: folders, keywords, tables.

A plan tells what would happen; nothing is changed before it is performed.
"""

import os
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from lookalike.errors import LabelSourceUnusable, LabelUnusable, PhotoUnreadable, XmpUnusable
from lookalike.imaging.formats import has_photo_suffix
from lookalike.imaging.keywords import keywords_of, read_sidecar
from lookalike.library.intake.lookahead import look_ahead
from lookalike.library.labels.label_draft import LabelDraft
from lookalike.library.labels.label_lines import label_lines
from lookalike.library.labels.label_tree import alike, tidy_names
from lookalike.library.labels.labelling import LabelChange
from lookalike.library.labels.photo_finding import PhotoFinder
from lookalike.library.library import Library
from lookalike.paths import absolute
from lookalike.photos import LabelId, Photo, PhotoId, PhotoState
from lookalike.progress import Progress
from lookalike.wording import counted

_STEP_EVERY = 256
_TOLD = 5
_THREADS = 4


@dataclass(frozen=True)
class LabelPlan:
    """Which photos would be given which labels. Nothing was changed to make it.

    Args:
        given: to each label's path the photos that do not have it yet; by path.
        new_labels: the paths of those that are to be made.
        looked_at: how many photos, or lines of a table, there were to look at.
        already: how often a photo has its label already.
        unmatched: how many lines of a table, or folders, have no photo in the library.
        first_unmatched: a few of them.
        unreadable: how many photos or sidecars could not be looked into now.
        without: how many photos have nothing that a label could be made of.
        unusable: a few of what cannot be a label, each with a sentence that says why.
    """

    given: Mapping[str, tuple[PhotoId, ...]]
    new_labels: tuple[str, ...] = ()
    looked_at: int = 0
    already: int = 0
    unmatched: int = 0
    first_unmatched: tuple[str, ...] = ()
    unreadable: int = 0
    without: int = 0
    unusable: tuple[tuple[str, str], ...] = ()

    @cached_property
    def photos(self) -> int:
        """How many photos get a label."""
        return len({photo for photos in self.given.values() for photo in photos})

    @cached_property
    def pairs(self) -> int:
        """How often a photo gets a label."""
        return sum(map(len, self.given.values()))

    @property
    def sentence(self) -> str:
        """`1,579 photos get 10 labels, 8 of them new.`"""
        new = len(self.given.keys() & set(self.new_labels))
        return _sentence(self.photos, len(self.given), new, ("gets", "get"))

    @property
    def notes(self) -> tuple[str, ...]:
        """Sentences about what is odd."""
        without = [f"Without any: {counted(self.without, 'photo')}."] if self.without else []
        return *without, *(f"“{path}”: {why}" for path, why in self.unusable)


@dataclass(frozen=True, slots=True)
class LabelReport:
    """What became of a plan. Photos that left the library meanwhile are passed over.

    Args:
        photos: how many were given a label.
        labels: how many labels were given; `new`: how many of them were made for it.
        change: takes it all back, by `labelling.undo`.
    """

    photos: int
    labels: int
    new: int
    change: LabelChange

    @property
    def sentence(self) -> str:
        """`1,579 photos were given 10 labels, 8 of them new.`"""
        return _sentence(self.photos, self.labels, self.new, ("was given", "were given"))


def plan_from_folders(library: Library, folder: Path | None, progress: Progress) -> LabelPlan:
    """Each photo gets the folders that it lies in below `folder`, as one nested label.

    Args:
        folder: None for each of the library's folders.

    Raises:
        LabelSourceUnusable: nothing of the library is in it.
        Cancelled: the person asked to stop.
    """
    gathering = _Gathering(library)
    unknown: list[Path] = []
    for root in [absolute(folder)] if folder else [known.path for known in library.folders()]:
        photos = _photos_under(library, root)
        for done, photo in enumerate(photos):
            if done % _STEP_EVERY == 0:
                progress.step(done, len(photos), "Looking at the folders")
            path = photo.path.parent.relative_to(root).as_posix()
            gathering.add(photo, [] if path == "." else [path])
        unknown += _folders_without(root, {photo.path.parent for photo in photos}, progress)
    if folder:
        gathering.check(folder)
    return gathering.plan([str(each) for each in unknown])


def plan_from_keywords(library: Library, folder: Path | None, progress: Progress) -> LabelPlan:
    """Each photo gets the keywords that its file and the sidecar beside it tell.

    Args:
        folder: None for all ready photos.

    Raises:
        LabelSourceUnusable: nothing of the library is in it.
        Cancelled: the person asked to stop.
    """
    if folder:
        photos = _photos_under(library, absolute(folder))
    else:
        photos = library.photos(library.photo_ids())
    gathering = _Gathering(library)
    read = look_ahead(_told_keywords, photos, threads=_THREADS, window=8 * _THREADS)
    for done, (photo, (keywords, has_failed)) in enumerate(zip(photos, read, strict=True)):
        progress.step(done, len(photos), "Reading keywords")
        gathering.add(photo, keywords)
        gathering.unreadable += has_failed
    progress.step(len(photos), len(photos), "Reading keywords")
    if folder:
        gathering.check(folder)
    return gathering.plan()


def plan_from_csv(library: Library, file: Path, progress: Progress) -> LabelPlan:
    """Each photo that a line of a table names gets its labels.

    Paths may be whole, or seen from the table's own folder or one of the library's; a name alone
    does where only one photo has it.

    Raises:
        LabelSourceUnusable: it cannot be read, or has no column of paths or of labels.
        Cancelled: the person asked to stop.
    """
    lines = label_lines(file)
    finder = PhotoFinder(library, absolute(file).parent)
    gathering = _Gathering(library)
    unmatched: list[str] = []
    for done, line in enumerate(lines):
        if done % _STEP_EVERY == 0:
            progress.step(done, len(lines), "Looking at the lines")
        photos = finder.find(line.path)
        for photo in photos:
            gathering.add(photo, line.labels)
        if not photos:
            unmatched.append(f"line {line.number}: {line.path}")
    return gathering.plan(unmatched, len(lines))


def perform(library: Library, plan: LabelPlan, progress: Progress) -> LabelReport:
    """Make the labels and give them, all or nothing.

    Raises:
        LibraryUnusable: it cannot be written.
        Cancelled: the person asked to stop; nothing was changed.
    """
    library.check_writable()
    with library.catalog.transaction():
        draft, photos, labels = LabelDraft(library), set[PhotoId](), set[LabelId]()
        for done, (path, ids) in enumerate(plan.given.items()):
            progress.step(done, len(plan.given), "Giving labels")
            there = library.photos(ids)
            label = draft.label(path)
            draft.give(label, [photo.content_hash for photo in there if photo.content_hash])
            photos.update(photo.id for photo in there)
            labels.add(label.id)
        progress.step(len(plan.given), len(plan.given), "Giving labels")
        library.catalog.labels.apply(draft.change)
    return LabelReport(len(photos), len(labels), sum(map(draft.is_new, labels)), draft.change)


def _sentence(photos: int, labels: int, new: int, verbs: tuple[str, str]) -> str:
    if not photos:
        return "No photo gets a label that it does not have."
    kind = "new label" if new == labels else "label"
    some_new = f", {new:,} of them new" if 0 < new < labels else ""
    return f"{counted(photos, 'photo')} {verbs[photos > 1]} {counted(labels, kind)}{some_new}."


def _photos_under(library: Library, folder: Path) -> list[Photo]:
    under = library.catalog.photos_under(folder)
    return [photo for photo in under if photo.state is PhotoState.READY]


def _folders_without(root: Path, known: Collection[Path], progress: Progress) -> list[Path]:
    """Folders with photos that the library does not have; none where nobody may look."""
    found = []
    for place, folders, files in os.walk(root):
        progress.check()
        folders[:] = [name for name in folders if not name.startswith(".")]
        if Path(place) not in known and any(map(has_photo_suffix, files)):
            found.append(Path(place))
    return sorted(found)


def _told_keywords(photo: Photo) -> tuple[list[str], bool]:
    """What the file and the sidecar tell, and whether one of them cannot be looked into."""
    keywords: list[str] = []
    has_failed = False
    for read in (keywords_of, read_sidecar):
        try:
            keywords += read(photo.path)
        except (PhotoUnreadable, XmpUnusable):
            has_failed = True
    return keywords, has_failed


class _Gathering:
    """What was found so far."""

    def __init__(self, library: Library) -> None:
        self._draft = LabelDraft(library)
        self._paths: dict[tuple[str, ...], str] = {}
        self._photos: dict[str, dict[PhotoId, None]] = {}
        self._unusable: dict[str, str] = {}
        self._looked_at = 0
        self._already = 0
        self._without = 0
        self.unreadable = 0

    def add(self, photo: Photo, paths: Iterable[str]) -> None:
        """A photo, and the labels that were found for it."""
        self._looked_at += 1
        usable = [path for each in paths if (path := self._path(each))]
        self._without += not usable
        for path in usable:
            label, content = self._draft.find(path), photo.content_hash
            if label and content and self._draft.has(label, content):
                self._already += 1
            else:
                self._photos.setdefault(path, {})[photo.id] = None

    def check(self, folder: Path) -> None:
        """Raise where there was nothing to look at in a folder that a person named."""
        if not self._looked_at:
            raise LabelSourceUnusable(
                f"The library has no photos in {folder}.", "Bring them in first: lookalike import."
            )

    def plan(self, unmatched: Sequence[str] = (), looked_at: int | None = None) -> LabelPlan:
        labels = {path: self._draft.label(path).id for path in self._photos}
        paths = self._draft.paths()
        given = {paths[labels[path]]: tuple(photos) for path, photos in self._photos.items()}
        return LabelPlan(
            dict(sorted(given.items())),
            tuple(sorted(path for id_, path in paths.items() if self._draft.is_new(id_))),
            self._looked_at if looked_at is None else looked_at,
            self._already,
            len(unmatched),
            tuple(unmatched[:_TOLD]),
            self.unreadable,
            self._without,
            tuple((path[:60], why) for path, why in list(self._unusable.items())[:_TOLD]),
        )

    def _path(self, path: str) -> str:
        """As it was first written; empty where it cannot be a label's."""
        try:
            names = tidy_names(path)
        except LabelUnusable as error:
            self._unusable.setdefault(path, error.title)
            return ""
        return self._paths.setdefault(tuple(map(alike, names)), "/".join(names))
