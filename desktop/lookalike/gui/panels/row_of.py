"""Widgets side by side."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from lookalike.gui.theme import GRID_PX


def row_of(*parts: QWidget | None) -> QHBoxLayout:
    """None stands for the space that is left over."""
    row = QHBoxLayout()
    row.setSpacing(GRID_PX)
    for part in parts:
        if part:
            row.addWidget(part)
        else:
            row.addStretch()
    return row
