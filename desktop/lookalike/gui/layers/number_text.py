"""A unit's value as people read it: few digits, in the form of their language."""

from PySide6.QtCore import QLocale

_MANY = 1000
_LITTLE = 0.01


def number_text(value: float) -> str:
    """`8.31` or `12,346`; what would be rounded to nothing as `1.2e-05`."""
    if abs(value) >= _MANY:
        return QLocale().toString(float(value), "f", 0)
    is_plain = value == 0 or abs(value) >= _LITTLE
    return QLocale().toString(float(value), "f" if is_plain else "g", 2)
