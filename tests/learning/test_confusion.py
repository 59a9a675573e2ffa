"""What photos are taken for."""

import numpy as np

from lookalike.learning.calibration import NONE
from lookalike.learning.confusion import confusion, precisions_and_recalls

TARGETS = np.array([[1, 0], [1, 0], [0, 1], [1, 1], [0, 0], [0, -1], [0, 1]], np.int8)
TOLD = np.array(
    [[0.9, 0.1], [0.2, 0.8], [0.1, 0.1], [0.3, 0.6], [0.9, 0.1], [0.9, 0.1], [np.nan, np.nan]]
)
VERDICTS = np.array([0, 1, NONE, 1, 0, 0, NONE])


def test_each_labelled_photo_is_counted_once():
    found = confusion(VERDICTS, TOLD, TARGETS)
    assert found.rows.tolist() == [0, 1, 2, 3]
    assert found.truths.tolist() == [0, 0, 1, 1]
    assert found.told.tolist() == [0, 1, 2, 1]
    assert found.counts.tolist() == [[1, 1, 0], [0, 1, 1], [0, 0, 0]]


def test_precision_and_recall_are_those_of_each_label():
    precisions, recalls = precisions_and_recalls(VERDICTS, TOLD, TARGETS)
    np.testing.assert_allclose(precisions, [1, 1 / 2])
    np.testing.assert_allclose(recalls, [1 / 3, 1 / 2])


def test_what_cannot_be_divided_is_not_a_number():
    precisions, recalls = precisions_and_recalls(
        np.array([NONE]), np.array([[0.1, 0.1]]), np.array([[1, 0]], np.int8)
    )
    assert np.isnan(precisions).all()
    assert recalls[0] == 0
    assert np.isnan(recalls[1])
