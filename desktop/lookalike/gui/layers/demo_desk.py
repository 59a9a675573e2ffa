"""Leads through the tour: photo by photo and slide by slide, the next one always made ahead."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from lookalike.errors import LookalikeError, PhotoUnreadable
from lookalike.gui.layers.demo_footer import Footer
from lookalike.gui.layers.demo_page import DemoPage
from lookalike.gui.layers.demo_slides import DEMO_PX, Slide, make_slide, plan_tour
from lookalike.gui.newest import Newest
from lookalike.gui.tasks import Tasks
from lookalike.gui.translations import grouped
from lookalike.library.layers.inspecting import Inspector, SeenPicture, look_at
from lookalike.library.library import Library

logger = logging.getLogger(__name__)
_PACES_S = (2, 3, 4, 6, 8, 12, 20, 30)
_USUAL_PACE = _PACES_S.index(6)


@dataclass(frozen=True, slots=True)
class Place:
    """A photo of the list, and a stop of its tour."""

    photo: int
    stop: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Made:
    """A slide, and whether there is nothing more to see of its photo."""

    place: Place
    slide: Slide
    is_trouble: bool = False


class DemoDesk(QObject):
    """Walks until it is stopped, and from the end on from the beginning."""

    def __init__(self, library: Library, page: DemoPage, tasks: Tasks) -> None:
        super().__init__()
        self._library = library
        self._page = page
        self._tour: _Tour | None = None
        self._shown: Made | None = None
        self._ahead: Made | None = None
        self._goal: Place | None = None
        self._asked: Place | None = None
        self._pace = _USUAL_PACE
        self._opening, self._making = Newest(tasks), Newest(tasks)
        self._timer = QTimer(page, singleShot=True)  # and ends with it
        self._timer.timeout.connect(lambda: self.step(1))
        page.step_wanted.connect(self.step)
        page.photo_wanted.connect(self.step_photo)
        page.pause_wanted.connect(self.pause)
        page.pace_wanted.connect(self.change_pace)

    @property
    def place(self) -> Place | None:
        """What is shown now."""
        return self._shown.place if self._shown else None

    # --- begin and end ------------------------------------------------------------------------

    def start(self, paths: Sequence[Path]) -> None:
        """Begin with the first of `paths`."""
        self.stop()
        if not paths:
            hint = self.tr("Esc leads back: bring a folder in, or show other photos.")
            self._say(self.tr("There are no photos to show"), hint)
            return
        hint = self.tr("Space pauses, the arrows go on, H shows all keys, Esc leaves.")
        self._say(self.tr("A tour of the layers"), hint)
        library = self._library
        self._opening.ask(
            lambda _: _Tour(library.inspector(), paths, library.settings.max_megapixels),
            done=self._begin,
            failed=self._fail,
        )

    def stop(self) -> None:
        """Nobody looks any more; what is on its way is refused."""
        for each in (self._opening, self._making):
            each.drop()
        self._timer.stop()
        self._tour = self._shown = self._ahead = self._goal = self._asked = None
        self._page.forget()

    def _begin(self, tour: "_Tour") -> None:
        self._tour = tour
        if not tour.stops:
            network = tour.inspector.network.title
            self._say(self.tr("Nothing can be seen in {network}").format(network=network), "")
            return
        self._go(Place(0))

    def _fail(self, error: Exception) -> None:
        self._timer.stop()
        self._asked = None
        if isinstance(error, LookalikeError):
            self._say(error.title, error.hint)
        else:
            logger.error("The tour failed", exc_info=error)
            self._say(str(error), "")

    def _say(self, headline: str, sentences: str) -> None:
        self._page.show_slide(Slide(headline, sentences))

    # --- what a person wants ------------------------------------------------------------------

    def step(self, by: int) -> None:
        """To the next slide, or the one before; on the way, from where it leads to."""
        if self._tour and self._goal:
            is_over = self._shown is not None and self._shown.is_trouble
            is_here = self._shown is not None and self._shown.place == self._goal
            self._go(self._tour.beside(self._goal, by, is_over=is_over and is_here))

    def step_photo(self, by: int) -> None:
        """The same stop of another photo."""
        if self._tour and self._goal:
            self._go(Place((self._goal.photo + by) % len(self._tour.paths), self._goal.stop))

    def pause(self) -> None:
        """Wait, or go on."""
        is_paused = not self._page.is_paused
        self._page.show_paused(is_paused)
        self._time()

    def change_pace(self, by: int) -> None:
        """1 for faster."""
        self._pace = min(max(self._pace - by, 0), len(_PACES_S) - 1)
        seconds = _PACES_S[self._pace]
        self._page.show_note(self.tr("A slide every {seconds} s").format(seconds=seconds))
        self._time()

    # --- walking ------------------------------------------------------------------------------

    def _go(self, place: Place) -> None:
        """Show a slide now, or as soon as it is made."""
        self._goal = place
        self._timer.stop()
        if self._ahead and self._ahead.place == place:
            self._show(self._ahead)
        elif self._shown and self._shown.place == place:  # back before another one was made
            self._show(self._shown)
        else:
            self._make(place)

    def _make(self, place: Place) -> None:
        tour = self._tour
        if tour is None or self._asked == place:
            return
        self._asked = place
        self._making.ask(lambda _: tour.make(place), done=self._take, failed=self._fail)

    def _take(self, made: Made) -> None:
        self._asked = None
        if made.place == self._goal and (self._shown is None or self._shown.place != self._goal):
            self._show(made)
        else:
            self._ahead = made

    def _show(self, made: Made) -> None:
        tour = self._tour
        assert tour
        self._shown, self._ahead = made, None
        self._page.show_slide(made.slide, self._footer(tour, made))
        self._time()
        self._make(tour.beside(made.place, 1, is_over=made.is_trouble))

    def _time(self) -> None:
        """How long the slide stays from now on."""
        self._timer.stop()
        is_there = self._shown is not None and self._shown.place == self._goal
        if is_there and not self._page.is_paused:
            self._timer.start(round(1000 * _PACES_S[self._pace]))

    def _footer(self, tour: "_Tour", made: Made) -> Footer:
        place = made.place
        at, count = grouped(place.photo + 1), grouped(len(tour.paths))
        told = self.tr("{name}  ·  {at} of {count}").format(
            name=tour.paths[place.photo].name, at=at, count=count
        )
        return Footer(tour.stops, -1 if made.is_trouble else place.stop, told)


class _Tour:
    """Everything that threads need to make slides."""

    def __init__(self, inspector: Inspector, paths: Sequence[Path], max_megapixels: int) -> None:
        self.inspector = inspector
        self.paths = paths
        self.stops = plan_tour(inspector.network)
        self._max_megapixels = max_megapixels
        self._last: tuple[int, SeenPicture] | None = None

    def beside(self, place: Place, by: int, *, is_over: bool = False) -> Place:
        """So many slides on; `is_over` where there are no more of that photo."""
        count = len(self.stops)
        at = place.stop
        if is_over:
            at = count - 1 if by > 0 else 0
        at += place.photo * count
        photo, stop = divmod((at + by) % (count * len(self.paths)), count)
        return Place(photo, stop)

    def make(self, place: Place) -> Made:
        """Raise `NetworkUnusable` where the network fails; a photo that cannot be read is told."""
        try:
            seen = self._seen(place.photo)
        except PhotoUnreadable as error:
            return Made(place, Slide(error.title, error.hint), is_trouble=True)
        return Made(place, make_slide(self.inspector, seen, self.stops[place.stop]))

    def _seen(self, photo: int) -> SeenPicture:
        # Two threads may come here at once: each keeps what it has read.
        last = self._last
        if last is None or last[0] != photo:
            path = self.paths[photo]
            last = (
                photo,
                look_at(
                    self.inspector, path, max_megapixels=self._max_megapixels, sharp_px=DEMO_PX
                ),
            )
            self._last = last
        return last[1]
