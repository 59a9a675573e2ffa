"""Which class a photo has, by its folder or its label."""

import pytest

from lookalike.errors import NothingToSearch
from lookalike.library.evaluation.photo_classes import (
    ClassCount,
    ClassesBy,
    class_count,
    label_classes,
    photo_classes,
)
from lookalike.library.labels.labelling import give, make_label


def classes(library, by: ClassesBy) -> dict[str, str]:
    found = photo_classes(library, by)
    return {photo.path.stem: found[photo.id] for photo in library.photos(list(found))}


def test_a_class_is_the_name_of_the_folder_wherever_that_is(library, paint, bring_in):
    for name in ("train/apple/a.png", "test/apple/b.png", "test/pear/c.png", "d.png"):
        paint(name, seed=len(name))
    bring_in()
    by_folder = classes(library, ClassesBy.FOLDER)
    assert by_folder == {"a": "apple", "b": "apple", "c": "pear", "d": "photos"}


def test_or_the_first_folder_below_the_one_that_was_imported(library, paint, bring_in):
    for name in ("train/apple/a.png", "test/apple/b.png", "test/c.png", "d.png"):
        paint(name, seed=len(name))
    bring_in()
    assert classes(library, ClassesBy.FIRST_LEVEL) == {"a": "train", "b": "test", "c": "test"}


def test_or_the_label_of_those_that_have_one(library, paint, bring_in, photo_of):
    paths = [paint(f"{name}.png", seed=ord(name)) for name in "abcde"]
    bring_in()
    a, b, c, d, _ = (photo_of(path).id for path in paths)
    cats, dogs = (make_label(library, path)[0].id for path in ("animals/cats", "dogs"))
    give(library, [a, b, c], cats)
    give(library, [c, d], dogs)
    assert classes(library, ClassesBy.LABEL) == {
        "a": "animals/cats",
        "b": "animals/cats",
        "d": "dogs",
    }
    with pytest.raises(NothingToSearch, match="too few labels") as told:
        label_classes(library)
    assert "two labels to two photos" in told.value.hint
    give(library, [photo_of(paths[4]).id], dogs)
    assert len(label_classes(library)) == 4


def test_only_classes_of_two_photos_count():
    counted = class_count({1: "a", 2: "a", 3: "b", 4: "c", 5: "c", 6: "c"})
    assert counted == ClassCount(2, 5)
    assert counted.is_enough
    assert not class_count({1: "a", 2: "a", 3: "b"}).is_enough
