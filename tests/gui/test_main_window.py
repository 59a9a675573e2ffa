import logging
import threading
import time
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QColor, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication, QSlider, QToolButton

from lookalike.errors import NetworkUnusable
from lookalike.gui.dialogs.about import About
from lookalike.gui.main_window import MainWindow
from lookalike.gui.panels.size_slider import SizeSlider
from lookalike.gui.tasks import Tasks
from lookalike.library.intake import import_engine
from lookalike.library.library import Library
from lookalike.photos import PhotoId
from lookalike.progress import Cancelled, Progress


def press(driver, key: Qt.Key, how: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """A key for whatever has the focus, shortcuts included."""
    from PySide6.QtTest import QTest

    target = QApplication.focusWidget() or driver.window
    QTest.keyClick(target, key, how)


# --- coming in ------------------------------------------------------------------------------------


def test_an_empty_library_says_what_to_do(driver) -> None:
    assert driver.window.welcome.isVisible()
    assert driver.window.status.library_text == "No photos yet · Tiny on the CPU"


def test_a_dropped_folder_is_imported_and_told_in_a_line(driver, photos: Path) -> None:
    assert driver.drop(photos)
    driver.wait(lambda: len(driver.shown) == 8)
    driver.wait(lambda: "8 photos added in" in driver.window.messages.text)
    assert driver.window.grid.isVisible()
    assert driver.window.status.library_text.startswith("8 photos · ")
    assert driver.window.status.import_text == ""


def test_photos_show_and_can_be_searched_while_the_import_runs(
    driver, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = threading.Event()

    def slow(folders, progress: Progress, **_: object):
        import_engine.bring_in(driver.library, folders, Progress())
        assert go_on.wait(20)
        raise Cancelled

    monkeypatch.setattr(driver.window.imports, "_bring_in", slow)
    driver.drop(photos)
    driver.wait(lambda: len(driver.shown) == 8)
    assert driver.window.imports.is_running
    driver.find_similar("red-0.png")
    assert driver.shown[0] == "red-1.png"
    go_on.set()


def slow_down(window: MainWindow, library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every step of an import takes at least 10 ms, on the fastest machine."""

    def slow(folders, progress: Progress, **_: object):
        step = progress.step
        progress.step = lambda *told, **more: (time.sleep(0.01), step(*told, **more))
        return import_engine.bring_in(library, folders, progress)

    monkeypatch.setattr(window.imports, "_bring_in", slow)


def test_a_stopped_import_keeps_what_was_done_and_goes_on_later(
    driver, paint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    slow_down(driver.window, driver.library, monkeypatch)
    for seed in range(60):
        paint(f"{seed}.png", "green", seed)
    window = driver.window
    window.imports.progressed.connect(
        lambda now: now.total and now.done >= 5 and window.import_desk.stop()
    )
    driver.drop(tmp_path / "photos")
    driver.wait(lambda: not window.imports.is_running and driver.shown != [])
    kept = len(driver.library.photo_ids())
    assert kept >= 5
    window.imports.progressed.disconnect()
    assert kept < 60
    assert "stopped" in window.messages.text
    window.messages.action_button.click()
    assert window.messages.text == ""
    driver.wait(lambda: len(driver.shown) == 60)
    driver.wait(lambda: window.messages.text.startswith(f"{60 - kept} photo"))


def test_new_photos_of_known_folders_are_looked_for(driver, photos: Path, paint) -> None:
    driver.bring_in(photos)
    paint("new.png", "green", 7)
    driver.window.window_actions.rescan.trigger()
    driver.wait(lambda: "new.png" in driver.shown)


def test_photos_come_and_go_by_themselves_as_their_files_do(driver, photos: Path, paint) -> None:
    driver.drop(photos)
    driver.wait(lambda: len(driver.shown) == 8)
    paint("new.png", "green", 7)
    driver.wait(lambda: "new.png" in driver.shown)
    (photos / "red-0.png").unlink()
    driver.wait(lambda: "red-0.png" not in driver.shown)
    assert len(driver.shown) == 8


def test_without_folders_there_is_nothing_to_look_through(driver) -> None:
    driver.window.window_actions.rescan.trigger()
    driver.wait(lambda: "no folder to look through" in driver.window.messages.text)


def test_closing_during_an_import_ends_it_and_keeps_what_was_done(
    qtbot,
    window: MainWindow,
    library: Library,
    tasks: Tasks,
    paint,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    slow_down(window, library, monkeypatch)
    for seed in range(60):
        paint(f"{seed}.png", "green", seed)
    with qtbot.waitSignal(window.imports.progressed):
        window.imports.start([tmp_path / "photos"])
    window.leaving.leave_at_once()
    qtbot.waitUntil(lambda: not window.imports.is_running)
    assert tasks.close()
    first = len(library.photo_ids())
    assert first < 60
    report = import_engine.bring_in(library, [tmp_path / "photos"], Progress())
    assert report.added == 60 - first


def test_results_stay_while_photos_come_in(driver, photos: Path, paint) -> None:
    driver.bring_in(photos)
    driver.find_similar("red-0.png")
    found = driver.shown
    paint("new.png", "green", 7)
    driver.window.window_actions.rescan.trigger()
    driver.wait(lambda: driver.window.status.library_text.startswith("9 photos"))
    assert driver.shown == found
    driver.window.browser.back()
    assert "new.png" in driver.shown


@pytest.mark.parametrize("is_stopped", [False, True])
def test_a_photo_that_was_changed_shows_as_it_is_now(
    driver, photos: Path, paint, is_stopped: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.bring_in(photos)
    photo_id, feed = driver.id_of("blue-0.png"), driver.window.feed

    def colour() -> QColor:
        pixmap = feed.pixmap(photo_id)
        return pixmap.toImage().pixelColor(30, 20) if pixmap else QColor()

    driver.wait(lambda: colour().blue() > colour().green())
    if is_stopped:
        bring_in = driver.window.imports._bring_in

        def stop_at_the_end(folders, progress: Progress, **how: object) -> None:
            bring_in(folders, progress, **how)
            raise Cancelled

        monkeypatch.setattr(driver.window.imports, "_bring_in", stop_at_the_end)
    paint("blue-0.png", "green", 9)
    driver.window.window_actions.rescan.trigger()
    driver.wait(lambda: colour().green() > colour().blue())


def test_folders_that_are_away_are_told_by_name(driver, photos: Path) -> None:
    driver.bring_in(photos)
    photos.rename(photos.parent / "elsewhere")
    driver.window.window_actions.rescan.trigger()
    driver.wait(lambda: "photos cannot be reached now" in driver.window.messages.text)
    assert len(driver.shown) == 8


def test_photos_that_cannot_be_read_are_counted_and_listed(driver, photos: Path) -> None:
    (photos / "broken.jpg").write_bytes(b"\xff\xd8\xff\xe0 no more")
    driver.drop(photos)
    driver.wait(lambda: "1 could not be read." in driver.window.messages.text)
    driver.wait(lambda: driver.window.status.problems_text == "1 problem")
    driver.window.messages.action_button.click()
    page = driver.window.pages.problems
    assert page.isVisible()
    driver.wait(lambda: [line.name for line in page.list.shown] == ["broken.jpg"])
    press(driver, Qt.Key.Key_Escape)
    assert driver.window.grid.isVisible()


def test_a_folder_that_is_not_there_is_a_sentence(driver, tmp_path: Path) -> None:
    driver.window.imports.start([tmp_path / "nowhere"])
    driver.wait(lambda: "nowhere" in driver.window.messages.text)
    assert driver.window.welcome.isVisible()


def test_folders_dropped_during_an_import_wait_for_their_turn(
    driver, paint, tmp_path: Path
) -> None:
    for where in ("one", "two"):
        paint(f"{where}.png", "red", folder=tmp_path / where)
    driver.window.imports.start([tmp_path / "one"])
    driver.window.imports.start([tmp_path / "two"])
    driver.wait(lambda: sorted(driver.shown) == ["one.png", "two.png"])


# --- searching ------------------------------------------------------------------------------------


def test_a_dropped_picture_finds_the_photos_that_look_like_it(driver, photos: Path, paint) -> None:
    driver.bring_in(photos)
    query = paint("query.png", "blue", 9, folder=photos.parent / "elsewhere")
    driver.drop(query)
    driver.wait(lambda: driver.searched_by == ["query.png"])
    assert {name.split("-")[0] for name in driver.shown[:2]} == {"blue"}
    photos = driver.window.grid.photos
    similarity = [photos.likeness(photo_id).similarity for photo_id in photos.ids]
    assert similarity == sorted(similarity, reverse=True)
    assert driver.window.query_bar.detail_text == "The 8 most similar of 8 photos"


def test_several_files_are_searched_by_together(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.drop(photos / "green-0.png", photos / "red-0.png")
    driver.wait(lambda: driver.searched_by == ["green-0.png", "red-0.png"])
    assert "blue" not in {name.split("-")[0] for name in driver.shown[:4]}


def test_a_pasted_picture_is_searched_by(driver, photos: Path) -> None:
    driver.bring_in(photos)
    QGuiApplication.clipboard().setImage(QImage(str(photos / "green-0.png")))
    press(driver, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: driver.searched_by == ["Pasted picture"])
    assert driver.shown[0] == "green-0.png"
    likeness = driver.window.grid.photos.likeness(driver.id_of("green-0.png"))
    assert likeness.similarity == pytest.approx(1, abs=0.01)


def test_a_pasted_path_is_searched_by(driver, photos: Path) -> None:
    driver.bring_in(photos)
    QGuiApplication.clipboard().setText(str(photos / "green-0.png"))
    driver.window.window_actions.paste.trigger()
    driver.wait(lambda: driver.searched_by == ["green-0.png"])


def test_pasting_something_else_is_a_sentence(driver) -> None:
    QGuiApplication.clipboard().setText("hello")
    driver.window.asking.paste()
    assert "no picture" in driver.window.messages.text


def test_a_photo_of_the_grid_finds_its_neighbors_but_not_itself(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.find_similar("red-0.png")
    assert driver.shown[0] == "red-1.png"
    assert "red-0.png" not in driver.shown


def test_a_file_that_is_no_picture_is_a_sentence_and_changes_nothing(driver, photos: Path) -> None:
    driver.bring_in(photos)
    other = photos / "notes.txt"
    other.write_text("hello")
    driver.drop(other)
    driver.wait(lambda: "notes.txt cannot be read" in driver.window.messages.text)
    assert len(driver.shown) == 8
    assert driver.window.query_bar.isHidden()
    assert not driver.window.window_actions.back.isEnabled()


def test_searching_an_empty_library_says_what_to_do_first(driver, paint) -> None:
    driver.drop(paint("query.png"))
    driver.wait(lambda: "no photos to search yet" in driver.window.messages.text)
    assert driver.window.welcome.isVisible()


def test_a_drag_of_something_else_is_not_welcome(driver) -> None:
    mime = QMimeData()
    mime.setText("hello")
    assert not driver.drop_mime(mime)


def test_an_answer_that_comes_late_is_refused(
    driver, photos: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.bring_in(photos)
    find, go_on = driver.window.browser._find, threading.Event()

    def slow_for_red(query, *how, **more):
        if query.question.examples[0].source.name == "red-0.png":
            assert go_on.wait(10)
        return find(query, *how, **more)

    monkeypatch.setattr(driver.window.browser, "_find", slow_for_red)
    driver.window.asking.open(photos / "red-0.png")
    driver.window.asking.open(photos / "blue-0.png")
    driver.wait(lambda: driver.searched_by == ["blue-0.png"])
    go_on.set()
    driver.wait(lambda: driver.window._tasks.is_idle)
    assert driver.searched_by == ["blue-0.png"]
    driver.window.browser.back()
    assert driver.window.browser.place.query.is_everything


# --- walking --------------------------------------------------------------------------------------


def test_back_and_forward_walk_through_the_queries(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.find_similar("red-0.png")
    driver.find_similar("blue-0.png")
    alt = Qt.KeyboardModifier.AltModifier
    press(driver, Qt.Key.Key_Left, alt)
    assert driver.searched_by == ["red-0.png"]
    assert driver.shown[0] == "red-1.png"
    press(driver, Qt.Key.Key_Left, alt)
    assert len(driver.shown) == 8
    assert not driver.window.window_actions.back.isEnabled()
    press(driver, Qt.Key.Key_Right, alt)
    press(driver, Qt.Key.Key_Right, alt)
    assert driver.searched_by == ["blue-0.png"]
    assert not driver.window.window_actions.forward.isEnabled()


def test_the_mouse_has_back_and_forward_too(qtbot, driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.find_similar("red-0.png")
    viewport = driver.window.grid.viewport()
    qtbot.mouseClick(viewport, Qt.MouseButton.BackButton, pos=QPoint(30, 30))
    assert driver.window.browser.place.query.is_everything
    qtbot.mouseClick(viewport, Qt.MouseButton.ForwardButton, pos=QPoint(30, 30))
    assert driver.searched_by == ["red-0.png"]


def test_back_returns_to_the_photo_that_was_chosen(driver, photos: Path) -> None:
    driver.bring_in(photos)
    chosen = driver.id_of("green-1.png")
    driver.window.grid.choose(chosen)
    driver.find_similar("red-0.png")
    driver.window.browser.back()
    assert driver.window.grid.chosen == chosen


def test_back_returns_to_where_the_person_had_scrolled_to(driver, photos: Path) -> None:
    driver.bring_in(photos)
    grid = driver.window.grid
    grid.zoom(1)
    grid.zoom(1)
    grid.go_to_place(150)
    driver.wait(lambda: grid.place == 150)
    driver.find_similar("red-0.png")
    assert grid.place == 0
    driver.window.browser.back()
    driver.wait(lambda: grid.place == 150)


def test_escape_leaves_the_photo_then_the_results(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.find_similar("red-0.png")
    driver.window.photo_desk.view_photo(driver.id_of("red-1.png"))
    assert driver.window.photo_view.isVisible()
    press(driver, Qt.Key.Key_Escape)
    assert driver.window.grid.isVisible()
    assert not driver.window.browser.place.query.is_everything
    press(driver, Qt.Key.Key_Escape)
    assert driver.window.browser.place.query.is_everything
    assert len(driver.shown) == 8
    press(driver, Qt.Key.Key_Escape)
    assert driver.window.grid.isVisible()


def test_the_query_bar_stays_as_a_place_to_drop_on(driver, photos: Path) -> None:
    driver.bring_in(photos)
    assert driver.window.query_bar.isHidden()
    driver.find_similar("red-0.png")
    driver.window.escape()
    assert driver.window.query_bar.isVisible()
    assert driver.window.query_bar.add_place.isVisible()
    assert driver.searched_by == []


# --- one photo ------------------------------------------------------------------------------------


def test_a_double_click_shows_the_photo_large(qtbot, driver, photos: Path) -> None:
    driver.bring_in(photos)
    grid = driver.window.grid
    place = grid.visualRect(grid.photos.index(1)).center()
    qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert driver.window.photo_view.photo_id == grid.photos.ids[1]
    driver.wait(lambda: driver.window.photo_view.is_sharp)
    assert driver.window.photo_view.detail.startswith("64 × 48")


def test_the_keyboard_opens_photos_and_walks_through_them(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.find_similar("red-0.png")
    ids = driver.window.grid.photos.ids
    driver.window.grid.choose(ids[0])
    press(driver, Qt.Key.Key_Return)
    assert driver.window.photo_view.photo_id == ids[0]
    press(driver, Qt.Key.Key_Left)
    assert driver.window.photo_view.photo_id == ids[0]
    press(driver, Qt.Key.Key_Right)
    assert driver.window.photo_view.photo_id == ids[1]
    assert "% similar" in driver.window.photo_view.detail
    press(driver, Qt.Key.Key_Escape)
    assert driver.window.grid.chosen == ids[1]


def test_find_similar_works_from_the_large_photo(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.window.photo_desk.view_photo(driver.id_of("blue-0.png"))
    press(driver, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    driver.wait(lambda: driver.searched_by == ["blue-0.png"])
    assert driver.window.grid.isVisible()


def test_a_photo_whose_file_is_gone_still_shows_and_says_so(driver, photos: Path) -> None:
    driver.bring_in(photos)
    (photos / "red-0.png").unlink()
    driver.window.photo_desk.view_photo(driver.id_of("red-0.png"))
    driver.wait(lambda: "gone" in driver.window.photo_view.trouble)
    assert driver.window.photo_view.isVisible()


def test_the_button_on_a_photo_finds_similar_ones(qtbot, driver, photos: Path) -> None:
    driver.bring_in(photos)
    grid = driver.window.grid
    place = grid.find_similar_place(grid.photos.ids[2])
    with qtbot.waitSignal(grid.similar_wanted) as told:
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told.args == [grid.photos.ids[2]]
    driver.wait(lambda: driver.searched_by != [])


def test_a_photo_is_copied_as_a_file_and_as_a_path(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.window.grid.choose(driver.id_of("red-0.png"))
    driver.window.window_actions.copy.trigger()
    clipboard = QGuiApplication.clipboard()
    driver.wait(lambda: clipboard.text() == str(photos / "red-0.png"))
    assert clipboard.mimeData().urls()[0].toLocalFile() == str(photos / "red-0.png")


def test_what_was_copied_stays_as_a_path_when_the_window_closes(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.window.grid.choose(driver.id_of("red-0.png"))
    driver.window.photo_desk.copy()
    clipboard = QGuiApplication.clipboard()
    driver.wait(lambda: clipboard.text() == str(photos / "red-0.png"))
    driver.window.close()
    assert not clipboard.mimeData().hasUrls()
    assert clipboard.text() == str(photos / "red-0.png")


def test_what_others_copied_is_left_alone(driver, photos: Path) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(photos / "red-0.png"))])
    QGuiApplication.clipboard().setMimeData(mime)
    driver.window.close()
    assert QGuiApplication.clipboard().mimeData().hasUrls()


# --- the frame ------------------------------------------------------------------------------------


def test_every_action_has_a_menu_entry_a_shortcut_and_words(driver) -> None:
    in_menus = {
        action
        for menu in driver.window.menuBar().actions()
        for action in menu.menu().actions()
        if not action.isSeparator() and not action.menu()
    }
    actions = driver.window.window_actions
    assert in_menus == {*actions.all, *actions.without_keys}
    assert all(action.shortcuts() for action in actions.all)


def test_no_two_actions_share_a_shortcut(driver) -> None:
    keys = [
        key.toString() for action in driver.window.window_actions.all for key in action.shortcuts()
    ]
    assert len(keys) == len(set(keys))


def test_shortcuts_are_heard_while_a_photo_has_the_full_screen(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.window.grid.choose(driver.id_of("red-0.png"))
    driver.window.photo_desk.view_chosen()
    driver.window.showFullScreen()
    driver.wait(lambda: not driver.window.menuBar().isVisible())
    press(driver, Qt.Key.Key_F11)
    driver.wait(lambda: not driver.window.isFullScreen() and driver.window.menuBar().isVisible())


def test_the_status_line_tells_what_fits_and_is_chosen(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.window.filter_box.words_wanted.emit("red")
    driver.wait(lambda: "of 8 photos fit" in driver.window.status.library_text)
    driver.window.grid.selectAll()
    assert f"{len(driver.shown)} chosen" in driver.window.status.library_text


def test_actions_for_one_photo_need_a_photo(driver, photos: Path) -> None:
    acts = driver.window.window_actions
    driver.bring_in(photos)
    assert not acts.find_similar.isEnabled()
    driver.window.grid.choose(driver.id_of("red-0.png"))
    assert acts.find_similar.isEnabled()
    driver.window.photo_desk.view_photo(driver.id_of("red-0.png"))
    assert acts.copy.isEnabled()


def test_sizes_can_be_chosen_where_there_are_tiles(driver, photos: Path) -> None:
    slider, larger = driver.window.findChild(SizeSlider), driver.window.window_actions.larger
    assert not slider.isVisible()
    assert not larger.isEnabled()
    driver.bring_in(photos)
    driver.wait(slider.isVisible)
    assert larger.isEnabled()
    driver.window.photo_desk.view_photo(driver.id_of("red-0.png"))
    driver.wait(lambda: not slider.isVisible())
    assert not larger.isEnabled()


def test_the_keyboard_starts_on_what_there_is_to_do(driver) -> None:
    assert driver.window.focusWidget().text() == "Choose Folder…"


def test_a_failed_import_leaves_the_keyboard_on_nothing_that_it_would_change(
    driver, tmp_path: Path
) -> None:
    driver.window.imports.start([tmp_path / "nowhere"])
    driver.wait(lambda: "nowhere" in driver.window.messages.text)
    focus = driver.window.focusWidget()
    assert focus is None or not isinstance(focus, QSlider | QToolButton)


def test_a_long_name_does_not_make_the_window_wide(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.window.resize(800, 560)
    driver.drop(photos / f"{'x' * 240}.jpg")
    driver.wait(lambda: "cannot be read" in driver.window.messages.text)
    assert driver.window.minimumSizeHint().width() <= 640


def test_the_window_is_no_larger_than_its_screen(
    library: Library, tasks: Tasks, theme, qapp: QApplication
) -> None:
    made = MainWindow(library, tasks, theme)
    screen = made.screen().availableSize()
    assert made.width() <= screen.width()
    assert made.height() <= screen.height()
    made.close()
    made.deleteLater()


def test_tiles_grow_and_shrink_within_bounds(driver, photos: Path) -> None:
    driver.bring_in(photos)
    grid, acts = driver.window.grid, driver.window.window_actions
    sizes = [grid.tile_size_px]
    for action in [acts.larger] * 6 + [acts.smaller] * 9:
        action.trigger()
        sizes.append(grid.tile_size_px)
    assert (max(sizes), min(sizes)) == (320, 96)
    acts.usual_size.trigger()
    assert grid.tile_size_px == sizes[0]


def test_a_network_that_cannot_be_used_is_told_and_photos_still_show(
    qtbot, broken_network: None, window: MainWindow
) -> None:
    qtbot.waitUntil(lambda: window.messages.text.startswith("The network was altered."))
    assert "no network" in window.status.library_text


def test_an_error_nobody_foresaw_is_logged_and_told(
    driver, caplog: pytest.LogCaptureFixture
) -> None:
    driver.window._tasks.start(lambda _: 1 // 0)
    driver.wait(lambda: "ZeroDivisionError" in driver.window.messages.text)
    assert [record.levelno for record in caplog.records] == [logging.ERROR]


@pytest.fixture
def broken_network(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> None:
        raise NetworkUnusable("The network was altered.", "Install Lookalike again.")

    monkeypatch.setattr(library, "embedder", fail)


def test_about_tells_network_and_library(driver) -> None:
    driver.window.window_actions.about.trigger()
    about = driver.window.findChild(About)
    assert "Tiny on the CPU" in about.text
    assert str(driver.library.folder) in about.text
    about.close()


def test_dark_and_light_dress_everything(driver, theme, photos: Path) -> None:
    driver.bring_in(photos)
    background = {}
    for scheme in (Qt.ColorScheme.Light, Qt.ColorScheme.Dark):
        theme.dress(scheme)
        shown = driver.window.grid.viewport().grab().toImage()
        background[scheme] = shown.pixelColor(1, shown.height() - 2).lightness()
    assert background[Qt.ColorScheme.Light] > 200
    assert background[Qt.ColorScheme.Dark] < 60


def test_a_target_of_the_command_line_is_imported_or_searched_by(driver, photos: Path) -> None:
    driver.window.asking.open(photos)
    driver.wait(lambda: len(driver.shown) == 8)
    driver.wait(lambda: not driver.window.imports.is_running)
    driver.window.asking.open(photos / "red-0.png")
    driver.wait(lambda: driver.searched_by == ["red-0.png"])


def test_photo_ids_are_photo_ids(driver, photos: Path) -> None:
    driver.bring_in(photos)
    driver.window.grid.choose(PhotoId(10**9))
    assert driver.window.grid.chosen is None
