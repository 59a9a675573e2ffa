"""Where searches are asked for and steered: pictures, marks, parts, words, ranges and spaces."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from lookalike.errors import FilterUnclear
from lookalike.gui import answering
from lookalike.gui.browsing import BY_SIMILARITY, Answer, Browser, ExampleView, Place, Query
from lookalike.gui.drops import Wish
from lookalike.gui.incoming import Incoming
from lookalike.gui.library_words import said_of
from lookalike.gui.panels.chip import ChipView
from lookalike.gui.panels.filter_box import FilterBox
from lookalike.gui.panels.query_bar import Asked, QueryBar, QueryView
from lookalike.gui.panels.region_editor import RegionEditor
from lookalike.gui.panels.sort_button import SortButton
from lookalike.gui.tasks import Task, Tasks
from lookalike.gui.translations import grouped
from lookalike.gui.visuals.array_image import png_bytes
from lookalike.library.arrangement import Arrangement, Order
from lookalike.library.filters.completing import quoted
from lookalike.library.library import Library
from lookalike.library.search.questions import Example, Metric, Question, Source, UnitOfLayer
from lookalike.photos import PhotoId, Region

# What a person can still tell apart in the bar; a mean of more says less with each one.
MOST_EXAMPLES = 24


class SearchDesk(QObject):
    """Turns what a person does with the query bar, the filter and the grid into queries.

    `region_opened` asks for the region editor to be shown, `region_closed` for the grid again.
    `said` carries a sentence, `failed` an error.
    """

    region_opened = Signal()
    region_closed = Signal()
    said = Signal(str)
    failed = Signal(object)

    def __init__(
        self,
        library: Library,
        browser: Browser,
        bar: QueryBar,
        filter_box: FilterBox,
        sort_button: SortButton,
        editor: RegionEditor,
        tasks: Tasks,
    ) -> None:
        super().__init__()
        self._library = library
        self._browser = browser
        self._bar = bar
        self._filter = filter_box
        self._sort = sort_button
        self._editor = editor
        self._tasks = tasks
        self._edited: Example | None = None
        self._opening: Task | None = None
        self._shown: tuple[Example, ...] = ()
        self._is_unclear = False
        self._connect()

    def _connect(self) -> None:
        self._bar.chip_removed.connect(self._remove)
        self._bar.chip_changed.connect(self._change)
        self._bar.region_wanted.connect(self._edit_region)
        self._bar.metric_wanted.connect(self.set_metric)
        self._bar.range_wanted.connect(self._set_range)
        self._filter.words_wanted.connect(self.filter)
        self._sort.arrangement_wanted.connect(self.arrange)
        self._editor.chosen.connect(self._set_region)
        self._editor.closed.connect(self.region_closed)
        self._browser.arrived.connect(lambda _: self._forget_trouble())

    # --- by pictures --------------------------------------------------------------------------

    def search_by(self, sources: Sequence[Source]) -> None:
        """A new search, among the photos that the filter lets through."""
        if len(sources) > MOST_EXAMPLES:
            told = self.tr("Searching by the first {few} of {count} pictures.")
            self.said.emit(told.format(few=MOST_EXAMPLES, count=grouped(len(sources))))
        self._search_by(tuple(Example(source) for source in sources[:MOST_EXAMPLES]))

    def search_in(self, photo_id: PhotoId, by: str, metric: Metric) -> None:
        """By one photo, in a space and with a distance that are told, among all photos."""
        self._begin(Question((Example(photo_id),), by, metric=metric))

    def search_by_unit(self, unit: UnitOfLayer) -> None:
        """The photos that excite a unit most, among those that the filter lets through."""
        self._begin(Question(words=self._question.words, unit=unit))

    def add(self, sources: Sequence[Source], *, is_wanted: bool) -> None:
        """More examples for the search, or the first ones of a new one."""
        fresh = [Example(source, is_wanted=is_wanted) for source in sources]
        kept = [each for each in self._question.examples if each.source not in sources]
        if len(kept) + len(fresh) > MOST_EXAMPLES:
            told = self.tr("A search takes at most {most} pictures.")
            self.said.emit(told.format(most=MOST_EXAMPLES))
        self._ask_by((*kept, *fresh)[:MOST_EXAMPLES])

    def mark(self, photo_id: PhotoId, is_wanted: bool) -> None:
        """More, or less, like a photo; the same again takes it back."""
        same = (each for each in self._question.examples if each.source == photo_id)
        if any(each.is_wanted == is_wanted for each in same):
            kept = [each for each in self._question.examples if each.source != photo_id]
            self._ask_by(tuple(kept))
        else:
            self.add([photo_id], is_wanted=is_wanted)

    def take(self, incoming: Incoming, wish: Wish = Wish.SEARCH) -> None:
        """Search by what was dropped or pasted."""
        if incoming.image is not None:
            self._take_image(incoming.image, wish)
            return
        sources: Sequence[Source] = [*incoming.photos, *incoming.pictures]
        if not sources:
            return
        if wish is Wish.SEARCH or not self._question.examples:
            self.search_by(sources)
        else:
            self.add(sources, is_wanted=wish is Wish.MORE)

    def _take_image(self, image: QImage, wish: Wish) -> None:
        self._tasks.start(
            lambda _: png_bytes(image),
            done=lambda data: (
                self.add([data], is_wanted=wish is Wish.MORE)
                if wish is not Wish.SEARCH
                else self.search_by([data])
            ),
        )

    def _change(self, number: int, is_wanted: bool, weight: float) -> None:
        example = self._example_at(number)
        if example:
            self._put(example, replace(example, is_wanted=is_wanted, weight=weight))

    def _remove(self, number: int) -> None:
        example = self._example_at(number)
        if example:
            self._put(example)

    def _example_at(self, number: int) -> Example | None:
        """What is asked by the chip: the bar shows the last answer, which is not the last wish."""
        return self._example_of(self._shown[number].source)

    def _example_of(self, source: Source) -> Example | None:
        found = (each for each in self._question.examples if each.source == source)
        return next(found, None)

    def _put(self, example: Example, *instead: Example) -> None:
        examples = self._question.examples
        number = examples.index(example)
        self._ask_by((*examples[:number], *instead, *examples[number + 1 :]))

    # --- by a part ----------------------------------------------------------------------------

    def choose_region(self, photo_id: PhotoId) -> None:
        """Of a photo of the library, to search by."""
        self._open_editor(self._example_of(photo_id) or Example(photo_id))

    def _edit_region(self, number: int) -> None:
        example = self._example_at(number)
        if example:
            self._open_editor(example)

    def _open_editor(self, example: Example) -> None:
        if self._opening:
            self._opening.refuse()
        side_px = max(self._editor.screen().size().toTuple())
        self._opening = self._tasks.start(
            lambda _: answering.show_example(self._library, example, side_px),
            done=self._show_editor,
            failed=self.failed.emit,
        )

    def _show_editor(self, shown: ExampleView) -> None:
        self._edited = shown.example
        region = shown.example.region
        self._editor.open_picture(shown.picture, region, shown.name, shown.full_size)
        self.region_opened.emit()

    def _set_region(self, region: Region | None) -> None:
        assert self._edited is not None
        example = self._example_of(self._edited.source)
        if example:
            self._put(example, replace(example, region=region))
        else:
            self._search_by((replace(self._edited, region=region),))
        self.region_closed.emit()

    # --- everything else ----------------------------------------------------------------------

    def set_by(self, name: str) -> None:
        """Compare in another space, which has to be there."""
        # It may have taken minutes until it was.
        if self._question.examples:
            self._ask(replace(self._question, by=name))

    def set_metric(self, metric: Metric) -> None:
        """Say in another way how far apart photos are; what is similar enough is another number
        then."""
        if self._question.examples:
            self._ask(replace(self._question, metric=metric, at_least=0.0, at_most=1.0))

    def filter(self, words: str) -> None:
        """Only photos that fit the words, in what is shown now."""
        self._is_unclear = False
        self._ask(replace(self._question, words=words))

    def show_folder(self, folder: Path) -> None:
        """All photos of a folder and those inside it."""
        self.show_all_that(folder_words(folder))

    def show_all_that(self, words: str) -> None:
        """All photos that fit a filter, as a place of its own."""
        query = Query(Question(words=words), self._order_of_photos)
        self._browser.ask(query, is_elsewhere=query.question != self._browser.place.query.question)

    def arrange(self, arrangement: Arrangement) -> None:
        self._browser.ask(replace(self._browser.query, arrangement=arrangement))

    def _set_range(self, at_least: float, at_most: float) -> None:
        if self._question.examples:
            self._ask(replace(self._question, at_least=at_least, at_most=at_most))

    # --- what is shown ------------------------------------------------------------------------

    def show_searching(self, query: Query) -> None:
        """A query is under way; what was found before stays until it is answered."""
        self._is_unclear = False
        self._sort.show_arrangement(query.arrangement, query.is_ranked)
        if query.has_examples:
            self._bar.show_query(self._view_while(query))

    def show_failed(self, error: Exception) -> None:
        """The search under way has no answer: words stay as they are, to be mended."""
        self._is_unclear = isinstance(error, FilterUnclear)
        self.show_place(self._browser.place)
        if isinstance(error, FilterUnclear):
            self._filter.show_trouble(said_of(error), error.word)
        else:
            self.failed.emit(error)

    def show_place(self, place: Place) -> None:
        """The query of a place, or the one under way, in the bar, the filter and the order."""
        query = self._browser.query
        if not self._is_unclear:
            self._filter.show_words(query.question.words)
        self._sort.show_arrangement(query.arrangement, query.is_ranked)
        if query.has_examples and self._browser.is_searching:
            self._bar.show_query(self._view_while(query))
        elif place.query.has_examples:
            self._bar.show_query(self._view(place))
        elif self._browser.has_searched and place.query.is_everything:
            self._bar.show_query(QueryView())
        else:
            self._bar.hide()

    def _forget_trouble(self) -> None:
        self._is_unclear = False

    def _view(self, place: Place) -> QueryView:
        question, answer = place.query.question, place.answer
        return QueryView(
            Asked.ANSWERED,
            self._chips(question, answer),
            answer.detail,
            answer.spaces,
            question.by,
            question.metric,
            question.at_least,
            question.at_most,
            is_saved=place.query.saved is not None,
            can_save=True,
        )

    def _view_while(self, query: Query) -> QueryView:
        """What is known at once of the query under way; else the bar stays as it is."""
        asked = query.question
        view = replace(
            self._bar.view,
            state=Asked.SEARCHING,
            by=asked.by,
            metric=asked.metric,
            at_least=asked.at_least,
            at_most=asked.at_most,
        )
        chips = self._chips(asked, self._browser.place.answer)
        return replace(view, chips=chips) if chips else view

    def _chips(self, question: Question, answer: Answer) -> tuple[ChipView, ...]:
        """Of those examples that there are pictures of."""
        shown = {each.example.source: each for each in answer.examples}
        examples = tuple(each for each in question.examples if each.source in shown)
        if examples:
            self._shown = examples
        return tuple(
            ChipView(
                shown[each.source].name,
                shown[each.source].picture,
                each.is_wanted,
                each.weight,
                each.region,
            )
            for each in examples
        )

    # --- asking -------------------------------------------------------------------------------

    @property
    def _question(self) -> Question:
        """What is asked now, whether it is answered yet or not."""
        return self._browser.query.question

    @property
    def _order_of_photos(self) -> Arrangement:
        arrangement = self._browser.query.arrangement
        return Arrangement() if arrangement.order is Order.SIMILARITY else arrangement

    def _search_by(self, examples: tuple[Example, ...]) -> None:
        self._begin(replace(self._question, examples=examples, unit=None))

    def _begin(self, question: Question) -> None:
        """Something new: a range that was chosen for others means nothing."""
        question = replace(question, at_least=0.0, at_most=1.0)
        if question == self._question and not self._browser.is_searching:
            self._browser.show_again()
        self._ask(question)

    def _ask_by(self, examples: tuple[Example, ...]) -> None:
        question = replace(self._question, examples=examples, unit=None)
        if not examples:
            question = replace(question, by="content", metric="cosine", at_least=0.0, at_most=1.0)
        self._ask(question)

    def _ask(self, question: Question) -> None:
        if question == self._question:
            return
        had, has = self._browser.query.is_ranked, Query(question).is_ranked
        arrangement = self._browser.query.arrangement
        if had != has:
            arrangement = BY_SIMILARITY if has else self._order_of_photos
        self._browser.ask(Query(question, arrangement))


def folder_words(folder: Path) -> str:
    """The filter that lets a folder's photos through."""
    return f"in:{quoted(str(folder))}"
