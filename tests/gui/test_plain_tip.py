from PySide6.QtGui import Qt, QTextDocument

from lookalike.gui.plain_tip import plain_tip


def as_shown(tip: str) -> str:
    """What Qt draws of a tooltip."""
    if not Qt.mightBeRichText(tip):
        return tip
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def test_a_name_with_angle_brackets_is_shown_letter_by_letter() -> None:
    for name in ("/photos/<b>bold</b>.jpg", "<i>", "a & b.jpg", "/&lt;x.jpg", "plain.jpg"):
        assert as_shown(plain_tip(name)) == name


def test_lines_stay_lines() -> None:
    assert as_shown(plain_tip("/<b>x</b>.jpg\n64% similar")) == "/<b>x</b>.jpg\n64% similar"
