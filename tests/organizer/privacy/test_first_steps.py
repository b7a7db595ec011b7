"""What the program does first, and what it says where the system lets it do less."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from organizer import cli, pipeline, seccomp
from organizer.privacy import network_wall
from tests.builders import a_photo_file

ROOT = Path(__file__).resolve().parents[3]


def run_python(program: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", program, *words],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


FIRST = """
import sys
before = set(sys.modules)
import homeroll
def raised():
    import threading
    loaded = {name.partition(".")[0] for name in set(sys.modules) - before} - {"threading"}
    own = {name for name in sys.modules if name.startswith(("organizer.", "ui."))}
    print(sorted(loaded - sys.stdlib_module_names), sorted(own), threading.active_count())
    sys.exit(0)
homeroll.raise_network_wall = raised
sys.argv = ["homeroll", "--library", sys.argv[1], "privacy"]
homeroll.main()
"""


def test_the_wall_stands_before_anything_but_itself_is_imported(tmp_path: Path) -> None:
    loaded = run_python(FIRST, str(tmp_path / "library"))

    own = ["organizer.privacy", "organizer.privacy.network_wall"]
    own += ["organizer.privacy.originals_guard", "organizer.seccomp"]
    assert loaded.strip() == f"{['homeroll', 'organizer']} {own} 1"


GUARDED = """
import os, sys
import homeroll
from organizer import pipeline
from organizer.library import open_library
from pathlib import Path
library, photo = Path(sys.argv[1]), Path(sys.argv[2])
with open_library(library) as opened:
    pipeline.add_folders(opened, [photo.parent])
sys.argv = ["homeroll", "--quiet", "--library", str(library), "albums"]
code = homeroll.main()
try:
    os.utime(photo, (1, 1))
except PermissionError as error:
    print(code, error.strerror)
else:
    print(code, "went")
"""


def test_the_program_puts_the_guard_in_force(tmp_path: Path) -> None:
    photo = a_photo_file(tmp_path / "photos/a.jpg")

    said = run_python(GUARDED, str(tmp_path / "library"), str(photo))

    assert said.strip().endswith("0 Homeroll never writes in a folder of your photos")


def test_the_check_says_when_qts_network_library_is_loaded() -> None:
    pytest.importorskip("PySide6.QtCore")
    say = "from organizer.privacy.network_wall import check_network; print(check_network()[-1])"

    assert "refused=True" in run_python(say)
    # a module of that name is enough, wherever the library itself is not shipped
    loaded = "import sys, types; sys.modules['PySide6.QtNetwork'] = types.ModuleType('x'); "
    assert "refused=False" in run_python(loaded + say)


@pytest.fixture
def before(monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a program that has raised no wall yet."""
    monkeypatch.setattr(network_wall, "_state", "not raised")


@pytest.mark.usefixtures("before")
def test_a_wall_that_the_system_refused_is_not_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(seccomp, "install", lambda _rules: False)
    monkeypatch.setattr(seccomp, "is_supported", lambda: True)

    state = network_wall.raise_network_wall()

    assert not state.blocked
    assert "refused to set up" in state.sentence


@pytest.mark.usefixtures("before")
def test_where_there_is_no_wall_none_is_claimed(monkeypatch: pytest.MonkeyPatch) -> None:
    """As on macOS, Windows, and processors whose numbers of calls are not known."""
    monkeypatch.setattr(seccomp, "is_supported", lambda: False)

    state = network_wall.raise_network_wall()

    assert not state.blocked
    assert "does not enforce" in state.sentence


def started(library: Path) -> tuple[int, list[str]]:
    told: list[str] = []
    code = cli.run(
        ["--quiet", "--library", str(library)],
        open_window=lambda *_words: 0,
        tell=told.append,
        mend=lambda _path, _sentence: False,
    )
    return code, told


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the wall is Linux's")
@pytest.mark.parametrize(
    ("display", "is_remote"),
    [
        ("far.example:10.0", True),
        ("localhost:10.0", True),
        ("127.0.0.1:0", True),
        ("unix:0", False),
    ],
)
def test_a_screen_over_the_network_is_a_sentence_that_names_the_way_out(
    display: str,
    is_remote: bool,
    library_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    for name in ("WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.setattr(cli, "display_answers", lambda _display: True)
    monkeypatch.setattr(network_wall, "_state", "raised")

    code, told = started(library_path)

    if is_remote:
        assert code == 2
        assert "--allow-tcp-display" in capsys.readouterr().err
        assert "--allow-tcp-display" in told[0]
    else:
        assert (code, told) == (0, [])
    monkeypatch.setattr(network_wall, "_state", "not raised")  # started with that word
    assert started(library_path) == (0, [])
    assert not pipeline.network_state().blocked
