"""Trying what was taught on a tree that was not learned from."""

import shutil

import pytest

from lookalike.errors import NothingToSearch
from lookalike.library.labels import labelling
from lookalike.library.teaching.label_trial import try_on_tree
from lookalike.progress import Progress


@pytest.fixture
def tree(library, paint, bring_in, label, tmp_path):
    """A folder of photos that are like those with the labels red and blue, and of one that has no
    label; the library has others."""
    colours = {"red": (210, 30, 40), "blue": (30, 40, 210), "green": (40, 200, 30)}
    for seed in range(4):
        for name in ("red", "blue"):
            paint(f"{name} {seed}.png", colours[name], seed)
    bring_in()
    for name in ("red", "blue"):
        there = library.photos(library.photo_ids())
        label(name, [photo.id for photo in there if photo.path.name.startswith(name)])
    folder = tmp_path / "tree"
    for name, colour in colours.items():
        inside = folder / name.upper()
        inside.mkdir(parents=True)
        for seed in range(10, 13):
            shutil.move(paint(f"{seed}.png", colour, seed), inside)
    return folder


def test_photos_are_told_by_the_names_of_their_folders(library, tree):
    found = try_on_tree(library, tree, Progress())
    assert (found.accuracy, found.photos, found.known, found.unreadable) == (1, 6, 0, 0)
    assert {each.label.name: each.examples for each in found.per_label} == {"red": 3, "blue": 3}
    assert found.unknown == ("GREEN",)


def test_photos_that_were_learned_from_are_left_out(library, tree):
    learned = library.photo(library.photo_ids()[0])
    shutil.copy(learned.path, tree / "RED" / "again.png")
    found = try_on_tree(library, tree, Progress())
    assert (found.photos, found.known) == (6, 1)


def test_files_that_cannot_be_read_are_counted(library, tree):
    (tree / "RED" / "broken.png").write_bytes(b"no picture")
    assert try_on_tree(library, tree, Progress()).unreadable == 1


def test_a_photo_in_the_wrong_folder_is_wrong(library, tree):
    shutil.move(tree / "RED" / "10.png", tree / "BLUE" / "wrong.png")
    found = try_on_tree(library, tree, Progress())
    assert found.accuracy == pytest.approx(5 / 6)
    told = {each.label.name: (each.precision, each.recall) for each in found.per_label}
    assert told == {"red": (pytest.approx(2 / 3), 1), "blue": (1, pytest.approx(3 / 4))}


def test_an_inner_label_is_right_in_the_folder_of_the_outer(library, tree):
    labelling.rename_label(library, labelling.label_at(library, "red").id, "scarlet")
    outer, _ = labelling.make_label(library, "red")
    labelling.move_label(library, labelling.label_at(library, "scarlet").id, outer.id)
    reds = labelling.photos_labelled(library, labelling.label_at(library, "scarlet").id)
    labelling.give(library, reds[:3].tolist(), outer.id)
    found = try_on_tree(library, tree, Progress())
    assert (found.accuracy, found.photos) == (1, 6)


def test_a_tree_without_such_folders_is_told(library, tree):
    for name in ("RED", "BLUE"):
        shutil.rmtree(tree / name)
    with pytest.raises(NothingToSearch, match="named like a label"):
        try_on_tree(library, tree, Progress())


def test_a_tree_of_nothing_but_what_was_learned_from_is_told(library, tree):
    for name in ("RED", "BLUE"):
        shutil.rmtree(tree / name)
    (tree / "RED").mkdir()
    for photo in library.photos(library.photo_ids()):
        shutil.copy(photo.path, tree / "RED")
    with pytest.raises(NothingToSearch, match="were learned from"):
        try_on_tree(library, tree, Progress())


def test_photos_without_a_label_may_be_in_the_library_as_well(
    library, tree, paint, bring_in, keep_choice
):
    keep_choice(parameters={"C": 100.0})
    alone = try_on_tree(library, tree, Progress())
    bring_in(tree)
    assert library.counts().ready == 17
    beside = try_on_tree(library, tree, Progress())
    assert (beside.photos, beside.accuracy) == (alone.photos, 1)
    assert beside.doubtful == 0
