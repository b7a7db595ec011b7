"""The decoders that not every file needs: loaded before a worker is locked, on demand.

A locked worker can open no file, so it cannot import anything any more. One that meets a file
whose decoder it has not loaded says so, and is started again with it.
"""

from __future__ import annotations

import codecs
import importlib
from collections.abc import Iterable
from types import ModuleType

from PIL import Image

from organizer.scan.formats import JXL, RAW, VIDEO

# the module asked for, and those that it imports only when a file is opened
_MODULES = {
    VIDEO: ("av", "av.subtitles.stream", "av.video.stream", "av.audio.stream"),
    RAW: ("rawpy", "multiprocessing"),
    JXL: ("pillow_jxl",),
}
# what Pillow would load when it meets such a file; all of its plug-ins would take 30 ms more
_PLUGINS = ("Avif", "Bmp", "Gif", "Jpeg", "Mpo", "Png", "Tiff", "WebP")
_PACKAGES = {VIDEO: "av", RAW: "rawpy", JXL: "pillow-jxl-plugin"}
_CODECS = ("ascii", "latin-1", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252")
_loaded: dict[str, ModuleType | None] = {}


class DecoderNeededError(Exception):
    """This process has not loaded the decoder; another start of it can."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


class DecoderMissingError(Exception):
    """The package that reads this is not installed; ``str`` is a sentence that names it."""

    def __init__(self, what: str, package: str) -> None:
        super().__init__(f"Reading {what} needs the Python package “{package}”.")


def load(names: Iterable[str]) -> None:
    """Load these decoders and everything that any worker may want later."""
    for plugin in _PLUGINS:
        importlib.import_module(f"PIL.{plugin}ImagePlugin")
    Image.preinit()
    importlib.import_module("exifread")
    for name in _CODECS:
        codecs.lookup(name)
    for name in names:
        if name in _MODULES and name not in _loaded:
            try:
                modules = [importlib.import_module(module) for module in _MODULES[name]]
                _loaded[name] = modules[0]
            except ImportError:
                _loaded[name] = None


def require(name: str, what: str) -> ModuleType:
    """The module of a decoder.

    Raises:
        DecoderNeededError: If this process has not tried to load it.
        DecoderMissingError: If it is not installed; *what* it would read is told.
    """
    if name not in _loaded:
        raise DecoderNeededError(name)
    module = _loaded[name]
    if module is None:
        raise DecoderMissingError(what, _PACKAGES[name])
    return module
