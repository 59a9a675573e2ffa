from lookalike.library.photo_classes import ClassCount, ClassesBy, class_count, photo_classes


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


def test_only_classes_of_two_photos_count():
    counted = class_count({1: "a", 2: "a", 3: "b", 4: "c", 5: "c", 6: "c"})
    assert counted == ClassCount(2, 5)
    assert counted.is_enough
    assert not class_count({1: "a", 2: "a", 3: "b"}).is_enough
