"""One photo as large as the window lets it be, down to its pixels, and all that is told of it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from lookalike.gui.labels.label_row import LabelRow
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.facts_sheet import FactsPanel
from lookalike.gui.panels.idle_cursor import IdleCursor
from lookalike.gui.panels.large_photo import LargePhoto as LargePhoto
from lookalike.gui.panels.large_photo import Load
from lookalike.gui.panels.large_photo import PhotoGlance as PhotoGlance
from lookalike.gui.panels.photo_canvas import claims_key, is_plain
from lookalike.gui.panels.photo_stage import MOST_MEGAPIXELS, PhotoStage, Pixels
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.panels.zoom_bar import ZoomBar
from lookalike.gui.tasks import Task, Tasks
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.translations import grouped
from lookalike.library.facts_sheet import FactsSheet, size_text
from lookalike.photos import Photo, PhotoId

_NARROW_PX = 90 * GRID_PX
_SMALLEST = QSize(60 * GRID_PX, 40 * GRID_PX)
_PATIENCE_MS = 300

# To be called off the GUI thread.
ReadFacts = Callable[[PhotoId], FactsSheet]


class PhotoView(QWidget):
    """`step_wanted` carries -1 or 1, `jump_wanted` 0 for the first photo and -1 for the last,
    `similar_wanted` a PhotoId, `marked` a PhotoId and whether more like it is wanted, or less;
    `photo_changed` comes whenever another photo is opened.

    Args:
        facts: what the sheet tells; without it there is no sheet.
        can_mark: whether there are buttons for "more like this" and "less like this".
        can_label: whether its labels are shown; whoever owns this fills `labels`.
    """

    closed = Signal()
    photo_changed = Signal()
    step_wanted = Signal(int)
    jump_wanted = Signal(int)
    similar_wanted = Signal(object)
    marked = Signal(object, bool)

    def __init__(
        self,
        load: Load,
        tasks: Tasks,
        theme: Theme,
        facts: ReadFacts | None = None,
        *,
        can_mark: bool = False,
        can_label: bool = False,
    ) -> None:
        super().__init__()
        self.setObjectName("photo_view")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._tasks = tasks
        self._theme = theme
        self._facts = facts
        self._glance: PhotoGlance | None = None
        self._reading: Task | None = None
        self.canvas = PhotoStage(load, tasks)
        self.canvas.opened.connect(self._show_large)
        self.canvas.pixels_changed.connect(self._tell_pixels)
        IdleCursor(self.canvas)
        self.sheet = FactsPanel(theme)
        self.sheet.hide()
        self.labels = LabelRow(theme)
        self.labels.setVisible(can_label)
        self._make_texts()
        self._make_buttons(can_mark=can_mark)
        self._zoom_bar = ZoomBar(self.canvas, theme)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    def _make_texts(self) -> None:
        self._name = ElidedLabel()
        self._name.setProperty("rank", "name")
        self._detail = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self._detail.setProperty("tone", "secondary")
        self._position = QLabel()
        self._position.setProperty("tone", "secondary")
        self._pixels = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self._pixels.setProperty("tone", "secondary")

    def _make_buttons(self, *, can_mark: bool) -> None:
        self._before = tool_button(self.tr("Previous photo (←)"), lambda: self.step_wanted.emit(-1))
        self._after = tool_button(self.tr("Next photo (→)"), lambda: self.step_wanted.emit(1))
        self._more = tool_button(self.tr("More like this"), lambda: self._mark(is_wanted=True))
        self._less = tool_button(self.tr("Less like this"), lambda: self._mark(is_wanted=False))
        for button in (self._more, self._less):
            button.setCheckable(True)
            button.setVisible(can_mark)
        self._similar = QPushButton(self.tr("Find Similar"))
        self._similar.setToolTip(self.tr("Find photos similar to this one (Ctrl+F)"))
        self._similar.clicked.connect(self._want_similar)
        self._similar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._about = tool_button(self.tr("About this photo (I)"), self.toggle_sheet)
        self._about.setCheckable(True)
        self._about.setVisible(self._facts is not None)
        self._back = tool_button(self.tr("Back to the photos (Esc)"), self.closed.emit)

    # --- what is shown ------------------------------------------------------------------------

    @property
    def photo_id(self) -> PhotoId | None:
        """The photo that is open."""
        return self._glance.photo_id if self._glance else None

    @property
    def trouble(self) -> str:
        return self.canvas.trouble

    @property
    def detail(self) -> str:
        return self._detail.text()

    @property
    def position(self) -> str:
        """`12 of 3,921`, if that was told."""
        return self._position.text()

    @property
    def zoom_text(self) -> str:
        return self._zoom_bar.text

    @property
    def is_sharp(self) -> bool:
        """Whether the large picture has replaced the preview."""
        return self.canvas.is_sharp

    def open_photo(
        self,
        glance: PhotoGlance,
        *,
        has_before: bool,
        has_after: bool,
        position: tuple[int, int] | None = None,
        beside: Sequence[PhotoId] = (),
        mark: bool | None = None,
    ) -> None:
        """Show a photo in place of the last one, whose picture may still be on its way.

        Args:
            position: which one it is, from 1, and of how many.
            beside: the photos before and after, which are fetched ahead.
            mark: True where more like it is wanted, False where less.
        """
        self._glance = glance
        self._before.setEnabled(has_before)
        self._after.setEnabled(has_after)
        self._position.setVisible(position is not None)
        self._position.setText(
            self.tr("{number} of {count}").format(
                number=grouped(position[0]), count=grouped(position[1])
            )
            if position
            else ""
        )
        self.show_mark(mark)
        self._describe(glance.photo)
        self.canvas.open(glance, beside)
        self.refresh_sheet()
        self.photo_changed.emit()

    def show_mark(self, mark: bool | None) -> None:
        """Follow a mark that was made or taken back elsewhere."""
        self._more.setChecked(mark is True)
        self._less.setChecked(mark is False)

    def close_photo(self) -> None:
        """Refuse the picture that is on its way."""
        self._glance = None
        self.canvas.forget()
        self._refuse_facts()

    def toggle_sheet(self) -> None:
        """Show or hide what is told of the photo; that stays so for the photos to come."""
        if self._facts:
            self.sheet.setVisible(self.sheet.isHidden())
            self._about.setChecked(not self.sheet.isHidden())
            self.refresh_sheet()

    def _show_large(self, large: LargePhoto) -> None:
        self._describe(large.photo)

    def _describe(self, photo: Photo | None) -> None:
        name = photo.path.name if photo else ""
        self._name.setText(name)
        self.setWindowTitle(name)
        told = []
        if photo and photo.facts:
            told.append(f"{photo.facts.width} × {photo.facts.height}")
        if photo:
            told.append(size_text(photo.file.size_bytes))
        if photo and photo.facts and photo.facts.taken_at:
            told.append(f"{photo.facts.taken_at:%Y-%m-%d %H:%M}")
        if self._glance and self._glance.likeness:
            told.append(self._glance.likeness.in_full)
        self._detail.setText("  ·  ".join(told))
        name = photo.path.name if photo else self.tr("Photo")
        self.setAccessibleName(name)
        self.canvas.setAccessibleName(name)

    def _tell_pixels(self) -> None:
        told = {
            Pixels.LOADING: self.tr("Loading every pixel…"),
            Pixels.REDUCED: self.tr(
                "Drawn from a reduced picture: more than {most} megapixels are not held in memory"
            ).format(most=MOST_MEGAPIXELS),
        }
        self._pixels.setText(told.get(self.canvas.pixels, ""))

    # --- the sheet ----------------------------------------------------------------------------

    def refresh_sheet(self) -> None:
        """Other things may be told of the same photo now."""
        self._refuse_facts()
        if self._facts is None or self._glance is None or self.sheet.isHidden():
            return
        read, photo_id = self._facts, self._glance.photo_id
        self._reading = reading = self._tasks.start(
            lambda _: read(photo_id),
            done=self._show_facts,
            failed=self._show_no_facts,
        )
        # On a slow disk the facts of the last photo may not stand beside this one.
        QTimer.singleShot(_PATIENCE_MS, self, lambda: self._tell_waiting(reading))

    def _show_facts(self, sheet: FactsSheet) -> None:
        self._reading = None
        self.sheet.show_sheet(sheet)

    def _show_no_facts(self, error: Exception) -> None:
        self._reading = None
        self.sheet.show_note(str(error))

    def _tell_waiting(self, reading: Task) -> None:
        if self._reading is reading:
            self.sheet.show_note(self.tr("Reading…"))

    def _refuse_facts(self) -> None:
        if self._reading:
            self._reading.refuse()
        self._reading = None

    # --- what a person does -------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if is_plain(event) and key in _KEYS:
            _KEYS[key](self)
        elif not self.canvas.take_key(event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """The keys of a photo come before shortcuts of the window, but for those of labels."""
        if isinstance(event, QKeyEvent) and event.key() in _LABEL_KEYS:
            return super().event(event)
        return claims_key(event, _KEYS) or super().event(event)

    def _mark(self, *, is_wanted: bool) -> None:
        if self._glance:
            self.show_mark(is_wanted)
            self.marked.emit(self._glance.photo_id, is_wanted)

    def _want_similar(self) -> None:
        if self._glance:
            self.similar_wanted.emit(self._glance.photo_id)

    # --- how it looks -------------------------------------------------------------------------

    def minimumSizeHint(self) -> QSize:
        """Of the narrow form, which it takes once there is no room for the wide one."""
        return _SMALLEST

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What can be done without is left out where there is no room."""
        is_narrow = self.width() < _NARROW_PX
        self._zoom_bar.be_brief(is_narrow)
        self._similar.setText("" if is_narrow else self.tr("Find Similar"))
        super().resizeEvent(event)

    def _dress(self) -> None:
        buttons: tuple[tuple[QPushButton | QToolButton, str], ...] = (
            (self._back, "close"),
            (self._before, "back"),
            (self._after, "forward"),
            (self._more, "plus"),
            (self._less, "minus"),
            (self._similar, "similar"),
            (self._about, "info"),
        )
        for button, icon in buttons:
            button.setIcon(self._theme.icon(icon))

    def _lay_out(self) -> None:
        names = QVBoxLayout()
        names.setSpacing(0)
        names.addWidget(self._name)
        names.addWidget(self._detail)
        header = QHBoxLayout()
        header.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, GRID_PX)
        header.setSpacing(GRID_PX)
        header.addWidget(self._before)
        header.addWidget(self._after)
        header.addWidget(self._position)
        header.addSpacing(GRID_PX)
        header.addLayout(names, 1)
        for button in (self._more, self._less, self._similar, self._about, self._back):
            header.addWidget(button)
        footer = QHBoxLayout()
        footer.setContentsMargins(2 * GRID_PX, GRID_PX // 2, 2 * GRID_PX, GRID_PX // 2)
        footer.setSpacing(GRID_PX)
        footer.addWidget(self.labels, 3)
        footer.addWidget(self._pixels, 1)
        footer.addWidget(self._zoom_bar)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.canvas, 1)
        middle.addLayout(footer)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addLayout(middle, 1)
        row.addWidget(self.sheet)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(header)
        column.addLayout(row, 1)


_LABEL_KEYS = range(Qt.Key.Key_1, Qt.Key.Key_9 + 1)
_KEYS: dict[Qt.Key, Callable[[PhotoView], None]] = {
    Qt.Key.Key_Left: lambda view: view.step_wanted.emit(-1),
    Qt.Key.Key_Right: lambda view: view.step_wanted.emit(1),
    Qt.Key.Key_Home: lambda view: view.jump_wanted.emit(0),
    Qt.Key.Key_End: lambda view: view.jump_wanted.emit(-1),
    Qt.Key.Key_Return: lambda view: view.closed.emit(),
    Qt.Key.Key_Enter: lambda view: view.closed.emit(),
    Qt.Key.Key_Space: lambda view: view.closed.emit(),
    Qt.Key.Key_I: PhotoView.toggle_sheet,
    Qt.Key.Key_F: lambda view: view.canvas.fit(),
}
