"""The import's own process: whatever ends it, the import goes on and nothing is lost."""

import os
import shutil
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
from lookalike.library.intake import supervising
from lookalike.library.intake.import_messages import ImportJob
from lookalike.library.intake.importing import ImportReport, import_folders
from lookalike.library.intake.pace import Pace
from lookalike.library.intake.supervising import Supervisor
from lookalike.photos import PhotoState
from lookalike.progress import Advance, Cancelled, Progress

UNIX = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")

# The import's process with a decoder that obeys the names of the files it reads.
WORKER = """
import os, signal, sys, time
from lookalike.library.intake import reading
from lookalike.library.intake import worker

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
    if word == "stays" and not os.path.exists({once!r}):
        open({once!r}, "w").close()
        time.sleep(600)
    if word == "long":
        time.sleep(2)
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


@pytest.fixture
def played(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Lets a script play the process: given a statement, with `say` to write to its stdout."""

    def play(statement: str) -> None:
        script = f"import os, signal, sys, time\nsay = lambda line: os.write(1, line)\n{statement}"
        monkeypatch.setattr(supervising, "worker_command", lambda: [sys.executable, "-c", script])
        monkeypatch.setattr(supervising, "_FRUITLESS_ENDS", 2)

    return play


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
def test_any_number_of_culprits_in_a_row_is_found_out(run, paint, monkeypatch):
    monkeypatch.setattr(supervising, "_FRUITLESS_ENDS", 2)
    many(paint, 8)
    for number in range(3):
        paint(f"abort-{number}.png", seed=50 + number)
    report = run(pace=Pace(is_gentle=True))  # on one thread, so that one at a time is met
    assert (report.added, len(report.failed)) == (8, 3)


@UNIX
@pytest.mark.usefixtures("obedient")
def test_a_photo_that_only_stood_beside_is_not_blamed(library, run, paint):
    many(paint, 6)
    paint("once-and-never-again.png", seed=77)
    report = run()
    assert (report.added, report.failed, len(report.notices)) == (7, [], 1)
    assert library.counts().unreadable == 0
    assert b"Aborted" in (library.folder / supervising.LOG_NAME).read_bytes()


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
    # What was committed in the last moment may not have been told before the end: then the next
    # process finds it unchanged.
    assert (report.added + report.unchanged, len(report.failed)) == (41, 1)
    assert report.added > 1


@pytest.mark.usefixtures("obedient")
def test_a_fault_that_nobody_foresaw_is_told_with_its_log(library, run, paint):
    paint("broken-1.png")
    with pytest.raises(LookalikeError, match="nobody foresaw") as told:
        run()
    assert "RuntimeError" in Path(told.value.hint.split()[-1].rstrip(".")).read_text()


@UNIX
def test_a_process_that_always_ends_is_given_up(run, played):
    played("os.kill(os.getpid(), signal.SIGSEGV)")
    told: list[str] = []
    with pytest.raises(LookalikeError, match=r"crashed \(SIGSEGV\) 2 times in a row\."):
        run(tell=told.append)
    assert told == ["The import's process crashed (SIGSEGV). It goes on."]


@pytest.mark.parametrize(
    "statement",
    [
        r"say(b'hello from a library\n')",
        r"""say(b'{"is": "progress"}\n')""",
        "say(b'x' * 5000)",  # and no end of the line
    ],
)
def test_a_process_that_talks_nonsense_is_ended(run, played, monkeypatch, statement):
    monkeypatch.setattr(supervising, "_LONGEST_LINE", 4000)
    played(f"{statement}; time.sleep(30)")
    began_s = time.monotonic()
    with pytest.raises(LookalikeError, match="talked nonsense 2 times in a row"):
        run()
    assert time.monotonic() - began_s < 20


@UNIX
def test_a_process_that_is_killed_in_the_middle_of_a_line_has_ended(run, played):
    played("""say(b'{"is": "progr'); os.kill(os.getpid(), signal.SIGKILL)""")
    with pytest.raises(LookalikeError, match="SIGKILL, perhaps for want of memory"):
        run()


ADVANCE = (
    '{"is": "progress", "advance": {"done": 0, "total": 1, "activity": "Updating the index", '
    '"per_second": null, "seconds_left": null, "share": null}}'
)


@pytest.fixture
def flood(played, monkeypatch) -> None:
    """The process tells more than anybody can hear."""
    monkeypatch.setattr(supervising, "_MOST_WAITING", 10)
    played(f"while True: say(b'{ADVANCE}\\n' * 1000)")


@pytest.mark.usefixtures("flood")
def test_a_process_that_floods_can_be_stopped(run, monkeypatch):
    monkeypatch.setattr(supervising, "_PATIENCE_S", 0.1)
    progress = Progress()
    threading.Timer(0.5, progress.cancel).start()
    with pytest.raises(Cancelled):
        run(progress)


@pytest.mark.usefixtures("flood")
def test_a_fault_of_who_listens_ends_a_process_that_floods(run):
    def stumble(_: Advance) -> None:
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        run(Progress(stumble))


def test_a_process_that_has_told_its_outcome_and_does_not_end_is_ended(run, played, monkeypatch):
    monkeypatch.setattr(supervising, "_PARTING_S", 0.2)
    error = '{"kind": "LookalikeError", "title": "It is full.", "hint": ""}'
    played(rf"""say(b'{{"is": "ended", "outcome": {{"error": {error}}}}}\n'); time.sleep(30)""")
    began_s = time.monotonic()
    with pytest.raises(LookalikeError, match="It is full"):
        run()
    assert time.monotonic() - began_s < 20


@UNIX
def test_no_photo_is_named_where_none_was_being_read(run, played):
    sent = '{"is": "in_hand", "thread": 1, "path": "/innocent.png"}\n' + f"{ADVANCE}\n"
    played(f"say({sent.encode()!r}); os.kill(os.getpid(), signal.SIGKILL)")
    told: list[str] = []
    with pytest.raises(LookalikeError):
        run(tell=told.append)
    assert told
    assert "innocent" not in told[0]


def test_a_process_that_cannot_be_started_is_told(run, monkeypatch, tmp_path):
    monkeypatch.setattr(supervising, "worker_command", lambda: [str(tmp_path / "nothing")])
    with pytest.raises(LookalikeError, match="cannot be started"):
        run()


def test_the_hours_that_a_machine_sleeps_are_no_silence():
    silence, now_s = supervising._Silence(), time.monotonic()
    assert silence.lasts_s(now_s + 5 * 3600) <= 1
    for step in range(1, 100):
        silent_s = silence.lasts_s(now_s + 5 * 3600 + step / 10)
    assert 9 < silent_s < 12
    silence.end()
    assert silence.lasts_s(now_s + 5 * 3600 + 10) < 1


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
def test_a_photo_that_has_to_wait_for_another_pace_is_not_blamed(run, paint, monkeypatch):
    monkeypatch.setattr(supervising, "_PATIENCE_S", 0.2)
    paint("long-1.png")
    pace = Pace(is_gentle=False)

    def make_gentle(advance: Advance) -> None:
        pace.wants_gentle = pace.is_gentle or advance.total == 1

    report = run(Progress(make_gentle), pace=pace)
    assert (report.added, report.notices) == (1, [])
    assert pace.is_gentle


@UNIX
@pytest.mark.usefixtures("obedient")
def test_a_process_whose_program_was_killed_ends_by_itself(library, paint, tmp_path):
    many(paint, 200, "slow")
    program = start_program(library, tmp_path)
    wait_until(lambda: library.counts().ready > 5)
    [worker] = program.children()
    program.kill()
    program.wait()
    worker.wait(timeout=20)
    with closing(sqlite3.connect(library.folder / "catalog.db")) as raw:
        assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert 5 < library.counts().ready < 200


@UNIX
@pytest.mark.usefixtures("obedient")
def test_a_program_that_was_killed_can_be_started_again_at_once(library, run, paint, tmp_path):
    many(paint, 4)
    paint("stays-in-hand.png", seed=9)
    program = start_program(library, tmp_path)
    wait_until((tmp_path / "once").exists)
    program.kill()
    program.wait()
    assert run().found == 5


def start_program(library, tmp_path: Path) -> psutil.Popen:
    """Another program that imports the photos."""
    script = (
        "import sys; from pathlib import Path; from lookalike.library.intake import supervising;"
        "from lookalike.library.intake.importing import import_folders;"
        "from lookalike.library.library import Library; from lookalike.progress import Progress;"
        "from lookalike.settings import Settings;"
        f"supervising.worker_command = lambda: {supervising.worker_command()!r};"
        f"library = Library.open(Path({str(library.folder)!r}),"
        f" Settings(network='tiny'), networks=Path({str(tmp_path)!r}));"
        f"import_folders(library, [Path({str(tmp_path / 'photos')!r})], Progress())"
    )
    return psutil.Popen([sys.executable, "-c", script])


def wait_until(is_so: Callable[[], bool]) -> None:
    ends = time.monotonic() + 30
    while not is_so():
        assert time.monotonic() < ends
        time.sleep(0.05)


def test_one_import_at_a_time(library, run, paint):
    paint("a.png")
    log = library.folder / supervising.LOG_NAME
    log.write_bytes(b"of the import that runs")
    with library.import_lock(), pytest.raises(LibraryUnusable, match="another program"):
        run()
    assert log.read_bytes() == b"of the import that runs"


@UNIX
def test_a_library_that_was_deleted_is_told(library, run, paint):
    paint("a.png")
    shutil.rmtree(library.folder)
    with pytest.raises(LibraryUnusable, match="not there any more"):
        run()
    assert not library.folder.exists()


@UNIX
def test_a_process_brings_photos_into_no_other_library(library, paint, open_library):
    photos = paint("a.png").parent
    known = (library.folder, library.catalog.identity, library.networks, library.settings)
    work = Supervisor(ImportJob(*known, (photos,)), Progress(), Pace(), tell=print)
    shutil.rmtree(library.folder)
    with pytest.raises(LibraryUnusable, match="not there any more"):
        work.run()
    assert not library.folder.exists()
    another = open_library()
    with pytest.raises(LibraryUnusable, match="not there any more"):
        work.run()
    assert another.folders() == []


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


def test_the_log_does_not_grow_for_ever(library, run, played, monkeypatch):
    monkeypatch.setattr(supervising, "_LONGEST_LOG", 20)
    played("sys.exit('it cannot go on')")
    log = library.folder / supervising.LOG_NAME
    for _ in range(3):
        with pytest.raises(LookalikeError, match="exit code"):
            run()
        assert log.read_text() == "it cannot go on\n" * 2


def test_an_import_without_a_log_goes_on(library, run, paint):
    paint("a.png")
    (library.folder / supervising.LOG_NAME).mkdir()
    assert run().added == 1


def test_no_process_is_left_behind(run, paint):
    paint("a.png")
    before = {child.pid for child in psutil.Process().children(recursive=True)}
    run()
    assert {child.pid for child in psutil.Process().children(recursive=True)} <= before
