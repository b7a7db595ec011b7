"""Damaged files let nothing through: what each reader refuses."""

from __future__ import annotations

from tests.campaigns.plants.model import Plant

JPEG = "organizer/export/jpeg.py"
TESTS = ("tests/organizer/export",)

DAMAGE = (
    Plant(
        "a JPEG with words among its pixels is encoded anew",
        JPEG,
        "            require_no_words(content[position:end])\n",
        "",
        TESTS,
    ),
    Plant(
        "tables of a JPEG come once",
        "organizer/export/jpeg.py",
        "        parts.check(marker, segment[4:])\n",
        "",
        TESTS,
    ),
    Plant(
        "each byte of a TIFF has one known use",
        "organizer/export/tiff_directories.py",
        "        require_accounted(self.content, 8, len(self.content), spans)",
        "        pass",
        TESTS,
    ),
    Plant(
        "strips of a TIFF are as long as they have to be",
        "organizer/export/tiff_strips.py",
        "            require(len(strip) == size)",
        "            pass",
        TESTS,
    ),
    Plant(
        "each byte beside the items of a HEIC has one known use",
        "organizer/export/heif_uses.py",
        "        require_accounted(content, store.body, store.end, within)",
        "        pass",
        TESTS,
    ),
    Plant(
        "a JPEG XL stream has no words in it",
        "organizer/export/jxl.py",
        "    require_no_words(stream)\n",
        "",
        TESTS,
    ),
    Plant(
        "what decoders of a film need is what it is called",
        "organizer/export/mp4.py",
        "                require_whole_codec(made, one)",
        "                pass",
        TESTS,
    ),
    Plant(
        "chunks of a film do not lie in one another",
        "organizer/export/mp4_samples.py",
        "    require(all(end <= later for (_, end), (later, _) in pairwise(found)))\n",
        "",
        TESTS,
    ),
)
