"""From photos and features to events, spots and look-alikes."""

from organizer.clusters.grouping import cluster_photos

__all__ = ["cluster_photos"]
