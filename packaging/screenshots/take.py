"""Takes the pictures of README.md: the real window, offscreen, over the enclosed sample photos.

QT_QPA_PLATFORM=offscreen python packaging/screenshots/take.py
"""

import os
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QApplication

from lookalike import paths
from lookalike.gui.layers.layers_page import LayersTab
from lookalike.gui.layers.pixels_choice import (
    PixelsChoice,
    PixelsDisplay,
    PixelsMethod,
    PixelsTarget,
)
from lookalike.gui.main_window import MainWindow
from lookalike.gui.tasks import Tasks
from lookalike.gui.theme import Theme
from lookalike.gui.translations import install
from lookalike.library.intake.import_engine import bring_in
from lookalike.library.library import Library
from lookalike.photos import PhotoId, Region
from lookalike.progress import Progress
from lookalike.settings import Settings

HERE = Path(__file__).parent
QUIET_S = 0.5
FACES = ("blocks.15", 287)


class Photographer:
    """Drives one window, and waits until nothing happens any more before each picture."""

    def __init__(
        self, app: QApplication, window: MainWindow, library: Library, tasks: Tasks
    ) -> None:
        self._app = app
        self._library = library
        self.window = window
        self._tasks = tasks

    def settle(self) -> None:
        quiet_since = time.monotonic()
        while time.monotonic() - quiet_since < QUIET_S:
            self._app.processEvents()
            time.sleep(0.005)
            if not self._tasks.is_idle:
                quiet_since = time.monotonic()

    def take(self, name: str) -> None:
        self.settle()
        self.window.grab().save(str(HERE / f"{name}.png"))

    def unfold(self) -> None:
        """What is less similar."""
        self.settle()
        self.window.grid.toggle_section(1)

    def label(self, labels: Mapping[str, Sequence[str]]) -> None:
        """Give labels to photos by their names."""
        for name, photos in labels.items():
            self.window.labels_door.desk.give_named([self.id_of(each) for each in photos], name)
        self.settle()

    def id_of(self, name: str) -> PhotoId:
        photos = self._library.photos(self._library.photo_ids())
        return next(photo.id for photo in photos if photo.path.name == name)


def take_results(camera: Photographer) -> None:
    desk = camera.window.search_desk
    desk.search_by([camera.id_of("mountains.jpg")])
    camera.settle()
    desk.mark(camera.id_of("stream.jpg"), True)
    camera.settle()
    desk.mark(camera.id_of("temple.jpg"), False)
    camera.unfold()
    camera.take("results")


def take_region(camera: Photographer) -> None:
    desk = camera.window.search_desk
    camera.window.show_all()
    desk.choose_region(camera.id_of("flower.jpg"))
    camera.settle()
    camera.window.region_editor.chosen.emit(Region(0.2, 0.2, 0.6, 0.6))
    camera.unfold()
    camera.take("region")


def take_photo(camera: Photographer) -> None:
    camera.window.show_all()
    camera.settle()
    camera.window.photo_desk.view_photo(camera.id_of("cat.jpg"))
    camera.window.photo_view.toggle_sheet()
    camera.take("photo")
    camera.window.photo_view.toggle_sheet()
    camera.window.escape()


def take_compare(camera: Photographer) -> None:
    grid = camera.window.grid
    grid.choose(camera.id_of("mountains.jpg"))
    other = grid.photos.index_of(camera.id_of("mountain-ridge.jpg"))
    grid.selectionModel().select(other, QItemSelectionModel.SelectionFlag.Select)
    camera.window.photo_desk.compare_selected()
    camera.take("compare")
    camera.window.escape()


def take_why(camera: Photographer) -> None:
    window = camera.window
    window.show_all()
    window.search_desk.search_by([camera.id_of("mountains.jpg")])
    camera.settle()
    window.doors.why.open_result(camera.id_of("mountain-ridge.jpg"))
    camera.take("why")
    window.escape()


def take_ways(camera: Photographer) -> None:
    """The answers for one photo, by what needs no waiting."""
    window = camera.window
    window.search_desk.search_by([camera.id_of("mountains.jpg")])
    camera.settle()
    window.window_actions.compare_ways.trigger()
    camera.take("ways")
    window.escape()


def take_layers(camera: Photographer) -> None:
    """A unit that answers to faces of animals, and what it answers to in the other photos."""
    desk, page = camera.window.doors.layers.desk, camera.window.doors.layers.page
    desk.open_photo(camera.id_of("cat.jpg"))
    camera.settle()
    desk.choose_layer(next(each for each in page.strip.layers if each.name == FACES[0]))
    camera.settle()
    page.units.choose(FACES[1])
    page.units.unit_chosen.emit(FACES[1])
    camera.take("layers")


def take_pixels(camera: Photographer) -> None:
    page = camera.window.doors.layers.page
    page.show_tab(LayersTab.PIXELS)
    choice = PixelsChoice(PixelsMethod.GUIDED, PixelsDisplay.RAW, PixelsTarget.CLASS)
    camera.settle()
    page.pixels.choose(choice)
    camera.take("pixels")
    camera.window.escape()


def take_library(camera: Photographer) -> None:
    camera.window.show_all()
    camera.take("library")


LABELS = {
    "landscapes": ("mountains.jpg", "stream.jpg", "temple.jpg", "sunset.jpg"),
    "plants": ("dandelions.jpg", "flower.jpg", "fig.jpg"),
    "textures": ("brick.jpg", "gravel.jpg", "coins.jpg"),
}


def take_suggestions(camera: Photographer) -> None:
    camera.label(LABELS)
    camera.window.messages.hide()
    camera.window.window_actions.suggestions.trigger()
    camera.take("suggestions")
    camera.window.escape()


def take_teach(camera: Photographer) -> None:
    camera.window.window_actions.teach.trigger()
    camera.settle()
    camera.window.doors.teaching.desk.teach()
    camera.take("teach")
    camera.window.escape()


SHOTS: tuple[tuple[Qt.ColorScheme, Callable[[Photographer], None]], ...] = (
    (Qt.ColorScheme.Light, take_library),
    (Qt.ColorScheme.Light, take_results),
    (Qt.ColorScheme.Light, take_region),
    (Qt.ColorScheme.Dark, take_photo),
    (Qt.ColorScheme.Dark, take_compare),
    (Qt.ColorScheme.Light, take_ways),
    (Qt.ColorScheme.Dark, take_why),
    (Qt.ColorScheme.Dark, take_layers),
    (Qt.ColorScheme.Dark, take_pixels),
    (Qt.ColorScheme.Light, take_suggestions),
    (Qt.ColorScheme.Light, take_teach),
)


def main() -> int:
    app = QApplication(sys.argv[:1])
    install(app, "en")
    theme = Theme(app)
    with (
        tempfile.TemporaryDirectory() as folder,
        Library.open(Path(folder) / "library", Settings(device="cpu")) as library,
    ):
        # Elsewhere, so that no picture tells where the program lies.
        album = Path(folder) / "Pictures"
        shutil.copytree(paths.shipped("resources") / "sample-photos", album)
        bring_in(library, [album], Progress())
        tasks = Tasks()
        window = MainWindow(library, tasks, theme)
        window.resize(1280, 720)
        window.show()
        camera = Photographer(app, window, library, tasks)
        for scheme, shoot in SHOTS:
            theme.dress(scheme)
            camera.settle()
            shoot(camera)
        window.leaving.leave_at_once()
        tasks.close()
    return 0


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main())
