import gc
import weakref

from lookalike.gui.garbage import collect_if_due, collected_here


class Ring:
    """Only the collector of cycles can end it."""

    def __init__(self) -> None:
        self.itself = self


def test_garbage_waits_for_the_gui_thread(qtbot, monkeypatch) -> None:
    monkeypatch.setattr("lookalike.gui.garbage._EVERY_MS", 10)
    gc.enable()
    with collected_here():
        assert not gc.isenabled()
        left = weakref.ref(Ring())
        rings = [Ring() for _ in range(3000)]
        assert left() is not None  # Python alone would have collected by now
        qtbot.waitUntil(lambda: left() is None)
        del rings
    assert gc.isenabled()


def test_young_garbage_is_left_until_there_is_enough(qapp) -> None:
    gc.collect()
    left = weakref.ref(Ring())
    collect_if_due()
    assert left() is not None
