"""What Qt's dialogs remember of the user's folders goes, and what is other programs' stays."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QSettings

from ui.dialog_history import forget_in


def test_own_folders_are_taken_out_of_what_qt_remembers(tmp_path: Path) -> None:
    settings = QSettings(str(tmp_path / "QtProject.ini"), QSettings.Format.IniFormat)
    settings.setValue(
        "FileDialog/history", ["file:///home/ana/Photos/2024", "file:///home/ana/Work"]
    )
    settings.setValue("FileDialog/lastVisited", "file:///home/ana/Photos")

    forget_in(settings, [Path("/home/ana/Photos")])

    written = (tmp_path / "QtProject.ini").read_text(encoding="utf-8")
    assert "Photos" not in written
    assert "file:///home/ana/Work" in written
