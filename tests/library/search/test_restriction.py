"""Which photos may be answers."""

import numpy as np

from lookalike.library.search.restriction import restriction


def test_without_words_and_folder_every_photo_may_be_an_answer(library, paint, bring_in):
    paint("a.png")
    bring_in()
    among = restriction(library, library.space(), "", None)
    assert among.keys is None
    assert all(among.admits(photo) for photo in library.photos(library.photo_ids()))


def test_photos_that_came_in_since_are_seen(library, paint, bring_in):
    paint("cat-1.png")
    bring_in()
    assert len(restriction(library, library.space(), "name:cat", None).keys) == 1
    paint("cat-2.png", seed=2)
    paint("dog.png", seed=3)
    bring_in()
    among = restriction(library, library.space(), "name:cat", None)
    assert len(among.keys) == 2
    admitted = {p.path.stem for p in library.photos(library.photo_ids()) if among.admits(p)}
    assert admitted == {"cat-1", "cat-2"}


def test_copies_share_one_vector(library, paint, bring_in):
    first = paint("cat.png")
    first.with_name("cat copy.png").write_bytes(first.read_bytes())
    bring_in()
    among = restriction(library, library.space(), "name:cat", None)
    assert (len(set(among.keys.tolist())), len(among.fitting)) == (1, 2)
    assert np.array_equal(among.fitting, library.photo_ids())
