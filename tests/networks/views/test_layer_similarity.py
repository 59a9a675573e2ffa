import numpy as np
import pytest

from lookalike.networks.views.layer_similarity import pooled_similarities


def maps(seed: int) -> list[np.ndarray]:
    rng = np.random.default_rng(seed)
    sizes = ((4, 6, 6), (8, 3, 3), (5,))
    return [abs(rng.normal(size=size)).astype(np.float32) for size in sizes]


def test_a_picture_is_like_itself_in_every_layer():
    assert pooled_similarities(maps(1), maps(1)) == pytest.approx([1, 1, 1])
    assert all(-1 <= one < 0.999 for one in pooled_similarities(maps(1), maps(2)))


def test_places_make_no_difference():
    one = maps(1)[:2]
    mirrored = [each[:, :, ::-1] for each in one]
    assert pooled_similarities(one, mirrored) == pytest.approx([1, 1])


def test_centred_similarity_is_about_what_differs_from_the_average_photo():
    centres = [np.full(4, 10, np.float32)]
    one, other = (np.zeros((4, 2, 2), np.float32) + centres[0][:, None, None] for _ in range(2))
    one[0] += 1
    other[1] += 1
    assert pooled_similarities([one], [other])[0] > 0.99
    assert pooled_similarities([one], [other], centres) == pytest.approx([0], abs=1e-6)


def test_a_layer_that_shows_nothing_is_like_nothing():
    nothing = [np.zeros((4, 2, 2), np.float32)]
    assert pooled_similarities(nothing, nothing) == [0]
    assert pooled_similarities(nothing, [nothing[0] + 1]) == [0]
