"""The truth in one line: how many photos, which network on what, and how far an import is."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.progress import Advance
from lookalike.wording import counted

_LOADING = "loading the network…"


@dataclass(frozen=True, slots=True)
class LibraryView:
    """What the left side tells.

    Args:
        network: what runs on what and why; empty while it is loading.
    """

    photos: int
    network: str = ""

    @property
    def text(self) -> str:
        photos = counted(self.photos, "photo") if self.photos else "No photos yet"
        return f"{photos} · {self.network or _LOADING}"


def network_text(title: str, provider: str, reason: str) -> str:
    """`EfficientNet-Lite0 on the CPU (no CUDA driver)`."""
    where = "the CPU" if provider == "CPU" else provider
    return f"{title} on {where} ({reason})" if reason else f"{title} on {where}"


def progress_text(advance: Advance) -> str:
    """`1,204 of 3,921 · 140/s · 1 min left`, or what is known of that."""
    if advance.total is None:
        count = f"{advance.done:,}" if advance.done else ""
        return " ".join(part for part in (advance.activity, count) if part) or "Starting…"
    told = [f"{advance.done:,} of {advance.total:,}"]
    if advance.per_second:
        told.append(f"{advance.per_second:.0f}/s" if advance.per_second >= 1 else "less than 1/s")
    if advance.seconds_left is not None:
        told.append(time_left(advance.seconds_left))
    return " · ".join(told)


def time_left(seconds: float) -> str:
    """In steps that do not flicker."""
    if seconds < 10:
        return "a few seconds left"
    if seconds < 55:
        return f"{round(seconds / 10) * 10} s left"
    if seconds < 3600:
        return f"{max(1, round(seconds / 60))} min left"
    return f"{seconds / 3600:.1f} h left"


class StatusPanel(QWidget):
    """Draws a `LibraryView`, and an `Advance` while there is one."""

    stop_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._library = ElidedLabel()
        self._library.setProperty("tone", "secondary")
        self._import = QWidget()
        self._progress = QLabel()
        self._is_stopping = False
        self._bar = QProgressBar(textVisible=False)
        self._bar.setFixedWidth(20 * GRID_PX)
        self._bar.setAccessibleName("Import")
        self._stop = tool_button("Stop importing; what is done is kept", self.stop_wanted.emit)
        self._stop.setText("Stop")
        self._stop.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()
        self.hide_import()

    def show_library(self, view: LibraryView) -> None:
        self._library.setText(view.text)

    def show_import(self, advance: Advance) -> None:
        if not self._is_stopping:  # what was on its way is no news any more
            self._progress.setText(progress_text(advance))
        # A maximum of 0 is Qt's word for "busy".
        self._bar.setRange(0, advance.total or 0)
        self._bar.setValue(advance.done)
        self._stop.setEnabled(not self._is_stopping)
        self._import.show()

    def show_import_began(self) -> None:
        self._is_stopping = False
        self.show_import(Advance(0, None))

    def show_stopping(self) -> None:
        self._is_stopping = True
        self._progress.setText("Stopping…")
        self._stop.setEnabled(False)

    def hide_import(self) -> None:
        self._import.hide()

    @property
    def library_text(self) -> str:
        return self._library.text()

    @property
    def import_text(self) -> str:
        return self._progress.text() if self._import.isVisibleTo(self) else ""

    def _dress(self) -> None:
        self._stop.setIcon(self._theme.icon("stop"))

    def _lay_out(self) -> None:
        inner = QHBoxLayout(self._import)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GRID_PX)
        for part in (self._progress, self._bar, self._stop):
            inner.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID_PX, 0, GRID_PX, 0)
        row.setSpacing(2 * GRID_PX)
        row.addWidget(self._library, 1)
        row.addWidget(self._import)
        self.setMinimumHeight(34)
