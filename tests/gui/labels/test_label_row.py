import pytest
from PySide6.QtCore import QPoint, Qt

from lookalike.gui.labels.label_row import LabelRow
from lookalike.photos import Label, LabelId


@pytest.fixture
def row(qtbot, theme) -> LabelRow:
    made = LabelRow(theme)
    qtbot.addWidget(made)
    made.resize(600, 30)
    made.show_labels([Label(LabelId(1), "boots"), Label(LabelId(2), "R&D <b>")])
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_the_cross_takes_off_and_the_rest_shows_its_photos(qtbot, row: LabelRow) -> None:
    chip = row.chips[1]
    with qtbot.waitSignal(row.taken) as told:
        cross = QPoint(chip.width() - 12, 12)
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=cross)
    assert told.args == [2]
    with qtbot.waitSignal(row.wanted) as told:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(12, 12))
    assert told.args == [2]
    with qtbot.waitSignal(row.taken) as told:
        qtbot.keyClick(row.chips[0], Qt.Key.Key_Delete)
    assert told.args == [1]
    with qtbot.waitSignal(row.more_wanted):
        row.add.click()


def test_what_does_not_fit_is_counted(row: LabelRow) -> None:
    row.show_labels([Label(LabelId(n), f"label number {n}") for n in range(1, 21)])
    shown = [chip for chip in row.chips if chip.isVisible()]
    assert 1 <= len(shown) < 20
    assert row._rest.text() == f"+{20 - len(shown)}"
    assert "label number 20" in row._rest.toolTip()
    row.show_labels([])
    assert not row._rest.isVisible()
    assert not row.chips
