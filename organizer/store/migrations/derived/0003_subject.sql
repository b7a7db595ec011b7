-- What a suggestion is about where its kind says too little: a date to remember, a theme.

ALTER TABLE suggestion ADD COLUMN subject TEXT NOT NULL DEFAULT '';
