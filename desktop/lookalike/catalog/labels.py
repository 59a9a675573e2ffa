"""Labels, which contents a person gave them to and refused them, and what living albums found.

A content is all of a file, what it tells of itself included. Where another program changes that,
a rating or a keyword, and leaves the picture alone, an import has `carry_over` say the same of the
new content. Another picture at the same path has none of it.
"""

import json
import sqlite3
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import TYPE_CHECKING

from lookalike.catalog.database import Database
from lookalike.catalog.number_columns import number_column, number_pairs
from lookalike.photos import ContentHash, Label, LabelId, PhotoId, Space

if TYPE_CHECKING:
    from lookalike.catalog.number_columns import Numbers

LabelPair = tuple[LabelId, ContentHash]

# In the order of the contents each is found next to the one before; but all have to be looked at.
_GIVEN = "labelled INDEXED BY labelled_by_content CROSS JOIN photos USING (content_hash)"
_GIVEN_TO_FEW, _FEW = "labelled CROSS JOIN photos USING (content_hash)", 10
_UNLABELLED = """+state = 'ready' AND photos.content_hash IS NOT NULL AND NOT EXISTS (
    SELECT 1 FROM labelled WHERE labelled.content_hash = photos.content_hash)"""
_AMONG = "label_id IN (SELECT value FROM json_each(:labels))"
# The tables begin with the label: found without a look at all that was said of other contents.
_OF_CONTENT = "label_id IN (SELECT id FROM labels) AND content_hash = :content"
# What is said of a content outweighs what is carried over to it.
_CONTRADICTED_BY = {
    "labelled": "rejections",
    "rejections": "labelled",
    "confirmations": "rejections",
}
_OF_SPACE = "space_id = (SELECT id FROM spaces WHERE key = :key)"


@dataclass(frozen=True, slots=True)
class LabelRows:
    """Rows of the four tables that a person's work is in."""

    labels: frozenset[Label] = frozenset()
    given: frozenset[LabelPair] = frozenset()
    rejected: frozenset[LabelPair] = frozenset()
    confirmed: frozenset[LabelPair] = frozenset()

    def __or__(self, other: "LabelRows") -> "LabelRows":
        return LabelRows(
            self.labels | other.labels,
            self.given | other.given,
            self.rejected | other.rejected,
            self.confirmed | other.confirmed,
        )

    def __sub__(self, other: "LabelRows") -> "LabelRows":
        return LabelRows(
            self.labels - other.labels,
            self.given - other.given,
            self.rejected - other.rejected,
            self.confirmed - other.confirmed,
        )


@dataclass(frozen=True, slots=True)
class LabelChange:
    """What one act of a person changed. A label in both with the same id was changed."""

    removed: LabelRows = LabelRows()
    added: LabelRows = LabelRows()

    @property
    def inverse(self) -> "LabelChange":
        """What undoes it."""
        return LabelChange(self.added, self.removed)

    def then(self, later: "LabelChange") -> "LabelChange":
        """One in place of two that followed each other."""
        return LabelChange(
            self.removed | (later.removed - self.added), (self.added - later.removed) | later.added
        )

    @property
    def is_empty(self) -> bool:
        return self.removed == self.added

    @property
    def content_count(self) -> int:
        """Of how many photos something was changed; copies of one file count once."""
        rows = (self.removed, self.added)
        pairs = (pair for each in rows for pair in (*each.given, *each.rejected))
        return len({content for _, content in pairs})


class LabelTable:
    """Reads and writes them. Every method raises `LibraryUnusable` as the catalog's do."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> list[Label]:
        """By name."""
        return self._database.values(
            lambda row: Label(*row),
            "SELECT id, name, parent_id, key, album FROM labels ORDER BY name COLLATE NOCASE, id",
        )

    def next_id(self) -> LabelId:
        """That of no label, nor of one that was deleted."""
        rows = self._database.rows("SELECT seq FROM sqlite_sequence WHERE name = 'labels'")
        return LabelId(rows[0][0] + 1 if rows else 1)

    def rows(self) -> LabelRows:
        """All that a person did."""
        return self.rows_of([label.id for label in self.all()])

    def rows_of(self, labels: Collection[LabelId]) -> LabelRows:
        """What a person did with some labels; those that were deleted are left out."""
        ids = frozenset(labels)
        return LabelRows(
            frozenset(label for label in self.all() if label.id in ids),
            self._pairs("labelled", labels),
            self._pairs("rejections", labels),
            self._pairs("confirmations", labels),
        )

    def said_of(
        self, label: LabelId, ids: Sequence[PhotoId]
    ) -> tuple[frozenset[LabelPair], LabelRows]:
        """A label with all that some photos hold, and which of these pairs were given or refused.

        Photos that were never readable are left out.
        """
        rows = self._database.rows(
            f"""
            SELECT :label, content_hash, {_is_in("labelled")}, {_is_in("rejections")}
            FROM json_each(:ids) CROSS JOIN photos ON photos.id = value
            WHERE content_hash IS NOT NULL""",
            {"label": label, "ids": _listed(ids)},
        )
        given = frozenset(row[:2] for row in rows if row[2])
        rejected = frozenset(row[:2] for row in rows if row[3])
        return frozenset(row[:2] for row in rows), LabelRows(given=given, rejected=rejected)

    def apply(self, change: LabelChange) -> None:
        """All of it in one transaction; rows that are there, or gone, already are passed over.

        What is removed of a label has to be complete where the label itself is.
        """
        removed, added = change.removed, change.added
        gone = {label.id for label in removed.labels} - {label.id for label in added.labels}
        with self._database.transaction() as connection:
            _delete_pairs(connection, "labelled", removed.given)
            _delete_pairs(connection, "rejections", removed.rejected)
            _delete_pairs(connection, "confirmations", removed.confirmed)
            connection.executemany(
                "DELETE FROM album_photos WHERE label_id = ?", [(id_,) for id_ in gone]
            )
            connection.executemany(
                "DELETE FROM labels WHERE id = ?", [(label.id,) for label in removed.labels]
            )
            connection.executemany(
                "INSERT INTO labels (id, name, parent_id, key, album) VALUES (?, ?, ?, ?, ?)",
                [(each.id, each.name, each.parent, each.key, each.album) for each in added.labels],
            )
            _insert_pairs(connection, "labelled", added.given)
            _insert_pairs(connection, "rejections", added.rejected)
            _insert_pairs(connection, "confirmations", added.confirmed)

    def confirm(self, pair: LabelPair) -> None:
        """The person stands by a label of a content."""
        with self._database.transaction() as connection:
            _insert_pairs(connection, "confirmations", [pair])

    def forget_confirmation(self, pair: LabelPair) -> None:
        """Take back what `confirm` did."""
        with self._database.transaction() as connection:
            _delete_pairs(connection, "confirmations", [pair])

    def confirmed(self) -> frozenset[LabelPair]:
        """All that a person stands by."""
        return frozenset(self._database.rows("SELECT label_id, content_hash FROM confirmations"))

    def has_any(self, content: ContentHash) -> bool:
        """Whether a person said anything of a content."""
        tables = (f"SELECT 1 FROM {table} WHERE {_OF_CONTENT}" for table in _CONTRADICTED_BY)
        sql = " UNION ALL ".join(tables)
        return bool(self._database.rows(f"{sql} LIMIT 1", {"content": content}))

    def carry_over(self, old: ContentHash, new: ContentHash) -> None:
        """Say of another content of the same picture what was said of the old one.

        That stays, as other files may hold it; where it contradicts what a person said of the new
        content, the latter holds.
        """
        with self._database.transaction() as connection:
            for table, other in _CONTRADICTED_BY.items():
                connection.execute(
                    f"INSERT OR IGNORE INTO {table} SELECT label_id, :new FROM {table} "
                    f"WHERE {_OF_CONTENT} AND NOT EXISTS (SELECT 1 FROM {other} "
                    f"WHERE {other}.label_id = {table}.label_id AND {other}.content_hash = :new)",
                    {"content": old, "new": new},
                )

    def _pairs(self, table: str, labels: Collection[LabelId]) -> frozenset[LabelPair]:
        sql = f"SELECT label_id, content_hash FROM {table} WHERE {_AMONG}"
        return frozenset(self._database.rows(sql, {"labels": _listed(labels)}))

    # --- photos and their labels ----------------------------------------------------------------

    def labelled(self) -> "tuple[Numbers, Numbers]":
        """Ready photos (n,) and a label (n,) of each: a photo once for each that it was given."""
        return number_pairs(
            self._database,
            f"SELECT photos.id AS id, label_id AS value FROM {_GIVEN} WHERE +state = 'ready'",
        )

    def labels_of(self, ids: Sequence[PhotoId]) -> list[tuple[PhotoId, LabelId]]:
        """The same of these photos, whatever their state."""
        return self._database.rows(
            "SELECT photos.id, label_id FROM json_each(?) CROSS JOIN photos ON photos.id = value "
            "CROSS JOIN labelled USING (content_hash)",
            [_listed(ids)],
        )

    def photos_of(self, labels: Collection[LabelId]) -> "Numbers":
        """The ready photos (n,), ascending, with one of these labels."""
        given = _GIVEN_TO_FEW if len(labels) <= _FEW else _GIVEN
        return number_column(
            self._database,
            f"SELECT photos.id AS id FROM {given} WHERE {_AMONG} AND +state = 'ready'",
            {"labels": _listed(labels)},
        )

    def unlabelled(self) -> "Numbers":
        """The ready photos (n,), ascending, that no label was given to."""
        return number_column(
            self._database,
            f"SELECT id FROM photos INDEXED BY photos_by_content WHERE {_UNLABELLED}",
        )

    # --- what is learned from -------------------------------------------------------------------

    def given_in(self, space: Space) -> "tuple[Numbers, Numbers]":
        """Embeddings (n,) of ready photos, ascending, and a label (n,) that each was given."""
        return self._learned("labelled INDEXED BY labelled_by_content", space)

    def rejected_in(self, space: Space) -> "tuple[Numbers, Numbers]":
        """The same of labels that were refused."""
        return self._learned("rejections", space)

    def _learned(self, table: str, space: Space) -> "tuple[Numbers, Numbers]":
        return number_pairs(
            self._database,
            f"SELECT embeddings.id AS id, label_id AS value FROM {table} "
            f"CROSS JOIN embeddings USING (content_hash) WHERE {_OF_SPACE} AND EXISTS ("
            "SELECT 1 FROM photos WHERE photos.content_hash = embeddings.content_hash "
            "AND state = 'ready')",
            {"key": space.key},
        )

    def missing_count(self) -> int:
        """How many contents were given a label and are those of no ready photo."""
        sql = (
            "SELECT COUNT(DISTINCT content_hash) FROM labelled WHERE NOT EXISTS ("
            "SELECT 1 FROM photos WHERE photos.content_hash = labelled.content_hash "
            "AND state = 'ready')"
        )
        return int(self._database.rows(sql)[0][0])

    def told(self) -> str | None:
        """What `tell` kept."""
        rows = self._database.rows("SELECT chosen FROM teaching")
        return rows[0][0] if rows else None

    def tell(self, chosen: str) -> None:
        """Keep what was chosen when the labels were taught, as JSON."""
        with self._database.transaction() as connection:
            connection.execute("INSERT OR REPLACE INTO teaching VALUES (1, ?)", [chosen])

    # --- living albums --------------------------------------------------------------------------

    def album(self, label: LabelId) -> dict[ContentHash, float]:
        """What an album found, with probabilities."""
        sql = "SELECT content_hash, probability FROM album_photos WHERE label_id = ?"
        return dict(self._database.rows(sql, [label]))

    def write_album(self, label: LabelId, found: Iterable[tuple[ContentHash, float]]) -> None:
        """Keep what an album found, in place of what it found before."""
        with self._database.transaction() as connection:
            connection.execute("DELETE FROM album_photos WHERE label_id = ?", [label])
            connection.executemany(
                # The label may have been deleted while its album was filled.
                "INSERT INTO album_photos SELECT id, ?, ? FROM labels WHERE id = ?",
                [(content, probability, label) for content, probability in found],
            )

    def album_photos(self, labels: Collection[LabelId]) -> "Numbers":
        """The ready photos (n,), ascending, that one of these albums found and nobody rejected."""
        return number_column(
            self._database,
            "SELECT photos.id AS id FROM album_photos "
            "CROSS JOIN photos USING (content_hash) "
            f"WHERE album_photos.{_AMONG} AND +state = 'ready' AND NOT EXISTS ("
            "SELECT 1 FROM rejections WHERE rejections.label_id = album_photos.label_id "
            "AND rejections.content_hash = album_photos.content_hash)",
            {"labels": _listed(labels)},
        )


def _is_in(table: str) -> str:
    return (
        f"EXISTS (SELECT 1 FROM {table} WHERE {table}.label_id = :label "
        f"AND {table}.content_hash = photos.content_hash)"
    )


def _delete_pairs(connection: sqlite3.Connection, table: str, pairs: Collection[LabelPair]) -> None:
    connection.executemany(
        f"DELETE FROM {table} WHERE label_id = ? AND content_hash = ?", _by_content(pairs)
    )


def _insert_pairs(connection: sqlite3.Connection, table: str, pairs: Collection[LabelPair]) -> None:
    connection.executemany(f"INSERT OR IGNORE INTO {table} VALUES (?, ?)", _by_content(pairs))


def _by_content(pairs: Collection[LabelPair]) -> list[LabelPair]:
    """In the order of the index, which makes many go in twice as fast."""
    return sorted(pairs, key=itemgetter(1))


def _listed(ids: Collection[int] | Sequence[int]) -> str:
    """As JSON, of which SQLite takes any number where it takes few variables."""
    return json.dumps([int(id_) for id_ in ids])
