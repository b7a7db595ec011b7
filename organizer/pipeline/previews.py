"""What an erasure would remove and leave, told beforehand."""

from __future__ import annotations

from dataclasses import dataclass

from organizer.library import Library
from organizer.models import FolderId, Said, Signal
from organizer.pipeline.copies_kept import catalog_copies
from organizer.pipeline.receipts import KINDS, counts_in_words
from organizer.privacy.intents import OFF, Erasing, Intent

# what a signal made alone; what it made together with others is made anew from those
_OF_SIGNAL = {
    Signal.PLACES: ("home", "place_group"),
    Signal.CONTENT: ("feature", "theme", "likeness_group", "face_count"),
    Signal.FACE_COUNT: ("face_count",),
}
_MADE_ANEW = "Events and suggestions, which are made anew from what remains"


@dataclass(frozen=True, slots=True)
class ErasurePreview:
    """What would go and what would stay, in plain sentences."""

    goes: tuple[str, ...]
    stays: tuple[str, ...]


def erasure_preview(library: Library, intent: Intent = OFF) -> ErasurePreview:
    """Tell what would go and what would stay."""
    match intent.what:
        case Erasing.WITHDRAW if intent.folder_id is not None:
            return ErasurePreview(_of_folder(library, intent.folder_id), _untouched(library))
        case Erasing.WITHDRAW | Erasing.REFUSED:
            tables = {table for one in intent.signals for table in _OF_SIGNAL[one]}
            counts = {what: n for what, n in count_derived(library).items() if what in tables}
            return ErasurePreview((*counts_in_words(counts), _MADE_ANEW), _untouched(library))
        case Erasing.FORGET:
            return _of_forgetting(library, intent)
        case Erasing.EVERYTHING:
            return _of_everything(library)
        case Erasing.OFF:
            goes = tuple(counts_in_words(count_derived(library)))
            stays = _untouched(library)
            return ErasurePreview(goes or ("Nothing: nothing was worked out yet",), stays)


def count_derived(library: Library) -> dict[str, int]:
    """How many rows of each table were worked out."""
    with library.derived() as derived:
        counts = derived.counts() if derived is not None else {}
    return {table: counts.get(table, 0) for table in KINDS}


def _untouched(library: Library) -> tuple[str, ...]:
    return (
        "Your photos and folders, untouched",
        _albums(library),
        "What you dismissed, so that it does not come back",
        "What you said: rules, homes, dates to remember, taught themes, hidden photos",
        "Thumbnails, dates and camera data, which the timeline needs",
    )


def _albums(library: Library) -> str:
    albums = library.albums.count()
    return f"{albums:,} saved {'album' if albums == 1 else 'albums'}"


def _of_folder(library: Library, folder_id: FolderId) -> tuple[str, ...]:
    counted = [one.photo_count for one in library.folders.all() if one.id == folder_id]
    photos = sum(counted)
    what = f"{photos:,} {'photo' if photos == 1 else 'photos'}"
    return (f"Everything that was worked out from {what}", _MADE_ANEW)


def _of_forgetting(library: Library, intent: Intent) -> ErasurePreview:
    counts = {str(kind): n for kind, n in library.said.counts().items() if kind in intent.said}
    if intent.with_copies:
        counts["copy"] = len(catalog_copies(library.path))
    goes = tuple(counts_in_words(counts)) or ("Nothing: you said nothing of the kind",)
    hidden = () if Said.HIDDEN in intent.said else ("What you hid stays hidden",)
    copies = () if intent.with_copies else ("The copies of the catalog, which still hold it",)
    stays = (
        "Your photos and folders, untouched",
        _albums(library),
        "Stars, captions and corrected dates",
        *hidden,
        *copies,
    )
    return ErasurePreview(goes, stays)


def _of_everything(library: Library) -> ErasurePreview:
    goes = (
        "The list of your folders and photos, with dates and places",
        "All thumbnails",
        "Everything that was worked out",
        _albums(library),
        "Stars, captions, corrected dates, and all else that you said",
        *counts_in_words({"copy": len(catalog_copies(library.path))}),
        "Settings and the list of what was decided",
    )
    return ErasurePreview(goes, ("Your photos and folders, untouched",))
