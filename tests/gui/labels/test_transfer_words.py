"""What is said of labels on their way in."""

from pathlib import Path

from lookalike.gui.labels.transfer_words import TransferWords
from lookalike.library.labels.keeping import RestoreReport
from lookalike.library.labels.label_sources import LabelPlan
from lookalike.library.labels.labelling import LabelChange


def test_what_is_odd_about_a_source_is_noted() -> None:
    plan = LabelPlan({}, without=1, unusable=(("a//b", "A label needs a name."),))
    assert TransferWords().plan(plan).notes == [
        "1 photo has nothing to make a label of.",
        "“a//b”: A label needs a name.",
    ]


def test_what_was_not_restored_is_told() -> None:
    report = RestoreReport(
        labels=2,
        given=3,
        rejected=0,
        searches=0,
        folders=0,
        unknown_photos=0,
        keys_taken=(("boots", 1),),
        contradicted=2,
        folders_gone=(Path("gone"),),
        change=LabelChange(),
    )
    assert TransferWords().restored(report).sentence == (
        "Brought in: 2 labels, given 3 times. “boots” comes without the key 1: it is taken. "
        "A label was rejected here 2 times where the file gives it. The folder gone is not here."
    )
