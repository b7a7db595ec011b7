"""The language the window speaks, and how its numbers and dates are written."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale, QTranslator

from organizer.paths import RESOURCES

TRANSLATIONS = RESOURCES / "translations"
ENGLISH = "en"
_LOCALES = {
    ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
    "vi": QLocale(QLocale.Language.Vietnamese, QLocale.Country.Vietnam),
}


class _Speech:
    """What is spoken now; the application has one language at a time, like its translator."""

    language = ENGLISH
    is_chosen = False
    translator: QTranslator | None = None


def speak(app: QCoreApplication, language: str) -> None:
    """Speak *language* from now on; what was built before keeps its words."""
    if _Speech.translator is not None:
        app.removeTranslator(_Speech.translator)
        _Speech.translator = None
    if language != ENGLISH:
        translator = QTranslator(app)
        if translator.load(str(TRANSLATIONS / f"homeroll_{language}.qm")):
            app.installTranslator(translator)
            _Speech.translator = translator
    _Speech.language, _Speech.is_chosen = language, True
    QLocale.setDefault(_LOCALES[language])


def is_speaking() -> bool:
    """Whether a language was chosen since the start."""
    return _Speech.is_chosen


def language() -> str:
    """The code of the language that is spoken."""
    return _Speech.language


def locale() -> QLocale:
    """How numbers, dates and sizes are written in it."""
    return _LOCALES[_Speech.language]
