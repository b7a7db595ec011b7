"""What is known about a photo."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from organizer.models import DateSource, Photo, Trust
from organizer.pipeline import PhotoFacts
from ui import messages
from ui.widgets.texts import button, label, rule

WIDTH_PX = 300

Fact = tuple[str, str, str]


class InfoPanel(QFrame):
    """Facts, each with its name, what it is, and a soft line.

    Signals:
        date_asked: The date is wrong, and is to be corrected.
        likes_asked: It is to be seen beside the shots that are like it.
    """

    date_asked = Signal()
    likes_asked = Signal()

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
            if number == 0:
                column.addWidget(self._date_link())
            column.addSpacing(8)
        if facts.likeness is not None:  # stands last
            column.addWidget(button(_tr("Compare"), self.likes_asked.emit, style="link"))
        column.addStretch(1)
        self._area.setWidget(inside)

    def _date_link(self) -> QWidget:
        said = _tr("Correct the date…")
        return button(said, self.date_asked.emit, style="link")


def facts_of(facts: PhotoFacts) -> list[Fact]:
    """Name, what, and a soft line for everything that is known."""
    photo = facts.photo
    lines = [_taken(photo)]
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
    source = _SOURCES[photo.captured.source]
    if photo.captured.trust in (Trust.LOW, Trust.NONE):
        source = _tr("{}, not sure").format(source)
    return _tr("Taken"), messages.moment(photo.taken_at), f"{source}{zone}"


def _file(photo: Photo) -> Fact:
    parts = [" / ".join(photo.path.parent.parts[-2:]).replace("/ /", "/")]
    if photo.width_px and photo.height_px:
        parts.append(f"{photo.width_px} × {photo.height_px}")
    parts.append(messages.size(photo.size_bytes))
    if len(photo.paths) > 1:
        parts.append(_tr("{} with the same content").format(messages.files(len(photo.paths))))
    return _tr("File"), photo.path.name, " · ".join(parts)


def _worked_out(facts: PhotoFacts) -> list[Fact]:
    lines: list[Fact] = []
    if facts.themes:
        names = ", ".join(theme.name.replace("_", " ") for theme in facts.themes[:4])
        lines.append((_tr("Shows"), names.capitalize(), ""))
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


_SOURCES = {
    DateSource.USER: "set by you",
    DateSource.XMP: "from a sidecar or editor",
    DateSource.EXIF_ORIGINAL: "from the camera",
    DateSource.EXIF_CREATED: "from the camera",
    DateSource.QUICKTIME: "from the video",
    DateSource.TAKEOUT: "from the archive",
    DateSource.NAME: "from the file's name",
    DateSource.FOLDER: "from the folder's name",
    DateSource.GPS: "from GPS",
    DateSource.EXIF_MODIFIED: "from an edit",
    DateSource.FILE: "from the file's date",
    DateSource.UNKNOWN: "from nowhere",
}
