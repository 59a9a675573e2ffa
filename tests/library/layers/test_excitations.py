"""What excites the units of a layer: found while photos come in, and afterwards."""

import logging
import shutil

import numpy as np
import pytest
from PIL import Image

from lookalike import paths
from lookalike.errors import LibraryUnusable, NetworkUnusable
from lookalike.library.intake import import_engine
from lookalike.library.layers import excitations, gathering
from lookalike.library.layers.atlas import KEPT
from lookalike.library.layers.excitations import (
    coverage,
    gather,
    gather_missing,
    top_photos,
    top_photos_of,
)
from lookalike.library.layers.gathering import layers_worth_showing
from lookalike.networks.embedder import Embedder
from lookalike.networks.manifest import read_manifest
from lookalike.networks.network_map import MapLayer
from lookalike.networks.peaks import PeakEmbedder, PeakProbe
from lookalike.progress import Advance, Cancelled, Progress

RED, GREEN, BLUE = range(3)
COLOURS = [(220, 20, 20), (20, 200, 20), (20, 20, 220), (200, 200, 20), (120, 130, 140)]


@pytest.fixture
def layer(library) -> MapLayer:
    """The tiny network's: what a pixel of the squashed picture is."""
    [only] = layers_worth_showing(library.manifest())
    return only


@pytest.fixture
def average() -> MapLayer:
    """A layer that no import gathers."""
    return MapLayer("average", "average", "average", "pooling", 3, 1, 1, True, False, None)


@pytest.fixture
def painted(paint):
    """Each photo with a spot of its own strength, at a place of its own."""
    paths = [paint(f"{number}.png", colour, number) for number, colour in enumerate(COLOURS)]
    for number, path in enumerate(paths):
        with Image.open(path) as image:
            pixels = np.array(image)
        spot = np.s_[3 * number : 3 * number + 6, 4 * number : 4 * number + 8]
        pixels[spot] = np.array(COLOURS[number]) + 7 * number
        Image.fromarray(pixels).save(path)
    return paths


@pytest.fixture
def without_gathering(monkeypatch):
    """Imports as those of an earlier version."""
    monkeypatch.setattr(gathering, "layers_worth_showing", lambda _: [])


def brute_force(library, paths, unit: int) -> list[tuple[str, float, int]]:
    """Name, value and cell of each photo, strongest first, as an import sees them."""
    embedder, found = library.embedder(), []
    for path in paths:
        with Image.open(path) as image:
            seen = embedder.prepare(image.convert("RGB"))[unit]
        found.append((path.name, float(seen.max()), int(seen.argmax())))
    return sorted(found, key=lambda each: -each[1])


def told(library, layer: MapLayer, unit: int, count: int = 9) -> list[tuple[str, float, int]]:
    return [
        (each.photo.path.name, pytest.approx(each.value), each.row * layer.width + each.column)
        for each in top_photos(library, layer, unit, count)
    ]


def names(library, layer: MapLayer, unit: int = RED) -> list[str]:
    return [each.photo.path.name for each in top_photos(library, layer, unit)]


@pytest.mark.parametrize("unit", [RED, GREEN, BLUE])
def test_an_import_gathers_what_excites_each_unit_most(library, layer, painted, bring_in, unit):
    bring_in()
    assert told(library, layer, unit) == brute_force(library, painted, unit)
    assert told(library, layer, unit, 2) == brute_force(library, painted, unit)[:2]
    assert coverage(library, layer).is_whole


def test_an_import_runs_the_network_once_for_each_photo(library, painted, bring_in, monkeypatch):
    runs = []
    embed = PeakEmbedder.embed_with_peaks

    def counted(self, inputs):
        runs.append(len(inputs))
        return embed(self, inputs)

    monkeypatch.setattr(PeakEmbedder, "embed_with_peaks", counted)
    monkeypatch.setattr(Embedder, "embed", lambda *_: pytest.fail("ran again"))
    bring_in()
    assert sum(runs) == len(COLOURS)
    monkeypatch.setattr(PeakProbe, "open", lambda *_, **__: pytest.fail("read the network"))
    assert gather_missing(library, Progress()) == 0


def test_batches_are_gathered_as_well(library, layer, painted, bring_in, monkeypatch):
    monkeypatch.setattr(Embedder, "batch_size", 3)
    bring_in()
    assert told(library, layer, GREEN) == brute_force(library, painted, GREEN)


def test_many_units_are_told_at_once(library, layer, painted, bring_in):
    bring_in()
    both = top_photos_of(library, layer, [BLUE, RED], 2)
    assert both == [top_photos(library, layer, BLUE, 2), top_photos(library, layer, RED, 2)]


def test_a_photo_that_has_gone_is_left_out_and_one_that_comes_back_is_told(
    library, layer, painted, bring_in
):
    bring_in()
    first = names(library, layer)[0]
    aside = painted[0].parent.parent / "aside"
    shutil.move(painted[0].parent / first, aside)
    bring_in()
    assert first not in names(library, layer)
    assert coverage(library, layer) == excitations.Coverage(4, 4)
    shutil.move(aside, painted[0].parent / first)
    bring_in()
    assert names(library, layer)[0] == first
    assert gather(library, [layer], Progress()) == 0


def test_a_photo_that_comes_in_later_takes_its_place(library, layer, painted, bring_in, paint):
    bring_in()
    bright = paint("bright.png", (255, 255, 255), 99)
    bring_in()
    assert told(library, layer, GREEN, 3) == brute_force(library, [*painted, bright], GREEN)[:3]


def test_copies_of_a_photo_are_one(library, layer, painted, bring_in):
    shutil.copy(painted[0], painted[0].with_name("copy.png"))
    bring_in()
    assert len(top_photos(library, layer, RED)) == len(COLOURS)
    assert coverage(library, layer) == excitations.Coverage(5, 5)
    one = next(name for name in names(library, layer) if name in ("0.png", "copy.png"))
    (painted[0].parent / one).unlink()
    bring_in()
    other = {"0.png": "copy.png", "copy.png": "0.png"}[one]
    assert other in names(library, layer)


def test_a_library_of_an_earlier_version_is_gathered_from_thumbnails(
    library, layer, painted, bring_in, without_gathering, monkeypatch
):
    bring_in()
    assert top_photos(library, layer, RED) == []
    assert coverage(library, layer) == excitations.Coverage(0, 5)
    for path in painted:  # it does without the files
        path.rename(path.with_suffix(".away"))
    assert gather(library, [layer], Progress()) == 5
    assert coverage(library, layer).is_whole
    found, expected = (
        top_photos(library, layer, RED),
        brute_force(library, [path.with_suffix(".away") for path in painted], RED),
    )
    # A thumbnail is a JPEG.
    np.testing.assert_allclose(
        [each.value for each in found], [value for _, value, _ in expected], atol=0.15
    )


def test_only_what_is_missing_is_gathered(
    library, layer, average, painted, bring_in, paint, monkeypatch
):
    bring_in()
    assert gather(library, [layer, average], Progress()) == 5
    assert gather(library, [layer, average], Progress()) == 0
    with monkeypatch.context() as earlier:
        earlier.setattr(gathering, "layers_worth_showing", lambda _: [])
        paint("late.png", (90, 90, 90))
        bring_in()
    assert coverage(library, layer) == excitations.Coverage(5, 6)
    assert gather_missing(library, Progress()) == 1
    assert coverage(library, layer).is_whole
    assert not coverage(library, average).is_whole


def test_a_crash_before_the_atlas_was_written_is_caught_up(
    library, layer, painted, bring_in, monkeypatch
):
    with monkeypatch.context() as crash:
        crash.setattr(gathering.Gatherer, "save", lambda _: None)
        bring_in()
    assert coverage(library, layer) == excitations.Coverage(0, 5)
    bring_in()  # nothing is embedded twice
    assert gather_missing(library, Progress()) == 5
    assert sorted(names(library, layer)) == sorted(path.name for path in painted)


def test_what_came_in_before_an_import_was_stopped_is_gathered(library, layer, paint, bring_in):
    for number in range(30):
        paint(f"{number}.png", (8 * number, 0, 0))

    def stop_after_ten(advance: Advance) -> None:
        if advance.total and advance.done >= 10:
            progress.cancel()

    progress = Progress(stop_after_ten, interval_s=0)
    with pytest.raises(Cancelled):
        bring_in(progress=progress)
    assert 0 < coverage(library, layer).gathered == library.counts().ready < 30


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_damaged_or_lost_atlas_is_made_again(library, layer, painted, bring_in, damage):
    bring_in()
    before = names(library, layer)
    [file] = (library.folder / "atlas").iterdir()
    if damage is None:
        shutil.rmtree(file.parent)
    else:
        file.write_bytes(damage)
    assert top_photos(library, layer, RED) == []
    assert gather_missing(library, Progress()) == 5
    assert names(library, layer)[0] == before[0]


def test_an_atlas_of_another_catalog_is_not_believed(
    library, open_library, layer, painted, bring_in, tmp_path, without_gathering
):
    bring_in()
    gather(library, [layer], Progress())
    other = open_library(tmp_path / "other")
    import_engine.bring_in(other, [tmp_path / "photos"], Progress())
    shutil.copytree(library.folder / "atlas", other.folder / "atlas")
    [file] = (other.folder / "atlas").iterdir()
    file.rename(gathering.AtlasKeeper(other).file(layer))
    assert top_photos(other, layer, RED) == []


def test_an_atlas_that_is_ahead_of_its_catalog_is_not_believed(library, layer, painted, bring_in):
    bring_in()
    keeper = gathering.AtlasKeeper(library)
    foreign = gathering.Atlas.of(np.ones((1, 3)), np.zeros((1, 3)), np.array([1_000_000]))
    keeper.add(layer, foreign)
    assert top_photos(library, layer, RED) == []


def test_what_another_wrote_meanwhile_is_kept(library, layer, painted, bring_in):
    bring_in()
    keeper = gathering.AtlasKeeper(library)
    whole = keeper.read(layer)
    ids = np.sort(whole.ids[0])
    keeper.forget(layer)
    writers = [gathering.Gatherer(library, [layer]) for _ in range(2)]
    for writer, some in zip(writers, (ids[:3], ids[2:]), strict=True):
        for id_ in some.tolist():
            at = [row.tolist().index(id_) for row in whole.ids]
            units = np.arange(3)
            peaks = gathering.Peaks(
                whole.values[units, at][np.newaxis], whole.cells[units, at][np.newaxis]
            )
            writer.take({id_: peaks})
    for writer in writers:
        writer.save()
    together = keeper.read(layer)
    np.testing.assert_array_equal(together.ids[:, :5], whole.ids)
    np.testing.assert_array_equal(together.values[:, :5], whole.values)
    assert len(names(library, layer)) == 5


def test_a_layer_of_which_too_many_photos_have_gone_is_gathered_anew(
    library, layer, paint, bring_in, monkeypatch
):
    paths = [paint(f"{number}.png", (number, number, number), number) for number in range(KEPT + 9)]
    bring_in()
    for path in paths[-80:]:
        path.unlink()
    bring_in()
    assert len(names(library, layer)) == 9
    assert len(top_photos(library, layer, RED, KEPT)) < 29
    assert gather_missing(library, Progress()) == 29
    assert len(top_photos(library, layer, RED, KEPT)) == 29
    assert gather_missing(library, Progress()) == 0


def test_what_was_gathered_before_a_stop_is_kept(library, average, painted, bring_in, monkeypatch):
    bring_in()
    progress = Progress()
    run = PeakProbe.run

    def run_and_stop(self, inputs):
        progress.cancel()
        return run(self, inputs)

    monkeypatch.setattr(excitations, "_WINDOW_PER_THREAD", 1)
    library.settings = type(library.settings)(network="tiny", decode_threads=1)
    monkeypatch.setattr(PeakProbe, "run", run_and_stop)
    with pytest.raises(Cancelled):
        gather(library, [average], progress)
    monkeypatch.undo()
    done = coverage(library, average).gathered
    assert gather(library, [average], Progress()) == 5 - done
    assert coverage(library, average).is_whole


def test_photos_that_cannot_be_looked_at_are_left_for_another_time(
    library, open_library, average, painted, bring_in
):
    bring_in()
    library.close()
    for part in library.folder.glob("thumbnails.db*"):
        part.unlink()
    painted[0].rename(painted[0].with_suffix(".away"))
    fresh = open_library()
    assert gather(fresh, [average], Progress()) == 4
    painted[0].with_suffix(".away").rename(painted[0])
    assert gather(fresh, [average], Progress()) == 1


def test_a_network_whose_layers_are_not_there_is_imported_with_all_the_same(
    library, painted, bring_in, monkeypatch, caplog
):
    missing = MapLayer("none", "none", "none", "block", 3, 8, 8, True, True, None)
    monkeypatch.setattr(gathering, "layers_worth_showing", lambda _: [missing])
    with caplog.at_level(logging.WARNING):
        assert bring_in().added == 5
    assert "no tensor none" in caplog.text
    assert not (library.folder / "atlas").exists()
    with pytest.raises(NetworkUnusable):
        gather(library, [missing], Progress())


def test_where_there_is_no_room_for_an_atlas_photos_come_in_all_the_same(
    library, layer, painted, bring_in, monkeypatch, caplog
):
    def full(*_: object) -> None:
        raise LibraryUnusable("The atlas cannot be written: No space left on device.")

    monkeypatch.setattr(gathering, "write_atlas", full)
    monkeypatch.setattr(gathering, "SAVE_EVERY_S", 0)
    with caplog.at_level(logging.WARNING):
        assert bring_in().added == 5
    assert "No space left" in caplog.text
    assert coverage(library, layer).gathered == 0


def test_a_network_without_known_layers_gathers_nothing(
    tmp_path, make_network, paint, open_library
):
    paint("a.png")
    network = make_network("bare/tiny", layers=[])
    library = open_library(tmp_path / "bare-library")
    library.networks = network.parent
    assert import_engine.bring_in(library, [tmp_path / "photos"], Progress()).added == 1
    assert gather_missing(library, Progress()) == 0
    assert not (library.folder / "atlas").exists()


def test_a_library_that_cannot_be_written_is_left_alone(
    library, painted, bring_in, read_only, open_library, without_gathering
):
    bring_in()
    library.close()
    read_only(library.folder)
    with open_library() as closed:
        assert gather_missing(closed, Progress()) == 0
        with pytest.raises(LibraryUnusable):
            gather(closed, layers_worth_showing(closed.manifest()), Progress())


def test_the_ends_of_stages_are_gathered_but_not_the_largest_maps():
    layers = layers_worth_showing(read_manifest(paths.shipped("models") / "efficientnet-lite0"))
    assert [layer.name for layer in layers] == [
        *(f"blocks.{number}" for number in (2, 4, 7, 10, 14, 15)),
        "head",
    ]


def test_a_large_library_that_never_gathered_is_left_for_a_person_to_ask(
    library, layer, painted, bring_in, monkeypatch
):
    with monkeypatch.context() as earlier:
        earlier.setattr(gathering.Gatherer, "save", lambda _: None)
        bring_in()
    monkeypatch.setattr(excitations, "MOST_UNASKED", len(painted) - 1)
    assert gather_missing(library, Progress()) == 0
    assert gather(library, [layer], Progress()) == len(painted)
