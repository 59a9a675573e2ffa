"""The catalog's tables, as a tuple of upgrade steps; `PRAGMA user_version` counts them."""

import sqlite3

APPLICATION_ID = 0x4C4B414C  # "LKAL": tells our files from every other SQLite database.

CREATE_PHOTOS = """
-- Tells this catalog from every other: the caches beside it belong to it alone.
CREATE TABLE identity AS SELECT hex(randomblob(8)) AS value;

CREATE TABLE folders (
    id   INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE
) STRICT;

-- Paths are the bytes of `os.fsencode`: a file name need not be valid text.
CREATE TABLE photos (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    path         BLOB NOT NULL UNIQUE,
    size_bytes   INTEGER NOT NULL,
    mtime_ns     INTEGER NOT NULL,
    state        TEXT NOT NULL CHECK (state IN ('ready', 'unreadable', 'missing')),
    reason       TEXT NOT NULL DEFAULT '',
    is_lasting   INTEGER NOT NULL DEFAULT 1, -- whether only another content can help
    content_hash BLOB,
    width        INTEGER,
    height       INTEGER,
    orientation  INTEGER,
    format       TEXT,
    taken_at     TEXT
) STRICT;
CREATE INDEX photos_by_content ON photos (content_hash);
CREATE INDEX photos_by_state ON photos (state);
"""

CREATE_EMBEDDINGS = """
CREATE TABLE spaces (
    id         INTEGER PRIMARY KEY,
    key        TEXT NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    dimensions INTEGER NOT NULL,
    recipe     TEXT NOT NULL
) STRICT;

-- One row per content, shared by every file that holds it; `checksum` is the CRC-32 of `vector`,
-- because a zeroed page inside a blob passes SQLite's own integrity check.
CREATE TABLE embeddings (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    space_id     INTEGER NOT NULL REFERENCES spaces (id),
    content_hash BLOB NOT NULL,
    vector       BLOB NOT NULL,
    checksum     INTEGER NOT NULL,
    UNIQUE (space_id, content_hash)
) STRICT;
CREATE INDEX embeddings_by_space ON embeddings (space_id);
"""

# `exclude` is a JSON list of patterns; `scanned_ns` the time at which the folder was last looked
# through as a whole with them, 0 for never; `device` the disk that it was on then.
DESCRIBE_FOLDERS = """
ALTER TABLE folders ADD COLUMN exclude TEXT NOT NULL DEFAULT '[]';
ALTER TABLE folders ADD COLUMN scanned_ns INTEGER NOT NULL DEFAULT 0;
ALTER TABLE folders ADD COLUMN device TEXT NOT NULL DEFAULT '';
"""

# `camera` is empty where a file tells none, and NULL where nobody has looked yet. A guess is one of
# the few classes that a network thinks most likely for a content, rank 1 the likeliest. `question`
# is JSON; a saved search has shown a person all photos up to the id `seen`. With the state beside
# it, whether a content is that of a ready photo is told without a look at the photo's row.
DESCRIBE_PHOTOS = """
ALTER TABLE photos ADD COLUMN camera TEXT;
CREATE INDEX photos_by_date ON photos (taken_at);
DROP INDEX photos_by_content;
CREATE INDEX photos_by_content ON photos (content_hash, state);

CREATE TABLE guesses (
    space_id     INTEGER NOT NULL REFERENCES spaces (id),
    content_hash BLOB NOT NULL,
    rank         INTEGER NOT NULL,
    class        INTEGER NOT NULL,
    probability  REAL NOT NULL,
    PRIMARY KEY (space_id, content_hash, rank)
) STRICT, WITHOUT ROWID;
CREATE INDEX guesses_by_class ON guesses (space_id, class, probability);

CREATE TABLE saved_searches (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    name       TEXT NOT NULL,
    question   TEXT NOT NULL,
    seen       INTEGER NOT NULL DEFAULT 0
) STRICT;
"""

# What a person did is in the first four tables; `teaching` and `album_photos` are found out again.
# A label is confirmed where the person stands by it though the program doubts it.
# A label belongs to what a photo holds, and stays when no file holds it any more. The same
# picture with other metadata is another content, which `LabelTable.carry_over` gives them as well.
# Until a change is complete a label may point to one that is yet to come.
CREATE_LABELS = """
CREATE TABLE labels (
    id        INTEGER PRIMARY KEY AUTOINCREMENT,
    name      TEXT NOT NULL CHECK (name <> ''),
    parent_id INTEGER REFERENCES labels (id) DEFERRABLE INITIALLY DEFERRED,
    key       INTEGER UNIQUE CHECK (key BETWEEN 1 AND 9),
    album     REAL CHECK (album BETWEEN 0 AND 1)
) STRICT;
CREATE UNIQUE INDEX labels_by_name ON labels (IFNULL(parent_id, 0), name COLLATE NOCASE);
CREATE INDEX labels_by_parent ON labels (parent_id);

CREATE TABLE labelled (
    label_id     INTEGER NOT NULL REFERENCES labels (id) DEFERRABLE INITIALLY DEFERRED,
    content_hash BLOB NOT NULL,
    PRIMARY KEY (label_id, content_hash)
) STRICT, WITHOUT ROWID;
CREATE INDEX labelled_by_content ON labelled (content_hash, label_id);

CREATE TABLE rejections (
    label_id     INTEGER NOT NULL REFERENCES labels (id) DEFERRABLE INITIALLY DEFERRED,
    content_hash BLOB NOT NULL,
    PRIMARY KEY (label_id, content_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE confirmations (
    label_id     INTEGER NOT NULL REFERENCES labels (id) DEFERRABLE INITIALLY DEFERRED,
    content_hash BLOB NOT NULL,
    PRIMARY KEY (label_id, content_hash)
) STRICT, WITHOUT ROWID;

CREATE TABLE teaching (
    id     INTEGER PRIMARY KEY CHECK (id = 1),
    chosen TEXT NOT NULL
) STRICT;

CREATE TABLE album_photos (
    label_id     INTEGER NOT NULL REFERENCES labels (id) DEFERRABLE INITIALLY DEFERRED,
    content_hash BLOB NOT NULL,
    probability  REAL NOT NULL,
    PRIMARY KEY (label_id, content_hash)
) STRICT, WITHOUT ROWID;
"""

# position = schema version
UPGRADES = (CREATE_PHOTOS, CREATE_EMBEDDINGS, DESCRIBE_FOLDERS, DESCRIBE_PHOTOS, CREATE_LABELS)


def schema_version(connection: sqlite3.Connection) -> int:
    """How many upgrade steps the file has seen."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def upgrade(connection: sqlite3.Connection, steps: tuple[str, ...] = UPGRADES) -> None:
    """Apply the steps the file has not seen, each in a transaction of its own."""
    for version in range(schema_version(connection), len(steps)):
        connection.executescript(
            f"BEGIN IMMEDIATE; {steps[version]} PRAGMA user_version = {version + 1}; COMMIT;"
        )
