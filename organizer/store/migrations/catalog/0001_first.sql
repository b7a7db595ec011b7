-- What is needed to show photos, and what the user said. Times of capture are seconds of
-- local wall-clock time from 1970-01-01T00:00; paths are the system's bytes.

CREATE TABLE folder (
    id INTEGER PRIMARY KEY,
    path BLOB NOT NULL UNIQUE,
    added_at TEXT NOT NULL,
    offline INTEGER NOT NULL DEFAULT 0
);

-- Files with the same content are one photo. A photo without a content hash was seen in the
-- first pass only.
CREATE TABLE photo (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    content_hash BLOB UNIQUE,
    status TEXT NOT NULL DEFAULT 'ok',
    reason TEXT,
    kind TEXT NOT NULL DEFAULT 'photo',
    taken_at_s INTEGER,
    utc_offset_min INTEGER,
    taken_at_source TEXT NOT NULL DEFAULT 'unknown',
    taken_at_trust TEXT NOT NULL DEFAULT 'none',
    taken_at_precision TEXT NOT NULL DEFAULT 'second',
    latitude REAL,
    longitude REAL,
    width_px INTEGER,
    height_px INTEGER,
    orientation INTEGER NOT NULL DEFAULT 1,
    camera_make TEXT NOT NULL DEFAULT '',
    camera_model TEXT NOT NULL DEFAULT '',
    exposure TEXT NOT NULL DEFAULT '',
    size_bytes INTEGER NOT NULL DEFAULT 0,
    sharpness REAL,
    duration_s REAL,
    favourite INTEGER NOT NULL DEFAULT 0,
    last_path BLOB, -- where it was, once no file is left
    content_id TEXT NOT NULL DEFAULT '', -- what a Live Photo's picture and clip share
    has_motion INTEGER NOT NULL DEFAULT 0,
    -- a clip, RAW twin or edited copy belongs to another photo and is no entry of its own
    part_of INTEGER REFERENCES photo (id) ON DELETE SET NULL,
    part_role TEXT
);

CREATE INDEX photo_by_time ON photo (taken_at_s);
CREATE INDEX photo_by_whole ON photo (part_of) WHERE part_of IS NOT NULL;

-- The capture time of a file can differ from that of its copies: names and file times do.
CREATE TABLE file (
    id INTEGER PRIMARY KEY,
    folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
    relative_path BLOB NOT NULL,
    size_bytes INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    photo_id INTEGER NOT NULL REFERENCES photo (id),
    pass INTEGER NOT NULL,
    kind TEXT NOT NULL,
    taken_at_s INTEGER,
    utc_offset_min INTEGER,
    taken_at_source TEXT NOT NULL,
    taken_at_trust TEXT NOT NULL,
    taken_at_precision TEXT NOT NULL,
    is_utc INTEGER NOT NULL DEFAULT 0, -- the clock at the place is not known to the file
    latitude REAL,
    longitude REAL,
    sidecars TEXT NOT NULL DEFAULT '', -- names, sizes and times, to see whether one changed
    archived TEXT NOT NULL DEFAULT '', -- what an archive's list says, as JSON
    beside TEXT NOT NULL DEFAULT '', -- what sidecars and list say together, as JSON
    UNIQUE (folder_id, relative_path)
);

CREATE INDEX file_by_photo ON file (photo_id);

-- Lists in JSON that name many pictures of a Facebook or Instagram archive.
CREATE TABLE archive_list (
    folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
    relative_path BLOB NOT NULL,
    size_bytes INTEGER NOT NULL,
    mtime_ns INTEGER NOT NULL,
    PRIMARY KEY (folder_id, relative_path)
) WITHOUT ROWID;
CREATE INDEX file_by_folder ON file (folder_id, photo_id);

-- However a file goes (dropped, or with its folder), its photo remembers where it was.
CREATE TRIGGER file_goes BEFORE DELETE ON file BEGIN
    UPDATE photo SET last_path = CAST(
        (SELECT path FROM folder WHERE id = OLD.folder_id) || '/' || OLD.relative_path AS BLOB)
    WHERE id = OLD.photo_id;
END;

CREATE TABLE album (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    title TEXT NOT NULL,
    cover_id INTEGER,
    suggestion_id TEXT,
    created_at TEXT NOT NULL
);

CREATE TABLE album_photo (
    album_id INTEGER NOT NULL REFERENCES album (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    photo_id INTEGER NOT NULL REFERENCES photo (id),
    PRIMARY KEY (album_id, position)
) WITHOUT ROWID;

CREATE INDEX album_photo_by_photo ON album_photo (photo_id);

CREATE TABLE decision (
    suggestion_id TEXT PRIMARY KEY,
    verdict TEXT NOT NULL,
    suggestion_kind TEXT NOT NULL,
    title TEXT NOT NULL,
    photo_ids TEXT NOT NULL,
    decided_at TEXT NOT NULL
);

CREATE TABLE remembered_date (
    name TEXT PRIMARY KEY,
    kind TEXT NOT NULL,
    month INTEGER NOT NULL,
    day INTEGER NOT NULL,
    year INTEGER
);

CREATE TABLE consent (
    signal TEXT NOT NULL,
    folder_id INTEGER REFERENCES folder (id) ON DELETE CASCADE,
    granted INTEGER NOT NULL,
    text_version INTEGER NOT NULL,
    at TEXT NOT NULL
);

CREATE TABLE ledger (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL,
    action TEXT NOT NULL,
    detail TEXT NOT NULL
);

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
);
