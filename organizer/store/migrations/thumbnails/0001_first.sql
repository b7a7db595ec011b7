-- Our own JPEGs: upright, short side 256, long side at most 512. *pass* 1 is the picture that
-- the camera embedded, to show something at once; 2 is ours.

CREATE TABLE thumbnail (
    photo_id INTEGER PRIMARY KEY,
    pass INTEGER NOT NULL,
    jpeg BLOB NOT NULL
);

-- Which photos have one is asked at every scan: from the index alone, without the pictures.
CREATE INDEX thumbnail_by_pass ON thumbnail (pass);
