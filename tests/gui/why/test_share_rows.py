import numpy as np
import pytest
from PySide6.QtCore import Qt

from lookalike.gui.why.share_rows import Patch, ShareRows, ShareView
from lookalike.library.search.questions import UnitOfLayer

SEVEN, TWO = UnitOfLayer("head", 7), UnitOfLayer("head", 2)
SHARES = [ShareView(SEVEN, 1.0, "0.600"), ShareView(TWO, 0.5, "0.300")]
PATCH = Patch("owl.jpg", np.zeros((9, 9, 3), np.uint8))


@pytest.fixture
def rows(qtbot, theme) -> ShareRows:
    made = ShareRows(theme, 3)
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show()
    return made


def told(rows: ShareRows) -> list[tuple[str, float, str]]:
    shown = [row for row in rows.rows if row.isVisible()]
    return [(word.name, word.share, word.told) for row in shown for word in row.bar.words]


def test_each_unit_has_a_row_and_no_row_is_left_over(rows) -> None:
    rows.show_shares(SHARES, {})
    assert told(rows) == [("Unit 7", 1.0, "0.600"), ("Unit 2", 0.5, "0.300")]
    rows.show_shares(SHARES[1:], {})
    assert told(rows) == [("Unit 2", 0.5, "0.300")]


def test_patches_have_a_place_before_they_come(rows) -> None:
    rows.show_shares(SHARES, {SEVEN: [PATCH, PATCH], TWO: []})
    first, second, _ = rows.rows
    assert [tile.isVisible() for tile in first.tiles] == [True, True, False, False, False]
    assert not any(tile.isVisible() for tile in second.tiles)
    rows.show_shares(SHARES, {SEVEN: [PATCH]})
    assert all(tile.isVisible() for tile in second.tiles)
    assert not any(tile.is_live for tile in second.tiles)


def test_a_patch_leads_to_its_unit_and_the_button_to_its_photos(qtbot, rows) -> None:
    rows.show_shares(SHARES, {TWO: [PATCH]})
    with qtbot.waitSignal(rows.unit_chosen) as chosen:
        qtbot.mouseClick(rows.rows[1].tiles[0], Qt.MouseButton.LeftButton)
    assert chosen.args == [TWO]
    with qtbot.waitSignal(rows.query_wanted) as wanted:
        rows.rows[0].search.click()
    assert wanted.args == [SEVEN]
