"""A locked decode process can load nothing: whatever it needs must be there beforehand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from organizer import seccomp
from tests.builders import a_photo_file
from tests.organizer.scan.making import a_dng, a_video

ROOT = Path(__file__).resolve().parents[3]
READ_ALL = """
import sys
from pathlib import Path
from organizer.scan import decode_worker, decoders, sandbox

decoders.load(["video", "raw"])
files = [path.open("rb") for path in sorted(Path(sys.argv[1]).iterdir())]
assert sandbox.enter()
for file in files:
    decode_worker._peek(file)
    facts, _ = decode_worker._read(file)
    print(Path(file.name).name, facts["status"], facts["reason"])
"""


@pytest.mark.skipif(not seccomp.is_supported(), reason="this system has no such lock")
def test_a_locked_process_reads_every_format(tmp_path: Path) -> None:
    names = [f"a.{ending}" for ending in ("avif", "gif", "heic", "jpg", "png", "tif", "webp")]
    for name in names:
        a_photo_file(tmp_path / name)
    names += [a_dng(tmp_path / "b.dng").name, a_video(tmp_path / "c.mp4").name]
    names += [a_video(tmp_path / "d.webm").name]

    done = subprocess.run(
        [sys.executable, "-c", READ_ALL, str(tmp_path)],
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )

    assert done.stdout.splitlines() == [f"{name} ok None" for name in names], done.stderr
