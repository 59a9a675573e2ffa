from lookalike.gui.labels.label_filters import label_filters
from lookalike.gui.labels.label_shelf import LabelShelf


def test_it_knows_labels_by_id_and_key(held_tasks, nodes) -> None:
    shelf = LabelShelf(lambda: nodes, held_tasks)
    shelf.refresh()
    assert shelf.all == []
    held_tasks.run()
    assert [each.path for each in shelf.all] == ["animals", "animals/cats", "boots", "R&D <b>"]
    assert shelf.node(3).path == "animals/cats"
    assert shelf.with_key(1) == 1
    assert shelf.with_key(9) is None
    assert shelf.name(3) == "cats"
    assert shelf.name(99) == ""


def test_the_last_used_come_first_then_those_with_keys(held_tasks, nodes) -> None:
    shelf = LabelShelf(lambda: nodes, held_tasks)
    shelf.refresh()
    held_tasks.run()
    assert [each.label.id for each in shelf.by_use()] == [1, 4, 3, 2]
    for label_id in (2, 3, 2):
        shelf.use(label_id)
    assert [each.label.id for each in shelf.by_use()] == [2, 3, 1, 4]


def test_a_change_is_told_with_the_filters_that_are_others_now(
    qtbot, held_tasks, nodes, node
) -> None:
    shelves = [nodes, [node(2, "pets", node(3, "pets/cats", photos=2)), node(1, "boots")]]
    shelf = LabelShelf(lambda: shelves.pop(0), held_tasks)
    told: list[object] = []
    shelf.refiltered.connect(told.append)
    shelf.changed.connect(lambda: told.append("changed"))
    shelf.refresh()
    held_tasks.run()
    assert told == ["changed"]
    shelf.refresh()
    held_tasks.run()
    others = {
        "label:animals": "label:pets",
        "label:animals/cats": "label:pets/cats",
        'label:"R&D <b>"': None,
    }
    assert told[1:] == [others, "changed"]


def test_a_label_whose_name_another_path_ends_with_is_told_apart() -> None:
    paths = {1: "boots", 2: "winter/Boots", 3: "winter", 4: "none", 5: "rain/winter/boots"}
    filters = label_filters(paths)
    assert filters[1] == "label:/boots"
    assert filters[2] == "label:/winter/Boots"
    assert filters[3] == "label:winter"
    assert filters[4] == "label:/none"
    assert filters[5] == "label:rain/winter/boots"


def test_looks_do_not_overtake_each_other_and_the_last_one_counts(held_tasks, nodes) -> None:
    shelf = LabelShelf(lambda: nodes[: len(reads)], held_tasks)
    reads = [1]
    shelf.refresh()
    shelf.refresh()
    assert len(held_tasks.waiting) == 1
    held_tasks.waiting.pop(0).run()
    reads.append(2)
    held_tasks.run()
    assert len(shelf.nodes) == 2
