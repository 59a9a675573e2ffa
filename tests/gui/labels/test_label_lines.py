"""The labels' lines in the sidebar: what they show, what they ask for, and what drops mean."""

import pytest
from PySide6.QtCore import QEvent, QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QVBoxLayout, QWidget

from lookalike.gui.grid.photo_drag import PHOTOS_MIME
from lookalike.gui.labels.label_drag import dragged_label_data
from lookalike.gui.panels.sidebar import EVERYTHING, Sidebar, SidebarView
from lookalike.gui.panels.sidebar_line import LabelKey, LineRole
from lookalike.library.labels.labelling import LabelNode
from lookalike.photos import Label, LabelId

ANIMALS, CATS, BOOTS, RND = 2, 3, 1, 4


@pytest.fixture
def sidebar(qtbot, theme, nodes) -> Sidebar:
    made = Sidebar(theme)
    qtbot.addWidget(made)
    made.resize(216, 400)
    made.show_library(SidebarView(5))
    made.show_labels(nodes)
    with qtbot.waitExposed(made):
        made.show()
    return made


def texts(sidebar: Sidebar) -> list[str]:
    return sorted(item.text(0) for item in sidebar._items())


def item(sidebar: Sidebar, name: str):
    return next(each for each in sidebar._items() if each.text(0) == name)


def where(sidebar: Sidebar, name: str) -> QPoint:
    return sidebar.visualItemRect(item(sidebar, name)).center()


def editor(sidebar: Sidebar) -> QLineEdit:
    found = QApplication.focusWidget()
    assert isinstance(found, QLineEdit)
    return found


# --- what is listed -------------------------------------------------------------------------------


def test_labels_are_a_tree_with_counts_and_keys(sidebar: Sidebar) -> None:
    assert texts(sidebar) == ["All Photos", "Labels", "R&D <b>", "animals", "boots", "cats"]
    animals, boots = item(sidebar, "animals"), item(sidebar, "boots")
    assert animals.child(0).text(0) == "cats"
    assert animals.data(0, LineRole.COUNT) == 3
    assert (boots.data(0, LineRole.CAP), boots.data(0, LineRole.COUNT)) == (1, 34)
    assert "living album" in boots.toolTip(0)
    assert "R&amp;D &lt;b&gt;" in item(sidebar, "R&D <b>").toolTip(0)


def test_with_no_labels_a_quiet_line_offers_the_first(qtbot, sidebar: Sidebar) -> None:
    sidebar.show_labels([])
    assert texts(sidebar) == ["All Photos", "Labels", "New Label…"]
    assert "your own words" in item(sidebar, "New Label…").toolTip(0)
    qtbot.mouseClick(
        sidebar.viewport(), Qt.MouseButton.LeftButton, pos=where(sidebar, "New Label…")
    )
    QTest.keyClicks(editor(sidebar), "boots")
    with qtbot.waitSignal(sidebar.labels.make_wanted) as told:
        QTest.keyClick(editor(sidebar), Qt.Key.Key_Return)
    assert told.args == ["boots", None]


def test_without_photos_there_are_no_labels_to_make(sidebar: Sidebar) -> None:
    sidebar.show_labels([])
    sidebar.show_library(SidebarView())
    assert texts(sidebar) == ["All Photos"]


def test_a_thousand_labels_are_listed_and_stay_open(sidebar: Sidebar, node) -> None:
    inside = [node(1000 + n, f"animals/cat {n}", parent=ANIMALS) for n in range(1000)]
    sidebar.show_labels([node(ANIMALS, "animals", *inside)])
    item(sidebar, "animals").setExpanded(True)
    sidebar.show_labels([node(ANIMALS, "animals", *inside[:-1])])
    assert item(sidebar, "animals").isExpanded()
    assert item(sidebar, "animals").childCount() == 999


# --- what a person does ---------------------------------------------------------------------------


def test_a_click_asks_for_the_photos_of_a_label(qtbot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.wanted) as told:
        qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=where(sidebar, "boots"))
    assert told.args == [LabelKey(BOOTS)]


def test_the_plus_of_the_heading_names_a_new_label_where_it_will_be(qtbot, sidebar) -> None:
    place = QPoint(sidebar.viewport().width() - 12, where(sidebar, "Labels").y())
    qtbot.mouseClick(sidebar.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert item(sidebar, "Labels").child(0).text(0) == ""
    QTest.keyClick(editor(sidebar), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "" not in texts(sidebar))


def test_a_new_label_is_shown_in_what_it_is_nested(qtbot, sidebar: Sidebar, nodes, node) -> None:
    sidebar.labels.name_new(ANIMALS)
    QTest.keyClicks(editor(sidebar), "dogs")
    with qtbot.waitSignal(sidebar.labels.make_wanted) as told:
        QTest.keyClick(editor(sidebar), Qt.Key.Key_Return)
    assert told.args == ["dogs", ANIMALS]
    qtbot.waitUntil(lambda: "" not in texts(sidebar))
    item(sidebar, "animals").setExpanded(False)
    dogs = node(9, "animals/dogs", parent=ANIMALS)
    sidebar.show_labels([node(ANIMALS, "animals", *nodes[0].children, dogs), *nodes[1:]])
    assert item(sidebar, "animals").isExpanded()


def test_a_label_is_renamed_in_place_and_enter_does_not_open_it(qtbot, sidebar: Sidebar) -> None:
    opened: list[object] = []
    sidebar.wanted.connect(opened.append)
    sidebar.setFocus()
    sidebar.setCurrentItem(item(sidebar, "boots"))
    QTest.keyClick(sidebar, Qt.Key.Key_F2)
    editor(sidebar).setText("wellies")
    with qtbot.waitSignal(sidebar.labels.rename_wanted) as told:
        QTest.keyClick(editor(sidebar), Qt.Key.Key_Return)
    assert told.args == [BOOTS, "wellies"]
    assert opened == []


def test_photos_that_come_in_do_not_take_the_name_from_who_types_it(qtbot, sidebar, nodes) -> None:
    sidebar.labels.name_new(None)
    QTest.keyClicks(editor(sidebar), "sh")
    sidebar.show_library(SidebarView(6))
    sidebar.show_labels(nodes[1:])
    sidebar.show_current(LabelKey(BOOTS))
    assert editor(sidebar).text() == "sh"
    QTest.keyClick(editor(sidebar), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: "animals" not in texts(sidebar))
    assert sidebar.currentItem().text(0) == "boots"


def test_photos_that_are_found_meanwhile_do_not_end_a_renaming(qtbot, sidebar: Sidebar) -> None:
    sidebar.setCurrentItem(item(sidebar, "boots"))
    QTest.keyClick(sidebar, Qt.Key.Key_F2)
    editor(sidebar).setText("wel")
    sidebar.show_current(EVERYTHING)
    assert editor(sidebar).text() == "wel"
    QTest.keyClick(editor(sidebar), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: sidebar.currentItem().text(0) == "All Photos")


def test_a_label_that_was_made_is_seen_however_many_there_are(sidebar: Sidebar) -> None:
    sidebar.labels.name_new(None)
    QTest.keyClicks(editor(sidebar), "last")
    QTest.keyClick(editor(sidebar), Qt.Key.Key_Return)
    QApplication.processEvents()
    many = [Label(LabelId(number), f"label {number:03}") for number in range(10, 60)]
    made = Label(LabelId(90), "last")
    sidebar.show_labels([LabelNode(label, label.name, 0, 0) for label in (*many, made)])
    assert sidebar.viewport().rect().contains(where(sidebar, "last"))


def test_f2_renames_the_label_that_is_shown_wherever_the_keyboard_is(qtbot, sidebar) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    photos = QPushButton("photos")
    column = QVBoxLayout(window)
    column.addWidget(sidebar)
    column.addWidget(photos)
    with qtbot.waitExposed(window):
        window.show()
    sidebar.show_current(LabelKey(BOOTS))
    photos.setFocus()
    QTest.keyClick(photos, Qt.Key.Key_F2)
    assert editor(sidebar).text() == "boots"
    QTest.keyClick(editor(sidebar), Qt.Key.Key_Escape)
    sidebar.setParent(None)


def test_delete_is_for_the_label(qtbot, sidebar: Sidebar) -> None:
    sidebar.setCurrentItem(item(sidebar, "boots"))
    with qtbot.waitSignal(sidebar.labels.delete_wanted) as told:
        qtbot.keyClick(sidebar, Qt.Key.Key_Delete)
    assert told.args == [BOOTS]


def test_the_menu_says_all_that_can_be_done(qtbot, sidebar: Sidebar) -> None:
    menu = sidebar.labels.menu(item(sidebar, "animals"))
    texts = [action.text() for action in menu.actions() if action.text()]
    assert texts == [
        "New Label…",
        "New Label Inside…",
        "Rename…",
        "Merge Into",
        "Key",
        "Living Album",
        "Suggest Photos",
        "Delete",
    ]
    merge, key, album = (
        next(each.menu() for each in menu.actions() if each.text() == name)
        for name in ("Merge Into", "Key", "Living Album")
    )
    assert [action.text() for action in merge.actions()] == ["boots", "R&&D <b>"]
    with qtbot.waitSignal(sidebar.labels.merge_wanted) as told:
        merge.actions()[0].trigger()
    assert told.args == [ANIMALS, BOOTS]
    with qtbot.waitSignal(sidebar.labels.key_wanted) as told:
        key.actions()[2].trigger()
    assert told.args == [ANIMALS, 3]
    assert key.actions()[0].text() == "&1   boots"
    with qtbot.waitSignal(sidebar.labels.album_wanted) as told:
        album.actions()[-1].trigger()
    assert told.args == [ANIMALS, 0.6]
    menu.deleteLater()


def test_a_probability_that_was_set_elsewhere_stands_in_the_menu(sidebar: Sidebar) -> None:
    sidebar.show_labels([LabelNode(Label(LabelId(BOOTS), "boots", album=0.9), "boots")])
    menu = sidebar.labels.menu(item(sidebar, "boots"))
    album = next(each.menu() for each in menu.actions() if each.text() == "Living Album")
    assert [each.text() for each in album.actions() if each.isChecked()] == [
        "New Photos From 90% On"
    ]
    menu.deleteLater()


def test_a_menu_outlives_the_lines_it_was_opened_on(sidebar: Sidebar) -> None:
    menu = sidebar.labels.menu(item(sidebar, "boots"))
    sidebar.show_library(SidebarView(6))
    menu.rename_wanted.emit()
    assert editor(sidebar).text() == "boots"
    menu.deleteLater()


# --- what is dropped ------------------------------------------------------------------------------


def photos_data() -> QMimeData:
    data = QMimeData()
    data.setData(PHOTOS_MIME, b"[7, 8]")
    return data


def drop(sidebar: Sidebar, data: QMimeData, at: QPoint) -> bool:
    """As Qt does it; says whether letting go there would do something."""
    how = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton)
    none = Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(at, *how, none)
    QApplication.sendEvent(sidebar.viewport(), enter)
    if not enter.isAccepted():
        return False
    move = QDragMoveEvent(at, *how, none)
    QApplication.sendEvent(sidebar.viewport(), move)
    event = QDropEvent(QPointF(at), *how, none, QEvent.Type.Drop)
    QApplication.sendEvent(sidebar.viewport(), event)
    return move.isAccepted()


def test_photos_dropped_on_a_label_get_it(qtbot, sidebar: Sidebar) -> None:
    with qtbot.waitSignal(sidebar.labels.give_wanted) as told:
        assert drop(sidebar, photos_data(), where(sidebar, "boots"))
    assert told.args == [[7, 8], BOOTS]
    assert sidebar.labels.drops.over is None
    assert not drop(sidebar, photos_data(), where(sidebar, "All Photos"))


@pytest.mark.parametrize("name", ["Labels", "New Label…"])
def test_photos_dropped_where_no_label_is_want_a_new_one(qtbot, sidebar: Sidebar, name) -> None:
    sidebar.show_labels([])
    with qtbot.waitSignal(sidebar.labels.give_wanted) as told:
        assert drop(sidebar, photos_data(), where(sidebar, name))
    assert told.args == [[7, 8], None]


def test_a_label_dropped_on_another_goes_inside_and_on_the_heading_comes_out(
    qtbot, sidebar: Sidebar
) -> None:
    with qtbot.waitSignal(sidebar.labels.move_wanted) as told:
        drop(sidebar, dragged_label_data(BOOTS), where(sidebar, "animals"))
    assert told.args == [BOOTS, ANIMALS]
    with qtbot.waitSignal(sidebar.labels.move_wanted) as told:
        drop(sidebar, dragged_label_data(CATS), where(sidebar, "Labels"))
    assert told.args == [CATS, None]


def test_a_label_does_not_go_inside_of_itself(sidebar: Sidebar) -> None:
    item(sidebar, "animals").setExpanded(True)
    for name in ("animals", "cats"):
        assert not drop(sidebar, dragged_label_data(ANIMALS), where(sidebar, name))


def test_what_hovers_over_a_folded_label_unfolds_it(qtbot, sidebar: Sidebar) -> None:
    sidebar.labels.drops._unfolding.setInterval(10)
    how = (Qt.DropAction.CopyAction, photos_data(), Qt.MouseButton.LeftButton)
    at = where(sidebar, "animals")
    enter = QDragEnterEvent(at, *how, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(sidebar.viewport(), enter)
    assert sidebar.labels.drops.over is not None
    qtbot.waitUntil(item(sidebar, "animals").isExpanded)
    sidebar.labels.drops.leave()


def test_what_hovers_at_the_lower_edge_scrolls_on(qtbot, sidebar: Sidebar, node) -> None:
    sidebar.show_labels([node(number, f"label {number}") for number in range(100)])
    how = (Qt.DropAction.CopyAction, photos_data(), Qt.MouseButton.LeftButton)
    at = QPoint(60, sidebar.viewport().height() - 4)
    enter = QDragEnterEvent(at, *how, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(sidebar.viewport(), enter)
    qtbot.waitUntil(lambda: sidebar.verticalScrollBar().value() > 20)
    sidebar.labels.drops.leave()
    assert not sidebar.labels.drops._scrolling.isActive()


def test_other_things_are_for_the_window(sidebar: Sidebar) -> None:
    data = QMimeData()
    data.setText("https://example.org/cat.jpg")
    assert not drop(sidebar, data, where(sidebar, "boots"))
