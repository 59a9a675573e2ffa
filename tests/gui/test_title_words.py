from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from lookalike.gui.browsing import Answer, ExampleView, Place, Query
from lookalike.gui.grid.contents import GridContents
from lookalike.gui.title_words import TitleWords
from lookalike.library.search.questions import Example, Question, UnitOfLayer
from lookalike.photos import Region

MORE, LESS = True, False
UNIT = UnitOfLayer("blocks.9", 17)


def place(*examples: tuple[str, bool], words: str = "", region: Region | None = None) -> Place:
    """Where such examples have been answered; the region is that of the first one."""
    views = tuple(
        ExampleView(
            Example(Path(name), is_wanted=is_wanted, region=None if at else region), name, QImage()
        )
        for at, (name, is_wanted) in enumerate(examples)
    )
    question = Question(tuple(view.example for view in views), words=words)
    return Place(Query(question), Answer(GridContents(), 0, examples=views))


@pytest.mark.parametrize(
    ("there", "title"),
    [
        (place(), ""),
        (place(words="dog date:2021"), "dog date:2021"),
        (place(("a.jpg", MORE)), "Similar to a.jpg"),
        (place(("a.jpg", LESS)), "Not like a.jpg"),
        (place(("a.jpg", MORE), ("b.jpg", MORE), ("c.jpg", MORE)), "Similar to a.jpg and 2 more"),
        (place(("a.jpg", LESS), ("b.jpg", MORE)), "Similar to b.jpg, not a.jpg"),
        (place(("a.jpg", MORE), words="dog"), "Similar to a.jpg · dog"),
        (Place(Query(Question(unit=UNIT))), "Unit 17 of blocks.9"),
        (Place(Query(Question(unit=UNIT, words="dog"))), "Unit 17 of blocks.9 · dog"),
        (
            place(("a.jpg", MORE), ("b.jpg", MORE), region=Region(0, 0, 0.5, 1)),
            "Similar to a part of a.jpg and 1 more",
        ),
    ],
)
def test_the_title_says_what_is_asked(english: None, there: Place, title: str) -> None:
    assert TitleWords().of(there) == title


def test_the_window_bears_the_title_of_what_lies_on_top(driver, photos: Path) -> None:
    driver.bring_in(photos)
    assert driver.window.windowTitle() == "Lookalike"
    driver.find_similar("red-0.png")
    assert driver.window.windowTitle() == "Similar to red-0.png"
    driver.window.photo_desk.view_photo(driver.window.grid.photos.ids[0])
    driver.wait(lambda: driver.window.windowTitle() == driver.shown[0])
    driver.window.pages.open_folders()
    assert driver.window.windowTitle() == "Folders"
    driver.window.show_all()
    assert driver.window.windowTitle() == "Lookalike"
