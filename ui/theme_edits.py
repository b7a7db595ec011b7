"""What the user teaches: themes, their examples, and each yes and no; all of it can be undone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject

from organizer.models import Album, AlbumId, PhotoId, TaughtTheme, TaughtThemeId
from organizer.pipeline import teaching
from ui import messages
from ui.session import Session
from ui.word_edits import WordEdits


class ThemeEdits(QObject):
    """Each word goes over the one undo stack, and makes proposals due."""

    def __init__(self, session: Session, words: WordEdits, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._words = words

    def all(self) -> list[TaughtTheme]:
        """Every theme in the order of teaching."""
        return teaching.taught_themes(self._session.library)

    def examples_to_be_seen(self, theme: TaughtTheme) -> list[PhotoId]:
        """The examples that are not hidden, the newest first."""
        entries = self._session.library.photos.timeline_of(sorted(theme.shown))
        entries.sort(key=lambda entry: (entry.taken_at_s is None, -(entry.taken_at_s or 0)))
        return [entry.id for entry in entries]

    def teach(self, name: str, photo_ids: Sequence[PhotoId]) -> TaughtThemeId | None:
        """Begin a theme; None if it cannot be taught."""
        library = self._session.library
        taught: list[TaughtTheme] = []

        def redo() -> None:
            if taught:  # under its old number, which later words on the stack know it by
                teaching.put_theme_back(library, taught[0])
            else:
                taught.append(teaching.teach_theme(library, name, photo_ids))

        sentence = _tr("“{}” is taught.").format(name)
        self._words.say(sentence, redo, lambda: teaching.forget_theme(library, taught[0].id))
        return taught[0].id if taught else None

    def answer(self, theme: TaughtTheme, photo_ids: Sequence[PhotoId], *, shows: bool) -> None:
        """Say that photos show the theme, or that they do not."""
        library = self._session.library
        say = teaching.say_shown if shows else teaching.say_not_shown
        text = _tr("{}: “{}”.") if shows else _tr("{}: not “{}”.")
        self._words.say(
            text.format(messages.photos(len(photo_ids)), theme.name),
            lambda: say(library, theme.id, photo_ids),
            lambda: teaching.answer_again(library, theme, photo_ids),
        )

    def take_back(self, theme: TaughtTheme, photo_ids: Sequence[PhotoId]) -> None:
        """Say nothing of these photos any more."""
        library = self._session.library
        self._words.say(
            _tr("{} no longer judged.").format(messages.photos(len(photo_ids))),
            lambda: teaching.forget_examples(library, theme.id, photo_ids),
            lambda: teaching.answer_again(library, theme, photo_ids),
        )

    def save(self, theme: TaughtTheme, photo_ids: Sequence[PhotoId]) -> AlbumId | None:
        """Make an album of a theme; None if it cannot be made."""
        library = self._session.library
        saved: list[Album] = []

        def redo() -> None:
            if saved:
                teaching.save_theme_again(library, saved[0])
            else:
                saved.append(teaching.save_theme(library, theme, photo_ids))

        sentence = _tr("“{}” is saved as an album.").format(theme.name)
        self._words.say(sentence, redo, lambda: teaching.undo_save_theme(library, saved[0]))
        return saved[0].id if saved else None

    def rename(self, theme: TaughtTheme, name: str) -> None:
        """Give a theme another name."""
        library = self._session.library
        self._words.say(
            _tr("Theme renamed to “{}”.").format(name),
            lambda: teaching.rename_theme(library, theme.id, name),
            lambda: teaching.rename_theme(library, theme.id, theme.name),
        )

    def forget(self, theme: TaughtTheme) -> None:
        """Erase a theme with its examples."""
        library = self._session.library
        forgotten = [theme]

        def redo() -> None:
            forgotten[0] = teaching.forget_theme(library, theme.id)

        self._words.say(
            _tr("“{}” and its examples are forgotten.").format(theme.name),
            redo,
            lambda: teaching.put_theme_back(library, forgotten[0]),
        )


def _tr(text: str) -> str:
    return QCoreApplication.translate("theme_edits", text)
