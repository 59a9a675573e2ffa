"""A screen of its own with a window manager, and a person's hands and eyes on it."""

import os
import secrets
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import numpy as np
import pytest
from PIL import Image, ImageGrab
from skimage.measure import label, regionprops
from skimage.morphology import dilation

NEEDED = ("Xvfb", "openbox", "xdotool")
SIZE = "1440x900x24"
_PATIENCE_S = 30
_TRIES = 5
_DRAG_SOURCE = Path(__file__).with_name("drag_source.py")
_COARSE_PX = 4
_HUES_ALIKE = 5  # of 256
_ANY_HOST, _NOTHING = 65535, b""

Colour = tuple[int, int, int]
_OF_SOURCE: Colour = (250, 120, 190)


class Box(NamedTuple):
    """Where something is on the screen."""

    left: int
    top: int
    right: int
    bottom: int

    def at(self, across: float, down: float) -> tuple[int, int]:
        """0, 0 is the upper left corner, 1, 1 the lower right one."""
        width, height = self.right - self.left - 1, self.bottom - self.top - 1
        return self.left + round(across * width), self.top + round(down * height)


class Desktop:
    """Runs programs on a screen that nobody sees; `close` ends all that it has started."""

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self._running: list[subprocess.Popen[bytes]] = []
        self._folder = folder
        self._environment = dict(environment)
        authority = folder / "authority"
        authority.write_bytes(_authority())
        display = self._start_screen(authority)
        self._environment |= {"DISPLAY": display, "XAUTHORITY": str(authority)}
        self.start(
            "openbox", "--sm-disable", HOME=str(folder)
        )  # what it writes is not the program's
        self.until(lambda: self._xdotool("get_num_desktops"), "the window manager is there")

    # --- programs -----------------------------------------------------------------------------

    def start(self, *command: object, **more: str) -> subprocess.Popen[bytes]:
        """A program that lives on the screen; what it says is in a file of its name."""
        name = Path(str(command[0])).name
        with (self._folder / f"{name}.log").open("wb") as log:
            started = subprocess.Popen(
                [str(part) for part in command],
                env=self._environment | more,
                stdout=log,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
            )
        self._running.append(started)
        return started

    def said(self, name: str) -> str:
        """All that a program has printed."""
        return (self._folder / f"{name}.log").read_text(errors="replace")

    def close(self) -> None:
        """The last one first: the screen goes when nobody is on it."""
        for program in reversed(self._running):
            self.end(program)

    def end(self, program: subprocess.Popen[bytes]) -> None:
        """By its id."""
        program.terminate()
        try:
            program.wait(10)
        except subprocess.TimeoutExpired:
            program.kill()
            program.wait()

    def _start_screen(self, authority: Path) -> str:
        """Xvfb looks for a free number by itself, and tells it.

        It ends at once where another one that is ending has not given that number back yet.
        """
        for _ in range(_TRIES):
            number = self._try_screen(authority)
            if number:
                return f":{number}"
            time.sleep(0.5)
        pytest.fail("Xvfb does not start")

    def _try_screen(self, authority: Path) -> str:
        reader, writer = os.pipe()
        options = ("-screen", "0", SIZE, "-nolisten", "tcp", "-auth", str(authority))
        screen = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writer), *options],
            pass_fds=(writer,),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        with os.fdopen(reader) as told:
            number = told.readline().strip()
        if number:
            self._running.append(screen)
        else:
            self.end(screen)
        return number

    # --- eyes ---------------------------------------------------------------------------------

    def until(self, condition: Callable[[], object], what: str) -> None:
        """Wait for what a person would wait for."""
        give_up_at = time.monotonic() + _PATIENCE_S
        while not condition():
            if time.monotonic() > give_up_at or any(p.poll() for p in self._running):
                self.look().save(self._folder / "last.png")
                said = {log.stem: log.read_text() for log in self._folder.glob("*.log")}
                pytest.fail(f"Not so: {what}. In front: {self.title!r}. {said}")
            time.sleep(0.02)

    @property
    def title(self) -> str:
        """Of the window in front."""
        return self._xdotool("getactivewindow", "getwindowname")

    @property
    def window_count(self) -> int:
        """Menus are windows too."""
        return len(self._xdotool("search", "--onlyvisible", "--class", "lookalike").split())

    def look(self) -> Image.Image:
        """The whole screen."""
        return ImageGrab.grab(xdisplay=self._environment["DISPLAY"]).convert("RGB")

    def find(self, colour: Colour, least_px: int) -> Box | None:
        """The largest patch of a colour, in light or in shadow, if it is as wide and as high."""
        return _largest_patch(_seen_colours(self.look()), colour, least_px)

    def find_all(self, colours: Mapping[str, Colour], least_px: int) -> dict[str, Box]:
        """In the order in which they would be read."""
        seen = _seen_colours(self.look())
        found = {name: _largest_patch(seen, colour, least_px) for name, colour in colours.items()}
        there = {name: box for name, box in found.items() if box}
        return dict(sorted(there.items(), key=lambda item: (item[1].bottom // 50, item[1].left)))

    # --- hands --------------------------------------------------------------------------------

    def press(self, *keys: str) -> None:
        self._xdotool("key", "--clearmodifiers", *keys)

    def point(self, place: tuple[int, int]) -> None:
        self._xdotool("mousemove", *map(str, place))

    def click(self, place: tuple[int, int], *, holding: str = "") -> None:
        held = ("keydown", holding) if holding else ()
        let_go = ("keyup", holding) if holding else ()
        self._xdotool("mousemove", *map(str, place), *held, "click", "1", *let_go)

    def drag(
        self, begin: tuple[int, int], end: tuple[int, int], ready: Callable[[], object]
    ) -> None:
        """With the button held down until it is `ready` to be let go."""
        self._xdotool("mousemove", *map(str, begin), "mousedown", "1")
        for step in range(1, 9):
            across, down = (b + (e - b) * step // 8 for b, e in zip(begin, end, strict=True))
            self._xdotool("mousemove", str(across), str(down))
        self.until(ready, "it may be let go")
        self._xdotool("mouseup", "1")

    def drop_file(self, file: Path, place: tuple[int, int], ready: Callable[[], object]) -> None:
        """Out of another program."""
        source = self.start(sys.executable, _DRAG_SOURCE, f"#{bytes(_OF_SOURCE).hex()}", file)
        self.until(lambda: self.find(_OF_SOURCE, 60), "there is a file to drag")
        handle = self.find(_OF_SOURCE, 60)
        assert handle
        self.drag(handle.at(0.5, 0.5), place, ready)
        assert source.wait(_PATIENCE_S) == 0, "nobody took the file"

    def _xdotool(self, *arguments: str) -> str:
        """What it answers; nothing where there is no such window."""
        ended = subprocess.run(
            ["xdotool", *arguments],
            env=self._environment,
            capture_output=True,
            text=True,
            timeout=_PATIENCE_S,
            check=False,
        )
        return ended.stdout.strip()


def _seen_colours(screen: Image.Image) -> Image.Image:
    """Hues and how full they are, every few pixels."""
    small = screen.resize(
        (screen.width // _COARSE_PX, screen.height // _COARSE_PX), Image.Resampling.NEAREST
    )
    return small.convert("HSV")


def _largest_patch(seen: Image.Image, colour: Colour, least_px: int) -> Box | None:
    """In one piece even where a thin line runs across."""
    hue, fullness, brightness = np.moveaxis(np.asarray(seen, np.int16), 2, 0)
    apart = (hue - _hue(colour) + 128) % 256 - 128
    is_there = (abs(apart) <= _HUES_ALIKE) & (fullness > 130) & (brightness > 40)
    patches = regionprops(label(dilation(is_there, np.ones((3, 3)))))
    largest = max(patches, key=lambda patch: patch.area_bbox, default=None)
    if largest is None:
        return None
    top, left, bottom, right = (_COARSE_PX * place for place in largest.bbox)
    # A patch has grown by one coarse pixel all around.
    box = Box(left + _COARSE_PX, top + _COARSE_PX, right - _COARSE_PX, bottom - _COARSE_PX)
    return box if min(box.right - box.left, box.bottom - box.top) >= least_px else None


def _hue(colour: Colour) -> int:
    return Image.new("RGB", (1, 1), colour).convert("HSV").getpixel((0, 0))[0]


def _authority() -> bytes:
    """An .Xauthority file for every display of this user: one cookie, no host, no number."""
    fields = (_NOTHING, _NOTHING, b"MIT-MAGIC-COOKIE-1", secrets.token_bytes(16))
    return struct.pack(">H", _ANY_HOST) + b"".join(
        struct.pack(">H", len(field)) + field for field in fields
    )


@pytest.fixture
def own_environment(tmp_path: Path, environment: Mapping[str, str]) -> dict[str, str]:
    """As for `lookalike`, but with a trash of its own, in plain English, and to be seen."""
    runtime = tmp_path / "runtime"
    runtime.mkdir(mode=0o700)
    return dict(environment) | {
        "QT_QPA_PLATFORM": "xcb",
        "XDG_DATA_HOME": str(tmp_path / "data"),
        "XDG_RUNTIME_DIR": str(runtime),
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en",
    }


@pytest.fixture
def desktop(
    tmp_path: Path, own_environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> Iterator[Desktop]:
    """Skipped where it cannot be: `.ci/run` sees to it that it can."""
    missing = [name for name in NEEDED if not shutil.which(name)]
    if missing:
        pytest.skip(f"there is no {', '.join(missing)} here to drive a window with")
    monkeypatch.setenv("XAUTHORITY", str(tmp_path / "authority"))
    made = Desktop(tmp_path, own_environment)
    yield made
    made.close()
