import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from lookalike.gui.evaluation.evaluation_form import FormView
from lookalike.gui.evaluation.evaluation_page import Detail, EvaluationPage
from lookalike.library.evaluation.photo_classes import ClassCount, ClassesBy
from lookalike.library.search.spaces import SpaceChoice

CONTENT = SpaceChoice("content", "Content", "What is in the picture.")
ENOUGH = FormView((CONTENT,), dict.fromkeys(ClassesBy, ClassCount(3, 30)))
SPACE, FIRST, QUERIES = 0, 2, 5


@pytest.fixture
def page(qtbot, feed, theme) -> EvaluationPage:
    made = EvaluationPage(feed, theme)
    qtbot.addWidget(made)
    made.resize(1240, 640)
    with qtbot.waitExposed(made):
        made.show()
    made.show_form(ENOUGH)
    return made


def column(page: EvaluationPage, number: int) -> list[str]:
    model = page.table.model()
    return [model.index(row, number).data() for row in range(model.rowCount())]


def test_a_library_without_folders_to_tell_apart_is_told_what_it_needs(page) -> None:
    few = dict.fromkeys(ClassesBy, ClassCount(1, 30))
    page.show_form(FormView((CONTENT,), few))
    assert page.texts[1] == "Two folders or labels are needed, with two photos each"
    assert not page.form.evaluate.isEnabled()
    page.show_form(ENOUGH)
    assert page.texts[1] == "Which way finds most of what is right?"
    assert not page.copy_table.isVisible()


def test_the_best_way_stands_first_with_its_intervals(page, ways) -> None:
    page.show_ways(ways)
    assert column(page, SPACE) == ["Content", "Content", "Pixels"]
    assert column(page, FIRST)[2] == "0.480 (0.460–0.510)"
    assert column(page, QUERIES) == ["1,579"] * 3
    assert page.texts == (
        "1,579 queries in 2 classes · in grey: 95% confidence intervals",
        "",
    )


def test_only_the_best_of_each_column_is_bold(page, ways) -> None:
    page.show_ways(ways)
    rows, role = page.rows, Qt.ItemDataRole.FontRole
    fonts = [[rows.index(row, at).data(role) for at in range(6)] for row in range(3)]
    bold = [[at for at, font in enumerate(line) if font and font.bold()] for line in fonts]
    assert bold == [[], [2, 3, 4], [2]]


def test_each_column_sorts_by_its_numbers(page, ways, make_way) -> None:
    page.show_ways([*ways, make_way("Shape", "cosine", (0.1, 0.1, 0.1), 90)])
    page.table.sortByColumn(QUERIES, Qt.SortOrder.AscendingOrder)
    assert column(page, QUERIES)[0] == "90"
    page.table.sortByColumn(SPACE, Qt.SortOrder.AscendingOrder)
    assert column(page, SPACE) == ["Content", "Content", "Pixels", "Shape"]
    page.table.sortByColumn(FIRST, Qt.SortOrder.DescendingOrder)
    assert column(page, FIRST)[-1].startswith("0.100")


def test_without_a_choice_all_curves_are_lit_and_else_the_chosen_ones(page, ways) -> None:
    page.show_ways(ways)
    assert [curve.is_lit for curve in page.plot().curves] == [True, True, True]
    page.table.select_number(2)
    assert [curve.is_lit for curve in page.plot().curves] == [False, False, True]
    page.plot().curve_chosen.emit(0)
    assert page.table.selected_numbers == [0]
    page.plot().curve_chosen.emit(0)
    assert [curve.is_lit for curve in page.plot().curves] == [True, True, True]


def test_what_is_chosen_stays_so_while_it_is_sorted_and_while_more_comes(
    page, ways, make_way
) -> None:
    page.show_ways(ways)
    page.table.select_number(0)
    page.table.sortByColumn(SPACE, Qt.SortOrder.DescendingOrder)
    assert page.table.selected_numbers == [0]
    page.show_ways([make_way("Shape"), *ways])
    assert [way.space for way in page.chosen_ways] == ["Pixels"]
    assert [curve.is_lit for curve in page.plot().curves] == [False, True, False, False]


def test_details_are_of_the_chosen_way_or_of_the_first(page, ways) -> None:
    page.show_ways(ways)
    assert page.way is ways[1]
    page.table.select_number(0)
    page.show_detail(Detail.WORST)
    assert page.board.rows.shown is ways[0].worst
    page.show_detail(Detail.CLASSES)
    model = page.class_table.model()
    assert [model.index(row, 0).data() for row in range(2)] == ["skirt", "hat"]


def test_the_query_is_searched_by_as_it_was_evaluated(qtbot, page, ways) -> None:
    page.show_ways(ways)
    page.table.select_number(2)
    page.show_detail(Detail.WORST)
    with qtbot.waitSignal(page.query_wanted, timeout=1000) as told:
        page.board.clicked.emit(page.board.rows.index(0, 0))
    assert told.args == [1, ways[2]]


def test_the_table_is_copied_in_the_order_that_is_shown(qtbot, page, ways) -> None:
    page.show_ways(ways)
    with qtbot.waitSignal(page.copied, timeout=1000):
        page.copy_table.click()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert [line.split("\t")[0] for line in lines] == ["Space", "Content", "Content", "Pixels"]
    page.copy_markdown.click()
    assert QGuiApplication.clipboard().text().startswith("| Space | Distance |")


def test_a_low_page_leaves_room_for_the_details(page, ways) -> None:
    page.show_ways(ways * 7)
    high = page.table.height()
    page.resize(1240, 420)
    assert page.table.height() < min(high, 0.5 * page.height())


def test_a_narrow_page_does_without_the_queries(page, ways) -> None:
    page.show_ways(ways)
    assert not page.table.isColumnHidden(QUERIES)
    page.resize(980, 560)
    assert page.table.isColumnHidden(QUERIES)


@pytest.mark.parametrize("detail", Detail)
@pytest.mark.parametrize("scheme", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_every_detail_is_drawn_in_either_theme(page, ways, theme, detail, scheme) -> None:
    page.show_ways(ways)
    page.table.select_number(1)
    page.show_detail(detail)
    before = page.grab().toImage()
    theme.dress(Qt.ColorScheme.Dark if scheme is Qt.ColorScheme.Light else scheme)
    theme.dress(scheme)
    assert page.grab().toImage().pixelColor(2, 2) == theme.colour("window")
    assert not before.isNull()
