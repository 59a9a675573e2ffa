"""The tour of the layers as the audience sees it: one slide at a time, and nothing else."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, QVariantAnimation, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QStyle, QWidget

from lookalike.gui.layers.demo_drawing import GROUND, draw_keys, draw_note, draw_slide
from lookalike.gui.layers.demo_footer import Footer, draw_footer
from lookalike.gui.layers.demo_slides import Slide
from lookalike.gui.panels.photo_canvas import claims, is_plain
from lookalike.gui.theme import GRID_PX

_SMALLEST = QSize(60 * GRID_PX, 40 * GRID_PX)
_FOOTER_SHARE = 0.09  # of the height
_FADE_MS = 300
_NOTE_MS = 2500


class DemoPage(QWidget):
    """Draws what it is given and hears the keys; the desk says what comes next.

    Signals:
        step_wanted: so many slides on, or back.
        photo_wanted: so many photos on, or back.
        pause_wanted: wait, or go on.
        pace_wanted: 1 for faster, -1 for slower.
    """

    closed = Signal()
    step_wanted = Signal(int)
    photo_wanted = Signal(int)
    pause_wanted = Signal()
    pace_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setWindowTitle(self.tr("Tour of the Layers"))
        self.setAccessibleName(self.windowTitle())
        self.slide: Slide | None = None
        self.footer: Footer | None = None
        self.is_paused = False
        self.has_keys = False
        self._note = ""
        self._drawn: QPixmap | None = None
        self._before: QPixmap | None = None
        self._fade = QVariantAnimation(self, startValue=0.0, endValue=1.0, duration=_FADE_MS)
        self._fade.valueChanged.connect(lambda _: self.update())
        self._fade.finished.connect(self._end_fade)
        self._note_timer = QTimer(self, singleShot=True, interval=_NOTE_MS)
        self._note_timer.timeout.connect(lambda: self.show_note(""))

    # --- what is shown ------------------------------------------------------------------------

    @property
    def note(self) -> str:
        """What is told for a moment."""
        return self._note

    def show_slide(self, slide: Slide, footer: Footer | None = None) -> None:
        """In place of the last one."""
        self._before, self._drawn = self._drawn, None
        self.slide, self.footer = slide, footer
        self.setAccessibleDescription(f"{slide.headline} {slide.sentences}")
        self._fade.stop()
        if self._before and self.isVisible() and self._may_move:
            self._fade.start()
        else:
            self._end_fade()
        self.update()

    def show_paused(self, is_paused: bool) -> None:
        self.is_paused = is_paused
        self.update()

    def show_note(self, text: str) -> None:
        """For a moment."""
        self._note = text
        if text:
            self._note_timer.start()
        self.update()

    def show_keys(self, is_shown: bool) -> None:
        """A list of the keys, over the slide."""
        self.has_keys = is_shown
        self.update()

    def forget(self) -> None:
        """Show nothing: what was on the page may have left the disk when it is opened again."""
        self._fade.stop()
        self.slide = self.footer = self._drawn = self._before = None
        self.show_note("")
        self.show_paused(False)
        self.show_keys(False)

    @property
    def _may_move(self) -> bool:
        """Whether the person lets the system move things."""
        hint = QStyle.StyleHint.SH_Widget_Animation_Duration
        return self.style().styleHint(hint, None, self) > 0

    def _end_fade(self) -> None:
        self._before = None
        self.update()

    # --- what a person does -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = _act_of(event)
        if act:
            act(self)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Its keys come before the window's."""
        return claims(event, _act_of) or super().event(event)

    def leave(self) -> None:
        """Put the keys away where they are shown, else the tour."""
        if self.has_keys:
            self.show_keys(False)
        else:
            self.closed.emit()

    # --- Qt -----------------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        return _SMALLEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._drawn = None
        self._end_fade()
        super().resizeEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), GROUND)
        if self._before:
            painter.drawPixmap(0, 0, self._before)
            painter.setOpacity(float(self._fade.currentValue()))
        painter.drawPixmap(0, 0, self._picture())
        painter.setOpacity(1)
        room = QRectF(self.rect())
        if self.is_paused:
            draw_note(painter, room, self.tr("Paused"), is_high=True)
        if self._note:
            draw_note(painter, room, self._note)
        if self.has_keys:
            draw_keys(painter, room, self._keys())
        painter.end()

    def _picture(self) -> QPixmap:
        """Slide and footer, drawn once."""
        if self._drawn is None:
            ratio = self.devicePixelRatioF()
            self._drawn = QPixmap(self.size() * ratio)
            self._drawn.setDevicePixelRatio(ratio)
            self._drawn.fill(GROUND)
            painter = QPainter(self._drawn)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._draw(painter)
            painter.end()
        return self._drawn

    def _draw(self, painter: QPainter) -> None:
        room = QRectF(self.rect())
        foot = QRectF(room)
        foot.setTop(room.bottom() - _FOOTER_SHARE * room.height())
        if self.slide:
            draw_slide(painter, room.adjusted(0, 0, 0, -foot.height()), self.slide)
        if self.footer:
            draw_footer(painter, foot, self.footer)

    def _keys(self) -> list[tuple[str, str]]:
        return [
            (self.tr("Space"), self.tr("Pause, go on")),
            ("→  ←", self.tr("Next slide, slide before")),
            ("↓  ↑", self.tr("Next photo, photo before")),
            ("+  −", self.tr("Faster, slower")),
            ("H", self.tr("These keys")),
            ("Esc", self.tr("Leave the tour")),
        ]


Act = Callable[[DemoPage], object]


def _act_of(event: QKeyEvent) -> Act | None:
    return _KEYS.get(Qt.Key(event.key())) if is_plain(event) else None


_KEYS: dict[Qt.Key, Act] = {
    Qt.Key.Key_Space: lambda page: page.pause_wanted.emit(),
    Qt.Key.Key_Right: lambda page: page.step_wanted.emit(1),
    Qt.Key.Key_Left: lambda page: page.step_wanted.emit(-1),
    Qt.Key.Key_Down: lambda page: page.photo_wanted.emit(1),
    Qt.Key.Key_PageDown: lambda page: page.photo_wanted.emit(1),
    Qt.Key.Key_Up: lambda page: page.photo_wanted.emit(-1),
    Qt.Key.Key_PageUp: lambda page: page.photo_wanted.emit(-1),
    Qt.Key.Key_Plus: lambda page: page.pace_wanted.emit(1),
    Qt.Key.Key_Equal: lambda page: page.pace_wanted.emit(1),
    Qt.Key.Key_Minus: lambda page: page.pace_wanted.emit(-1),
    Qt.Key.Key_H: lambda page: page.show_keys(not page.has_keys),
    Qt.Key.Key_Question: lambda page: page.show_keys(not page.has_keys),
    Qt.Key.Key_Escape: DemoPage.leave,
    Qt.Key.Key_F5: lambda page: page.closed.emit(),
}
