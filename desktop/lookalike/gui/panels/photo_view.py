"""One photo as large as the window lets it be: its thumbnail at once, the sharp picture soon."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.tool_button import tool_button
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.tasks import Task, Tasks
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.gui.visuals.array_image import array_image
from lookalike.photos import Photo, PhotoId

_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class LargePhoto:
    """What a worker brings: pixels, or the sentence that says why there are none."""

    photo: Photo
    pixels: NDArray[np.uint8] | None
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class PhotoGlance:
    """What is known of a photo the moment it is opened."""

    photo_id: PhotoId
    photo: Photo | None = None
    preview: QPixmap | None = None
    likeness: Likeness | None = None


# Photo and longest side in pixels of the screen, to be called off the GUI thread.
Load = Callable[[PhotoId, int], LargePhoto]


class PhotoView(QWidget):
    """`step_wanted` carries -1 or 1, `similar_wanted` a PhotoId."""

    closed = Signal()
    step_wanted = Signal(int)
    similar_wanted = Signal(object)

    def __init__(self, load: Load, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self.setObjectName("photo_view")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._load = load
        self._tasks = tasks
        self._theme = theme
        self._glance: PhotoGlance | None = None
        self._loading: Task | None = None
        self._canvas = _Canvas()
        self._canvas.mouseDoubleClickEvent = lambda _: self.closed.emit()  # type: ignore[method-assign]
        self._name = ElidedLabel()
        self._name.setProperty("rank", "name")
        self._detail = QLabel()
        self._detail.setProperty("tone", "secondary")
        self._trouble = WrappedLabel()
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._trouble.setProperty("tone", "warning")
        self._back = tool_button("Back to the photos (Esc)", self.closed.emit)
        self._before = tool_button("Previous photo (←)", lambda: self.step_wanted.emit(-1))
        self._after = tool_button("Next photo (→)", lambda: self.step_wanted.emit(1))
        self._similar = QPushButton("Find Similar")
        self._similar.clicked.connect(self._want_similar)
        self._similar.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()
        theme.changed.connect(self._dress)
        self._dress()

    @property
    def photo_id(self) -> PhotoId | None:
        """The photo that is open."""
        return self._glance.photo_id if self._glance else None

    @property
    def trouble(self) -> str:
        return self._trouble.plain_text

    @property
    def detail(self) -> str:
        return self._detail.text()

    @property
    def is_sharp(self) -> bool:
        """Whether the large picture has replaced the preview."""
        return self._canvas.is_sharp

    def open_photo(self, glance: PhotoGlance, *, has_before: bool, has_after: bool) -> None:
        """Show a photo in place of the last one, whose picture may still be on its way."""
        self.close_photo()
        self._glance = glance
        self._before.setEnabled(has_before)
        self._after.setEnabled(has_after)
        self._tell("")
        self._describe(glance.photo)
        self._canvas.show_preview(glance.preview, _upright_size(glance.photo))
        photo_id, longest_side_px = glance.photo_id, self._longest_side_px()
        self._loading = self._tasks.start(
            lambda _: _draw_large(self._load, photo_id, longest_side_px),
            done=lambda loaded: self._show_large(*loaded),
            failed=lambda error: self._tell(str(error)),
        )

    def close_photo(self) -> None:
        """Refuse the picture that is on its way."""
        if self._loading:
            self._loading.refuse()
        self._glance = self._loading = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step:
            self.step_wanted.emit(step)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    def _show_large(self, large: LargePhoto, image: QImage | None) -> None:
        self._describe(large.photo)
        self._tell(large.trouble)
        if image is not None:
            self._canvas.show_sharp(QPixmap.fromImage(image))

    def _describe(self, photo: Photo | None) -> None:
        self._name.setText(photo.path.name if photo else "")
        told = []
        if photo and photo.facts:
            told.append(f"{photo.facts.width} × {photo.facts.height}")
        if self._glance and self._glance.likeness:
            told.append(self._glance.likeness.in_full)
        self._detail.setText("   ".join(told))
        self.setAccessibleName(photo.path.name if photo else "Photo")

    def _tell(self, trouble: str) -> None:
        self._trouble.show_text(trouble)
        self._trouble.setVisible(trouble != "")

    def _want_similar(self) -> None:
        if self._glance:
            self.similar_wanted.emit(self._glance.photo_id)

    def _longest_side_px(self) -> int:
        screen = self.screen().size()
        return round(max(screen.width(), screen.height()) * self.devicePixelRatioF())

    def _dress(self) -> None:
        for button, icon in (
            (self._back, "close"),
            (self._before, "back"),
            (self._after, "forward"),
            (self._similar, "similar"),
        ):
            button.setIcon(self._theme.icon(icon))

    def _lay_out(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(GRID_PX)
        header.addWidget(self._before)
        header.addWidget(self._after)
        header.addSpacing(GRID_PX)
        header.addWidget(self._name, 1)
        header.addWidget(self._detail)
        header.addSpacing(GRID_PX)
        header.addWidget(self._similar)
        header.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * GRID_PX, GRID_PX, 2 * GRID_PX, 2 * GRID_PX)
        column.setSpacing(GRID_PX)
        column.addLayout(header)
        column.addWidget(self._canvas, 1)
        column.addWidget(self._trouble)


class _Canvas(QWidget):
    """Draws a picture whole and centred; scaled once per size, not once per paint."""

    def __init__(self) -> None:
        super().__init__()
        self._pixmap: QPixmap | None = None
        self._full_size = QSize()
        self._scaled: QPixmap | None = None
        self.is_sharp = False

    def show_preview(self, preview: QPixmap | None, full_size: QSize) -> None:
        """Draw the thumbnail as large as the photo will be."""
        self._show(preview, full_size, is_sharp=False)

    def show_sharp(self, pixmap: QPixmap) -> None:
        self._show(pixmap, self._full_size or pixmap.size(), is_sharp=True)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._scaled = None
        super().resizeEvent(event)

    def paintEvent(self, _: QPaintEvent) -> None:
        if self._pixmap is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        place = self._place()
        if self._scaled is None:
            self._scaled = self._pixmap.scaled(
                place.size() * self.devicePixelRatioF(),
                Qt.AspectRatioMode.IgnoreAspectRatio,
                Qt.TransformationMode.SmoothTransformation,
            )
        painter.drawPixmap(place, self._scaled)
        painter.end()

    def _show(self, pixmap: QPixmap | None, full_size: QSize, *, is_sharp: bool) -> None:
        self._pixmap, self._full_size, self._scaled = pixmap, full_size, None
        self.is_sharp = is_sharp
        self.update()

    def _place(self) -> QRect:
        """As large as fits, but no photo is blown up past its own pixels."""
        assert self._pixmap is not None
        natural = self._full_size if not self._full_size.isEmpty() else self._pixmap.size()
        size = natural / self.devicePixelRatioF()
        if size.width() > self.width() or size.height() > self.height():
            size.scale(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = QRect(0, 0, max(1, size.width()), max(1, size.height()))
        place.moveCenter(self.rect().center())
        return place


def _draw_large(
    load: Load, photo_id: PhotoId, longest_side_px: int
) -> tuple[LargePhoto, QImage | None]:
    large = load(photo_id, longest_side_px)
    return large, None if large.pixels is None else array_image(large.pixels)


def _upright_size(photo: Photo | None) -> QSize:
    return QSize(photo.facts.width, photo.facts.height) if photo and photo.facts else QSize()
