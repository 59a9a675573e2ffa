import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.gui.panels.region_shape import (
    GRIPS,
    SMALLEST,
    Grip,
    Spot,
    grown,
    moved,
    pulled,
    spanned,
)
from lookalike.photos import Region

anywhere = st.tuples(st.floats(-2, 3), st.floats(-2, 3))
regions = st.builds(spanned, anywhere, anywhere)


def corners(region: Region) -> tuple[float, float, float, float]:
    return region.x, region.y, region.x + region.width, region.y + region.height


@given(regions, st.sampled_from(GRIPS), anywhere)
def test_whatever_a_hand_does_stays_a_region_of_the_picture(
    region: Region, grip: Grip, spot: Spot
) -> None:
    for made in (moved(region, spot), pulled(region, grip, spot), grown(region, spot)):
        assert made.width >= SMALLEST - 1e-9  # and that it is inside, Region says itself
        assert made.height >= SMALLEST - 1e-9


@given(regions, anywhere)
def test_a_region_that_moves_keeps_its_size(region: Region, by: Spot) -> None:
    made = moved(region, by)
    assert (made.width, made.height) == (region.width, region.height)


@pytest.mark.parametrize("grip", GRIPS)
def test_a_grip_moves_its_own_edges_alone(grip: Grip) -> None:
    before = Region(0.3, 0.3, 0.4, 0.4)
    after = corners(pulled(before, grip, (0.1 * grip[0], 0.1 * grip[1])))
    expected = [
        0.2 if grip[0] < 0 else 0.3,
        0.2 if grip[1] < 0 else 0.3,
        0.8 if grip[0] > 0 else 0.7,
        0.8 if grip[1] > 0 else 0.7,
    ]
    assert after == pytest.approx(expected)


def test_an_edge_pulled_past_the_other_one_changes_sides() -> None:
    assert corners(pulled(Region(0.2, 0.2, 0.2, 0.2), (1, 0), (-0.3, 0.5))) == pytest.approx(
        (0.1, 0.2, 0.2, 0.4)
    )


def test_it_can_be_spanned_from_any_corner() -> None:
    for a, b in (((0.1, 0.2), (0.5, 0.9)), ((0.5, 0.2), (0.1, 0.9))):
        for begin, end in ((a, b), (b, a)):
            assert corners(spanned(begin, end)) == pytest.approx((0.1, 0.2, 0.5, 0.9))
