import numpy as np
import pytest

from lookalike.neighbors import metrics
from lookalike.neighbors import projection as projection_module
from lookalike.neighbors.projection import (
    LARGEST_SAMPLE,
    PRIOR_WEIGHT,
    REDUCED_DIMENSIONS,
    Projection,
    ProjectionFit,
    fit_projection,
)


@pytest.fixture(autouse=True)
def reduce_from_512(monkeypatch):
    """So that small samples do for the tests."""
    monkeypatch.setattr(projection_module, "REDUCE_FROM", 512)


def relu_features(count, dimensions, seed=0):
    """Never negative, a common part, and few directions that carry most: as after a ReLU."""
    rng = np.random.default_rng(seed)
    axes = np.random.default_rng(99).standard_normal((60, dimensions))
    mixed = rng.standard_normal((count, 60)) @ axes + 0.1 * rng.standard_normal((count, dimensions))
    return np.maximum(mixed + 5, 0).astype(np.float16)


def cosines(vectors):
    return metrics.unit(vectors) @ metrics.unit(vectors).T


def test_centring_spreads_cosines_that_bunch_up():
    raw = relu_features(200, 64)
    centred = fit_projection(raw).apply(raw)
    assert cosines(raw.astype(np.float32)).mean() > 0.3
    assert abs(cosines(centred).mean()) < 0.05


def test_the_centre_is_the_mean_drawn_towards_the_prior():
    raw = np.full((150, 2), 8, np.float16)
    prior = np.array([4, 0], np.float32)
    projection = fit_projection(raw, prior)
    weight = 150 / (150 + PRIOR_WEIGHT)
    assert projection.centre == pytest.approx([weight * 8 + (1 - weight) * 4, weight * 8])
    assert fit_projection(raw).centre == pytest.approx([weight * 8, weight * 8])


def test_total_says_how_much_the_sample_stands_for():
    raw, prior = np.ones((10, 2), np.float16), np.zeros(2)
    projection = fit_projection(raw, prior, total=950)
    assert projection.centre == pytest.approx([0.95, 0.95])
    assert projection.fitted_on == 950


@pytest.mark.parametrize("prior", [None, np.full(64, 0.2, np.float32)])
def test_one_photo_is_not_all_zero(prior):
    raw = relu_features(1, 64)
    projected = fit_projection(raw, prior).apply(raw)
    assert metrics.lengths(projected)[0] > 0.5 * metrics.lengths(raw.astype(np.float32))[0]


def test_an_empty_library_has_the_prior_centre():
    none = np.empty((0, 3), np.float16)
    assert fit_projection(none, np.array([1, 2, 3])).centre.tolist() == [1, 2, 3]
    assert fit_projection(none).centre.tolist() == [0, 0, 0]
    assert fit_projection(none).apply(none).shape == (0, 3)


def test_reduction_keeps_inner_products():
    raw = relu_features(1500, 400)
    projection = fit_projection(raw)
    reduced = projection.apply(raw)
    assert reduced.shape == (1500, REDUCED_DIMENSIONS)
    assert (projection.raw_dimensions, projection.dimensions) == (400, REDUCED_DIMENSIONS)
    centred = raw.astype(np.float32) - projection.centre
    assert np.abs(cosines(reduced) - cosines(centred)).max() < 0.05


def test_axes_are_turned_not_rescaled():
    axes = fit_projection(relu_features(1100, 300)).components
    assert axes.T @ axes == pytest.approx(np.eye(REDUCED_DIMENSIONS), abs=1e-5)


def test_the_strongest_axis_comes_first():
    raw = relu_features(1100, 300)
    spread = fit_projection(raw).apply(raw).var(axis=0)
    assert spread[0] > spread[20] > spread[200]


@pytest.mark.parametrize(("count", "dimensions"), [(511, 300), (2000, 256)])
def test_small_samples_and_short_vectors_are_not_reduced(count, dimensions):
    projection = fit_projection(relu_features(count, dimensions))
    assert projection.components is None
    assert projection.dimensions == dimensions


def test_a_fit_repeats_to_the_last_digit():
    raw = relu_features(1100, 300)
    first, second = fit_projection(raw), fit_projection(raw.copy())
    assert np.array_equal(first.components, second.components)
    assert np.array_equal(first.centre, second.centre)


@pytest.mark.parametrize("sizes", [[1, 1099], [700, 400], [100] * 11, [0, 1100]])
def test_a_fit_to_vectors_that_pass_by_is_the_fit_to_all_of_them(sizes):
    raw = relu_features(1100, 300)
    raw[:200] += 3  # the first ones are unlike the rest, as in folders
    prior = np.full(300, 0.2, np.float32)
    fit = ProjectionFit(300, 1100)
    for stop, size in zip(np.cumsum(sizes), sizes, strict=True):
        fit.add(raw[stop - size : stop])
    projection = fit.projection(prior, total=3000)
    centre, axes = fit_by_the_book(raw, prior, total=3000)
    assert projection.centre == pytest.approx(centre, abs=1e-5)
    centred = raw - centre
    products = (centred @ axes) @ (centred @ axes).T
    projected = projection.apply(raw)
    assert np.abs(projected @ projected.T - products).max() < 1e-5 * np.abs(products).max()
    assert projection.components[:, :20] == pytest.approx(axes[:, :20], abs=1e-3)
    assert fit.projection(prior, total=3000).centre.tolist() == projection.centre.tolist()
    assert np.array_equal(fit.projection(prior, total=3000).components, projection.components)


def fit_by_the_book(raw, prior, total):
    """All at once and in double precision."""
    vectors = raw.astype(np.float64)
    centre = (total * vectors.mean(axis=0) + PRIOR_WEIGHT * prior) / (total + PRIOR_WEIGHT)
    _, axes = np.linalg.eigh((vectors - centre).T @ (vectors - centre))
    strongest = axes[:, ::-1][:, :REDUCED_DIMENSIONS]
    largest = strongest[np.abs(strongest).argmax(axis=0), np.arange(REDUCED_DIMENSIONS)]
    return centre, strongest * np.sign(largest)


def test_the_largest_number_of_an_axis_is_positive():
    axes = fit_projection(relu_features(1100, 300)).components
    assert (axes.max(axis=0) > -axes.min(axis=0)).all()


def test_the_direction_of_an_axis_does_not_depend_on_the_order_of_photos():
    raw = relu_features(1100, 300)
    axes, shuffled = fit_projection(raw).components, fit_projection(raw[::-1]).components
    strong = slice(0, 20)
    assert axes[:, strong] == pytest.approx(shuffled[:, strong], abs=1e-3)


def test_identical_photos_stay_identical_and_finite():
    raw = np.tile(relu_features(1, 300), (1100, 1))
    projected = fit_projection(raw).apply(raw)
    assert np.isfinite(projected).all()
    assert projected == pytest.approx(np.tile(projected[0], (1100, 1)), rel=1e-4, abs=1e-4)
    assert metrics.lengths(projected[:1])[0] > 0


def test_no_more_than_the_largest_sample_is_used():
    raw = np.arange(LARGEST_SAMPLE + 5000, dtype=np.float32)[:, np.newaxis]
    projection = fit_projection(raw)
    assert projection.fitted_on == LARGEST_SAMPLE + 5000
    assert projection.centre == pytest.approx(raw.mean(), rel=0.02)
    assert projection.centre[0] == fit_projection(raw).centre[0]


@pytest.mark.parametrize("wrong", [np.ones((2, 5)), np.ones(4), np.ones((1, 2, 4))])
def test_vectors_of_another_size_are_refused(wrong):
    with pytest.raises(ValueError, match="vectors of 4"):
        fit_projection(np.ones((3, 4), np.float16)).apply(wrong)


@pytest.mark.parametrize("number", [np.nan, np.inf])
def test_vectors_that_are_not_finite_are_refused(number):
    projection = fit_projection(np.ones((3, 4), np.float16))
    with pytest.raises(ValueError, match="finite"):
        projection.apply(np.array([[1, 2, number, 4]], np.float16))


@pytest.mark.parametrize(
    ("fitted_on", "count", "outgrown"),
    [(0, 0, False), (0, 1, True), (50, 99, False), (50, 100, True)],
)
def test_a_projection_is_outgrown_by_twice_the_photos(fitted_on, count, outgrown):
    projection = Projection(np.zeros(24, np.float32), None, fitted_on)
    assert projection.is_outgrown_by(count) == outgrown
