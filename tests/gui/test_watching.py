import os
import shutil
import time
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QFileSystemWatcher, QTimer

from lookalike.gui import root_watch
from lookalike.gui.root_watch import WatchTimes
from lookalike.gui.tasks import Tasks
from lookalike.gui.watching import FolderWatch

# Nothing is found by looking at everything now and then, unless a test is about that.
NEVER_S = 3600.0
TOLD = WatchTimes(again_s=0.05, at_latest_s=NEVER_S, away_s=0.1, polled_s=NEVER_S, all_s=NEVER_S)
POLLED = WatchTimes(again_s=0.05, at_latest_s=NEVER_S, away_s=0.1, polled_s=0.1, all_s=NEVER_S)
A_WHILE_MS = 400


class Scarce(QFileSystemWatcher):
    """A watcher of a system that has no more than so many watches to give."""

    left = 0

    def addPaths(self, paths: list[str]) -> list[str]:
        given = [path for path in paths[: Scarce.left] if path not in self.directories()]
        Scarce.left -= len(given)
        if given:
            super().addPaths(given)
        return [path for path in paths if path not in given]


class Listener:
    """Watches folders, and notes which roots are announced."""

    def __init__(self, watch: FolderWatch, wait: Callable[[Callable[[], bool]], None]) -> None:
        self.watch = watch
        self.wait = wait
        self.heard: list[Path] = []
        watch.settled.connect(self.heard.append)

    def begin(self, *roots: Path) -> None:
        """Watch, and wait until each root is announced because it is under watch now."""
        self.watch.watch(roots)
        self.expect(*roots)

    def expect(self, *roots: Path) -> None:
        """Wait until these are announced, which is then forgotten."""
        self.wait(lambda: set(roots) <= set(self.heard))
        assert set(self.heard) == set(roots)
        self.heard.clear()


@pytest.fixture
def listen(qtbot, tasks: Tasks) -> Iterator[Callable[..., Listener]]:
    made: list[FolderWatch] = []

    def start(times: WatchTimes = TOLD, **how: object) -> Listener:
        made.append(FolderWatch(tasks, times=times, **how))
        return Listener(made[-1], lambda condition: qtbot.waitUntil(condition, timeout=20_000))

    yield start
    for watch in made:
        watch.close()


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Two folders, one in the other, with a photo each."""
    folder = tmp_path / "photos"
    write(folder / "a.jpg")
    write(folder / "summer" / "b.jpg")
    return folder


def write(path: Path, text: str = "picture") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def save_in_place(path: Path, text: str) -> None:
    """As the programs do that open the old file and write into it: the folder is not touched."""
    with path.open("r+", encoding="utf-8") as file:
        file.write(text)


def replace(path: Path) -> None:
    """As most programs save: a new file takes the old one's name."""
    write(path.with_suffix(".new"), "another picture")
    path.with_suffix(".new").replace(path)


def lengthen(path: Path) -> None:
    """Change the size alone; the system tells because the date is set."""
    before = path.stat()
    write(path, "another picture")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


CHANGES = {
    "a photo comes": lambda root: write(root / "c.jpg"),
    "a photo comes in a folder below": lambda root: write(root / "summer" / "c.jpg"),
    "photos come in new folders": lambda root: write(root / "2024" / "may" / "c.jpg"),
    "a photo goes": lambda root: (root / "summer" / "b.jpg").unlink(),
    "a folder goes": lambda root: shutil.rmtree(root / "summer"),
    "a photo is renamed": lambda root: (root / "a.jpg").rename(root / "z.jpg"),
    "a photo is moved": lambda root: (root / "a.jpg").rename(root / "summer" / "a.jpg"),
    "a folder is renamed": lambda root: (root / "summer").rename(root / "winter"),
    "a photo is replaced": lambda root: replace(root / "a.jpg"),
    "a photo has another size": lambda root: lengthen(root / "a.jpg"),
    "a photo has another date": lambda root: os.utime(root / "a.jpg", (1, 1)),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_a_change_is_announced_with_its_root(
    listen, root: Path, tmp_path: Path, change: Callable[[Path], object]
) -> None:
    other = tmp_path / "other"
    write(other / "x.jpg")
    listener = listen()
    listener.begin(root, other)
    change(root)
    listener.expect(root)
    assert not listener.watch.is_polling


@pytest.mark.parametrize(
    "name", [".hidden.jpg", "@eaDir/thumbnail.jpg", ".cache/a.jpg", "a.jpg.part", "empty/folder/"]
)
def test_what_can_be_no_photo_is_not_announced(qtbot, listen, root: Path, name: str) -> None:
    listener = listen()
    listener.begin(root)
    if name.endswith("/"):
        (root / name).mkdir(parents=True)
    else:
        write(root / name)
    qtbot.wait(A_WHILE_MS)
    assert listener.heard == []


def test_a_burst_is_announced_once_when_it_is_over(qtbot, listen, root: Path) -> None:
    listener = listen(WatchTimes(again_s=1.0, at_latest_s=NEVER_S))
    listener.begin(root)
    for number in range(60):
        write(root / f"burst-{number % 3}" / f"{number}.jpg")
        qtbot.wait(20)
        assert listener.heard == []
    listener.expect(root)
    qtbot.wait(2000)
    assert listener.heard == []


def test_a_photo_is_announced_when_it_is_written_to_its_end(qtbot, listen, root: Path) -> None:
    """The system tells that it is made, and not that it grows."""
    listener = listen(WatchTimes(again_s=0.8, at_latest_s=NEVER_S))
    listener.begin(root)
    with (root / "summer" / "slow.jpg").open("wb", buffering=0) as file:
        for _ in range(30):
            file.write(b"more")
            qtbot.wait(100)
            assert listener.heard == []
    listener.expect(root)


def test_changes_without_an_end_are_announced_all_the_same(listen, root: Path) -> None:
    listener = listen(WatchTimes(again_s=0.5, at_latest_s=1.0))
    listener.begin(root)
    with (root / "endless.jpg").open("wb", buffering=0) as file:
        for _ in range(2):

            def grow() -> bool:
                file.write(b"more")
                return listener.heard != []

            listener.wait(grow)
            listener.heard.clear()


def test_a_photo_in_a_folder_that_came_later_is_noticed(listen, root: Path) -> None:
    listener = listen()
    listener.begin(root)
    write(root / "2024" / "may" / "c.jpg")
    listener.expect(root)
    write(root / "2024" / "may" / "d.jpg")
    listener.expect(root)


def test_a_renamed_folder_and_those_in_it_are_watched_on(listen, root: Path) -> None:
    write(root / "summer" / "beach" / "c.jpg")
    listener = listen()
    listener.begin(root)
    (root / "summer").rename(root / "winter")
    listener.expect(root)
    write(root / "winter" / "beach" / "d.jpg")
    listener.expect(root)
    write(root / "summer" / "beach" / "e.jpg")
    listener.expect(root)
    write(root / "summer" / "beach" / "f.jpg")
    listener.expect(root)


def test_a_folder_moved_into_another_is_watched_on(listen, root: Path) -> None:
    write(root / "a" / "z.jpg")
    listener = listen()
    listener.begin(root)
    (root / "summer").rename(root / "a" / "summer")
    listener.expect(root)
    write(root / "a" / "summer" / "d.jpg")
    listener.expect(root)


def test_a_folder_that_takes_the_place_of_another_is_watched(listen, root: Path) -> None:
    write(root / "spare" / "s.jpg")
    listener = listen()
    listener.begin(root)
    (root / "summer").rename(root / "winter")
    (root / "spare").rename(root / "summer")
    listener.expect(root)
    for place in ("winter", "summer"):
        write(root / place / "c.jpg")
        listener.expect(root)


def test_a_folder_that_is_removed_and_made_again_is_watched(listen, root: Path) -> None:
    listener = listen()
    listener.begin(root)
    shutil.rmtree(root / "summer")
    write(root / "summer" / "c.jpg")
    listener.expect(root)
    write(root / "summer" / "d.jpg")
    listener.expect(root)


def test_a_photo_saved_in_place_is_found_by_looking(listen, root: Path) -> None:
    listener = listen()
    listener.begin(root)
    save_in_place(root / "summer" / "b.jpg", "another picture")
    listener.watch.look()
    listener.expect(root)


def test_now_and_then_everything_is_looked_at(listen, root: Path) -> None:
    listener = listen(WatchTimes(again_s=0.1, all_s=0.2))
    listener.begin(root)
    save_in_place(root / "summer" / "b.jpg", "another picture")
    listener.expect(root)


def test_without_watches_the_folders_are_looked_at_instead(
    listen, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Scarce, "left", 1)
    listener = listen(POLLED, make_watcher=Scarce)
    listener.begin(root)
    assert listener.watch.is_polling
    write(root / "summer" / "c.jpg")
    listener.expect(root)
    monkeypatch.setattr(Scarce, "left", 10)
    listener.wait(lambda: not listener.watch.is_polling)


def test_a_system_that_tells_nothing_is_not_asked(
    listen, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(root_watch, "_is_silent", lambda _: True)
    made = []
    listener = listen(POLLED, make_watcher=lambda: made.append(1))
    listener.begin(root)
    assert listener.watch.is_polling
    write(root / "summer" / "c.jpg")
    listener.expect(root)
    assert made == []


def test_more_folders_than_can_be_watched_are_looked_at(
    listen, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(root_watch, "_MOST_WATCHED", 1)
    listener = listen(POLLED)
    listener.begin(root)
    assert listener.watch.is_polling
    write(root / "summer" / "c.jpg")
    listener.expect(root)


def test_a_root_that_goes_and_comes_back_is_announced_both_times(qtbot, listen, root: Path) -> None:
    listener = listen()
    listener.begin(root)
    shutil.rmtree(root)
    listener.expect(root)
    qtbot.wait(A_WHILE_MS)
    assert listener.heard == []
    write(root / "summer" / "b.jpg")
    listener.expect(root)
    write(root / "summer" / "c.jpg")
    listener.expect(root)


def test_a_drive_that_leaves_an_empty_folder_behind_is_noticed_when_it_is_back(
    qtbot, listen, root: Path, tmp_path: Path
) -> None:
    listener = listen()
    listener.begin(root)
    shutil.copytree(root, tmp_path / "drive")
    shutil.rmtree(root / "summer")
    (root / "a.jpg").unlink()
    listener.expect(root)
    # Neither this nor a drive is told to those who watch the empty folder.
    root.rename(tmp_path / "below")
    (tmp_path / "drive").rename(root)
    listener.expect(root)
    write(root / "summer" / "c.jpg")
    listener.expect(root)


def test_another_folder_in_the_place_of_a_root_is_watched(listen, root: Path) -> None:
    listener = listen(WatchTimes(again_s=0.1, away_s=0.1, all_s=0.2))
    listener.begin(root)
    root.rename(root.with_name("old"))
    write(root / "new.jpg")
    listener.wait(lambda: len(listener.heard) >= 2)  # one is gone, one is there
    listener.heard.clear()
    write(root / "c.jpg")
    listener.wait(lambda: listener.heard == [root])


def test_a_root_that_was_away_from_the_start_is_announced_when_it_comes(
    qtbot, listen, root: Path
) -> None:
    away = root.with_name("drive")
    listener = listen()
    listener.watch.watch([root, away])
    listener.expect(root)
    qtbot.wait(A_WHILE_MS)
    assert listener.heard == []
    write(away / "x.jpg")
    listener.expect(away)


def test_a_root_without_any_photo_is_announced_at_first(listen, root: Path) -> None:
    """What was in it may have gone while nobody watched."""
    shutil.rmtree(root)
    (root / "summer").mkdir(parents=True)
    listen().begin(root)


def test_a_look_that_took_long_is_not_repeated_at_once(
    qtbot, listen, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(root_watch, "_LOOK_SHARE", 1e-6)
    listener = listen()
    listener.begin(root)
    save_in_place(root / "summer" / "b.jpg", "another picture")
    listener.watch.look()
    qtbot.wait(A_WHILE_MS)
    assert listener.heard == []


def test_a_root_inside_another_is_watched_with_it(listen, root: Path) -> None:
    listener = listen()
    listener.watch.watch([root / "summer", root, root])
    listener.expect(root)
    write(root / "summer" / "c.jpg")
    listener.expect(root)


def test_other_roots_are_watched_on_when_one_is_taken_out(
    qtbot, listen, root: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other"
    write(other / "x.jpg")
    listener = listen()
    listener.begin(root, other)
    listener.watch.watch([other])
    write(root / "c.jpg")
    write(other / "y.jpg")
    listener.expect(other)
    qtbot.wait(A_WHILE_MS)
    assert listener.heard == []


def test_closing_stops_everything(qtbot, listen, tasks: Tasks, root: Path) -> None:
    at_once = listen(POLLED, make_watcher=Scarce)
    at_once.watch.watch([root])
    at_once.watch.close()
    later = listen(POLLED, make_watcher=Scarce)
    later.begin(root)
    write(root / "c.jpg")
    later.watch.close()
    qtbot.waitUntil(lambda: tasks.is_idle)
    write(root / "d.jpg")
    qtbot.wait(A_WHILE_MS)
    assert tasks.is_idle
    assert at_once.heard == later.heard == []
    assert not later.watch.is_polling
    assert later.watch.children() == []


def test_work_that_fails_begins_again(
    listen, root: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(_: str) -> None:
        monkeypatch.undo()
        raise ValueError

    monkeypatch.setattr(root_watch, "_standing", fail)
    listener = listen()
    listener.begin(root)
    assert "begins again" in caplog.text


def test_many_folders_leave_the_window_free(listen, tmp_path: Path, capsys) -> None:
    root = tmp_path / "many"
    for number in range(2000):
        write(root / f"{number // 50}" / f"{number}" / "a.jpg")
    listener = listen()
    beats = [time.perf_counter()]
    heart = QTimer(interval=2)
    heart.timeout.connect(lambda: beats.append(time.perf_counter()))
    heart.start()
    listener.begin(root)
    write(root / "39" / "1999" / "b.jpg")
    listener.expect(root)
    shutil.rmtree(root / "39")
    listener.expect(root)
    heart.stop()
    gap_s = max(later - sooner for sooner, later in pairwise(beats))
    print(f"longest gap between two beats: {gap_s * 1000:.1f} ms")  # a figure, not a claim


def test_a_folder_whose_name_is_no_text_is_looked_at_instead(listen, root: Path) -> None:
    odd = os.fsencode(root) + b"/odd-\xff"
    try:
        os.mkdir(odd)  # noqa: PTH102 - bytes
    except OSError:
        pytest.skip("names are always text here")
    (root / "odd-").mkdir()  # what Qt would make of it
    listener = listen(POLLED)
    listener.begin(root)
    assert listener.watch.is_polling
    write(Path(os.fsdecode(odd)) / "c.jpg")
    listener.expect(root)
