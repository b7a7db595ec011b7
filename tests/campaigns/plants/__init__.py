"""Every planted fault, by the promise that it would break."""

from __future__ import annotations

from tests.campaigns.plants.consent import CONSENT
from tests.campaigns.plants.damage import DAMAGE
from tests.campaigns.plants.erasing import ERASING
from tests.campaigns.plants.looked_at import LOOKED_AT
from tests.campaigns.plants.originals import ORIGINALS
from tests.campaigns.plants.promises import PROMISES
from tests.campaigns.plants.sensitive import SENSITIVE
from tests.campaigns.plants.stripped import STRIPPED
from tests.campaigns.plants.text import TEXT
from tests.campaigns.plants.wall import WALL

AREAS = {
    "consent": CONSENT,
    "erasing": ERASING,
    "wall": WALL,
    "originals": ORIGINALS,
    "export": (*STRIPPED, *LOOKED_AT),
    "damage": DAMAGE,
    "sensitive": SENSITIVE,
    "text": TEXT,
    "promises": PROMISES,
}
