"""What the user said of single photos: captions, and how they are turned. By content."""

from __future__ import annotations

import sqlite3

from organizer.models import PhotoId

FULL_TURN = 4


class CaptionRepository:
    """Words under photos; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, photo_id: PhotoId) -> str:
        """The caption of a photo; "" for none."""
        row = self._connection.execute(
            "SELECT text FROM caption JOIN photo USING (content_hash) WHERE photo.id = ?",
            (photo_id,),
        ).fetchone()
        return str(row[0]) if row else ""

    def set(self, photo_id: PhotoId, text: str) -> None:
        """Write under a photo; "" takes the caption away."""
        self._connection.execute(
            "DELETE FROM caption WHERE content_hash ="
            " (SELECT content_hash FROM photo WHERE id = ?)",
            (photo_id,),
        )
        if text:
            self._connection.execute(
                "INSERT INTO caption (content_hash, text)"
                " SELECT content_hash, ? FROM photo WHERE id = ? AND content_hash IS NOT NULL",
                (text, photo_id),
            )


class TurnedRepository:
    """How photos are seen turned; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def of(self, photo_id: PhotoId) -> int:
        """Quarter turns clockwise, from 0 to 3."""
        row = self._connection.execute(
            "SELECT quarter_turns FROM turned JOIN photo USING (content_hash) WHERE photo.id = ?",
            (photo_id,),
        ).fetchone()
        return int(row[0]) if row else 0

    def set(self, photo_id: PhotoId, quarter_turns: int) -> None:
        """Show a photo so much turned clockwise from now on."""
        self._connection.execute(
            "DELETE FROM turned WHERE content_hash = (SELECT content_hash FROM photo WHERE id = ?)",
            (photo_id,),
        )
        if quarter_turns % FULL_TURN:
            self._connection.execute(
                "INSERT INTO turned (content_hash, quarter_turns)"
                " SELECT content_hash, ? FROM photo WHERE id = ? AND content_hash IS NOT NULL",
                (quarter_turns % FULL_TURN, photo_id),
            )
