"""Private places, at the command line."""

from __future__ import annotations

import argparse
import sys

from organizer import pipeline
from organizer.cli.finding import MAX_RADIUS_KM, spot
from organizer.cli.screen import Screen, print_line
from organizer.earth import distance_km
from organizer.errors import NotFoundError, UsageError
from organizer.library import Library
from organizer.models import Circle
from organizer.models.exports import PrivateZone
from organizer.pipeline.zones import keep_zone, take_zone_back


def zones(library: Library, options: argparse.Namespace, screen: Screen) -> int:
    """List the private places, add one, or take one back."""
    if options.what == "list":
        for zone in library.zones.all():
            print_line(sys.stdout, _line(zone))
        screen.say("Homes that are known are private too: “homeroll homes” lists them.")
        return 0
    if not options.place:
        raise UsageError(f"Where? “homeroll zones {options.what} LAT,LON”.")
    latitude, longitude = spot(options.place)
    if options.what == "add":
        circle = Circle(latitude, longitude, _radius_km(options))
        zone = keep_zone(library, PrivateZone(circle=circle, name=options.name))
        print_line(sys.stdout, f"Private from now on: {_line(zone)}")
        return 0
    return _remove(library, latitude, longitude)


def _radius_km(options: argparse.Namespace) -> float:
    radius_km = float(options.radius) / 1000
    if radius_km > MAX_RADIUS_KM:
        raise UsageError(f"A private place has a radius of at most {MAX_RADIUS_KM:g} km.")
    return radius_km


def _remove(library: Library, latitude: float, longitude: float) -> int:
    """Take back every zone that the position lies in."""
    found = [
        zone
        for zone in library.zones.all()
        if distance_km((zone.circle.latitude, zone.circle.longitude), (latitude, longitude))
        <= zone.circle.radius_km
    ]
    if not found:
        raise NotFoundError(
            "No private place was named there.", hint="“homeroll zones” lists those there are."
        )
    for zone in found:
        if zone.id is not None:
            take_zone_back(library, zone.id)
        print_line(sys.stdout, f"Private no more: {_line(zone)}")
    return 0


def _line(zone: PrivateZone) -> str:
    circle = zone.circle
    place = pipeline.name_place(circle.latitude, circle.longitude)
    name = zone.name or (f"{place.name}, {place.country}" if place else "")
    where = f"{circle.latitude:.5f},{circle.longitude:.5f}"
    return f"{where}  {circle.radius_km * 1000:.0f} m  {name}".rstrip()
