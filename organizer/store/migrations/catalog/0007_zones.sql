-- Private places: no copy that leaves Homeroll tells a position within one.

CREATE TABLE privacy_zone (
    id INTEGER PRIMARY KEY,
    latitude REAL NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude REAL NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    radius_km REAL NOT NULL CHECK (radius_km > 0),
    name TEXT NOT NULL DEFAULT '',
    made_at TEXT NOT NULL
);
