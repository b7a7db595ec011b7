"""Nothing is worked out without a yes: the gate, its writers, and what turns nothing on."""

from __future__ import annotations

from tests.campaigns.plants.model import Plant

GATE, WRITER = "organizer/privacy/gate.py", "organizer/store/derived_writer.py"
SAYING, SWITCH = "organizer/pipeline/consenting.py", "organizer/pipeline/switching.py"
PERMITTED = "organizer/pipeline/permitting.py"
OF_GATE = "tests/organizer/privacy/test_gate.py"
OF_WRITERS = "tests/organizer/privacy/test_writers.py"
OF_BEHAVIOUR = "tests/organizer/privacy/test_gated_writes.py"
OF_CONSENT = "tests/organizer/pipeline/test_consenting.py"
OF_SWITCH = "tests/organizer/pipeline/test_switching.py"
OF_FOLDERS = "tests/organizer/pipeline/test_folder_consents.py"

CONSENT = (
    Plant(
        "default off: what was never asked reads as no",
        GATE,
        "if not _is_yes(self._last_word(signal, None)):",
        "if self._last_word(signal, None) == 0:",
        (f"{OF_GATE}::test_no_word_at_all_is_no",),
    ),
    Plant(
        "a damaged consent reads as no",
        GATE,
        "return type(value) is int and value == 1",
        "return bool(value)",
        (f"{OF_BEHAVIOUR}::test_a_damaged_consent_is_no_though_what_it_needs_is_a_yes",),
    ),
    Plant(
        "each signal has a yes of its own",
        GATE,
        "return self._is_said(signal, folder_id)",
        "return self._is_said(Signal.GROUPING, folder_id)",
        (f"{OF_GATE}::test_one_signal_does_not_open_another",),
    ),
    Plant(
        "a signal is of no use without those it needs",
        GATE,
        "for one in (*NEEDS[signal], signal))",
        "for one in (signal,))",
        (f"{OF_GATE}::test_a_signal_is_of_no_use_without_what_it_needs",),
    ),
    Plant(
        "a folder may say no for itself",
        GATE,
        "return own is None or _is_yes(own)",
        "return True",
        (f"{OF_GATE}::test_a_folder_inherits_the_yes_and_may_say_no_for_itself",),
    ),
    Plant(
        "a folder inherits what was said for all",
        GATE,
        "        return own is None or _is_yes(own)",
        "        return folder_id is None or _is_yes(own)",
        (f"{OF_GATE}::test_a_folder_inherits_the_yes_and_may_say_no_for_itself",),
    ),
    Plant(
        "a damaged consent of a folder reads as no",
        GATE,
        "own is None or _is_yes(own)",
        "own is None or bool(own)",
        (OF_BEHAVIOUR + "::test_a_damaged_consent_of_a_folder_is_no",),
    ),
    Plant(
        "a folder cannot say yes against the switch",
        GATE,
        "        if not _is_yes(self._last_word(signal, None)):",
        "        if folder_id is None and not _is_yes(self._last_word(signal, None)):",
        (f"{OF_GATE}::test_a_folder_cannot_say_yes_against_the_switch",),
    ),
    Plant(
        "the gate is closed while an erasure is under way",
        GATE,
        "        if self._erasure_flag.exists():\n            return False",
        "        pass",
        (f"{OF_GATE}::test_while_an_erasure_is_under_way_nothing_is_derived",),
    ),
    Plant(
        "photos of a folder with a no are refused",
        GATE,
        "if photo_ids and self.refused_photos(signal, photo_ids):",
        "if False:",
        (f"{OF_GATE}::test_photos_are_refused_that_lie_in_no_folder_with_a_yes",),
    ),
    Plant(
        "a photo in two folders may be looked at when one of them may",
        "organizer/store/folders.py",
        '" HAVING MIN(folder_id',
        '" HAVING MAX(folder_id',
        (f"{OF_FOLDERS}::test_a_photo_in_two_folders_may_be_looked_at_when_one_of_them_may",),
    ),
    Plant(
        "a folder that comes later asks and stands at no",
        SAYING,
        "if one_said_no or any(library.consents.last_word(signal, None) for signal in Signal):",
        "if one_said_no:",
        (f"{OF_CONSENT}::test_a_folder_that_comes_later_asks_and_stands_at_no_until_then",),
    ),
    Plant(
        "a folder that takes others in keeps their no",
        SAYING,
        "if one_said_no or any(",
        "if any(",
        (f"{OF_CONSENT}::test_the_no_of_a_folder_is_not_lost_when_another_takes_it_in",),
    ),
    Plant(
        "a yes for all answers for no folder whose inner one said no",
        SWITCH,
        'if is_asking(library, one) and library.settings.get(f"{TOOK_IN}{one}", "") != HELD_NO',
        "if is_asking(library, one)",
        (f"{OF_CONSENT}::test_the_no_of_a_folder_is_not_lost_when_another_takes_it_in",),
    ),
    Plant(
        "a yes for all leaves a folder its no",
        SWITCH,
        "return library.consents.last_version(folder_id) == NOT_ASKED",
        "return library.consents.last_version(folder_id) is not None",
        (f"{OF_FOLDERS}::test_turning_on_again_leaves_a_folder_its_no",),
    ),
    Plant(
        "what an older consent left goes before a new yes",
        SWITCH,
        "if not suggestions_are_on(library):",
        "if False:",
        (f"{OF_SWITCH}::test_without_a_consent_nothing_that_was_worked_out_is_read",),
    ),
    Plant(
        "what was derived is not read without a consent",
        "organizer/library.py",
        "if path.exists() and self.gate.is_open(Signal.GROUPING):",
        "if path.exists():",
        (f"{OF_SWITCH}::test_without_a_consent_nothing_that_was_worked_out_is_read",),
    ),
    Plant(
        "organizing works nothing out with the switch off",
        "organizer/pipeline/organizing.py",
        "if library.gate.is_open(Signal.GROUPING) and is_due:",
        "if is_due:",
        (f"{OF_SWITCH}::test_the_switch_is_off_until_the_user_turns_it_on",),
    ),
    Plant(
        "a restored copy turns nothing on",
        "organizer/pipeline/safekeeping.py",
        "        begin(erasure_flag(library_path), OFF)",
        "        pass",
        ("tests/organizer/pipeline/test_safekeeping.py",),
    ),
    Plant(
        "an upgrade turns nothing on",
        "organizer/store/migrations/catalog/0007_zones.sql",
        "-- Private places: no copy",
        "INSERT INTO consent SELECT DISTINCT signal, NULL, 1, 2, at FROM consent;\n"
        "-- Private places: no copy",
        ("tests/organizer/store/test_upgraded_consents.py",),
    ),
    Plant(
        "a no is written into the ledger with its date",
        "organizer/pipeline/erasing.py",
        'library.ledger.write("consent withdrawn", said)',
        "pass",
        (
            "tests/organizer/pipeline/test_receipts.py::"
            "test_the_receipt_of_a_folder_counts_its_rows_and_no_others",
        ),
    ),
    Plant(
        "the store is not opened for writing without a yes",
        WRITER,
        "        gate.require_photos(Signal.GROUPING)\n",
        "",
        (f"{OF_SWITCH}::test_nothing_can_be_written_to_the_derived_store_with_the_switch_off",),
    ),
    Plant(
        "every batch passes the gate before it begins",
        WRITER,
        "        self._pass(needs, of_all=of_all)\n        try:",
        "        try:",
        (OF_WRITERS, OF_BEHAVIOUR),
    ),
    Plant(
        "every batch passes the gate again before it is kept",
        WRITER,
        "            self._pass(needs, of_all=of_all)  # it may",
        "            pass  # it may",
        (f"{OF_BEHAVIOUR}::test_a_no_in_the_middle_of_a_batch_keeps_nothing_of_it",),
    ),
    Plant(
        "what comes of everything is kept only while each yes of its beginning holds",
        WRITER,
        "            self._gate.require_granted(self._granted)",
        "            pass",
        (f"{OF_BEHAVIOUR}::test_what_comes_of_all_photos_is_not_kept_when_one_yes_went",),
    ),
    Plant(
        "a writer asks for the photos its rows come of",
        WRITER,
        "self._gate.require_photos(signal, photo_ids)",
        "self._gate.require_photos(signal)",
        (f"{OF_BEHAVIOUR}::test_no_row_of_a_photo_whose_folder_said_no_is_written",),
    ),
    Plant(
        "what was seen is not kept without a yes to content",
        WRITER,
        "with self._writing({Signal.CONTENT: [row.photo_id for row in rows]}) as connection:",
        "with self._writing({Signal.GROUPING: []}) as connection:",
        (f"{OF_BEHAVIOUR}::test_no_row_of_a_signal_is_written_without_a_yes_to_it",),
    ),
    Plant(
        "faces are not kept without a yes to them",
        WRITER,
        "with self._writing({Signal.FACE_COUNT: [row[0] for row in rows]}) as connection:",
        "with self._writing({Signal.CONTENT: []}) as connection:",
        (f"{OF_BEHAVIOUR}::test_no_row_of_a_signal_is_written_without_a_yes_to_it",),
    ),
    Plant(
        "homes and groups of places are not kept without a yes to places",
        WRITER,
        "    if clusters.homes or clusters.place_groups:",
        "    if False:",
        (f"{OF_BEHAVIOUR}::test_no_row_of_a_signal_is_written_without_a_yes_to_it",),
    ),
    Plant(
        "like shots and themes are not kept without a yes to content",
        WRITER,
        "    if seen or looked_at:",
        "    if False:",
        (f"{OF_BEHAVIOUR}::test_no_row_of_a_signal_is_written_without_a_yes_to_it",),
    ),
    Plant(
        "a suggestion names no photo whose folder said no",
        WRITER,
        "with self._writing({Signal.GROUPING: named}, of_all=True) as connection:",
        "with self._writing({Signal.GROUPING: ()}, of_all=True) as connection:",
        (f"{OF_BEHAVIOUR}::test_no_row_of_a_photo_whose_folder_said_no_is_written",),
    ),
    *(
        Plant(
            f"{what} asks the gate before it begins",
            f"organizer/pipeline/{module}.py",
            asks,
            "    pass\n",
            (f"{OF_WRITERS}::test_whoever_derives_asks_the_gate_before_beginning",),
        )
        for what, module, asks in (
            ("looking at photos", "analysing", "    library.gate.require(Signal.CONTENT)\n"),
            ("grouping", "proposing", "    library.gate.require(Signal.GROUPING)\n"),
            ("grouping what is new", "news", "    library.gate.require(Signal.GROUPING)\n"),
            (
                "counting faces",
                "counting",
                "    if not library.gate.is_open(Signal.FACE_COUNT):\n        return {}\n",
            ),
        )
    ),
    Plant(
        "photos of a folder with a no are not grouped",
        PERMITTED,
        "if photo.id in left_out:",
        "if False:",
        (f"{OF_CONSENT}::test_a_folder_with_a_no_is_left_out_of_everything",),
    ),
    Plant(
        "photos of a folder without places come without them",
        PERMITTED,
        "if any_place and photo.id not in placeless:",
        "if any_place:",
        (f"{OF_CONSENT}::test_a_folder_can_be_left_out_of_one_signal",),
    ),
    Plant(
        "without places photos come without them",
        PERMITTED,
        "any_place and photo.id not in placeless:",
        "True:",
        (f"{OF_CONSENT}::test_without_places_nothing_of_places_is_worked_out",),
    ),
    Plant(
        "photos of a folder without content are not looked at",
        PERMITTED,
        "return [photo for photo in photos if photo.id not in refused]",
        "return list(photos)",
        (f"{OF_FOLDERS}::test_a_folder_with_a_no_to_content_is_not_looked_at",),
    ),
    Plant(
        "no photo of a folder with a no is in the scene of the news",
        "organizer/pipeline/news_scene.py",
        "kept = tuple(permitted(library, photos.values()))",
        "kept = tuple(photos.values())",
        ("tests/organizer/pipeline/test_news_and_consent.py",),
    ),
)
