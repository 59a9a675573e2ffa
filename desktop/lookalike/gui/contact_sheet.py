"""Contact sheets: pages of thumbnails with their names, as PDF or as pictures."""

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from pathlib import Path

from PySide6.QtCore import (
    QCoreApplication,
    QIODevice,
    QMarginsF,
    QRectF,
    QSaveFile,
    QSize,
    QSizeF,
    Qt,
)
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from lookalike.errors import LookalikeError
from lookalike.gui.visuals.array_image import array_image
from lookalike.library.files.tables import valid
from lookalike.library.library import Library
from lookalike.library.search.pictures import thumbnail
from lookalike.photos import Photo, PhotoId
from lookalike.progress import Progress

translate = QCoreApplication.translate
_PDF_DPI = 300
_MM_PER_INCH = 25.4
_MARGIN_MM = 12.0
_GAP_MM = 4.0
_HEAD_MM = 12.0
_FOOT_MM = 8.0
_CAPTION_MM = 4.5
_PAPER_MM = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4), "Screen": (320.0, 180.0)}
_PAPER_PX = {"A4": 1654, "Letter": 1700, "Screen": 1920}  # the width of a page that is a picture
_INK, _FAINT, _GREY = QColor("#1a1a1a"), QColor("#767676"), QColor("#e4e4e4")


class Paper(StrEnum):
    """What a page is as large as. The values are kept in the settings."""

    A4 = "A4"
    LETTER = "Letter"
    SCREEN = "Screen"


@dataclass(frozen=True, slots=True)
class SheetChoices:
    """How a contact sheet looks."""

    title: str
    paper: Paper = Paper.A4
    columns: int = 5
    with_percent: bool = True


@dataclass(frozen=True, slots=True)
class SheetPlan:
    """Where things go on a page, in millimetres.

    Args:
        cell: the width and the height of a picture with its caption.
    """

    page: QSizeF
    columns: int
    rows: int
    cell: QSizeF

    @property
    def per_page(self) -> int:
        return self.columns * self.rows

    def pages(self, photos: int) -> int:
        return max(1, math.ceil(photos / self.per_page))

    def place(self, number: int) -> QRectF:
        """Of the picture and caption with this number on its page."""
        row, column = divmod(number, self.columns)
        x = _MARGIN_MM + column * (self.cell.width() + _GAP_MM)
        y = _MARGIN_MM + _HEAD_MM + row * (self.cell.height() + _GAP_MM)
        return QRectF(x, y, self.cell.width(), self.cell.height())


def sheet_plan(choices: SheetChoices) -> SheetPlan:
    """As many rows of about square pictures as the paper takes, so that they fill it."""
    width, height = _PAPER_MM[choices.paper]
    columns = choices.columns
    side = (width - 2 * _MARGIN_MM - (columns - 1) * _GAP_MM) / columns
    free = height - 2 * _MARGIN_MM - _HEAD_MM - _FOOT_MM
    rows = max(1, round((free + _GAP_MM) / (side + _CAPTION_MM + _GAP_MM)))
    cell_height = (free - (rows - 1) * _GAP_MM) / rows
    return SheetPlan(QSizeF(width, height), columns, rows, QSizeF(side, cell_height))


def sheet_files(file: Path, choices: SheetChoices, photos: int) -> list[Path]:
    """What is going to be written: one PDF, or a picture for each page."""
    pages = sheet_plan(choices).pages(photos)
    if file.suffix.lower() == ".pdf" or pages == 1:
        return [file]
    digits = len(str(pages))
    return [file.with_stem(f"{file.stem} {page:0{digits}}") for page in range(1, pages + 1)]


def write_sheet(
    library: Library,
    photo_ids: Sequence[PhotoId],
    file: Path,
    choices: SheetChoices,
    similarities: Mapping[PhotoId, float],
    progress: Progress,
) -> list[Path]:
    """Returns the files that were written. For a thread of its own; nothing of a widget is used.

    Raises:
        LookalikeError: it cannot be written there, or would overwrite what nobody was asked about.
        Cancelled: the person asked to stop; what was there before is as it was.
    """
    photos = library.photos(photo_ids)
    files = sheet_files(file, choices, len(photos))
    _check_names(files, file)
    sheet = _Sheet(library, photos, choices, similarities, progress)
    if file.suffix.lower() == ".pdf":
        _save(file, partial(_write_pdf, sheet))
        return files
    for number, page_file in enumerate(files):
        _save(page_file, partial(_write_picture, sheet, number))
    return files


def _check_names(files: Sequence[Path], file: Path) -> None:
    taken = next((each for each in files if each != file and each.exists()), None)
    if taken:
        told = translate(
            "ContactSheet",
            "{name} is there already, and the contact sheet has a page of that name.",
        )
        hint = translate("ContactSheet", "Choose another name or folder.")
        raise LookalikeError(told.format(name=taken.name), hint)


def _save(file: Path, write: Callable[[QSaveFile], bool]) -> None:
    """Under another name until it is whole."""
    device = QSaveFile(str(file))
    if device.open(QIODevice.OpenModeFlag.WriteOnly) and write(device) and device.commit():
        return
    reason = device.errorString()
    device.cancelWriting()
    told = translate("ContactSheet", "The contact sheet cannot be written to {file} ({reason}).")
    hint = translate("ContactSheet", "Choose another place.")
    raise LookalikeError(told.format(file=file, reason=reason), hint)


def _write_pdf(sheet: "_Sheet", device: QSaveFile) -> bool:
    writer = QPdfWriter(device)
    writer.setResolution(_PDF_DPI)
    writer.setTitle(sheet.choices.title)
    writer.setCreator("Lookalike")
    size = QPageSize(sheet.plan.page, QPageSize.Unit.Millimeter)
    orientation = QPageLayout.Orientation.Portrait
    writer.setPageLayout(QPageLayout(size, orientation, QMarginsF()))
    painter = QPainter(writer)
    try:
        for page in range(sheet.pages):
            if page:
                writer.newPage()
            sheet.paint(page, painter, _PDF_DPI / _MM_PER_INCH)
    finally:
        painter.end()
    return True


def _write_picture(sheet: "_Sheet", page: int, device: QSaveFile) -> bool:
    width_px = _PAPER_PX[sheet.choices.paper]
    scale = width_px / sheet.plan.page.width()
    size = QSize(width_px, round(sheet.plan.page.height() * scale))
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    try:
        sheet.paint(page, painter, scale)
    finally:
        painter.end()
    return image.save(device, "PNG")  # type: ignore[call-overload, no-any-return]


class _Sheet:
    """Paints pages, one at a time, so that no more than a page's pictures are in memory."""

    def __init__(
        self,
        library: Library,
        photos: Sequence[Photo],
        choices: SheetChoices,
        similarities: Mapping[PhotoId, float],
        progress: Progress,
    ) -> None:
        self.choices = choices
        self.plan = sheet_plan(choices)
        self.pages = self.plan.pages(len(photos))
        self._library = library
        self._photos = photos
        self._similarities = similarities
        self._progress = progress

    def paint(self, page: int, painter: QPainter, scale: float) -> None:
        """At `scale` dots to the millimetre."""
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head_and_foot(page, painter, scale)
        start = page * self.plan.per_page
        for number, photo in enumerate(self._photos[start : start + self.plan.per_page]):
            self._progress.step(start + number, len(self._photos))
            self._paint_photo(photo, painter, _scaled(self.plan.place(number), scale), scale)
        if page == self.pages - 1:
            self._progress.step(len(self._photos), len(self._photos))

    def _paint_head_and_foot(self, page: int, painter: QPainter, scale: float) -> None:
        width = self.plan.page.width() - 2 * _MARGIN_MM
        head = _scaled(QRectF(_MARGIN_MM, _MARGIN_MM, width, _HEAD_MM), scale)
        top = self.plan.page.height() - _MARGIN_MM - _FOOT_MM
        foot = _scaled(QRectF(_MARGIN_MM, top, width, _FOOT_MM), scale)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
        below = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom
        _write(painter, head, left, self.choices.title, 5.0 * scale, _INK, is_bold=True)
        page_of = translate("ContactSheet", "{page} of {pages}")
        told = page_of.format(page=page + 1, pages=self.pages)
        _write(painter, foot, below, told, 2.8 * scale, _FAINT)

    def _paint_photo(self, photo: Photo, painter: QPainter, place: QRectF, scale: float) -> None:
        picture = QRectF(place.adjusted(0, 0, 0, -_CAPTION_MM * scale))
        caption = QRectF(place)
        caption.setTop(picture.bottom() + 0.8 * scale)
        self._paint_picture(photo, painter, picture)
        percent = self._percent(photo)
        size = 2.6 * scale
        right = _write(painter, caption, Qt.AlignmentFlag.AlignRight, percent, size, _FAINT)
        caption.setRight(caption.right() - right)
        left = Qt.AlignmentFlag.AlignLeft
        _write(painter, caption, left, valid(photo.path.name), size, _INK)

    def _paint_picture(self, photo: Photo, painter: QPainter, place: QRectF) -> None:
        try:
            image = array_image(thumbnail(self._library, photo))
        except LookalikeError:
            painter.fillRect(place, _GREY)
            return
        size = QSizeF(image.size()).scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
        fitted = QRectF(0, 0, size.width(), size.height())
        # On the line that the captions stand below, as prints on a table.
        fitted.moveCenter(place.center())
        fitted.moveBottom(place.bottom())
        painter.drawImage(fitted, image)

    def _percent(self, photo: Photo) -> str:
        similarity = self._similarities.get(photo.id)
        if similarity is None or not self.choices.with_percent:
            return ""
        return f"{round(100 * similarity)} %"


def _scaled(place: QRectF, scale: float) -> QRectF:
    return QRectF(place.topLeft() * scale, place.size() * scale)


def _write(
    painter: QPainter,
    place: QRectF,
    where: Qt.AlignmentFlag,
    text: str,
    size: float,
    colour: QColor,
    *,
    is_bold: bool = False,
) -> float:
    """One line, shortened in its middle where it is too long; returns the width it took."""
    if not text:
        return 0.0
    font = QFont()
    font.setPixelSize(max(1, round(size)))
    font.setBold(is_bold)
    painter.setFont(font)
    painter.setPen(colour)
    metrics = QFontMetricsF(font, painter.device())
    short = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, place.width())
    painter.drawText(place, int(where | Qt.TextFlag.TextSingleLine), short)
    return metrics.horizontalAdvance(short) + size


__all__ = ["Paper", "SheetChoices", "SheetPlan", "sheet_files", "sheet_plan", "write_sheet"]
