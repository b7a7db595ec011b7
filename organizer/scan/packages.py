"""Which decoders are installed; told without loading one."""

from __future__ import annotations

from importlib.util import find_spec

from organizer.scan.formats import JXL, RAW, VIDEO

_MODULES = {VIDEO: "av", RAW: "rawpy", JXL: "pillow_jxl"}


def installed_decoders() -> frozenset[str]:
    """The decoders, of those that not every file needs, whose package is there."""
    return frozenset(name for name, module in _MODULES.items() if find_spec(module) is not None)
