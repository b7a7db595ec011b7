"""Which files beside a picture speak of it, and what they say together."""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

from organizer.models import ImageFile
from organizer.scan.dates import NOTHING_BESIDE, Beside
from organizer.scan.formats import JSON_ENDING, RAW_ENDINGS, VIDEO_ENDINGS, XMP_ENDING
from organizer.scan.takeout import Claim, claims, split_name, unedited

Matches = dict[bytes, tuple[ImageFile, ...]]
_LIVE = frozenset({".heic", ".heif"})


@dataclass(frozen=True, slots=True)
class Matched:
    """The sidecars of each file by its relative path, and what could not be told apart."""

    beside: Matches
    contested: tuple[ImageFile, ...] = ()


def match_sidecars(files: Sequence[ImageFile], sidecars: Sequence[ImageFile]) -> Matched:
    """Find the sidecars of *files*; all lie in one folder.

    A JSON file that several files claim with equal right speaks of none of them.
    """
    if not sidecars:
        return Matched({})
    notes = [one for one in sidecars if one.path.suffix.lower() == XMP_ENDING]
    lists = {one.path.name: one for one in sidecars if one.path.suffix.lower() == JSON_ENDING}
    beside: dict[bytes, list[ImageFile]] = {}
    for file, sidecar in _match_xmp(files, notes):
        beside.setdefault(file.relative_path, []).append(sidecar)
    contested = []
    for sidecar, claimants in _claimants(files, lists):
        if _agree(claimants):
            for file in claimants:
                beside.setdefault(file.relative_path, []).append(sidecar)
        else:
            contested.append(sidecar)
    return Matched({path: tuple(found) for path, found in beside.items()}, tuple(contested))


def match_parts(
    parts: Sequence[tuple[Sequence[ImageFile], Sequence[ImageFile]]],
) -> list[Matched]:
    """Match files and sidecars of one folder that an export scattered over several archives.

    Each part is asked first; a file that finds nothing there takes what speaks of it in another
    part, where its name and that of the sidecar are the only ones.
    """
    own = [match_sidecars(files, sidecars) for files, sidecars in parts]
    if len(parts) == 1:
        return own
    whole = match_sidecars(
        _only_ones(file for files, _ in parts for file in files),
        _only_ones(one for _, sidecars in parts for one in sidecars),
    )
    for (files, _), matched in zip(parts, own, strict=True):
        for path in {file.relative_path for file in files} & whole.beside.keys():
            matched.beside.setdefault(path, whole.beside[path])
    return own


def _only_ones(files: Iterable[ImageFile]) -> list[ImageFile]:
    some = list(files)
    count = Counter(file.path.name for file in some)
    return [file for file in some if count[file.path.name] == 1]


def signature(sidecars: Iterable[ImageFile], of: ImageFile) -> str:
    """What tells whether any of them changed: names, sizes and times, as JSON; "" for none.

    A name is a path as seen from the folder of the file *of*.
    """
    told = [[_seen_from(of, one), one.size_bytes, one.mtime_ns] for one in sidecars]
    return json.dumps(told) if told else ""


def names_in(signed: str) -> list[str]:
    """The names of the sidecars in a signature."""
    return [str(name) for name, *_ in json.loads(signed)] if signed else []


def _seen_from(file: ImageFile, sidecar: ImageFile) -> str:
    if sidecar.path.parent == file.path.parent:
        return sidecar.path.name
    return os.path.relpath(sidecar.path, file.path.parent).replace(os.sep, "/")


def combine(found: Sequence[Beside]) -> tuple[Beside, bool]:
    """What several sidecars say together, the first word on each thing; and whether they agree.

    Archives that name different moments for one picture are not believed.
    """
    moments = {one.taken_utc_at for one in found if one.taken_utc_at is not None}
    whole = NOTHING_BESIDE
    for one in found:
        whole = _filled(whole, one)
    if len(moments) > 1:
        return replace(whole, taken_utc_at=None), False
    return whole, True


def _filled(whole: Beside, more: Beside) -> Beside:
    if whole.taken_at is None and more.taken_at is not None:
        whole = replace(
            whole,
            taken_at=more.taken_at,
            utc_offset_min=more.utc_offset_min,
            precision=more.precision,
        )
    if whole.latitude is None:
        whole = replace(whole, latitude=more.latitude, longitude=more.longitude)
    if whole.archive_latitude is None:
        place = (more.archive_latitude, more.archive_longitude)
        whole = replace(whole, archive_latitude=place[0], archive_longitude=place[1])
    return replace(
        whole,
        taken_utc_at=whole.taken_utc_at or more.taken_utc_at,
        archive_taken_at=whole.archive_taken_at or more.archive_taken_at,
        uploaded_utc_at=whole.uploaded_utc_at or more.uploaded_utc_at,
    )


# -- XMP ------------------------------------------------------------------------------------------


def _match_xmp(
    files: Sequence[ImageFile], notes: Sequence[ImageFile]
) -> Iterable[tuple[ImageFile, ImageFile]]:
    """``IMG.jpg.xmp`` speaks of IMG.jpg; ``IMG.xmp`` of the RAW file IMG, or of all named so."""
    if not notes:
        return
    whole = {one.path.name[: -len(XMP_ENDING)]: one for one in notes}
    raw_stems = {file.path.stem for file in files if file.path.suffix.lower() in RAW_ENDINGS}
    for file in files:
        if (exact := whole.get(file.path.name)) is not None:
            yield file, exact
        is_raw = file.path.suffix.lower() in RAW_ENDINGS
        by_stem = whole.get(file.path.stem)
        if by_stem is not None and (is_raw or file.path.stem not in raw_stems):
            yield file, by_stem


# -- JSON of Takeout ------------------------------------------------------------------------------


def _claimants(
    files: Sequence[ImageFile], lists: dict[str, ImageFile]
) -> Iterable[tuple[ImageFile, list[ImageFile]]]:
    """For each JSON the files with the surest claim, and the edited copies that follow them."""
    if not lists:
        return
    claimed: dict[str, list[tuple[Claim, ImageFile]]] = {}
    alone: list[ImageFile] = []
    for file in files:
        own = _own_claims(file, lists)
        if not own:
            alone.append(file)
        for claim in own:
            claimed.setdefault(claim.name, []).append((claim, file))
    for claim, clip in _claims_of_clips(alone, files, lists):
        claimed.setdefault(claim.name, []).append((claim, clip))
    for name, some in claimed.items():
        direct = [(claim.rank, file) for claim, file in some if not claim.is_followed]
        surest = min((rank for rank, _ in direct), default=0)
        followers = [file for claim, file in some if claim.is_followed]
        yield lists[name], [*(file for rank, file in direct if rank == surest), *followers]


def _own_claims(file: ImageFile, lists: Container[str]) -> list[Claim]:
    own = [claim for claim in claims(file.path.name) if claim.name in lists]
    direct = [claim for claim in own if not claim.is_followed]
    return direct or own


def _claims_of_clips(
    alone: Sequence[ImageFile], files: Sequence[ImageFile], lists: Container[str]
) -> Iterator[tuple[Claim, ImageFile]]:
    """The clip of a Live Photo has no JSON of its own: it follows its picture, HEIC before JPEG."""
    clips: dict[str, list[ImageFile]] = {}
    for file in alone:
        if _is_clip(file.path):
            clips.setdefault(_base(file.path), []).append(file)
    if not clips:
        return
    for still in sorted(files, key=lambda one: (one.path.suffix.lower() not in _LIVE, one.path)):
        base = _base(still.path)
        if len(clips.get(base, ())) != 1 or _is_clip(still.path) or _is_edited(still.path):
            continue
        own = [claim for claim in _own_claims(still, lists) if not claim.is_followed]
        if own:
            (clip,) = clips.pop(base)
            yield from ((replace(claim, is_followed=True), clip) for claim in own)


def _is_clip(path: PurePath) -> bool:
    return path.suffix.lower() in VIDEO_ENDINGS


def _agree(claimants: Sequence[ImageFile]) -> bool:
    """Whether one picture is meant: alone, with its edited copies, or with its own clip."""
    stems = {_base(file.path) for file in claimants}
    stills = {
        file.path.name
        for file in claimants
        if not _is_clip(file.path) and not _is_edited(file.path)
    }
    clips = len(claimants) - len(stills) - sum(_is_edited(file.path) for file in claimants)
    return len(stems) == 1 and len(stills) <= 1 and clips <= 1


def _base(path: PurePath) -> str:
    stem, _, number = split_name(path.name)
    return (unedited(stem) or stem) + number


def _is_edited(path: PurePath) -> bool:
    return unedited(split_name(path.name)[0]) is not None
