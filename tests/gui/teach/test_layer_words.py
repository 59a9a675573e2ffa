from lookalike.gui.teach.layer_words import LayerWords
from lookalike.library.teaching.taught import LayerAccuracy


def layer(title: str, accuracy: float, depth: int | None = None) -> LayerAccuracy:
    return LayerAccuracy(title.lower(), title, depth is None, accuracy, 0.02, depth)


LAYERS = [
    layer("Pixels", 0.4),
    layer("Shape", 0.6),
    layer("Stem", 0.5, 1),
    layer("Block 2", 0.9, 2),
    layer("Content", 0.8, 3),
]


def test_what_is_made_by_hand_stands_apart_at_the_left() -> None:
    view = LayerWords().figure(LAYERS[::-1])
    assert view.apart == 2
    assert {mark.name for mark in view.marks[:2]} == {"Pixels", "Shape"}
    assert [mark.name for mark in view.marks[2:]] == ["Stem", "Block 2", "Content"]
    gap = view.marks[2].x - view.marks[1].x
    assert gap > view.marks[3].x - view.marks[2].x
    assert view.marks[view.chosen].name == "Block 2"


def test_the_sentence_warns_of_the_end_of_the_network_where_that_is_worse() -> None:
    told = LayerWords().sentence(LAYERS)
    assert told == (
        "Told best by Block 2: 90% ± 2. Careful where you cut: the end of the network, Content, "
        "comes to 80% ± 2. The best of the hand-made features, Shape, comes to 60% ± 2."
    )


def test_it_does_not_warn_of_a_difference_within_the_error() -> None:
    close = [*LAYERS[:-1], layer("Content", 0.89, 3)]
    assert "no worse within the error: 89% ± 2" in LayerWords().sentence(close)
    best = [*LAYERS[:-1], layer("Content", 0.95, 3)]
    assert LayerWords().sentence(best).startswith("Told best by Content: 95% ± 2. The best")


def test_it_says_so_where_features_made_by_hand_are_best() -> None:
    odd = [layer("Colours", 0.99), *LAYERS]
    told = LayerWords().sentence(odd)
    assert told.startswith("Told best by Colours: 99% ± 2.")
    assert "hand-made" not in told


def test_nothing_compared_is_nothing_told() -> None:
    assert LayerWords().sentence([]) == ""
    assert LayerWords().figure([]).marks == ()


def test_of_equals_the_end_of_the_network_is_best() -> None:
    equal = [*LAYERS[:-1], layer("Content", 0.9, 3)]
    assert LayerWords().sentence(equal).startswith("Told best by Content: 90% ± 2. The best")
    view = LayerWords().figure(equal)
    assert view.marks[view.chosen].name == "Content"


def test_an_inner_layer_is_called_by_its_name_alone_where_there_is_little_room() -> None:
    inner = LayerAccuracy("layer:blocks.3", "Layer blocks.3", False, 0.5, 0.02, 4)
    (mark,) = LayerWords().figure([inner]).marks
    assert (mark.name, mark.told) == ("blocks.3", "Layer blocks.3: 50% ± 2")
