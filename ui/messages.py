"""Sentences with numbers, dates and sizes in them, each said in one place."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from organizer import pipeline
from organizer.models import Facet, Place, SuggestionKind, Tag, TimelineEntry
from organizer.pipeline.withholding import Cause
from ui.languages import language, locale


def number(value: int) -> str:
    """*value* with its thousands grouped."""
    return locale().toString(value)


def _counted(count: int, one: str, many: str, *more: str) -> str:
    """The form for *count*, with the number and what else the templates name in their fields."""
    chosen = one if count == 1 else many
    return QCoreApplication.translate("messages", chosen).format(number(count), *more)


def _tr(text: str) -> str:
    return QCoreApplication.translate("messages", text)


def photos(count: int) -> str:
    """Such as “4,812 photos”."""
    return _counted(count, "{} photo", "{} photos")


def named_places(count: int) -> str:
    """Such as “12 places”."""
    return _counted(count, "{} place", "{} places")


def map_groups(count: int) -> str:
    """Such as “12 groups of photos”."""
    return _counted(count, "{} group of photos", "{} groups of photos")


def without_place(count: int) -> str:
    """Such as “3 without a place”; "" for none."""
    return _counted(count, "{} without a place", "{} without a place") if count else ""


def at_homes(count: int) -> str:
    """Such as “31 at home left out”; "" for none."""
    return _counted(count, "{} at home left out", "{} at home left out") if count else ""


def folders(count: int) -> str:
    """Such as “2 folders”."""
    return _counted(count, "{} folder", "{} folders")


def files(count: int) -> str:
    """Such as “84 files”."""
    return _counted(count, "{} file", "{} files")


def paths(count: int) -> str:
    """Such as “84 paths”."""
    return _counted(count, "{} path", "{} paths")


def groups(count: int) -> str:
    """Such as “23 groups”."""
    return _counted(count, "{} group", "{} groups")


def like_shots(count: int) -> str:
    """Such as “5 like shots”."""
    return _counted(count, "{} like shot", "{} like shots")


def identical_files(count: int) -> str:
    """Such as “3 identical files”."""
    return _counted(count, "{} identical file", "{} identical files")


def more(count: int) -> str:
    """Such as “and 4 more”."""
    return _counted(count, "and {} more", "and {} more")


def paths_copied(count: int) -> str:
    """Such as “12 paths copied. The files stay where they are.”."""
    return _counted(
        count,
        "{} path copied. The file stays where it is.",
        "{} paths copied. The files stay where they are.",
    )


def paths_saved(count: int, name: str) -> str:
    """Such as “12 paths saved in “list.txt”.”."""
    return _counted(count, "{} path saved in “{}”.", "{} paths saved in “{}”.", name)


def sharpness(rank: int, of: int) -> str:
    """How sharp one of several shots is, counted from 1 for the sharpest."""
    if rank == 1:
        return _tr("Sharpest")
    if rank == of:
        return _tr("Least sharp")
    return _tr("Sharpness {} of {}").format(number(rank), number(of))


def albums(count: int) -> str:
    """Such as “3 albums”."""
    return _counted(count, "{} album", "{} albums")


def examples(count: int) -> str:
    """Such as “8 examples”."""
    return _counted(count, "{} example", "{} examples")


def measured(value: float, threshold: float) -> str:
    """Such as “214; at least 8 needed”, or “0.04; at most 0.25 allowed”."""
    said = (locale().toString(float(round(one, 2)), "g", 6) for one in (value, threshold))
    if value >= threshold:
        return _tr("{}; at least {} needed").format(*said)
    return _tr("{}; at most {} allowed").format(*said)


def save_albums(count: int) -> str:
    """What a button says that saves so many albums."""
    if count == 1:
        return _tr("Save album")
    return _counted(count, "Save {} album", "Save {} albums")


def part_of(number_of_part: int, count: int) -> str:
    """Such as “Album 1 of 3”."""
    return _tr("Album {} of {}").format(number(number_of_part), number(count))


def needing_a_look(count: int) -> str:
    """Such as “12 need a look”; "" for none."""
    return _counted(count, "{} needs a look", "{} need a look") if count else ""


def tried_again(count: int) -> str:
    """Such as “12 files are tried again.”."""
    return _counted(count, "{} file is tried again.", "{} files are tried again.")


def new_suggestions(count: int) -> str:
    """Such as “9 new”; "" for none."""
    if count == 0:
        return ""
    return _counted(count, "{} new", "{} new")


def left_out(count: int) -> str:
    """Such as “2 left out”."""
    return _counted(count, "{} left out", "{} left out")


def withheld(counts: Sequence[tuple[Cause, int]]) -> str:
    """Such as “Withheld: 3 (2 screenshots, 1 hidden photo)”."""
    causes = ", ".join(withheld_for(cause, count) for cause, count in counts)
    total = number(sum(count for _, count in counts))
    return _tr("Withheld: {} ({})").format(total, causes)


def withheld_for(cause: Cause, count: int) -> str:
    """Such as “2 screenshots”."""
    match cause:
        case Cause.SCREENSHOT:
            return _counted(count, "{} screenshot", "{} screenshots")
        case Cause.DOCUMENT:
            return _counted(count, "{} document", "{} documents")
        case Cause.LIKE_SHOT:
            return _counted(count, "{} shot like a better one", "{} shots like a better one")
        case Cause.HIDDEN:
            return _counted(count, "{} hidden photo", "{} hidden photos")


def were_put_in(count: int) -> str:
    """Such as “2 photos were put in.”."""
    return _counted(count, "{} photo was put in.", "{} photos were put in.")


def selected(count: int) -> str:
    """Such as “3 selected”."""
    return _counted(count, "{} selected", "{} selected")


def size(size_bytes: int) -> str:
    """*size_bytes* in the unit that suits it, counted in thousands like the system does."""
    if size_bytes == 0:
        return "0"
    fmt = QLocale.DataSizeFormat.DataSizeSIFormat
    precise = 1 if size_bytes < 10_000_000 else 0
    return locale().formattedDataSize(size_bytes, precise, fmt).replace("kB", "KB")


def day(ordinal: int) -> str:
    """A day such as “Saturday, 14 June 2025”, from ``date.toordinal()``."""
    return locale().toString(_qdate(date.fromordinal(ordinal)), _tr("dddd, d MMMM yyyy"))


def month(ordinal: int) -> str:
    """A month such as “June 2025”."""
    said = locale().toString(_qdate(date.fromordinal(ordinal)), _tr("MMMM yyyy"))
    return said[0].upper() + said[1:]


def date_in_words(when: date) -> str:
    """A day such as “14 June 2025”."""
    return locale().toString(_qdate(when), _tr("d MMMM yyyy"))


def day_of_year(month_number: int, day_number: int, year: int | None = None) -> str:
    """A day of every year, such as “14 June”, or of one; 29 February may be of any."""
    leap_year = 2000  # it has every day
    said = locale().toString(QDate(leap_year, month_number, day_number), _tr("d MMMM"))
    return _tr("{} {}").format(said, year) if year else said


def moment(when: datetime) -> str:
    """A day and time such as “Sunday, 4 May 2025, 17:42”."""
    return f"{day(when.toordinal())}, {when:%H:%M}"


def short_moment(when: datetime) -> str:
    """A day and time such as “4 May 2025, 17:42”."""
    return f"{date_in_words(when)}, {when:%H:%M}"


def shift(by: timedelta) -> str:
    """Such as “1 day 7 hours earlier”."""
    minutes, seconds = divmod(abs(by).seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = (
        (abs(by).days, _counted(abs(by).days, "{} day", "{} days")),
        (hours, _counted(hours, "{} hour", "{} hours")),
        (minutes, _counted(minutes, "{} minute", "{} minutes")),
        (seconds, _counted(seconds, "{} second", "{} seconds")),
    )
    span = " ".join(said for count, said in parts if count)
    later = _tr("{} later") if by > timedelta(0) else _tr("{} earlier")
    return later.format(span)


def changing(count: int) -> str:
    """Such as “2 photos change.”."""
    return _counted(count, "{} photo changes.", "{} photos change.")


def unchanged(count: int) -> str:
    """Such as “3 photos stay as they are.”; "" for none."""
    if count == 0:
        return ""
    return _counted(count, "{} photo stays as it is.", "{} photos stay as they are.")


def camera(make: str, model: str) -> str:
    """The name of a camera, which often says its maker twice; "" if neither is known."""
    return model if model.lower().startswith(make.lower()) else f"{make} {model}".strip()


def taken(entry: TimelineEntry) -> str:
    """The day and time a photo was taken; "" where there is none."""
    if entry.taken_at_s is None:
        return ""
    return short_moment(datetime(1970, 1, 1) + timedelta(seconds=entry.taken_at_s))


def clock(entry: TimelineEntry) -> str:
    """The time of day a photo was taken, to the second; that there is no date where none is."""
    if entry.taken_at_s is None:
        return no_date()
    return f"{datetime(1970, 1, 1) + timedelta(seconds=entry.taken_at_s):%H:%M:%S}"


def days(first: TimelineEntry, last: TimelineEntry) -> str:
    """The day of two photos, or both days where they differ; "" where one has none."""
    if first.taken_at_s is None or last.taken_at_s is None:
        return ""
    begun, ended = (
        datetime(1970, 1, 1) + timedelta(seconds=at) for at in (first.taken_at_s, last.taken_at_s)
    )
    if begun.date() == ended.date():
        return date_in_words(begun)
    same_month = (begun.year, begun.month) == (ended.year, ended.month)
    if same_month:
        return f"{begun.day}–{date_in_words(ended)}"
    same_year = begun.year == ended.year
    said = day_of_year(begun.month, begun.day) if same_year else date_in_words(begun)
    return f"{said} – {date_in_words(ended)}"


def month_name(month_number: int) -> str:
    """The name of a month, counted from 1."""
    return locale().standaloneMonthName(month_number)


def years(first: int, last: int) -> str:
    """Such as “2009–2025”, or one year."""
    return str(first) if first == last else f"{first}–{last}"


def length(seconds: float) -> str:
    """How long a video is, such as “0:42” or “1:02:07”."""
    minutes, rest = divmod(max(1, round(seconds)), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"


def time_left(seconds: float) -> str:
    """Such as “about 7 s left”."""
    if seconds < 60:
        return _tr("about {} s left").format(max(1, round(seconds)))
    if seconds < 5400:
        return _tr("about {} min left").format(round(seconds / 60))
    return _tr("about {} h left").format(round(seconds / 3600))


def kind(of: SuggestionKind, occasion: str | None) -> str:
    """What sort of album is proposed, as a word."""
    if occasion:
        return _occasion(occasion)
    words = {
        SuggestionKind.EVENT: _tr("Day"),
        SuggestionKind.TRIP: _tr("Trip"),
        SuggestionKind.OCCASION: _tr("Occasion"),
        SuggestionKind.THEME: _tr("Theme"),
        SuggestionKind.TAUGHT: _tr("Taught theme"),
        SuggestionKind.RECAP: _tr("Recap"),
        SuggestionKind.ON_THIS_DAY: _tr("On this day"),
        SuggestionKind.PERSON: _tr("Person"),
    }
    return words[of]


def _occasion(name: str) -> str:
    words = {
        "anniversary": _tr("Anniversary"),
        "birthday": _tr("Birthday"),
        "ceremony": _tr("Ceremony"),
        "christmas": _tr("Christmas"),
        "concert": _tr("Concert"),
        "graduation": _tr("Graduation"),
        "halloween": _tr("Halloween"),
        "holiday": _tr("Holiday"),
        "memorial": _tr("Memorial"),
        "new_year": _tr("New Year"),
        "party": _tr("Party"),
        "sports": _tr("Sports"),
        "tet": _tr("Tết"),
        "wedding": _tr("Wedding"),
    }
    return words.get(name, _tr("Other"))


def facet(of: Facet) -> str:
    """What sort of thing photos are looked for by, as a word."""
    match of:
        case Facet.PLACE:
            return _tr("Place")
        case Facet.DATE:
            return _tr("Date")
        case Facet.ALBUM:
            return _tr("Album")
        case Facet.TITLE:
            return _tr("Event")
        case Facet.THEME:
            return _tr("Theme")
        case Facet.KIND | Facet.FAVOURITE | Facet.DATE_PROBLEM:
            return _tr("Kind")
        case Facet.CAMERA:
            return _tr("Camera")
        case Facet.FOLDER:
            return _tr("Folder")


def facet_beside(tag: Tag) -> str:
    """What stands beside the name of a tag: what it lies in, or else what sort of thing it is."""
    return tag.around or facet(tag.facet)


def short_month(month_number: int) -> str:
    """The short name of a month, counted from 1, as one word."""
    return locale().toString(QDate(2000, month_number, 1), _tr("MMM"))


def no_date() -> str:
    """What stands in the place of a year."""
    return _tr("No date")


def place(where: Place) -> str:
    """Such as “Đà Nẵng, Vietnam”."""
    country = pipeline.country_name(where.country, language())
    parts = [where.name, "" if where.region == where.name else where.region, country]
    return ", ".join(part for part in parts if part)


def _qdate(when: date) -> QDate:
    return QDate(when.year, when.month, when.day)
