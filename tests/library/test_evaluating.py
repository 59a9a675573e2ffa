"""Retrieval quality, on trees where it can be worked out by hand."""

import numpy as np
import pytest

from lookalike.errors import FolderUnusable, NothingToSearch
from lookalike.library.evaluating import _average_precision, evaluate
from lookalike.progress import Progress


def measure_by(library, tmp_path, **choices):
    return evaluate(
        tmp_path / "photos", library.embedder(), library.settings, Progress(), **choices
    )


def measure(library, tmp_path, **choices):
    return measure_by(library, tmp_path, **choices)["content"]


def test_classes_that_lie_apart_are_found_without_fault(library, paint, tmp_path):
    for seed in range(11):
        paint(f"red/{seed}.png", (220, 20, 20), seed)
        paint(f"inner/../blue/{seed}.png", (20, 20, 220), seed)
    quality = measure(library, tmp_path)
    assert (quality.precision_at_1, quality.precision_at_10) == (1, 1)
    assert (quality.mean_average_precision, quality.queries) == (1, 22)


def test_each_space_is_judged_by_what_it_looks_at(library, paint, tmp_path):
    for seed in range(11):
        paint(f"red/{seed}.png", (220, 20, 20), seed)
        paint(f"blue/{seed}.png", (20, 20, 220), seed)
    names = ["colour", "pixels", "layer:map", "content"]
    judged = measure_by(library, tmp_path, by=names)
    assert list(judged) == names
    assert [judged[name].precision_at_10 for name in ("colour", "layer:map")] == [1, 1]
    # Its mean is taken off, and what is left is noise: the same twice, in either colour.
    assert judged["pixels"].precision_at_1 == 0
    assert {quality.queries for quality in judged.values()} == {22}


def test_a_space_that_there_is_not_is_told_before_any_work(library, paint, tmp_path):
    paint("red/0.png")
    with pytest.raises(NothingToSearch, match='no space "taste"'):
        measure_by(library, tmp_path, by=["taste"])


def test_a_photo_alone_in_its_class_is_no_query(library, paint, tmp_path):
    paint("one/a.png", (0, 0, 250))
    paint("two/a.png", (250, 0, 0), 1)
    paint("two/b.png", (250, 0, 0), 2)
    quality = measure(library, tmp_path)
    assert quality.queries == 2
    assert quality.precision_at_1 == 1
    # One right answer among the two that there are.
    assert quality.precision_at_10 == pytest.approx(0.1)


def test_average_precision_is_that_of_the_textbook():
    right = np.array([True, False, True, False, False, True])
    assert _average_precision(right) == pytest.approx((1 / 1 + 2 / 3 + 3 / 6) / 3)


def test_excluded_folders_and_broken_files_do_not_count(library, paint, tmp_path):
    for seed in range(2):
        paint(f"red/{seed}.png", (220, 20, 20), seed)
        paint(f"_other/{seed}.png", (20, 20, 220), seed)
    paint("red/broken.png").write_bytes(b"")
    quality = measure(library, tmp_path, exclude=["_*"])
    assert (quality.queries, quality.unreadable) == (2, 1)


def test_trees_without_classes_are_told(library, paint, tmp_path):
    paint("a.png")
    with pytest.raises(NothingToSearch, match="sub-folders"):
        measure(library, tmp_path)
    paint("only/a.png")
    with pytest.raises(NothingToSearch, match="two photos"):
        measure(library, tmp_path)
    with pytest.raises(FolderUnusable):
        evaluate(tmp_path / "nowhere", library.embedder(), library.settings, Progress())
