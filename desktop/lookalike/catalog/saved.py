"""Searches that a person has kept by name."""

from dataclasses import dataclass

from lookalike.catalog.database import Database


@dataclass(frozen=True, slots=True)
class SavedRow:
    """One saved search.

    Args:
        question: JSON, as `library.search.saved_searches` writes it.
        seen: the person has been shown all photos up to this id.
    """

    id: int
    name: str
    question: str
    seen: int


class SavedTable:
    """Reads and writes them. Every method raises `LibraryUnusable` as the catalog's do."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[SavedRow]:
        """By name."""
        return self._database.values(
            lambda row: SavedRow(*row),
            "SELECT id, name, question, seen FROM saved_searches ORDER BY name COLLATE NOCASE, id",
        )

    def get(self, id_: int) -> SavedRow | None:
        """One of them, if it has not been deleted."""
        return next((row for row in self.all() if row.id == id_), None)

    def add(self, name: str, question: str) -> int:
        """Keep a search of which the person has seen all there is; returns its id."""
        with self._database.transaction() as connection:
            added = connection.execute(
                "INSERT INTO saved_searches (name, question, seen) "
                "VALUES (?, ?, (SELECT IFNULL(MAX(id), 0) FROM photos))",
                [name, question],
            )
            return int(added.lastrowid or 0)

    def restore(self, row: SavedRow) -> None:
        """Take back what `delete` did."""
        with self._database.transaction() as connection:
            connection.execute(
                "INSERT OR IGNORE INTO saved_searches (id, name, question, seen) "
                "VALUES (?, ?, ?, ?)",
                [row.id, row.name, row.question, row.seen],
            )

    def rename(self, id_: int, name: str) -> None:
        with self._database.transaction() as connection:
            connection.execute("UPDATE saved_searches SET name = ? WHERE id = ?", [name, id_])

    def set_seen(self, id_: int) -> None:
        """The person has been shown all that there is now."""
        with self._database.transaction() as connection:
            connection.execute(
                "UPDATE saved_searches SET seen = (SELECT MAX(id) FROM photos) "
                "WHERE id = ? AND seen < (SELECT MAX(id) FROM photos)",
                [id_],
            )

    def delete(self, id_: int) -> None:
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM saved_searches WHERE id = ?", [id_])
