-- What a scan had to tell of folders and sidecars, until a later scan has it no more. There are
-- never more of them than files and folders, and a row is a path: nothing is cut off.

CREATE TABLE note (
    folder_id INTEGER NOT NULL REFERENCES folder (id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    relative_path BLOB NOT NULL, -- below the added folder; "." is that folder itself
    detail TEXT NOT NULL,
    PRIMARY KEY (folder_id, kind, relative_path)
) WITHOUT ROWID;

-- What sidecars say of a file is asked only when one of them changes: the note goes with the file.
CREATE TRIGGER note_goes_with_its_file AFTER DELETE ON file BEGIN
    DELETE FROM note WHERE folder_id = OLD.folder_id AND kind = 'sidecars_disagree'
        AND relative_path = OLD.relative_path;
END;

-- The few files that could not be read are counted for every look at the source list.
CREATE INDEX photo_by_problem ON photo (status) WHERE status <> 'ok';
