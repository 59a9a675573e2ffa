from dataclasses import replace

import pytest
from PySide6.QtWidgets import QLabel

from lookalike.gui.teach.readiness_panel import ReadinessPanel
from lookalike.library.teaching.taught import Readiness


@pytest.fixture
def panel(qtbot, theme) -> ReadinessPanel:
    made = ReadinessPanel(theme)
    qtbot.addWidget(made)
    made.resize(900, 500)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_each_label_tells_how_far_it_is(panel, unready) -> None:
    panel.show_readiness(unready)
    assert panel.title == "Teach it your own words"
    assert panel.rows.texts == ["boots: 2 of 3", "hats: 1 of 3"]
    assert not panel.teach.isVisible()


def test_with_enough_examples_it_can_be_taught(qtbot, panel, ready) -> None:
    panel.show_readiness(ready)
    assert panel.title == "Ready to learn your labels"
    assert panel.rows.texts == ["boots: enough", "hats: enough"]
    with qtbot.waitSignal(panel.teach_wanted, timeout=1000):
        panel.teach.click()


def test_a_library_without_labels_has_no_rows(panel) -> None:
    panel.show_readiness(Readiness((), (), ""))
    assert not panel.rows.isVisible()
    assert not panel.teach.isVisible()


def test_dots_are_filled_for_the_examples_there_are(panel, unready, theme) -> None:
    panel.show_readiness(unready)
    panel.layout().activate()
    image = panel.rows.grab().toImage()

    def lit(row: int) -> int:
        y, colour = round((row + 0.5) * image.height() / 2), theme.colour("accent")
        return sum(image.pixelColor(x, y) == colour for x in range(image.width()))

    assert lit(0) == 2 * lit(1) > 0


def test_labels_on_photos_that_the_network_has_not_seen_are_no_lack_of_labels(
    panel, unready
) -> None:
    panel.show_readiness(replace(unready, is_unseen=True))
    told = " ".join(label.text() for label in panel.findChildren(QLabel))
    assert "bring their folders in again" in told
