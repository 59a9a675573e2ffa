import numpy as np

from lookalike.library.drawing.evidence import drawn_evidence
from lookalike.library.drawing.heat import HeatMode
from lookalike.networks.receptive_field import ReceptiveField

GREY = np.full((80, 80, 3), 128, np.uint8)


def warmth(picture: np.ndarray) -> np.ndarray:
    return picture[..., 0].astype(int) - picture[..., 2]


def test_what_speaks_for_it_is_warm_and_what_speaks_against_it_cold():
    drawn = drawn_evidence(GREY, np.array([[3.0, 0], [0, -3.0]]))
    assert warmth(drawn)[10, 10] > 50
    red, green, blue = drawn[70, 70].astype(int)
    assert green > red + 30
    assert green > blue
    assert warmth(drawn)[10, 70] == 0


def test_the_scale_ends_with_the_strongest_cell():
    weak, strong = (drawn_evidence(GREY, each * np.eye(2)) for each in (0.001, 1000))
    np.testing.assert_array_equal(weak, strong)


def test_no_evidence_leaves_the_picture_grey():
    assert (warmth(drawn_evidence(GREY, np.zeros((4, 4)))) == 0).all()


def test_cells_lie_where_the_layer_looks():
    evidence = np.array([[0, 1.0]])
    evenly = drawn_evidence(GREY, evidence, mode=HeatMode.NEAREST)
    # Both cells look at the first quarter of the picture.
    field = ReceptiveField(size=(4, 4), stride=(4, 4), centre=(2, 2))
    looking = drawn_evidence(GREY, evidence, field, side_px=32, mode=HeatMode.NEAREST)
    assert warmth(evenly)[40, 20] == 0
    assert warmth(looking)[40, 20] > 50
    assert warmth(looking)[40, 5] == 0
