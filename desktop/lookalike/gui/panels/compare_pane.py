"""One of the photos that are compared: its picture, and in two lines what tells it apart."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lookalike.gui.grid.likeness import Likeness
from lookalike.gui.panels.elided_label import ElidedLabel
from lookalike.gui.panels.large_photo import LargePhoto, Load, PhotoGlance
from lookalike.gui.panels.photo_stage import PhotoStage
from lookalike.gui.tasks import Tasks
from lookalike.gui.theme import GRID_PX
from lookalike.library.facts_sheet import dimensions_text, size_text
from lookalike.photos import Photo, PhotoId

# Of each of four photos.
_MOST_MEGAPIXELS = 50


class ComparePane(QWidget):
    """`chosen` comes when it takes the focus, `described` when more is known of its photo."""

    chosen = Signal()
    described = Signal()

    def __init__(self, load: Load, tasks: Tasks) -> None:
        super().__init__()
        self.setObjectName("compare_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stage = PhotoStage(load, tasks, enlarges=True, most_megapixels=_MOST_MEGAPIXELS)
        self.stage.pressed.connect(self.setFocus)
        self.stage.opened.connect(self._take_photo)
        self.photo: Photo | None = None
        self._letter = QLabel()
        self._letter.setProperty("rank", "best")
        self._name = ElidedLabel()
        self._name.setProperty("rank", "name")
        self._detail = ElidedLabel(cut=Qt.TextElideMode.ElideRight)
        self._detail.setProperty("tone", "secondary")
        self._best = QLabel(self.tr("Most pixels"))
        self._best.setProperty("rank", "best")
        self._lay_out()

    @property
    def photo_id(self) -> PhotoId | None:
        return self.stage.photo_id

    @property
    def detail(self) -> str:
        return self._detail.text()

    @property
    def is_best(self) -> bool:
        """Whether it is marked as the one with the most pixels."""
        return not self._best.isHidden()

    @property
    def pixel_count(self) -> int:
        """Of the whole photo; 0 where it is not known."""
        facts = self.photo.facts if self.photo else None
        return facts.width * facts.height if facts else 0

    def open(self, glance: PhotoGlance) -> None:
        self.photo = glance.photo
        self.stage.open(glance)

    def close_photo(self) -> None:
        self.photo = None
        self.stage.forget()

    def describe(self, letter: str, likeness: Likeness | None, *, is_best: bool) -> None:
        """Args: `likeness` is the one to the first photo; None where there is none to tell."""
        name = self.photo.path.name if self.photo else self.tr("Photo")
        self._letter.setText(letter)
        self._name.setText(name)
        self._best.setVisible(is_best)
        told = []
        if self.photo and self.photo.facts:
            told.append(dimensions_text(self.photo.facts.width, self.photo.facts.height))
        if self.photo:
            told.append(size_text(self.photo.file.size_bytes))
        if likeness:
            told.append(self.tr("{share} to A").format(share=likeness))
        self._detail.setText("  ·  ".join(told))
        self.setAccessibleName(f"{letter}, {name}")
        self.setAccessibleDescription(self._detail.text())

    def show_focus(self, is_focused: bool) -> None:
        """A frame around the photo that the keys mean."""
        self.setProperty("focused", is_focused)
        self.style().unpolish(self)
        self.style().polish(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.chosen.emit()

    def _take_photo(self, large: LargePhoto) -> None:
        self.photo = large.photo
        self.described.emit()

    def _lay_out(self) -> None:
        names = QHBoxLayout()
        names.setSpacing(GRID_PX)
        names.addWidget(self._letter)
        names.addWidget(self._name, 1)
        names.addWidget(self._best)
        column = QVBoxLayout(self)
        column.setContentsMargins(GRID_PX, GRID_PX, GRID_PX, GRID_PX)
        column.setSpacing(GRID_PX // 2)
        column.addWidget(self.stage, 1)
        column.addLayout(names)
        column.addWidget(self._detail)
