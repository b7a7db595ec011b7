"""The step from groups and themes to proposals."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from functools import cache, partial
from types import MappingProxyType

from organizer.models import (
    Clusters,
    Decision,
    EventEdit,
    Features,
    Photo,
    PhotoId,
    Place,
    RememberedDate,
    Rule,
    Suggestion,
    TaughtScore,
    TaughtTheme,
    ThemeScore,
)
from organizer.suggestions.anniversaries import propose_anniversaries
from organizer.suggestions.happenings import propose_events
from organizer.suggestions.occasions import propose_occasions, without
from organizer.suggestions.proposals import Proposal, make_suggestion
from organizer.suggestions.ranking import rank
from organizer.suggestions.recaps import propose_on_this_day, propose_recaps
from organizer.suggestions.remembered import propose_remembered
from organizer.suggestions.roll import NamePlace, Roll, make_roll
from organizer.suggestions.ruling import follow_rules, wanted_dates
from organizer.suggestions.taught_albums import propose_taught
from organizer.suggestions.theme_albums import propose_themes
from organizer.suggestions.titles import Titles
from organizer.suggestions.trips import find_trips, propose_trips

# Places are named to about a kilometre: neighbours share one look-up.
PLACE_DECIMALS = 2
NO_FACES: Mapping[PhotoId, int] = MappingProxyType({})
NO_THEMES: Mapping[TaughtTheme, Sequence[TaughtScore]] = MappingProxyType({})


def suggest_albums(
    photos: Sequence[Photo],
    features: Features,
    clusters: Clusters,
    themes: Mapping[PhotoId, tuple[ThemeScore, ...]],
    *,
    dates: Sequence[RememberedDate] = (),
    decisions: Sequence[Decision] = (),
    rules: Sequence[Rule] = (),
    edits: Sequence[EventEdit] = (),
    taught: Mapping[TaughtTheme, Sequence[TaughtScore]] = NO_THEMES,
    faces: Mapping[PhotoId, int] = NO_FACES,
    documents: Collection[PhotoId] = (),
    name_place: NamePlace,
    today: date,
    language: str = "en",
    within: frozenset[PhotoId] | None = None,
) -> tuple[Suggestion, ...]:
    """Propose albums, the best first.

    Args:
        photos: All photos of the library, in any order.
        features: What was seen in them.
        clusters: Their groups, and the homes.
        themes: What single photos surely show.
        dates: Dates the user entered.
        decisions: What was saved or dismissed; it does not come back.
        rules: What is never wanted, or wanted less.
        edits: How the user changed events; the clusters follow them already.
        taught: What surely shows the themes that the user taught, the surest first.
        faces: How many faces some photos show; without it gatherings are not weighed.
        documents: Photos that show text and belong in no album, but in those of taught themes.
        name_place: Gives the place of latitude and longitude in degrees.
        today: The local date, for looking back.
        language: Of titles and reasons; English when it is not known.
        within: Only what consists of these photos is proposed; the others say what is usual.
    """
    make = partial(
        make_roll, photos, features, clusters, name_place=_remembering(name_place), edits=edits
    )
    roll = make(documents=documents)
    # who taught what a receipt looks like wants receipts
    roll_of_taught = make() if taught else roll
    if not roll.shots:
        return ()
    titles = Titles.of(language)
    proposals = [
        *_dated(roll, dates, rules, faces, titles),
        *propose_themes(roll, themes, titles=titles),
        *propose_taught(roll_of_taught, taught, titles=titles),
        *propose_recaps(roll, today=today, titles=titles),
        *propose_on_this_day(roll, today=today, titles=titles),
    ]
    wanted = [
        proposal
        for proposal in follow_rules(proposals, rules)
        if within is None or all(shot.id in within for shot in proposal.shots)
    ]
    return tuple(make_suggestion(proposal, roll) for proposal in rank(wanted, decisions))


def _dated(
    roll: Roll,
    dates: Sequence[RememberedDate],
    rules: Sequence[Rule],
    faces: Mapping[PhotoId, int],
    titles: Titles,
) -> list[Proposal]:
    """Propose trips, then occasions, then what events are left.

    What was found of a date that is not wanted is not asked about under another name either.
    """
    trips = propose_trips(roll, find_trips(roll), titles=titles)
    travelling = _ids(trips)
    remembered = propose_remembered(roll, dates, travelling=travelling, faces=faces, titles=titles)
    wanted = {remembered_date.name for remembered_date in wanted_dates(dates, rules)}
    named = travelling | _ids(remembered)
    occasions = without(propose_occasions(roll, faces=faces, titles=titles), named)
    taken = named | _ids(occasions)
    yearly = propose_anniversaries(roll, dates, taken=taken, titles=titles)
    taken |= _ids(yearly)
    return [
        *trips,
        *(proposal for proposal in remembered if proposal.subject in wanted),
        *occasions,
        *yearly,
        *propose_events(roll, taken=taken, titles=titles),
    ]


def _ids(proposals: Sequence[Proposal]) -> frozenset[PhotoId]:
    """Collect the photos of proposals."""
    return frozenset(shot.id for proposal in proposals for shot in proposal.shots)


def _remembering(name_place: NamePlace) -> NamePlace:
    """Ask each spot's name once."""

    @cache
    def name_spot(latitude: float, longitude: float) -> Place | None:
        return name_place(latitude, longitude)

    def name(latitude: float, longitude: float) -> Place | None:
        return name_spot(round(latitude, PLACE_DECIMALS), round(longitude, PLACE_DECIMALS))

    return name
