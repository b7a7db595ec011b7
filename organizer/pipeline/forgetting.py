"""Forgetting what the user said, by kind or all of it. Albums, stars and captions stay."""

from __future__ import annotations

from collections.abc import Collection

from organizer.library import Library
from organizer.models import Receipt, Said
from organizer.pipeline.erasing import erase_now
from organizer.privacy.intents import Erasing, Intent

# without what protects: forgetting it would show photos or tell places, so it must be named
USUALLY_FORGOTTEN = frozenset(Said) - {Said.HIDDEN, Said.ZONES}


def forget(
    library: Library,
    kinds: Collection[Said] = USUALLY_FORGOTTEN,
    *,
    with_copies: bool = True,
) -> Receipt:
    """Forget what was said, and leave no trace of it in the catalog's files.

    Args:
        with_copies: Erase Homeroll's own copies of the catalog too, which still hold it.

    Raises:
        LibraryWriteError: If it could not be finished; the next start finishes it.
    """
    return erase_now(library, forgetting(kinds, with_copies=with_copies))


def forgetting(kinds: Collection[Said] = USUALLY_FORGOTTEN, *, with_copies: bool = True) -> Intent:
    """What :func:`forget` erases, to be begun at once and finished later."""
    return Intent(what=Erasing.FORGET, said=frozenset(kinds), with_copies=with_copies)
