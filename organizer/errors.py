"""What can go wrong through no fault of ours: ``str(error)`` is shown to the user as it is.

OrganizerError
├── UsageError                     wrong words on the command line (exit code 2)
├── SwitchOffError                 the command needs the switch on (3)
├── LibraryError                   the library cannot be opened, nothing changed (4)
│   ├── LibraryTooNewError
│   ├── LibraryDamagedError
│   ├── LibraryInUseError
│   ├── LibraryWriteError          such as a full disk; what was committed before is kept
│   └── DerivedDamagedError        can be made again from the photos
├── UnreadablePhotoError           one file could not be read; the others can go on
├── NotFoundError                  no such album, suggestion, folder (1)
├── ExportError                    (1)
└── ModelError                     a bundled model is missing or was changed (1)
"""

from __future__ import annotations

from pathlib import Path


class OrganizerError(Exception):
    """The user can understand this, and often mend it.

    *hint* is what helps at the command line; a window offers a button instead.
    """

    exit_code = 1
    hint = ""


class UsageError(OrganizerError):
    """The command's words are off."""

    exit_code = 2


class SwitchOffError(OrganizerError):
    """The command needs suggestions, and they are off."""

    exit_code = 3
    hint = "Turn them on with “homeroll suggestions on”."

    def __init__(self) -> None:
        super().__init__("Suggestions from your photo roll are off, so nothing was worked out.")


class LibraryError(OrganizerError):
    """The library cannot be opened; nothing was changed."""

    exit_code = 4


class LibraryTooNewError(LibraryError):
    """A later version of Homeroll wrote the file."""

    def __init__(self, path: Path, *, found: int, known: int) -> None:
        super().__init__(
            f"“{path}” was written by a newer Homeroll (format {found}, this one knows {known}). "
            "Please update Homeroll; nothing was changed."
        )
        self.found = found
        self.known = known


class LibraryDamagedError(LibraryError):
    """The file is not the database it should be."""

    hint = "“homeroll restore” puts back a copy; or move this file away to start afresh."

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"“{path}” is damaged ({cause}). Nothing was changed.")
        self.path = path


class LibraryInUseError(LibraryError):
    """Another program has the library open."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"The library in “{path}” is open in another Homeroll. Close that one first."
        )
        self.path = path


class LibraryWriteError(LibraryError):
    """The library could not be written; what was committed before is kept."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(
            f"The library in “{path}” could not be written ({cause}). "
            "Make sure that there is room on the disk and that the folder may be written."
        )
        self.path = path


class DerivedDamagedError(LibraryError):
    """What was worked out cannot be read; it can be made again."""

    def __init__(self) -> None:
        super().__init__(
            "What was worked out for suggestions is damaged. "
            "Turn suggestions off and on again to work it out anew."
        )


class NotFoundError(OrganizerError):
    """What was asked for does not exist."""

    def __init__(self, sentence: str, *, hint: str = "") -> None:
        super().__init__(sentence)
        self.hint = hint


class ExportError(OrganizerError):
    """An album could not be exported."""


class ModelError(OrganizerError):
    """A bundled model cannot be used."""


class UnreadablePhotoError(OrganizerError):
    """One file could not be read; the others can go on."""

    def __init__(self, path: Path, cause: str) -> None:
        super().__init__(f"“{path.name}” could not be read: {cause}.")
        self.path = path
