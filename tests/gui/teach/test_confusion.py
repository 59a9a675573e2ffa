import pytest
from PySide6.QtCore import Qt

from lookalike.gui.teach.confusion_panel import ConfusionPanel
from lookalike.gui.teach.confusion_view import confusion_view
from lookalike.gui.teach.teach_words import TeachWords


def view_of(teaching, most=None):
    return confusion_view(teaching.confusion, TeachWords().names(teaching.labels, {}), most)


@pytest.fixture
def panel(qtbot, feed, theme, make_teaching) -> ConfusionPanel:
    made = ConfusionPanel(feed, theme)
    qtbot.addWidget(made)
    made.resize(1000, 440)
    with qtbot.waitExposed(made):
        made.show()
    show(made, make_teaching())
    return made


def show(panel: ConfusionPanel, teaching) -> None:
    panel.show_confusion(teaching.confusion, TeachWords().names(teaching.labels, {}))


def test_what_is_taken_for_none_stands_last(make_teaching) -> None:
    view = view_of(make_teaching())
    assert view.names == ["boots", "hats", "none of these"]


def test_shares_are_of_all_photos_of_a_label(make_teaching) -> None:
    view = view_of(make_teaching())
    assert view.shares[0].tolist() == pytest.approx([10 / 11, 1 / 11, 0])
    part = view_of(make_teaching(20), most=2)
    assert part.shares[0, 0] == pytest.approx(10 / 29)


def test_the_most_confused_labels_are_kept_in_their_order_with_their_photos(make_teaching) -> None:
    view = view_of(make_teaching(20), most=3)
    assert view.names == ["label 18", "label 19", "label 20", "none of these"]
    assert len(view.photos[2, 3]) == 20
    assert view.worst == (2, 3)


def test_a_matrix_without_a_mistake_has_no_worst_cell(make_teaching) -> None:
    view = view_of(make_teaching())
    view.counts[:] = [[5, 0, 0], [0, 5, 0], [0, 0, 5]]
    assert view.worst is None


def test_at_first_the_photos_of_the_largest_mistake_are_shown(panel) -> None:
    assert panel.cell_text == "2 of “hats” told as “none of these” (17% of them)"
    assert list(panel.board.photos.ids) == [1200, 1201]


def test_a_click_on_a_cell_shows_its_photos(qtbot, panel) -> None:
    place = panel.table.visualRect(panel.table.cells.index(0, 1)).center()
    qtbot.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert panel.cell_text == "1 of “boots” told as “hats” (9% of them)"
    assert list(panel.board.photos.ids) == [100]


def test_the_arrows_walk_and_enter_shows_the_photos(qtbot, panel) -> None:
    panel.table.setFocus()
    panel.table.go_to(0, 0)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.cell_text == "10 of “boots” told rightly (91% of them)"
    qtbot.keyClick(panel.table, Qt.Key.Key_Down)
    qtbot.keyClick(panel.table, Qt.Key.Key_Right)
    qtbot.keyClick(panel.table, Qt.Key.Key_Return)
    assert panel.cell_text == "10 of “hats” told rightly (83% of them)"


def test_an_empty_cell_has_nothing_to_show(panel) -> None:
    before = panel.cell_text
    panel.table.clicked.emit(panel.table.cells.index(1, 0))
    assert panel.cell_text == before
    assert panel.table.cells.index(1, 0).data() == ""


def test_a_photo_is_opened_by_a_click_or_enter(qtbot, panel) -> None:
    panel.board.setFocus()
    with qtbot.waitSignal(panel.photo_wanted, timeout=1000) as told:
        qtbot.keyClick(panel.board, Qt.Key.Key_Return)
    assert told.args == [1200]
    place = panel.board.visualRect(panel.board.photos.index(1, 0)).center()
    with qtbot.waitSignal(panel.photo_wanted, timeout=1000) as told:
        qtbot.mouseClick(panel.board.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [1201]


def test_only_many_labels_are_cut_to_the_most_confused(panel, make_teaching) -> None:
    assert not panel.most_confused.isVisible()
    show(panel, make_teaching(12))
    assert panel.table.cells.columnCount() == 13
    assert not panel.most_confused.isVisible()
    show(panel, make_teaching(20))
    assert panel.table.cells.columnCount() == 13
    panel.most_confused.setChecked(False)
    assert panel.table.cells.columnCount() == 21


def test_twelve_labels_are_seen_without_scrolling(qtbot, panel, make_teaching) -> None:
    show(panel, make_teaching(12))
    bars = (panel.table.verticalScrollBar(), panel.table.horizontalScrollBar())
    qtbot.waitUntil(lambda: not any(bar.isVisible() for bar in bars), timeout=2000)


def test_a_long_name_is_cut_and_told_in_full(panel, make_teaching) -> None:
    teaching = make_teaching()
    name = "a very long name of a label " * 4
    panel.show_confusion(
        teaching.confusion, {**TeachWords().names(teaching.labels, {}), teaching.labels[0].id: name}
    )
    tip = panel.table.cells.headerData(0, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert tip == name
    assert panel.table.verticalHeader().width() < 200


def test_right_and_wrong_are_shaded_in_different_colours(panel, theme) -> None:
    image = panel.table.viewport().grab().toImage()

    def shade(row: int, column: int):
        cell = panel.table.visualRect(panel.table.cells.index(row, column))
        return image.pixelColor(cell.left() + 5, cell.top() + 5)

    right, wrong, empty = shade(0, 0), shade(1, 2), shade(1, 0)
    assert right.blue() > right.red()
    assert wrong.red() > wrong.blue()
    assert empty == theme.colour("placeholder")
