"""From a decoded picture (uint8 RGB array) to a QImage: the one place where arrays meet Qt."""

from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QBrush, QImage, QPainter

CORNER_PX = 4


def array_image(pixels: NDArray[np.uint8]) -> QImage:
    """A QImage that owns its pixels. Any thread may call this."""
    height, width, _ = pixels.shape
    packed: Any = np.ascontiguousarray(pixels)
    return QImage(packed.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def image_array(image: QImage) -> NDArray[np.uint8]:
    """The pixels (height, width, 3) of an image, as an array of their own. Any thread may call."""
    packed = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(packed.constBits(), np.uint8).reshape(packed.height(), -1)
    return lines[:, : 3 * packed.width()].reshape(packed.height(), packed.width(), 3).copy()


def fitted(image: QImage, box: QSize) -> QImage:
    """The image at most as large as `box`, never enlarged."""
    if image.width() <= box.width() and image.height() <= box.height():
        return image
    return image.scaled(
        box, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )


def rounded(image: QImage, radius_px: float) -> QImage:
    """The image with its corners cut, ready to be drawn."""
    shape = QImage(image.size(), QImage.Format.Format_ARGB32_Premultiplied)
    shape.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shape)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QBrush(image))
    painter.drawRoundedRect(shape.rect(), radius_px, radius_px)
    painter.end()
    return shape


def png_bytes(image: QImage) -> bytes:
    """The image as a file's worth of bytes, as the library takes pictures that have no path."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data())
