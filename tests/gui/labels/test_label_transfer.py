"""Labels taken over from elsewhere and written for other programs, each previewed and undoable."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from lookalike.gui.dialogs.label_export_options import LabelForm
from lookalike.gui.file_desk import FileDesk
from lookalike.gui.labels.label_desk import LabelDesk
from lookalike.gui.labels.label_shelf import LabelShelf
from lookalike.gui.labels.label_transfer import LabelTransfer
from lookalike.gui.panels.message_bar import MessageBar
from lookalike.gui.undo_list import UndoList
from lookalike.library.labels import labelling


@pytest.fixture
def acts() -> UndoList:
    return UndoList()


@pytest.fixture
def messages(theme) -> MessageBar:
    return MessageBar(theme)


@pytest.fixture
def transfer(
    qapp: QApplication, library, ids, tasks, messages, acts, theme
) -> Iterator[LabelTransfer]:
    window = QWidget()
    messages.setParent(window)
    window.show()
    shelf = LabelShelf(lambda: labelling.labels(library), tasks)
    desk = LabelDesk(library, shelf, messages, acts, tasks)
    desk.changed.connect(shelf.refresh)
    files = FileDesk(library, tasks, messages, acts, theme, window)
    yield LabelTransfer(library, shelf, desk, files, messages, acts, theme, window)
    assert tasks.close()
    window.hide()
    window.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def answer(monkeypatch):
    """What the person picks in the dialogs of the system."""

    def pick(path: Path) -> Path:
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))
        for name in ("getOpenFileName", "getSaveFileName"):
            monkeypatch.setattr(QFileDialog, name, lambda *_: (str(path), ""))
        return path

    return pick


def paths(library) -> list[str]:
    waiting = list(labelling.labels(library))
    for node in waiting:
        waiting.extend(node.children)
    return sorted(node.path for node in waiting)


def previewed(qtbot, transfer: LabelTransfer):
    qtbot.waitUntil(lambda: transfer.preview is not None)
    return transfer.preview


def export(qtbot, transfer: LabelTransfer, form: LabelForm) -> None:
    transfer._shelf.refresh()
    qtbot.waitUntil(lambda: bool(transfer._shelf.nodes))
    transfer.export_labels()
    transfer.options.form(form).setChecked(True)
    transfer.options._choose()


def test_folder_names_become_labels_and_can_be_taken_back(
    qtbot, transfer, library, photos, messages, answer
) -> None:
    answer(photos.parent)
    transfer.from_folders()
    preview = previewed(qtbot, transfer)
    assert preview.text.title.startswith("8 photo")
    assert [preview.rows.index(0, column).data() for column in range(3)] == ["photos", "8", "New"]
    assert paths(library) == []
    preview.go.click()
    qtbot.waitUntil(lambda: "were given" in messages.text)
    assert paths(library) == ["photos"]
    messages.action_button.click()
    qtbot.waitUntil(lambda: paths(library) == [])


def test_a_preview_that_is_cancelled_changes_nothing(qtbot, transfer, library, photos, answer):
    answer(photos.parent)
    transfer.from_folders()
    previewed(qtbot, transfer).reject()
    assert transfer.preview is None
    assert paths(library) == []


def test_a_table_tells_what_it_names_and_what_is_not_there(
    qtbot, transfer, library, photos, tmp_path, answer
) -> None:
    table = answer(tmp_path / "labels.csv")
    lines = [("path", "label"), (photos / "red-0.png", "R&D"), ("/gone.png", "x")]
    with table.open("w", newline="") as file:
        csv.writer(file).writerows(lines)
    transfer.from_table()
    preview = previewed(qtbot, transfer)
    assert any("gone.png" in warning for warning in preview.text.warnings)
    preview.go.click()
    qtbot.waitUntil(lambda: paths(library) == ["R&D"])


def test_a_table_without_paths_is_a_sentence(qtbot, transfer, tmp_path, messages, answer) -> None:
    answer(tmp_path / "labels.csv").write_text("no table\n")
    transfer.from_table()
    qtbot.waitUntil(lambda: bool(messages.text))
    assert transfer.preview is None


def test_without_keywords_there_is_nothing_to_give(qtbot, transfer) -> None:
    transfer.from_keywords()
    preview = previewed(qtbot, transfer)
    assert not preview.go.isEnabled()
    assert not preview.table.isVisible()
    preview.reject()


def test_without_labels_there_is_nothing_to_export(transfer, messages) -> None:
    transfer.export_labels()
    assert messages.text == "There are no labels yet."
    assert transfer.options is None


@pytest.mark.parametrize("form", [LabelForm.TABLE, LabelForm.JSON])
def test_labels_are_written_as_a_list(
    qtbot, transfer, library, ids, messages, tmp_path, answer, form
) -> None:
    transfer._desk.give_named(ids[:2], "animals/cats")
    file = answer(tmp_path / "mine")
    export(qtbot, transfer, form)
    qtbot.waitUntil(lambda: "were written" in messages.text)
    suffix = ".csv" if form is LabelForm.TABLE else ".json"
    assert "animals/cats" in file.with_name("mine" + suffix).read_text("utf-8")


def test_sidecars_are_previewed_written_and_taken_back(
    qtbot, transfer, ids, photos, messages, acts
) -> None:
    transfer._desk.give_named(ids[:2], "boots")
    export(qtbot, transfer, LabelForm.SIDECARS)
    preview = previewed(qtbot, transfer)
    assert not list(photos.glob("*.xmp"))
    assert preview.rows.index(0, 1).data() == "boots"
    preview.go.click()
    qtbot.waitUntil(lambda: "written" in messages.text)
    assert len(list(photos.glob("*.xmp"))) == 2
    acts.undo()
    qtbot.waitUntil(lambda: "as they were" in messages.text)
    assert not list(photos.glob("*.xmp"))
    assert acts.last.name == "Label “boots”"


def test_sidecars_may_go_to_another_folder(
    qtbot, transfer, ids, photos, tmp_path, messages, answer
) -> None:
    transfer._desk.give_named(ids[:2], "boots")
    place = answer(tmp_path / "elsewhere")
    place.mkdir()
    export(qtbot, transfer, LabelForm.SIDECARS_ELSEWHERE)
    previewed(qtbot, transfer).go.click()
    qtbot.waitUntil(lambda: "written" in messages.text)
    assert len(list(place.glob("*.xmp"))) == 2
    assert not list(photos.glob("*.xmp"))


def test_folders_of_copies_go_the_way_of_all_files(
    qtbot, transfer, ids, tmp_path, messages, acts, answer
) -> None:
    transfer._desk.give_named(ids[:2], "boots")
    place = answer(tmp_path / "elsewhere")
    place.mkdir()
    export(qtbot, transfer, LabelForm.COPIES)
    qtbot.waitUntil(lambda: transfer._files.preview is not None)
    transfer._files.preview.go.click()
    qtbot.waitUntil(lambda: "Copied 2" in messages.text)
    assert len(list((place / "boots").iterdir())) == 2


def test_everything_is_kept_in_a_file_and_brought_back(
    qtbot, transfer, library, ids, messages, acts, tmp_path, answer
) -> None:
    transfer._desk.give_named(ids[:2], "boots")
    file = answer(tmp_path / "work.json")
    qtbot.waitUntil(lambda: paths(library) == ["boots"])
    transfer.export_work()
    qtbot.waitUntil(lambda: "holds 1 label" in messages.text)
    assert json.loads(file.read_text("utf-8"))
    acts.undo()
    qtbot.waitUntil(lambda: paths(library) == [])
    transfer.restore()
    qtbot.waitUntil(lambda: "Brought in: 1 label" in messages.text)
    assert paths(library) == ["boots"]
    acts.undo()
    qtbot.waitUntil(lambda: paths(library) == [])


def test_a_file_of_another_kind_is_a_sentence(qtbot, transfer, tmp_path, messages, answer) -> None:
    answer(tmp_path / "other.json").write_text("[1, 2]")
    transfer.restore()
    qtbot.waitUntil(lambda: bool(messages.text))
    assert "unexpected" not in messages.text
