"""What keeps a photo out of an answer."""

import numpy as np
import pytest
from PIL import Image

from lookalike.errors import PhotoUnreadable
from lookalike.library.folders import exclude_from
from lookalike.library.search.building import build_space
from lookalike.library.search.questions import Example, Question
from lookalike.library.search.searching import search
from lookalike.library.why.why_not import Cause, why_not
from lookalike.photos import PhotoState
from lookalike.progress import Progress

RED, WINE, ORANGE, GREEN, BLUE = (
    (220, 20, 20), (170, 30, 40), (240, 130, 20), (30, 200, 40), (20, 40, 220),
)  # fmt: skip


@pytest.fixture
def photos(paint):
    """By name, from what is most like `red` to what is least."""
    colours = {"red": RED, "wine": WINE, "orange": ORANGE, "green": GREEN, "blue": BLUE}
    return {name: paint(f"{name}.png", colour) for name, colour in colours.items()}


@pytest.fixture
def ids(library, photos, bring_in):
    bring_in()
    return {photo.path.stem: photo.id for photo in library.photos(library.photo_ids())}


@pytest.fixture
def ask(library):
    """Searches, and asks for what is not there."""

    def ask_(question, expected, count=2, folder=None):
        results = search(library, question, count=count, folder=folder)
        return why_not(library, question, expected, results, folder=folder)

    return ask_


def by(photo_id, **choices):
    return Question((Example(photo_id),), **choices)


def causes(told):
    return [each.cause for each in told.obstacles]


def test_others_are_more_similar(library, ids, ask):
    told = ask(by(ids["red"]), ids["green"])
    assert causes(told) == [Cause.LESS_SIMILAR]
    assert told.obstacles[0].sentence == "2 photos are more similar."
    assert (told.place.rank, told.place.among) == (3, 4)
    everyone = search(library, by(ids["red"]), count=10, exact=True).matches
    [same] = [match for match in everyone if match.photo.id == ids["green"]]
    assert same.rank == told.place.rank
    assert same.similarity == pytest.approx(told.place.similarity, abs=1e-5)
    assert same.percentile == pytest.approx(told.place.percentile, abs=1e-5)
    assert (told.shown, told.last_similarity) == (2, everyone[1].similarity)


def test_nothing_keeps_a_photo_away_that_is_shown(ids, ask):
    assert ask(by(ids["red"]), ids["wine"]).obstacles == ()


def test_a_filter_that_it_does_not_fit_is_named(ids, ask):
    told = ask(by(ids["red"], words="name:e format:png name:wine"), ids["orange"])
    assert causes(told) == [Cause.WORDS]
    assert told.obstacles[0].words == "name:wine"
    assert (told.place.rank, told.place.among) == (2, 2), "as if it were let through"


def test_another_folder(ids, ask, paint, bring_in, library, tmp_path):
    paint("inner/rust.png", (200, 60, 30))
    bring_in()
    folder = (tmp_path / "photos" / "inner").resolve()
    told = ask(by(ids["red"]), ids["orange"], folder=folder)
    assert Cause.FOLDER in causes(told)
    assert told.place.among == 2


def test_less_similar_than_the_range_has_it(ids, ask):
    told = ask(by(ids["red"], at_least=0.5), ids["blue"])
    assert causes(told) == [Cause.TOO_UNLIKE]
    assert "50%" in told.obstacles[0].sentence


def test_more_similar_than_the_range_has_it(ids, ask):
    told = ask(by(ids["red"], at_most=0.1), ids["wine"])
    assert causes(told) == [Cause.TOO_LIKE]


def test_folded_under_another(library, ids, paint, bring_in, ask):
    copy = paint("copy.png", WINE)
    bring_in()
    copied = library.catalog.photo_at(copy).id
    told = ask(by(ids["red"]), copied, count=10)
    assert causes(told) == [Cause.FOLDED]
    assert told.obstacles[0].beneath == ids["wine"]
    assert "wine.png" in told.obstacles[0].sentence


def test_an_example_is_left_out(ids, ask):
    assert causes(ask(by(ids["red"]), ids["red"])) == [Cause.IS_EXAMPLE]


def test_a_picture_from_outside_has_the_rank_that_it_would_have(ids, ask, tmp_path):
    path = tmp_path / "elsewhere.png"
    Image.fromarray(np.full((20, 20, 3), (225, 125, 25), np.uint8)).save(path)
    told = ask(by(ids["red"]), path)
    assert told.photo is None
    assert causes(told) == [Cause.NOT_IMPORTED]
    assert told.place.rank in (2, 3)
    assert told.place.among == 5
    assert told.expected.match.name == "elsewhere.png"


def test_a_file_that_came_since_the_last_import(ids, ask, paint):
    told = ask(by(ids["red"]), paint("new.png", GREEN, seed=7))
    assert causes(told) == [Cause.NOT_IMPORTED, Cause.LESS_SIMILAR]
    assert "since" in told.obstacles[0].sentence


@pytest.mark.parametrize(
    ("name", "pattern"),
    [("private/new.png", "private"), ("a.tmp.png", "*.tmp.*"), (".new.png", ".new.png")],
)
def test_a_file_that_is_left_out_by_a_pattern(
    library, ids, ask, paint, bring_in, tmp_path, name, pattern
):
    exclude_from(library, (tmp_path / "photos").resolve(), ["*.tmp.*", "private"])
    path = paint(name, GREEN, seed=7)
    bring_in()
    told = ask(by(ids["red"]), path)
    assert causes(told)[0] == Cause.EXCLUDED
    assert f"“{pattern}”" in told.obstacles[0].sentence


def test_a_file_that_cannot_be_read(library, ids, ask, photos, bring_in):
    broken = photos["red"].with_name("broken.png")
    broken.write_bytes(photos["blue"].read_bytes()[:200])
    bring_in()
    told = ask(by(ids["red"]), broken)
    assert causes(told) == [Cause.UNREADABLE]
    assert told.photo.reason in told.obstacles[0].sentence
    assert told.place is None
    assert told.expected is None


def test_a_photo_whose_file_is_gone(library, ids, ask, photos, bring_in):
    photos["green"].unlink()
    bring_in()
    told = ask(by(ids["red"]), ids["green"])
    assert told.photo.state is PhotoState.MISSING
    assert causes(told)[0] == Cause.MISSING


def test_a_photo_that_was_not_looked_at_in_this_space(library, ids, ask, paint, bring_in):
    build_space(library, "layer:map", Progress())
    late = paint("late.png", ORANGE, seed=9)
    bring_in()
    told = ask(by(ids["red"], by="layer:map"), late)
    assert Cause.NOT_LOOKED_AT in causes(told)
    assert "layer:map" in told.obstacles[0].sentence
    assert told.place.rank == 3


def test_a_picture_is_known_by_its_content(ids, ask, photos, tmp_path):
    moved = tmp_path / "moved.png"
    moved.write_bytes(photos["green"].read_bytes())
    assert ask(by(ids["red"]), moved).photo.id == ids["green"]
    assert ask(by(ids["red"]), photos["green"].read_bytes()).photo.id == ids["green"]


def test_what_is_no_picture_is_refused(ids, ask):
    with pytest.raises(PhotoUnreadable):
        ask(by(ids["red"]), b"no picture")


def test_what_the_best_match_has_and_it_lacks(ids, ask):
    told = ask(by(ids["red"]), ids["blue"])
    assert told.best.match.name == "wine.png"
    assert told.expected.match.name == "blue.png"
    losses = told.best.unit_shares - told.expected.unit_shares
    first = told.lacks[0]
    assert first.best - first.expected == pytest.approx(losses.max())
    assert len(told.lacks) <= 3


def test_only_what_is_not_wanted_is_explained_by_its_place_alone(ids, ask):
    question = Question((Example(ids["red"], is_wanted=False),))
    told = ask(question, ids["wine"])
    assert told.place.rank == 4
    assert (told.expected, told.best, told.lacks) == (None, None, ())
