import pytest

from lookalike.gui.why.pair_desk import PairDesk, tops_of
from lookalike.gui.why.pair_view import Box
from lookalike.gui.why.why_page import WhyPage
from lookalike.photos import Region

STRONG = Box("query", Region(0, 0, 0.5, 0.5))
WEAK = Box("query", Region(0.5, 0.5, 0.5, 0.5))
WHOLE = Box("query", Region(0, 0, 1, 1))


@pytest.fixture
def page(qtbot, theme) -> WhyPage:
    made = WhyPage(theme)
    qtbot.addWidget(made)
    return made


@pytest.fixture
def desk(page, held_tasks) -> PairDesk:
    return PairDesk(page, held_tasks)


def put(page: WhyPage, box: Box | None) -> None:
    page.stage._put_box(box)


def test_a_box_tells_what_is_left_without_the_part(
    page, desk, held_tasks, make_explanation
) -> None:
    desk.show(make_explanation(), ("one", "other"))
    assert page.headline.figure == "80% similar"
    put(page, STRONG)
    held_tasks.run()
    assert page.headline.figure == "32% without this part"
    assert page.headline.detail.startswith("was 80%")
    assert page.stage.view.left.taken.tolist() == [[True, False], [False, False]]
    put(page, None)
    assert page.headline.figure == "80% similar"


def test_while_one_box_is_asked_about_only_the_newest_of_the_others_waits(
    page, desk, held_tasks, make_explanation
) -> None:
    desk.show(make_explanation(), ("", ""))
    for box in (STRONG, WHOLE, WEAK):
        put(page, box)
    assert len(held_tasks.waiting) == 1
    held_tasks.run()
    assert page.stage.view.left.taken.tolist() == [[False, False], [False, True]]


def test_a_box_over_everything_is_a_sentence(page, desk, held_tasks, make_explanation) -> None:
    failed: list[Exception] = []
    desk.failed.connect(failed.append)
    desk.show(make_explanation(), ("", ""))
    put(page, WHOLE)
    held_tasks.run()
    assert "nothing left" in page.headline.sentence
    assert page.stage.view.left is None
    assert failed == []
    put(page, None)
    assert page.headline.sentence == "Exact."


def test_a_box_stays_while_its_pair_becomes_finer_and_goes_with_the_pair(
    page, desk, held_tasks, make_explanation
) -> None:
    desk.show(make_explanation(), ("", ""))
    put(page, STRONG)
    desk.show(make_explanation(), ("", ""), is_finer=True)
    assert page.stage.view.box == STRONG
    held_tasks.run()
    assert page.headline.figure == "32% without this part"
    desk.show(make_explanation(), ("", ""))
    assert page.stage.view.box is None
    assert page.headline.figure == "80% similar"


def test_an_answer_about_a_pair_that_was_left_is_refused(
    page, desk, held_tasks, make_explanation
) -> None:
    desk.show(make_explanation(), ("", ""))
    put(page, STRONG)
    desk.drop()
    held_tasks.run()
    assert page.stage.view.left is None


def test_heat_and_lines_are_those_that_were_chosen(page, desk, make_explanation) -> None:
    desk.show(make_explanation(), ("", ""))
    page._toggle_lines()
    page._next_heat()
    desk.show(make_explanation(), ("", ""))
    assert not page.stage.view.has_lines
    assert page.stage.view.mode is page.heat_mode
    assert page.heat_mode.value == "nearest"


def test_what_is_compared_is_drawn_on_one_scale(make_explanation) -> None:
    tops = tops_of([make_explanation(), make_explanation(is_exact=False)])
    assert (tops.cell, tops.link) == (0.75, 0.375)
    assert tops_of([make_explanation(is_exact=False)]).link == 0
