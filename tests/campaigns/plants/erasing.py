"""Off and erase: what is to go goes whole, a crash is made up for, and the receipt is true."""

# ruff: noqa: E501 - the lines stand here as they do in the program
from __future__ import annotations

from tests.campaigns.plants.model import Plant

ERASURE, ERASING_STEP = "organizer/privacy/erasure.py", "organizer/pipeline/erasing.py"
INTENTS, ERASER = "organizer/privacy/intents.py", "organizer/store/derived_eraser.py"
SCRUBBING, STARTING_OVER = "organizer/store/scrubbing.py", "organizer/pipeline/starting_over.py"
OF_DISK = "tests/organizer/privacy/test_erasure.py"
OF_SWITCH = "tests/organizer/pipeline/test_switching.py"
OF_CONSENT = "tests/organizer/pipeline/test_consenting.py"
OF_FORGETTING = "tests/organizer/pipeline/test_forgetting.py"
OF_ROOM = "tests/organizer/cli/test_erasing_without_room.py"
OF_RECEIPTS = "tests/organizer/pipeline/test_receipts.py"
OF_STARTS = "tests/organizer/cli/test_next_starts.py"
CANARIES = "tests/test_canaries.py"
ORDER = f"{OF_DISK}::test_the_disk_is_told_everything_in_the_order_that_survives_a_crash"

ERASING = (
    Plant(
        "it is written down first that an erasure has begun",
        ERASING_STEP,
        "    begin_erasure(library, intent)\n    receipt = resume_erasure(library)",
        "    receipt = resume_erasure(library)",
        (f"{OF_SWITCH}::test_a_crash_while_erasing_is_finished_at_the_next_start", ORDER),
    ),
    Plant(
        "the mark of an erasure is on the disk before anything goes",
        ERASURE,
        "    _sync(unfinished)\n",
        "",
        (ORDER,),
    ),
    Plant(
        "the name of the mark is on the disk before anything goes",
        ERASURE,
        "    unfinished.replace(flag)\n    _sync_folder(flag.parent)",
        "    unfinished.replace(flag)",
        (ORDER,),
    ),
    Plant(
        "what is erased is overwritten",
        ERASURE,
        "left -= file.write(_CHUNK[: min(left, len(_CHUNK))])",
        "left -= min(left, len(_CHUNK))",
        (f"{OF_DISK}::test_what_goes_is_overwritten_to_its_last_byte",),
    ),
    Plant(
        "it is overwritten whole",
        ERASURE,
        "        while left > 0:",
        "        if left > 0:",
        (f"{OF_DISK}::test_what_goes_is_overwritten_to_its_last_byte",),
    ),
    Plant(
        "the overwriting reaches the disk before the name goes",
        ERASURE,
        "        file.flush()\n        os.fsync(file.fileno())\n    return size",
        "        file.flush()\n    return size",
        (ORDER,),
    ),
    Plant(
        "what is erased is unlinked",
        ERASURE,
        "                path.unlink()\n            folders",
        "                pass\n            folders",
        (f"{OF_SWITCH}::test_on_derives_and_proposes_and_off_erases_everything_that_was_derived",),
    ),
    Plant(
        "that the name went is on the disk before the mark is taken away",
        ERASURE,
        "    for folder in folders:\n        _sync_folder(folder)",
        "    pass",
        (ORDER,),
    ),
    Plant(
        "a link among our files is never followed",
        ERASURE,
        "0 if path.is_symlink() else _overwrite(path)",
        "_overwrite(path)",
        (f"{OF_DISK}::test_a_link_among_our_files_goes_and_what_it_leads_to_stays",),
    ),
    Plant(
        "a command finishes an interrupted erasure first",
        "organizer/cli/__init__.py",
        "                _finish_erasure(library, screen)\n",
        "",
        (f"{OF_STARTS}::test_a_command_finishes_what_was_begun",),
    ),
    Plant(
        "the window finishes an interrupted erasure first",
        "organizer/cli/__init__.py",
        "        pipeline.resume_erasure(library)\n\n",
        "        pass\n\n",
        (f"{OF_STARTS}::test_the_window_finishes_what_was_begun_before_it_shows",),
    ),
    Plant(
        "erasing everything is finished at the next start",
        "organizer/cli/__init__.py",
        "            _finish_erasing_everything(options.library, screen)\n",
        "",
        (f"{OF_STARTS}::test_everything_goes_at_the_next_start",),
    ),
    Plant(
        "it is looked whether it is gone",
        ERASING_STEP,
        "leftovers=tuple(str(path) for path in looked_for if path.exists()),",
        "leftovers=(),",
        (f"{OF_SWITCH}::test_what_cannot_be_erased_is_named_and_tried_again_at_the_next_start",),
    ),
    Plant(
        "the mark stays until all is gone",
        ERASING_STEP,
        "    receipt = _together(done)\n    if receipt.complete:",
        "    receipt = _together(done)\n    if True:",
        (f"{OF_SWITCH}::test_what_cannot_be_erased_is_named_and_tried_again_at_the_next_start",),
    ),
    Plant(
        "journals of the derived store go too",
        "organizer/library.py",
        'for ending in ("-wal", "-shm", "-journal"))\n    return (path',
        'for ending in ("-shm",))\n    return (path',
        (f"{OF_DISK}::test_every_file_that_a_crash_may_leave_of_the_store_goes",),
    ),
    Plant(
        "a derived store that a crash left half made goes too",
        "organizer/library.py",
        "return (path, *journals, *unfinished_files(path))",
        "return (path, *journals)",
        (f"{OF_DISK}::test_every_file_that_a_crash_may_leave_of_the_store_goes",),
    ),
    Plant(
        "what Qt remembers of its dialogs goes with off",
        ERASING_STEP,
        "    erase_files([library.path / QT_HISTORY])\n",
        "",
        (f"{OF_DISK}::test_every_file_that_a_crash_may_leave_of_the_store_goes",),
    ),
    Plant(
        "what Qt remembers of its dialogs is in the library alone",
        "ui/app.py",
        "        QSettings.setPath(fmt, QSettings.Scope.UserScope, str(folder))",
        "        pass",
        ("tests/ui/test_small_things.py",),
    ),
    Plant(
        "a decoder that crashes leaves no picture of its memory behind",
        "organizer/scan/sandbox.py",
        "    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))\n",
        "",
        ("tests/organizer/scan/test_sandbox.py::test_a_decoder_that_crashes_leaves_no_core_file",),
    ),
    Plant(
        "working things out leaves nothing in caches, settings and temporary folders",
        "organizer/pipeline/proposing.py",
        '    progress.step("Finding albums", 1, 1)\n',
        '    __import__("pathlib").Path("~/.cache-of-albums").expanduser().touch()\n',
        ("tests/test_promises.py::test_suggestions_leave_nothing_on_the_disk_but_in_the_library",),
    ),
    Plant(
        "taking out rows leaves no copy in a temporary folder",
        SCRUBBING,
        '    connection.execute("PRAGMA temp_store = MEMORY")  # no copy of it in a folder for scratch\n',
        "",
        (f"{OF_DISK}::test_taking_rows_out_puts_nothing_into_a_folder_for_scratch",),
    ),
    Plant(
        "rows that were taken out leave no copies in gaps of pages",
        SCRUBBING,
        '    connection.execute("VACUUM")\n',
        "",
        (f"{CANARIES}::test_no_byte_is_left_of_what_was_erased",),
    ),
    Plant(
        "rows that were taken out leave no copies in the journal",
        SCRUBBING,
        '    connection.execute("VACUUM")\n    empty_journal(connection)',
        '    connection.execute("VACUUM")',
        (f"{CANARIES}::test_no_byte_is_left_of_what_was_erased", OF_FORGETTING, OF_DISK),
    ),
    Plant(
        "SQLite is asked whether it overwrites what it deletes",
        SCRUBBING,
        "    if answer != _SECURE:",
        "    if False:",
        (f"{OF_DISK}::test_a_database_that_would_not_overwrite_is_told_of",),
    ),
    Plant(
        "it is counted whether rows are left",
        ERASER,
        "if any(self._left(MADE[signal], some) for signal, some in photos.items()):",
        "if False:",
        (f"{OF_RECEIPTS}::test_rows_that_stay_in_spite_of_it_take_the_whole_store_along",),
    ),
    Plant(
        "a no to content takes the faces along",
        ERASER,
        '        ("feature", "face_count"),\n        ("likeness_group"',
        '        ("feature",),\n        ("likeness_group"',
        (f"{OF_CONSENT}::test_without_content_suggestions_are_made_of_dates_and_places",),
    ),
    Plant(
        "a no to content takes themes along",
        ERASER,
        '("likeness_group", "event", "theme", "suggestion"),',
        '("likeness_group", "event", "suggestion"),',
        (f"{OF_RECEIPTS}::test_a_no_to_a_signal_takes_all_along_that_comes_of_it",),
    ),
    Plant(
        "a no to places takes events along, which are cut where the place jumps",
        ERASER,
        '("home", "place_group", "event", "theme", "suggestion"), (',
        '("home", "place_group", "theme", "suggestion"), (',
        (f"{OF_CONSENT}::test_without_places_nothing_of_places_is_worked_out",),
    ),
    Plant(
        "what was known of documents goes with the content",
        ERASER,
        'self._connection.execute("UPDATE membership SET is_document = 0 WHERE is_document")',
        "pass",
        (f"{OF_RECEIPTS}::test_a_no_to_content_leaves_no_word_of_documents_and_groups",),
    ),
    Plant(
        "links to groups that go are cleared",
        ERASER,
        'f"UPDATE membership SET {link} = NULL WHERE {link} IS NOT NULL"',
        'f"UPDATE membership SET {link} = NULL WHERE 0"',
        (f"{OF_RECEIPTS}::test_a_no_to_content_leaves_no_word_of_documents_and_groups",),
    ),
    Plant(
        "a no for a folder erases what was made of its photos",
        ERASING_STEP,
        "return {signal: library.gate.refused_photos(signal) for signal in sorted(intent.signals)}",
        "return {signal: set() for signal in sorted(intent.signals)}",
        (f"{OF_CONSENT}::test_a_folder_with_a_no_is_left_out_of_everything",),
    ),
    Plant(
        "where rows cannot be taken out the whole store goes",
        "organizer/library.py",
        "                return eraser.erase(photos)\n        except sqlite3.Error:\n            return None",
        "                return eraser.erase(photos)\n        except sqlite3.Error:\n            return {}",
        (f"{OF_CONSENT}::test_where_rows_cannot_be_taken_out_the_whole_store_goes",),
    ),
    Plant(
        "off needs no room on the disk",
        ERASING_STEP,
        "if intent.what not in (Erasing.OFF, Erasing.EVERYTHING):",
        "if intent.what is not Erasing.OFF:",
        (f"{OF_ROOM}::test_everything_can_be_erased_on_a_full_disk",),
    ),
    Plant(
        "off works where the library cannot be opened for lack of room",
        "organizer/cli/__init__.py",
        "        pipeline.erase_without_opening(path)\n",
        "        pass\n",
        ("tests/organizer/test_cli.py::test_off_erases_even_on_a_full_disk",),
    ),
    Plant(
        "nothing is begun for which there is no room, and that is said",
        ERASING_STEP,
        "            raise LibraryWriteError(library_path, error.strerror or str(error)) from error\n",
        "            pass\n",
        (f"{OF_FORGETTING}::test_without_room_nothing_is_begun_and_one_sentence_says_why",),
    ),
    Plant(
        "a mark that cannot be read means off",
        INTENTS,
        "    return list(dict.fromkeys(found)) or [OFF]",
        "    return list(dict.fromkeys(found))",
        (f"{OF_CONSENT}::test_an_intent_that_cannot_be_read_is_off",),
    ),
    Plant(
        "a mark whose bytes are no text means off",
        INTENTS,
        "    except (OSError, UnicodeDecodeError):\n        return [OFF]",
        "    except (OSError, UnicodeDecodeError):\n        return []",
        (f"{OF_CONSENT}::test_an_intent_that_cannot_be_read_is_off",),
    ),
    Plant(
        "an erasure that begins forgets none that has not ended",
        INTENTS,
        "[*begun, intent]",
        "[intent]",
        (f"{OF_CONSENT}::test_two_erasures_that_began_are_both_remembered",),
    ),
    Plant(
        "the receipt counts what went with off",
        ERASING_STEP,
        "counts = library.count_what_is_erased()  # the flag",
        "counts = {}  # the flag",
        (f"{OF_SWITCH}::test_on_derives_and_proposes_and_off_erases_everything_that_was_derived",),
    ),
    Plant(
        "the receipt counts what went of a folder",
        ERASER,
        '            cursor = self._connection.execute(\n                f"DELETE FROM {table} WHERE {_SOME}", {"some": _ids(some)}\n            )\n'
        "            gone[table] = gone.get(table, 0) + cursor.rowcount",
        '            self._connection.execute(f"DELETE FROM {table} WHERE {_SOME}", {"some": _ids(some)})',
        (f"{OF_RECEIPTS}::test_the_receipt_of_a_folder_counts_its_rows_and_no_others",),
    ),
    Plant(
        "a receipt says what is still there",
        "organizer/pipeline/receipts.py",
        "    if not receipt.complete:",
        "    if False:",
        (f"{OF_RECEIPTS}::test_a_receipt_never_says_more_than_what_was_found_gone",),
    ),
    Plant(
        "what was forgotten is scrubbed from the catalog",
        ERASING_STEP,
        "    library.scrub_catalog()\n",
        "",
        (f"{OF_FORGETTING}::test_forgetting_leaves_nothing_of_what_was_said_anywhere", CANARIES),
    ),
    Plant(
        "what was forgotten goes from the copies of the catalog",
        ERASING_STEP,
        "copies = catalog_copies(library.path) if intent.with_copies else []",
        "copies: list[Path] = []",
        (f"{OF_FORGETTING}::test_forgetting_leaves_nothing_of_what_was_said_anywhere",),
    ),
    Plant(
        "catalogs that were set aside are copies too",
        "organizer/pipeline/copies_kept.py",
        "        *backup.files_set_aside(library_path),\n",
        "",
        (f"{OF_DISK}::test_every_file_of_ours_goes_with_everything",),
    ),
    Plant(
        "copies that a crash left half made are copies too",
        "organizer/pipeline/copies_kept.py",
        "        *(path for path in backup.unfinished_copies(library_path / BACKUPS) if path.exists()),\n",
        "",
        (f"{OF_DISK}::test_every_file_of_ours_goes_with_everything",),
    ),
    Plant(
        "journals of catalog and thumbnails go with everything",
        STARTING_OVER,
        '_DATABASE_ENDINGS = ("", "-wal", "-shm", "-journal", ".new", ".new-journal")',
        '_DATABASE_ENDINGS = ("", "-shm", ".new")',
        (f"{OF_DISK}::test_every_file_of_ours_goes_with_everything",),
    ),
    Plant(
        "it is looked whether everything is gone",
        STARTING_OVER,
        "    if left:",
        "    if False:",
        (f"{OF_DISK}::test_everything_is_not_said_to_be_gone_while_something_is_there",),
    ),
    Plant(
        "it is looked whether what was to be forgotten is",
        ERASING_STEP,
        "leftovers=(*receipt.leftovers, *still)",
        "leftovers=receipt.leftovers",
        (f"{OF_RECEIPTS}::test_what_could_not_be_forgotten_is_told",),
    ),
)
