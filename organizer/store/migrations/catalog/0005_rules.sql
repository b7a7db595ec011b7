-- What the user ruled about proposals and groups. What names photos names their content, so that it
-- holds again when a folder was away and comes back.

-- Rules that can be read and taken back one by one. Which columns count depends on the kind.
CREATE TABLE rule (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    subject TEXT NOT NULL DEFAULT '', -- the name of a place or person, or a sort of album
    latitude REAL,
    longitude REAL,
    radius_km REAL,
    narrowing REAL, -- cosine of the latitude: not every SQLite can tell
    first_day TEXT, -- with last_day: local days, both included
    last_day TEXT,
    every_year INTEGER NOT NULL DEFAULT 0,
    made_at TEXT NOT NULL
);

CREATE TABLE rule_photo (
    rule_id INTEGER NOT NULL REFERENCES rule (id) ON DELETE CASCADE,
    content_hash BLOB NOT NULL,
    PRIMARY KEY (rule_id, content_hash)
) WITHOUT ROWID;

-- Events that the user cut, joined, or gave other photos; applied in this order.
CREATE TABLE event_edit (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL,
    made_at TEXT NOT NULL
);

CREATE TABLE event_edit_photo (
    edit_id INTEGER NOT NULL REFERENCES event_edit (id) ON DELETE CASCADE,
    side INTEGER NOT NULL, -- 0 and 1: what they mean depends on the kind
    content_hash BLOB NOT NULL,
    PRIMARY KEY (edit_id, side, content_hash)
) WITHOUT ROWID;

-- What the user said of homes: this is one, or this is none.
CREATE TABLE home_word (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    is_home INTEGER NOT NULL,
    latitude REAL NOT NULL,
    longitude REAL NOT NULL,
    name TEXT NOT NULL DEFAULT '',
    first_day TEXT,
    last_day TEXT,
    made_at TEXT NOT NULL
);

-- Themes taught by examples. What was learnt from them is made again whenever it is needed.
CREATE TABLE taught_theme (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    made_at TEXT NOT NULL
);

CREATE TABLE taught_example (
    theme_id INTEGER NOT NULL REFERENCES taught_theme (id) ON DELETE CASCADE,
    content_hash BLOB NOT NULL,
    shows INTEGER NOT NULL,
    PRIMARY KEY (theme_id, content_hash)
) WITHOUT ROWID;

-- The photos of a decision by content: a folder that was removed and added again has other ids.
CREATE TABLE decision_photo (
    suggestion_id TEXT NOT NULL REFERENCES decision (suggestion_id) ON DELETE CASCADE,
    content_hash BLOB NOT NULL,
    PRIMARY KEY (suggestion_id, content_hash)
) WITHOUT ROWID;

INSERT OR IGNORE INTO decision_photo (suggestion_id, content_hash)
SELECT decision.suggestion_id, photo.content_hash
FROM decision, json_each(decision.photo_ids) JOIN photo ON photo.id = json_each.value
WHERE photo.content_hash IS NOT NULL;

-- *hidden* is the user's mark on a photo; *withheld* says that it is not to be seen, be it by that
-- mark or by a rule about its place or date.
ALTER TABLE photo ADD COLUMN hidden INTEGER NOT NULL DEFAULT 0;
ALTER TABLE photo ADD COLUMN withheld INTEGER NOT NULL DEFAULT 0;

-- What was marked, by content; the size tells which files to keep back until they are read whole.
CREATE TABLE hidden_content (
    content_hash BLOB PRIMARY KEY,
    size_bytes INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX photo_by_withheld ON photo (withheld) WHERE withheld;

CREATE VIEW withheld_now AS
SELECT photo.id,
    photo.hidden
    OR (photo.content_hash IS NULL
        AND photo.size_bytes IN (SELECT size_bytes FROM hidden_content))
    OR EXISTS (
        SELECT 1 FROM rule WHERE rule.kind = 'hidden_date'
        AND date(photo.taken_at_s, 'unixepoch') BETWEEN rule.first_day AND rule.last_day)
    OR EXISTS (
        -- a circle this small is flat: degrees of latitude, longitudes narrowed to their length
        SELECT 1 FROM rule WHERE rule.kind = 'hidden_place'
        AND (photo.latitude - rule.latitude) * (photo.latitude - rule.latitude)
            + (min(abs(photo.longitude - rule.longitude),
                   360 - abs(photo.longitude - rule.longitude)) * rule.narrowing)
            * (min(abs(photo.longitude - rule.longitude),
                   360 - abs(photo.longitude - rule.longitude)) * rule.narrowing)
            <= (rule.radius_km / 111.195) * (rule.radius_km / 111.195))
    AS withheld
FROM photo;

CREATE TRIGGER hiding_rule_is_made AFTER INSERT ON rule
WHEN NEW.kind IN ('hidden_date', 'hidden_place') BEGIN
    UPDATE photo SET withheld = 1 WHERE NOT withheld
        AND (SELECT withheld FROM withheld_now WHERE withheld_now.id = photo.id);
END;

CREATE TRIGGER hiding_rule_goes AFTER DELETE ON rule
WHEN OLD.kind IN ('hidden_date', 'hidden_place') BEGIN
    UPDATE photo SET withheld = 0 WHERE withheld
        AND NOT (SELECT withheld FROM withheld_now WHERE withheld_now.id = photo.id);
END;

CREATE TRIGGER photo_is_marked AFTER UPDATE OF hidden ON photo BEGIN
    INSERT OR IGNORE INTO hidden_content
        SELECT NEW.content_hash, NEW.size_bytes
        WHERE NEW.hidden AND NEW.content_hash IS NOT NULL;
    DELETE FROM hidden_content WHERE NOT NEW.hidden AND content_hash = NEW.content_hash;
    UPDATE photo SET withheld = (SELECT withheld FROM withheld_now WHERE id = NEW.id)
    WHERE id = NEW.id;
END;

CREATE TRIGGER photo_is_found AFTER INSERT ON photo
WHEN EXISTS (SELECT 1 FROM rule WHERE kind IN ('hidden_date', 'hidden_place'))
    OR EXISTS (SELECT 1 FROM hidden_content) BEGIN
    UPDATE photo SET withheld = (SELECT withheld FROM withheld_now WHERE id = NEW.id)
    WHERE id = NEW.id;
END;

CREATE TRIGGER photo_is_read AFTER UPDATE OF taken_at_s, latitude, longitude ON photo
WHEN EXISTS (SELECT 1 FROM rule WHERE kind IN ('hidden_date', 'hidden_place')) BEGIN
    UPDATE photo SET withheld = (SELECT withheld FROM withheld_now WHERE id = NEW.id)
    WHERE id = NEW.id;
END;

-- What was hidden stays so when its folder was away, or when it had not been read whole by then.
CREATE TRIGGER hidden_photo_is_known AFTER UPDATE OF content_hash ON photo
WHEN NEW.content_hash IS NOT NULL AND (NEW.hidden OR NEW.withheld
    OR EXISTS (SELECT 1 FROM hidden_content WHERE content_hash = NEW.content_hash)) BEGIN
    INSERT OR IGNORE INTO hidden_content SELECT NEW.content_hash, NEW.size_bytes WHERE NEW.hidden;
    UPDATE photo SET hidden = 1 WHERE id = NEW.id AND NOT hidden
        AND EXISTS (SELECT 1 FROM hidden_content WHERE content_hash = NEW.content_hash);
    UPDATE photo SET withheld = (SELECT withheld FROM withheld_now WHERE id = NEW.id)
    WHERE id = NEW.id;
END;

-- A hidden shot is hidden whichever of its files stands for it: RAW, edited copy, clip.
CREATE TRIGGER hidden_part_is_known AFTER UPDATE OF part_of ON photo
WHEN NEW.part_of IS NOT NULL AND NEW.hidden BEGIN
    UPDATE photo SET hidden = 1 WHERE id = NEW.part_of AND NOT hidden;
END;
