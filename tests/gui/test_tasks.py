import subprocess
import sys
import threading

import pytest

from lookalike.gui.tasks import Tasks
from lookalike.progress import Progress


def test_the_outcome_comes_back_on_the_gui_thread(qtbot, tasks: Tasks) -> None:
    heard = []
    tasks.start(
        lambda _: threading.current_thread(),
        done=lambda worker: heard.append((worker, threading.current_thread())),
    )
    qtbot.waitUntil(lambda: heard != [])
    worker, listener = heard[0]
    assert listener is threading.main_thread()
    assert worker is not listener


def test_an_error_is_a_value_for_its_handler(qtbot, tasks: Tasks) -> None:
    heard = []
    tasks.start(lambda _: 1 // 0, failed=heard.append)
    qtbot.waitUntil(lambda: heard != [])
    assert isinstance(heard[0], ZeroDivisionError)


def test_an_error_without_a_handler_goes_to_everybody(qtbot, tasks: Tasks) -> None:
    with qtbot.waitSignal(tasks.failed) as told:
        tasks.start(lambda _: 1 // 0)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_progress_arrives_before_the_outcome(qtbot, tasks: Tasks) -> None:
    heard = []

    def count(progress: Progress) -> str:
        for done in range(3):
            progress.step(done + 1, 3)
        return "done"

    tasks.start(count, done=heard.append, progressed=lambda now: heard.append(now.done))
    qtbot.waitUntil(lambda: "done" in heard)
    assert heard[-2:] == [3, "done"]


def test_cancelled_work_is_told_as_cancelled_and_not_as_done(qtbot, tasks: Tasks) -> None:
    begun, heard = threading.Event(), []

    def work(progress: Progress) -> None:
        begun.set()
        while True:
            progress.check()

    task = tasks.start(
        work, done=lambda _: heard.append("done"), cancelled=lambda: heard.append("no")
    )
    assert begun.wait(5)
    task.cancel()
    qtbot.waitUntil(lambda: heard != [])
    assert heard == ["no"]


def test_a_late_answer_is_refused(qtbot, tasks: Tasks) -> None:
    answered, heard = threading.Event(), []

    def work(_: Progress) -> str:
        answered.set()
        return "late"

    late = tasks.start(work, done=heard.append)
    assert answered.wait(5)
    late.refuse()
    tasks.start(lambda _: "in time", done=heard.append)
    qtbot.waitUntil(lambda: tasks.is_idle)
    assert heard == ["in time"]


def test_close_waits_for_work_that_is_on_its_way(tasks: Tasks) -> None:
    begun, ended = threading.Event(), threading.Event()

    def work(progress: Progress) -> None:
        begun.set()
        try:
            while True:
                progress.check()
        finally:
            ended.set()

    tasks.start(work)
    assert begun.wait(5)
    assert tasks.close()
    assert ended.is_set()


def test_close_does_not_wait_for_ever(qapp) -> None:
    tasks, release = Tasks(), threading.Event()
    tasks.start(lambda _: release.wait(30))
    assert not tasks.close(timeout_s=0.1)
    release.set()
    assert tasks.close()


@pytest.mark.parametrize("count", [1, 40])
def test_everything_that_was_started_is_done(qtbot, tasks: Tasks, count: int) -> None:
    heard: list[int] = []
    for number in range(count):
        tasks.start(lambda _, number=number: number, done=heard.append)
    qtbot.waitUntil(lambda: len(heard) == count)
    assert sorted(heard) == list(range(count))


FIRST_IMAGES = """
import builtins, threading, time
from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from lookalike.gui.tasks import Tasks

def import_slowly(*what, do_import=builtins.__import__, **how):
    time.sleep(0.1)
    return do_import(*what, **how)

tasks, ready = Tasks(), threading.Barrier(2)
builtins.__import__ = import_slowly

def make():
    ready.wait()
    QImage(QSize(2, 2), QImage.Format.Format_RGB888)

threads = [threading.Thread(target=make) for _ in range(2)]
[thread.start() for thread in threads]
[thread.join() for thread in threads]
"""


def test_the_first_images_of_all_threads_do_not_wait_for_each_other() -> None:
    # In a process of its own: only the first image ever has to wait.
    subprocess.run([sys.executable, "-c", FIRST_IMAGES], check=True, timeout=25)
