from lookalike.gui.grid.contents import GridContents, Section
from lookalike.gui.grid.folding import Folds, shown_rows, unfolded_for
from lookalike.photos import PhotoId


def ids(*numbers: int) -> list[PhotoId]:
    return [PhotoId(number) for number in numbers]


RESULTS = GridContents(
    (Section("", ids(1, 2, 3)), Section("Less similar", ids(4, 5), is_folded=True)),
    stacks={PhotoId(2): ids(20, 21), PhotoId(5): ids(50)},
)
TAIL = ("Less similar", 0)


def test_what_is_folded_has_no_rows() -> None:
    shown = shown_rows(RESULTS, Folds())
    assert shown.ids == ids(1, 2, 3)
    assert [(section.count, section.rows) for section in shown.sections] == [(3, 3), (2, 0)]
    assert [section.is_folded for section in shown.sections] == [False, True]


def test_a_section_unfolds_and_folds_again() -> None:
    folds = Folds().turn(TAIL)
    assert shown_rows(RESULTS, folds).ids == ids(1, 2, 3, 4, 5)
    assert shown_rows(RESULTS, folds.turn(TAIL)).ids == ids(1, 2, 3)


def test_a_stack_unfolds_right_after_its_top() -> None:
    shown = shown_rows(RESULTS, Folds().turn_stack(PhotoId(2)))
    assert shown.ids == ids(1, 2, 20, 21, 3)
    assert shown.sections[0].rows == 5
    assert shown.sections[0].count == 3
    assert shown.tops == {2: 2, 20: 2, 21: 2}


def test_sections_of_one_title_fold_each_for_itself() -> None:
    contents = GridContents((Section("img", ids(1)), Section("img", ids(2))))
    assert shown_rows(contents, Folds().turn(("img", 1))).ids == ids(1)


def test_photos_without_a_heading_cannot_be_folded_away() -> None:
    contents = GridContents((Section("", ids(1), is_folded=True),))
    assert shown_rows(contents, Folds()).ids == ids(1)


def test_a_stack_that_is_gone_is_no_trouble() -> None:
    assert shown_rows(RESULTS, Folds(open_stacks=frozenset(ids(9)))).ids == ids(1, 2, 3)


def test_a_photo_is_unfolded_out_of_everything_around_it() -> None:
    assert shown_rows(RESULTS, unfolded_for(PhotoId(4), RESULTS, Folds())).ids == ids(1, 2, 3, 4, 5)
    folds = unfolded_for(PhotoId(50), RESULTS, Folds())
    assert shown_rows(RESULTS, folds).ids == ids(1, 2, 3, 4, 5, 50)
    assert unfolded_for(PhotoId(50), RESULTS, folds) == folds
    assert unfolded_for(PhotoId(99), RESULTS, Folds()) == Folds()
