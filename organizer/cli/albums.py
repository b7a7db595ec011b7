"""Albums and their export, at the command line."""

from __future__ import annotations

import argparse
import sys

from organizer import pipeline
from organizer.cli.screen import Screen, plural, print_line
from organizer.errors import NotFoundError, UsageError
from organizer.library import Library
from organizer.models import Album, AlbumId, ExportOptions


def albums(library: Library, options: argparse.Namespace, _screen: Screen) -> int:
    """List the albums, save a suggestion as one, or show what is in one."""
    match options.what:
        case "list":
            for album in library.albums.all():
                count = plural(len(album.photo_ids), "photo")
                print_line(sys.stdout, f"{album.id}  {album.title}  ({count})")
        case "save":
            if not options.name:
                raise UsageError("Which one? “homeroll albums save SUGGESTION_ID”.")
            album = pipeline.save_suggestion(library, options.name)
            print_line(sys.stdout, f"Saved “{album.title}” as album {album.id}.")
        case _:
            if not options.name:
                raise UsageError("Which one? “homeroll albums show ALBUM”.")
            _show(library, _find_album(library, options.name))
    return 0


def _show(library: Library, album: Album) -> None:
    print_line(sys.stdout, f"{album.title}  ({plural(len(album.photo_ids), 'photo')})")
    hidden = library.hidden.withheld() & set(album.photo_ids)
    for photo in library.photos.get_many(album.photo_ids):
        if photo.id not in hidden:
            print_line(sys.stdout, f"  {photo.path}")
    if hidden:
        print_line(sys.stdout, f"  and {len(hidden):,} hidden")


def _find_album(library: Library, name: str) -> Album:
    """By number, or by title."""
    if name.isdecimal() and (album := library.albums.get(AlbumId(int(name)))) is not None:
        return album
    named = [album for album in library.albums.all() if album.title == name]
    if not named:
        raise NotFoundError(f"There is no album “{name}”.", hint="“homeroll albums” lists them.")
    return named[0]


def export(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    """Copy an album; 1 when some photo was left out."""
    if options.keep_location and options.no_date:
        raise UsageError("Files copied as they are keep their date: choose one of the two.")
    album = _find_album(library, options.album)
    chosen = ExportOptions(
        keep_location=options.keep_location,
        size_px=options.size,
        form=options.form,
        xmp=options.xmp,
        keep_date=not options.no_date,
    )
    report = pipeline.export_album(
        library, album.id, options.destination, chosen, progress=screen.progress()
    )
    screen.end_line()
    print_line(
        sys.stdout, f"{plural(len(report.written), 'file')} written to “{report.destination}”."
    )
    if report.checked:
        checked = plural(report.checked, "file")
        print_line(sys.stdout, f"{checked} read back: no place, no camera, no names found.")
    if report.private:
        lost = plural(report.private, "file")
        print_line(sys.stdout, f"{lost} without the place: it is private.")
    for path, reason in (*report.converted, *report.skipped):
        print_line(sys.stdout, f"  {path}: {reason}")
    return 1 if report.skipped else 0
