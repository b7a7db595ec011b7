"""Another language for the length of a test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication

from ui.languages import ENGLISH, speak


@contextmanager
def spoken(language: str) -> Iterator[None]:
    """Speak *language*, and English again afterwards."""
    app = QCoreApplication.instance()
    assert app is not None
    speak(app, language)
    try:
        yield
    finally:
        speak(app, ENGLISH)
