"""Where photos were taken: names for coordinates, and homes."""

from organizer.places.gazetteer import Gazetteer, GazetteerError
from organizer.places.home_words import correct_homes
from organizer.places.homes import find_homes

__all__ = ["Gazetteer", "GazetteerError", "correct_homes", "find_homes"]
