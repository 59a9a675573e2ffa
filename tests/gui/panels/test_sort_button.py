import pytest

from lookalike.gui.panels.sort_button import SortButton
from lookalike.library.arrangement import GROUPED, Arrangement, Order


@pytest.fixture
def button(qtbot, theme) -> SortButton:
    made = SortButton(theme)
    qtbot.addWidget(made)
    return made


def offered(button: SortButton) -> list[str]:
    return [action.text() for action in button.menu().actions() if action.isVisible()]


def test_similarity_is_offered_with_a_query_alone(button: SortButton) -> None:
    button.show_arrangement(Arrangement(), has_query=False)
    assert "Similarity" not in offered(button)
    button.show_arrangement(Arrangement(Order.SIMILARITY), has_query=True)
    assert offered(button)[0] == "Similarity"
    assert button.text() == "Similarity ▾"


@pytest.mark.parametrize("order", [order for order in Order if order is not Order.DATE])
def test_every_order_can_be_chosen(qtbot, button: SortButton, order: Order) -> None:
    button.show_arrangement(Arrangement(Order.DATE), has_query=True)
    with qtbot.waitSignal(button.arrangement_wanted, timeout=500) as told:
        button.action_of(order).trigger()
    assert told.args[0].order is order


def test_dates_and_sizes_begin_with_the_newest_and_largest(qtbot, button: SortButton) -> None:
    for order in (Order.DATE, Order.NAME, Order.SIZE):
        with qtbot.waitSignal(button.arrangement_wanted, timeout=500) as told:
            button.action_of(order).trigger()
        assert told.args == [Arrangement(order, is_reversed=order is not Order.NAME)]


def test_what_holds_already_is_not_told(qtbot, button: SortButton) -> None:
    button.show_arrangement(Arrangement(Order.DATE), has_query=False)
    with qtbot.assertNotEmitted(button.arrangement_wanted):
        button.action_of(Order.DATE).trigger()
        button.show_arrangement(Arrangement(Order.NAME, True, True), has_query=True)


@pytest.mark.parametrize("order", list(Order))
def test_headings_are_offered_where_there_are_some(button: SortButton, order: Order) -> None:
    button.show_arrangement(Arrangement(order), has_query=True)
    assert button.grouped_action.isVisible() == (order in GROUPED)


def test_reversing_and_grouping_keep_the_rest(qtbot, button: SortButton) -> None:
    button.show_arrangement(Arrangement(Order.DATE), has_query=False)
    assert button.reversed_action.text() == "Newest First"
    with qtbot.waitSignal(button.arrangement_wanted, timeout=500) as told:
        button.reversed_action.trigger()
    assert told.args == [Arrangement(Order.DATE, is_reversed=True)]
    with qtbot.waitSignal(button.arrangement_wanted, timeout=500) as told:
        button.grouped_action.trigger()
    assert told.args == [Arrangement(Order.DATE, is_reversed=True, is_grouped=True)]
    assert button.accessibleName() == "Order of the photos: Date Taken, Newest First"
