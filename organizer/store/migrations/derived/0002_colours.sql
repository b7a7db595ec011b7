-- The colours of nine parts of each photo: photos of one event share their light. What was seen
-- before by an older maker is seen anew.

DELETE FROM feature;
ALTER TABLE feature ADD COLUMN colours BLOB NOT NULL DEFAULT x'';
