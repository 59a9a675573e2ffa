"""The import's own process: whatever ends it, the import goes on and nothing is lost."""

import os
import sqlite3
import sys
import threading
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psutil
import pytest

from lookalike.errors import FolderUnusable, LibraryUnusable, LookalikeError, NetworkUnusable
from lookalike.library import supervising
from lookalike.library.importing import ImportReport, import_folders
from lookalike.library.pace import Pace
from lookalike.photos import PhotoState
from lookalike.progress import Advance, Cancelled, Progress

UNIX = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")

# The import's process with a decoder that obeys the names of the files it reads.
WORKER = """
import os, signal, sys, time
from lookalike.library import reading, worker

decode = reading.decode_for_network

def obey(data, *given, path=None, **chosen):
    word = path.name.split("-")[0]
    if word == "abort":
        os.abort()
    if word == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if word == "once" and not os.path.exists({once!r}):
        open({once!r}, "w").close()
        os.abort()
    if word == "memory":
        raise MemoryError
    if word == "broken":
        raise RuntimeError("a fault nobody foresaw")
    if word == "endless":
        time.sleep(600)
    if word == "slow":
        time.sleep(0.05)
    return decode(data, *given, path=path, **chosen)

reading.decode_for_network = obey
sys.exit(worker.main())
"""


@pytest.fixture
def obedient(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Files decide by their names how reading them ends."""
    script = tmp_path / "worker.py"
    script.write_text(WORKER.format(once=str(tmp_path / "once")))
    monkeypatch.setattr(supervising, "worker_command", lambda: [sys.executable, str(script)])


@pytest.fixture
def run(library, tmp_path: Path) -> Callable[..., ImportReport]:
    def run_(progress: Progress | None = None, **choices: object) -> ImportReport:
        folder = tmp_path / "photos"
        return import_folders(library, [folder], progress or Progress(), **choices)  # type: ignore[arg-type]

    return run_


def many(paint, count: int, word: str = "photo") -> None:
    for number in range(count):
        paint(f"{word}-{number:03}.png", seed=number)


def names(photos) -> list[str]:
    return [photo.path.name for photo in photos]


def test_photos_come_in_by_a_process_of_its_own(library, run, paint):
    many(paint, 3)
    report = run()
    assert (report.added, report.found, report.provider) == (3, 3, "CPU")
    assert library.counts().ready == 3
    assert library.indexes.is_settled(library.space())
    assert run().unchanged == 3


@UNIX
@pytest.mark.usefixtures("obedient")
@pytest.mark.parametrize(("word", "name"), [("abort", "SIGABRT"), ("kill", "SIGKILL")])
def test_a_photo_that_ends_the_process_is_found_out_and_the_rest_comes_in(
    library, run, paint, word, name
):
    many(paint, 12)
    culprit = paint(f"{word}-me.png", seed=99)
    told: list[str] = []
    report = run(tell=told.append)
    assert (report.added, report.found) == (12, 13)
    [(path, reason)] = report.failed
    assert path == culprit
    assert name in reason
    assert report.notices == told
    assert culprit.name in told[0]
    [unreadable] = library.catalog.photos_in_state(PhotoState.UNREADABLE)
    assert (unreadable.path, unreadable.is_lasting) == (culprit, True)


@UNIX
@pytest.mark.usefixtures("obedient")
def test_a_culprit_is_not_tried_again_until_it_changes(library, run, paint):
    culprit = paint("abort-me.png")
    run()
    assert (run().notices, len(run().failed)) == ([], 1)
    culprit.rename(culprit.with_name("harmless.png"))
    report = run()
    assert (report.added, report.failed, library.counts().unreadable) == (1, [], 0)


@UNIX
@pytest.mark.usefixtures("obedient")
def test_a_photo_that_is_never_done_is_found_out(run, paint, monkeypatch):
    monkeypatch.setattr(supervising, "_SILENCE_S", 2.0)
    many(paint, 4)
    endless = paint("endless-1.png", seed=9)
    report = run()
    assert (report.added, [path for path, _ in report.failed]) == (4, [endless])
    assert "did not come to an end" in report.failed[0][1]


@UNIX
@pytest.mark.usefixtures("obedient")
def test_several_culprits_are_found_out(run, paint):
    many(paint, 8)
    for number in range(3):
        paint(f"abort-{number}.png", seed=50 + number)
    report = run()
    assert (report.added, len(report.failed)) == (8, 3)


@UNIX
@pytest.mark.usefixtures("obedient")
def test_a_photo_that_only_stood_beside_is_not_blamed(library, run, paint):
    many(paint, 6)
    paint("once-and-never-again.png", seed=77)
    report = run()
    assert (report.added, report.failed, len(report.notices)) == (7, [], 1)
    assert library.counts().unreadable == 0


@pytest.mark.usefixtures("obedient")
def test_what_needs_too_much_memory_even_alone_is_told_and_not_tried_again(library, run, paint):
    many(paint, 4)
    starved = paint("memory-1.png", seed=9)
    report = run()
    assert (report.added, report.failed) == (4, [(starved, "it needs more memory than there is")])
    [photo] = library.catalog.photos_in_state(PhotoState.UNREADABLE)
    assert photo.is_lasting


@UNIX
@pytest.mark.usefixtures("obedient")
def test_what_was_brought_in_before_a_crash_is_counted_once(run, paint):
    many(paint, 40, "slow")
    paint("z/abort-me.png", seed=500)
    paint("z/last.png", seed=501)
    report = run()
    assert (report.added, report.unchanged, len(report.failed)) == (41, 0, 1)


@pytest.mark.usefixtures("obedient")
def test_a_fault_that_nobody_foresaw_is_told_with_its_log(library, run, paint):
    paint("broken-1.png")
    with pytest.raises(LookalikeError, match="nobody foresaw") as told:
        run()
    assert "RuntimeError" in Path(told.value.hint.split()[-1].rstrip(".")).read_text()


@UNIX
def test_a_process_that_always_ends_is_given_up(library, run, paint, monkeypatch):
    paint("a.png")
    end = "import os, signal; os.kill(os.getpid(), signal.SIGSEGV)"
    monkeypatch.setattr(supervising, "worker_command", lambda: [sys.executable, "-c", end])
    with pytest.raises(LookalikeError, match=r"SIGSEGV.* times in a row"):
        run()


@pytest.mark.usefixtures("obedient")
def test_stopping_keeps_what_is_done(library, run, paint):
    many(paint, 60, "slow")
    progress = Progress(lambda advance: progress.cancel() if advance.done >= 10 else None)
    with pytest.raises(Cancelled):
        run(progress)
    done = library.counts().ready
    assert 0 < done < 60
    assert run().unchanged == done


@pytest.mark.usefixtures("obedient")
def test_a_paused_import_waits_and_goes_on(library, run, paint):
    many(paint, 40, "slow")
    pace, advances = Pace(is_gentle=False), []

    def watch(advance: Advance) -> None:
        advances.append(advance.done)
        if advance.done and not pace.is_paused and len(advances) < 1000:
            pace.pause()
            threading.Thread(target=resume_later).start()

    counts = []

    def resume_later() -> None:
        time.sleep(1.5)
        counts.append(library.counts().ready)
        time.sleep(0.7)
        counts.append(library.counts().ready)
        advances.extend([0] * 1000)
        pace.resume()

    assert run(Progress(watch), pace=pace).added == 40
    assert counts[0] == counts[1] < 40


@pytest.mark.usefixtures("obedient")
def test_a_paused_import_can_be_stopped(library, run, paint):
    many(paint, 40, "slow")
    pace = Pace(is_gentle=False)
    progress = Progress(lambda advance: pace.pause() if advance.done else None)
    threading.Timer(2.0, progress.cancel).start()
    with pytest.raises(Cancelled):
        run(progress, pace=pace)
    assert library.counts().ready < 40


@UNIX
@pytest.mark.usefixtures("obedient")
def test_an_import_can_be_made_gentle_and_back_while_it_runs(library, run, paint):
    many(paint, 60, "slow")
    pace, niceness = Pace(is_gentle=False), []

    def watch(advance: Advance) -> None:
        if advance.done:
            [child] = psutil.Process().children()
            niceness.append(child.nice())
            pace.wants_gentle = 20 <= advance.done < 40

    report = run(Progress(watch), pace=pace)
    assert (report.added, report.unchanged, report.found) == (60, 0, 60)
    assert max(niceness) == 19
    assert niceness[0] < 19
    assert niceness[-1] < 19


@UNIX
@pytest.mark.usefixtures("obedient")
def test_a_process_whose_program_was_killed_ends_by_itself(library, paint, tmp_path):
    many(paint, 200, "slow")
    script = (
        "import sys; from pathlib import Path; from lookalike.library import supervising;"
        "from lookalike.library.importing import import_folders;"
        "from lookalike.library.library import Library; from lookalike.progress import Progress;"
        "from lookalike.settings import Settings;"
        f"supervising.worker_command = lambda: {supervising.worker_command()!r};"
        f"library = Library.open(Path({str(library.folder)!r}),"
        f" Settings(network='tiny'), networks=Path({str(tmp_path)!r}));"
        f"import_folders(library, [Path({str(tmp_path / 'photos')!r})], Progress())"
    )
    program = psutil.Popen([sys.executable, "-c", script])
    wait_until(lambda: library.counts().ready > 5)
    [worker] = program.children()
    program.kill()
    program.wait()
    worker.wait(timeout=20)
    with closing(sqlite3.connect(library.folder / "catalog.db")) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert 5 < library.counts().ready < 200


def wait_until(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.05)


def test_one_import_at_a_time(library, run, paint):
    paint("a.png")
    with library.import_lock(), pytest.raises(LibraryUnusable, match="another program"):
        run()


def test_faults_come_back_as_what_they_are(library, run, tmp_path, paint, open_library):
    with pytest.raises(FolderUnusable, match="There is no folder"):
        run()
    paint("a.png")
    (tmp_path / "tiny" / "network.onnx").write_bytes(b"altered")
    with pytest.raises(NetworkUnusable, match="altered"):
        run()


def test_a_folder_of_any_name_comes_in(library, paint, tmp_path):
    odd = os.fsdecode(b'photos/caf\xe9 \n{"}')
    paint("plain.png")
    (tmp_path / "photos").rename(tmp_path / "aside")
    (tmp_path / "photos").mkdir()
    (tmp_path / "aside").rename(tmp_path / odd)
    assert import_folders(library, [tmp_path / odd], Progress()).added == 1


def test_the_log_is_beside_the_library_and_the_photos_are_left_alone(library, run, paint, tmp_path):
    paint("a.png")
    before = sorted(path.name for path in (tmp_path / "photos").iterdir())
    run()
    assert sorted(path.name for path in (tmp_path / "photos").iterdir()) == before
    assert (library.folder / supervising.LOG_NAME).read_bytes() == b""


def test_no_process_is_left_behind(run, paint):
    paint("a.png")
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    run()
    assert {child.pid for child in psutil.Process().children(recursive=True)} <= before
