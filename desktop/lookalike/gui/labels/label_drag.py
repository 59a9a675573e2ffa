"""A label on its way to another: dragged within the sidebar."""

from PySide6.QtCore import QMimeData, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPixmap

from lookalike.gui.labels.label_text import shortened
from lookalike.gui.theme import GRID_PX, Theme
from lookalike.photos import LabelId

# The id of the dragged label, in digits.
LABEL_MIME = "application/x-lookalike-label"


def dragged_label_data(label_id: LabelId) -> QMimeData:
    data = QMimeData()
    data.setData(LABEL_MIME, str(label_id).encode())
    return data


def dragged_label(data: QMimeData) -> LabelId | None:
    """The label that was taken hold of; None for anything else."""
    if not data.hasFormat(LABEL_MIME):
        return None
    return LabelId(int(bytes(data.data(LABEL_MIME).data())))


def label_drag_picture(name: str, font: QFont, theme: Theme, device_ratio: float) -> QPixmap:
    """A chip with its name."""
    metrics = QFontMetrics(font)
    text = shortened(name, metrics)
    size = QSize(metrics.horizontalAdvance(text) + 3 * GRID_PX, metrics.height() + GRID_PX)
    drawn = QPixmap(size * device_ratio)
    drawn.setDevicePixelRatio(device_ratio)
    drawn.fill(Qt.GlobalColor.transparent)
    painter = QPainter(drawn)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.colour("accent"))
    chip = QRectF(QPointF(0, 0), size.toSizeF())
    painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
    painter.setFont(font)
    painter.setPen(theme.colour("on_accent"))
    painter.drawText(chip, int(Qt.AlignmentFlag.AlignCenter), text)
    painter.end()
    return drawn
