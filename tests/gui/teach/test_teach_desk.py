"""What the desk does with a real library, whose teaching is made of plain numbers."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from lookalike.errors import TooFewExamples
from lookalike.gui.teach import teach_desk
from lookalike.gui.teach.teach_desk import TeachDesk
from lookalike.gui.teach.teach_page import Detail, TeachPage
from lookalike.gui.undo_list import UndoList
from lookalike.library.intake import import_engine
from lookalike.library.labels import labelling
from lookalike.library.teaching.taught import LayerAccuracy, Suspect
from lookalike.progress import Progress


class Driver:
    """A page with its desk over six photos: three boots and three hats."""

    def __init__(self, library, page, undo_list, tasks, make_teaching, monkeypatch) -> None:
        self.library, self.page, self.undo_list, self.tasks = library, page, undo_list, tasks
        self.ids = sorted(library.photo_ids())
        self.boots, self.hats = (self.give(name) for name in ("boots", "hats"))
        plain = make_teaching()
        labels = (self.boots, self.hats)
        doubts = [Suspect(each, self.boots, self.hats, 0.1, 0.8) for each in self.ids[:2]]
        self.teaching = replace(plain, labels=labels, suspects=tuple(doubts))
        self.error: Exception | None = None
        monkeypatch.setattr(teach_desk, "teach", self.teach)
        self.desk = TeachDesk(library, page, undo_list, tasks)
        self.failures: list[Exception] = []
        self.changes: list[labelling.LabelChange] = []
        self.desk.failed.connect(self.failures.append)
        self.desk.relabelled.connect(lambda _, change: self.changes.append(change))
        self.desk.refresh()
        tasks.run()

    def give(self, name: str):
        label, _ = labelling.make_label(self.library, name)
        own = self.ids[:3] if name == "boots" else self.ids[3:]
        labelling.give(self.library, own, label.id)
        return label

    def teach(self, library, progress: Progress):
        progress.step(1, 4, "Comparing methods")
        if self.error:
            raise self.error
        return self.teaching

    def taught(self) -> None:
        self.page.teach.click()
        self.tasks.run()
        self.page.show_detail(Detail.SUSPECTS)

    def step(self) -> None:
        """Do the work that waits, but not what that starts."""
        waiting, self.tasks.waiting = self.tasks.waiting, []
        for task in waiting:
            task.run()

    @property
    def doubted(self) -> list[int]:
        return [view.suspect.photo_id for view in self.page.suspects.list.rows.shown]

    def names_of(self, photo_id) -> list[str]:
        labels = labelling.labels_of(self.library, [photo_id])
        return [label.name for label in labels.get(photo_id, ())]

    def act(self, button: str) -> None:
        """Press the button with that text, and do what it starts."""
        buttons = self.page.suspects.buttons.values()
        next(each for each in buttons if each.text() == button).click()
        self.tasks.run()


@pytest.fixture
def desk(
    qtbot, library, paint, tmp_path: Path, feed, theme, held_tasks, make_teaching, monkeypatch
) -> Iterator[Driver]:
    for seed in range(6):
        paint(f"{seed}.png", "red", seed)
    import_engine.bring_in(library, [tmp_path / "photos"], Progress())
    page = TeachPage(feed, theme)
    qtbot.addWidget(page)
    page.show()
    return Driver(library, page, UndoList(), held_tasks, make_teaching, monkeypatch)


def test_before_it_is_taught_it_says_that_it_can_be(desk) -> None:
    assert desk.page.is_empty
    assert desk.page.readiness.title == "Ready to learn your labels"
    assert desk.page.readiness.rows.texts == ["boots: enough", "hats: enough"]


def test_teaching_shows_how_far_it_is_and_then_the_figures(desk) -> None:
    seen = []
    desk.desk.taught.connect(lambda: seen.append("taught"))
    desk.page.readiness.teach.click()
    assert desk.page.work.isVisible()
    assert desk.desk.is_running
    desk.tasks.run()
    assert not desk.desk.is_running
    assert not desk.page.work.isVisible()
    assert not desk.page.is_empty
    assert "right in 94% ± 3" in desk.page.texts[0]
    assert seen == ["taught"]


def test_a_second_click_does_not_teach_twice(desk) -> None:
    desk.page.readiness.teach.click()
    desk.desk.teach()
    assert len(desk.tasks.waiting) == 1


def test_teaching_can_be_stopped_and_what_was_taught_stays(desk) -> None:
    desk.taught()
    desk.teaching = replace(desk.teaching, accuracy=0.5)
    desk.page.teach.click()
    desk.page.work.stop.click()
    desk.tasks.run()
    assert "right in 94% ± 3" in desk.page.texts[0]
    assert not desk.page.work.isVisible()
    assert not desk.failures


def test_a_failure_is_told_and_it_can_be_tried_again(desk) -> None:
    desk.error = TooFewExamples("No label has enough photos.")
    desk.page.readiness.teach.click()
    desk.tasks.run()
    assert desk.failures == [desk.error]
    desk.error = None
    desk.page.readiness.teach.click()
    desk.tasks.run()
    assert not desk.page.is_empty


def test_what_is_kept_is_not_doubted_again_until_that_is_undone(desk) -> None:
    desk.taught()
    assert desk.doubted == desk.ids[:2]
    desk.act("Keep “boots”")
    assert desk.doubted == desk.ids[1:2]
    desk.taught()
    assert desk.doubted == desk.ids[1:2]
    assert desk.undo_list.last.name == "Keep “boots”"
    desk.undo_list.undo()
    desk.tasks.run()
    assert desk.doubted == desk.ids[:2]
    assert desk.undo_list.last is None


def test_a_label_is_changed_to_what_the_program_would_say(desk) -> None:
    desk.taught()
    first = desk.ids[0]
    desk.act("Change to “hats”")
    assert desk.names_of(first) == ["hats"]
    assert desk.doubted == desk.ids[1:2]
    labelling.undo(desk.library, desk.changes[0])
    assert desk.names_of(first) == ["boots"]
    desk.desk.refresh()
    desk.tasks.run()
    assert desk.doubted == desk.ids[:2]


def test_a_label_that_is_taken_off_is_remembered_as_wrong(desk) -> None:
    desk.taught()
    desk.act("Take “boots” Off")
    assert desk.names_of(desk.ids[0]) == []
    assert desk.changes[0].added.rejected
    labelling.undo(desk.library, desk.changes[0])
    assert desk.names_of(desk.ids[0]) == ["boots"]


def test_a_label_that_was_deleted_meanwhile_is_told(desk) -> None:
    desk.taught()
    labelling.delete_label(desk.library, desk.hats.id)
    desk.act("Change to “hats”")
    assert len(desk.failures) == 1
    assert desk.names_of(desk.ids[0]) == ["boots"]


def test_layers_are_compared_beside_it(desk, monkeypatch) -> None:
    found = [LayerAccuracy("content", "Content", False, 0.9, 0.02, 5)]

    def which_layer(library, progress):
        progress.step(1, 5, "Comparing layers")
        return found

    monkeypatch.setattr(teach_desk, "which_layer", which_layer)
    desk.taught()
    desk.page.show_detail(Detail.LAYERS)
    desk.page.layers.compare.click()
    assert desk.page.layers.work.isVisible()
    desk.page.layers.work.stop.click()
    desk.tasks.run()
    assert desk.page.layers.text == ""
    desk.page.layers.compare.click()
    desk.tasks.run()
    assert desk.page.layers.text == "Told best by Content: 90% ± 2."
