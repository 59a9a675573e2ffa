"""The installed command, run as a person runs it: in a process and a home of its own."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

COMMAND = Path(sys.executable).with_name("lookalike")


@pytest.fixture(scope="session")
def command() -> Path:
    """The program, as it is installed."""
    return COMMAND


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="session")
def environment(home: Path) -> dict[str, str]:
    """A person's environment: a fresh home, and nothing that tells of a test."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XDG_")}
    kept.pop("CI", None)
    return kept | {"HOME": str(home), "USERPROFILE": str(home), "QT_QPA_PLATFORM": "offscreen"}


@pytest.fixture(scope="session")
def lookalike(environment: dict[str, str]) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs the command; a traceback is never an answer."""

    def run(*arguments: object) -> subprocess.CompletedProcess[str]:
        ended = subprocess.run(
            [COMMAND, *map(str, arguments)],
            env=environment,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "Traceback" not in ended.stderr, ended.stderr
        return ended

    return run


@pytest.fixture(scope="session")
def answer(lookalike) -> Callable[..., dict[str, Any]]:
    """The JSON document that a verb which succeeds prints."""

    def run(*arguments: object) -> dict[str, Any]:
        ended = lookalike(*arguments, "--json")
        assert ended.returncode == 0, ended.stderr
        told: dict[str, Any] = json.loads(ended.stdout)
        return told

    return run


def picture(path: Path, seed: int, side_px: int = 640) -> Path:
    """A picture of soft blobs; the same seed gives the same picture."""
    rng = np.random.default_rng(seed)
    small = Image.fromarray(rng.integers(0, 255, (6, 8, 3)).astype(np.uint8))
    path.parent.mkdir(parents=True, exist_ok=True)
    small.resize((side_px, side_px * 3 // 4), Image.Resampling.BICUBIC).save(path)
    return path


@pytest.fixture(scope="session")
def photos(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with everything that folders hold."""
    folder = tmp_path_factory.mktemp("photos")
    for seed in range(6):
        picture(folder / f"{seed}.jpg", seed)
    picture(folder / "nested" / "deep" / "Ünï cödé 写真 🌻.png", 10)
    picture(folder / "nested" / "animal.webp", 11)
    (folder / "copy of 0.jpg").write_bytes((folder / "0.jpg").read_bytes())
    (folder / "zero.jpg").write_bytes(b"")
    (folder / "cut.jpg").write_bytes((folder / "1.jpg").read_bytes()[:600])
    (folder / "text.png").write_text("this is no picture")
    (folder / "notes.txt").write_text("this is no photo")
    (folder / "nested" / "circle").symlink_to(folder, target_is_directory=True)
    return folder
