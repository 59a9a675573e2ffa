"""Names of labels where there is little room for them, and where "&" would mean a key."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics

from lookalike.gui.theme import GRID_PX


def shortened(name: str, metrics: QFontMetrics, width_px: int = 30 * GRID_PX) -> str:
    return metrics.elidedText(name, Qt.TextElideMode.ElideMiddle, width_px)


def menu_text(name: str, metrics: QFontMetrics) -> str:
    """As the text of an action."""
    return shortened(name, metrics).replace("&", "&&")
