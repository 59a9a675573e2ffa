"""Keeps file names what they are: Qt takes text with angle brackets for HTML."""

import html


def plain_tip(text: str) -> str:
    """`text` as a tooltip that shows it letter by letter, and breaks its lines where it does."""
    if "<" not in text and "&" not in text:
        return text
    return f"<qt>{html.escape(text).replace(chr(10), '<br>')}</qt>"
