"""Fills the page about one unit: what excites it in the library, in words, and from noise."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from lookalike.gui.layers.look import Look
from lookalike.gui.layers.maximised_picture import MaximisedView
from lookalike.gui.layers.patch_board import MOST_PATCHES, Patch, PatchesView, PatchLook
from lookalike.gui.layers.unit_page import FilterView, UnitPage, UnitView
from lookalike.gui.layers.word_bars import WordShare
from lookalike.gui.newest import Newest
from lookalike.gui.tasks import Tasks
from lookalike.gui.translations import percent_text
from lookalike.library.layers.excitations import coverage, gather, top_photos
from lookalike.library.layers.inspecting import MapLayer, drawn_kernel, strongest_cell
from lookalike.library.layers.maximising import Maximised, maximised
from lookalike.library.layers.patches import PhotoPatch, deconvolved_patch, patch_of
from lookalike.library.layers.unit_words import (
    UnitWord,
    classes_of_photos,
    classes_of_unit,
    own_words_of_photos,
)
from lookalike.library.library import Library
from lookalike.library.search.questions import UnitOfLayer
from lookalike.progress import Progress

_WORD_PHOTOS = 30
Words = tuple[list[WordShare], list[WordShare]]


class UnitDesk(QObject):
    """`photo_wanted` carries a PhotoId, `query_wanted` a UnitOfLayer, `failed` an error."""

    photo_wanted = Signal(object)
    query_wanted = Signal(object)
    failed = Signal(object)

    def __init__(self, library: Library, page: UnitPage, tasks: Tasks) -> None:
        super().__init__()
        self._library = library
        self._page = page
        self._tasks = tasks
        self._look: Look | None = None
        self._view: PatchesView | None = None
        self._gathered: MapLayer | None = None
        self._patches = Newest(tasks)
        self._deconvolving = Newest(tasks)
        self._words = Newest(tasks)
        self._gathering = Newest(tasks)
        self._maximising = Newest(tasks)
        self._connect()

    def show(self, look: Look) -> None:
        """Another unit, or the same one on another photo."""
        before, self._look = self._look, look
        if before and before.subject == look.subject:
            self._page.show_unit(describe_unit(look))
            return
        self._forget()
        # Another network may have a unit of the same name.
        self._page.show_no_unit()
        self._page.show_unit(describe_unit(look))
        self._fetch_patches()
        self._fetch_words()
        self._show_kept_picture()

    def close(self) -> None:
        """Nobody looks any more."""
        self._forget()
        self._gathering.drop()
        self._look = None

    def _forget(self) -> None:
        """What is on its way is about another unit."""
        for each in (self._patches, self._deconvolving, self._words, self._maximising):
            each.drop()
        self._view = None

    def _connect(self) -> None:
        page = self._page
        page.photo_wanted.connect(self.photo_wanted)
        page.look_chosen.connect(self._take_look)
        page.query_wanted.connect(self._want_query)
        page.gather_wanted.connect(self._gather)
        page.gather_stop_wanted.connect(self._stop_gathering)
        page.maximise_wanted.connect(self._maximise)
        page.stop_wanted.connect(self._stop_maximising)

    # --- what excites it in the library -------------------------------------------------------

    def _fetch_patches(self) -> None:
        look, library = self._look, self._library
        if look is None:
            return
        if not look.has_atlas:
            self._show_patches(PatchesView(note=self._why_no_atlas(look)))
            return
        self._patches.ask(
            lambda progress: fetch_patches(library, look, progress),
            done=self._show_patches,
            failed=lambda error: self._show_patches(PatchesView(note=str(error))),
        )

    def _why_no_atlas(self, look: Look) -> str:
        if look.opened.is_own:
            return self.tr("Pixels are what the network gets; nothing excites them.")
        return self.tr("Your photos went through another network.")

    def _show_patches(self, view: PatchesView) -> None:
        before = self._view.gathered if self._view else None
        self._view = replace(view, gathered=before or 0.0 if self._is_gathering else None)
        self._page.show_patches(self._view)
        self._take_look(self._page.patches.look)

    def _take_look(self, look: PatchLook) -> None:
        """Deconvolutions take a moment each, and are made when they are wanted."""
        wanted, library = self._look, self._library
        patches = self._view.patches if self._view else ()
        if look is not PatchLook.DECONVOLUTIONS or wanted is None or not patches:
            return
        if all(patch.deconvolution is not None for patch in patches):
            return
        told = self._tasks.relay(partial(self._take_deconvolution, wanted))
        self._deconvolving.ask(
            lambda progress: deconvolve(library, wanted, patches, progress, told),
            done=lambda _: None,
            failed=self.failed.emit,
        )

    def _take_deconvolution(self, look: Look, at: int, patch: Patch) -> None:
        if self._view is None or self._look is None or self._look.subject != look.subject:
            return
        patches = list(self._view.patches)
        if at < len(patches) and patches[at].photo_id == patch.photo_id:
            patches[at] = patch
            self._view = replace(self._view, patches=tuple(patches))
            self._page.show_patches(self._view)

    def _gather(self) -> None:
        look, library = self._look, self._library
        if look is None:
            return
        self._gathered = look.layer
        fetch = self._tasks.relay(self._fetch_patches)
        self._gathering.ask(
            lambda progress: gather_then(library, look.layer, progress, fetch),
            done=lambda _: None,
            failed=self._fail_gathering,
            progressed=lambda advance: self._show_gathering(advance.fraction or 0.0),
        )
        self._show_gathering(0.0)

    @property
    def _is_gathering(self) -> bool:
        """For the layer that is shown, and not for one that the person has left."""
        is_here = self._look is not None and self._look.layer == self._gathered
        return is_here and self._gathering.is_waiting

    def _show_gathering(self, fraction: float | None) -> None:
        if self._view and (fraction is None or self._is_gathering):
            self._view = replace(self._view, gathered=fraction)
            self._page.show_patches(self._view)

    def _stop_gathering(self) -> None:
        self._gathering.drop()
        self._show_gathering(None)

    def _fail_gathering(self, error: Exception) -> None:
        self._show_gathering(None)
        self.failed.emit(error)

    def _want_query(self) -> None:
        if self._look:
            self.query_wanted.emit(UnitOfLayer(self._look.layer.name, self._look.unit))

    def _fetch_words(self) -> None:
        look, library = self._look, self._library
        if look and not look.shown.is_pixels:
            self._words.ask(
                lambda _: fetch_words(library, look),
                done=lambda words: self._page.show_words(*words),
                failed=self.failed.emit,
            )

    # --- from noise ---------------------------------------------------------------------------

    def _show_kept_picture(self) -> None:
        look = self._look
        if look and not look.shown.is_pixels:
            self._run_maximising(look, 0, is_asked=False)

    def _maximise(self, seed: int) -> None:
        if self._look:
            self._run_maximising(self._look, seed, is_asked=True)
            self._page.maximised.show_starting()

    def _run_maximising(self, look: Look, seed: int, *, is_asked: bool) -> None:
        library = self._library
        told = self._tasks.relay(partial(self._show_maximised, look, seed))
        self._maximising.ask(
            lambda progress: run_maximising(library, look, seed, progress, told, is_asked=is_asked),
            done=lambda _: None,
            failed=self._fail_maximising,
        )

    def _fail_maximising(self, error: Exception) -> None:
        self._page.maximised.show_stopped()
        self.failed.emit(error)

    def _show_maximised(self, look: Look, seed: int, made: Maximised) -> None:
        if self._maximising.is_waiting and self._look and self._look.subject == look.subject:
            self._page.show_maximised(
                MaximisedView(
                    made.pixels,
                    made.step,
                    made.steps,
                    made.value,
                    seed,
                    is_running=made.step < made.steps,
                )
            )

    def _stop_maximising(self) -> None:
        self._maximising.drop()
        self._page.maximised.show_stopped()


def describe_unit(look: Look) -> UnitView:
    """What is known of a unit from its values on the photo."""
    layer, values = look.layer, look.unit_map
    kernels = look.shown.kernels
    picture = None if kernels is None else drawn_kernel(look.inspector, kernels, look.unit)
    field, side_px = layer.field, look.opened.side_px
    sees_px = max(field.size) if field else side_px
    return UnitView(
        number=look.unit,
        layer=layer.name,
        units=layer.channels,
        sees_px=sees_px if sees_px < side_px else None,
        maximum=float(values.max()),
        mean=float(values.mean()),
        place=strongest_cell(values) if layer.has_places else None,
        has_way_back=not look.shown.is_pixels and not look.shown.missing,
        own_filter=None if picture is None else FilterView(picture.pixels, picture.is_colour),
    )


def fetch_patches(library: Library, look: Look, progress: Progress) -> PatchesView:
    """What is known of the unit in the library, from the atlas and the thumbnails."""
    known = coverage(library, look.layer)
    found = []
    for excitation in top_photos(library, look.layer, look.unit, MOST_PATCHES):
        progress.check()
        patch = patch_of(library, look.inspector, look.layer, look.unit, excitation)
        found += [_patch(patch)] if patch else []
    return PatchesView(tuple(found), known.gathered, max(0, known.ready - known.gathered))


def gather_then(
    library: Library, layer: MapLayer, progress: Progress, tell: Callable[[], object]
) -> None:
    """Look at all photos; what was gathered until a person stopped it is told as well."""
    try:
        gather(library, [layer], progress)
    finally:
        tell()


def deconvolve(
    library: Library,
    look: Look,
    patches: tuple[Patch, ...],
    progress: Progress,
    tell: Callable[[int, Patch], object],
) -> None:
    """What each patch makes of the unit on the way back, one after the other."""
    for at, patch in enumerate(patches):
        progress.check()
        if patch.deconvolution is None and patch.photo is not None:
            made = deconvolved_patch(look.inspector, look.layer, look.unit, patch.photo)
            tell(at, replace(patch, deconvolution=made))


def fetch_words(library: Library, look: Look) -> Words:
    """The classes, and the labels and folders, that the unit speaks for."""
    classes = classes_of_unit(look.inspector.network, look.layer, look.unit)
    if not look.has_atlas:
        return [_word(each) for each in classes or ()], []
    photos = [each.photo for each in top_photos(library, look.layer, look.unit, _WORD_PHOTOS)]
    if classes is None:
        classes = classes_of_photos(library, photos)
    own_words = own_words_of_photos(library, photos)
    return [_word(each) for each in classes], [_word(each) for each in own_words]


def run_maximising(
    library: Library,
    look: Look,
    seed: int,
    progress: Progress,
    tell: Callable[[Maximised], object],
    *,
    is_asked: bool,
) -> None:
    """The picture that excites the unit most, each time it has improved."""
    for made in maximised(
        library, look.inspector, look.layer, look.unit, seed, progress, only_kept=not is_asked
    ):
        tell(made)


def _patch(found: PhotoPatch) -> Patch:
    return Patch(found.photo_id, found.name, found.value, found.pixels, found.photo, found.place)


def _word(word: UnitWord) -> WordShare:
    if word.weight is not None:
        return WordShare(word.name, word.share, f"{word.weight:+.2f}")
    return WordShare(word.name, word.share, percent_text(word.share))
