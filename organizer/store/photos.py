"""Photos: what is known of each content, whichever files carry it."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from organizer.models import (
    CaptureTime,
    DateSpan,
    Part,
    PartRole,
    Photo,
    PhotoId,
)
from organizer.store.file_facts import BEST_FILE_FIRST
from organizer.store.instants import from_seconds, to_seconds
from organizer.store.photo_rows import NO_FILES, Files, captured_of, json_ids, photo_of
from organizer.store.timelines import SHOWN, TRUSTED, TimelineReader

_AT_A_TIME = 1_000


class PhotoRepository(TimelineReader):
    """Photos by id and content; the caller owns the transaction."""

    # -- what the window and the steps ask ----------------------------------------------------

    def all(self) -> list[Photo]:
        """Every photo, whatever its status, by id; those in albums may have lost their file.

        What is only a part of another photo is found among the parts of that one.
        """
        return list(self._read("SELECT * FROM photo WHERE part_of IS NULL ORDER BY id", ()))

    def each(self) -> Iterator[Photo]:
        """The same photos one by one, a few in memory at a time; they may change meanwhile."""
        ids = [row[0] for row in self._plain("SELECT id FROM photo WHERE part_of IS NULL")]
        for start in range(0, len(ids), _AT_A_TIME):
            yield from self.get_many(ids[start : start + _AT_A_TIME])

    def get(self, photo_id: PhotoId) -> Photo | None:
        """One photo, or None when it is gone."""
        found = self.get_many([photo_id])
        return found[0] if found else None

    def get_many(self, photo_ids: Sequence[PhotoId]) -> list[Photo]:
        """These photos in this order, without those that are gone."""
        sql = (
            "SELECT * FROM photo WHERE id IN (SELECT value FROM json_each(?))"  # any number of ids
        )
        found = {photo.id: photo for photo in self._read(sql, (json_ids(photo_ids),))}
        return [found[photo_id] for photo_id in photo_ids if photo_id in found]

    def taken_between(self, first: datetime, last: datetime) -> list[Photo]:
        """The photos to be seen of a stretch of local wall-clock time with trusted dates."""
        sql = (
            f"SELECT * FROM photo WHERE {SHOWN} AND {TRUSTED}"
            " AND taken_at_s BETWEEN ? AND ? ORDER BY taken_at_s, id"
        )
        return list(self._read(sql, (to_seconds(first), to_seconds(last))))

    def problems(self) -> list[Photo]:
        """Every photo that could not be read, by path."""
        found = self._read("SELECT * FROM photo WHERE status <> 'ok'", ())
        return sorted(found, key=lambda photo: os.fsencode(photo.path))

    def readable_ids(self) -> set[PhotoId]:
        """Every readable photo."""
        return {PhotoId(row[0]) for row in self._plain("SELECT id FROM photo WHERE status = 'ok'")}

    def contents(self) -> dict[PhotoId, bytes]:
        """The content hash of every photo to be seen that was read whole."""
        return dict(
            self._plain(
                f"SELECT id, content_hash FROM photo WHERE {SHOWN} AND content_hash IS NOT NULL"
            )
        )

    def groupable_ids(self) -> set[PhotoId]:
        """Every photo from which groups may be worked out: to be read, and to be seen."""
        return {PhotoId(row[0]) for row in self._plain(f"SELECT id FROM photo WHERE {SHOWN}")}

    def first_and_last(self) -> tuple[datetime, datetime] | None:
        """When the first and the last photo with a trusted date were taken."""
        ((first, last),) = self._plain(
            f"SELECT MIN(taken_at_s), MAX(taken_at_s) FROM photo WHERE {SHOWN} AND {TRUSTED}"
        )
        begun, ended = from_seconds(first), from_seconds(last)
        return None if begun is None or ended is None else (begun, ended)

    def without_second_pass(self) -> set[PhotoId]:
        """Photos of which only the first pass has been made."""
        rows = self._plain("SELECT id FROM photo WHERE content_hash IS NULL")
        return {PhotoId(row[0]) for row in rows}

    def dates_of(self, photo_ids: Sequence[PhotoId]) -> dict[PhotoId, CaptureTime]:
        """When these photos were taken, in this order, without those that are gone."""
        rows = self._connection.execute(
            """
            SELECT id, taken_at_s, utc_offset_min, taken_at_source, taken_at_trust,
                taken_at_precision
            FROM photo WHERE id IN (SELECT value FROM json_each(?))
            """,
            (json_ids(photo_ids),),
        )
        found = {PhotoId(row["id"]): captured_of(row) for row in rows}
        return {photo_id: found[photo_id] for photo_id in photo_ids if photo_id in found}

    def date_span(self, photo_ids: Sequence[PhotoId]) -> DateSpan:
        """How the dates of these photos lie."""
        row = self._connection.execute(
            """
            SELECT COUNT(*), COUNT(own_s), MIN(own_s), MAX(own_s), TOTAL(taken_at_source = 'user')
            FROM (SELECT taken_at_source,
                    CASE WHEN taken_at_source <> 'file' THEN taken_at_s END AS own_s
                FROM photo WHERE id IN (SELECT value FROM json_each(?)))
            """,
            (json_ids(photo_ids),),
        ).fetchone()
        return DateSpan(
            count=row[0],
            shiftable_count=row[1],
            first=from_seconds(row[2]),
            last=from_seconds(row[3]),
            corrected_count=int(row[4]),
        )

    def cameras_of(self, photo_ids: Sequence[PhotoId]) -> set[tuple[str, str]]:
        """Make and model of every camera that took these; a photo that says none gives two ""."""
        rows = self._plain(
            "SELECT DISTINCT camera_make, camera_model FROM photo"
            " WHERE id IN (SELECT value FROM json_each(?))",
            (json_ids(photo_ids),),
        )
        return {(make, model) for make, model in rows}

    def by_camera(self, make: str, model: str) -> list[PhotoId]:
        """All photos by one camera."""
        rows = self._plain(
            "SELECT id FROM photo"
            " WHERE camera_make = ? AND camera_model = ? AND part_of IS NULL ORDER BY id",
            (make, model),
        )
        return [PhotoId(row[0]) for row in rows]

    # -- what the user says -------------------------------------------------------------------

    def set_favourite(self, photo_id: PhotoId, is_favourite: bool) -> None:  # noqa: FBT001
        """Give or take the star."""
        self._connection.execute(
            "UPDATE photo SET favourite = ? WHERE id = ?", (is_favourite, photo_id)
        )

    # -- from rows to values ------------------------------------------------------------------

    def _read(self, sql: str, parameters: Sequence[object]) -> Iterator[Photo]:
        rows = self._connection.execute(sql, parameters).fetchall()
        parts = self._parts([row["id"] for row in rows])
        files = self._files([row["id"] for row in rows] + [part[1] for part in parts])
        more: dict[int, list[Part]] = {}
        for whole_id, part_id, role in parts:
            own = files.get(part_id, NO_FILES)
            more.setdefault(whole_id, []).extend(Part(path, PartRole(role)) for path in own.paths)
            more[whole_id].extend(own.sidecars)
        return (
            photo_of(row, files.get(row["id"], NO_FILES), more.get(row["id"], ())) for row in rows
        )

    def _parts(self, photo_ids: Iterable[int]) -> list[tuple[Any, ...]]:
        return self._plain(
            """
            SELECT part_of, id, part_role FROM photo
            WHERE part_of IN (SELECT value FROM json_each(?)) ORDER BY part_role, id
            """,
            (json_ids(photo_ids),),
        )

    def _files(self, photo_ids: Iterable[int]) -> dict[int, Files]:
        rows = self._plain(
            f"""
            SELECT file.photo_id, folder.path, file.relative_path, file.sidecars
            FROM file JOIN folder ON folder.id = file.folder_id
            WHERE file.photo_id IN (SELECT value FROM json_each(?))
            ORDER BY {BEST_FILE_FIRST}
            """,
            (json_ids(photo_ids),),
        )
        found: dict[int, Files] = {}
        for photo_id, folder, relative, sidecars in rows:
            path = Path(os.fsdecode(os.path.join(folder, relative)))  # noqa: PTH118 - bytes
            files = found.setdefault(photo_id, Files([], []))
            files.paths.append(path)
            for name, *_ in json.loads(sidecars) if sidecars else ():
                beside = Path(os.path.normpath(path.parent / name))
                files.sidecars.append(Part(beside, PartRole.SIDECAR))
        return found
