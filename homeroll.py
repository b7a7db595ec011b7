"""Where the program starts: the network wall first, then the command line or the window."""

from organizer.privacy.network_wall import raise_network_wall
from organizer.privacy.originals_guard import install_originals_guard


def main() -> int:
    """Raise the wall, read the command line, run; returns the exit code."""
    import sys

    words = sys.argv[1:]
    stand_guard(raises_wall="--allow-tcp-display" not in words)
    from organizer.cli import run

    return run(words, open_window=_open_window, tell=_tell, mend=_mend, get_ready=_get_ready)


def stand_guard(*, raises_wall: bool = True) -> None:
    """Refuse the network and every write to originals; whatever drives the window calls it too."""
    if raises_wall:
        raise_network_wall()  # before Qt, numpy and onnxruntime are imported or a thread exists
    install_originals_guard()  # before any photo is opened


def _get_ready():  # type: ignore[no-untyped-def]
    import ui.app  # noqa: F401


def _open_window(library, folders, workers):  # type: ignore[no-untyped-def]
    from ui.app import run_window

    return run_window(library, folders, workers=workers)


def _tell(sentence):  # type: ignore[no-untyped-def]
    from ui.app import show_sentence

    show_sentence(sentence)


def _mend(library, sentence):  # type: ignore[no-untyped-def]
    from ui.mending import offer_copies

    return offer_copies(library, sentence)


if __name__ == "__main__":
    raise SystemExit(main())
