"""A canvas that fetches what it shows: a preview at once, a sharp picture, at last every pixel."""

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QVBoxLayout

from lookalike.gui.panels.large_photo import (
    DrawnPhoto,
    Load,
    PhotoGlance,
    draw_for_screen,
    draw_in_full,
    reduction,
    upright_size,
)
from lookalike.gui.panels.photo_canvas import CanvasPlace, PhotoCanvas
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.tasks import Task, Tasks
from lookalike.photos import PhotoId

# Four bytes a pixel, and a third more for smaller copies.
MOST_MEGAPIXELS = 100


class Pixels(Enum):
    """How much of a photo is here."""

    PREVIEW = auto()
    SCREEN = auto()
    LOADING = auto()  # the rest of it
    FULL = auto()
    REDUCED = auto()  # all that memory allows


class PhotoStage(PhotoCanvas):
    """Over the picture, or in place of it, it says what is wrong with the photo.

    `opened` carries the LargePhoto once its picture or its trouble is known.

    Args:
        most_megapixels: how much of one photo may be held in memory.
    """

    opened = Signal(object)
    pixels_changed = Signal()

    def __init__(
        self,
        load: Load,
        tasks: Tasks,
        *,
        enlarges: bool = False,
        most_megapixels: float = MOST_MEGAPIXELS,
    ) -> None:
        super().__init__(enlarges=enlarges)
        self._load = load
        self._tasks = tasks
        self._most_megapixels = most_megapixels
        self._glance: PhotoGlance | None = None
        self._loading: Task | None = None
        self._drawn: dict[PhotoId, DrawnPhoto] = {}
        self._ahead: dict[PhotoId, Task] = {}
        self._beside: Sequence[PhotoId] = ()
        self.pixels = Pixels.PREVIEW
        self._trouble = WrappedLabel()
        self._trouble.setObjectName("stage_trouble")
        self._trouble.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._trouble.hide()
        middle = QVBoxLayout(self)
        middle.addWidget(self._trouble, 0, Qt.AlignmentFlag.AlignVCenter)
        self.drawn_changed.connect(self._load_pixels_if_wanted)

    @property
    def photo_id(self) -> PhotoId | None:
        return self._glance.photo_id if self._glance else None

    @property
    def is_sharp(self) -> bool:
        """Whether the picture has replaced the preview."""
        return self.pixels != Pixels.PREVIEW

    @property
    def screen_image(self) -> QImage | None:
        """The picture as large as the screen, once it is there."""
        drawn = self._drawn.get(self._glance.photo_id) if self._glance else None
        return drawn.levels[0] if drawn else None

    @property
    def trouble(self) -> str:
        """Why there is no sharp picture; empty where there is one."""
        return self._trouble.plain_text

    @property
    def screen_px(self) -> int:
        """The longer side of the screen, in its own pixels."""
        size = self.screen().size()
        return round(max(size.width(), size.height()) * self.devicePixelRatioF())

    def open(self, glance: PhotoGlance, beside: Sequence[PhotoId] = ()) -> None:
        """Show a photo in full, and fetch those `beside` it once it is there."""
        self.close_photo()
        self._glance, self._beside = glance, beside
        self._drop_others({glance.photo_id, *beside})
        self.show_place(CanvasPlace())
        self._tell("")
        drawn = self._drawn.get(glance.photo_id)
        if drawn:
            self._show_drawn(drawn)
            return
        self._show_preview(glance.preview)
        self._loading = self._ahead.get(glance.photo_id) or self._draw(glance.photo_id)

    def fetch(self, beside: Sequence[PhotoId]) -> None:
        """Others come next than was thought when the photo was opened."""
        self._beside = beside
        shown = () if self._glance is None else (self._glance.photo_id,)
        self._drop_others({*shown, *beside})
        if self.is_sharp:
            self._fetch_beside()

    def close_photo(self) -> None:
        """Refuse what is on its way, and let every pixel go."""
        if self._loading and self._loading not in self._ahead.values():
            self._loading.refuse()
        self._glance = self._loading = None
        self.pixels = Pixels.PREVIEW
        self.show_picture((), QSize())

    def forget(self) -> None:
        """Let go of the photos beside, too."""
        self.close_photo()
        self._drop_others(set())

    # --- the picture for the screen -----------------------------------------------------------

    def _draw(self, photo_id: PhotoId) -> Task:
        load, screen_px = self._load, self.screen_px
        task = self._tasks.start(
            lambda _: draw_for_screen(load, photo_id, screen_px),
            done=lambda drawn: self._take_drawn(photo_id, drawn),
            failed=lambda error: self._fail(photo_id, error),
        )
        self._ahead[photo_id] = task
        return task

    def _take_drawn(self, photo_id: PhotoId, drawn: DrawnPhoto) -> None:
        self._ahead.pop(photo_id, None)
        if drawn.levels:  # a file that could not be read is tried again the next time
            self._drawn[photo_id] = drawn
        if photo_id == self.photo_id:
            self._show_drawn(drawn)

    def _fail(self, photo_id: PhotoId, error: Exception) -> None:
        self._ahead.pop(photo_id, None)
        if photo_id == self.photo_id:
            self._tell(str(error))

    def _show_preview(self, preview: QPixmap | None) -> None:
        levels = (preview.toImage(),) if preview and not preview.isNull() else ()
        self.show_picture(levels, upright_size(self._glance.photo if self._glance else None))
        self.pixels_changed.emit()

    def _show_drawn(self, drawn: DrawnPhoto) -> None:
        if drawn.levels:
            self.pixels = Pixels.SCREEN
            self.show_picture(drawn.levels, upright_size(drawn.large.photo))
        self._tell(drawn.large.trouble)
        self.opened.emit(drawn.large)
        self.pixels_changed.emit()
        self._fetch_beside()

    def _fetch_beside(self) -> None:
        for photo_id in self._beside:
            if photo_id not in self._drawn and photo_id not in self._ahead:
                self._draw(photo_id)

    def _tell(self, trouble: str) -> None:
        self._trouble.show_text(trouble)
        self._trouble.setVisible(trouble != "")

    def _drop_others(self, wanted: set[PhotoId]) -> None:
        for photo_id in set(self._drawn) - wanted:
            del self._drawn[photo_id]
        for photo_id in set(self._ahead) - wanted:
            self._ahead.pop(photo_id).refuse()

    # --- every pixel --------------------------------------------------------------------------

    def _load_pixels_if_wanted(self) -> None:
        if self.pixels != Pixels.SCREEN or not self.wants_pixels or not self._glance:
            return
        self.pixels = Pixels.LOADING
        load, photo_id, screen_px = self._load, self._glance.photo_id, self.screen_px
        size = self.picture_size
        times = reduction(size, self._most_megapixels)
        longest_side_px = max(size.width(), size.height()) // times
        self._loading = self._tasks.start(
            lambda _: draw_in_full(load, photo_id, longest_side_px, screen_px),
            done=lambda drawn: self._show_full(drawn, is_reduced=times > 1),
            failed=lambda _: self._keep_screen(),
        )
        self.pixels_changed.emit()

    def _show_full(self, drawn: DrawnPhoto, *, is_reduced: bool) -> None:
        if not drawn.levels:
            self._keep_screen()
            return
        self.pixels = Pixels.REDUCED if is_reduced else Pixels.FULL
        assert self.photo_id is not None
        screen = self._drawn[self.photo_id].levels
        self.show_picture((*drawn.levels, *screen), self.picture_size)
        self.pixels_changed.emit()

    def _keep_screen(self) -> None:
        """The file went away in the meantime: what is here is the most there will be."""
        self.pixels = Pixels.REDUCED
        self.pixels_changed.emit()
