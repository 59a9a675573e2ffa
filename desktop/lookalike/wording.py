"""How numbers are said, the same on the command line and in the window."""


def counted(number: int, noun: str, plural: str = "") -> str:
    """`1 photo`, `3,921 photos`."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {plural or f'{noun}s'}"
