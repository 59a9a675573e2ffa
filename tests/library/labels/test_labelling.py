"""What a person does with labels, and that it can be undone."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lookalike.errors import LabelUnusable
from lookalike.library.labels import labelling
from lookalike.library.labels.label_tree import LabelTree
from lookalike.library.labels.labelling import LabelChange, LabelRows
from lookalike.photos import ContentHash, Label, LabelId, PhotoFacts, PhotoFile, PhotoId, PhotoState

FACTS = PhotoFacts(4, 3, 1, "JPEG")
NO_LABEL = LabelId(999)


@pytest.fixture
def add(library):
    """Puts a ready photo into the catalog; tells its id."""

    def write(name: str, content: str = "") -> PhotoId:
        path = Path("/photos").absolute() / name
        hashed = ContentHash(os.fsencode(content or name))
        library.catalog.write_photo(PhotoFile(path, 1, 1), hashed, FACTS)
        return library.catalog.photo_at(path).id

    return write


@pytest.fixture
def make(library):
    """Makes a label; tells its id."""
    return lambda path: labelling.make_label(library, path)[0].id


@pytest.fixture
def given_to(library):
    """The photos with a label or one inside of it."""
    return lambda label_id, **choices: labelling.photos_labelled(
        library, label_id, **choices
    ).tolist()


def paths(library):
    """Every label's path, in the order of the tree."""

    def of(nodes):
        return [path for node in nodes for path in (node.path, *of(node.children))]

    return of(labelling.labels(library))


def everything(library):
    return library.catalog.labels.rows()


# --- making and finding -----------------------------------------------------------------------


def test_a_new_library_has_no_labels(library):
    assert labelling.labels(library) == []


def test_what_is_missing_of_a_path_is_made(library):
    labelling.make_label(library, "animals/dogs")
    label, change = labelling.make_label(library, " Animals /  cats ")
    assert paths(library) == ["animals", "animals/cats", "animals/dogs"]
    assert (label.name, change) == ("cats", LabelChange(added=LabelRows(frozenset({label}))))


def test_a_label_that_exists_is_not_made_again_whatever_its_case(library, make):
    cats = make("Café/cats")
    label, change = labelling.make_label(library, "CAFE\u0301/CATS")
    assert (label.id, change.is_empty) == (cats, True)


def test_many_are_made_at_once_or_none(library):
    made, change = labelling.make_labels(library, ["a/b", "c", "a/d", "c"])
    assert [each.name for each in made] == ["b", "c", "d", "c"]
    assert made[1] == made[3]
    with pytest.raises(LabelUnusable):
        labelling.make_labels(library, ["e", ""])
    assert paths(library) == ["a", "a/b", "a/d", "c"]
    labelling.undo(library, change)
    assert paths(library) == []


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("", "needs a name"),
        (" ", "needs a name"),
        ("a//b", "needs a name"),
        ("/a", "needs a name"),
        ("a\nb", "one line of plain text"),
        ("a\0", "one line of plain text"),
        ("a\udce9", "one line of plain text"),
        ("x" * 101, "more than 100 letters"),
        ("/".join("abcdefghijk"), "more than 10 deep"),
    ],
)
def test_what_cannot_be_a_name_is_refused_with_a_sentence(library, path, said):
    with pytest.raises(LabelUnusable, match=said):
        labelling.make_label(library, path)
    assert labelling.labels(library) == []


def test_a_label_is_found_by_its_path_and_by_its_end_where_it_is_the_only_one(library, make):
    cats, toys = make("animals/cats"), make("toys/cats")
    make("animals/dogs")
    assert labelling.label_at(library, "Animals/CATS").id == cats
    assert labelling.label_at(library, "dogs").name == "dogs"
    with pytest.raises(LabelUnusable, match="animals/cats, toys/cats"):
        labelling.label_at(library, "cats")
    assert labelling.label_at(library, "toys/cats").id == toys
    assert labelling.label_at(library, "animals").name == "animals"


def test_the_name_at_the_top_goes_before_those_inside_of_others(library, make):
    make("animals/cats")
    cats = make("cats")
    assert labelling.label_at(library, "cats").id == cats


def test_near_names_are_told_where_there_is_no_such_label(library, make):
    make("clothes/boots")
    with pytest.raises(LabelUnusable, match=r'no label "boot". Did you mean clothes/boots\?'):
        labelling.label_at(library, "boot")
    with pytest.raises(LabelUnusable, match='no label "xyzzy"'):
        labelling.label_at(library, "xyzzy")


# --- giving, taking, rejecting ----------------------------------------------------------------


def test_a_photo_may_have_several_labels(library, add, make):
    photo, boots, red = add("a.jpg"), make("shoes/boots"), make("Red")
    for label in (boots, red):
        labelling.give(library, [photo], label)
    [(found, labels)] = labelling.labels_of(library, [photo, add("b.jpg")]).items()
    assert (found, [each.name for each in labels]) == (photo, ["boots", "Red"])


def test_a_label_is_that_of_all_that_hold_the_same(library, add, make, given_to):
    first, copy, boots = add("a.jpg", "same"), add("b.jpg", "same"), make("boots")
    change = labelling.give(library, [first], boots)
    assert given_to(boots) == [first, copy]
    assert change.content_count == 1


def test_what_is_gone_or_was_never_read_is_passed_over(library, add, make):
    boots, there = make("boots"), add("a.jpg")
    library.catalog.write_unreadable(PhotoFile(Path("/photos/b.jpg"), 1, 1), "it is empty")
    [broken] = library.catalog.photos_in_state(PhotoState.UNREADABLE)
    change = labelling.give(library, [there, broken.id, PhotoId(999)], boots)
    assert change.content_count == 1
    assert labelling.give(library, [there, broken.id, PhotoId(999)], boots).is_empty


def test_a_missing_photo_can_be_given_a_label_and_does_not_count(library, add, make, given_to):
    photo, boots = add("a.jpg"), make("boots")
    library.catalog.mark([photo], PhotoState.MISSING)
    labelling.give(library, [photo], boots)
    assert given_to(boots) == []
    assert [node.photos for node in labelling.labels(library)] == [0]
    library.catalog.mark([photo], PhotoState.READY)
    assert given_to(boots) == [photo]


def test_what_has_a_label_has_those_around_it(library, add, make, given_to):
    one, two, cats, animals = add("a.jpg"), add("b.jpg"), make("animals/cats"), make("animals")
    labelling.give(library, [one, two], cats)
    labelling.give(library, [two], animals)
    assert given_to(animals) == [one, two]
    assert given_to(animals, nested=False) == [two]
    [node] = labelling.labels(library)
    assert (node.photos, node.photos_below) == (1, 2)
    assert [(child.photos, child.photos_below) for child in node.children] == [(2, 2)]
    labelling.give(library, [one], make("plants/trees"))
    assert [each.photos_below for each in labelling.labels(library)] == [2, 1]


def test_a_label_can_be_taken_away(library, add, make, given_to):
    one, two, boots = add("a.jpg"), add("b.jpg"), make("boots")
    labelling.give(library, [one, two], boots)
    change = labelling.take(library, [one, add("c.jpg")], boots)
    assert (given_to(boots), change.content_count) == ([two], 1)
    assert labelling.take(library, [one], boots).is_empty
    assert labelling.take(library, [one], NO_LABEL).is_empty


def test_a_rejection_takes_the_label_and_giving_it_takes_the_rejection(library, add, make):
    photo, boots = add("a.jpg"), make("boots")
    pair = frozenset({(boots, ContentHash(b"a.jpg"))})
    labelling.give(library, [photo], boots)
    change = labelling.reject(library, [photo], boots)
    assert change == LabelChange(LabelRows(given=pair), LabelRows(rejected=pair))
    assert labelling.reject(library, [photo], boots).is_empty
    change = labelling.give(library, [photo], boots)
    assert change == LabelChange(LabelRows(rejected=pair), LabelRows(given=pair))


@pytest.mark.parametrize("verb", [labelling.give, labelling.reject])
def test_a_label_that_was_deleted_cannot_be_given(library, add, verb):
    with pytest.raises(LabelUnusable, match="was deleted"):
        verb(library, [add("a.jpg")], NO_LABEL)


def test_a_photo_with_one_label_is_of_the_class_of_its_path(library, add, make):
    one, two, three, four = (add(f"{name}.jpg") for name in "abcd")
    animals, cats, dogs = make("animals"), make("animals/cats"), make("animals/dogs")
    labelling.give(library, [one, two, three], cats)
    labelling.give(library, [two, four], animals)
    labelling.give(library, [three], dogs)
    assert labelling.labelled_classes(library) == {
        one: "animals/cats",
        two: "animals/cats",
        four: "animals",
    }


# --- arranging --------------------------------------------------------------------------------


def test_a_renamed_label_keeps_its_photos_and_may_change_its_case(library, add, make, given_to):
    photo, boots = add("a.jpg"), make("boots")
    labelling.give(library, [photo], boots)
    labelling.rename_label(library, boots, "Boots")
    labelling.rename_label(library, boots, "High boots")
    assert (paths(library), given_to(boots)) == (["High boots"], [photo])
    assert labelling.rename_label(library, boots, "High boots").is_empty


def test_no_two_labels_in_one_place_have_the_same_name(library, make):
    boots = make("boots")
    make("Shoes")
    with pytest.raises(LabelUnusable, match='a label "Shoes" already'):
        labelling.rename_label(library, boots, "sHOES")
    inner = make("Shoes/BOOTS")
    with pytest.raises(LabelUnusable, match='a label "boots" already'):
        labelling.move_label(library, inner, None)
    with pytest.raises(LabelUnusable, match='cannot have a "/"'):
        labelling.rename_label(library, boots, "a/b")


def test_what_is_inside_of_a_label_moves_with_it(library, make):
    animals, plants = make("animals"), make("plants")
    make("animals/cats/tabbies")
    labelling.move_label(library, animals, plants)
    assert paths(library)[-1] == "plants/animals/cats/tabbies"
    labelling.move_label(library, animals, None)
    assert paths(library) == ["animals", "animals/cats", "animals/cats/tabbies", "plants"]


@pytest.mark.parametrize("verb", [labelling.move_label, labelling.merge_label])
def test_a_label_goes_neither_into_itself_nor_into_what_is_inside_of_it(library, make, verb):
    animals, tabbies = make("animals"), make("animals/cats/tabbies")
    with pytest.raises(LabelUnusable, match=r"animals cannot be m\w+ into itself"):
        verb(library, animals, animals)
    with pytest.raises(LabelUnusable, match="into tabbies, which is inside of it"):
        verb(library, animals, tabbies)
    with pytest.raises(LabelUnusable, match="was deleted"):
        verb(library, NO_LABEL, animals)
    with pytest.raises(LabelUnusable, match="was deleted"):
        verb(library, animals, NO_LABEL)


@pytest.mark.parametrize("verb", [labelling.move_label, labelling.merge_label])
def test_labels_are_not_nested_too_deep(library, make, verb):
    high, deep = make("a"), make("/".join("bcdefghijk"))
    make("a/inner")
    with pytest.raises(LabelUnusable, match="more than 10 deep"):
        verb(library, high, deep)


def test_merging_moves_photos_rejections_key_album_and_what_is_inside(library, add, make, given_to):
    one, two, three = add("a.jpg"), add("b.jpg"), add("c.jpg")
    kitties, cats = make("kitties"), make("cats")
    tabbies, same, black = make("kitties/Tabby"), make("cats/tabby"), make("kitties/black")
    labelling.give(library, [one, two], kitties)
    labelling.give(library, [two], cats)
    labelling.give(library, [three], tabbies)
    labelling.reject(library, [three], kitties)
    labelling.reject(library, [one], cats)
    labelling.set_key(library, kitties, 3)
    labelling.set_album(library, kitties, 0.9)
    before = everything(library)

    change = labelling.merge_label(library, kitties, cats)

    assert paths(library) == ["cats", "cats/black", "cats/tabby"]
    assert given_to(cats, nested=False) == [one, two]
    assert given_to(same) == [three]
    assert everything(library).rejected == {(cats, b"c.jpg")}
    assert labelling.labels(library)[0].label == Label(cats, "cats", key=3, album=0.9)
    assert labelling.labels(library)[0].children[0].label.id == black
    labelling.undo(library, change)
    assert everything(library) == before


def test_a_label_is_merged_into_the_one_around_it(library, add, make, given_to):
    photo, outer, inner = add("a.jpg"), make("x"), make("x/x")
    make("x/x/x/y")
    labelling.give(library, [photo], inner)
    before = everything(library)
    change = labelling.merge_label(library, inner, outer)
    assert paths(library) == ["x", "x/x", "x/x/y"]
    assert given_to(outer, nested=False) == [photo]
    labelling.undo(library, change)
    assert everything(library) == before


def test_the_key_of_a_label_is_no_others(library, make):
    boots, hats = make("boots"), make("hats")
    labelling.set_key(library, boots, 1)
    change = labelling.set_key(library, hats, 1)
    assert [node.label.key for node in labelling.labels(library)] == [None, 1]
    labelling.undo(library, change)
    assert [node.label.key for node in labelling.labels(library)] == [1, None]
    assert labelling.set_key(library, boots, 1).is_empty
    labelling.set_key(library, boots, None)
    assert [node.label.key for node in labelling.labels(library)] == [None, None]
    for key in (0, 10):
        with pytest.raises(LabelUnusable, match="1 to 9"):
            labelling.set_key(library, boots, key)


def test_an_album_is_what_a_person_gave_and_what_it_found_and_nobody_rejected(library, add, make):
    one, two, three = add("a.jpg"), add("b.jpg"), add("c.jpg")
    boots = make("boots")
    labelling.give(library, [one], boots)
    labelling.set_album(library, boots, 0.9)
    library.catalog.labels.write_album(boots, [(ContentHash(b"b.jpg"), 0.95), (b"c.jpg", 0.9)])
    assert labelling.photos_in_album(library, boots).tolist() == [one, two, three]
    labelling.reject(library, [three], boots)
    assert labelling.photos_in_album(library, boots).tolist() == [one, two]
    for wrong in (-0.1, 1.1, float("nan")):
        with pytest.raises(LabelUnusable, match="0 to 100 %"):
            labelling.set_album(library, boots, wrong)


# --- undoing ----------------------------------------------------------------------------------


def test_a_deleted_label_comes_back_with_all_that_was_in_it(library, add, make):
    photo, animals, cats = add("a.jpg"), make("animals"), make("animals/cats")
    labelling.give(library, [photo], cats)
    labelling.reject(library, [photo], animals)
    labelling.set_key(library, cats, 4)
    library.catalog.labels.write_album(cats, [(ContentHash(b"b"), 0.9)])
    before = everything(library)
    change = labelling.delete_label(library, animals)
    assert everything(library) == LabelRows()
    assert labelling.delete_label(library, animals).is_empty
    labelling.undo(library, change)
    labelling.undo(library, change)
    assert everything(library) == before


def test_what_was_undone_can_be_done_again(library, add, make):
    photo, boots = add("a.jpg"), make("boots")
    change = labelling.give(library, [photo], boots)
    after = everything(library)
    labelling.undo(library, change)
    labelling.undo(library, change.inverse)
    assert everything(library) == after


def test_several_changes_are_undone_as_one(library, add, make):
    photo, boots = add("a.jpg"), make("boots")
    before = everything(library)
    steps = [
        lambda: labelling.rename_label(library, boots, "b"),
        lambda: labelling.give(library, [photo], boots),
        lambda: labelling.rename_label(library, boots, "c"),
        lambda: labelling.reject(library, [photo], boots),
    ]
    change = LabelChange()
    for step in steps:
        change = change.then(step())
    labelling.undo(library, change)
    assert everything(library) == before


def test_a_new_label_that_was_given_photos_since_stays(library, add, make):
    _, change = labelling.make_label(library, "shoes/boots")
    labelling.give(library, [add("a.jpg")], labelling.label_at(library, "boots").id)
    before = everything(library)
    labelling.undo(library, change)
    assert everything(library) == before


def test_what_was_done_to_a_label_that_is_deleted_is_not_undone(library, add, make):
    photo, boots = add("a.jpg"), make("boots")
    changes = [
        labelling.give(library, [photo], boots),
        labelling.take(library, [photo], boots),
        labelling.rename_label(library, boots, "hats"),
        labelling.set_key(library, boots, 1),
    ]
    labelling.delete_label(library, boots)
    for change in changes:
        labelling.undo(library, change)
    assert everything(library) == LabelRows()


def test_only_what_a_change_changed_is_undone(library, make):
    boots = make("boots")
    renaming = labelling.rename_label(library, boots, "hats")
    setting = labelling.set_key(library, boots, 1)
    labelling.set_album(library, boots, 0.9)
    labelling.undo(library, renaming)
    [node] = labelling.labels(library)
    assert node.label == Label(boots, "boots", key=1, album=0.9)
    labelling.rename_label(library, boots, "gloves")
    labelling.undo(library, setting)
    [node] = labelling.labels(library)
    assert node.label == Label(boots, "gloves", album=0.9)


def test_a_label_whose_name_is_taken_comes_back_with_a_number(library, add, make, given_to):
    photo, boots = add("a.jpg"), make("boots")
    labelling.give(library, [photo], boots)
    labelling.set_key(library, boots, 1)
    change = labelling.delete_label(library, boots)
    labelling.set_key(library, make("Boots"), 1)
    labelling.undo(library, change)
    assert (paths(library), given_to(boots)) == (["Boots", "boots 2"], [photo])
    assert [node.label.key for node in labelling.labels(library)] == [1, None]


def test_a_name_that_was_taken_meanwhile_is_not_given_back(library, make):
    boots = make("boots")
    change = labelling.rename_label(library, boots, "hats")
    make("BOOTS")
    labelling.undo(library, change)
    assert paths(library) == ["BOOTS", "hats"]


def test_a_label_whose_place_is_gone_comes_back_inside_of_none(library, make):
    animals, cats = make("animals"), make("animals/cats")
    change = labelling.delete_label(library, cats)
    labelling.delete_label(library, animals)
    labelling.undo(library, change)
    assert paths(library) == ["cats"]


def test_labels_never_go_round_in_circles(library, make):
    a, b = make("a"), make("b")
    change = labelling.move_label(library, make("b/c"), None)
    moved = labelling.move_label(library, a, b)
    labelling.undo(library, moved)
    labelling.move_label(library, b, a)
    labelling.undo(library, moved.inverse)
    assert paths(library) == ["a", "a/b", "c"]
    labelling.undo(library, change)
    assert paths(library) == ["a", "a/b", "a/b/c"]


def test_what_a_person_said_since_stands(library, add, make, given_to):
    photo, boots = add("a.jpg"), make("boots")
    rejecting = labelling.reject(library, [photo], boots)
    labelling.undo(library, rejecting)
    labelling.give(library, [photo], boots)
    labelling.undo(library, rejecting.inverse)
    assert (given_to(boots), everything(library).rejected) == ([photo], frozenset())

    taking = labelling.take(library, [photo], boots)
    labelling.reject(library, [photo], boots)
    labelling.undo(library, taking)
    assert (given_to(boots), len(everything(library).rejected)) == ([], 1)


# --- what labels outlive ----------------------------------------------------------------------


def test_labels_outlive_moved_files_removed_folders_and_rebuilt_indexes(
    library, open_library, paint, bring_in, tmp_path
):
    paint("a.png", seed=1)
    paint("b.png", seed=2)
    bring_in()
    one, two = library.photo_ids()
    boots = labelling.make_label(library, "shoes/boots")[0].id
    labelling.give(library, [one], boots)
    labelling.reject(library, [two], boots)
    labelling.set_album(library, boots, 0.9)
    rows = everything(library)

    library.catalog.remove_folder((tmp_path / "photos").resolve())
    (tmp_path / "photos").rename(tmp_path / "elsewhere")
    (tmp_path / "elsewhere" / "a.png").rename(tmp_path / "elsewhere" / "z.png")
    shutil.rmtree(library.folder / "index")
    bring_in(tmp_path / "elsewhere")
    library.close()

    again = open_library()
    assert everything(again) == rows
    [found] = again.photos(labelling.photos_labelled(again, boots).tolist())
    assert found.path.name == "z.png"


_ACTS = st.tuples(
    st.sampled_from(["make", "rename", "move", "merge", "delete", "key", "give", "take", "reject"]),
    st.integers(0, 3),
    st.integers(0, 3),
)


def act(library, photos, what, one, other) -> LabelChange:
    """One of the verbs, on whichever labels there are; nothing where it cannot be done."""
    known = [label.id for label in library.catalog.labels.all()]
    if what == "make" or not known:
        return labelling.make_label(library, ["a", "b", "a/a", "b/a/c"][one])[1]
    label, second = known[one % len(known)], known[other % len(known)]
    try:
        match what:
            case "rename":
                return labelling.rename_label(library, label, "abcd"[other])
            case "move":
                return labelling.move_label(library, label, second if other else None)
            case "merge":
                return labelling.merge_label(library, label, second)
            case "delete":
                return labelling.delete_label(library, label)
            case "key":
                return labelling.set_key(library, label, other or None)
        verb = {"give": labelling.give, "take": labelling.take, "reject": labelling.reject}[what]
        return verb(library, photos[:other], label)
    except LabelUnusable:
        return LabelChange()


def is_sound(rows: LabelRows) -> bool:
    ids = {label.id for label in rows.labels}
    names = [(label.parent, label.name.casefold()) for label in rows.labels]
    tree = LabelTree(rows.labels)
    reached = {each.id for root in tree.children(None) for each in tree.below(root.id)}
    return (
        len(set(names)) == len(names)
        and reached == ids
        and not rows.given & rows.rejected
        and {label_id for label_id, _ in rows.given | rows.rejected} <= ids
    )


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(acts=st.lists(_ACTS, max_size=14), backwards=st.booleans(), numbers=st.randoms())
def test_whatever_was_done_can_be_undone(library, add, acts, backwards, numbers):
    photos = [add(f"{name}.jpg") for name in "abc"]
    for label in library.catalog.labels.all():
        labelling.delete_label(library, label.id)
    changes = [act(library, photos, *each) for each in acts]
    after = everything(library)
    undone = changes[::-1]
    if not backwards:
        numbers.shuffle(undone)
    for change in undone:
        labelling.undo(library, change)
        assert is_sound(everything(library))
    if backwards:
        assert everything(library) == LabelRows()
        for change in changes:
            labelling.undo(library, change.inverse)
        assert everything(library) == after
        whole = LabelChange()
        for change in changes:
            whole = whole.then(change)
        labelling.undo(library, whole)
        assert everything(library) == LabelRows()
