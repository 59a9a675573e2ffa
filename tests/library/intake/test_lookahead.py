"""Work ahead: in order, bounded, and let go when nobody reads on."""

import threading
import time

import pytest

from lookalike.library.intake.lookahead import look_ahead


def test_results_come_in_order():
    assert list(look_ahead(lambda n: n * n, range(50), threads=4, window=8)) == [
        n * n for n in range(50)
    ]


def test_no_more_is_begun_than_the_window_holds():
    begun = []
    reader = look_ahead(lambda n: begun.append(n) or n, range(1000), threads=2, window=5)
    assert next(reader) == 0
    assert len(begun) <= 6
    reader.close()
    assert len(begun) <= 6


def test_what_has_not_begun_is_dropped_when_nobody_reads_on():
    begun, hold = [], threading.Event()

    def work(number: int) -> int:
        begun.append(number)
        hold.wait(10)
        time.sleep(0.01)
        return number

    reader = look_ahead(work, range(100), threads=1, window=50)
    threading.Timer(0.2, hold.set).start()
    assert next(reader) == 0
    reader.close()
    assert len(begun) < 50


def test_work_runs_side_by_side():
    together = threading.Barrier(3, timeout=10)
    assert list(look_ahead(lambda n: together.wait() and n, range(3), threads=3, window=3))


def test_a_fault_reaches_the_reader():
    with pytest.raises(ZeroDivisionError):
        list(look_ahead(lambda n: 1 // n, [1, 0, 1], threads=2, window=2))


def test_threads_end_with_the_reader():
    before = threading.active_count()
    reader = look_ahead(lambda n: n, range(1000), threads=3, window=5)
    next(reader)
    reader.close()
    assert threading.active_count() == before
