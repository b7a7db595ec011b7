"""What is said in English."""

from __future__ import annotations

from types import MappingProxyType

from organizer.suggestions.words.wording import Wording


def _plural_english(count: int) -> str:
    """Tell one from all else (CLDR)."""
    return "one" if count == 1 else "other"


ENGLISH = Wording(
    code="en",
    plural=_plural_english,
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    numbers=(
        *("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"),
        *("ten", "eleven", "twelve"),
    ),
    messages=MappingProxyType(
        {
            # dates
            "day": "{day} {month} {year}",
            "weekday": "{weekday}, {day} {month} {year}",
            "days_same_month": "{day}–{last_day} {month} {year}",
            "days_same_year": "{day} {month} – {last_day} {last_month} {year}",
            "days": "{day} {month} {year} – {last_day} {last_month} {last_year}",
            "month": "{month} {year}",
            "photos": {"one": "{count} photo", "other": "{count} photos"},
            "subtitle": "{dates} · {photos}",
            # trips
            "one_place": "{first}",
            "two_places": "{first} and {second}",
            "more_places": "{first}, {second} and beyond",
            "trip_days": {"one": "A day in {places}", "other": "{Number} days in {places}"},
            "trip_weekend": "A weekend in {places}",
            "trip_days_away": {"one": "A day away", "other": "{Number} days away"},
            "trip_weekend_away": "A weekend away",
            # events
            "morning_in": "A morning in {place}",
            "afternoon_in": "An afternoon in {place}",
            "evening_in": "An evening in {place}",
            "day_in": "A day in {place}",
            "days_in": {"one": "A day in {place}", "other": "{Number} days in {place}"},
            # occasions; {name} was typed by the user
            "birthday_of": "{name}’s birthday {year}",
            "birthday_age": "{name} turns {count}",
            "birthday_of?": "{name}’s birthday {year}?",
            "remembered": "{name} {year}",
            "remembered?": "{name} {year}?",
            "memorial_of": "In memory of {name} {year}",
            "memorial_of?": "In memory of {name} {year}?",
            "anniversary_years": {"one": "{name}: {count} year", "other": "{name}: {count} years"},
            "anniversary?": "Something every {day} {month}?",
            "birthday": "A birthday",
            "birthday?": "A birthday?",
            "graduation": "Graduation {year}",
            "graduation?": "Graduation?",
            "wedding": "A wedding",
            "wedding?": "A wedding?",
            "concert": "A concert",
            "concert?": "A concert?",
            "sports": "A match",
            "sports?": "A match?",
            "party?": "A party?",
            "ceremony?": "A ceremony?",
            "holiday?": "{name} {year}?",
            "christmas": "Christmas {year}",
            "christmas?": "Christmas {year}?",
            "new_year": "New Year {year}",
            "new_year?": "New Year {year}?",
            "halloween": "Halloween {year}",
            "halloween?": "Halloween {year}?",
            "tet": "Tết {year}",
            "tet?": "Tết {year}?",
            # themes
            "theme_beach": "Days at the beach",
            "theme_bike_motorcycle": "On two wheels",
            "theme_birds": "Birds",
            "theme_boats": "Boats and water",
            "theme_concert": "Live music",
            "theme_dog": "Dogs",
            "theme_food": "Good food",
            "theme_sights": "Sights and monuments",
            "theme_snow_ski": "Days in the snow",
            "theme_sports": "Sports",
            "theme_wildlife_zoo": "Animals",
            # recaps
            "recap": "The best of {year}",
            "years_ago": {
                "one": "This week, a year ago",
                "other": "This week, {number} years ago",
            },
            # reasons
            "why_nights": {
                "one": "{count} night away from home",
                "other": "{count} nights away from home",
            },
            "why_away": "About {km} km from home (a trip needs {least})",
            "why_day_out": "About {km} km from home (a day out needs {least}), and home again",
            "why_places": "Taken in {places}",
            "why_photos": {
                "one": "{count} photo, look-alikes counted once; {least} are needed",
                "other": "{count} photos, look-alikes counted once; {least} are needed",
            },
            "why_stretch": "Taken together between {start} and {end}",
            "why_stretch_days": "Taken together from {first}, {start}, to {last}, {end}",
            "why_date_same": "Taken on {date}, the date you entered for {name}",
            "why_date_near": {
                "one": "Taken {count} day from {date}, the date you entered for {name}",
                "other": "Taken {count} days from {date}, the date you entered for {name}",
            },
            "why_one_spot": "A gathering at one spot",
            "why_look": "The pictures look like “{what}” more than your other events do "
            "({times} times the usual spread; {least} are needed)",
            "why_calendar": "Taken around {date}",
            "why_midnight": "Taken before and after midnight",
            "why_public_holiday": "A public holiday where it was taken: {name}",
            "why_season": "Many degrees are given in {month}",
            "why_faces": {
                "one": "{faces} faces a photo, counted on {count} photo ({least} are needed)",
                "other": "{faces} faces a photo, counted on {count} photos ({least} are needed)",
            },
            "why_few_faces": {
                "one": "Hardly a face on the {count} photo that was looked at",
                "other": "Hardly a face on the {count} photos that were looked at",
            },
            "why_other_years": "Photos were taken at this time of the year in {years}, too",
            "why_evening": "Taken in the evening",
            "why_daytime": "Taken in the daytime",
            "why_formal": "The pictures look formal ({times} times the usual spread; {least} are "
            "needed)",
            "why_every_year": "Taken around {day} {month} in {years}",
            "years_list": "{first} and {last}",
            "why_theme": {
                "one": "{count} photo is surely of this kind (score {least} or more)",
                "other": "{count} photos are surely of this kind (score {least} or more)",
            },
            "why_theme_days": {
                "one": "From {count} day",
                "other": "From {count} different days, at most {most} photos of one event",
            },
            "why_examples": {
                "one": "{count} example that you chose",
                "other": "{count} examples that you chose",
            },
            "why_taught": {
                "one": "{count} photo surely shows the same (score {least} or more)",
                "other": "{count} photos surely show the same (score {least} or more)",
            },
            "why_recap": "The sharpest and most varied of {total} photos of {year}, "
            "spread over the year",
            "why_years_ago": "Taken within {count} days of today’s date, in {year}",
            # rules; {title}, {name} and {place} may be the user's words
            "rule_not_an_event": "“{title}” is no event.",
            "rule_never_remembered": "No album is proposed for {name}.",
            "rule_never_place": "No album is proposed of what was taken {place}.",
            "rule_never_date": "No album is proposed of {dates}.",
            "rule_less_of_kind": "Fewer albums of this sort: {sort}.",
            "rule_hidden_place": "Everything taken {place} is hidden.",
            "rule_hidden_date": "Everything taken on {dates} is hidden.",
            "within_km": "within {km} km of {place}",
            "every_year": "{day} {month}, in any year",
            "sort_event": "days and events",
            "sort_trip": "trips",
            "sort_recap": "the best of a year",
            "sort_on_this_day": "this week in other years",
            "sort_birthday": "birthdays",
            "sort_anniversary": "anniversaries",
            "sort_ceremony": "ceremonies",
            "sort_christmas": "Christmas",
            "sort_concert": "concerts",
            "sort_graduation": "graduations",
            "sort_halloween": "Halloween",
            "sort_holiday": "public holidays",
            "sort_memorial": "memorial days",
            "sort_new_year": "New Year",
            "sort_other": "dates to remember",
            "sort_party": "parties",
            "sort_sports": "matches",
            "sort_tet": "Tết",
            "sort_wedding": "weddings",
            # words inside reasons
            "look_birthday": "birthday",
            "look_graduation": "graduation",
            "look_wedding": "wedding",
            "look_christmas": "Christmas",
            "look_concert": "concert",
            "look_sports": "sports",
        }
    ),
)
