"""What every test may use."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def photo_collection() -> Path:
    """The folder of real photos and odd files that the figures are measured on."""
    beside = Path(__file__).parent.parent.parent / "shared" / "data"
    folder = Path(os.environ.get("LOOKALIKE_TEST_PHOTOS", beside))
    if not folder.is_dir():
        pytest.skip("no photo collection: set LOOKALIKE_TEST_PHOTOS to its folder")
    return folder


@pytest.fixture
def read_only(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[Path], None]]:
    """Takes the right to write from a folder and its files until the test ends.

    An administrator may write anywhere, so what asks the system is answered here as well.
    """
    closed: list[Path] = []
    ask = os.access

    def close(folder: Path) -> None:
        closed.append(folder)
        for path in (*folder.rglob("*"), folder):
            path.chmod(path.stat().st_mode & ~0o222)

    def answer(path: os.PathLike[str] | str, mode: int, **how: bool) -> bool:
        inside = any(Path(path).is_relative_to(folder) for folder in closed)
        return not (inside and mode & os.W_OK) and ask(path, mode, **how)

    monkeypatch.setattr(os, "access", answer)
    yield close
    for folder in closed:
        for path in (folder, *folder.rglob("*")):
            path.chmod(path.stat().st_mode | 0o200)
