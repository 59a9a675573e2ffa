"""The program as a person meets it: a window, a mouse and a keyboard."""

import colorsys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

PATTERNS = ("rings", "stripes", "checks")
STEPS_PX = (16, 24, 36, 54)
OF_EACH = len(STEPS_PX)
SIDE_PX = 480
TILE_PX = 100  # more than a picture in the query bar has
CHIP_PX = 20
MARKED = "Similar to both.png and 1 more, not rings-1.png"
DOOMED = "rings-2.png"
MORE_BUTTON = 0.88, 0.88


def frame_colour(number: int) -> tuple[int, int, int]:
    """Each another one, and none that the window itself has."""
    parts = colorsys.hsv_to_rgb(number / (len(PATTERNS) * OF_EACH + 2), 0.85, 0.75)
    red, green, blue = (round(255 * part) for part in parts)
    return red, green, blue


COLOURS = {
    f"{pattern}-{number}.png": frame_colour(OF_EACH * kind + number)
    for kind, pattern in enumerate(PATTERNS)
    for number in range(OF_EACH)
}
LEFT, RIGHT = frame_colour(len(COLOURS)), frame_colour(len(COLOURS) + 1)


def drawn(pattern: str, frame: tuple[int, int, int], step_px: int) -> Image.Image:
    """A grey pattern in a frame by which it is found on the screen."""
    down, across = np.mgrid[:SIDE_PX, :SIDE_PX]
    wave = {
        "rings": np.hypot(down - SIDE_PX / 2, across - SIDE_PX / 2) // step_px,
        "stripes": (down + across) // step_px,
        "checks": down // step_px + across // step_px,
    }[pattern]
    picture = Image.fromarray(np.where(wave % 2, 220, 40).astype(np.uint8)).convert("RGB")
    whole = (0, 0, SIDE_PX - 1, SIDE_PX - 1)
    ImageDraw.Draw(picture).rectangle(whole, outline=frame, width=64)
    return picture


@pytest.fixture
def album(tmp_path: Path) -> Path:
    """Photos of three kinds."""
    folder = tmp_path / "album"
    folder.mkdir()
    for at, (name, colour) in enumerate(COLOURS.items()):
        drawn(name.partition("-")[0], colour, STEPS_PX[at % OF_EACH]).save(folder / name)
    return folder


@pytest.fixture
def both(tmp_path: Path) -> Path:
    """A picture from elsewhere: rings on the left, checks on the right."""
    picture = Image.new("RGB", (2 * SIDE_PX, SIDE_PX))
    picture.paste(drawn("rings", LEFT, 24), (0, 0))
    picture.paste(drawn("checks", RIGHT, 24), (SIDE_PX, 0))
    file = tmp_path / "both.png"
    picture.save(file)
    return file


@pytest.fixture
def library(tmp_path: Path, album: Path, answer) -> Path:
    folder = tmp_path / "library"
    assert answer("import", album, "--library", folder)["added"] == len(COLOURS)
    return folder


@pytest.fixture
def trash(tmp_path: Path) -> Path:
    return tmp_path / "data" / "Trash" / "files"


class Window:
    """The program, and what is seen of it from outside."""

    def __init__(self, desktop, command: Path, library: Path) -> None:
        self.desktop = desktop
        self.program = desktop.start(command, "--library", library)
        self.wait_for_title("Lookalike")
        desktop.until(lambda: len(self.shown) == len(COLOURS), "all photos are there")

    @property
    def shown(self) -> list[str]:
        """The photos on the screen, in the order in which they are read."""
        return list(self.desktop.find_all(COLOURS, TILE_PX))

    def place(self, name: str, across: float = 0.5, down: float = 0.5) -> tuple[int, int]:
        """A point of a photo that is shown."""
        box = self.desktop.find(COLOURS[name], TILE_PX)
        assert box, f"{name} is not on the screen"
        return box.at(across, down)

    def width(self, name: str) -> int:
        """How large a photo is shown."""
        left, _, right, _ = self.desktop.find_all({name: COLOURS[name]}, TILE_PX)[name]
        return right - left

    def wait_for_title(self, title: str) -> None:
        self.desktop.until(lambda: self.desktop.title == title, f"{title!r} is in front")

    def wait_for_results(self, title: str, first: str) -> None:
        """With photos of that kind before all others."""
        self.wait_for_title(f"{title} — Lookalike")
        self.desktop.until(
            lambda: [name.partition("-")[0] for name in self.shown[:3]] == [first] * 3,
            f"{first} are first",
        )


@pytest.fixture
def window(desktop, command, library: Path) -> Window:
    return Window(desktop, command, library)


def test_a_person_searches_steers_compares_and_tidies_up(
    window: Window, album: Path, both: Path, library: Path, trash: Path, answer
) -> None:
    drop_a_file(window, both)
    search_by_a_part(window)
    go_back(window)
    mark_more_and_less(window)
    compare_two(window)
    trash_one(window, album, trash)
    assert answer("status", "--library", library)["photos"] == len(COLOURS) - 1
    take_it_back(window, album, trash)
    assert answer("status", "--library", library)["photos"] == len(COLOURS)
    window.desktop.press("ctrl+q")
    assert window.program.wait(20) == 0
    assert window.desktop.said("lookalike") == ""


def drop_a_file(window: Window, file: Path) -> None:
    """The photos are dimmed while the window says what letting go will do."""
    onto = window.place("rings-2.png")
    window.desktop.drop_file(file, onto, ready=lambda: not window.shown)
    window.wait_for_results("Similar to both.png", first="rings")


def search_by_a_part(window: Window) -> None:
    """The right half of the picture, through the menu of its chip."""
    desktop = window.desktop
    chip, windows = desktop.find(LEFT, CHIP_PX), desktop.window_count
    desktop.click(chip.at(0.9, 0.5))
    desktop.until(lambda: desktop.window_count > windows, "the menu is open")
    desktop.press("p")
    window.wait_for_title("A part of both.png — Lookalike")
    desktop.until(lambda: desktop.find(RIGHT, TILE_PX), "there is a picture to draw on")
    half = desktop.find(RIGHT, TILE_PX)
    desktop.drag(half.at(0.02, 0.02), half.at(0.98, 0.98), ready=lambda: True)
    desktop.press("Return")
    window.wait_for_results("Similar to a part of both.png", first="checks")


def go_back(window: Window) -> None:
    """To the whole picture, as in a browser."""
    window.desktop.press("alt+Left")
    window.wait_for_results("Similar to both.png", first="rings")


def mark_more_and_less(window: Window) -> None:
    """More by the mouse, less by a key. What is marked is an example, and no result any more."""
    desktop = window.desktop
    desktop.press("Down", "Down", "Return")  # to the first photo, to "Less similar", unfold it
    desktop.until(lambda: "checks-1.png" in window.shown, "less similar photos are unfolded")
    desktop.point(window.place("checks-1.png"))
    desktop.click(window.place("checks-1.png", *MORE_BUTTON))
    window.wait_for_title("Similar to both.png and 1 more — Lookalike")
    desktop.until(lambda: "checks-1.png" not in window.shown, "the results are other ones")
    desktop.click(window.place("rings-1.png"))
    desktop.press("minus")
    window.wait_for_results(MARKED, first="checks")


def compare_two(window: Window) -> None:
    """And back to the results."""
    desktop, (one, other, *_) = window.desktop, window.shown
    desktop.click(window.place(one))
    desktop.click(window.place(other), holding="ctrl")
    desktop.press("ctrl+e")
    window.wait_for_title("Compare photos — Lookalike")
    desktop.until(lambda: set(window.shown) == {one, other}, "the two are side by side")
    assert window.width(one) > 2 * TILE_PX
    desktop.press("Escape")
    window.wait_for_results(MARKED, first="checks")


def trash_one(window: Window, album: Path, trash: Path) -> None:
    """Nothing is done before the preview is confirmed."""
    desktop = window.desktop
    desktop.press("Escape")
    window.wait_for_title("Lookalike")
    desktop.until(lambda: len(window.shown) > 2 * OF_EACH, "all photos are there")
    desktop.click(window.place(DOOMED))
    desktop.press("Delete")
    window.wait_for_title("Preview — Lookalike")
    assert (album / DOOMED).exists()
    desktop.press("Return")
    desktop.until(lambda: not (album / DOOMED).exists(), "the file is gone")
    desktop.until(lambda: DOOMED not in window.shown, "and so is the photo")
    assert [file.name for file in trash.iterdir()] == [DOOMED]


def take_it_back(window: Window, album: Path, trash: Path) -> None:
    desktop = window.desktop
    desktop.press("ctrl+z")
    desktop.until((album / DOOMED).exists, "the file is back")
    desktop.until(lambda: DOOMED in window.shown, "and so is the photo")
    assert list(trash.iterdir()) == []
