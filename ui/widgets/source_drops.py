"""Where in the source list photos and albums can be dropped."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPoint, QRect

from organizer.models import AlbumId
from ui.models.source_list_model import Source, SourceListModel
from ui.photo_mime import PHOTOS, album_in

if TYPE_CHECKING:
    from ui.widgets.source_list import SourceList


@dataclass(frozen=True, slots=True)
class DropLine:
    """Where a drop would go.

    Attributes:
        is_good: Whether anything would come of it.
        page: The album's page; for an album that moves the one it will stand before. "" for a
            new album, or the end of the list.
        area: What is marked; its upper edge alone if it *is_between* two lines.
    """

    is_good: bool = False
    page: str = ""
    area: QRect = field(default_factory=QRect)
    is_between: bool = False


def drop_line(sources: SourceList, point: QPoint, mime: QMimeData) -> DropLine:
    """What a drop at *point* of the list would do."""
    source = sources.source_at(point)
    area = sources.visualRect(sources.indexAt(point))
    if mime.hasFormat(PHOTOS):
        if source is not None and (source.adds or album_of(source.page) is not None):
            return DropLine(is_good=True, page=source.page, area=area)
        return DropLine()
    if album_in(mime) is None or source is None or album_of(source.page) is None:
        return DropLine()
    if point.y() <= area.center().y():
        return DropLine(is_good=True, page=source.page, area=area, is_between=True)
    after = page_beside(sources.model(), source.page, 1, over=0) or ""
    return DropLine(
        is_good=True, page=after, area=area.translated(0, area.height()), is_between=True
    )


def album_of(page: str) -> AlbumId | None:
    """The album of a page; None if it is the page of something else."""
    kind, _, item = page.partition(":")
    return AlbumId(int(item)) if kind == "album" and item.isdecimal() else None


def page_beside(model: QAbstractItemModel, page: str, step: int, *, over: int = 1) -> str | None:
    """The page before which an album stands once it has moved *step* lines; None: it cannot.

    With *over* 0 the line that follows in the direction of *step* is meant, not the one behind.
    """
    albums = [one for one in _pages(model) if album_of(one) is not None]
    at = albums.index(page) + step
    if step > 0:
        at += over
    if at < 0 or at > len(albums):
        return None
    return albums[at] if at < len(albums) else ""


def _pages(model: QAbstractItemModel) -> list[str]:
    found = []
    for row in range(model.rowCount(QModelIndex())):
        source = model.index(row, 0).data(SourceListModel.SourceRole)
        if isinstance(source, Source):
            found.append(source.page)
    return found
