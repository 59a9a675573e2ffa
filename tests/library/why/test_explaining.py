"""Explanations of matches, against what a real search showed."""

import shutil

import numpy as np
import pytest
from PIL import Image

from lookalike import paths
from lookalike.errors import LookalikeError, PhotoUnreadable
from lookalike.library.intake import import_engine
from lookalike.library.library import Library
from lookalike.library.search.building import build_space
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.searching import search
from lookalike.library.why.explaining import (
    MOST_LINKS,
    explain,
    explain_step_by_step,
    partners,
    without,
)
from lookalike.library.why.hiding import covered
from lookalike.neighbors import projection
from lookalike.networks.embedder import Embedder
from lookalike.photos import Region
from lookalike.progress import Cancelled, Progress
from lookalike.settings import Settings

EXACT = 1e-5
EVERYTHING = Region(0, 0, 1, 1)
SAMPLES = paths.shipped("resources") / "sample-photos"
FOUR_SAMPLES = ("brick.jpg", "cat.jpg", "coffee.jpg", "dogs.jpg")


both_networks = pytest.mark.parametrize("network", ["tiny", "cnn"], indirect=True)
tiny_network = pytest.mark.parametrize("network", ["tiny"], indirect=True)


@pytest.fixture
def network(request, make_network, make_cnn):
    return make_network() if getattr(request, "param", "cnn") == "tiny" else make_cnn()


@pytest.fixture
def reduced(monkeypatch):
    """Projections have components from three photos on."""
    monkeypatch.setattr(projection, "REDUCE_FROM", 3)
    monkeypatch.setattr(projection, "REDUCED_DIMENSIONS", 2)


@pytest.fixture
def blobs(tmp_path):
    """Writes a photo of a coloured blob somewhere on noise."""

    def write(name, colour=(230, 40, 40), box=(0, 0, 30, 30), seed=0):
        pixels = np.random.default_rng(seed).integers(60, 130, (60, 80, 3)).astype(np.uint8)
        left, top, right, bottom = box
        pixels[top:bottom, left:right] = colour
        path = (tmp_path / "photos" / name).resolve()
        path.parent.mkdir(exist_ok=True)
        Image.fromarray(pixels).save(path)
        return path

    return write


@pytest.fixture
def photos(blobs):
    """Five photos by name; those of `red` and `rose` have a red blob on one side each."""
    rose, sea, moss = (220, 60, 60), (40, 60, 220), (30, 190, 60)
    return {
        "red": blobs("red.png", seed=1),
        "rose": blobs("rose.png", rose, (50, 20, 80, 60), seed=2),
        "sea": blobs("sea.png", sea, (20, 0, 60, 40), seed=3),
        "moss": blobs("moss.png", moss, (0, 30, 40, 60), seed=4),
        "none": blobs("none.png", box=(0, 0, 0, 0), seed=5),
    }


@pytest.fixture
def ids(library, photos, bring_in):
    bring_in()
    return {photo.path.stem: photo.id for photo in library.photos(library.photo_ids())}


def shown(library, query, by="content"):
    """What a search shows of each photo: its cosine and its similarity."""
    results = search(library, Question((query,), by=by), count=20, exact=True)
    return {match.photo.id: (1 - match.distance, match.similarity) for match in results.matches}


def check_sums(explanation, cosine, similarity):
    assert explanation.is_exact
    assert explanation.cosine == pytest.approx(cosine, abs=EXACT)
    assert explanation.similarity == pytest.approx(similarity, abs=EXACT)
    for told in (
        explanation.pairs,
        explanation.query.cells,
        explanation.match.cells,
        explanation.unit_shares,
    ):
        assert told.sum() == pytest.approx(cosine, abs=EXACT)


def check_all(library, query, by="content"):
    for photo_id, told in shown(library, query, by).items():
        check_sums(explain(library, query, Example(photo_id), by), *told)


@both_networks
def test_cells_pairs_and_units_sum_to_the_cosine_that_was_shown(library, ids):
    check_all(library, Example(ids["red"]))


@both_networks
def test_so_they_do_where_the_index_reduces(reduced, library, ids):
    space = library.space()
    assert library.indexes.current(space, None).projection.components is not None
    check_all(library, Example(ids["red"]))


@both_networks
def test_so_they_do_for_a_picture_from_outside_and_for_a_part_of_one(library, ids, photos):
    check_all(library, Example(photos["red"].read_bytes()))
    check_all(library, Example(photos["rose"], Region(0.5, 0.2, 0.5, 0.7)))


@pytest.mark.parametrize("pca", [False, True])
@pytest.mark.parametrize("name", ["efficientnet-lite0", "efficientnet-lite0-int8"])
def test_so_they_do_for_the_networks_that_come_with_the_program(tmp_path, monkeypatch, name, pca):
    monkeypatch.setattr(projection, "REDUCE_FROM", 4 if pca else 2_000)
    monkeypatch.setattr(projection, "REDUCED_DIMENSIONS", 3)
    (tmp_path / "photos").mkdir()
    for sample in FOUR_SAMPLES:
        shutil.copy(SAMPLES / sample, tmp_path / "photos")
    with Library.open(tmp_path / "library", Settings(network=name)) as library:
        import_engine.bring_in(library, (tmp_path / "photos",), Progress())
        check_all(library, Example(library.photo_ids()[0]))
        told = explain(library, *map(Example, library.photo_ids()[:2]))
        assert told.query.cells.shape == (7, 7)
        assert told.units[0].layer == "head"


@pytest.mark.parametrize("layer", ["layer:stem", "layer:block"])
def test_layers_are_averages_too(library, ids, photos, layer):
    build_space(library, layer, Progress())
    check_all(library, Example(ids["rose"]), layer)
    check_all(library, Example(photos["sea"]), layer)


def test_either_way_round_it_is_the_same(library, ids):
    one, other = Example(ids["red"]), Example(ids["rose"])
    there, back = explain(library, one, other), explain(library, other, one)
    assert there.pairs == pytest.approx(back.pairs.T)
    assert there.query.cells == pytest.approx(back.match.cells)
    assert there.unit_shares == pytest.approx(back.unit_shares)


@tiny_network
def test_heat_is_where_the_pictures_are_alike(library, ids):
    told = explain(library, Example(ids["red"]), Example(ids["rose"]))
    query, match = told.query.cells, told.match.cells
    assert query.shape == (8, 8)
    assert query[:3, :2].mean() > 1.5 * abs(query[:, 4:].mean())
    assert match[4:, 6:].mean() > 1.5 * abs(match[:, :4].mean())


def test_links_join_the_strongest_pairs(library, ids):
    told = explain(library, Example(ids["red"]), Example(ids["rose"]))
    shares = [link.share for link in told.links]
    assert 1 <= len(shares) <= MOST_LINKS
    assert shares == sorted(shares, reverse=True)
    first = told.links[0]
    assert first.share == pytest.approx(told.pairs.max())
    assert partners(told, first.query)[first.match] == pytest.approx(first.share)
    assert partners(told, first.match, on="match")[first.query] == pytest.approx(first.share)


def test_a_cell_and_its_partners_sum_to_what_it_adds(library, ids):
    told = explain(library, Example(ids["red"]), Example(ids["sea"]))
    assert partners(told, (1, 2)).sum() == pytest.approx(told.query.cells[1, 2])
    assert partners(told, (1, 2), on="match").sum() == pytest.approx(told.match.cells[1, 2])


def test_the_units_told_are_those_with_the_largest_shares(library, ids):
    told = explain(library, Example(ids["red"]), Example(ids["rose"]))
    shares = [unit.share for unit in told.units]
    assert len(shares) == min(5, len(told.unit_shares))
    assert shares == sorted(told.unit_shares, reverse=True)[:5]
    assert all(told.unit_shares[unit.unit] == unit.share for unit in told.units)


@pytest.mark.parametrize("on", ["query", "match"])
def test_what_is_left_is_the_cosine_of_the_remaining_cells(library, ids, on):
    told = explain(library, Example(ids["red"]), Example(ids["rose"]))
    left = without(told, Region(0, 0, 0.5, 1), on)
    rows, columns = told.side(on).cells.shape
    assert left.taken.shape == (rows, columns)
    assert 0 < left.taken.sum() < rows * columns
    # The cells that are left, each as it was told to add, at another length.
    kept = told.side(on).cells[~left.taken].sum()
    assert np.sign(left.cosine) == np.sign(kept)
    rest = told.side(on).vector_without(left.taken)
    other = (told.match if on == "query" else told.query).vector
    lengths = np.linalg.norm(rest) * np.linalg.norm(other)
    assert left.cosine == pytest.approx(rest @ other / lengths)
    whole = np.linalg.norm(told.side(on).vector)
    share = whole * rows * columns / (np.linalg.norm(rest) * (~left.taken).sum())
    assert left.cosine == pytest.approx(kept * share)
    assert left.similarity == pytest.approx(float(told.scale.similarity(1 - left.cosine)))


@tiny_network
def test_without_what_they_share_two_pictures_are_less_alike(library, ids):
    told = explain(library, Example(ids["red"]), Example(ids["rose"]))
    assert without(told, Region(0, 0, 0.4, 0.5)).cosine < told.cosine - 0.1


def test_a_box_of_any_size_takes_a_cell(library, ids):
    told = explain(library, Example(ids["red"]), Example(ids["rose"]))
    assert without(told, Region(0.5, 0.5, 0.001, 0.001)).taken.sum() == 1


def test_a_box_around_everything_leaves_nothing(library, ids):
    told = explain(library, Example(ids["red"]), Example(ids["rose"]))
    with pytest.raises(LookalikeError, match="nothing left") as refused:
        without(told, EVERYTHING)
    assert "smaller" in refused.value.hint


def test_both_squares_come_along_with_their_names(library, ids, photos):
    told = explain(library, Example(photos["red"].read_bytes()), Example(ids["rose"]))
    assert (told.query.name, told.match.name) == ("", "rose.png")
    for picture in (told.query, told.match):
        assert picture.pixels.dtype == np.uint8
        assert picture.pixels.shape[0] == picture.pixels.shape[1] > 100
        assert [axis.count for axis in picture.axes] == list(picture.cells.shape)
        assert picture.note == ""
    assert told.query.pixels[5, 5, 0] > 200
    assert told.match.pixels[-5, -5, 0] > 200


def test_a_photo_whose_file_is_away_is_shown_by_its_thumbnail(library, ids, photos):
    photos["rose"].unlink()
    query = Example(ids["red"])
    told = explain(library, query, Example(ids["rose"]))
    check_sums(told, *shown(library, query)[ids["rose"]])
    assert "thumbnail" in told.match.note
    with pytest.raises(PhotoUnreadable):
        explain(library, query, Example(photos["rose"]))


def test_a_file_that_was_changed_since_says_so(library, ids, photos, blobs):
    blobs("rose.png", (0, 0, 255), (0, 0, 80, 60))
    query = Example(ids["red"])
    told = explain(library, query, Example(ids["rose"]))
    check_sums(told, *shown(library, query)[ids["rose"]])
    assert "changed" in told.match.note


# --- occlusion --------------------------------------------------------------------------------


@pytest.fixture
def by_colour(library, ids):
    build_space(library, "colour", Progress())
    return library


def test_colours_are_explained_by_hiding(by_colour, ids):
    told = explain(by_colour, Example(ids["red"]), Example(ids["rose"]), "colour")
    assert not told.is_exact
    assert (told.pairs, told.links, told.units) == (None, (), ())
    assert "Approximate" in told.sentence
    assert told.query.cells.shape == (7, 7)
    cosine, similarity = shown(by_colour, Example(ids["red"]), "colour")[ids["rose"]]
    assert told.cosine == pytest.approx(cosine, abs=EXACT)
    assert told.similarity == pytest.approx(similarity, abs=EXACT)


def test_to_hide_what_two_pictures_share_costs_most(by_colour, blobs):
    one = blobs("one.png", (255, 0, 0), (0, 0, 40, 30), seed=8)
    other = blobs("other.png", (255, 0, 0), (40, 30, 80, 60), seed=9)
    told = explain(by_colour, Example(one), Example(other), "colour")
    assert told.query.cells[:3, :3].mean() > told.query.cells[4:, 4:].mean()
    assert told.match.cells[4:, 4:].mean() > told.match.cells[:3, :3].mean()
    assert without(told, Region(0, 0, 0.5, 0.5)).cosine < told.cosine - 0.02


@pytest.mark.parametrize("size", [(48, 48), (10, 30), (3, 5)])
def test_every_cell_hides_as_much_and_all_together_everything(size):
    cells = np.eye(28, dtype=bool).reshape(28, 7, 4)
    hidden = np.array([covered(cell, size) for cell in cells])
    np.testing.assert_allclose(hidden.sum(axis=0), 1, atol=1e-5)
    np.testing.assert_allclose(hidden.sum(axis=(1, 2)), size[0] * size[1] / 28, rtol=1e-5)


def test_a_coarse_explanation_comes_first(by_colour, ids):
    steps = explain_step_by_step(
        by_colour, Example(ids["red"]), Example(ids["rose"]), "colour", Progress()
    )
    assert [told.query.cells.shape for told in steps] == [(4, 4), (7, 7)]


def test_hiding_ends_when_it_is_cancelled(by_colour, ids):
    progress = Progress()
    steps = explain_step_by_step(
        by_colour, Example(ids["red"]), Example(ids["rose"]), "colour", progress
    )
    next(steps)
    progress.cancel()
    with pytest.raises(Cancelled):
        next(steps)


def test_a_network_that_names_no_layer_is_explained_by_hiding(make_network, tmp_path, photos):
    facts = {"output": "embedding", "layer": "elsewhere", "pooling": "average", "size": 3}
    network = make_network("headless", name="headless", embedding=facts)
    with Library.open(
        tmp_path / "library", Settings(network=network.name), networks=network.parent
    ) as library:
        import_engine.bring_in(library, (tmp_path / "photos",), Progress())
        query, match = (Example(photos[name]) for name in ("red", "rose"))
        told = explain(library, query, match)
        assert told.method == "occlusion"
        assert told.query.cells[:3, :2].mean() > told.query.cells[4:, 4:].mean()


def test_a_network_that_pools_otherwise_is_explained_by_hiding(library, ids, photos, monkeypatch):
    embed = Embedder.embed
    monkeypatch.setattr(Embedder, "embed", lambda *given: np.abs(embed(*given)) ** 2 + 1)
    told = explain(library, Example(photos["red"]), Example(photos["rose"]))
    assert told.method == "occlusion"
