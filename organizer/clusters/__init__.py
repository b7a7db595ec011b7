"""From photos and features to events, spots and look-alikes."""

from organizer.clusters.edits import apply_edits
from organizer.clusters.grouping import cluster_photos

__all__ = ["apply_edits", "cluster_photos"]
