from lookalike.gui.grid.label_feed import LabelFeed
from lookalike.photos import Label, LabelId, PhotoId

BOOTS = Label(LabelId(1), "boots")


class Book:
    """What photos are labelled, and who asked."""

    def __init__(self) -> None:
        self.labels = {PhotoId(1): (BOOTS,)}
        self.asked: list[list[int]] = []

    def read(self, ids):
        self.asked.append(list(ids))
        return {each: self.labels[each] for each in ids if each in self.labels}


def page(qtbot, feed: LabelFeed, held_tasks, *ids: int) -> list[object]:
    told = [feed.labels(PhotoId(each)) for each in ids]
    qtbot.waitUntil(lambda: not feed._page_ends.isActive())
    return told


def test_a_page_is_read_at_once_and_then_known(qtbot, held_tasks) -> None:
    book = Book()
    feed = LabelFeed(book.read, held_tasks)
    assert page(qtbot, feed, held_tasks, 1, 2) == [(), ()]
    with qtbot.waitSignal(feed.arrived):
        held_tasks.run()
    assert page(qtbot, feed, held_tasks, 1, 2) == [(BOOTS,), ()]
    assert book.asked == [[1, 2]]


def test_labels_stay_until_they_are_read_anew(qtbot, held_tasks) -> None:
    book = Book()
    feed = LabelFeed(book.read, held_tasks)
    page(qtbot, feed, held_tasks, 1)
    held_tasks.run()
    book.labels.clear()
    feed.forget()
    assert page(qtbot, feed, held_tasks, 1) == [(BOOTS,)]
    held_tasks.run()
    assert page(qtbot, feed, held_tasks, 1) == [()]


def test_an_answer_from_before_a_change_is_refused_and_asked_for_again(qtbot, held_tasks) -> None:
    book = Book()
    feed = LabelFeed(book.read, held_tasks)
    page(qtbot, feed, held_tasks, 1)
    early = held_tasks.waiting.pop()
    feed.forget()
    early.run()
    assert page(qtbot, feed, held_tasks, 1) == [()]
    held_tasks.run()
    assert page(qtbot, feed, held_tasks, 1) == [(BOOTS,)]
    assert book.asked == [[1], [1]]
