"""The table of everything that is kept, where, and why."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from organizer.library import CATALOG, THUMBNAILS, Library
from organizer.models import KeptItem
from organizer.pipeline.copies_kept import BACKUPS
from organizer.pipeline.previews import count_derived
from organizer.pipeline.safekeeping import list_copies, list_replaced
from organizer.pipeline.switching import suggestions_are_on

_TO_SHOW = "Needed to show your photos"
_WITH_SWITCH = "Erased with suggestions"
_DERIVED_ROWS = (
    ("Visual features", "feature"),
    ("Events, places and look-alikes", "event"),
    ("Suggestions", "suggestion"),
)


def kept_items(library: Library) -> list[KeptItem]:
    """One line for each kind of thing that Homeroll keeps."""
    photos, albums = library.photos.count(), library.albums.count()
    files = library.kept_files
    items = [
        KeptItem(
            what="Catalog of files, dates and camera data",
            how_much=_count(photos, "photo"),
            size_bytes=_size(files[CATALOG]),
            why=_TO_SHOW,
            path=files[CATALOG][0],
        ),
        KeptItem(
            what="Your albums, favourites, decisions and rules",
            how_much=_count(albums, "album"),
            size_bytes=0,
            why="Yours; kept in the catalog",
            path=files[CATALOG][0],
        ),
        KeptItem(
            what="Thumbnails",
            how_much=f"{library.thumbnails.count():,}",
            size_bytes=_size(files[THUMBNAILS]),
            why=_TO_SHOW,
            path=files[THUMBNAILS][0],
        ),
    ]
    copies = [copy for _, copy in list_copies(library.path)]
    items.append(
        KeptItem(
            what="Copies of the catalog",
            how_much=_count(len(copies), "copy", "copies"),
            size_bytes=_size(copies),
            why="To put it back if it is damaged; the oldest goes each day",
            path=library.path / BACKUPS,
        )
    )
    return [*items, *_replaced_items(library), *_derived_items(library)]


def _replaced_items(library: Library) -> list[KeptItem]:
    replaced = [copy for _, copy in list_replaced(library.path)]
    if not replaced:
        return []
    return [
        KeptItem(
            what="Catalogs from before a copy was put back",
            how_much=_count(len(replaced), "catalog"),
            size_bytes=_size(replaced),
            why="To undo that; remove them if you do not need to",
            path=replaced[0],
        )
    ]


def _derived_items(library: Library) -> list[KeptItem]:
    counts = count_derived(library)
    is_on = suggestions_are_on(library)
    items = []
    for position, (what, table) in enumerate(_DERIVED_ROWS):
        total = counts.get(table, 0)
        items.append(
            KeptItem(
                what=what,
                how_much=f"{total:,}" if is_on or total else "Off",
                size_bytes=_size(library.derived_files) if position == 0 else 0,
                why=_WITH_SWITCH,
                path=library.derived_files[0],
                erased_with_suggestions=True,
            )
        )
    return items


def _count(number: int, one: str, many: str | None = None) -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def _size(paths: Iterable[Path]) -> int:
    return sum(path.stat().st_size for path in paths if path.exists())
