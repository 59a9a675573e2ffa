from PySide6.QtCore import Qt

from lookalike.gui.panels.wrapped_label import WrappedLabel


def test_a_long_name_does_not_make_the_window_wide(qtbot) -> None:
    label = WrappedLabel(f"{'x' * 240}.jpg cannot be read.")
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 300
    assert label.plain_text == f"{'x' * 240}.jpg cannot be read."


def test_ordinary_words_are_left_whole_and_html_is_text(qtbot) -> None:
    label = WrappedLabel("The file <b>is</b> gone.")
    qtbot.addWidget(label)
    assert label.text() == "The file <b>is</b> gone."
    assert label.textFormat() == Qt.TextFormat.PlainText
