from lookalike.gui.history import MOST, History


def test_back_and_forward_walk_through_the_places() -> None:
    history = History("a")
    history.visit("b")
    history.visit("c")
    assert [history.back(), history.back(), history.forward()] == ["b", "a", "b"]
    assert history.can_go_back
    assert history.can_go_forward


def test_a_new_place_forgets_what_lay_ahead() -> None:
    history = History("a")
    history.visit("b")
    history.back()
    history.visit("c")
    assert not history.can_go_forward
    assert history.back() == "a"


def test_the_ends_are_firm() -> None:
    history = History("a")
    assert (history.back(), history.forward()) == ("a", "a")


def test_what_lies_very_far_back_is_forgotten() -> None:
    history = History(0)
    for place in range(1, 1000):
        history.visit(place)
    assert len(history.places) == MOST
    assert history.current == 999
    assert history.back() == 998
