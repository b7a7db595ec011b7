"""The lines of the source list, made from what the library holds."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from organizer import pipeline
from organizer.library import Library
from organizer.models import AlbumId, Folder
from organizer.pipeline import hiding, look_alikes
from organizer.plain_text import on_one_line
from ui import messages
from ui.models.source_list_model import Source
from ui.widgets.texts import as_text

PHOTOS, SUGGESTIONS, PROBLEMS, PRIVACY, FIRST_START = (
    "photos",
    "suggestions",
    "problems",
    "privacy",
    "first-start",
)
PLACES, HERE = "places", "photos-here"
LOOK_ALIKES = "look-alikes"
DATES, HOMES, RULES, HIDDEN = ("dates", "homes", "rules", "hidden")
ABOUT, PROMISES = "about", "promises"
TAUGHT_THEMES, TAUGHT, ALIKE, SORTS = ("taught-themes", "taught", "alike", "sorts")

# pages the window may always open with; others may be gone by then
RESTORED = (PHOTOS, PLACES, LOOK_ALIKES, SUGGESTIONS, PRIVACY, DATES, HOMES, RULES)
# they have no line of their own
OF_SUGGESTIONS = ("suggestion", TAUGHT, TAUGHT_THEMES, SORTS, DATES, HOMES, RULES)


def is_restored(page: str, library: Library) -> bool:
    """Whether the window may open with *page*."""
    kind, _, item = page.partition(":")
    if kind == PROBLEMS:
        return bool(pipeline.count_problems(library))
    if kind == HIDDEN:
        return something_is_hidden(library)
    if kind == "album":
        return any(str(album_id) == item for album_id, _ in library.albums.titles())
    if kind == "folder":
        return any(str(folder_id) == item for folder_id in library.folders.ids())
    return page in RESTORED


def sources_of(library: Library) -> list[Source]:
    """Everything that can be gone to, in the order of the design."""
    count = library.photos.count()
    lines = [
        Source(page=PHOTOS, title=_tr("Photos"), count=messages.number(count) if count else "")
    ]
    lines.append(Source(page=PLACES, title=_tr("Places")))
    lines.append(_look_alikes(library))
    lines += [Source(page="", title=_tr("For you")), _suggestions(library)]
    folders, albums = library.folders.all(), library.albums.titles()
    if folders or albums:
        counts = library.albums.counts()
        lines.append(Source(page="", title=_tr("Albums"), adds=_tr("New album…")))
        lines += [_album(album_id, title, counts.get(album_id, 0)) for album_id, title in albums]
    if folders:
        lines.append(Source(page="", title=_tr("Folders")))
        lines += [_folder(folder) for folder in folders]
    if problems := pipeline.count_problems(library):
        lines.append(Source(page="", title=_tr("Needs a look")))
        spoken = f"{_tr('Problems')}, {messages.needing_a_look(problems)}"
        counted = messages.number(problems)
        lines.append(Source(page=PROBLEMS, title=_tr("Problems"), count=counted, spoken=spoken))
    if something_is_hidden(library):
        lines += [Source(page="", title=_tr("Out of sight")), _hidden(library)]
    return lines


def something_is_hidden(library: Library) -> bool:
    """Whether photos are hidden, or a place or day is that may hide some."""
    return bool(library.hidden.withheld() or hiding.hiding_rules(library))


def line_of(page: str) -> str:
    """The line of the source list on which one stands while *page* is seen."""
    kind = page.partition(":")[0]
    if kind in OF_SUGGESTIONS:
        return SUGGESTIONS
    if kind == HERE:
        return PLACES
    if kind == LOOK_ALIKES:
        return LOOK_ALIKES
    return PHOTOS if page == FIRST_START else page


def _hidden(library: Library) -> Source:
    count = len(library.photos.hidden_timeline())
    title = _tr("Hidden photos")
    return Source(
        page=HIDDEN,
        title=title,
        count=messages.number(count),
        spoken=f"{title}, {messages.photos(count)}",
    )


def _look_alikes(library: Library) -> Source:
    count, title = look_alikes.count_look_alikes(library), _tr("Look-alikes")
    return Source(
        page=LOOK_ALIKES,
        title=title,
        count=messages.number(count) if count else "",
        spoken=f"{title}, {messages.groups(count)}" if count else title,
    )


def _suggestions(library: Library) -> Source:
    waiting = pipeline.count_open_suggestions(library)
    return Source(
        page=SUGGESTIONS,
        title=_tr("Suggestions"),
        count=messages.number(waiting) if waiting else "",
        badge=True,
        spoken=f"{_tr('Suggestions')} {messages.new_suggestions(waiting)}".strip(),
    )


def _album(album_id: AlbumId, title: str, count: int) -> Source:
    return Source(
        page=f"album:{album_id}",
        title=on_one_line(title),
        count=messages.number(count),
        tooltip=title,
        spoken=f"{on_one_line(title)}, {messages.photos(count)}",
    )


def _folder(folder: Folder) -> Source:
    name = as_text(Path(folder.path.name or folder.path))
    state = _tr("offline") if folder.offline else messages.number(folder.photo_count)
    return Source(
        page=f"folder:{folder.id}",
        title=name,
        count=state,
        tooltip=as_text(folder.path),
        spoken=f"{name}, {state if folder.offline else messages.photos(folder.photo_count)}",
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("sources", text)
