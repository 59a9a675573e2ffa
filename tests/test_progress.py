"""How far work has come, and the wish to stop it."""

import contextlib
import threading
import time
from collections.abc import Callable

import pytest

from lookalike import progress as progress_module
from lookalike.progress import Advance, Cancelled, Estimate, Progress, Rate


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


def test_another_activity_is_told_at_once(clock):
    seen: list[Advance] = []
    progress = Progress(seen.append, interval_s=60)
    progress.step(0, None, "walking")
    progress.step(0, 10, "reading")
    progress.step(1, 10, "reading")
    assert [advance.activity for advance in seen] == ["walking", "reading"]


def test_paused_work_waits_at_its_next_step_until_it_is_resumed_or_stopped():
    progress, steps = Progress(), []

    def work():
        with contextlib.suppress(Cancelled):
            for step in range(10_000):
                progress.step(step, None)
                steps.append(step)
                time.sleep(0.001)

    thread = threading.Thread(target=work)
    thread.start()
    while not steps:
        time.sleep(0.001)
    progress.pause()
    time.sleep(0.05)
    done = len(steps)
    time.sleep(0.05)
    assert progress.is_paused
    assert len(steps) == done
    progress.resume()
    while len(steps) == done:
        time.sleep(0.001)
    assert progress.rests == 1
    progress.pause()
    progress.cancel()
    thread.join(10)
    assert not thread.is_alive()


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


class Work:
    """Steps of given sizes, whose cost is known, and an estimate that watches them."""

    def __init__(self, sizes: list[int], cost_s: Callable[[int], float]) -> None:
        self.now_s = 0.0
        self._costs = [cost_s(size) for size in sizes]
        self._sizes = sizes
        self.estimate = Estimate(len(sizes), sum(sizes), lambda: self.now_s)

    def go_to(self, share: float) -> float:
        """Works until that share of the time is over; returns how long the rest really takes."""
        whole = sum(self._costs)
        while self.now_s < share * whole and self.estimate.done < len(self._sizes):
            at = self.estimate.done
            self.now_s += self._costs[at]
            self.estimate.observe(1, self._sizes[at])
        return whole - self.now_s


def mixed(size: int) -> float:
    return 0.004 + size * 4e-9


@pytest.mark.parametrize(
    ("sizes", "cost_s"),
    [
        ([50_000] * 4_000, mixed),
        ([50_000, 8_000_000] * 2_000, mixed),
        ([50_000 + 900 * n for n in range(4_000)], mixed),
        (([100_000] * 9 + [6_000_000]) * 200 + [6_000_000] * 800, mixed),
        ([100, 3_000_000] * 2_000, lambda _: 0.01),
    ],
)
def test_the_estimate_settles_within_a_tenth(sizes, cost_s):
    work = Work(sizes, cost_s)
    for share in (0.1, 0.3, 0.5, 0.8):
        left = work.go_to(share)
        assert work.estimate.seconds_left == pytest.approx(left, rel=0.1)


def test_a_pause_is_not_taken_for_slow_work():
    work = Work([50_000] * 1_000, mixed)
    left = work.go_to(0.5)
    work.now_s += 600
    work.estimate.leave_out_the_time()
    assert work.estimate.seconds_left == pytest.approx(left, rel=0.1)
    work.now_s -= 600
    work.estimate.leave_out_the_time()
    assert work.go_to(0.8) == pytest.approx(work.estimate.seconds_left, rel=0.1)


def test_an_estimate_tells_nothing_before_it_has_seen_something():
    work = Work([1] * 10, lambda _: 0.01)
    assert work.estimate.seconds_left is None
    assert work.estimate.share == 0


def test_the_share_that_is_done_never_goes_back_and_ends_at_one():
    work = Work([10_000] * 2_000 + [9_000_000] * 500, mixed)
    shares = []
    for step in range(1, 101):
        work.go_to(step / 100)
        shares.append(work.estimate.share)
    assert shares == sorted(shares)
    work.go_to(2)
    assert work.estimate.share == pytest.approx(1)


def test_a_step_passes_on_what_its_estimate_knows():
    told = []
    estimate = Estimate(4, 400)
    estimate.observe(2, 100)
    Progress(told.append).step(2, 4, "Working", estimate)
    assert (told[0].share, told[0].seconds_left) == (0.5, None)
    assert told[0].fraction == 0.5


def test_what_was_counted_elsewhere_is_passed_on_until_it_is_stopped():
    told = []
    progress = Progress(told.append)
    progress.tell(Advance(1, 2))
    assert told == [Advance(1, 2)]
    progress.cancel()
    with pytest.raises(Cancelled):
        progress.tell(Advance(2, 2))
