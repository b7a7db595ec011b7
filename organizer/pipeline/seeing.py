"""What every photo to be seen looks like, read at once and behind the gate."""

from __future__ import annotations

import numpy as np

from organizer.features.model import EMBEDDING, EMBEDDING_LENGTH
from organizer.library import Library
from organizer.models import PhotoId, Seen, Signal


def see_photos(library: Library, kept: Seen | None = None) -> Seen:
    """What the photos look like that are to be seen; nothing of what is hidden.

    Args:
        kept: What this gave before: it need not be read again, but what was hidden since goes.

    Raises:
        SwitchOffError: If suggestions are off.
    """
    library.gate.require(Signal.CONTENT)
    if kept is not None:
        return kept.without(library.hidden.withheld())
    contents = library.photos.contents()
    with library.derived() as derived:
        rows = [] if derived is None else derived.looks.embeddings(EMBEDDING)
    known = [row for row in rows if contents.get(row[0]) == row[1]]
    known.sort(key=lambda row: (row[1], row[0]))
    flat = np.frombuffer(b"".join(row[2] for row in known), dtype="<f2")
    return Seen(
        photo_ids=tuple(PhotoId(row[0]) for row in known),
        embeddings=flat.reshape(-1, EMBEDDING_LENGTH).astype(np.float32),
    )
