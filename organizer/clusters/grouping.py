"""The step from photos to groups."""

from __future__ import annotations

from collections.abc import Sequence

from organizer.clusters.events import find_events
from organizer.clusters.likeness import find_likeness
from organizer.clusters.looks import find_look_groups
from organizer.clusters.spots import find_place_groups
from organizer.models import Clusters, Features, Home, Photo


def cluster_photos(
    photos: Sequence[Photo],
    features: Features,
    *,
    homes: Sequence[Home] = (),
    event_sensitivity: float = 1.0,
) -> Clusters:
    """Group photos by event, by spot, by likeness and by look.

    Args:
        photos: All photos of the library, in any order.
        features: What was seen in the photos; those without a row are grouped by time and place.
        homes: Carried along for the steps that follow.
        event_sensitivity: Above 1 gives more and smaller events, below 1 fewer and larger ones.
    """
    return Clusters(
        events=find_events(photos, features, sensitivity=event_sensitivity),
        place_groups=find_place_groups(photos),
        likeness_groups=find_likeness(features),
        look_groups=find_look_groups(features),
        homes=tuple(homes),
    )
