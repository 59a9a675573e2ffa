"""What this program is, which network looks at the photos, and where the library is."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from lookalike import __version__
from lookalike.gui.theme import GRID_PX


class About(QDialog):
    """Not modal, like everything here."""

    def __init__(self, network: str, library_folder: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("About Lookalike"))
        icon = QLabel(pixmap=QIcon("icons:lookalike.svg").pixmap(QSize(96, 96)))
        title = QLabel(f"Lookalike {__version__}")
        title.setProperty("rank", "title")
        self.text = self.tr(
            "Finds photos by what they look like. Everything happens on this computer.\n\n"
            "Network: {network}\nLibrary: {folder}\n\n"
            "Free software under the Apache License 2.0."
        ).format(network=network or self.tr("loading…"), folder=library_folder)
        text = QLabel(self.text, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        text.setMinimumWidth(62 * GRID_PX)
        text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        close.rejected.connect(self.close)
        words = QVBoxLayout()
        words.setSpacing(GRID_PX)
        for part in (title, text):
            words.addWidget(part)
        words.addStretch()
        words.addWidget(close)
        row = QHBoxLayout(self)
        row.setContentsMargins(*[3 * GRID_PX] * 4)
        row.setSpacing(3 * GRID_PX)
        row.addWidget(icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words)
