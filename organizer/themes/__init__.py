"""What photos show."""

from organizer.themes.operating_points import OPERATING_POINTS, OperatingPoint
from organizer.themes.scoring import find_documents, score_themes

__all__ = ["OPERATING_POINTS", "OperatingPoint", "find_documents", "score_themes"]
