"""How far the clocks at a place were from UTC at a moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError


def offset_at(latitude: float, longitude: float, utc_at: datetime) -> int | None:
    """Minutes east of UTC; None at sea without a zone, or without the package that knows."""
    name = _zone_name(round(latitude, 3), round(longitude, 3))
    if not name:
        return None
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
    offset = utc_at.replace(tzinfo=UTC).astimezone(zone).utcoffset() or timedelta()
    return round(offset.total_seconds() / 60)


@lru_cache(maxsize=4096)
def _zone_name(latitude: float, longitude: float) -> str:
    try:
        import tzfpy  # its map takes 35 MB: only where a place must tell the time
    except ImportError:
        return ""
    return str(tzfpy.get_tz(longitude, latitude))
