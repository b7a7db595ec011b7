"""Another language for the length of a test."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication, QTranslator

from ui.languages import ENGLISH, speak

LONGER = 0.4
DATE_FORM = re.compile(r"[dMy, ']+")


class Lengthener(QTranslator):
    """Says everything in English that takes 40 % more room."""

    def isEmpty(self) -> bool:
        return False

    def translate(self, _context: str, text: str, _more: str = "", _count: int = -1) -> str:
        if DATE_FORM.fullmatch(text):
            return text
        more = round(len(text) * LONGER)
        return text + (" nnnnn" * more)[:more]


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Speak *language*, and English again afterwards; "long" is English that is longer."""
    app = QCoreApplication.instance()
    assert app is not None
    longer = Lengthener(app)
    if language == "long":
        app.installTranslator(longer)
    else:
        speak(app, language)
    try:
        yield
    finally:
        app.removeTranslator(longer)
        speak(app, ENGLISH)
