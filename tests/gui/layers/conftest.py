"""A mouse for widgets that follow it, and a desk over a library whose network has layers."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import onnx
import pytest
from onnx import TensorProto, helper, numpy_helper
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from lookalike.gui.layers.layers_desk import LayersDesk
from lookalike.gui.layers.layers_page import LayersPage
from lookalike.gui.theme import Theme
from lookalike.library.intake import import_engine
from lookalike.library.layers.inspecting import MapLayer
from lookalike.library.library import Library
from lookalike.progress import Progress
from lookalike.settings import Settings

COLOURS = ("red", "orange", "green", "blue")
MakeNetwork = Callable[..., Path]
Paint = Callable[..., Path]
Hover = Callable[[QWidget, QPoint], None]


@pytest.fixture
def hover(qapp: QApplication) -> Hover:
    """Moves the mouse, wherever another test left it: a place that stays the same tells nothing."""

    def move(widget: QWidget, at: QPoint) -> None:
        place, no_button = QPointF(at), Qt.MouseButton.NoButton
        event = QMouseEvent(
            QEvent.Type.MouseMove,
            place,
            widget.mapToGlobal(place),
            no_button,
            no_button,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(widget, event)

    return move


@pytest.fixture
def layer_photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the photos of `cnn_library` lie, the same for all tests: leave it as it is."""
    return tmp_path_factory.getbasetemp() / "layers" / "photos"


@pytest.fixture
def cnn_library(
    tmp_path: Path, layer_photos: Path, make_cnn: MakeNetwork, paint: Paint
) -> Iterator[Library]:
    """Two photos of each colour, seen by the tiny network with two layers and three classes.

    A copy of one that is filled once: an import takes as long as most of these tests.
    """
    network = make_cnn()
    settings = Settings(network=network.name, device="cpu")
    filled = layer_photos.parent / "library"
    if not filled.exists():
        for colour in COLOURS:
            for seed in range(2):
                paint(f"{colour}-{seed}.png", colour, seed, layer_photos)
        with Library.open(filled, settings, networks=network.parent) as opened:
            import_engine.bring_in(opened, [layer_photos], Progress())
    shutil.copytree(filled, tmp_path / "cnn library")
    with Library.open(tmp_path / "cnn library", settings, networks=network.parent) as opened:
        yield opened


@pytest.fixture
def gone(layer_photos: Path) -> Iterator[Callable[[str], Callable[[], None]]]:
    """Takes a photo's file away until the test ends, or what it returns is called."""
    taken: list[Path] = []

    def bring_back() -> None:
        while taken:
            file = taken.pop()
            file.with_suffix(".away").rename(file)

    def take(name: str) -> Callable[[], None]:
        taken.append(layer_photos / name)
        taken[-1].rename(taken[-1].with_suffix(".away"))
        return bring_back

    yield take
    bring_back()


@pytest.fixture
def layers_page(qtbot, theme: Theme) -> LayersPage:
    page = LayersPage(theme)
    qtbot.addWidget(page)
    page.resize(1280, 600)
    with qtbot.waitExposed(page):
        page.show()
    return page


class DeskDriver:
    """The desk and its page; work is done when a test says so."""

    def __init__(self, library: Library, page: LayersPage, tasks) -> None:
        self.library, self.page, self.tasks = library, page, tasks
        self.desk = LayersDesk(library, page, tasks)
        self.failures: list[Exception] = []
        self.desk.failed.connect(self.failures.append)
        self.ids = {photo.path.name: photo.id for photo in library.photos(library.photo_ids())}

    def open(self, name: str = "red-0.png", other: str | None = None) -> None:
        self.desk.open_photo(self.ids[name], self.ids[other] if other else None)
        self.tasks.run()

    def layer(self, name: str) -> MapLayer:
        return next(layer for layer in self.page.strip.layers if layer.name == name)

    def choose(self, layer: str, unit: int | None = None) -> None:
        """Let a layer be shown, and one of its units."""
        self.desk.choose_layer(self.layer(layer))
        self.tasks.run()
        if unit is not None:
            self.page.units.unit_chosen.emit(unit)
            self.tasks.run()


@pytest.fixture
def desk_driver(cnn_library: Library, layers_page: LayersPage, held_tasks) -> DeskDriver:
    return DeskDriver(cnn_library, layers_page, held_tasks)


@pytest.fixture
def make_file(tmp_path: Path) -> Callable[..., Path]:
    """Writes a network file that nothing comes with: one convolution, and no classes."""

    def make(name: str = "foreign.onnx", units: int = 1) -> Path:
        weights = np.random.default_rng(3).normal(size=(units, 3, 3, 3)).astype(np.float32)
        nodes = [
            helper.make_node("Conv", ["pixels", "w"], ["mixed"], strides=[2, 2]),
            helper.make_node("Relu", ["mixed"], ["out"]),
        ]
        picture, out = (
            helper.make_tensor_value_info(told, TensorProto.FLOAT, shape)
            for told, shape in (("pixels", [1, 3, 17, 17]), ("out", [1, units, 8, 8]))
        )
        held = [numpy_helper.from_array(weights, "w")]
        graph = helper.make_graph(nodes, "foreign", [picture], [out], held)
        versions = [helper.make_opsetid("", 17)]
        path = tmp_path / name
        onnx.save(helper.make_model(graph, opset_imports=versions, ir_version=8), path)
        return path

    return make
