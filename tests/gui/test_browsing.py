from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from lookalike.errors import NothingToSearch
from lookalike.gui.browsing import MATCHES, Answer, Browser, Place, Query
from lookalike.gui.grid.contents import GridContents, Section, plain
from lookalike.library.arrangement import Arrangement, Order
from lookalike.library.search.questions import Example, Question, UnitOfLayer
from lookalike.photos import PhotoId

RED, BLUE = Example(Path("red.jpg")), Example(Path("blue.jpg"))
BY_RED, BY_BLUE = Query(Question((RED,))), Query(Question((BLUE,)))
DOGS = Query(Question(words="dog"))
BY_UNIT = Query(Question(unit=UnitOfLayer("stem", 3)))
BY_DATE = Query(arrangement=Arrangement(Order.DATE))


@dataclass
class Work:
    """One search that was started, answered when the test says so."""

    query: Query
    wanted: int
    done: object
    failed: object
    is_refused: bool = False

    def refuse(self) -> None:
        self.is_refused = True

    def answer(self, *ids: int, has_more: bool = False) -> None:
        """As `Tasks` does it: an answer that was refused is not delivered."""
        if not self.is_refused:
            self.done(Answer(plain(photo_ids(*ids)), len(ids), has_more=has_more))

    def fail(self) -> None:
        if not self.is_refused:
            self.failed(NothingToSearch("No."))


class Searches(list):
    """In place of `Tasks` and of what finds photos."""

    def start(self, work, *, done, failed, progressed=None) -> Work:
        query, wanted = work.args
        started = Work(query, wanted, done, failed)
        self.append(started)
        return started


def photo_ids(*ids: int) -> list[PhotoId]:
    return [PhotoId(each) for each in ids]


@pytest.fixture
def searches() -> Searches:
    return Searches()


@pytest.fixture
def browser(qapp, searches: Searches) -> Browser:
    made = Browser(lambda *_, **__: None, searches)
    made.take_library(photo_ids(1, 2, 3))
    return made


@pytest.fixture
def told(browser: Browser) -> list[str]:
    """What the browser says, in order."""
    heard: list[str] = []
    for name in ("arrived", "refreshed", "searching", "failed"):
        getattr(browser, name).connect(lambda _, name=name: heard.append(name))
    browser.leaving.connect(lambda: heard.append("leaving"))
    return heard


def shown(browser: Browser) -> list[PhotoId]:
    return list(browser.place.answer.contents.photo_ids)


def reach(browser: Browser, searches: Searches, query: Query, *ids: int, **more: bool) -> None:
    browser.ask(query)
    searches[-1].answer(*ids, **more)


# --- kinds of queries -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "is_ranked"), [(Query(), False), (DOGS, False), (BY_RED, True), (BY_UNIT, True)]
)
def test_examples_and_units_rank_photos(query: Query, is_ranked: bool) -> None:
    assert query.is_ranked is is_ranked
    assert query.is_everything is (query == Query())


# --- which query is a place of its own ------------------------------------------------------------


@pytest.mark.parametrize(
    ("asked", "before", "refines"),
    [
        (BY_RED, BY_BLUE, False),
        (Query(Question((RED,), words="dog")), BY_RED, True),
        (Query(Question((RED,), at_least=0.5)), BY_RED, True),
        (Query(BY_RED.question, Arrangement(Order.DATE)), BY_RED, True),
        (Query(Question((RED,), by="colour")), BY_RED, False),
        (BY_UNIT, Query(), False),
        (BY_UNIT, DOGS, False),
        (Query(Question(unit=UnitOfLayer("stem", 4))), BY_UNIT, False),
        (Query(replace(BY_UNIT.question, words="dog")), BY_UNIT, True),
        (BY_RED, BY_UNIT, False),
        (DOGS, Query(), False),
        (Query(Question(words="dogs")), DOGS, True),
        (Query(), DOGS, True),
        (BY_DATE, Query(), True),
        (Query(), BY_RED, False),
        (replace(DOGS, saved=3), Query(Question(words="cat")), False),
        (replace(DOGS, saved=3, arrangement=BY_DATE.arrangement), replace(DOGS, saved=3), True),
    ],
)
def test_a_closer_look_replaces_and_anything_else_is_a_place(
    asked: Query, before: Query, refines: bool
) -> None:
    assert asked.refines(before) is refines


def test_typing_into_the_filter_makes_one_place(browser: Browser, searches: Searches) -> None:
    for words in ("d", "do", "dog"):
        reach(browser, searches, Query(Question(words=words)), 2)
    browser.back()
    assert browser.place.query == Query()
    assert not browser.can_go_back


def test_who_says_so_gets_a_place_whatever_it_looks_like(
    browser: Browser, searches: Searches
) -> None:
    reach(browser, searches, DOGS, 1)
    browser.ask(Query(Question(words="cat")), is_elsewhere=True)
    searches[-1].answer(2)
    browser.back()
    assert browser.place.query == DOGS


# --- answers --------------------------------------------------------------------------------------


def test_all_photos_are_shown_without_a_search(browser: Browser, searches: Searches) -> None:
    assert shown(browser) == [1, 2, 3]
    reach(browser, searches, DOGS, 1)
    browser.ask(Query())
    assert shown(browser) == [1, 2, 3]
    assert len(searches) == 1


def test_what_was_found_stays_until_the_answer(
    browser: Browser, searches: Searches, told: list[str]
) -> None:
    browser.ask(BY_RED)
    assert told == ["searching"]
    assert browser.is_searching
    assert (browser.query, browser.place.query) == (BY_RED, Query())
    searches[0].answer(2)
    assert told == ["searching", "leaving", "arrived"]
    assert not browser.is_searching
    assert shown(browser) == [2]


def test_an_answer_that_is_not_waited_for_is_refused(browser: Browser, searches: Searches) -> None:
    browser.ask(BY_RED)
    browser.ask(BY_BLUE)
    searches[1].answer(3)
    searches[0].answer(2)
    assert shown(browser) == [3]
    browser.back()
    assert browser.place.query == Query()


@pytest.mark.parametrize("go", ["back", "show_all"])
def test_going_elsewhere_gives_up_what_was_asked(
    browser: Browser, searches: Searches, go: str
) -> None:
    reach(browser, searches, BY_RED, 2)
    browser.ask(BY_BLUE)
    getattr(browser, go)()
    searches[1].answer(3)
    assert browser.place.query == Query()
    assert browser.query == Query()


def test_all_photos_asked_for_while_searching_from_there_end_the_search(
    browser: Browser, searches: Searches, told: list[str]
) -> None:
    browser.ask(BY_RED)
    browser.show_all()
    assert told == ["searching", "refreshed"]
    assert not browser.is_searching
    searches[0].answer(2)
    assert shown(browser) == [1, 2, 3]


def test_giving_up_stays_where_one_is(
    browser: Browser, searches: Searches, told: list[str]
) -> None:
    browser.ask(BY_DATE)
    browser.give_up()
    searches[0].answer(3, 2, 1)
    assert told == ["searching", "refreshed"]
    assert shown(browser) == [1, 2, 3]
    assert browser.query == Query()


def test_a_search_that_fails_changes_nothing(
    browser: Browser, searches: Searches, told: list[str]
) -> None:
    browser.ask(BY_RED)
    searches[0].fail()
    assert told == ["searching", "failed"]
    assert not browser.is_searching
    assert not browser.can_go_back
    assert shown(browser) == [1, 2, 3]


def test_a_closer_look_is_as_long_as_the_one_before(browser: Browser, searches: Searches) -> None:
    reach(browser, searches, BY_RED, 2, has_more=True)
    browser.more()
    searches[-1].answer(2, 3, has_more=True)
    browser.ask(Query(Question((RED,), at_least=0.2)))
    assert searches[-1].wanted == 2 * MATCHES
    browser.ask(BY_BLUE)
    assert searches[-1].wanted == MATCHES


def test_what_is_shown_can_be_asked_for_again(browser: Browser, told: list[str]) -> None:
    browser.show_again()
    assert told == ["leaving", "arrived"]


# --- more, and anew -------------------------------------------------------------------------------


def test_more_is_looked_for_where_there_is_more(
    browser: Browser, searches: Searches, told: list[str]
) -> None:
    reach(browser, searches, BY_RED, 2, has_more=True)
    told.clear()
    browser.more()
    assert searches[-1].wanted == 2 * MATCHES
    searches[-1].answer(2, 3)
    assert told == ["refreshed"]
    assert shown(browser) == [2, 3]
    browser.more()
    assert len(searches) == 2


def test_more_waits_for_an_answer_that_is_on_its_way(browser: Browser, searches: Searches) -> None:
    reach(browser, searches, BY_RED, 2, has_more=True)
    browser.renew()
    browser.more()
    assert len(searches) == 2
    searches[-1].answer(2, 3, has_more=True)
    assert searches[-1].wanted == 2 * MATCHES


def test_there_is_no_more_of_what_is_being_left(browser: Browser, searches: Searches) -> None:
    reach(browser, searches, BY_RED, 2, has_more=True)
    browser.ask(BY_BLUE)
    browser.more()
    assert [search.query for search in searches] == [BY_RED, BY_BLUE]


@pytest.mark.parametrize("ends", ["answer", "fail"])
def test_many_changes_are_caught_up_with_once(
    browser: Browser, searches: Searches, ends: str
) -> None:
    reach(browser, searches, DOGS, 1)
    for _ in range(5):
        browser.renew()
    assert len(searches) == 2
    getattr(searches[1], ends)()
    assert len(searches) == 3
    searches[2].answer(1)
    assert len(searches) == 3


def test_renewing_is_refused_once_the_place_is_left(browser: Browser, searches: Searches) -> None:
    reach(browser, searches, DOGS, 1)
    browser.renew()
    browser.back()
    searches[1].answer(1, 2)
    assert shown(browser) == [1, 2, 3]
    browser.forward()
    searches[-1].answer(1, 3)
    assert shown(browser) == [1, 3]


# --- photos come and go ---------------------------------------------------------------------------


def test_new_photos_join_all_photos(browser: Browser, told: list[str]) -> None:
    browser.take_library(photo_ids(1, 2, 3, 4))
    assert shown(browser) == [1, 2, 3, 4]
    assert told == ["refreshed"]


@pytest.mark.parametrize(
    "query", [DOGS, BY_DATE, replace(BY_RED, saved=1), replace(BY_UNIT, saved=1)]
)
def test_new_photos_join_what_is_live(browser: Browser, searches: Searches, query: Query) -> None:
    reach(browser, searches, query, 1)
    browser.take_library(photo_ids(1, 2, 3, 4))
    searches[-1].answer(1, 4)
    assert shown(browser) == [1, 4]


@pytest.mark.parametrize("query", [BY_RED, BY_UNIT])
def test_new_photos_do_not_move_results(browser: Browser, searches: Searches, query: Query) -> None:
    reach(browser, searches, query, 3, 1)
    browser.take_library(photo_ids(1, 2, 3, 4))
    assert len(searches) == 1


@pytest.mark.parametrize("place", ["shown", "stacked"])
def test_a_photo_that_is_gone_leaves_the_results(
    browser: Browser, searches: Searches, place: str
) -> None:
    browser.ask(BY_RED)
    stacks = {PhotoId(1): photo_ids(3)} if place == "stacked" else {}
    sections = (Section("", photo_ids(1, 3) if place == "shown" else photo_ids(1)),)
    searches[0].done(Answer(GridContents(sections, stacks=stacks), 2))
    browser.take_library(photo_ids(1, 2))
    assert len(searches) == 2
    searches[1].answer(1)
    assert shown(browser) == [1]


def test_back_and_forward_catch_up_with_what_came(browser: Browser, searches: Searches) -> None:
    reach(browser, searches, DOGS, 1)
    reach(browser, searches, BY_RED, 3)
    browser.take_library(photo_ids(1, 2, 3, 4))
    browser.back()
    assert searches[-1].query == DOGS
    searches[-1].answer(1, 4)
    assert shown(browser) == [1, 4]
    browser.back()
    assert shown(browser) == [1, 2, 3, 4]
    browser.forward()
    searches[-1].answer(1, 4)
    before = len(searches)
    browser.forward()
    assert browser.place.query == BY_RED
    assert len(searches) == before


def test_all_photos_are_shown_where_they_were_left(browser: Browser, searches: Searches) -> None:
    browser.place.scrolled_to, browser.place.chosen = 40, PhotoId(2)
    reach(browser, searches, BY_RED, 3)
    browser.show_all()
    assert (browser.place.scrolled_to, browser.place.chosen) == (40, PhotoId(2))
    assert browser.can_go_back


# --- saved searches -------------------------------------------------------------------------------


def test_what_was_saved_is_known_wherever_it_is_asked(browser: Browser, searches: Searches) -> None:
    reach(browser, searches, BY_RED, 3)
    reach(browser, searches, BY_BLUE, 3)
    browser.tell_saved(BY_RED.question, 7)
    assert browser.place.query.saved is None
    browser.back()
    assert browser.place.query.saved == 7


def test_a_filter_that_is_written_otherwise_is_so_wherever_it_was_asked(
    browser: Browser, searches: Searches
) -> None:
    reach(browser, searches, DOGS, 3)
    reach(browser, searches, BY_BLUE, 3)
    browser.tell_reworded({DOGS.question.words: "wolves"})
    assert browser.place.query == BY_BLUE
    browser.back()
    assert browser.place.query.question.words == "wolves"


def test_a_deleted_search_is_none_any_more(
    browser: Browser, searches: Searches, told: list[str]
) -> None:
    reach(browser, searches, replace(BY_RED, saved=7), 3)
    told.clear()
    browser.tell_deleted(7)
    assert browser.place.query == BY_RED
    assert told == ["refreshed"]


def test_a_new_place_is_all_photos() -> None:
    assert Place().query.is_everything
