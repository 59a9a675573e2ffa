from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from lookalike.gui.teach.teach_page import Detail, TeachPage, TeachView
from lookalike.gui.teach.teach_words import TeachWords
from lookalike.library.teaching.taught import LayerAccuracy
from lookalike.photos import Label, LabelId


@pytest.fixture
def page(qtbot, feed, theme) -> TeachPage:
    made = TeachPage(feed, theme)
    qtbot.addWidget(made)
    made.resize(1060, 600)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_before_there_is_enough_it_says_what_to_do(page, unready) -> None:
    page.show_view(TeachView(unready, None, None, {}))
    assert page.is_empty
    assert page.readiness.title == "Teach it your own words"


def test_enter_begins_what_comes_next(qtbot, page, ready, make_view) -> None:
    page.show_view(TeachView(ready, None, None, {}))
    with qtbot.waitSignal(page.teach_wanted, timeout=1000):
        qtbot.keyClick(page.readiness.teach, Qt.Key.Key_Return)
    page.show_view(make_view())
    with qtbot.waitSignal(page.suggest_wanted, timeout=1000):
        qtbot.keyClick(page.suggest, Qt.Key.Key_Return)


def test_the_sentence_gives_the_advice_where_there_is_one(page, make_view, make_teaching) -> None:
    page.show_view(make_view())
    assert not page.is_empty
    told = "Logistic regression, right in 94% ± 3 of held-out examples"
    assert page.texts == (f"{told}; 12 more of boots would help most.", "")
    page.show_view(make_view(replace(make_teaching(), gain=None)))
    assert page.texts == (f"{told}.", "")


def test_what_is_stale_is_told_and_teaching_again_comes_first(page, make_view, choice) -> None:
    view = make_view()
    page.show_view(view)
    assert [button.property("main") for button in (page.teach, page.suggest)] == [False, True]
    stale = replace(choice, is_stale=True, why_stale="Labels have changed since.")
    page.show_view(replace(view, choice=stale))
    assert page.texts[1] == "Labels have changed since."
    assert [button.property("main") for button in (page.teach, page.suggest)] == [True, False]


def test_after_a_new_start_the_choice_is_told_without_its_figures(page, ready, choice) -> None:
    page.show_view(TeachView(ready, choice, None, {}))
    assert page.texts[0] == "Logistic regression, right in 94% ± 3 of held-out examples."
    assert not page.overview.isVisible()
    page.show_detail(Detail.LAYERS)
    assert page.layers.isVisible()


def test_figures_stay_while_it_is_taught_again(page, make_view) -> None:
    page.show_view(make_view())
    page.show_progress("Comparing methods", 0.4)
    assert page.work.text == "Comparing methods"
    assert page.overview.isVisible()
    assert not page.teach.isEnabled()
    page.show_progress(None)
    assert not page.work.isVisible()
    assert page.teach.isEnabled()


def test_the_overview_has_the_methods_plots_and_notes(page, make_view) -> None:
    page.show_view(make_view())
    assert page.overview.neighbors.readout == "k = 5: right in 90% ± 2"
    assert page.overview.learning.readout == "10 examples of each label: right in 90% ± 5"
    assert page.overview.reliability.readout == "Calibration error: 2.1%"
    assert page.overview.notes.splitlines() == [
        "2 labelled photos are missing or no longer in the library, and not learned from.",
        "Too few examples so far: umbrellas",
    ]


def test_what_was_not_measured_is_left_out(page, make_view, make_teaching) -> None:
    teaching = make_teaching()
    nothing = replace(
        teaching.neighbors,
        at=teaching.neighbors.at[:0],
        means=teaching.neighbors.means[:0],
        deviations=teaching.neighbors.deviations[:0],
    )
    page.show_view(make_view(replace(teaching, neighbors=nothing, notes=(), left_out=())))
    assert not page.overview.neighbors.isVisible()
    assert page.overview.learning.isVisible()
    assert page.overview.notes == ""


def test_labels_are_sorted_by_what_needs_help_and_copied_as_shown(qtbot, page, make_view) -> None:
    page.show_view(make_view())
    page.show_detail(Detail.LABELS)
    with qtbot.waitSignal(page.copied, timeout=1000):
        page.copy_table.click()
    assert QGuiApplication.clipboard().text().splitlines() == [
        "Label\tExamples\tPrecision\tRecall\tF1",
        "hats\t11\t0.700\t0.800\t0.747",
        "boots\t10\t0.900\t0.800\t0.847",
    ]
    page.score_table.sortByColumn(1, Qt.SortOrder.AscendingOrder)
    assert page.score_table.numbers == [0, 1]


def test_only_the_table_can_be_copied(page, make_view) -> None:
    page.show_view(make_view())
    assert not page.copy_table.isVisible()
    page.show_detail(Detail.LABELS)
    assert page.copy_table.isVisible()


def test_suspects_are_counted(page, make_view, make_teaching) -> None:
    page.show_view(make_view())
    assert page.details.buttons[Detail.SUSPECTS].text() == "Suspect Labels · 2"
    page.show_view(make_view(make_teaching(suspects=0)))
    assert page.details.buttons[Detail.SUSPECTS].text() == "Suspect Labels"


def test_the_photo_that_is_chosen_is_that_of_what_is_shown(page, make_view) -> None:
    page.show_view(make_view())
    assert page.chosen is None
    page.show_detail(Detail.SUSPECTS)
    assert page.chosen == 1
    page.show_detail(Detail.CONFUSIONS)
    assert page.chosen is None


def test_which_layer_is_asked_and_answered(qtbot, page, make_view) -> None:
    page.show_view(make_view())
    page.show_detail(Detail.LAYERS)
    with qtbot.waitSignal(page.layers.compare_wanted, timeout=1000):
        page.layers.compare.click()
    page.layers.show_layers([LayerAccuracy("content", "Content", False, 0.9, 0.02, 5)])
    assert page.layers.text == "Told best by Content: 90% ± 2."
    assert page.layers.again.isVisible()
    assert not page.layers.compare.isVisible()


def test_names_that_are_alike_are_told_with_their_paths() -> None:
    cats, others, hats = (
        Label(LabelId(1), "cats"),
        Label(LabelId(2), "Cats", LabelId(9)),
        Label(LabelId(3), "hats", LabelId(9)),
    )
    paths = {LabelId(1): "cats", LabelId(2): "toys/Cats", LabelId(3): "toys/hats"}
    names = TeachWords().names([cats, others, hats], paths)
    assert [names[each.id] for each in (cats, others, hats)] == ["cats", "toys/Cats", "hats"]


@pytest.mark.parametrize("size", [(1060, 600), (640, 400)])
@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Dark, Qt.ColorScheme.Light])
def test_every_detail_is_drawn_in_either_theme_and_fits(
    page, make_view, make_teaching, theme, scheme, size
) -> None:
    page.resize(*size)
    page.show_view(make_view(make_teaching(20, suspects=30)))
    theme.dress(scheme)
    for detail in Detail:
        page.show_detail(detail)
        assert page.grab().toImage().pixelColor(2, 2) == theme.colour("window")
        assert page.width() <= size[0]
