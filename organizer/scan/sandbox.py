"""A decode worker gives up what a decoder has no need of: it reads open files and answers.

After :func:`enter` the process can open no file by name, start nothing, reach no other process,
change no file (not even the mode or time of one it holds open), and open no socket. Decoders
may still start threads.
"""

from __future__ import annotations

import errno
import os
import socket
import sys
from collections.abc import Callable

from organizer import seccomp
from organizer.scan.landlock import forbid_files

MEMORY_LIMIT_BYTES = 4 << 30
DESCRIPTOR_LIMIT = 128

_REFUSED = (
    *("open", "openat", "openat2", "open_by_handle_at", "creat", "memfd_create"),
    *("socket", "socketpair", "connect", "bind", "listen"),
    *("execve", "execveat", "fork", "vfork", "unshare", "setns"),
    *("ptrace", "process_vm_readv", "process_vm_writev", "pidfd_open", "pidfd_getfd"),
    *("kill", "tkill", "tgkill", "prctl", "bpf", "perf_event_open", "userfaultfd"),
    *("io_uring_setup", "io_uring_enter", "io_uring_register"),
    *("shmget", "shmat", "keyctl", "add_key", "request_key"),
    *("mount", "umount2", "chroot", "pivot_root"),
    *("unlink", "unlinkat", "rmdir", "rename", "renameat", "renameat2"),
    *("mkdir", "mkdirat", "mknod", "mknodat", "link", "linkat", "symlink", "symlinkat"),
    *("chmod", "fchmod", "fchmodat", "fchmodat2", "chown", "lchown", "fchown", "fchownat"),
    *("truncate", "ftruncate", "utime", "utimes", "futimesat", "utimensat"),
    *("setxattr", "lsetxattr", "fsetxattr", "removexattr", "lremovexattr", "fremovexattr"),
)


def limit_resources() -> None:
    """Bound memory and descriptors, and leave no core file behind."""
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT_BYTES, MEMORY_LIMIT_BYTES))
    resource.setrlimit(resource.RLIMIT_NOFILE, (DESCRIPTOR_LIMIT, DESCRIPTOR_LIMIT))


def enter() -> bool:
    """Lock this process; False where the system has no such lock.

    Everything that decoding loads from disk must have been loaded before.
    """
    forbid_files()
    if not seccomp.is_supported():
        return False
    return seccomp.install(rules())


def rules() -> list[seccomp.Rule]:
    """What the lock consists of."""
    return [seccomp.refuse(_REFUSED), seccomp.only_threads()]


def try_what_is_refused(descriptor: int) -> dict[str, bool]:
    """Try what a hostile picture would; for each attempt, whether the system refused it.

    Args:
        descriptor: An open file, whose mode is set to what it is already.
    """
    mode = os.fstat(descriptor).st_mode & 0o7777
    attempts: dict[str, Callable[[], object]] = {
        "open a file": lambda: os.close(os.open(os.devnull, os.O_RDONLY)),
        "start a program": lambda: os.execv("/no/such/program", ["x"]),  # noqa: S606 - nothing there
        "open a socket": lambda: socket.socket(socket.AF_UNIX).close(),
        "change a photo": lambda: os.fchmod(descriptor, mode),
    }
    return {name: _is_refused(attempt) for name, attempt in attempts.items()}


def _is_refused(attempt: Callable[[], object]) -> bool:
    try:
        attempt()
    except OSError as error:  # for another reason, it proves nothing
        return error.errno in (errno.EPERM, errno.EACCES)
    return False
