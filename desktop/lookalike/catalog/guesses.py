"""What a network takes the contents of photos for: the few classes it thinks most likely."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lookalike.catalog.database import Database
from lookalike.photos import ContentHash, Space

# A content of which nothing can be guessed has this row (rank, class, probability), so that it is
# not looked at again.
_NOTHING = (0, -1, 0.0)


@dataclass(frozen=True, slots=True)
class Guess:
    """One class of a photo; `index` counts as the network's classes do."""

    index: int
    probability: float


class GuessTable:
    """Reads and writes them. Every method raises `LibraryUnusable` as the catalog's do."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def write(self, space: Space, guesses: Iterable[tuple[ContentHash, Sequence[Guess]]]) -> None:
        """Keep what was guessed of contents, likeliest first. The space was added before."""
        with self._database.transaction() as connection:
            space_id = self._space_id(space)
            connection.executemany(
                "INSERT OR REPLACE INTO guesses (space_id, content_hash, rank, class, probability) "
                "VALUES (?, ?, ?, ?, ?)",
                ((space_id, content, *row) for content, told in guesses for row in _rows(told)),
            )

    def of(self, space: Space, content_hash: ContentHash) -> list[Guess]:
        """What was guessed of a content, likeliest first."""
        return self._database.values(
            lambda row: Guess(row[0], row[1]),
            "SELECT class, probability FROM guesses WHERE space_id = ? AND content_hash = ? "
            "AND rank > 0 ORDER BY rank",
            [self._space_id(space), content_hash],
        )

    def _space_id(self, space: Space) -> int:
        """0 for a space that holds nothing yet."""
        rows = self._database.rows("SELECT id FROM spaces WHERE key = ?", [space.key])
        return int(rows[0][0]) if rows else 0


def _rows(guesses: Sequence[Guess]) -> list[tuple[int, int, float]]:
    ranked = enumerate(guesses, start=1)
    return [(rank, each.index, each.probability) for rank, each in ranked] or [_NOTHING]
