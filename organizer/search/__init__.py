"""Words and tags to photos: a step of its own, made in memory and kept nowhere."""
