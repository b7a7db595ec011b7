"""From rows of the derived store to values, and back."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from organizer.models import (
    Event,
    LikenessGroup,
    PhotoId,
    PlaceGroup,
    Reason,
    Suggestion,
    SuggestionKind,
    ThemeScore,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeatureRow:
    """The stored features of one photo; vectors as little-endian float16 bytes."""

    photo_id: PhotoId
    content_hash: str
    embedding: bytes
    theme_log_probabilities: bytes
    likeness_hash: bytes
    quality: float
    colourfulness: float
    colours: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """The groups that one photo is in."""

    event_id: int | None = None
    place_group_id: int | None = None
    likeness_group_id: int | None = None
    look_group_id: int | None = None
    is_document: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChanges:
    """What a batch of new photos changes about groups.

    Attributes:
        memberships: Of every photo that is in other groups than before.
        themes: Of every photo that was judged anew; none for those that show none.
        gone_events, gone_likeness_groups: Numbers that are no more.
    """

    memberships: Mapping[PhotoId, Membership]
    themes: Mapping[PhotoId, Sequence[ThemeScore]]
    events: Sequence[Event]
    gone_events: Collection[int]
    likeness_groups: Sequence[LikenessGroup]
    gone_likeness_groups: Collection[int]
    place_groups: Sequence[PlaceGroup]


def membership_of(row: sqlite3.Row) -> Membership:
    """The groups of a row of memberships."""
    return Membership(
        event_id=row["event_id"],
        place_group_id=row["place_group_id"],
        likeness_group_id=row["likeness_group_id"],
        look_group_id=row["look_group_id"],
        is_document=bool(row["is_document"]),
    )


def suggestion_of(row: sqlite3.Row) -> Suggestion:
    """The suggestion of a row."""
    return Suggestion(
        id=row["id"],
        kind=SuggestionKind(row["kind"]),
        occasion=row["occasion"],
        subject=row["subject"],
        title=row["title"],
        subtitle=row["subtitle"],
        start=datetime.fromisoformat(row["start"]) if row["start"] else None,
        end=datetime.fromisoformat(row["end"]) if row["end"] else None,
        photo_ids=tuple(PhotoId(photo_id) for photo_id in json.loads(row["photo_ids"])),
        cover_id=PhotoId(row["cover_id"]),
        score=row["score"],
        reasons=tuple(_reason(*fields) for fields in json.loads(row["reasons"])),
    )


def _reason(
    text: str,
    photo_ids: list[int],
    value: float | None = None,  # older rows have neither
    threshold: float | None = None,
) -> Reason:
    return Reason(
        text=text,
        photo_ids=tuple(PhotoId(photo_id) for photo_id in photo_ids),
        value=value,
        threshold=threshold,
    )


def suggestion_row(rank: int, found: Suggestion) -> tuple[object, ...]:
    """The columns of a suggestion at a rank."""
    return (
        found.id,
        rank,
        found.kind,
        found.occasion,
        found.title,
        found.subtitle,
        found.start.isoformat() if found.start else None,
        found.end.isoformat() if found.end else None,
        json.dumps([int(photo_id) for photo_id in found.photo_ids]),
        found.cover_id,
        float(found.score),
        json.dumps(
            [
                [
                    reason.text,
                    [int(photo_id) for photo_id in reason.photo_ids],
                    reason.value,
                    reason.threshold,
                ]
                for reason in found.reasons
            ]
        ),
        found.subject,
    )
