from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from lookalike.gui.heading_words import heading_text
from lookalike.library.headings import Heading, InFolder, Month, SizeRange


@pytest.mark.parametrize(
    ("heading", "text"),
    [
        (None, ""),
        (Month(2021, 3), "March 2021"),
        (InFolder(Path("photos") / "Paris"), str(Path("photos") / "Paris")),
        (SizeRange(0, 100_000), "Under 100 kB"),
        (SizeRange(1_000_000, 3_000_000), "1 MB to 3 MB"),
        (SizeRange(100_000_000, None), "100 MB and more"),
    ],
)
def test_a_heading_is_worded_for_a_person(heading: Heading | None, text: str) -> None:
    assert heading_text(heading) == text


def test_a_month_has_its_name_in_the_language_of_the_person() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    try:
        assert heading_text(Month(2021, 3)).startswith("März")
    finally:
        QLocale.setDefault(before)
