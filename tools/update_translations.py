"""Brings resources/translations up to date with the source.

Run it after adding or changing a string, translate what is new in homeroll_vi.ts (by hand or with
Qt Linguist), and run it again:

    python tools/update_translations.py

Words that are used everywhere, so that one thing has one name:

    photo ảnh · folder thư mục · file tệp · album album · suggestion gợi ý · propose đề xuất ·
    event, occasion dịp · trip chuyến đi · place địa điểm, nơi · home nơi ở · theme chủ đề ·
    to teach dạy · example ảnh mẫu · look-alikes ảnh giống nhau · like shots ảnh gần giống ·
    exact copies bản trùng hệt · date to remember ngày đáng nhớ · rule quy tắc · switch công tắc ·
    to turn on, off bật, tắt · to erase xóa · to remove gỡ · to leave out, to dismiss bỏ qua ·
    to take in again nhận lại · to take back rút lại · to hide ẩn · to put back khôi phục ·
    library thư viện · catalog danh mục · sidecar tệp kèm · copy bản sao · to export xuất ·
    to search tìm · filter bộ lọc · favourite yêu thích · star dấu sao · thumbnail ảnh thu nhỏ ·
    offline ngoại tuyến · undo hoàn tác · redo làm lại · to cancel hủy

Tone marks stand as in “hòa”, “hủy”, “xóa”, like in organizer/suggestions/words/vietnamese.py.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from tools.qt_words import QT_WORDS  # noqa: E402
from tools.source_strings import SourceString, strings_of_ui  # noqa: E402

TRANSLATIONS = ROOT / "resources" / "translations"
TS, QM = TRANSLATIONS / "homeroll_vi.ts", TRANSLATIONS / "homeroll_vi.qm"


def wanted_strings() -> set[SourceString]:
    """Everything that is to be in the file: our own strings and those of Qt."""
    return strings_of_ui() | {SourceString(*word) for word in QT_WORDS}


def update() -> None:
    """Put new strings into the .ts file and take old ones out; nothing translated is lost."""
    with TemporaryDirectory() as folder:
        # lupdate knows neither our short forms nor strings inside f-strings: it gets a plain list
        listed = Path(folder) / "strings.py"
        listed.write_text("".join(map(_line, sorted(wanted_strings()))), encoding="utf-8")
        options = "-no-obsolete -locations none -no-ui-lines -silent".split()
        languages = "-source-language en -target-language vi_VN".split()
        _run("pyside6-lupdate", str(listed), *options, *languages, "-ts", str(TS))


def release() -> None:
    """Make the .qm file, which the program loads."""
    _run("pyside6-lrelease", "-silent", str(TS), "-qm", str(QM))


def _line(one: SourceString) -> str:
    return f"QCoreApplication.translate({_quoted(one.context)}, {_quoted(one.text)})\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def _run(tool: str, *arguments: str) -> None:
    subprocess.run([Path(sys.executable).parent / tool, *arguments], check=True)


if __name__ == "__main__":
    update()
    release()
