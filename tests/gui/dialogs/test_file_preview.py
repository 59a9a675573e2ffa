from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from lookalike.gui.dialogs.file_preview import FilePreview
from lookalike.library.files.file_plan import FileKind, FilePlan, Obstacle, PlannedFile, Standing
from lookalike.photos import PhotoId

PARIS = Path("/pictures/Paris")


def planned(number: int, standing: Standing = Standing.CLEAR) -> PlannedFile:
    name = f"{number}.jpg"
    target = PARIS / (name if standing is Standing.CLEAR else f"{number} (2).jpg")
    return PlannedFile(PhotoId(number), Path("/from") / name, target, 2_000_000, standing)


def plan_of(*standings: Standing, kind: FileKind = FileKind.MOVE, **facts: object) -> FilePlan:
    files = tuple(planned(number, standing) for number, standing in enumerate(standings))
    return FilePlan(kind, PARIS, files, **facts)  # type: ignore[arg-type]


@pytest.fixture
def show(qtbot, theme):
    def open_(made: FilePlan) -> FilePreview:
        dialog = FilePreview(made, theme)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        qtbot.addWidget(dialog)
        with qtbot.waitExposed(dialog):
            dialog.show()
        return dialog

    return open_


def cells(dialog: FilePreview, row: int) -> list[str]:
    return [dialog.rows.index(row, column).data() for column in range(4)]


def test_it_says_what_where_how_many_and_how_large(show) -> None:
    dialog = show(plan_of(Standing.CLEAR, Standing.CLEAR, free_bytes=10**9))
    heading, facts = dialog.texts
    assert heading.startswith("Move 2 photo")
    assert heading.endswith("to Paris")
    assert str(PARIS) in facts
    assert "4.0 MB" in facts
    assert dialog.go.text().startswith("Move 2 Photo")
    assert dialog.go.isEnabled()
    assert cells(dialog, 0) == ["0.jpg", "", "2.0 MB", "/from"]


def test_names_that_are_taken_are_a_question(qtbot, show) -> None:
    dialog = show(plan_of(Standing.CLEAR, Standing.NAME_TAKEN))
    assert cells(dialog, 0)[:2] == ["1.jpg", "Becomes 1 (2).jpg"]
    assert dialog.keep_both.isChecked()
    dialog.skip.click()
    assert cells(dialog, 0)[:2] == ["1.jpg", "Left out: the name is taken"]
    assert dialog.go.text().startswith("Move 1 Photo")
    with qtbot.waitSignal(dialog.confirmed) as told:
        dialog.go.click()
    assert [file.photo_id for file in told.args[0].to_do] == [0]
    assert not dialog.isVisible()


def test_files_that_go_into_folders_of_it_say_into_which(show) -> None:
    inside = replace(planned(0), target=PARIS / "footwear" / "boots" / "0.jpg")
    dialog = show(replace(plan_of(Standing.CLEAR), files=(inside, planned(1))))
    assert [dialog.rows.index(row, 4).data() for row in (0, 1)] == [str(Path("footwear/boots")), ""]
    assert not dialog.table.isColumnHidden(4)
    assert show(plan_of(Standing.CLEAR)).table.isColumnHidden(4)


def test_without_taken_names_nothing_is_asked(show) -> None:
    assert not show(plan_of(Standing.CLEAR)).keep_both.isVisible()


def test_what_is_left_out_is_told_first(show) -> None:
    dialog = show(plan_of(Standing.CLEAR, Standing.GONE))
    assert any("left out: gone" in sentence for sentence in dialog.sentences)
    assert cells(dialog, 0)[:2] == ["1.jpg", "Left out: gone"]


@pytest.mark.parametrize("obstacle", Obstacle)
def test_what_cannot_be_done_cannot_be_confirmed_and_says_why(show, obstacle: Obstacle) -> None:
    dialog = show(plan_of(Standing.CLEAR, obstacle=obstacle, free_bytes=5))
    assert not dialog.go.isEnabled()
    assert dialog.sentences[0]


def test_warnings_are_told_before(show) -> None:
    made = plan_of(Standing.CLEAR, leaves_library=True, sidecars=2, can_be_undone=False)
    told = " ".join(show(made).sentences)
    for word in ("no folder of this library", "sidecar", "Undo cannot look into"):
        assert word in told


def test_the_trash_says_that_it_can_be_undone(show) -> None:
    made = replace(plan_of(Standing.CLEAR, kind=FileKind.TRASH), destination=None)
    dialog = show(made)
    assert "This can be undone" in dialog.sentences[0]
    assert "Trash" in dialog.go.text()


def test_escape_does_nothing(qtbot, show) -> None:
    dialog = show(plan_of(Standing.CLEAR))
    with qtbot.assertNotEmitted(dialog.confirmed):
        qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()


def test_return_does_it(qtbot, show) -> None:
    dialog = show(plan_of(Standing.CLEAR))
    with qtbot.waitSignal(dialog.confirmed):
        qtbot.keyClick(dialog, Qt.Key.Key_Return)


def test_very_many_are_shown_at_once(show) -> None:
    dialog = show(plan_of(*[Standing.CLEAR] * 100_000))
    assert dialog.rows.rowCount() == 100_000
