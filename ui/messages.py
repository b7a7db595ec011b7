"""Sentences with numbers, dates and sizes in them, each said in one place."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

from organizer.models import Facet, Place, SuggestionKind, Tag, TimelineEntry

LOCALE = QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)

OCCASIONS = {"tet": "Tết", "new_year": "New Year"}


def number(value: int) -> str:
    """*value* with its thousands grouped."""
    return LOCALE.toString(value)


def _counted(count: int, one: str, many: str) -> str:
    chosen = one if count == 1 else many
    return QCoreApplication.translate("messages", chosen).format(number(count))


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
    chosen = "{} path saved in “{}”." if count == 1 else "{} paths saved in “{}”."
    return QCoreApplication.translate("messages", chosen).format(number(count), name)


def sharpness(rank: int, of: int) -> str:
    """How sharp one of several shots is, counted from 1 for the sharpest."""
    said = "Sharpest" if rank == 1 else "Least sharp" if rank == of else "Sharpness {} of {}"
    return QCoreApplication.translate("messages", said).format(number(rank), number(of))


def albums(count: int) -> str:
    """Such as “3 albums”."""
    return _counted(count, "{} album", "{} albums")


def examples(count: int) -> str:
    """Such as “8 examples”."""
    return _counted(count, "{} example", "{} examples")


def measured(value: float, threshold: float) -> str:
    """Such as “214; at least 8 needed”, or “0.04; at most 0.25 allowed”."""
    said = (LOCALE.toString(float(round(one, 2)), "g", 6) for one in (value, threshold))
    passed = "{}; at least {} needed" if value >= threshold else "{}; at most {} allowed"
    return QCoreApplication.translate("messages", passed).format(*said)


def save_albums(count: int) -> str:
    """What a button says that saves so many albums."""
    if count == 1:
        return QCoreApplication.translate("messages", "Save album")
    return _counted(count, "Save {} album", "Save {} albums")


def part_of(number_of_part: int, count: int) -> str:
    """Such as “Album 1 of 3”."""
    text = QCoreApplication.translate("messages", "Album {} of {}")
    return text.format(number(number_of_part), number(count))


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


def selected(count: int) -> str:
    """Such as “3 selected”."""
    return _counted(count, "{} selected", "{} selected")


def size(size_bytes: int) -> str:
    """*size_bytes* in the unit that suits it, counted in thousands like the system does."""
    if size_bytes == 0:
        return "0"
    fmt = QLocale.DataSizeFormat.DataSizeSIFormat
    precise = 1 if size_bytes < 10_000_000 else 0
    return LOCALE.formattedDataSize(size_bytes, precise, fmt).replace("kB", "KB")


def day(ordinal: int) -> str:
    """A day such as “Saturday, 14 June 2025”, from ``date.toordinal()``."""
    return LOCALE.toString(_qdate(date.fromordinal(ordinal)), "dddd, d MMMM yyyy")


def month(ordinal: int) -> str:
    """A month such as “June 2025”."""
    return LOCALE.toString(_qdate(date.fromordinal(ordinal)), "MMMM yyyy")


def moment(when: datetime) -> str:
    """A day and time such as “Sunday, 4 May 2025, 17:42”."""
    return f"{day(when.toordinal())}, {when:%H:%M}"


def short_moment(when: datetime) -> str:
    """A day and time such as “4 May 2025, 17:42”."""
    return f"{LOCALE.toString(_qdate(when), 'd MMMM yyyy')}, {when:%H:%M}"


def shift(by: timedelta) -> str:
    """Such as “1 day 7 hours earlier”."""
    minutes, seconds = divmod(abs(by).seconds, 60)
    parts = (
        (abs(by).days, "{} day", "{} days"),
        (minutes // 60, "{} hour", "{} hours"),
        (minutes % 60, "{} minute", "{} minutes"),
        (seconds, "{} second", "{} seconds"),
    )
    span = " ".join(_counted(count, one, many) for count, one, many in parts if count)
    later = "{} later" if by > timedelta(0) else "{} earlier"
    return QCoreApplication.translate("messages", later).format(span)


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
        return LOCALE.toString(_qdate(begun), "d MMMM yyyy")
    same_month = (begun.year, begun.month) == (ended.year, ended.month)
    form = "d" if same_month else "d MMMM" if begun.year == ended.year else "d MMMM yyyy"
    dash = "–" if same_month else " – "
    return dash.join(
        [LOCALE.toString(_qdate(begun), form), LOCALE.toString(_qdate(ended), "d MMMM yyyy")]
    )


def month_name(month_number: int) -> str:
    """The name of a month, counted from 1."""
    return LOCALE.standaloneMonthName(month_number)


def years(first: int, last: int) -> str:
    """Such as “2009–2025”, or one year."""
    return str(first) if first == last else f"{first}–{last}"


def time_left(seconds: float) -> str:
    """Such as “about 7 s left”."""
    translate = QCoreApplication.translate
    if seconds < 60:
        return translate("messages", "about {} s left").format(max(1, round(seconds)))
    if seconds < 5400:
        return translate("messages", "about {} min left").format(round(seconds / 60))
    return translate("messages", "about {} h left").format(round(seconds / 3600))


def kind(of: SuggestionKind, occasion: str | None) -> str:
    """What sort of album is proposed, as a word."""
    if occasion:
        return OCCASIONS.get(occasion, occasion.replace("_", " ").capitalize())
    word = {
        SuggestionKind.EVENT: "Day",
        SuggestionKind.TRIP: "Trip",
        SuggestionKind.OCCASION: "Occasion",
        SuggestionKind.THEME: "Theme",
        SuggestionKind.TAUGHT: "Taught theme",
        SuggestionKind.RECAP: "Recap",
        SuggestionKind.ON_THIS_DAY: "On this day",
        SuggestionKind.PERSON: "Person",
    }[of]
    return QCoreApplication.translate("messages", word)


def facet(of: Facet) -> str:
    """What sort of thing photos are looked for by, as a word."""
    translate = QCoreApplication.translate
    match of:
        case Facet.PLACE:
            return translate("messages", "Place")
        case Facet.DATE:
            return translate("messages", "Date")
        case Facet.ALBUM:
            return translate("messages", "Album")
        case Facet.TITLE:
            return translate("messages", "Event")
        case Facet.THEME:
            return translate("messages", "Theme")
        case Facet.KIND | Facet.FAVOURITE | Facet.DATE_PROBLEM:
            return translate("messages", "Kind")
        case Facet.CAMERA:
            return translate("messages", "Camera")
        case Facet.FOLDER:
            return translate("messages", "Folder")


def facet_beside(tag: Tag) -> str:
    """What stands beside the name of a tag: what it lies in, or else what sort of thing it is."""
    return tag.around or facet(tag.facet)


def short_month(month_number: int) -> str:
    """The short name of a month, counted from 1."""
    return LOCALE.standaloneMonthName(month_number, QLocale.FormatType.ShortFormat)


def no_date() -> str:
    """What stands in the place of a year."""
    return QCoreApplication.translate("messages", "No date")


def place(where: Place) -> str:
    """Such as “Đà Nẵng, Vietnam”."""
    country = QLocale.territoryToString(QLocale.codeToTerritory(where.country))
    parts = [where.name, "" if where.region == where.name else where.region, country]
    return ", ".join(part for part in parts if part)


def _qdate(when: date) -> QDate:
    return QDate(when.year, when.month, when.day)
