"""The rules of the house that a machine can hold."""

from __future__ import annotations

import ast
import importlib
import re
import subprocess
import sys
from pathlib import Path

import pytest

from organizer import pipeline

ROOT = Path(__file__).resolve().parent.parent
STEPS = (
    *("scan", "features", "places", "clusters", "themes", "suggestions", "search", "export"),
    "privacy",
)
HEIGHT = {
    "models": 0,
    "errors": 0,
    "plain_text": 0,
    "paths": 1,
    "seccomp": 1,
    "earth": 1,
    "progress": 1,
    "handing_over": 1,
    "memory": 1,
    "priority": 1,
    "launcher": 2,
    **dict.fromkeys((*STEPS, "store"), 2),
    "library": 3,
    "pipeline": 4,
    "cli": 5,
}
# what takes long to import, and so must not be imported when the window opens
SLOW = ("sklearn", "onnxruntime", "numpy", "scipy", "PIL", "exifread")


def modules(package: str) -> list[Path]:
    return sorted(path.relative_to(ROOT) for path in (ROOT / package).rglob("*.py"))


def imports(path: Path) -> list[str]:
    """Every module that *path* imports, wherever in the file."""
    found = []
    for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            found += [f"{module}.{alias.name}" for alias in node.names]
    return found


@pytest.mark.parametrize("path", modules("organizer"), ids=str)
def test_the_core_knows_no_window_and_looks_only_down(path: Path) -> None:
    own = path.relative_to("organizer").parts[0].removesuffix(".py")

    for imported in imports(path):
        top, _, rest = imported.partition(".")
        assert top not in {"PySide6", "ui"}, f"{path} imports {imported}"
        if top == "organizer" and (other := rest.split(".")[0]) != own and own != "__init__":
            assert HEIGHT[other] < HEIGHT[own], f"{own} must not import {other}"


@pytest.mark.parametrize("path", modules("organizer"), ids=str)
def test_sql_lives_in_the_store_only(path: Path) -> None:
    is_store = path.parts[1] in ("store", "library.py")

    for imported in imports(path):
        assert is_store or not imported.startswith("sqlite3"), f"{path} imports {imported}"


@pytest.mark.parametrize("path", modules("ui"), ids=str)
def test_the_window_asks_the_pipeline_and_never_the_store(path: Path) -> None:
    for imported in imports(path):
        assert not imported.startswith(("sqlite3", "organizer.store")), f"{path}: {imported}"


@pytest.mark.parametrize("path", [*modules("organizer"), *modules("ui")], ids=str)
def test_no_module_of_the_program_can_speak_to_a_network(path: Path) -> None:
    networked = ("http", "urllib.request", "ftplib", "smtplib", "ssl", "asyncio", "requests")
    networked += ("PySide6.QtNetwork", "PySide6.QtWebEngine", "xmlrpc", "webbrowser")

    for imported in imports(path):
        assert not imported.startswith(networked), f"{path} imports {imported}"


@pytest.mark.parametrize("path", modules("ui"), ids=str)
def test_qt_never_opens_a_users_file(path: Path) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")

    assert not re.search(r"QImageReader|QPixmap\(\s*str|QMovie|QFile\(|QMediaPlayer", text), path


def test_only_erasure_export_and_report_can_write_or_remove_files() -> None:
    """Originals are never written, moved or deleted: nothing else here could."""
    allowed = {
        "organizer/privacy/erasure.py",  # the derived store and the flag beside it
        "organizer/export/writing.py",  # new files, mode "x", never below an added folder
        "organizer/export/path_lists.py",  # lists of paths that the user named, mode "x"
        "organizer/cli/commands.py",  # the report that the user named
        "organizer/store/database.py",  # what a crash left of a database that was being made
        "organizer/store/backup.py",  # copies of the catalog, in the library folder
        "organizer/library.py",  # makes the library folder and its lock
        "organizer/handing_over.py",  # the socket for second starts, in the library folder
        "organizer/launcher.py",  # the entry in the menu of applications, in the user's own data
        "organizer/privacy/originals_guard.py",  # names the calls that it refuses
        "organizer/scan/wire.py",  # the pipes of a decode worker
    }
    writing = re.compile(
        r"\.unlink\(|(?:path|file|entry|folder)\.rename\(|\.replace\(\s*Path|\.rmdir\(|"
        r"os\.remove|os\.rename|os\.mk(?:fifo|nod)|shutil\.(?:rmtree|move|copy)|"
        r"\.chmod\(|os\.truncate|\.write_bytes\(|\.write_text\(|os\.utime|"
        r"open\([^)]*[\"'][rwax]?b?[+wax]b?\+?[\"']"
    )

    writers = {
        str(path)
        for path in [*modules("organizer"), *modules("ui")]
        if writing.search((ROOT / path).read_text(encoding="utf-8"))
    }

    assert writers <= allowed


@pytest.mark.parametrize("path", [*modules("organizer"), *modules("ui")], ids=str)
def test_onnxruntime_is_loaded_where_its_reporting_is_turned_off_and_nowhere_else(
    path: Path,
) -> None:
    if path != Path("organizer/features/networks.py"):
        assert "onnxruntime" not in imports(path)


def test_opening_the_window_imports_nothing_slow_from_the_core() -> None:
    asked = "import sys, organizer.pipeline, organizer.library, organizer.cli; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()

    assert not {name.split(".")[0] for name in loaded} & set(SLOW)


def test_opening_the_window_imports_nothing_that_can_be_imported_later() -> None:
    asked = "import sys, ui.app, ui.main_window; print(*sys.modules)"

    loaded = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True, cwd=ROOT
    ).stdout.split()

    assert "ui.main_window" in loaded
    assert not {*loaded} & set(pipeline.LATER)


def test_what_is_imported_later_is_there_when_it_is_asked_for() -> None:
    for module, names in pipeline.LATER.items():
        there = importlib.import_module(module)
        assert all(getattr(pipeline, name) is getattr(there, name) for name in names)

    assert {name for names in pipeline.LATER.values() for name in names} <= {*pipeline.__all__}
    with pytest.raises(AttributeError):
        _ = pipeline.organise  # type: ignore[attr-defined]


def test_no_tracked_text_names_this_machine_or_a_registry() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], capture_output=True, text=True, check=False, cwd=ROOT
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout: there is no list of tracked files")
    forbidden = re.compile("/wor" "k/|/roo" "t/|p" r"ypi\.org|pythonh" "osted|np" r"mjs\.")

    for name in filter(None, listed.stdout.split("\0")):
        path = ROOT / name
        if path.suffix in (".onnx", ".npy", ".bin", ".png", ".ttf") or not path.is_file():
            continue
        assert not forbidden.search(path.read_text(encoding="utf-8", errors="replace")), name


@pytest.mark.parametrize(
    "command",
    [
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
    ],
    ids=" ".join,
)
def test_the_linters_are_content(command: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", *command], capture_output=True, text=True, check=False, cwd=ROOT
    )

    assert done.returncode == 0, done.stdout + done.stderr
