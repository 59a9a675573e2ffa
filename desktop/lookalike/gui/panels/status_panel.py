"""The truth in one line: how many photos, which network on what, and how far an import is."""

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from lookalike.gui.library_words import said
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.time_left import SteadyTimeLeft
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.progress import Advance

_TIGHT_PX = 900
_BAR_STEPS = 1000
translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class LibraryView:
    """What the left side tells.

    Args:
        network: what runs on what and why; empty while it is loading.
        fitting: how many of the photos are shown, in words, where that is told nowhere else.
        chosen: how many photos are chosen; a single one is seen.
    """

    photos: int
    network: str = ""
    fitting: str = ""
    chosen: int = 0


def network_text(title: str, provider: str, reason: str) -> str:
    """`EfficientNet-Lite0 on the CPU (no CUDA driver)`."""
    where = translate("StatusPanel", "the CPU") if provider == "CPU" else provider
    told = translate("StatusPanel", "{network} on {processor}")
    told = told.format(network=title, processor=where)
    return f"{told} ({said(reason)})" if reason else told


def progress_text(advance: Advance, time_left: str = "", *, is_paused: bool = False) -> str:
    """`1,204 of 3,921 · 140/s · 1 min left`, `Paused · 1,204 of 3,921`, or what is known of it."""
    if advance.total is None:
        count = grouped(advance.done) if advance.done else ""
        words = " ".join(part for part in (said(advance.activity), count) if part)
        told = [words or translate("StatusPanel", "Starting…")]
    else:
        share = translate("StatusPanel", "{done} of {total}")
        told = [share.format(done=grouped(advance.done), total=grouped(advance.total))]
    if is_paused:
        return " · ".join([translate("StatusPanel", "Paused"), *told])
    if advance.total is not None:
        told += [_speed(advance.per_second), time_left]
    return " · ".join(part for part in told if part)


class StatusPanel(QWidget):
    """Draws a `LibraryView`, and an `Advance` while there is one."""

    stop_wanted = Signal()
    pause_wanted = Signal()
    problems_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._library = ElidedLabel()
        self._library.setProperty("tone", "secondary")
        self._problems = tool_button(
            self.tr("Files that are not in the library"), self.problems_wanted.emit
        )
        self._problems.setProperty("tone", "secondary")
        self._import = QWidget()
        self._progress = QLabel()
        self._advance = Advance(0, None)
        self._time_left = SteadyTimeLeft()
        self._is_stopping = self._is_paused = self._is_quiet = False
        self._bar = QProgressBar(textVisible=False)
        self._bar.setAccessibleName(self.tr("Import"))
        self._pause = tool_button("", self.pause_wanted.emit)
        self._stop = tool_button(
            self.tr("Stop importing; what is done is kept"), self.stop_wanted.emit
        )
        self._stop.setText(self.tr("Stop"))
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()
        self.show_problems(0)
        self.hide_import()

    def show_library(self, view: LibraryView) -> None:
        photos = view.fitting or self.tr("%Ln photo(s)", "", view.photos)
        if not view.photos:
            photos = self.tr("No photos yet")
        chosen = self.tr("%Ln chosen", "", view.chosen) if view.chosen > 1 else ""
        network = view.network or self.tr("loading the network…")
        self._library.setText(" · ".join(filter(None, (photos, chosen, network))))

    def show_problems(self, count: int) -> None:
        """Offer to show them, where there are any."""
        self._problems.setText(self.tr("%Ln problem(s)", "", count))
        self._problems.setVisible(count > 0)

    def show_import(self, advance: Advance) -> None:
        self._advance = advance
        self._show_progress()
        # What nobody asked for is worth a place only when photos are being read.
        if not self._is_quiet or advance.total:
            self._import.show()

    def show_import_began(self, *, is_quiet: bool = False) -> None:
        self._is_stopping, self._is_quiet = False, is_quiet
        self._time_left = SteadyTimeLeft()
        self.show_paused(False)
        self.show_import(Advance(0, None))

    def show_paused(self, is_paused: bool) -> None:
        self._is_paused = is_paused
        self._time_left.words(None)  # the estimate is of no use after a rest
        self._show_progress()
        self._dress()

    def show_stopping(self) -> None:
        self._is_stopping = True
        self._show_progress()

    def hide_import(self) -> None:
        self._import.hide()

    @property
    def library_text(self) -> str:
        return self._library.text()

    @property
    def problems_text(self) -> str:
        return self._problems.text() if self._problems.isVisibleTo(self) else ""

    @property
    def import_text(self) -> str:
        return self._progress.text() if self._import.isVisibleTo(self) else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it is tight, the buttons are their icons alone."""
        self._fit(event.size().width() < _TIGHT_PX)
        super().resizeEvent(event)

    def _show_progress(self) -> None:
        advance = self._advance
        left = "" if self._is_paused else self._time_left.words(advance.seconds_left)
        words = progress_text(advance, left, is_paused=self._is_paused)
        self._progress.setText(self.tr("Stopping…") if self._is_stopping else words)
        is_known = advance.fraction is not None
        # A maximum of 0 is Qt's word for "busy"; what is paused is not.
        self._bar.setRange(0, _BAR_STEPS if is_known or self._is_paused else 0)
        self._bar.setValue(round((advance.fraction or 0) * _BAR_STEPS))
        for button in (self._pause, self._stop):
            button.setEnabled(not self._is_stopping)

    def _dress(self) -> None:
        self._problems.setIcon(self._theme.icon("picture-off"))
        self._stop.setIcon(self._theme.icon("stop"))
        self._pause.setIcon(self._theme.icon("resume" if self._is_paused else "pause"))
        tip = self.tr("Go on importing") if self._is_paused else self.tr("Pause importing")
        self._pause.setText(self.tr("Resume") if self._is_paused else self.tr("Pause"))
        self._pause.setToolTip(tip)
        self._pause.setAccessibleName(tip)

    def _fit(self, is_tight: bool) -> None:
        style = Qt.ToolButtonStyle
        with_words = style.ToolButtonIconOnly if is_tight else style.ToolButtonTextBesideIcon
        for button in (self._pause, self._stop):
            button.setToolButtonStyle(with_words)
        self._bar.setFixedWidth((8 if is_tight else 20) * GRID_PX)

    def _lay_out(self) -> None:
        inner = QHBoxLayout(self._import)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(GRID_PX)
        for part in (self._progress, self._bar, self._pause, self._stop):
            inner.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID_PX, 0, GRID_PX, 0)
        row.setSpacing(GRID_PX)
        row.addWidget(self._library, 1)
        row.addWidget(self._problems)
        row.addWidget(self._import)
        for button in (self._problems, self._pause, self._stop):
            button.setIconSize(QSize(16, 16))
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self._fit(is_tight=False)
        self.setMinimumHeight(34)


def _speed(per_second: float | None) -> str:
    if not per_second:
        return ""
    if per_second < 1:
        return translate("StatusPanel", "less than 1/s")
    return translate("StatusPanel", "{count}/s").format(count=grouped(round(per_second)))
