"""How far work has come, and the wish to stop it."""

import pytest

from lookalike import progress as progress_module
from lookalike.progress import Advance, Cancelled, Progress, Rate


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> list[float]:
    now = [0.0]
    monkeypatch.setattr(progress_module.time, "monotonic", lambda: now[0])
    return now


def test_reports_are_rare_but_the_last_one_always_comes(clock):
    seen: list[Advance] = []
    progress = Progress(seen.append, interval_s=0.1)
    for done in range(1001):
        clock[0] += 0.001
        progress.step(done, 1000)
    assert len(seen) <= 15
    assert (seen[0].done, seen[-1].done) == (0, 1000)


def test_rate_and_time_left_follow_the_work(clock):
    seen: list[Advance] = []
    progress = Progress(seen.append, interval_s=0)
    for done in range(0, 101, 10):
        progress.step(done, 200)
        clock[0] += 1
    assert seen[0].seconds_left is None
    assert seen[-1].per_second == pytest.approx(10)
    assert seen[-1].seconds_left == pytest.approx(10)


def test_another_activity_is_timed_anew(clock):
    seen: list[Advance] = []
    progress = Progress(seen.append, interval_s=0)
    progress.step(0, None, "walking")
    clock[0] = 5
    progress.step(5000, None, "walking")
    progress.step(0, 10, "reading")
    assert seen[-1].per_second is None


def test_a_cancelled_step_raises():
    progress = Progress()
    progress.step(1, 2)
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.step(2, 2)


def test_an_old_speed_is_forgotten():
    rate = Rate(window_s=10)
    for second in range(100):
        rate.observe(second, 1000 * min(second, 50))
    assert rate.per_second == 0
