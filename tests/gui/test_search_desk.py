from dataclasses import dataclass, replace
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from lookalike.errors import FilterUnclear, PhotoUnreadable
from lookalike.gui import answering
from lookalike.gui.browsing import BY_SIMILARITY, Answer, Browser, ExampleView, Query
from lookalike.gui.drops import Wish
from lookalike.gui.grid.contents import plain
from lookalike.gui.incoming import Incoming
from lookalike.gui.panels.filter_box import FilterBox
from lookalike.gui.panels.query_bar import Asked, QueryBar
from lookalike.gui.panels.region_editor import RegionEditor
from lookalike.gui.panels.sort_button import SortButton
from lookalike.gui.search_desk import MOST_EXAMPLES, SearchDesk, folder_words
from lookalike.library.arrangement import Arrangement, Order
from lookalike.library.filters.filtering import fitting_photos
from lookalike.library.intake.importing import import_folders
from lookalike.library.library import Library
from lookalike.library.search.questions import Example, Question, UnitOfLayer
from lookalike.photos import PhotoId, Region
from lookalike.progress import Progress

RED, BLUE, GREEN = PhotoId(1), PhotoId(2), PhotoId(3)
UNIT = UnitOfLayer("stem", 3)
CORNER = Region(0, 0, 0.5, 0.5)


@dataclass
class Desk:
    """A search desk with its panels, over a library that answers everything."""

    search: SearchDesk
    browser: Browser
    bar: QueryBar
    filter: FilterBox
    sort: SortButton
    editor: RegionEditor
    held: object
    heard: list[object]

    @property
    def asked(self) -> Question:
        self.held.run()
        return self.browser.place.query.question

    @property
    def sources(self) -> list[object]:
        return [example.source for example in self.asked.examples]

    @property
    def chips(self) -> list[tuple[str, bool, float]]:
        return [(chip.name, chip.is_wanted, chip.weight) for chip in self.bar.view.chips]


@pytest.fixture
def desk(qtbot, theme, held_tasks, monkeypatch: pytest.MonkeyPatch) -> Desk:
    def find(query: Query, *_: object) -> Answer:
        if query.question.words == "date:someday":
            raise FilterUnclear("That is no date.", word="someday")
        examples = query.question.examples
        if any(example.source == Path("notes.txt") for example in examples):
            raise PhotoUnreadable("it is no picture")
        shown = tuple(ExampleView(each, str(each.source), QImage()) for each in examples)
        return Answer(plain([GREEN]), 1, "The 1 most similar", examples=shown)

    def show_example(_: object, example: Example, __: int) -> ExampleView:
        return ExampleView(example, "large", QImage(64, 48, QImage.Format.Format_RGB32))

    monkeypatch.setattr(answering, "show_example", show_example)
    browser = Browser(find, held_tasks)
    bar, sort, editor = QueryBar(theme), SortButton(theme), RegionEditor(theme)
    box = FilterBox(lambda *_: [], held_tasks, theme)
    for panel in (bar, sort, editor, box):
        qtbot.addWidget(panel)
    search = SearchDesk(None, browser, bar, box, sort, editor, held_tasks)
    heard: list[object] = []
    search.said.connect(heard.append)
    search.failed.connect(heard.append)
    search.region_opened.connect(lambda: heard.append("opened"))
    search.region_closed.connect(lambda: heard.append("closed"))
    browser.searching.connect(search.show_searching)
    browser.arrived.connect(search.show_place)
    browser.refreshed.connect(search.show_place)
    browser.failed.connect(search.show_failed)
    return Desk(search, browser, bar, box, sort, editor, held_tasks, heard)


# --- by pictures ----------------------------------------------------------------------------------


def test_a_picture_is_searched_by_in_the_order_of_similarity(desk: Desk) -> None:
    desk.search.search_by([RED])
    assert desk.asked == Question((Example(RED),))
    assert desk.browser.place.query.arrangement == BY_SIMILARITY
    assert desk.chips == [("1", True, 1.0)]
    assert desk.bar.view.state is Asked.ANSWERED


def test_another_picture_is_searched_by_among_the_same_photos_with_no_range(desk: Desk) -> None:
    desk.search.search_by([RED])
    desk.bar.range_wanted.emit(0.3, 0.9)
    desk.search.filter("dog")
    desk.search.search_by([BLUE])
    assert desk.asked == Question((Example(BLUE),), words="dog")


def test_of_very_many_pictures_the_first_are_searched_by(desk: Desk) -> None:
    many = [PhotoId(number) for number in range(1, 101)]
    desk.search.search_by(many)
    assert desk.sources == many[:MOST_EXAMPLES]
    assert desk.heard == [f"Searching by the first {MOST_EXAMPLES} of 100 pictures."]
    desk.search.mark(PhotoId(500), is_wanted=True)
    assert desk.sources == many[:MOST_EXAMPLES]
    assert desk.heard[1] == f"A search takes at most {MOST_EXAMPLES} pictures."


def test_searching_by_the_same_again_brings_it_back_to_view(qtbot, desk: Desk) -> None:
    desk.search.search_by([RED])
    desk.held.run()
    with qtbot.waitSignal(desk.browser.arrived, timeout=1000):
        desk.search.search_by([RED])
    assert desk.held.waiting == []
    desk.browser.back()
    assert not desk.browser.can_go_back


def test_a_search_that_is_under_way_is_not_started_again(desk: Desk) -> None:
    desk.search.search_by([RED])
    desk.search.search_by([RED])
    assert len(desk.held.waiting) == 1


# --- by a unit ------------------------------------------------------------------------------------


def test_a_unit_is_searched_by_in_its_own_order_among_the_same_photos(desk: Desk) -> None:
    desk.search.filter("dog")
    desk.held.run()
    by_name = Arrangement(Order.NAME)
    desk.search.arrange(by_name)
    desk.search.search_by_unit(UNIT)
    assert desk.asked == Question(words="dog", unit=UNIT)
    assert desk.browser.place.query.arrangement == BY_SIMILARITY
    desk.search.filter("")
    assert desk.asked == Question(unit=UNIT)


def test_a_unit_takes_the_place_of_pictures_and_of_what_was_chosen_for_them(desk: Desk) -> None:
    desk.search.search_by([RED, BLUE])
    desk.bar.range_wanted.emit(0.3, 0.9)
    desk.search.set_by("colour")
    desk.search.search_by_unit(UNIT)
    assert desk.asked == Question(unit=UNIT)


@pytest.mark.parametrize(
    "search",
    [
        lambda search: search.search_by([RED]),
        lambda search: search.mark(RED, is_wanted=True),
        lambda search: search.add([RED], is_wanted=True),
    ],
)
def test_a_picture_takes_the_place_of_a_unit(desk: Desk, search) -> None:
    desk.search.search_by_unit(UNIT)
    desk.held.run()
    search(desk.search)
    assert desk.asked == Question((Example(RED),))
    assert desk.browser.place.query.arrangement == BY_SIMILARITY


def test_photos_are_back_in_their_own_order_after_a_unit(desk: Desk) -> None:
    desk.search.search_by_unit(UNIT)
    desk.held.run()
    desk.search.mark(RED, is_wanted=True)
    desk.held.run()
    desk.search.mark(RED, is_wanted=True)
    assert desk.asked == Question()
    assert desk.browser.place.query.arrangement == Arrangement()


def test_the_order_of_a_unit_can_be_chosen_like_that_of_similarity(desk: Desk) -> None:
    assert not desk.sort.action_of(Order.SIMILARITY).isVisible()
    desk.search.search_by_unit(UNIT)
    assert desk.sort.action_of(Order.SIMILARITY).isVisible()
    desk.held.run()
    assert desk.sort.action_of(Order.SIMILARITY).isVisible()
    assert desk.sort.action_of(Order.SIMILARITY).isChecked()


def test_searching_by_the_same_unit_again_brings_it_back_to_view(qtbot, desk: Desk) -> None:
    desk.search.search_by_unit(UNIT)
    desk.held.run()
    with qtbot.waitSignal(desk.browser.arrived, timeout=1000):
        desk.search.search_by_unit(UNIT)
    assert desk.held.waiting == []


# --- marks ----------------------------------------------------------------------------------------


def test_a_mark_adds_an_example_and_the_same_mark_takes_it_back(desk: Desk) -> None:
    desk.search.search_by([RED])
    desk.search.mark(BLUE, is_wanted=False)
    assert desk.asked.examples == (Example(RED), Example(BLUE, is_wanted=False))
    desk.search.mark(BLUE, is_wanted=False)
    assert desk.asked.examples == (Example(RED),)


def test_the_other_mark_turns_an_example_round(desk: Desk) -> None:
    desk.search.search_by([RED, BLUE])
    desk.search.mark(RED, is_wanted=False)
    assert desk.asked.examples == (Example(BLUE), Example(RED, is_wanted=False))


def test_a_mark_without_a_search_begins_one(desk: Desk) -> None:
    desk.search.filter("dog")
    desk.search.mark(RED, is_wanted=True)
    assert desk.asked == Question((Example(RED),), words="dog")


def test_marks_made_while_searching_all_count(desk: Desk) -> None:
    desk.search.search_by([RED])
    desk.search.mark(BLUE, is_wanted=True)
    desk.search.mark(GREEN, is_wanted=False)
    assert desk.sources == [RED, BLUE, GREEN]


def test_the_last_example_taken_away_leads_back_to_all_photos(desk: Desk) -> None:
    desk.search.arrange(Arrangement(Order.NAME))
    desk.search.search_by([RED])
    desk.held.run()
    desk.bar.by_wanted.emit("colour")
    desk.search.set_by("colour")
    desk.bar.range_wanted.emit(0.3, 0.9)
    desk.held.run()
    desk.bar.chip_removed.emit(0)
    assert desk.asked == Question()


# --- chips ----------------------------------------------------------------------------------------


def test_chips_are_turned_weighed_and_removed(desk: Desk) -> None:
    desk.search.search_by([RED, BLUE])
    desk.held.run()
    desk.bar.chip_changed.emit(1, False, 2.0)
    assert desk.asked.examples == (Example(RED), Example(BLUE, weight=2.0, is_wanted=False))
    desk.bar.chip_removed.emit(0)
    assert desk.sources == [BLUE]


def test_a_chip_shows_its_new_weight_before_the_answer(desk: Desk) -> None:
    desk.search.search_by([RED, BLUE])
    desk.held.run()
    desk.bar.chip_changed.emit(1, True, 2.0)
    assert desk.bar.view.state is Asked.SEARCHING
    assert desk.chips == [("1", True, 1.0), ("2", True, 2.0)]


def test_a_range_stays_where_it_was_put_while_it_is_searched_for(desk: Desk) -> None:
    desk.search.search_by([RED])
    desk.held.run()
    desk.bar.range_wanted.emit(0.3, 0.9)
    assert desk.bar.range_slider.percents == (30, 90)
    assert desk.browser.is_searching


def test_chips_removed_faster_than_answers_come_are_the_right_ones(desk: Desk) -> None:
    desk.search.search_by([RED, BLUE, GREEN])
    desk.held.run()
    desk.bar.chip_removed.emit(0)
    assert [name for name, *_ in desk.chips] == ["2", "3"]
    desk.bar.chip_removed.emit(1)
    assert desk.sources == [BLUE]


def test_a_chip_of_a_search_that_is_being_left_does_nothing(desk: Desk) -> None:
    desk.search.search_by([RED])
    desk.held.run()
    desk.search.search_by([BLUE])
    assert [name for name, *_ in desk.chips] == ["1"]
    desk.bar.chip_removed.emit(0)
    desk.bar.chip_changed.emit(0, False, 1.0)
    desk.bar.region_wanted.emit(0)
    assert desk.sources == [BLUE]


# --- by a part ------------------------------------------------------------------------------------


def test_a_part_of_an_example_is_searched_by(desk: Desk) -> None:
    desk.search.search_by([RED, BLUE])
    desk.held.run()
    desk.bar.region_wanted.emit(1)
    desk.held.run()
    desk.editor.chosen.emit(CORNER)
    assert desk.asked.examples == (Example(RED), Example(BLUE, CORNER))
    assert desk.heard == ["opened", "closed"]


def test_a_part_of_a_photo_is_a_search_of_its_own(desk: Desk) -> None:
    desk.search.search_by([RED])
    desk.bar.range_wanted.emit(0.3, 0.9)
    desk.search.choose_region(BLUE)
    desk.held.run()
    desk.editor.chosen.emit(CORNER)
    assert desk.asked == Question((Example(BLUE, CORNER),))


def test_the_part_of_a_photo_that_is_searched_by_already_is_changed(desk: Desk) -> None:
    desk.search.search_by([RED, BLUE])
    desk.held.run()
    for part in (CORNER, None):
        desk.search.choose_region(RED)
        desk.held.run()
        desk.editor.chosen.emit(part)
        assert desk.asked.examples == (Example(RED, part), Example(BLUE))


def test_only_the_last_part_that_was_asked_for_opens(desk: Desk) -> None:
    desk.search.choose_region(RED)
    desk.search.choose_region(BLUE)
    desk.held.run()
    assert desk.heard == ["opened"]
    desk.editor.chosen.emit(CORNER)
    assert desk.sources == [BLUE]


# --- what was dropped -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("wish", "examples"),
    [
        (Wish.SEARCH, (Example(BLUE), Example(Path("a.jpg")))),
        (Wish.MORE, (Example(RED), Example(BLUE), Example(Path("a.jpg")))),
        (
            Wish.LESS,
            (
                Example(RED),
                Example(BLUE, is_wanted=False),
                Example(Path("a.jpg"), is_wanted=False),
            ),
        ),
    ],
)
def test_dropped_pictures_do_what_the_place_promised(
    desk: Desk, wish: Wish, examples: tuple[Example, ...]
) -> None:
    desk.search.search_by([RED])
    desk.search.take(Incoming(photos=[BLUE], pictures=[Path("a.jpg")]), wish)
    assert desk.asked.examples == examples


@pytest.mark.parametrize("wish", [Wish.SEARCH, Wish.MORE, Wish.LESS])
def test_a_picture_without_a_file_is_taken_as_data(desk: Desk, wish: Wish) -> None:
    desk.search.search_by([RED])
    desk.search.take(Incoming(image=QImage(4, 4, QImage.Format.Format_RGB32)), wish)
    last = desk.asked.examples[-1]
    assert last.source[1:4] == b"PNG"
    assert last.is_wanted is (wish is not Wish.LESS)
    assert len(desk.asked.examples) == (1 if wish is Wish.SEARCH else 2)


def test_a_dropped_folder_is_no_search(desk: Desk) -> None:
    desk.search.take(Incoming(folders=[Path("photos")]))
    assert desk.held.waiting == []


# --- words, spaces, ranges, orders ----------------------------------------------------------------


def test_words_keep_the_examples(desk: Desk) -> None:
    desk.search.search_by([RED])
    desk.search.filter("dog")
    assert desk.asked == Question((Example(RED),), words="dog")
    desk.browser.back()
    assert desk.asked == Question()


def test_a_folder_is_a_place_and_leaves_the_examples(desk: Desk) -> None:
    desk.search.show_folder(Path("/a b"))
    desk.held.run()
    assert desk.filter.text() == folder_words(Path("/a b"))
    desk.search.search_by([RED])
    desk.held.run()
    desk.search.show_folder(Path("/c"))
    assert desk.asked == Question(words="in:/c")
    desk.search.show_folder(Path("/d"))
    desk.held.run()
    desk.browser.back()
    assert desk.asked == Question(words="in:/c")


def test_a_space_and_a_range_are_for_searches_alone(desk: Desk) -> None:
    desk.search.set_by("colour")
    desk.bar.range_wanted.emit(0.3, 0.9)
    assert desk.asked == Question()
    desk.search.search_by([RED])
    desk.search.set_by("colour")
    desk.bar.range_wanted.emit(0.3, 0.9)
    assert desk.asked == Question((Example(RED),), "colour", "", 0.3, 0.9)


def test_an_order_is_kept_from_folder_to_folder_but_not_for_results(desk: Desk) -> None:
    desk.search.arrange(Arrangement(Order.DATE))
    desk.search.show_folder(Path("/a"))
    desk.held.run()
    assert desk.browser.place.query.arrangement == Arrangement(Order.DATE)
    desk.search.search_by([RED])
    desk.held.run()
    assert desk.browser.place.query.arrangement == BY_SIMILARITY
    desk.search.arrange(Arrangement(Order.NAME))
    desk.search.mark(BLUE, is_wanted=True)
    desk.held.run()
    assert desk.browser.place.query.arrangement == Arrangement(Order.NAME)


# --- what is shown --------------------------------------------------------------------------------


def test_words_under_way_stay_in_the_box_whatever_else_is_shown(desk: Desk) -> None:
    desk.filter.setText("dog")
    desk.search.filter("dog")
    desk.search.show_place(desk.browser.place)
    assert desk.filter.text() == "dog"
    desk.browser.give_up()
    assert desk.filter.text() == ""


def test_the_bar_goes_on_searching_while_photos_come_in(desk: Desk) -> None:
    desk.search.search_by([RED])
    desk.browser.take_library([RED, BLUE])
    assert desk.bar.view.state is Asked.SEARCHING
    desk.held.run()
    assert desk.bar.view.state is Asked.ANSWERED


def test_a_search_that_was_given_up_leaves_the_bar_as_it_was(desk: Desk) -> None:
    desk.search.search_by([RED])
    desk.held.run()
    desk.search.search_by([BLUE])
    desk.browser.give_up()
    assert desk.bar.view.state is Asked.ANSWERED
    assert [name for name, *_ in desk.chips] == ["1"]


def test_words_that_are_not_understood_stay_to_be_mended(desk: Desk) -> None:
    desk.filter.setText("date:someday")
    desk.search.filter("date:someday")
    desk.held.run()
    desk.search.show_place(desk.browser.place)
    assert desk.filter.text() == "date:someday"
    assert desk.filter.trouble.plain_text == "That is no date."
    assert desk.heard == []
    desk.filter.setText("date:2021")
    desk.search.filter("date:2021")
    desk.held.run()
    assert desk.filter.text() == "date:2021"
    assert desk.filter.trouble.plain_text == ""


def test_words_that_are_not_understood_do_not_follow_to_another_place(desk: Desk) -> None:
    desk.search.search_by([RED])
    desk.held.run()
    desk.filter.setText("date:someday")
    desk.search.filter("date:someday")
    desk.held.run()
    desk.browser.back()
    assert desk.filter.text() == ""


def test_a_picture_that_cannot_be_read_is_told(desk: Desk) -> None:
    desk.search.search_by([Path("notes.txt")])
    desk.held.run()
    (error,) = desk.heard
    assert isinstance(error, PhotoUnreadable)
    assert desk.bar.isHidden()


def test_a_saved_search_has_a_full_star(desk: Desk) -> None:
    desk.search.search_by([RED])
    desk.held.run()
    assert not desk.bar.view.is_saved
    desk.browser.ask(replace(desk.browser.place.query, saved=4))
    desk.held.run()
    assert desk.bar.view.is_saved


@pytest.mark.parametrize("folder", ["plain", "with space", 'a "quoted” one'])
def test_the_words_of_a_folder_let_its_photos_through(
    library: Library, paint, tmp_path: Path, folder: str
) -> None:
    root = tmp_path / "photos"
    paint("in.png", folder=root / folder / "below")
    paint("out.png", folder=root / "other")
    import_folders(library, [root], Progress())
    fitting = fitting_photos(library, folder_words(root / folder))
    found = [photo.path.name for photo in library.photos(fitting.tolist())]
    assert found == ["in.png"]
