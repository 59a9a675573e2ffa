from types import SimpleNamespace

import psutil
import pytest

from lookalike.library.intake.pace import Pace, runs_on_battery


def test_it_goes_gently_while_on_battery_unless_the_person_says_otherwise():
    on_battery = True
    pace = Pace(on_battery=lambda: on_battery)
    assert pace.is_gentle
    on_battery = False
    assert not pace.is_gentle
    pace.wants_gentle = True
    assert pace.is_gentle
    on_battery, pace.wants_gentle = True, False
    assert not pace.is_gentle


@pytest.mark.parametrize(
    ("battery", "told"),
    [
        (None, False),
        (SimpleNamespace(power_plugged=True), False),
        (SimpleNamespace(power_plugged=None), False),
        (SimpleNamespace(power_plugged=False), True),
    ],
)
def test_only_a_battery_that_empties_counts(monkeypatch, battery, told):
    monkeypatch.setattr(psutil, "sensors_battery", lambda: battery, raising=False)
    assert runs_on_battery() is told


def test_a_system_that_does_not_tell_counts_as_plugged_in(monkeypatch):
    monkeypatch.delattr(psutil, "sensors_battery", raising=False)
    assert not runs_on_battery()
