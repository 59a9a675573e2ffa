import pytest

from lookalike import paths
from lookalike.library.filters.class_words import class_title, class_words, classes_named
from lookalike.networks.manifest import Manifest, read_manifest


@pytest.fixture(scope="module")
def manifest() -> Manifest:
    return read_manifest(paths.shipped("models") / "efficientnet-lite0")


def names(manifest: Manifest, word: str) -> set[str]:
    return {manifest.classes.names[index] for index in classes_named(manifest, word)}


@pytest.mark.parametrize(
    "word", ["teapot", "Teapot", " TEAPOT ", "teapots", "Golden-Retriever", "golden retrievers"]
)
def test_a_name_is_known_in_any_case_and_number(manifest, word):
    assert names(manifest, word) in ({"teapot"}, {"golden retriever"})


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("dogs", "dog"),
        ("puppies", "puppy"),
        ("wolves", "wolf"),
        ("knives", "knife"),
        ("buses", "bus"),
        ("mice", "mouse"),
        ("foxes", "fox"),
    ],
)
def test_many_are_as_good_as_one(manifest, word, one):
    assert classes_named(manifest, word) == classes_named(manifest, one) != frozenset()


def test_what_a_network_writes_in_the_plural_is_found_in_the_singular(manifest):
    assert names(manifest, "binocular") == {"binoculars"}


def test_the_last_words_of_names_are_known_where_there_is_no_group(manifest):
    assert names(manifest, "hog") == {"hog"}
    assert names(manifest, "warplane") == {"warplane"}
    assert names(manifest, "cuckoo") == set()
    assert names(manifest, "racket") == {"racket"}
    assert names(manifest, "grey owl") == {"great grey owl"}


# Per word: what has to be in it, what must not be, and how many there are where that is known.
GROUPS = {
    "dog": ("Chihuahua golden~retriever pug Mexican~hairless", "timber~wolf dingo hotdog", 118),
    "cat": ("tabby Egyptian~cat Siamese~cat", "Madagascar~cat lion", 5),
    "bird": ("cock great~grey~owl king~penguin albatross macaw", "kite~surfer grey~whale eft", 59),
    "fish": ("tench goldfish puffer great~white~shark", "starfish cock", 16),
    "snake": ("thunder~snake sidewinder", "Komodo~dragon triceratops trilobite", 17),
    "insect": ("bee lycaenid ladybug", "tick scorpion starfish", 27),
    "butterfly": ("admiral monarch lycaenid", "damselfly", 6),
    "spider": ("tarantula wolf~spider", "tick harvestman spider~web spider~monkey", 6),
    "monkey": ("guenon squirrel~monkey baboon", "gorilla indri", 13),
    "bear": ("brown~bear sloth~bear", "giant~panda teddy", 4),
    "car": ("minivan sports~car cab", "school~bus trailer~truck car~wheel", None),
    "truck": ("tow~truck garbage~truck fire~engine", "minivan", None),
    "boat": ("speedboat canoe yawl", "airship container~ship", None),
    "ship": ("liner container~ship", "airship", None),
    "aircraft": ("airliner warplane airship balloon", "aircraft~carrier plane", 4),
    "bicycle": ("mountain~bike bicycle-built-for-two", "moped", None),
    "train": ("bullet~train steam~locomotive", "streetcar", None),
    "fruit": ("Granny~Smith pomegranate banana", "bell~pepper corn", 10),
    "vegetable": ("broccoli artichoke zucchini", "strawberry mushroom", None),
    "food": ("pizza ice~cream broccoli banana", "plate menu", None),
    "drink": ("espresso red~wine", "pizza", None),
    "furniture": ("desk rocking~chair wardrobe", "fire~screen refrigerator", None),
    "clothes": ("jean jersey trench~coat sock", "brass backpack", None),
    "shoe": ("sandal running~shoe cowboy~boot", "sock shoe~shop", 5),
    "instrument": ("violin drum oboe grand~piano", "microphone loudspeaker", None),
    "building": ("church castle barn cinema", "cleaver birdhouse bikini binder", None),
    "flower": ("daisy yellow~lady's~slipper", "acorn vase", None),
    "mushroom": ("mushroom agaric bolete", "daisy ear", 8),
    "ball": ("tennis~ball soccer~ball", "ballplayer racket", 9),
    "computer": ("laptop desktop~computer mouse", "television", None),
    "tool": ("hammer screwdriver power~drill", "toaster iron", None),
    "container": ("barrel teapot bucket", "ladle sock", None),
    "mountain": ("alp volcano", "lakeside mountain~bike", None),
    "beach": ("seashore sandbar", "beach~wagon alp", None),
    "vehicle": ("airliner minivan canoe tractor", "shovel plow car~wheel", None),
    "animal": ("tench giant~panda trilobite", "abacus teddy", 398),
}


@pytest.mark.parametrize("word", GROUPS)
def test_a_group_holds_what_belongs_to_it_and_nothing_else(manifest, word):
    inside, outside, count = GROUPS[word]
    found = names(manifest, word)
    assert {name.replace("~", " ") for name in inside.split()} <= found
    assert not {name.replace("~", " ") for name in outside.split()} & found
    assert count is None or len(classes_named(manifest, word)) == count


def test_every_breed_of_dog_lies_between_the_toy_dogs_and_the_wolves(manifest):
    # ImageNet's classes follow WordNet there: 151 to 268 are the hyponyms of "domestic dog".
    assert classes_named(manifest, "dog") == frozenset(range(151, 269))
    assert classes_named(manifest, "terrier") < classes_named(manifest, "dog")


def test_words_to_complete_come_once_and_all_of_them_are_known(manifest):
    words = class_words(manifest)
    folded = [word.casefold() for word in words]
    assert len(set(folded)) == len(folded) > 1_300
    assert {"dog", "teapot", "golden retriever"} <= set(words)
    assert all(classes_named(manifest, word) for word in words)


def test_a_network_without_groups_knows_its_names_alone(make_network):
    manifest = read_manifest(make_network())
    assert classes_named(manifest, "Dark") == {0}
    assert classes_named(manifest, "dog") == frozenset()
    assert list(class_words(manifest)) == ["bright", "dark"]


def test_a_network_without_classes_knows_no_words(make_network):
    manifest = read_manifest(make_network(classes=None))
    assert classes_named(manifest, "dark") == frozenset()
    assert list(class_words(manifest)) == []


def test_a_class_is_called_by_its_name_and_one_that_is_no_more_by_its_number(manifest):
    assert class_title(manifest, 207) == "golden retriever"
    assert class_title(manifest, 5_000) == "class 5000"
    assert class_title(manifest, -1) == "class -1"
