"""Which ready photos fit one condition, and the columns that photos are put in order by."""

import os
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from lookalike.catalog.database import Database, Parameters
from lookalike.catalog.number_columns import number_column, number_pairs, numbers
from lookalike.photos import ContentHash, PhotoFile, PhotoId, Space

if TYPE_CHECKING:
    from lookalike.catalog.number_columns import Numbers

NumberColumn = Literal["size_bytes", "width", "height"]
TextColumn = Literal["camera", "format"]

# A scan of the table: the index of the states would send it to every row one by one.
_READY = "+state = 'ready'"

_LAYOUTS = {
    # Not the one or the other for a pixel or two.
    "landscape": "100 * width > 102 * height",
    "portrait": "100 * height > 102 * width",
    "square": "100 * max(width, height) <= 102 * min(width, height)",
    # Not upright: that is what a screen shot of a phone looks like.
    "panorama": "width >= 2 * height",
}
LAYOUTS = tuple(_LAYOUTS)

# A file that tells no date, as most that are no camera's, has that of its last change.
_MOMENT = """COALESCE(
    CAST(strftime('%s', taken_at) AS INTEGER),
    CAST(strftime('%s', mtime_ns / 1000000000, 'unixepoch', 'localtime') AS INTEGER),
    0)"""
# A word stands for several classes, and what is on a photo is spread over them: a dog over breeds.
# Of 25 words over 200 photos of ImageNet this finds 94 %, and 95 % of what it finds is right.
LIKELY_ENOUGH = 0.3


class Selecting:
    """All answers are ids (n,), ascending, of ready photos. Nothing that a person writes becomes
    a part of a statement: columns are named here, values are parameters.
    """

    def __init__(self, database: Database) -> None:
        self._database = database

    def ready(self) -> "Numbers":
        """All of them."""
        return self._ids(f"SELECT id FROM photos WHERE {_READY}")

    def numbered(
        self, column: NumberColumn, at_least: int | None = None, below: int | None = None
    ) -> "Numbers":
        """Those with a number from `at_least` on and under `below`."""
        return self._ids(
            f"SELECT id FROM photos WHERE {_READY} AND {column} IS NOT NULL "
            f"AND (:first IS NULL OR {column} >= :first) AND (:end IS NULL OR {column} < :end)",
            {"first": _held(at_least), "end": _held(below)},
        )

    def dated(self, taken: tuple[str, str], changed_ns: tuple[int, int]) -> "Numbers":
        """Those taken from a first moment on and before another, both in ISO 8601; of those that
        do not tell, the ones whose file was last changed between two moments."""
        return self._ids(
            f"SELECT id FROM photos WHERE {_READY} AND ("
            # By its index a wide range takes four times as long as a scan.
            "+taken_at >= :first AND +taken_at < :end OR "
            "taken_at IS NULL AND mtime_ns >= :first_ns AND mtime_ns < :end_ns)",
            {"first": taken[0], "end": taken[1]}
            | {"first_ns": _held(changed_ns[0]), "end_ns": _held(changed_ns[1])},
        )

    def told(self, column: TextColumn, values: Collection[str]) -> "Numbers":
        """Those with one of these values."""
        marks = ", ".join("?" * len(values))
        sql = f"SELECT id FROM photos WHERE {_READY} AND {column} IN ({marks})"
        return self._ids(sql, list(values))

    def laid_out(self, layout: str) -> "Numbers":
        """Those of one of `LAYOUTS`."""
        return self._ids(f"SELECT id FROM photos WHERE {_READY} AND {_LAYOUTS[layout]}")

    def guessed(self, space: Space, classes: Collection[int]) -> "Numbers":
        """Those that a network takes for one of these classes; missing photos may be among them."""
        # Whether a photo is ready stands in its row, and to look into each takes twice as long.
        return self._ids(
            "SELECT photos.id FROM (SELECT content_hash FROM guesses "
            "WHERE space_id = (SELECT id FROM spaces WHERE key = :key) "
            f"AND class IN ({', '.join(str(int(each)) for each in classes)}) "
            "GROUP BY content_hash HAVING SUM(probability) >= :enough) "
            "CROSS JOIN photos USING (content_hash)",
            {"key": space.key, "enough": LIKELY_ENOUGH},
        )

    def class_counts(self, space: Space) -> dict[int, int]:
        """How many contents have this class as their likeliest."""
        return dict(
            self._database.rows(
                "SELECT class, COUNT(*) FROM guesses WHERE rank = 1 AND "
                "space_id = (SELECT id FROM spaces WHERE key = ?) GROUP BY class",
                [space.key],
            )
        )

    def values(self, column: TextColumn) -> list[str]:
        """What there is in a column; what is not told is left out."""
        sql = f"SELECT DISTINCT {column} FROM photos WHERE {_READY} AND {column} <> ''"
        return [row[0] for row in self._database.rows(sql)]

    def value_counts(self, column: TextColumn) -> dict[str, int]:
        """The same, and how often."""
        sql = (
            f"SELECT {column}, COUNT(*) FROM photos WHERE {_READY} AND {column} <> '' "
            f"GROUP BY {column}"
        )
        return dict(self._database.rows(sql))

    def paths(self) -> "tuple[Numbers, bytes]":
        """Ids (n,) in any order, and the paths of the same photos with a zero between any two."""
        # A path with a zero in it is no file's: see `Catalog.move_photo`.
        [(ids, paths)] = self._database.rows(
            "SELECT group_concat(id), group_concat(hex(path), '00') FROM photos "
            f"WHERE {_READY} AND instr(path, x'00') = 0"
        )
        return numbers(ids), bytes.fromhex(paths or "")

    def sizes(self) -> "tuple[Numbers, Numbers]":
        """Ids (n,) and the sizes of the files in bytes."""
        return self._pairs(f"SELECT id, size_bytes AS value FROM photos WHERE {_READY}")

    def moments(self) -> "tuple[Numbers, Numbers]":
        """Ids (n,) and when the photos were taken, else last changed: seconds since 1970 by the
        clock of the camera or of this computer."""
        return self._pairs(f"SELECT id, {_MOMENT} AS value FROM photos WHERE {_READY}")

    def embedded(self, space: Space) -> "tuple[Numbers, Numbers]":
        """Ids (n,) of those that have a vector in this space, and the id of each one's vector."""
        return self._pairs(
            "SELECT photos.id AS id, embeddings.id AS value FROM photos "
            f"JOIN embeddings USING (content_hash) WHERE {_READY} "
            "AND space_id = (SELECT id FROM spaces WHERE key = :key)",
            {"key": space.key},
        )

    def without_camera(self, after: int, most: int) -> list[tuple[PhotoId, PhotoFile, ContentHash]]:
        """Photos whose files nobody has asked for their camera, by ascending id above `after`."""
        return self._database.values(
            lambda row: (row[0], PhotoFile(Path(os.fsdecode(row[1])), row[2], row[3]), row[4]),
            "SELECT id, path, size_bytes, mtime_ns, content_hash FROM photos "
            "WHERE state = 'ready' AND camera IS NULL AND content_hash IS NOT NULL AND id > ? "
            "ORDER BY id LIMIT ?",
            [after, most],
        )

    def write_cameras(self, cameras: Mapping[ContentHash, str]) -> None:
        """Keep the cameras of contents that had none."""
        with self._database.transaction() as connection:
            connection.executemany(
                "UPDATE photos SET camera = ? WHERE content_hash = ? AND camera IS NULL",
                [(camera, content) for content, camera in cameras.items()],
            )

    def _ids(self, sql: str, parameters: Parameters = ()) -> "Numbers":
        return number_column(self._database, sql, parameters)

    def _pairs(self, sql: str, parameters: Parameters = ()) -> "tuple[Numbers, Numbers]":
        return number_pairs(self._database, sql, parameters)


def _held(number: int | None) -> int | None:
    """The nearest that SQLite can hold."""
    return None if number is None else max(-(2**63), min(2**63 - 1, number))
