"""A library in a fresh folder, and photos made on the spot."""

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image

from lookalike.library.intake import import_engine
from lookalike.library.intake.import_report import ImportReport
from lookalike.library.labels import labelling
from lookalike.library.library import Library
from lookalike.library.teaching import taught_choice
from lookalike.library.teaching.label_examples import said_in
from lookalike.library.teaching.taught import TaughtChoice
from lookalike.photos import ContentHash, LabelId, Photo, PhotoFacts, PhotoFile, PhotoId
from lookalike.progress import Progress
from lookalike.settings import Settings

Paint = Callable[..., Path]


@pytest.fixture
def paint(tmp_path: Path) -> Paint:
    """Writes a photo of one colour with a little noise; equal arguments give equal bytes."""

    def write(name: str, colour: tuple[int, int, int] = (200, 30, 30), seed: int = 0) -> Path:
        noise = np.random.default_rng(seed).integers(-20, 20, (24, 32, 3))
        pixels = np.clip(np.array(colour) + noise, 0, 255).astype(np.uint8)
        path = (tmp_path / "photos" / name).resolve()
        path.parent.mkdir(parents=True, exist_ok=True)
        Image.fromarray(pixels).save(path)
        return path

    return write


@pytest.fixture
def network(make_network) -> Path:
    """Its embedding is the mean colour."""
    return make_network()


@pytest.fixture
def open_library(tmp_path: Path, network: Path) -> Iterator[Callable[..., Library]]:
    """Opens the same library each time, with that network."""
    opened: list[Library] = []

    def open_(folder: Path = tmp_path / "library", **choices: object) -> Library:
        settings = Settings(network=network.name, **choices)  # type: ignore[arg-type]
        opened.append(Library.open(folder, settings, networks=network.parent))
        return opened[-1]

    yield open_
    for library in opened:
        library.close()


@pytest.fixture
def library(open_library) -> Library:
    return open_library()


@pytest.fixture
def bring_in(library: Library, tmp_path: Path) -> Callable[..., ImportReport]:
    """Imports the painted photos, in this process."""

    def run(*folders: Path, progress: Progress | None = None, **choices: object) -> ImportReport:
        where = folders or (tmp_path / "photos",)
        return import_engine.bring_in(library, where, progress or Progress(), **choices)  # type: ignore[arg-type]

    return run


@pytest.fixture
def own_trash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A trash under `tmp_path` in place of the person's."""
    if sys.platform in ("win32", "darwin"):
        pytest.skip("the trash of this system cannot be put elsewhere")
    from send2trash import plat_other

    home, data = tmp_path / "home", tmp_path / "home" / "share"
    data.mkdir(parents=True)
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("XDG_DATA_HOME", str(data))
    # It reads its environment once, when it is imported.
    monkeypatch.setattr(plat_other, "XDG_DATA_HOME", os.fsencode(data))
    monkeypatch.setattr(plat_other, "HOMETRASH_B", os.fsencode(data / "Trash"))
    monkeypatch.setattr("send2trash.send2trash", plat_other.send2trash)
    return data / "Trash"


@pytest.fixture
def photo_of(library: Library) -> Callable[[Path], Photo]:
    """The photo that lies at a path."""

    def find(path: Path) -> Photo:
        return next(p for p in library.photos(library.photo_ids()) if p.path == path)

    return find


@pytest.fixture
def add_kind(library: Library) -> Callable[..., list[PhotoId]]:
    """Puts photos into the catalog that look alike to the network: their vectors lie around a
    point that is the kind's own. Tells their ids."""
    space, random = library.space(), np.random.default_rng(7)
    library.catalog.add_space(space)

    def add(kind: int, count: int, spread: float = 0.15) -> list[PhotoId]:
        point = np.zeros(space.dimensions)
        point[kind % len(point)] = 1
        vectors = point + spread * random.normal(size=(count, len(point)))
        paths = [Path("/photos").absolute() / f"{vector.tobytes().hex()}" for vector in vectors]
        with library.catalog.transaction():
            for path, vector in zip(paths, vectors, strict=True):
                content = ContentHash(vector.tobytes())
                facts = PhotoFacts(4, 3, 1, "JPEG")
                library.catalog.write_photo(PhotoFile(path, 1, 1), content, facts)
                library.catalog.write_embedding(space, content, vector)
        found = [library.catalog.photo_at(path) for path in paths]
        return [photo.id for photo in found if photo]

    return add


@pytest.fixture
def label(library: Library) -> Callable[..., LabelId]:
    """Gives photos a label, which is made where there is none; tells its id."""

    def give(path: str, photos: Sequence[PhotoId] = ()) -> LabelId:
        made, _ = labelling.make_label(library, path)
        labelling.give(library, photos, made.id)
        return made.id

    return give


@pytest.fixture
def keep_choice(library: Library) -> Callable[..., TaughtChoice]:
    """Writes down what teaching the labels of now may have chosen, as if it had."""

    def keep(
        method: str = "logistic regression",
        parameters: dict[str, Any] | None = None,
        **changed: Any,
    ) -> TaughtChoice:
        said = said_in(library, library.space())
        choice = TaughtChoice(
            space="content",
            space_key=library.space().key,
            method=method,
            setting="",
            parameters={"C": 1.0} if parameters is None else parameters,
            calibration={"slope": 2.0, "offset": 0.0, "least": 0.25},
            labels={each.id: len(said.below[each.id]) for each in said.taught()},
            accuracy=0.9,
            error=0.03,
            taught_at=datetime(2026, 1, 2, tzinfo=UTC),
        )
        taught_choice.keep_choice(library, replace(choice, **changed))
        return replace(choice, **changed)

    return keep
