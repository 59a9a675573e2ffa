from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from lookalike.gui.teach.suspect_view import suspect_views
from lookalike.gui.teach.suspects_panel import SuspectsPanel
from lookalike.photos import PhotoId

KEEP, CHANGE, TAKE, WHY = Qt.Key.Key_K, Qt.Key.Key_C, Qt.Key.Key_Delete, Qt.Key.Key_W


@pytest.fixture
def panel(qtbot, feed, theme, make_view) -> SuspectsPanel:
    made = SuspectsPanel(feed, theme)
    qtbot.addWidget(made)
    made.resize(1000, 420)
    with qtbot.waitExposed(made):
        made.show()
    made.show_suspects(make_view().suspects)
    return made


def test_a_label_that_was_taken_off_since_is_not_doubted_any_more(make_teaching) -> None:
    teaching = make_teaching(suspects=3)
    boots, hats = teaching.labels
    has = {PhotoId(1): (boots,), PhotoId(2): (hats,), PhotoId(50): (hats, boots)}
    views = suspect_views(teaching.suspects, {}, has)
    assert [view.suspect.photo_id for view in views] == [1]
    assert views[0].voters == ["hats, boots"]


def test_the_most_doubtful_is_told_in_full(panel) -> None:
    assert panel.text == (
        "You say “boots”. From all other examples the program would say “hats” with 90%, and "
        "“boots” with 4%."
    )
    assert panel.list.rows.index(0, 0).data() == "boots\nwould say hats, 90%"
    assert panel.chosen == 1
    assert list(panel.voters.photos.ids) == [50]
    assert panel.buttons[CHANGE].text() == "Change to “hats”"


@pytest.mark.parametrize(
    ("key", "signal"),
    [
        (KEEP, "keep_wanted"),
        (CHANGE, "change_wanted"),
        (TAKE, "take_wanted"),
        (WHY, "why_wanted"),
    ],
)
def test_each_act_has_a_button_and_a_key(qtbot, panel, key, signal) -> None:
    panel.list.setFocus()
    with qtbot.waitSignal(getattr(panel, signal), timeout=1000) as told:
        qtbot.keyClick(panel.list, key)
    assert told.args[0].photo_id == 1
    with qtbot.waitSignal(getattr(panel, signal), timeout=1000):
        panel.buttons[key].click()


def test_a_click_on_a_button_leaves_the_keys_with_the_list(qtbot, panel) -> None:
    panel.list.setFocus()
    qtbot.mouseClick(panel.buttons[KEEP], Qt.MouseButton.LeftButton)
    assert panel.list.hasFocus()


def test_its_keys_are_kept_from_the_windows_shortcuts(panel) -> None:
    plain, with_ctrl = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
    for key, how, is_own in ((KEEP, plain, True), (CHANGE, with_ctrl, False)):
        event = QKeyEvent(QEvent.Type.ShortcutOverride, key, how)
        event.ignore()
        panel.list.event(event)
        assert event.isAccepted() == is_own


def test_after_an_act_the_next_one_is_shown(panel, make_view, make_teaching) -> None:
    views = make_view(make_teaching(suspects=3)).suspects
    panel.show_suspects(views)
    panel.show_suspects(views[1:])
    assert panel.chosen == 2
    panel.show_suspects(views)
    assert panel.chosen == 2
    panel.show_suspects(views[:1])
    assert panel.chosen == 1
    panel.show_suspects(())
    assert panel.chosen is None


def test_what_is_none_of_the_labels_cannot_be_changed_to_it(qtbot, panel, make_teaching) -> None:
    teaching = make_teaching(suspects=1)
    odd = replace(teaching.suspects[0], told=None)
    panel.show_suspects(suspect_views([odd], {}, {PhotoId(1): (odd.label,)}))
    assert "would say “none of these”" in panel.text
    assert not panel.buttons[CHANGE].isVisible()
    with qtbot.assertNotEmitted(panel.change_wanted):
        qtbot.keyClick(panel.list, CHANGE)


def test_enter_opens_the_photo_and_a_click_a_voter(qtbot, panel) -> None:
    with qtbot.waitSignal(panel.photo_wanted, timeout=1000) as told:
        qtbot.keyClick(panel.list, Qt.Key.Key_Return)
    assert told.args == [1]
    with qtbot.waitSignal(panel.photo_wanted, timeout=1000) as told:
        panel.voters.clicked.emit(panel.voters.photos.index(0, 0))
    assert told.args == [50]
