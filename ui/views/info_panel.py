"""What is known about a photo."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from organizer.models import DateSource, Facet, PartRole, Photo, Trust
from organizer.pipeline import PhotoFacts
from organizer.search.tag_words import named_tag
from ui import messages
from ui.languages import language
from ui.widgets.texts import as_text, button, label, rule

WIDTH_PX = 300

Fact = tuple[str, str, str]


class InfoPanel(QFrame):
    """Facts, each with its name, what it is, and a soft line.

    Signals:
        date_asked: The date is wrong, and is to be corrected.
        likes_asked: It is to be seen beside the shots that are like it.
        caption_asked: The words below it are to be written.
        live_asked: Its moving picture is to be played.
    """

    date_asked = Signal()
    likes_asked = Signal()
    caption_asked = Signal()
    live_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePanel")
        self.setFixedWidth(WIDTH_PX)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setObjectName("clear")
        whole = QVBoxLayout(self)
        whole.setContentsMargins(1, 0, 0, 0)
        whole.addWidget(self._area)

    def show_facts(self, facts: PhotoFacts) -> None:
        """Show what is known of this photo."""
        inside = QWidget()
        inside.setObjectName("panelInside")
        column = QVBoxLayout(inside)
        column.setContentsMargins(20, 12, 20, 16)
        column.setSpacing(2)
        for number, (name, what, more) in enumerate(facts_of(facts)):
            if number:
                column.addWidget(rule())
                column.addSpacing(9)
            column.addWidget(label(name, "smallSoft"))
            column.addWidget(label(what, "strong", wrap=True))
            if more:
                column.addWidget(label(more, "smallSoft", wrap=True))
            for link in self._links(number, facts):
                column.addWidget(link)
            column.addSpacing(8)
        if facts.likeness is not None:  # stands last
            column.addWidget(button(_tr("Compare"), self.likes_asked.emit, style="link"))
        column.addStretch(1)
        self._area.setWidget(inside)

    def _links(self, number: int, facts: PhotoFacts) -> list[QWidget]:
        """What can be done about the fact at this place: the date is first, the caption second."""
        if number == 0:
            return [button(_tr("Correct the date…"), self.date_asked.emit, style="link")]
        if number == 1:
            said = _tr("Change the caption…") if facts.caption else _tr("Write a caption…")
            return [button(said, self.caption_asked.emit, style="link")]
        if number == 2 and has_clip(facts.photo):
            return [button(_tr("Play the moving picture"), self.live_asked.emit, style="link")]
        return []


def facts_of(facts: PhotoFacts) -> list[Fact]:
    """Name, what, and a soft line for everything that is known."""
    photo = facts.photo
    lines = [_taken(photo), (_tr("Caption"), facts.caption or _tr("None yet"), "")]
    if photo.parts:
        lines.append(_parts(photo))
    if facts.place is not None:
        more = f"{photo.latitude:.4f}, {photo.longitude:.4f}"
        where = messages.place(facts.place)
        lines.append((_tr("Place"), where, more))
    elif photo.latitude is not None and photo.longitude is not None:
        lines.append((_tr("Place"), f"{photo.latitude:.4f}, {photo.longitude:.4f}", ""))
    camera = messages.camera(photo.camera_make, photo.camera_model)
    if camera or photo.exposure:
        lines.append((_tr("Camera"), camera or _tr("Unknown"), photo.exposure))
    lines.append(_file(photo))
    lines += _worked_out(facts)
    return lines


def _taken(photo: Photo) -> Fact:
    if photo.taken_at is None:
        return _tr("Taken"), _tr("Date unknown"), ""
    by_user = photo.captured.source is DateSource.USER
    offset = None if by_user else photo.captured.utc_offset_min  # the zone is the file's word
    zone = "" if offset is None else f", UTC{offset // 60:+03d}:{offset % 60:02d}"
    source = _source(photo.captured.source)
    if photo.captured.trust in (Trust.LOW, Trust.NONE):
        source = _tr("{}, not sure").format(source)
    return _tr("Taken"), messages.moment(photo.taken_at), f"{source}{zone}"


def _source(of: DateSource) -> str:
    return {
        DateSource.USER: _tr("set by you"),
        DateSource.XMP: _tr("from a sidecar or editor"),
        DateSource.EXIF_ORIGINAL: _tr("from the camera"),
        DateSource.EXIF_CREATED: _tr("from the camera"),
        DateSource.QUICKTIME: _tr("from the video"),
        DateSource.TAKEOUT: _tr("from the archive"),
        DateSource.NAME: _tr("from the file's name"),
        DateSource.FOLDER: _tr("from the folder's name"),
        DateSource.GPS: _tr("from GPS"),
        DateSource.EXIF_MODIFIED: _tr("from an edit"),
        DateSource.FILE: _tr("from the file's date"),
        DateSource.UNKNOWN: _tr("from nowhere"),
    }[of]


def has_clip(photo: Photo) -> bool:
    """Whether it has a moving picture in a file of its own."""
    return any(part.role is PartRole.LIVE_VIDEO for part in photo.parts)


def _parts(photo: Photo) -> Fact:
    """The other files that belong to it, and a moving picture that is inside its own."""
    beside = [part for part in photo.parts if part.path != photo.path]
    inside = len(beside) < len(photo.parts)
    said = " · ".join(
        _tr("{}, {}").format(as_text(Path(part.path.name)), _role(part.role)) for part in beside
    )
    more = _tr("The moving picture is inside the photo’s own file and cannot be played from here.")
    return _tr("Parts"), said or _tr("Moving picture"), more if inside else ""


def _role(role: PartRole) -> str:
    words = {
        PartRole.LIVE_VIDEO: _tr("moving picture"),
        PartRole.MOTION_VIDEO: _tr("moving picture"),
        PartRole.RAW: _tr("RAW"),
        PartRole.EDITED: _tr("edited copy"),
        PartRole.SIDECAR: _tr("sidecar"),
    }
    return words[role]


def _file(photo: Photo) -> Fact:
    parts = [" / ".join(photo.path.parent.parts[-2:]).replace("/ /", "/")]
    if photo.width_px and photo.height_px:
        parts.append(f"{photo.width_px} × {photo.height_px}")
    parts.append(messages.size(photo.size_bytes))
    if len(photo.paths) > 1:
        parts.append(_tr("{} with the same content").format(messages.files(len(photo.paths))))
    return _tr("File"), as_text(Path(photo.path.name)), " · ".join(parts)


def _worked_out(facts: PhotoFacts) -> list[Fact]:
    lines: list[Fact] = []
    if facts.themes:
        tags = (named_tag(Facet.THEME, theme.name, language()) for theme in facts.themes[:4])
        lines.append((_tr("Shows"), ", ".join(tag.name for tag in tags), ""))
    if facts.albums:
        lines.append((_tr("In"), ", ".join(album.title for album in facts.albums), ""))
    if facts.likeness is not None:
        others = len(facts.likeness.photo_ids) - 1
        is_best = facts.likeness.best_id == facts.photo.id
        more = _tr("this one is the best") if is_best else ""
        lines.append((_tr("Look-alikes"), messages.photos(others), more))
    return lines


def _tr(text: str) -> str:
    return QCoreApplication.translate("info_panel", text)
