"""Nothing reaches a network: each rule of the filter, when it is raised, and what is said of it."""

from __future__ import annotations

from tests.campaigns.plants.model import Plant

SECCOMP, NETWORK_WALL = "organizer/seccomp.py", "organizer/privacy/network_wall.py"
START = "homeroll.py"
OF_WALL = "tests/organizer/privacy/test_network_wall.py"
OF_FILTER = "tests/organizer/privacy/test_seccomp.py"
OF_START = "tests/organizer/privacy/test_first_steps.py"
IN_CHECK = "tests/organizer/test_cli.py::test_the_privacy_check_shows_each_refusal"
_UNIX_ONLY = "_instruction(_JUMP_IF_EQUAL, 1, 0, _AF_UNIX),"
# lets a family through whose number shares a bit with the mask, as AF_UNIX does
_FAMILIES = (("inet", "AF_INET", 0b11), ("inet6", "AF_INET6", 0b1001), ("packet", "AF_PACKET", 1))
_FAMILIES += (("netlink", "AF_NETLINK", 0b10001),)

WALL = (
    *(
        Plant(
            f"sockets of the family {name} are refused",
            SECCOMP,
            _UNIX_ONLY,
            f"_instruction(_JUMP_IF_SET, 1, 0, {mask}),",
            (f"{OF_WALL}::test_every_family_but_unix_is_refused[{family}]",),
        )
        for name, family, mask in _FAMILIES
    ),
    Plant(
        "the filter refuses every family but one, on each processor",
        SECCOMP,
        _UNIX_ONLY.removesuffix(","),
        "_instruction(_JUMP_IF_AT_LEAST, 1, 0, _AF_UNIX)",
        (f"{OF_FILTER}::test_the_wall_lets_only_unix_sockets_through",),
    ),
    Plant(
        "socket is looked at",
        SECCOMP,
        'for call in ("socket", "socketpair"):',
        'for call in ("socketpair",):',
        (f"{OF_WALL}::test_a_raw_system_call_gets_no_further",),
    ),
    Plant(
        "socketpair is looked at",
        SECCOMP,
        'for call in ("socket", "socketpair")',
        'for call in ("socket",)',
        (f"{OF_FILTER}::test_the_wall_lets_only_unix_sockets_through",),
    ),
    *(
        Plant(
            f"{call} is refused, which goes round the wall",
            NETWORK_WALL,
            f'"{call}"',
            '"keyctl"',
            (f"{OF_FILTER}::test_the_wall_has_no_way_round",),
        )
        for call in ("ptrace", "process_vm_readv", "process_vm_writev", "pidfd_getfd", "bpf")
    ),
    Plant(
        "io_uring is refused, which opens sockets past a filter",
        NETWORK_WALL,
        '*("io_uring_setup", "ptrace"',
        '*("keyctl", "ptrace"',
        (f"{OF_WALL}::test_io_uring_cannot_go_round_it",),
    ),
    Plant(
        "calls of another processor are refused",
        SECCOMP,
        "_instruction(_JUMP_IF_EQUAL, 1, 0, _AUDIT[platform.machine()]),",
        "_instruction(_JUMP_IF_EQUAL, 1, 1, _AUDIT[platform.machine()]),",
        (f"{OF_FILTER}::test_calls_of_another_architecture_are_refused_whole",),
    ),
    Plant(
        "the same calls under other numbers are refused",
        SECCOMP,
        '    if platform.machine() == "x86_64":\n        preamble +=',
        "    if False:\n        preamble +=",
        (f"{OF_FILTER}::test_calls_of_another_architecture_are_refused_whole",),
    ),
    Plant(
        "threads that run already are behind the wall",
        SECCOMP,
        "ctypes.c_uint(_FILTER_FLAG_TSYNC)",
        "ctypes.c_uint(0)",
        (f"{OF_WALL}::test_a_thread_that_ran_before_is_behind_the_wall_too",),
    ),
    Plant(
        "the program raises the wall",
        START,
        "        raise_network_wall()  # before",
        "        pass  # before",
        (IN_CHECK,),
    ),
    Plant(
        "the wall stands before anything else is imported",
        START,
        "    words = sys.argv[1:]",
        "    from organizer.cli import run\n\n    words = sys.argv[1:]",
        (f"{OF_START}::test_the_wall_stands_before_anything_but_itself_is_imported",),
    ),
    Plant(
        "Qt comes after the wall",
        START,
        "    words = sys.argv[1:]\n",
        "    import PySide6.QtCore\n\n    words = sys.argv[1:]\n",
        (f"{OF_START}::test_the_wall_stands_before_anything_but_itself_is_imported",),
    ),
    Plant(
        "Qt's network library is not in the process",
        "ui/app.py",
        "from PySide6.QtWidgets import QApplication\n",
        "from PySide6 import QtNetwork\nfrom PySide6.QtWidgets import QApplication\n",
        (
            "tests/test_promises.py::test_the_window_opens_no_internet_socket_and_changes_nothing_below_the_photos",
        ),
    ),
    Plant(
        "no module imports what speaks to a network",
        "organizer/pipeline/speaking.py",
        "from __future__ import annotations\n",
        "from __future__ import annotations\n\nimport urllib.request\n",
        ("tests/test_architecture.py::test_no_module_of_the_program_can_speak_to_a_network",),
    ),
    Plant(
        "the check says when Qt's network library is loaded",
        NETWORK_WALL,
        'loaded = "PySide6.QtNetwork" in sys.modules or "Qt6Network" in _loaded_libraries()',
        "loaded = False",
        (f"{OF_START}::test_the_check_says_when_qts_network_library_is_loaded",),
    ),
    Plant(
        "a screen reached over TCP is told of, not tried",
        "organizer/cli/__init__.py",
        "if pipeline.network_state().blocked and display_is_remote():",
        "if False:",
        (f"{OF_START}::test_a_screen_over_the_network_is_a_sentence_that_names_the_way_out",),
    ),
    Plant(
        "the wall is left out only where that was asked for",
        START,
        'raises_wall="--allow-tcp-display" not in words',
        "raises_wall=not words",
        (IN_CHECK,),
    ),
    Plant(
        "a wall that was not raised is not claimed",
        NETWORK_WALL,
        'blocked=False, sentence="Network not blocked: started without the wall."',
        'blocked=True, sentence="Network not blocked: started without the wall."',
        (f"{OF_WALL}::test_a_program_that_raised_no_wall_does_not_claim_one",),
    ),
    Plant(
        "a wall that the system refused is not claimed",
        NETWORK_WALL,
        '_state = "raised" if seccomp.install(rules()) else "failed"',
        '_state = "raised" if seccomp.install(rules()) is not None else "failed"',
        (f"{OF_START}::test_a_wall_that_the_system_refused_is_not_claimed",),
    ),
    Plant(
        "where there is no wall none is claimed",
        NETWORK_WALL,
        '        _state = "unsupported"',
        '        _state = "raised"',
        (f"{OF_START}::test_where_there_is_no_wall_none_is_claimed",),
    ),
    Plant(
        "an attempt that gets out is told",
        NETWORK_WALL,
        'return False, "an internet socket could be opened"',
        'return True, "an internet socket could be opened"',
        (f"{OF_WALL}::test_without_the_wall_the_check_says_so",),
    ),
    Plant(
        "an attempt of a child that gets out is told",
        NETWORK_WALL,
        '3: (False, "an internet socket could be opened"),',
        '3: (True, "an internet socket could be opened"),',
        (f"{OF_WALL}::test_without_the_wall_the_check_says_so",),
    ),
    Plant(
        "a check that fails is an exit code",
        "organizer/cli/privacy.py",
        "        failed += not found.refused\n",
        "",
        ("tests/organizer/test_cli.py::test_the_privacy_check_fails_without_the_wall",),
    ),
)
