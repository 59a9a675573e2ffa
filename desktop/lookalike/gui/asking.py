"""Ways to ask that begin at a menu, a key, the clipboard, a drop or the command line."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from lookalike.gui.drops import Wish
from lookalike.gui.incoming import Incoming, read_incoming
from lookalike.gui.panels.message_bar import Message
from lookalike.gui.photo_desk import PhotoDesk
from lookalike.gui.search_desk import SearchDesk


class Asking(QObject):
    """Finds out what is meant, and has the search desk ask it. `said` carries a Message.

    Args:
        bring_in: starts an import of folders.
    """

    said = Signal(object)

    def __init__(
        self,
        search: SearchDesk,
        photos: PhotoDesk,
        bring_in: Callable[[Sequence[Path]], object],
        window: QWidget,
    ) -> None:
        super().__init__(window)
        self._search = search
        self._photos = photos
        self._bring_in = bring_in
        self._window = window

    def by_chosen(self) -> None:
        """By all photos that are chosen, together."""
        if self._photos.selected:
            self._search.search_by(self._photos.selected)

    def by_part_of_chosen(self) -> None:
        """The person says which part."""
        if self._photos.chosen is not None:
            self._search.choose_region(self._photos.chosen)

    def mark_chosen(self, *, is_wanted: bool) -> None:
        """More, or less, like the chosen photo."""
        if self._photos.chosen is not None:
            self._search.mark(self._photos.chosen, is_wanted)

    def choose_picture(self) -> None:
        """By files that the person names."""
        pictures = self._ask_for_pictures(self.tr("Find Photos Similar to a Picture"))
        if pictures:
            self._search.search_by(pictures)

    def add_picture(self) -> None:
        """One more example for the search, or several."""
        pictures = self._ask_for_pictures(self.tr("Add a Picture to the Search"))
        if pictures:
            self._search.add(pictures, is_wanted=True)

    def paste(self) -> None:
        """By what was copied."""
        self.take(read_incoming(QGuiApplication.clipboard().mimeData()))

    def take(self, incoming: Incoming, wish: Wish = Wish.SEARCH) -> None:
        """Do what a dropped or pasted thing asks for."""
        if incoming.trouble:
            self.said.emit(Message(incoming.trouble, "warning"))
        if incoming.folders:
            self._bring_in(incoming.folders)
        self._search.take(incoming, wish)

    def open(self, target: Path | None) -> None:
        """What the command line named: a folder to import, or a picture to search by."""
        if target is not None and target.is_dir():
            self._bring_in([target])
        elif target is not None:
            self._search.search_by([target])

    def _ask_for_pictures(self, title: str) -> list[Path]:
        pictures, _ = QFileDialog.getOpenFileNames(self._window, title)
        return [Path(picture) for picture in pictures]
