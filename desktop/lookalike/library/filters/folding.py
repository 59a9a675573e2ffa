"""Text as a person compares it: without case and accents."""

import re
import unicodedata

# Letters that are no others with an accent, and are typed as if they were.
_LETTERS = {"ø": "o", "ł": "l", "đ": "d", "ħ": "h", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th"}
_ACCENTS = re.compile("[\u0300-\u036f]+")


def fold(text: str) -> str:
    """`Crème BRÛLÉE` -> `creme brulee`, however its accents are written. Zeros stay as they are,
    so that many texts joined by them can be folded at once."""
    if text.isascii():
        return text.lower()
    # Twice, because either step may bring forth what the other has to take away.
    for _ in range(2):
        text = _ACCENTS.sub("", unicodedata.normalize("NFKD", text)).casefold()
    for letter, plain in _LETTERS.items():
        text = text.replace(letter, plain)
    return text
