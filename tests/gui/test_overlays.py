import pytest
from PySide6.QtWidgets import QWidget

from lookalike.gui.overlays import Overlays


@pytest.fixture
def pages(qtbot) -> tuple[QWidget, QWidget]:
    made = QWidget(), QWidget()
    for page in made:
        qtbot.addWidget(page)
    return made


@pytest.fixture
def overlays(pages) -> Overlays:
    made = Overlays()
    for page in pages:
        made.show(page)
    return made


def test_the_last_one_opened_is_on_top_and_beneath_it_the_one_before(overlays, pages) -> None:
    assert overlays.top is pages[1]
    overlays.close(pages[1])
    assert overlays.top is pages[0]
    overlays.close(pages[0])
    assert overlays.top is None


def test_a_page_is_open_once(overlays, pages) -> None:
    overlays.show(pages[0])
    assert overlays.top is pages[0]
    overlays.close(pages[0])
    overlays.close(pages[1])
    assert overlays.top is None


def test_each_page_that_closes_is_told_once(qtbot, overlays, pages) -> None:
    closed: list[QWidget] = []
    overlays.closed.connect(closed.append)
    with qtbot.waitSignals([overlays.changed] * 2):
        overlays.close_all()
    assert closed == [pages[1], pages[0]]
    overlays.close(pages[0])
    overlays.close_all()
    assert len(closed) == 2
