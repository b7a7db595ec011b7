"""The library as the JSON report ``homeroll-report/1``: a public interface, only ever added to."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, TextIO

from organizer.features.model import EMBEDDING
from organizer.library import Library
from organizer.models import Kind, Photo, PhotoId, Signal, Suggestion, ThemeScore
from organizer.pipeline.deciding import open_suggestions
from organizer.pipeline.naming import name_place
from organizer.pipeline.organizing import Timing
from organizer.pipeline.switching import suggestions_are_on
from organizer.store.derived import DerivedReader
from organizer.store.derived_rows import Membership

FORMAT = "homeroll-report/1"


class _Worked:
    """What was worked out, loaded once; empty with the switch off."""

    def __init__(self, derived: DerivedReader | None) -> None:
        self.memberships: Mapping[PhotoId, Membership] = {}
        self.themes: Mapping[PhotoId, tuple[ThemeScore, ...]] = {}
        self.best: frozenset[PhotoId] = frozenset()
        self.quality: Mapping[PhotoId, float] = {}
        self.events: list[dict[str, Any]] = []
        if derived is None:
            return
        self.memberships = derived.memberships()
        self.themes = derived.themes()
        self.best = frozenset(group.best_id for group in derived.likeness_groups())
        self.quality = {row.photo_id: row.quality for row in derived.features(EMBEDDING)}
        self.events = [
            {
                "id": event.id,
                "start": event.start.isoformat(),
                "end": event.end.isoformat(),
                "photo_ids": list(event.photo_ids),
            }
            for event in derived.events()
        ]


class _OneByOne(list[dict[str, Any]]):
    """A list for :mod:`json` whose items are made when they are written."""

    def __init__(self, items: Iterable[dict[str, Any]]) -> None:
        super().__init__()
        self._items = items

    def __bool__(self) -> bool:
        return True  # else json would not look into it

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return iter(self._items)


def write_report(library: Library, out: TextIO, timing: Timing | None = None) -> None:
    """Write the report as JSON, photo by photo: 100,000 of them at once would take 700 MB."""
    # only json.dump goes through a list as it writes
    json.dump(_report(library, timing), out, indent=1)
    out.write("\n")


def _report(library: Library, timing: Timing | None) -> dict[str, Any]:
    is_on = suggestions_are_on(library)
    with library.derived() as derived:
        worked = _Worked(derived if library.gate.is_open(Signal.GROUPING) else None)
    photos = (_photo(photo, worked) for photo in library.photos.each() if photo.paths)
    first = next(photos, None)  # json would write nothing at all for no photos
    return {
        "format": FORMAT,
        "suggestions_switch": "on" if is_on else "off",
        "folders": [str(folder.path) for folder in library.folders.all()],
        "timing": _timing(timing or Timing()),
        "photos": [] if first is None else _OneByOne(chain([first], photos)),
        "events": worked.events,
        "suggestions": [_suggestion(found) for found in open_suggestions(library)],
        "notes": list(timing.notes) if timing else [],
    }


def _timing(timing: Timing) -> dict[str, Any]:
    return {
        "list_s": round(timing.list_s, 3),
        "dates_s": round(timing.dates_s, 3),
        "read_s": round(timing.read_s, 3),
        "analyse_s": round(timing.analyse_s, 3),
        "group_s": round(timing.group_s, 3),
        "photos_read": timing.photos_read,
        "photos_analysed": timing.photos_analysed,
    }


def _photo(photo: Photo, worked: _Worked) -> dict[str, Any]:
    member = worked.memberships.get(photo.id, Membership())
    in_group = member.likeness_group_id is not None
    is_document = member.is_document and photo.kind is Kind.PHOTO
    quality = worked.quality.get(photo.id)
    found = {
        "id": photo.id,
        "path": str(photo.path),
        "status": photo.status,
        "reason": photo.reason,
        **_date(photo),
        "lat": photo.latitude,
        "lon": photo.longitude,
        "place": _place(photo),
        "width": photo.width_px,
        "height": photo.height_px,
        "orientation": photo.orientation,
        "kind": Kind.DOCUMENT if is_document else photo.kind,
        "event": member.event_id,
        "place_group": member.place_group_id,
        "likeness_group": member.likeness_group_id,
        "look_group": member.look_group_id,
        "best_of_likeness_group": photo.id in worked.best if in_group else None,
        "quality": None if quality is None else round(quality, 3),
        "duration_s": photo.duration_s,
        "paths": [str(path) for path in photo.paths],
        "parts": [{"path": str(part.path), "role": part.role} for part in photo.parts],
        "themes": [
            {"name": theme.name, "score": round(theme.score, 3)}
            for theme in worked.themes.get(photo.id, ())
        ],
    }
    raw = os.fsencode(photo.path)
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        found["path_bytes"] = base64.b64encode(raw).decode("ascii")
    return found


def _date(photo: Photo) -> dict[str, Any]:
    captured = photo.captured
    return {
        "taken_at": captured.taken_at.isoformat() if captured.taken_at else None,
        "utc_offset": _offset(captured.utc_offset_min),
        "taken_at_source": captured.source,
        "taken_at_trust": captured.trust,
        "taken_at_precision": captured.precision,
    }


def _offset(minutes: int | None) -> str | None:
    if minutes is None:
        return None
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def _place(photo: Photo) -> dict[str, str] | None:
    if photo.latitude is None or photo.longitude is None:
        return None
    place = name_place(photo.latitude, photo.longitude)
    if place is None:
        return None
    return {"name": place.name, "region": place.region, "country": place.country}


def _suggestion(found: Suggestion) -> dict[str, Any]:
    return {
        "id": found.id,
        "kind": found.kind,
        "occasion": found.occasion,
        "title": found.title,
        "subtitle": found.subtitle,
        "start": found.start.isoformat() if found.start else None,
        "end": found.end.isoformat() if found.end else None,
        "photo_ids": list(found.photo_ids),
        "cover_id": found.cover_id,
        "score": round(found.score, 4),
        "reasons": [
            {
                "text": reason.text,
                "photo_ids": list(reason.photo_ids),
                "value": reason.value,
                "threshold": reason.threshold,
            }
            for reason in found.reasons
        ],
    }
