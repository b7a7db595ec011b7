"""How each promise is kept, checked, and where it ends; docs/promises.md says the same."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise, in sentences."""

    title: str
    kept_by: tuple[str, ...]
    checked_by: tuple[str, ...]
    cannot: tuple[str, ...]


def promises() -> tuple[Promise, ...]:
    """All of them, in the order in which they win."""
    return (_originals(), _network(), _switch(), _nothing_dropped(), _copies())


def _originals() -> Promise:
    return Promise(
        title=_tr("Your photos are never changed, moved or deleted"),
        kept_by=(
            _tr(
                "There is no command for it. Photos are opened for reading only, and writing below "
                "a photo folder is refused by a guard that sees each file before it is opened."
            ),
            _tr(
                "Pictures are decoded in processes of their own. On Linux the system locks them: "
                "they can open no file, start nothing and change nothing."
            ),
        ),
        checked_by=(
            _tr(
                "“Check now” tries to open one of your photos for writing, and lets a decoding "
                "process try what a hostile picture would."
            ),
            _tr(
                "The number of bytes written to your photo folders is measured on the files "
                "themselves. Checksums made before and after say the same."
            ),
        ),
        cannot=(
            _tr(
                "The guard sees what Python opens. Libraries written in other languages could pass "
                "it by; tests watch every system call of whole runs for that."
            ),
            _tr(
                "Another program that you open a photo with may change it. On Windows and macOS "
                "the system does not lock the decoding processes."
            ),
        ),
    )


def _network() -> Promise:
    return Promise(
        title=_tr("Nothing leaves this computer"),
        kept_by=(
            _tr(
                "On Linux the first thing that the program does is to have the system refuse it "
                "every internet connection, for good, with all it starts."
            ),
            _tr(
                "It looks for no updates, counts nothing and reports nothing. Qt's network library "
                "is not loaded, and the reporting of the library that looks at pictures is off."
            ),
        ),
        checked_by=(
            _tr("“Check now” tries to get out in several ways and shows each refusal."),
            _tr("In a terminal: homeroll privacy --check, or strace -f -e trace=network homeroll"),
        ),
        cannot=(
            _tr(
                "Local connections stay open, for the screen needs one; a service on this computer "
                "could be asked through it. A file manager or player opened from here may run "
                "outside the wall."
            ),
            _tr(
                "On Windows and macOS there is no network code, but the system does not enforce "
                "it. Started with --allow-tcp-display there is no wall, and the window says so."
            ),
        ),
    )


def _switch() -> Promise:
    return Promise(
        title=_tr("The switch means what it says"),
        kept_by=(
            _tr(
                "Suggestions are off until you say yes. Whatever is worked out asks one gate when "
                "it starts, for every batch, and again before it is written; consent that is "
                "missing or damaged is a no."
            ),
            _tr(
                "Off overwrites and removes what was worked out and looks whether it is gone. What "
                "a crash interrupts is finished at the next start, before anything else."
            ),
        ),
        checked_by=(
            _tr("You see before what goes and what stays, and get a receipt that can be saved."),
            _tr(
                "After that there is no file derived.sqlite in the folder that is named under "
                "About Homeroll."
            ),
        ),
        cannot=(
            _tr(
                "Copies in backups and snapshots, and worn parts of an SSD, are out of the reach "
                "of any program. Encrypting the disk protects those."
            ),
            _tr(
                "While suggestions are on, what was worked out is not locked with a passphrase. "
                "Albums that you saved and copies that you exported are yours and stay."
            ),
        ),
    )


def _nothing_dropped() -> Promise:
    return Promise(
        title=_tr("Nothing is dropped in silence"),
        kept_by=(
            _tr(
                "Every file that may be a picture is either among your photos or under Problems, "
                "with the reason. What you leave out is counted, and an export lists what it did "
                "not write."
            ),
        ),
        checked_by=(
            _tr(
                "Compare the number of photos and problems with your file manager. In a terminal: "
                "homeroll organize FOLDER --json report.json"
            ),
        ),
        cannot=(
            _tr(
                "Hidden folders, system folders and folders that hold a file named .nomedia are "
                "not listed, nor are files that neither their name nor their first bytes show to "
                "be pictures."
            ),
        ),
    )


def _copies() -> Promise:
    return Promise(
        title=_tr("Copies that you share say no more than the picture"),
        kept_by=(
            _tr(
                "Exports leave out place, camera, serial numbers, names, comments and small "
                "pictures that may show an earlier crop, unless you ask for them. Each copy is "
                "read back and checked."
            ),
        ),
        checked_by=(
            _tr("The export tells beforehand what each copy would say. So does exiftool."),
        ),
        cannot=(
            _tr(
                "What can be seen in a picture stays in it: faces, signs, the view from a window. "
                "Who gets a copy may do with it what they like."
            ),
        ),
    )


def _tr(text: str) -> str:
    return QCoreApplication.translate("promise_words", text)
