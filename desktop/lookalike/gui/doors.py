"""Pages over the photos that many a sitting never needs: each is made when it is first opened."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from lookalike.gui import answering
from lookalike.gui.browsing import Browser
from lookalike.gui.grid.thumbnail_feed import ThumbnailFeed
from lookalike.gui.incoming import Incoming
from lookalike.gui.labels.label_desk import LabelDesk
from lookalike.gui.overlays import Overlays
from lookalike.gui.photo_desk import PhotoDesk
from lookalike.gui.search_desk import SearchDesk
from lookalike.gui.tasks import Tasks
from lookalike.gui.theme import Theme
from lookalike.gui.undo_list import UndoList
from lookalike.gui.why.pairs import Pairs
from lookalike.library.library import Library
from lookalike.library.search.questions import UnitOfLayer
from lookalike.photos import LabelId, PhotoId

# A page with its desk takes up to a tenth of a second to import and make: together they would be
# a third of the time from the start to the first photos.
if TYPE_CHECKING:
    from lookalike.gui.demo_door import DemoDoor
    from lookalike.gui.evaluation_door import EvaluationDoor
    from lookalike.gui.layers_door import LayersDoor
    from lookalike.gui.lens_door import LensDoor
    from lookalike.gui.suggestions_door import SuggestionsDoor
    from lookalike.gui.teach_door import TeachDoor
    from lookalike.gui.why_door import WhyDoor
    from lookalike.gui.why_label_door import WhyLabelDoor


class Doors(QObject):
    """Makes pages, and connects what leads from one to another.

    `made` carries a page, to be placed in the window; `menu_wanted` where a photo's menu is to be,
    `chosen_changed` that another photo may be chosen; `failed` an error, `said` a Message.

    Args:
        feed: thumbnails for pages that show many small ones.
        window: has the full screen while the tour lasts.
    """

    made = Signal(object)
    menu_wanted = Signal(QPoint)
    chosen_changed = Signal()
    failed = Signal(object)
    said = Signal(object)
    # Of a page here: photos are labelled otherwise now.
    labels_changed = Signal()
    # For those that have been made: all photos that there are now.
    library_changed = Signal(object)

    def __init__(
        self,
        library: Library,
        photos: PhotoDesk,
        search: SearchDesk,
        browser: Browser,
        overlays: Overlays,
        labels: LabelDesk,
        undo_list: UndoList,
        feed: ThumbnailFeed,
        tasks: Tasks,
        theme: Theme,
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._library = library
        self._photos = photos
        self._search = search
        self._browser = browser
        self._overlays = overlays
        self._labels = labels
        self._undo_list = undo_list
        self._feed = feed
        self._tasks = tasks
        self._theme = theme
        self._window = window
        self._headed: list[QWidget] = []
        self.pairs = Pairs(photos, browser)

    def has_header(self, page: QWidget) -> bool:
        """Whether a page has a line of tools of its own, in place of the window's."""
        return page in self._headed

    def is_tour(self, page: QWidget) -> bool:
        """Whether a page wants the window for itself."""
        return "demo" in self.__dict__ and page is self.demo.page

    # --- what a person may ask for ------------------------------------------------------------

    def open_layers(self) -> None:
        """Look into the network on the chosen photo."""
        self.layers.open_chosen()

    def open_unit(self, photo_id: PhotoId, unit: UnitOfLayer, other_id: PhotoId | None) -> None:
        """Look at what one unit sees on a photo, and on another one."""
        self.layers.desk.open_unit(photo_id, unit, other_id)

    def open_tour(self) -> None:
        self.demo.open_shown()

    def open_ways(self) -> None:
        """The search in several ways side by side."""
        self.lens.open()

    def open_evaluation(self) -> None:
        self.evaluation.open()

    def explain_chosen(self) -> None:
        """Why the chosen result is like the query, or two photos like each other."""
        self.why.open_chosen()

    def explain_result(self, photo_id: PhotoId) -> None:
        self.why.open_result(photo_id)

    def explain_result_by(self, photo_id: PhotoId, by: str) -> None:
        """The same in another space or mix than the query's."""
        self.why.open_result_by(photo_id, by)

    def choose_missing(self) -> None:
        """The person names the photo that they expected."""
        self.why.choose_missing()

    def take_missing(self, incoming: Incoming) -> None:
        """The person drops it."""
        self.why.take_missing(incoming)

    def open_teaching(self) -> None:
        """How well the program tells the person's labels."""
        self.teaching.open()

    def open_suggestions(self, label: LabelId | None = None) -> None:
        """Photos that may deserve one label, or any of them."""
        self.suggestions.open(label)

    def explain_label(self, photo_id: PhotoId, label: LabelId) -> None:
        """What speaks for a label on a photo."""
        self.why_label.open(photo_id, label)

    def finish(self) -> None:
        """As the program ends: what was answered is written before this returns."""
        if "suggestions" in self.__dict__:
            self.suggestions.desk.finish()

    # --- the doors, each made when it is first asked for --------------------------------------

    @cached_property
    def layers(self) -> "LayersDoor":
        from lookalike.gui.layers.layers_desk import LayersDesk
        from lookalike.gui.layers.layers_page import LayersPage
        from lookalike.gui.layers_door import LayersDoor

        page = LayersPage(self._theme)
        desk = LayersDesk(self._library, page, self._tasks)
        door = LayersDoor(page, desk, self._photos, self._search, self._browser, self._overlays)
        page.demo_wanted.connect(self.open_tour)
        self._hear(door)
        self.library_changed.connect(door.take_library)
        self._place(page)
        return door

    @cached_property
    def lens(self) -> "LensDoor":
        from lookalike.gui.lens.lens_desk import LensDesk
        from lookalike.gui.lens.lens_page import LensPage
        from lookalike.gui.lens_door import LensDoor

        page = LensPage(self._feed, self._theme)
        desk = LensDesk(self._library, page, self._tasks)
        door = LensDoor(page, desk, self._photos, self._search, self._browser, self._overlays)
        page.why_wanted.connect(self.explain_result_by)
        page.menu_wanted.connect(self.menu_wanted)
        page.chosen_changed.connect(self.chosen_changed)
        self._browser.arrived.connect(lambda _: door.show_answered())
        self._place(page)
        return door

    @cached_property
    def why(self) -> "WhyDoor":
        from lookalike.gui.why.why_desk import WhyDesk
        from lookalike.gui.why.why_page import WhyPage
        from lookalike.gui.why_door import WhyDoor

        page = WhyPage(self._theme)
        desk = WhyDesk(self._library, page, self._tasks)
        door = WhyDoor(
            page,
            desk,
            self.pairs,
            self._photos,
            self._search,
            self._browser,
            self._overlays,
            self._tasks,
        )
        desk.unit_wanted.connect(self.open_unit)
        self._hear(door)
        self.library_changed.connect(door.take_library)
        self._place(page)
        return door

    @cached_property
    def evaluation(self) -> "EvaluationDoor":
        from lookalike.gui.evaluation.evaluation_desk import EvaluationDesk
        from lookalike.gui.evaluation.evaluation_page import EvaluationPage
        from lookalike.gui.evaluation_door import EvaluationDoor

        page = EvaluationPage(self._feed, self._theme)
        desk = EvaluationDesk(self._library, page, self._tasks)
        door = EvaluationDoor(page, desk, self._photos, self._search, self._labels, self._overlays)
        page.chosen_changed.connect(self.chosen_changed)
        self._hear(door)
        self.library_changed.connect(lambda _: door.refresh())
        self.labels_changed.connect(door.refresh)
        self._place(page)
        return door

    @cached_property
    def teaching(self) -> "TeachDoor":
        from lookalike.gui.teach.teach_desk import TeachDesk
        from lookalike.gui.teach.teach_page import TeachPage
        from lookalike.gui.teach_door import TeachDoor

        page = TeachPage(self._feed, self._theme)
        desk = TeachDesk(self._library, page, self._undo_list, self._tasks)
        door = TeachDoor(page, desk, self._photos, self._labels, self._overlays)
        page.chosen_changed.connect(self.chosen_changed)
        self._hear(door)
        door.suggest_wanted.connect(self.open_suggestions)
        door.why_wanted.connect(self.explain_label)
        self.library_changed.connect(lambda _: door.refresh())
        self.labels_changed.connect(door.refresh)
        self._place(page)
        return door

    @cached_property
    def suggestions(self) -> "SuggestionsDoor":
        from lookalike.gui.suggestions.suggestions_desk import SuggestionsDesk
        from lookalike.gui.suggestions.suggestions_page import SuggestionsPage
        from lookalike.gui.suggestions_door import SuggestionsDoor

        load = partial(answering.load_large, self._library)
        page = SuggestionsPage(load, self._feed, self._tasks, self._theme)
        desk = SuggestionsDesk(self._library, page, self._undo_list, self._tasks)
        door = SuggestionsDoor(page, desk, self._photos, self._labels, self._overlays)
        page.chosen_changed.connect(self.chosen_changed)
        self._hear(door)
        door.labels_changed.connect(self.labels_changed)
        door.teach_wanted.connect(self.open_teaching)
        self.library_changed.connect(door.take_library)
        self._place(page)
        return door

    @cached_property
    def why_label(self) -> "WhyLabelDoor":
        from lookalike.gui.suggestions.why_label_page import WhyLabelPage
        from lookalike.gui.why_label_door import WhyLabelDoor

        load = partial(answering.load_large, self._library)
        page = WhyLabelPage(load, self._feed, self._tasks, self._theme)
        door = WhyLabelDoor(self._library, page, self._photos, self._overlays, self._tasks)
        self.library_changed.connect(door.take_library)
        self._place(page)
        return door

    @cached_property
    def demo(self) -> "DemoDoor":
        from lookalike.gui.demo_door import DemoDoor
        from lookalike.gui.layers.demo_page import DemoPage

        page = DemoPage()
        door = DemoDoor(
            self._library, page, self._photos, self._overlays, self._tasks, self._window
        )
        self.made.emit(page)
        return door

    def _hear(
        self, door: "LayersDoor | WhyDoor | EvaluationDoor | TeachDoor | SuggestionsDoor"
    ) -> None:
        door.failed.connect(self.failed)
        door.said.connect(self.said)

    def _place(self, page: QWidget) -> None:
        self._headed.append(page)
        self.made.emit(page)
