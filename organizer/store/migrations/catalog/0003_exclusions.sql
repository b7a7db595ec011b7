-- What the user leaves out of the added folders: a folder, or everything of a certain name.

CREATE TABLE exclusion (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    folder BLOB UNIQUE,
    pattern TEXT UNIQUE,
    photos INTEGER NOT NULL, -- that the library knew in it when it was left out
    folders INTEGER NOT NULL DEFAULT 0, -- and what the last scan met and passed by
    files INTEGER NOT NULL DEFAULT 0,
    added_at TEXT NOT NULL,
    CHECK ((folder IS NULL) <> (pattern IS NULL))
);

-- A photo without star or album goes with its last file, and its correction with it. What was
-- left out may be taken in again: the same content then has the date that the user gave it.
CREATE TABLE kept_correction (
    content_hash BLOB PRIMARY KEY,
    taken_at_s INTEGER NOT NULL,
    corrected_at TEXT NOT NULL
) WITHOUT ROWID;

CREATE TRIGGER corrected_photo_goes BEFORE DELETE ON photo
WHEN OLD.content_hash IS NOT NULL
    AND EXISTS (SELECT 1 FROM correction WHERE photo_id = OLD.id) BEGIN
    INSERT OR REPLACE INTO kept_correction (content_hash, taken_at_s, corrected_at)
    SELECT OLD.content_hash, taken_at_s, corrected_at FROM correction WHERE photo_id = OLD.id;
END;

CREATE TRIGGER corrected_photo_comes_back AFTER UPDATE OF content_hash ON photo
WHEN EXISTS (SELECT 1 FROM kept_correction WHERE content_hash = NEW.content_hash) BEGIN
    INSERT OR IGNORE INTO correction (photo_id, taken_at_s, corrected_at)
    SELECT NEW.id, taken_at_s, corrected_at FROM kept_correction
    WHERE content_hash = NEW.content_hash;
    DELETE FROM kept_correction WHERE content_hash = NEW.content_hash;
END;
