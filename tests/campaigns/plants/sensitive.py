"""What is sensitive is not proposed, not shown and not exported; what is withheld can be seen."""

from __future__ import annotations

from tests.campaigns.plants.model import Plant

DECIDING, WITHHOLDING = "organizer/pipeline/deciding.py", "organizer/pipeline/withholding.py"
HIDING_SQL = "organizer/store/migrations/catalog/0005_rules.sql"
OF_HIDING = "tests/organizer/store/test_rules.py"
OF_RULES = "tests/organizer/pipeline/test_user_rules.py"
OF_TRAPS = "tests/test_traps.py::test_hidden_photos_do_not_leak_through_covers_or_reasons"
OF_WITHHOLDING = "tests/organizer/pipeline/test_withholding.py"
OF_SUGGESTIONS = "tests/organizer/suggestions/test_suggest.py"
OF_SHELF = "tests/ui/test_withheld.py"

SENSITIVE = (
    Plant(
        "nothing is grouped of hidden photos",
        "organizer/pipeline/proposing.py",
        "return photo.status is Status.OK and not photo.withheld",
        "return photo.status is Status.OK",
        (f"{OF_RULES}::test_a_hidden_place_leaves_no_group_suggestion_or_title",),
    ),
    Plant(
        "what hidden photos show is not looked at",
        "organizer/pipeline/analysing.py",
        "photo.content_hash and not photo.withheld",
        "photo.content_hash",
        (f"{OF_RULES}::test_hidden_photos_are_neither_looked_at_nor_grouped",),
    ),
    Plant(
        "what was seen of a photo goes when it is hidden",
        "organizer/pipeline/proposing.py",
        "        derived.forget_features(library.hidden.withheld())\n",
        "",
        (f"{OF_RULES}::test_hidden_photos_are_neither_looked_at_nor_grouped",),
    ),
    Plant(
        "a photo that is hidden leaves its suggestion at once",
        DECIDING,
        "    if not withheld:\n        return found",
        "    if True:\n        return found",
        (f"{OF_RULES}::test_a_hidden_photo_leaves_suggestions_at_once_and_covers_too",),
    ),
    Plant(
        "the name of a hidden place or day goes at once",
        DECIDING,
        "told = (one for one in found if by_rule.isdisjoint(one.photo_ids))",
        "told = found",
        (f"{OF_RULES}::test_a_hidden_place_leaves_no_group_suggestion_or_title", OF_RULES),
    ),
    Plant(
        "a hidden photo is no cover",
        DECIDING,
        "cover_id = found.cover_id if found.cover_id not in withheld else left[len(left) // 2]",
        "cover_id = found.cover_id",
        (OF_TRAPS,),
    ),
    Plant(
        "a hidden photo stands behind no reason",
        DECIDING,
        "tuple(one for one in reason.photo_ids if one not in withheld)",
        "reason.photo_ids",
        (OF_TRAPS,),
    ),
    Plant(
        "hidden photos are not on cards of what was dismissed",
        DECIDING,
        "photo_ids=one.photo_ids - withheld",
        "photo_ids=one.photo_ids",
        (f"{OF_RULES}::test_hidden_photos_are_not_on_cards_of_what_was_dismissed",),
    ),
    Plant(
        "hidden photos are in no album that is exported",
        "organizer/pipeline/copies.py",
        "seen = [photo for photo in photos if photo.id not in withheld]",
        "seen = list(photos)",
        (
            "tests/organizer/pipeline/test_exporting.py::test_a_hidden_photo_is_not_exported_and_that_is_said",
        ),
    ),
    Plant(
        "hidden photos are in no list, map, search or album",
        "organizer/store/timelines.py",
        'AND photo.part_of IS NULL AND NOT photo.withheld"',
        'AND photo.part_of IS NULL"',
        (f"{OF_HIDING}::test_a_hidden_photo_is_in_no_timeline_until_it_is_shown_again",),
    ),
    Plant(
        "hidden photos are seen in no page that names photos",
        "organizer/store/timelines.py",
        'seen = "" if also_hidden else " AND NOT photo.withheld"',
        'seen = ""',
        (
            OF_HIDING,
            "tests/organizer/pipeline/test_searching.py",
            OF_WITHHOLDING,
            "tests/ui/test_rules_and_hidden.py",
        ),
    ),
    Plant(
        "hidden photos are not found by what they show",
        "organizer/pipeline/seeing.py",
        "return kept.without(library.hidden.withheld())",
        "return kept",
        ("tests/organizer/pipeline/test_alike.py", "tests/organizer/pipeline/test_teaching.py"),
    ),
    Plant(
        "hidden photos are in no group of like shots",
        "organizer/pipeline/showing.py",
        "seen = tuple(one for one in group.photo_ids if one not in withheld)",
        "seen = group.photo_ids",
        ("tests/organizer/pipeline/test_look_alikes.py",),
    ),
    Plant(
        "a day that is hidden hides its photos",
        HIDING_SQL,
        "rule.kind = 'hidden_date'\n        AND date(",
        "rule.kind = 'nothing'\n        AND date(",
        (f"{OF_HIDING}::test_hidden_days_hide_by_the_corrected_date",),
    ),
    Plant(
        "a place that is hidden hides its photos",
        HIDING_SQL,
        "SELECT 1 FROM rule WHERE rule.kind = 'hidden_place'",
        "SELECT 1 FROM rule WHERE rule.kind = 'nothing'",
        (f"{OF_HIDING}::test_a_hidden_place_hides_what_is_there_and_what_comes_later",),
    ),
    Plant(
        "a hidden place hides photos that come later",
        HIDING_SQL,
        "CREATE TRIGGER photo_is_read AFTER UPDATE OF taken_at_s, latitude, longitude ON photo",
        "CREATE TRIGGER photo_is_read AFTER UPDATE OF width_px ON photo",
        (f"{OF_HIDING}::test_hidden_days_hide_by_the_corrected_date",),
    ),
    Plant(
        "a hidden photo is hidden again when its folder comes back",
        HIDING_SQL,
        "        SELECT NEW.content_hash, NEW.size_bytes\n        WHERE NEW.hidden AND",
        "        SELECT NEW.content_hash, NEW.size_bytes\n        WHERE 0 AND",
        (f"{OF_HIDING}::test_a_hidden_photo_stays_hidden_when_its_folder_was_away",),
    ),
    Plant(
        "a hidden photo is not seen while its folder is read again",
        HIDING_SQL,
        "        AND photo.size_bytes IN (SELECT size_bytes FROM hidden_content))",
        "        AND 0)",
        (f"{OF_HIDING}::test_hidden_photos_are_not_seen_while_their_folder_is_read_again",),
    ),
    Plant(
        "forgetting what was said shows no hidden photo",
        "organizer/pipeline/forgetting.py",
        "USUALLY_FORGOTTEN = frozenset(Said) - {Said.HIDDEN, Said.ZONES}",
        "USUALLY_FORGOTTEN = frozenset(Said) - {Said.ZONES}",
        ("tests/organizer/pipeline/test_forgetting.py",),
    ),
    Plant(
        "forgetting what was said tells no private place",
        "organizer/pipeline/forgetting.py",
        "- {Said.HIDDEN, Said.ZONES}",
        "- {Said.HIDDEN}",
        (
            "tests/organizer/pipeline/test_zones.py::test_private_places_are_forgotten_only_when_named",
        ),
    ),
    Plant(
        "screenshots are in no suggestion",
        "organizer/suggestions/roll.py",
        "        and photo.kind in ALBUM_KINDS\n",
        "",
        (f"{OF_SUGGESTIONS}::test_screenshots_and_documents_stay_out",),
    ),
    Plant(
        "photos of documents are in no suggestion",
        "organizer/suggestions/roll.py",
        "if _is_fit(photo) and photo.id not in documents}",
        "if _is_fit(photo)}",
        (f"{OF_SUGGESTIONS}::test_photos_that_show_a_document_stay_out_though_a_camera_took_them",),
    ),
    Plant(
        "photos of documents are known by what they show",
        "organizer/themes/scoring.py",
        "is_text = (best >= TEXT_PROBABILITY) & pale |",
        "is_text = (best > 1) & pale |",
        ("tests/organizer/themes/test_scoring.py::test_documents_are_pale_and_look_like_text",),
    ),
    Plant(
        "documents and screenshots show no theme",
        "organizer/themes/scoring.py",
        "            if photo.id not in not_pictures and photo.kind is not Kind.SCREENSHOT:",
        "            if True:",
        ("tests/organizer/themes/test_scoring.py::test_a_document_and_a_screenshot_show_no_theme",),
    ),
    Plant(
        "screenshots that are withheld are told of",
        WITHHOLDING,
        "            if photo.kind is Kind.SCREENSHOT:",
        "            if False:",
        (OF_WITHHOLDING,),
    ),
    Plant(
        "hidden photos that are withheld are told of",
        WITHHOLDING,
        "        Cause.HIDDEN: _hidden(library, days),\n",
        "",
        (OF_WITHHOLDING,),
    ),
    Plant(
        "documents that are withheld are told of",
        WITHHOLDING,
        "derived.membership_of(photo.id).is_document:",
        "False:",
        (OF_WITHHOLDING,),
    ),
    Plant(
        "nothing withheld is told of with the switch off",
        WITHHOLDING,
        " or not library.gate.is_open(Signal.GROUPING):",
        ":",
        (f"{OF_WITHHOLDING}::test_with_the_switch_off_nothing_is_told",),
    ),
)
