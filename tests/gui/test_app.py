import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMessageBox

from lookalike.gui import app, crash
from lookalike.gui.main_window import MainWindow
from lookalike.gui.single_instance import Doorbell
from lookalike.gui.tasks import Tasks
from lookalike.library.labels import labelling
from lookalike.library.library import Library
from lookalike.settings import Settings


@pytest.fixture
def quiet(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The application of the test run is used, and its hooks are left alone."""
    monkeypatch.setattr(app, "_application", lambda: qapp)
    monkeypatch.setattr(crash, "explain_missing_display", lambda: None)
    monkeypatch.setattr(crash, "report_faults", lambda _: None)
    yield
    # The program ends with its window and need not take it apart; the test run goes on.
    for window in qapp.topLevelWidgets():
        if isinstance(window, MainWindow):
            window.deleteLater()


@pytest.mark.usefixtures("quiet")
def test_the_program_opens_imports_its_target_and_ends_with_its_window(
    qapp: QApplication,
    photos: Path,
    tmp_path: Path,
    make_network: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    network = make_network()
    monkeypatch.setattr("lookalike.paths.shipped", _shipped(network.parent))

    def close_when_imported() -> None:
        windows = [w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
        for window in windows:
            if "8 photos added" in window.messages.text:
                window.close()

    timer = QTimer(interval=20)
    timer.timeout.connect(close_when_imported)
    timer.start()
    settings = Settings(network=network.name)
    assert app.run(photos, tmp_path / "library", settings) == 0
    timer.stop()
    with Library.open(tmp_path / "library", settings) as library:
        assert len(library.photo_ids()) == 8


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("is_beside_another", [False, True])
def test_a_tour_has_a_window_of_its_own_and_leaves_the_other_one_alone(
    qapp: QApplication,
    photos: Path,
    tmp_path: Path,
    make_network: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    is_beside_another: bool,
) -> None:
    network = make_network()
    monkeypatch.setattr("lookalike.paths.shipped", _shipped(network.parent))
    monkeypatch.setattr(app, "is_open", lambda _: is_beside_another)
    bells, shown = [], []

    class Bell(Doorbell):
        def __init__(self, folder: Path) -> None:
            bells.append(folder)
            super().__init__(folder)

    monkeypatch.setattr(app, "Doorbell", Bell)
    monkeypatch.setattr(app, "hand_over", lambda *_: pytest.fail("handed over"))

    def close_when_shown() -> None:
        windows = [w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
        for window in windows:
            if window.doors.demo.page.footer:
                shown.append((window.doors.demo.page.footer.photo, window.isFullScreen()))
                window.close()

    timer = QTimer(interval=20)
    timer.timeout.connect(close_when_shown)
    timer.start()
    tour = sorted(photos.iterdir())
    assert app.run(None, tmp_path / "library", Settings(network=network.name), tour) == 0
    timer.stop()
    assert shown[0] == ("blue-0.png  ·  1 of 8", True)
    assert bool(bells) is not is_beside_another


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("wish", [signal.SIGINT, signal.SIGTERM])
def test_an_interruption_closes_the_window_while_photos_come_in_too(
    tmp_path: Path,
    photos: Path,
    make_network: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
    wish: signal.Signals,
) -> None:
    network = make_network()
    monkeypatch.setattr("lookalike.paths.shipped", _shipped(network.parent))
    before = signal.getsignal(wish)
    QTimer.singleShot(300, lambda: signal.raise_signal(wish))
    assert app.run(photos, tmp_path / "library", Settings(network=network.name)) == 0
    assert signal.getsignal(wish) is before


@pytest.mark.usefixtures("quiet")
def test_an_import_in_the_background_ends_the_program_when_it_is_done(
    qapp: QApplication,
    photos: Path,
    tmp_path: Path,
    make_network: Callable[..., Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    network = make_network()
    monkeypatch.setattr("lookalike.paths.shipped", _shipped(network.parent))

    def leave() -> None:
        windows = [w for w in qapp.topLevelWidgets() if isinstance(w, MainWindow) and w.isVisible()]
        for window in windows:
            if window.imports.is_running:
                window.close()
                box = window.leaving.question
                next(b for b in box.buttons() if "Background" in b.text()).click()

    timer = QTimer(interval=5)
    timer.timeout.connect(leave)
    timer.start()
    settings = Settings(network=network.name)
    try:
        assert app.run(photos, tmp_path / "library", settings) == 0
    finally:
        qapp.setQuitOnLastWindowClosed(True)
        timer.stop()
    with Library.open(tmp_path / "library", settings) as library:
        assert len(library.photo_ids()) == 8


@pytest.mark.usefixtures("quiet")
def test_a_library_that_cannot_be_opened_is_told_and_the_exit_code_is_1(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "diary.txt").write_text("not a library")
    shown = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: shown.append(box.text()))
    assert app.run(None, tmp_path, Settings()) == 1
    assert "is not a library" in shown[0]
    assert "is not a library" in capsys.readouterr().err


def _shipped(models: Path) -> Callable[[str], Path]:
    from lookalike import paths

    real = paths.shipped
    return lambda name: models if name == "models" else real(name)


def test_labels_and_answers_that_wait_for_their_turn_are_written_before_the_end(
    driver, photos: Path, tasks: Tasks, monkeypatch: pytest.MonkeyPatch
) -> None:
    driver.bring_in(photos)
    window, ids = driver.window, driver.library.photo_ids()
    written: list[str] = []
    answers = window.doors.suggestions.desk
    monkeypatch.setattr(answers, "finish", lambda: written.append("answers"))
    for name in ("boots", "hats"):
        window.labels_door.desk.give_named(ids, name)

    def close_library() -> None:
        labels = labelling.labels_of(driver.library, ids)
        written.extend(label.name for label in labels[ids[-1]])

    app._close(window, tasks, close_library)
    assert written == ["answers", "boots", "hats"]
