-- How many faces photos show, on a sample of each event. Nobody is recognised.

CREATE TABLE face_count (
    photo_id INTEGER PRIMARY KEY,
    content_hash BLOB NOT NULL,
    maker TEXT NOT NULL,
    faces INTEGER NOT NULL
);
