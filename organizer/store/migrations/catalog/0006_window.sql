-- What the user says of single photos, by content, so that it holds when a folder comes back.

CREATE TABLE caption (
    content_hash BLOB PRIMARY KEY,
    text TEXT NOT NULL
) WITHOUT ROWID;

-- Among shots that look alike, the user likes this one best; of several the one said last.
CREATE TABLE best_shot (
    content_hash BLOB PRIMARY KEY,
    said_at TEXT NOT NULL
) WITHOUT ROWID;

-- Photos that are seen turned, in quarter turns clockwise; the file stays as it is.
CREATE TABLE turned (
    content_hash BLOB PRIMARY KEY,
    quarter_turns INTEGER NOT NULL CHECK (quarter_turns BETWEEN 1 AND 3)
) WITHOUT ROWID;

-- How an album is ordered: by the user's hand, or by date. Albums without a place stand last.
ALTER TABLE album ADD COLUMN sorting TEXT NOT NULL DEFAULT 'own';
ALTER TABLE album ADD COLUMN place_in_list INTEGER;
