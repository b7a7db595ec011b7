"""Photos and albums as they are dragged inside the window.

Nothing of a file is carried: another program that takes such a drag gets numbers of our own, so
no program can be asked to move or open an original this way.
"""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from organizer.models import AlbumId, PhotoId

PHOTOS, ALBUM = "application/x-homeroll-photos", "application/x-homeroll-album"


def photos_as_mime(photo_ids: Sequence[PhotoId]) -> QMimeData:
    """The photos, to be dragged."""
    carried = QMimeData()
    carried.setData(PHOTOS, json.dumps(list(photo_ids)).encode())
    return carried


def photos_in(mime: QMimeData) -> list[PhotoId]:
    """The photos that are dragged; none if something else is, or what is carried is odd."""
    return [PhotoId(number) for number in _numbers(mime, PHOTOS)]


def album_as_mime(album_id: AlbumId) -> QMimeData:
    """An album, to be dragged to another place in the list."""
    carried = QMimeData()
    carried.setData(ALBUM, json.dumps([album_id]).encode())
    return carried


def album_in(mime: QMimeData) -> AlbumId | None:
    """The album that is dragged; None if something else is."""
    numbers = _numbers(mime, ALBUM)
    return AlbumId(numbers[0]) if len(numbers) == 1 else None


def is_ours(mime: QMimeData) -> bool:
    """Whether photos or an album of this window are dragged."""
    return mime.hasFormat(PHOTOS) or mime.hasFormat(ALBUM)


def _numbers(mime: QMimeData, form: str) -> list[int]:
    if not mime.hasFormat(form):
        return []
    try:
        found = json.loads(bytes(mime.data(form).data()))
    except ValueError:
        return []
    is_list = isinstance(found, list) and all(type(number) is int for number in found)
    return found if is_list else []
