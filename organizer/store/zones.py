"""Private places, as the user named them."""

from __future__ import annotations

import sqlite3
from dataclasses import replace

from organizer.models import Circle
from organizer.models.exports import PrivateZone, ZoneId
from organizer.store.instants import now_text


class ZoneRepository:
    """Private places; the caller owns the transaction."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def all(self) -> list[PrivateZone]:
        """Every one in the order of saying."""
        rows = self._connection.execute("SELECT * FROM privacy_zone ORDER BY id")
        return [
            PrivateZone(
                id=ZoneId(row["id"]),
                circle=Circle(row["latitude"], row["longitude"], row["radius_km"]),
                name=row["name"],
            )
            for row in rows
        ]

    def keep(self, zone: PrivateZone) -> PrivateZone:
        """Keep one, under its old id if it had one; returns it with its id."""
        cursor = self._connection.execute(
            "INSERT INTO privacy_zone (id, latitude, longitude, radius_km, name, made_at)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (
                zone.id,
                zone.circle.latitude,
                zone.circle.longitude,
                zone.circle.radius_km,
                zone.name,
                now_text(),
            ),
        )
        return replace(zone, id=ZoneId(cursor.lastrowid or 0))

    def remove(self, zone_id: ZoneId) -> None:
        """Take one back."""
        self._connection.execute("DELETE FROM privacy_zone WHERE id = ?", (zone_id,))
