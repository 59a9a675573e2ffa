from pathlib import Path

import pytest

from lookalike.gui.import_words import ImportWords
from lookalike.library.intake.import_report import ImportReport

BROKEN = (Path("a.jpg"), "the file is damaged")


@pytest.mark.parametrize(
    ("report", "line"),
    [
        (ImportReport(added=1579, seconds=12.3), "1,579 photos added in 12 s."),
        (ImportReport(added=1, seconds=0.1), "1 photo added in 1 s."),
        (
            ImportReport(added=2, changed=1, moved=3, newly_missing=4, seconds=125),
            "2 photos added, 1 updated, 3 moved, 4 no longer there in 2 min.",
        ),
        (ImportReport(changed=1, seconds=2), "1 photo updated in 2 s."),
        (ImportReport(unchanged=8), "Nothing new: all 8 photos are known already."),
        (ImportReport(), "There are no photos in that folder."),
        (
            ImportReport(added=3, seconds=1, failed=[BROKEN]),
            "3 photos added in 1 s. 1 could not be read.",
        ),
        (
            ImportReport(failed=[BROKEN]),
            "There are no photos in that folder. 1 could not be read.",
        ),
        (
            ImportReport(unchanged=8, offline=[Path("/media/usb")], notices=["It was mended."]),
            "Nothing new: all 8 photos are known already. Not reached: usb. Nothing of that is "
            "forgotten. It was mended.",
        ),
        (
            ImportReport(offline=[Path("/a/usb"), Path("/b/card")]),
            "Not reached: usb, card. Nothing of that is forgotten.",
        ),
        (
            ImportReport(added=1, seconds=1, notices=["A.", "B.", "C."]),
            "1 photo added in 1 s. 3 interruptions on the way were mended.",
        ),
    ],
)
def test_a_report_is_one_line(report: ImportReport, line: str) -> None:
    assert ImportWords().in_a_line(report) == line
