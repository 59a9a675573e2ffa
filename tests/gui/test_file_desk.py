from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from lookalike.gui.file_desk import FileDesk
from lookalike.gui.panels.message_bar import MessageBar
from lookalike.gui.tasks import Tasks
from lookalike.gui.theme import Theme
from lookalike.gui.undo_list import UndoList
from lookalike.library.files import file_work, trash
from lookalike.library.files.file_plan import FileKind, plan
from lookalike.library.intake import import_engine
from lookalike.library.library import Library
from lookalike.photos import PhotoId
from lookalike.progress import Progress


@pytest.fixture
def ids(library: Library, photos: Path) -> list[PhotoId]:
    import_engine.bring_in(library, [photos], Progress())
    return library.photo_ids()


@pytest.fixture
def messages(theme: Theme) -> MessageBar:
    return MessageBar(theme)


@pytest.fixture
def acts() -> UndoList:
    return UndoList()


@pytest.fixture
def desk(
    qapp: QApplication,
    library: Library,
    tasks: Tasks,
    messages: MessageBar,
    acts: UndoList,
    theme: Theme,
) -> Iterator[FileDesk]:
    window = QWidget()
    messages.setParent(window)
    window.show()
    yield FileDesk(library, tasks, messages, acts, theme, window)
    assert tasks.close()
    window.hide()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def paris(tmp_path: Path, monkeypatch) -> Path:
    """The folder that the person chooses, outside of the library's."""
    folder = tmp_path / "Paris"
    folder.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(folder))
    return folder


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def confirm(qtbot, desk: FileDesk) -> None:
    qtbot.waitUntil(lambda: desk.preview is not None)
    desk.preview.go.click()


def test_a_move_is_previewed_done_told_and_taken_back(
    qtbot,
    desk: FileDesk,
    acts: UndoList,
    messages: MessageBar,
    ids,
    photos: Path,
    paris: Path,
    library: Library,
) -> None:
    before = names(photos)
    desk.move_to(ids)
    qtbot.waitUntil(lambda: desk.preview is not None)
    assert (names(photos), names(paris)) == (before, set())
    with qtbot.waitSignal(desk.changed):
        desk.preview.go.click()
    assert (names(photos), names(paris)) == (set(), before)
    assert messages.text.startswith("Moved 8 photo")
    assert acts.last
    assert library.photo_ids() == []
    with qtbot.waitSignal(desk.changed):
        messages.action_button.click()
    assert (names(photos), names(paris)) == (before, set())
    assert "back where they were" in messages.text
    assert not acts.last
    assert library.photo_ids() == ids


def test_a_preview_that_is_cancelled_does_nothing(qtbot, desk, acts, ids, photos, paris) -> None:
    desk.copy_to(ids)
    qtbot.waitUntil(lambda: desk.preview is not None)
    desk.preview.reject()
    assert names(paris) == set()
    assert not acts.last
    assert desk.preview is None


def test_who_chooses_no_folder_sees_no_preview(desk, tasks, ids, monkeypatch) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    desk.link_to(ids)
    assert tasks.is_idle


def test_what_failed_is_told_in_detail_on_demand(
    qtbot, desk, messages, ids, photos, paris, qapp
) -> None:
    desk.copy_to(ids)
    qtbot.waitUntil(lambda: desk.preview is not None)
    (photos / "red-0.png").unlink()
    with qtbot.waitSignal(desk.changed):
        desk.preview.go.click()
    assert messages.text.startswith("Copied 7 of 8 photo")
    messages.second_button.click()
    (details,) = [w for w in qapp.topLevelWidgets() if type(w).__name__ == "FileDetails"]
    assert details.text == f"{photos / 'red-0.png'}: It is gone."
    details.close()


def test_the_trash_takes_photos_and_gives_them_back(
    qtbot, desk, acts, messages, ids, photos, monkeypatch, tmp_path
) -> None:
    kept = tmp_path / "kept"
    kept.mkdir()
    monkeypatch.setattr(trash, "bin_for", lambda _: trash.Bin())
    monkeypatch.setattr(trash, "put", lambda file: file.rename(kept / file.name))
    monkeypatch.setattr(
        trash, "locate", lambda files: {f: trash.Trashed(kept / f.name) for f in files}
    )
    desk.trash(ids[:2])
    with qtbot.waitSignal(desk.changed):
        confirm(qtbot, desk)
    assert (len(names(kept)), len(names(photos))) == (2, 6)
    assert "trash" in messages.text
    with qtbot.waitSignal(desk.changed):
        acts.undo()
    assert (len(names(kept)), len(names(photos))) == (0, 8)


def test_actions_are_taken_back_one_by_one_the_last_first(qtbot, desk, acts, ids, paris) -> None:
    for id_ in ids[:2]:
        desk.copy_to([id_])
        with qtbot.waitSignal(desk.changed):
            confirm(qtbot, desk)
    for left in (1, 0):
        with qtbot.waitSignal(desk.changed):
            acts.undo()
        assert len(names(paris)) == left
    assert not acts.last
    acts.undo()


def test_one_action_waits_for_the_other(qtbot, desk, acts, messages, ids, paris) -> None:
    desk.copy_to(ids)
    desk.trash(ids)
    assert "Wait" in messages.text
    assert not acts.last
    qtbot.waitUntil(lambda: desk.preview is not None)
    desk.preview.reject()


def test_it_can_be_stopped_where_it_is(
    qtbot, desk, acts, messages, ids, paris, monkeypatch
) -> None:
    copy = file_work.copy_file

    def stop_after_it(*args, **how) -> None:
        copy(*args, **how)
        desk.run.task.cancel()

    monkeypatch.setattr(file_work, "copy_file", stop_after_it)
    desk.copy_to(ids)
    with qtbot.waitSignal(desk.changed):
        confirm(qtbot, desk)
    assert len(names(paris)) == 1
    assert "stopped before the end" in messages.text
    with qtbot.waitSignal(desk.changed):
        acts.undo()
    assert names(paris) == set()


def test_a_list_is_written_where_the_person_says(
    qtbot, desk, messages, ids, tmp_path, monkeypatch
) -> None:
    chosen = str(tmp_path / "list")
    answer = lambda *_: (chosen, "JSON (*.json)")  # noqa: E731
    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    desk.export_list(ids, {ids[0]: 0.5})
    qtbot.waitUntil(lambda: messages.text != "")
    assert (tmp_path / "list.json").exists()
    assert "list.json" in messages.text


def test_a_contact_sheet_asks_how_and_where(
    qtbot, desk, messages, ids, tmp_path, monkeypatch
) -> None:
    chosen = str(tmp_path / "sheet.pdf")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (chosen, "PDF (*.pdf)"))
    desk.export_sheet(ids, {}, "Colours")
    options = desk.sheet_options
    assert options.title.text() == "Colours"
    assert "8 photo" in options.pages_text
    options.columns.setValue(2)
    options.accept()
    qtbot.waitUntil(lambda: messages.text != "")
    assert Path(chosen).read_bytes().startswith(b"%PDF")


def test_what_the_end_of_the_program_interrupted_is_told_and_taken_back(
    qtbot, desk, messages, ids, paris, library, photos, monkeypatch
) -> None:
    report = file_work.perform(
        library, plan(library, FileKind.COPY, ids[:3], paris, Progress()), Progress()
    )
    monkeypatch.setattr(file_work, "unfinished", lambda _: report)
    with qtbot.waitSignal(desk.changed):
        desk.look_for_interrupted()
    assert messages.text.startswith("Lookalike ended in the middle")
    with qtbot.waitSignal(desk.changed):
        messages.action_button.click()
    assert names(paris) == set()


def test_without_photos_nothing_is_asked(desk, tasks, paris) -> None:
    for act in (desk.copy_to, desk.move_to, desk.link_to, desk.trash):
        act([])
    desk.export_list([])
    desk.export_sheet([])
    assert tasks.is_idle
    assert desk.sheet_options is None
