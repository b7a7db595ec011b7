"""What things are known by."""

from __future__ import annotations

from typing import NewType

PhotoId = NewType("PhotoId", int)
FolderId = NewType("FolderId", int)
AlbumId = NewType("AlbumId", int)
ExclusionId = NewType("ExclusionId", int)
RuleId = NewType("RuleId", int)
EventEditId = NewType("EventEditId", int)
HomeWordId = NewType("HomeWordId", int)
TaughtThemeId = NewType("TaughtThemeId", int)
