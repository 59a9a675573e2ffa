"""How fast an import may go, for the person to change while it runs."""

from collections.abc import Callable

import psutil


class Pace:
    """Handed into an import; any thread may change it, and the import follows within a second.

    Args:
        is_gentle: one thread at low priority, so that nobody notices; None decides by the power
            supply: gentle while the machine runs on its battery.
    """

    def __init__(
        self,
        *,
        is_gentle: bool | None = None,
        on_battery: Callable[[], bool] | None = None,
    ) -> None:
        self.is_paused = False
        self.wants_gentle = is_gentle
        self._on_battery = on_battery or runs_on_battery

    def pause(self) -> None:
        self.is_paused = True

    def resume(self) -> None:
        self.is_paused = False

    @property
    def is_gentle(self) -> bool:
        """What holds now."""
        return self._on_battery() if self.wants_gentle is None else self.wants_gentle


def runs_on_battery() -> bool:
    """False also where there is no battery, or none that the system tells about."""
    try:
        battery = psutil.sensors_battery()
    except (AttributeError, OSError, RuntimeError):  # not on every system
        return False
    return battery is not None and battery.power_plugged is False
