-- Everything that was worked out for suggestions. This file goes when the switch goes off.

CREATE TABLE feature (
    photo_id INTEGER PRIMARY KEY,
    content_hash BLOB NOT NULL,
    maker TEXT NOT NULL,
    embedding BLOB NOT NULL,
    theme_log_probabilities BLOB NOT NULL,
    likeness_hash BLOB NOT NULL,
    quality REAL NOT NULL,
    colourfulness REAL NOT NULL
);

CREATE TABLE home (
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    first_day TEXT NOT NULL,
    last_day TEXT NOT NULL,
    active_days INTEGER NOT NULL
);

CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    start TEXT NOT NULL,
    "end" TEXT NOT NULL
);

CREATE TABLE place_group (
    id INTEGER PRIMARY KEY,
    latitude REAL NOT NULL,
    longitude REAL NOT NULL
);

CREATE TABLE likeness_group (
    id INTEGER PRIMARY KEY,
    best_id INTEGER NOT NULL
);

-- The groups that one photo is in.
CREATE TABLE membership (
    photo_id INTEGER PRIMARY KEY,
    event_id INTEGER,
    place_group_id INTEGER,
    likeness_group_id INTEGER,
    look_group_id INTEGER,
    is_document INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE theme (
    photo_id INTEGER NOT NULL,
    name TEXT NOT NULL,
    score REAL NOT NULL,
    PRIMARY KEY (photo_id, name)
) WITHOUT ROWID;

CREATE TABLE suggestion (
    id TEXT PRIMARY KEY,
    rank INTEGER NOT NULL,
    kind TEXT NOT NULL,
    occasion TEXT,
    title TEXT NOT NULL,
    subtitle TEXT NOT NULL,
    start TEXT,
    "end" TEXT,
    photo_ids TEXT NOT NULL,
    cover_id INTEGER NOT NULL,
    score REAL NOT NULL,
    reasons TEXT NOT NULL
);
