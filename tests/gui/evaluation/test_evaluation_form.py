import pytest

from lookalike.gui.evaluation.evaluation_form import EvaluationForm, FormView
from lookalike.library.evaluation.photo_classes import ClassCount, ClassesBy
from lookalike.library.search.spaces import SpaceChoice

CONTENT = SpaceChoice("content", "Content", "What is in the picture.")
COLOUR = SpaceChoice("colour", "Colours", "Which colours.")
SHAPE = SpaceChoice("shape", "Shape", "Edges.", missing=1200)
ENOUGH, NONE = ClassCount(10, 1579), ClassCount(0, 0)
VIEW = FormView(
    (CONTENT, COLOUR, SHAPE), {ClassesBy.FOLDER: ENOUGH, ClassesBy.FIRST_LEVEL: ClassCount(2, 1500)}
)


@pytest.fixture
def form(qtbot) -> EvaluationForm:
    made = EvaluationForm()
    qtbot.addWidget(made)
    made.show_view(VIEW)
    made.show()
    return made


def test_at_first_what_is_built_is_chosen_by_cosine(form) -> None:
    assert [space.name for space in form.wish.spaces] == ["content", "colour"]
    assert [choice.name for choice in form.wish.metrics] == ["cosine"]
    assert form.wish.classes_by is ClassesBy.FOLDER
    assert not form.wish.to_build


def test_what_was_chosen_stays_so_when_the_library_changes(form) -> None:
    form.spaces["colour"].setChecked(False)
    form.classes[ClassesBy.FIRST_LEVEL].setChecked(True)
    form.show_view(FormView((CONTENT, COLOUR), VIEW.classes))
    assert [space.name for space in form.wish.spaces] == ["content"]
    assert form.wish.classes_by is ClassesBy.FIRST_LEVEL


def test_what_is_not_built_yet_is_told(form) -> None:
    assert form.texts[1] == "" or not form.wish.to_build
    form.spaces["shape"].setChecked(True)
    assert form.texts[1] == "To be looked at first: 1,200 photos"
    assert form.wish.to_build == [SHAPE]


def test_content_is_never_built_here(form) -> None:
    half = SpaceChoice("content", "Content", "What is in the picture.", missing=7)
    form.show_view(FormView((half, COLOUR), VIEW.classes))
    assert half in form.wish.spaces
    assert not form.wish.to_build


def test_the_classes_that_are_meant_are_counted(form) -> None:
    assert form.texts[0] == "10 classes with 1,579 photos"
    form.classes[ClassesBy.FIRST_LEVEL].setChecked(True)
    assert form.texts[0] == "2 classes with 1,500 photos"


def test_without_a_space_or_a_distance_there_is_nothing_to_evaluate(form) -> None:
    assert form.evaluate.isEnabled()
    form.metrics["cosine"].setChecked(False)
    assert not form.evaluate.isEnabled()
    form.metrics["l1"].setChecked(True)
    assert form.evaluate.isEnabled()
    for box in form.spaces.values():
        box.setChecked(False)
    assert not form.evaluate.isEnabled()


def test_a_way_to_tell_classes_that_tells_none_cannot_be_taken(form) -> None:
    form.classes[ClassesBy.FIRST_LEVEL].setChecked(True)
    form.show_view(FormView(VIEW.spaces, {ClassesBy.FOLDER: ENOUGH, ClassesBy.FIRST_LEVEL: NONE}))
    assert form.wish.classes_by is ClassesBy.FOLDER
    assert not form.classes[ClassesBy.FIRST_LEVEL].isEnabled()
    form.show_view(FormView(VIEW.spaces, dict.fromkeys(ClassesBy, NONE)))
    assert not form.evaluate.isEnabled()


def test_while_it_evaluates_it_can_be_stopped_and_nothing_else(qtbot, form) -> None:
    form.show_progress("Content · Cosine: 1 of 2", 0.25)
    assert form.stop.isVisible()
    assert not form.evaluate.isVisible()
    assert form.texts[2] == "Content · Cosine: 1 of 2"
    with qtbot.waitSignal(form.stop_wanted, timeout=1000):
        form.stop.click()
    form.show_progress(None)
    assert form.evaluate.isVisible()
    assert not form.stop.isVisible()
