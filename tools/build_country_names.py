"""Build ``resources/gazetteer/countries.json``: names of countries in every language we speak.

    python tools/build_country_names.py [--out resources/gazetteer]

Needs ``pip install babel``, which carries the Common Locale Data Repository (Unicode licence).
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

from babel import Locale

ROOT = Path(__file__).resolve().parent.parent
LANGUAGES = ("en", "vi")
CODE_LETTERS = 2


def main() -> None:
    """Write the names, by code and language."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, default=ROOT / "resources" / "gazetteer")
    out = parser.parse_args().out
    names = {language: Locale(language).territories for language in LANGUAGES}
    codes = sorted(
        code
        for code in names["en"]
        if len(code) == CODE_LETTERS
        and code.isalpha()
        and all(code in one for one in names.values())
    )
    table = {code: {language: names[language][code] for language in LANGUAGES} for code in codes}
    text = json.dumps(table, ensure_ascii=False, indent=0, sort_keys=True)
    (out / "countries.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
