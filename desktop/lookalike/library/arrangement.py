"""In which order photos are shown, and under which headings: the choice itself."""

from dataclasses import dataclass
from enum import StrEnum


class Order(StrEnum):
    """What photos are sorted by. The values are kept in the settings."""

    ADDED = "added"
    DATE = "date"
    NAME = "name"
    FOLDER = "folder"
    SIZE = "size"
    LIKENESS = "likeness"
    SIMILARITY = "similarity"  # to the query: there is none without one


# Orders in which photos fall into groups that have a heading.
GROUPED = (Order.DATE, Order.FOLDER, Order.SIZE)


@dataclass(frozen=True, slots=True)
class Arrangement:
    """How a grid is ordered.

    Args:
        is_reversed: newest, largest or last first.
        is_grouped: with a heading for each month, folder or range of sizes; for `GROUPED` alone.
    """

    order: Order = Order.ADDED
    is_reversed: bool = False
    is_grouped: bool = False
