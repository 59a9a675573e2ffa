from pathlib import Path

import pytest
from PIL import Image

from lookalike.cli.window_line import WindowLine, read_window_line
from lookalike.errors import FolderUnusable


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pictures and a text."""
    made = tmp_path / "photos"
    (made / "below").mkdir(parents=True)
    for name in ("b.png", "below/a.png"):
        Image.new("RGB", (9, 9)).save(made / name)
    (made / "notes.txt").write_text("no picture")
    return made


def test_a_folder_or_a_picture_is_opened_and_a_library_chosen(folder: Path) -> None:
    assert read_window_line([]) == WindowLine(None, None)
    assert read_window_line([str(folder)]) == WindowLine(folder, None)
    library = folder / "library"
    assert read_window_line(["--library", str(library)]) == WindowLine(None, library)


def test_a_tour_leads_through_the_pictures_of_a_folder(folder: Path) -> None:
    line = read_window_line(["demo", str(folder), "--library", str(folder / "library")])
    pictures = [folder / "b.png", folder / "below" / "a.png"]
    assert line == WindowLine(None, folder / "library", pictures)


def test_a_tour_without_a_folder_leads_through_the_library() -> None:
    assert read_window_line(["demo"]) == WindowLine(None, None, ())


def test_a_folder_without_pictures_has_no_tour(tmp_path: Path) -> None:
    with pytest.raises(FolderUnusable, match="no picture in"):
        read_window_line(["demo", str(tmp_path)])
    with pytest.raises(FolderUnusable, match="There is no folder"):
        read_window_line(["demo", str(tmp_path / "none")])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (["--library", "x", "demo"], "the verb comes first"),
        (["nowhere"], "no verb (import, "),
        (["nowhere"], ", demo)"),
        (["demo", "a", "b"], "unrecognized arguments: b"),
        (["demo", "--json"], "unrecognized arguments: --json"),
    ],
)
def test_a_line_that_makes_no_sense_is_told_so(
    given: list[str], told: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        read_window_line(given)
    assert ended.value.code == 2
    assert told in capsys.readouterr().err


def test_help_tells_of_the_tour(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        read_window_line(["demo", "--help"])
    assert ended.value.code == 0
    assert "full screen" in capsys.readouterr().out
