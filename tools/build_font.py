"""Build ``resources/fonts/NotoSans-part.ttf``: the letters that contact sheets are written in.

    python tools/build_font.py [--out resources/fonts]

Needs ``pip install fonttools fontpkg-noto-sans``: the package brings Noto Sans as a variable font.
Kept are the regular weight and the letters of European languages and Vietnamese.
"""

from __future__ import annotations

import argparse
import importlib.resources
import shutil
from pathlib import Path

from fontTools import subset  # type: ignore[import-not-found]
from fontTools.ttLib import TTFont  # type: ignore[import-not-found]
from fontTools.varLib import instancer  # type: ignore[import-not-found]

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "fontpkg_noto_sans"
# Latin with its extensions and marks, Greek, Cyrillic, Vietnamese, punctuation, money, signs
KEPT = (
    *((0x20, 0x24F), (0x2B0, 0x36F), (0x370, 0x3FF), (0x400, 0x52F), (0x1E00, 0x1EFF)),
    *((0x2000, 0x206F), (0x20A0, 0x20BF), (0x2100, 0x214F), (0x2190, 0x2193), (0x2212, 0x2212)),
    *((0x25CC, 0x25CC), (0xFFFD, 0xFFFD)),
)


def main() -> None:
    """Write the font and its licence."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "fonts")
    out = parser.parse_args().out
    out.mkdir(parents=True, exist_ok=True)
    brought = importlib.resources.files(PACKAGE)
    font = TTFont(str(brought / "files" / "NotoSans[wdth,wght].ttf"))
    font = instancer.instantiateVariableFont(font, {"wght": 400, "wdth": 100})
    options = subset.Options(
        hinting=False, layout_features=["kern", "mark", "mkmk", "ccmp", "locl"]
    )
    chosen = subset.Subsetter(options)
    chosen.populate(unicodes=[code for first, last in KEPT for code in range(first, last + 1)])
    chosen.subset(font)
    font.save(out / "NotoSans-part.ttf")
    shutil.copyfile(str(brought / "LICENSE"), out / "LICENSE-OFL.txt")


if __name__ == "__main__":
    main()
