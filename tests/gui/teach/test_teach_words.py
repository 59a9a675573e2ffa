"""What is said of teaching, in the language of the window."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from lookalike.gui import translations
from lookalike.gui.teach.teach_words import TeachWords
from lookalike.library.teaching.taught import MethodScore, Note, Readiness
from lookalike.photos import Label, LabelId

BOOTS, HATS = Label(LabelId(1), "boots"), Label(LabelId(2), "hats")
NOTES = (
    Note("alone", "", labels=(BOOTS,)),
    Note("some", "", 20_000, 34_000),
    Note("missing", "", 2),
    Note("unseen", "", 3, space="content"),
    Note("both", "", 1, labels=(BOOTS, HATS)),
    Note("copies", "", 2),
    Note("slow", "", methods=("random forest", "linear SVM")),
)


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translations.install(qapp, "de")
    yield
    translations.install(qapp, "en")


def test_neither_all_are_right_where_one_is_wrong_nor_is_there_no_error() -> None:
    spread = TeachWords().spread
    assert [spread(0.998, 0.001), spread(1.0, 0.0), spread(0.74, 0.06)] == [
        "99% ± 1",
        "100% ± 1",
        "74% ± 6",
    ]


def test_every_note_is_told_with_all_that_is_in_it() -> None:
    alone, some, missing, unseen, both, copies, slow = map(TeachWords().note, NOTES)
    assert "“boots”" in alone
    assert some.startswith("20,000 of 34,000 labelled photos")
    assert missing.startswith("2 labelled photos are missing")
    assert "3 labelled photos have not been looked at by content" in unseen
    assert both.startswith("1 photo has both “boots” and “hats”")
    assert copies.startswith("2 sets of photos")
    assert slow.endswith("left out: Random forest, Linear SVM.")


def test_what_is_missing_is_told_of_the_two_nearest_labels() -> None:
    words, waiting = TeachWords(), ((HATS, 1), (BOOTS, 2), (BOOTS, 2))
    assert words.missing(Readiness((), waiting, "")) == (
        "Give “hats” to 1 more photo. Give “boots” to 2 more photos."
    )
    assert words.missing(Readiness((), (), "")).startswith("Make a label")
    assert "bring their folders in again" in words.missing(Readiness((), waiting, "", True))


def test_labels_that_can_be_taught_since_are_told(choice) -> None:
    words = TeachWords()
    assert words.stale(choice) == ""
    assert words.stale(replace(choice, why_stale="It is.", new_labels=(HATS,))).startswith("hats ")


def test_nothing_is_left_in_english(german: None, choice) -> None:
    words = TeachWords()
    told = words.right("logistic regression", 0.74, 0.06, (BOOTS, 9))
    assert told == (
        "Logistische Regression, richtig bei 74\N{NO-BREAK SPACE}% ± 6 der zurückgehaltenen "
        "Beispiele; am meisten würden 9 weitere für „boots“ helfen."
    )
    notes = [words.note(note) for note in NOTES]
    assert not any(" photos " in note or " labels " in note for note in notes), notes
    set_so = MethodScore("nearest neighbours", "k = 5, cosine", 0.9, 0.1)
    assert words.setting(set_so) == "k = 5, Kosinus"
    assert words.setting(replace(set_so, setting="C = 0.1")) == "C = 0,1"
