"""Keeps a page over the photos true without work for what nobody sees."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from lookalike.gui.overlays import Overlays


class CatchingUp(QObject):
    """Calls `look` when a page is seen and may be stale."""

    def __init__(self, page: QWidget, overlays: Overlays, look: Callable[[], object]) -> None:
        super().__init__()
        self._page = page
        self._overlays = overlays
        self._look = look
        self._is_stale = False
        overlays.changed.connect(self._catch_up)

    def open(self) -> None:
        """Show the page, with what it showed last until there is something newer."""
        self._is_stale = True
        self._overlays.show(self._page)

    def refresh(self) -> None:
        """What it shows is another now; under another page it waits until it is seen again."""
        self._is_stale = True
        self._catch_up()

    def _catch_up(self) -> None:
        if self._is_stale and self._overlays.top is self._page:
            self._is_stale = False
            self._look()
