import numpy as np
import pytest

from lookalike.catalog.guesses import Guess
from lookalike.library import guessing
from lookalike.library.guessing import guess_classes, guesses_of, most_likely
from lookalike.networks.class_head import ClassHead
from lookalike.progress import Cancelled, Progress

BRIGHT = 1  # the tiny network knows dark and bright


@pytest.fixture
def photos(library, paint, bring_in):
    """A bright and a dark photo, imported."""
    paint("a.png", (250, 250, 250))
    paint("b.png", (5, 5, 5))
    bring_in()
    return library.photos(library.photo_ids())


def test_what_is_on_each_photo_is_kept_likeliest_first(library, photos):
    assert guess_classes(library, Progress()) == 2
    for photo, best in zip(photos, (BRIGHT, 1 - BRIGHT), strict=True):
        guesses = guesses_of(library, photo)
        assert guesses[0].index == best
        assert guesses[0].probability > 0.9


def test_nothing_is_guessed_twice_and_no_network_is_read_for_nothing(library, photos, monkeypatch):
    guess_classes(library, Progress())
    monkeypatch.setattr(ClassHead, "open", lambda *_: pytest.fail("read the network"))
    assert guess_classes(library, Progress()) == 0


def test_a_photo_that_came_in_later_is_guessed_alone(library, photos, paint, bring_in):
    guess_classes(library, Progress())
    paint("c.png", (240, 250, 230))
    bring_in()
    assert guess_classes(library, Progress()) == 1


def test_a_photo_without_a_likely_class_is_not_looked_at_again(library, photos, monkeypatch):
    monkeypatch.setattr(guessing, "LEAST_PROBABILITY", 1.1)
    assert guess_classes(library, Progress()) == 2
    assert guess_classes(library, Progress()) == 0
    assert guesses_of(library, photos[0]) == []


def test_what_was_cancelled_goes_on_later(library, photos):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        guess_classes(library, progress)
    assert guesses_of(library, photos[0]) == []
    assert guess_classes(library, Progress()) == 2


def test_where_a_network_cannot_tell_by_embeddings_nothing_is_guessed(library, photos, monkeypatch):
    monkeypatch.setattr(ClassHead, "open", lambda *_: None)
    assert guess_classes(library, Progress()) == 0
    assert guesses_of(library, photos[0]) == []


def test_a_library_that_cannot_be_written_is_left_alone(library, photos, read_only, open_library):
    library.close()
    read_only(library.folder)
    with open_library() as closed:
        assert guess_classes(closed, Progress()) == 0


def test_the_five_likeliest_are_kept_and_of_these_no_unlikely_ones():
    row = np.array([0.01, 0.3, 0.05, 0.25, 0.02, 0.2, 0.17], np.float32)
    least = np.array([0.01, 0.95, 0.01, 0.005, 0.005, 0.01, 0.01], np.float32)
    several, one = most_likely(np.stack([row, least]))
    assert [guess.index for guess in several] == [1, 3, 5, 6, 2]
    assert several[0] == Guess(1, pytest.approx(0.3))
    assert [guess.index for guess in one] == [1]
