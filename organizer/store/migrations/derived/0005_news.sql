-- A batch of new photos is grouped without reading everything: which photos were grouped already is
-- seen from the memberships, which hold every photo now, and hashes are read from an index alone.

CREATE INDEX feature_by_likeness ON feature (maker, likeness_hash);
