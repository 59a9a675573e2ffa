"""Whether new photos join a label by themselves, and how sure the program has to be."""

from PySide6.QtCore import QSignalBlocker, Qt, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QLabel, QSlider, QVBoxLayout

from lookalike.gui.panels.row_of import row_of
from lookalike.gui.panels.wrapped_label import WrappedLabel
from lookalike.gui.suggestions.suggestion_work import AlbumView, KnownLabel
from lookalike.gui.theme import GRID_PX
from lookalike.gui.translations import percent_text

_LEAST, _MOST, _AT_FIRST = 50, 99, 90
_TOLD_AFTER_MS = 400  # each change has the photos looked at again


class AlbumPanel(QFrame):
    """`wanted` carries a KnownLabel, and from which probability on photos join it, or None."""

    wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("album_panel")
        self.switch = QCheckBox(self.tr("Living album"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(_LEAST, _MOST)
        self.slider.setValue(_AT_FIRST)
        self.slider.setFixedHeight(3 * GRID_PX)  # its handle is drawn whole
        self.slider.setAccessibleName(self.tr("How probable a photo has to be to join by itself"))
        self._figure = QLabel()
        self._told = WrappedLabel()
        self._told.setProperty("tone", "secondary")
        self._view: AlbumView | None = None
        self._telling = QTimer(self, singleShot=True, interval=_TOLD_AFTER_MS)
        self._telling.timeout.connect(self._tell)
        self.switch.clicked.connect(self._switch)
        self.slider.valueChanged.connect(self._follow)
        self._lay_out()
        self.show_album(None)

    @property
    def text(self) -> str:
        return self._told.plain_text

    def show_label(self, known: KnownLabel) -> None:
        """At once, before what is in its album is counted: a click is meant for this label."""
        if self._view is None or self._view.known.label.id != known.label.id:
            self.show_album(AlbumView(known, known.label.album))

    def show_album(self, view: AlbumView | None) -> None:
        """None while it is not known; not over what a person is about to choose."""
        if self._telling.isActive():
            if view and self._view and view.known.label.id == self._view.known.label.id:
                return
            self._tell()
        self._view = view
        self.setEnabled(view is not None)
        at_least = view.at_least if view else None
        with QSignalBlocker(self.slider):
            self.slider.setValue(_AT_FIRST if at_least is None else round(100 * at_least))
        self.switch.setChecked(at_least is not None)
        self._show()

    def tell_at_once(self) -> None:
        """What the slider was moved to, if that is not told yet."""
        if self._telling.isActive():
            self._tell()

    def _show(self) -> None:
        is_on = self.switch.isChecked()
        percent = percent_text(self.slider.value() / 100)
        self.slider.setVisible(is_on)
        self._figure.setVisible(is_on)
        self._figure.setText(self.tr("from {percent}").format(percent=percent))
        self._told.show_text(self._sentence(is_on=is_on, percent=percent))

    def _sentence(self, *, is_on: bool, percent: str) -> str:
        if self._view is None:
            return ""
        if not is_on:
            return self.tr("When it is on, new photos that deserve the label join it as they come.")
        told = self.tr("Photos that deserve the label with {percent} or more join it as they come.")
        if self._view.photos is None:
            return told.format(percent=percent)
        count = self.tr("%Ln photo(s) are in it.", "", self._view.photos)
        return f"{told.format(percent=percent)} {count}"

    def _switch(self) -> None:
        self._show()
        self._tell()

    def _follow(self) -> None:
        self._show()
        self._telling.start()

    def _tell(self) -> None:
        self._telling.stop()
        if self._view:
            at_least = self.slider.value() / 100 if self.switch.isChecked() else None
            self.wanted.emit(self._view.known, at_least)

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, GRID_PX, GRID_PX, 0)
        column.setSpacing(GRID_PX // 2)
        column.addWidget(self.switch)
        column.addLayout(row_of(self.slider, self._figure))
        column.addWidget(self._told)
