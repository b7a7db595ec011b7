-- When a photo was taken, as the user says. It wins over whatever the files say, now and after
-- every later scan; taking it back lets the files speak again.

CREATE TABLE correction (
    photo_id INTEGER PRIMARY KEY REFERENCES photo (id) ON DELETE CASCADE,
    taken_at_s INTEGER NOT NULL,
    corrected_at TEXT NOT NULL
);

CREATE TRIGGER correction_is_made AFTER INSERT ON correction BEGIN
    UPDATE photo SET taken_at_s = NEW.taken_at_s, taken_at_source = 'user',
        taken_at_trust = 'high', taken_at_precision = 'second'
    WHERE id = NEW.photo_id;
END;

CREATE TRIGGER correction_wins AFTER UPDATE OF taken_at_s ON photo
WHEN EXISTS (SELECT 1 FROM correction WHERE photo_id = NEW.id) BEGIN
    UPDATE photo SET
        taken_at_s = (SELECT taken_at_s FROM correction WHERE photo_id = NEW.id),
        taken_at_source = 'user', taken_at_trust = 'high', taken_at_precision = 'second'
    WHERE id = NEW.id;
END;
