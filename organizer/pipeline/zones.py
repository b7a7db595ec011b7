"""Private places: positions within one never leave with a copy, even where places are kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from organizer.earth import distance_km
from organizer.library import Library
from organizer.models import Circle, Photo
from organizer.models.exports import PrivateZone, ZoneId
from organizer.pipeline.dwelling import list_homes

USUAL_KM = 0.5
# a home is the middle of what was photographed around it, so the house may lie beside it
HOME_KM = 1.0


@dataclass(frozen=True, slots=True)
class PrivatePlaces:
    """Everything that is private while an export is made: what was said, and homes.

    Attributes:
        names: Of the places, as far as they have one.
    """

    circles: tuple[Circle, ...] = ()
    names: tuple[str, ...] = ()

    def hold(self, latitude: float, longitude: float) -> bool:
        """Whether a position in degrees lies in one of them."""
        return any(
            distance_km((one.latitude, one.longitude), (latitude, longitude)) <= one.radius_km
            for one in self.circles
        )

    def hold_any(self, positions: Iterable[tuple[float, float]]) -> bool:
        """Whether one of these positions lies in one of them."""
        return any(self.hold(*position) for position in positions)

    def hold_photo(self, photo: Photo) -> bool:
        """Whether a photo was taken in one of them, as far as the catalog knows."""
        if photo.latitude is None or photo.longitude is None:
            return False
        return self.hold(photo.latitude, photo.longitude)

    def named_in(self, title: str) -> bool:
        """Whether a title names one of them."""
        return any(name.casefold() in title.casefold() for name in self.names)


def private_places(library: Library) -> PrivatePlaces:
    """What was said to be private, and the homes that are known, found or said."""
    zones = library.zones.all()
    homes = list_homes(library)
    return PrivatePlaces(
        circles=(
            *(zone.circle for zone in zones),
            *(Circle(home.home.latitude, home.home.longitude, HOME_KM) for home in homes),
        ),
        names=tuple(zone.name for zone in zones if zone.name),
    )


def keep_zone(library: Library, zone: PrivateZone) -> PrivateZone:
    """Keep a place private from now on, also one that was taken back."""
    with library.transaction():
        return library.zones.keep(zone)


def take_zone_back(library: Library, zone_id: ZoneId) -> None:
    """Keep a place private no more."""
    with library.transaction():
        library.zones.remove(zone_id)
