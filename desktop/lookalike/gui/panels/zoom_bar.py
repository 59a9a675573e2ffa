"""How large a canvas shows its picture, told and chosen in one small row."""

import math

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSlider, QWidget

from lookalike.gui.panels.photo_canvas import ZOOM_STEP, PhotoCanvas
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.theme import GRID_PX, Theme

_STEPS = 200


class ZoomBar(QWidget):
    """Moves one canvas, and follows it."""

    def __init__(self, canvas: PhotoCanvas, theme: Theme) -> None:
        super().__init__()
        self._canvas = canvas
        canvas.drawn_changed.connect(self._follow)
        self._theme = theme
        self._readout = QLabel()
        self._readout.setProperty("tone", "secondary")
        self._readout.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._slider = QSlider(Qt.Orientation.Horizontal)
        self._slider.setRange(0, _STEPS)
        self._slider.setFixedSize(14 * GRID_PX, 3 * GRID_PX)
        self._slider.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._slider.setToolTip(self.tr("Zoom (mouse wheel)"))
        self._slider.setAccessibleName(self.tr("Zoom"))
        self._slider.valueChanged.connect(self._zoom_to_step)
        self._buttons = {
            "zoom-out": tool_button(self.tr("Zoom out (−)"), lambda: self._step(-1)),
            "zoom-in": tool_button(self.tr("Zoom in (+)"), lambda: self._step(1)),
            "zoom-fit": tool_button(self.tr("Fit the window (0)"), self._fit),
            "actual-size": tool_button(self.tr("Every pixel, 1:1 (Z)"), self._show_actual),
        }
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()
        self.serve(canvas)

    @property
    def text(self) -> str:
        """`Fit · 43%`, or the percentage alone."""
        return self._readout.text()

    def serve(self, canvas: PhotoCanvas) -> None:
        """Move and follow another canvas from now on."""
        self._canvas.drawn_changed.disconnect(self._follow)
        self._canvas = canvas
        canvas.drawn_changed.connect(self._follow)
        self._follow()

    def be_brief(self, is_brief: bool) -> None:
        """Where there is no room, the buttons and keys do without a slider."""
        self._slider.setVisible(not is_brief)
        self._readout.setVisible(not is_brief)

    def _follow(self) -> None:
        canvas = self._canvas
        self.setEnabled(not canvas.picture_size.isEmpty())
        scale = f"{canvas.scale:.0%}" if canvas.scale >= 0.1 else f"{canvas.scale:.1%}"
        if not self.isEnabled():
            self._readout.clear()
        elif canvas.place.is_fit:
            self._readout.setText(self.tr("Fit · {scale}").format(scale=scale))
        else:
            self._readout.setText(scale)
        with QSignalBlocker(self._slider):
            self._slider.setValue(round(self._step_of(canvas.place.zoom)))

    def _step(self, step: int) -> None:
        self._canvas.zoom_by(ZOOM_STEP**step)

    def _fit(self) -> None:
        self._canvas.fit()

    def _show_actual(self) -> None:
        self._canvas.show_actual()

    def _step_of(self, zoom: float) -> float:
        """Equal steps are equal factors."""
        least, most = self._canvas.least_zoom, self._canvas.most_zoom
        return _STEPS * math.log(zoom / least) / math.log(most / least) if most > least else 0

    def _zoom_to_step(self, step: int) -> None:
        least, most = self._canvas.least_zoom, self._canvas.most_zoom
        self._canvas.zoom_to(least * (most / least) ** (step / _STEPS))

    def _dress(self) -> None:
        for icon, button in self._buttons.items():
            button.setIcon(self._theme.icon(icon))

    def _lay_out(self) -> None:
        self._readout.setMinimumWidth(self.fontMetrics().horizontalAdvance("Fit · 000.0%"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GRID_PX // 2)
        row.addWidget(self._readout)
        row.addSpacing(GRID_PX)
        row.addWidget(self._buttons["zoom-out"])
        row.addWidget(self._slider)
        row.addWidget(self._buttons["zoom-in"])
        row.addSpacing(GRID_PX)
        row.addWidget(self._buttons["zoom-fit"])
        row.addWidget(self._buttons["actual-size"])
