"""Photos are never touched: the guard, the locks of decoding processes, and what is measured."""

from __future__ import annotations

from tests.campaigns.plants.model import Plant

GUARD, SANDBOX = "organizer/privacy/originals_guard.py", "organizer/scan/sandbox.py"
FOLDERS, WALK = "organizer/pipeline/folders.py", "organizer/scan/walk.py"
LIBRARY = "organizer/library.py"
OF_GUARD = "tests/organizer/privacy/test_originals_guard.py"
REFUSED = f"{OF_GUARD}::test_every_way_to_change_something_below_a_photo_folder_is_refused"
MEASURED = f"{OF_GUARD}::test_what_is_written_is_measured_where_nothing_is_refused"
OF_FILTER = "tests/organizer/privacy/test_seccomp.py"
OF_SANDBOX = "tests/organizer/scan/test_sandbox.py"
OF_FOLDERS = "tests/organizer/pipeline/test_guarded_folders.py"
OF_WALK = "tests/organizer/scan/test_walk.py"
_EVENTS = (
    *("os.rename", "os.link", "os.symlink", "os.remove", "os.rmdir", "os.mkdir", "os.truncate"),
    *("os.chmod", "os.chown", "os.utime", "os.setxattr", "os.removexattr", "sqlite3.connect"),
)
# families of calls that could change a photo which a decoding process holds open, or any other
_CALLS = (
    ("chmod of an open photo", '"fchmod", "fchmodat", "fchmodat2", ', '"fchmodat", "fchmodat2", '),
    ("chown of an open photo", '"lchown", "fchown", ', '"lchown", '),
    ("cutting an open photo", '"truncate", "ftruncate", ', '"truncate", '),
    ("the time of an open photo", '"futimesat", "utimensat"', '"futimesat"'),
    ("an attribute of an open photo", '"lsetxattr", "fsetxattr", ', '"lsetxattr", '),
    ("taking an attribute away", '"lremovexattr", "fremovexattr"', '"lremovexattr"'),
    ("opening files", '"open", "openat", "openat2", ', '"open", "openat2", '),
    ("deleting", '"unlink", "unlinkat", ', '"unlink", '),
    ("renaming", '"rename", "renameat", "renameat2"', '"rename", "renameat"'),
    ("linking", '"link", "linkat", ', '"link", '),
    ("making folders", '"mkdir", "mkdirat", ', '"mkdir", '),
    ("starting programs", '"execve", "execveat", ', '"execveat", '),
    ("reaching into other processes", '"ptrace", "process_vm_readv", ', '"process_vm_readv", '),
    ("sockets", '"socket", "socketpair", ', '"socketpair", '),
    ("io_uring", '"io_uring_setup", ', ""),
)

ORIGINALS = (
    *(
        Plant(
            f"the guard sees {event}",
            GUARD,
            f'    "{event}": (',
            f'    "not {event}": (',
            (REFUSED,),
        )
        for event in _EVENTS
    ),
    Plant(
        "the guard sees a file opened for reading and writing",
        GUARD,
        "os.O_WRONLY | os.O_RDWR | os.O_CREAT",
        "os.O_WRONLY | os.O_CREAT",
        (REFUSED,),
    ),
    Plant(
        "the guard sees a file opened for writing",
        GUARD,
        "    if not flags & _WRITING:",
        "    if True:",
        (REFUSED,),
    ),
    Plant(
        "what would change a photo is refused",
        GUARD,
        "    if below and _state.refuses:",
        "    if False:",
        (REFUSED,),
    ),
    Plant(
        "the guard follows links",
        GUARD,
        "return place.resolve() if follow else",
        "return place if follow else",
        (REFUSED,),
    ),
    Plant(
        "the guard knows a file by its descriptor",
        GUARD,
        "        return link.readlink() if link.is_symlink() else None",
        "        return None",
        (REFUSED,),
    ),
    Plant(
        "the guard knows a name by the folder it starts from",
        GUARD,
        "        return None if folder is None else folder / name",
        "        return None",
        (REFUSED,),
    ),
    Plant(
        "the guard knows the addresses of databases",
        GUARD,
        "    address = urlsplit(name)\n    return os.fsdecode(unquote_to_bytes(address.path))",
        "    return name",
        (REFUSED,),
    ),
    Plant(
        "a library above the photos makes them no less guarded",
        GUARD,
        "if len(folder) > own and",
        "if not own and",
        (REFUSED,),
    ),
    Plant(
        "the program puts the guard in force",
        "homeroll.py",
        "    install_originals_guard()  # before",
        "    pass  # before",
        ("tests/organizer/privacy/test_first_steps.py::test_the_program_puts_the_guard_in_force",),
    ),
    Plant(
        "the guard knows the folders of a library that is opened",
        LIBRARY,
        "    library.guard_originals()\n    return library",
        "    return library",
        (f"{OF_FOLDERS}::test_the_guard_knows_the_folders_of_a_library_that_is_opened",),
    ),
    Plant(
        "the guard knows a folder from when it is added",
        FOLDERS,
        "    library.guard_originals()\n    return AddedFolders",
        "    return AddedFolders",
        (
            "tests/test_promises.py::"
            "test_the_program_guards_the_folders_that_are_added_and_measures_what_is_written",
        ),
    ),
    Plant(
        "the guard knows where a folder lies now",
        FOLDERS,
        "        library.folders.move(folder_id, place)\n    library.guard_originals()",
        "        library.folders.move(folder_id, place)",
        (f"{OF_FOLDERS}::test_the_guard_follows_a_folder_that_lies_elsewhere_now",),
    ),
    Plant(
        "bytes written are measured on the files",
        GUARD,
        "written = sum(_changed_bytes(path, before) for path, before in _state.wanted.items())",
        "written = 0",
        (MEASURED,),
    ),
    Plant(
        "bytes written over others are measured",
        GUARD,
        "return abs(after[0] - before[0]) or max(after[0], 1)",
        "return abs(after[0] - before[0])",
        (f"{OF_GUARD}::test_bytes_written_over_others_are_measured",),
    ),
    Plant(
        "a guard that refuses nothing does not say that it does",
        GUARD,
        "is_guarded=_state.is_installed and _state.refuses,",
        "is_guarded=True,",
        (MEASURED,),
    ),
    Plant(
        "trying to write says when nothing refused it",
        GUARD,
        "        os.close(os.open(photo, os.O_WRONLY))",
        "        raise OSError(1, WORDS)",
        (MEASURED,),
    ),
    *(
        Plant(
            f"a decoding process is refused {what}",
            SANDBOX,
            old,
            new,
            (f"{OF_FILTER}::test_a_decoder_is_refused_everything_that_changes_or_reaches_out",),
        )
        for what, old, new in _CALLS
    ),
    Plant(
        "a decoding process starts no other",
        "organizer/seccomp.py",
        "_instruction(_JUMP_IF_SET, 1, 0, _CLONE_THREAD),",
        "_instruction(_JUMP_IF_SET, 1, 1, _CLONE_THREAD),",
        (f"{OF_FILTER}::test_a_decoder_may_start_threads_and_nothing_else",),
    ),
    Plant(
        "a decoding process is locked before its first file",
        "organizer/scan/decode_worker.py",
        "is_locked = sandbox.enter()",
        "is_locked = True",
        (f"{OF_SANDBOX}::test_a_decode_process_is_refused_everything_a_hostile_picture_would_try",),
    ),
    Plant(
        "a decoding process has a second lock",
        SANDBOX,
        "    forbid_files()\n",
        "",
        (f"{OF_SANDBOX}::test_both_locks_are_put_on",),
    ),
    Plant(
        "the second lock forbids everything it knows",
        "organizer/scan/landlock.py",
        "files = max(mask for since, mask in _FILES.items() if since <= version)",
        "files = 1",
        (f"{OF_SANDBOX}::test_the_second_lock_alone_leaves_only_files_that_are_open_already",),
    ),
    Plant(
        "an attempt of a decoding process that succeeds is told",
        SANDBOX,
        "        return error.errno in (errno.EPERM, errno.EACCES)\n    return False",
        "        return error.errno in (errno.EPERM, errno.EACCES)\n    return True",
        (f"{OF_SANDBOX}::test_without_the_lock_the_attempts_are_seen_to_succeed",),
    ),
    Plant(
        "originals are opened for reading only",
        WALK,
        "_READ_ONLY = os.O_RDONLY |",
        "_READ_ONLY = os.O_RDWR |",
        (f"{OF_WALK}::test_an_original_is_opened_for_reading_only_and_never_through_a_link",),
    ),
    Plant(
        "links are not followed to originals",
        WALK,
        'getattr(os, "O_NOFOLLOW", 0)',
        "0",
        (f"{OF_WALK}::test_a_link_put_in_place_of_a_file_in_between_is_not_followed",),
    ),
    Plant(
        "a pipe or device is not opened",
        WALK,
        "    if not stat.S_ISREG(os.lstat(path).st_mode):",
        "    if False:",
        (f"{OF_WALK}::test_a_device_is_not_even_opened",),
    ),
    Plant(
        "nothing is exported below a photo folder",
        "organizer/pipeline/folders.py",
        "        if whole.is_relative_to(folder.path.resolve()):",
        "        if False:",
        (
            "tests/organizer/pipeline/test_exporting.py::test_a_folder_of_photos_is_refused_as_a_destination",
        ),
    ),
    Plant(
        "no receipt is saved below a photo folder",
        "organizer/pipeline/receipts.py",
        "    if any(place.resolve().is_relative_to(folder) for folder in not_below):",
        "    if False:",
        (
            "tests/organizer/pipeline/test_forgetting.py::test_a_receipt_is_saved_as_text_and_over_nothing",
        ),
    ),
    Plant(
        "no copy of the catalog is saved below a photo folder",
        "organizer/pipeline/safekeeping.py",
        "    refuse_photo_folders(library, file)\n",
        "",
        (
            "tests/organizer/pipeline/test_safekeeping.py::test_a_copy_is_never_saved_among_the_photos_or_to_nowhere",
        ),
    ),
    Plant(
        "no other module can write, move or remove a file",
        "organizer/scan/reading.py",
        "from __future__ import annotations\n",
        'from __future__ import annotations\n\nPLANTED = "one.unlink("\n',
        (
            "tests/test_architecture.py::test_only_erasure_export_and_report_can_write_or_remove_files",
        ),
    ),
)
