"""Items in batches: by number for the workers, by time for the library's transactions."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from time import monotonic
from typing import TypeVar

# what a kill can cost: the batch that is being gathered
BATCH_SECONDS, BATCH_PHOTOS = 1.0, 200

T = TypeVar("T")


def chunks(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """The items in runs of *size*."""
    return (items[start : start + size] for start in range(0, len(items), size))


def timed_batches(items: Iterable[T]) -> Iterator[list[T]]:
    """Lists of what came within a second; what is in hand when the source fails is given first."""
    batch: list[T] = []
    started = monotonic()
    waiting = iter(items)
    try:
        for item in waiting:
            batch.append(item)
            if len(batch) >= BATCH_PHOTOS or monotonic() - started >= BATCH_SECONDS:
                yield batch
                batch, started = [], monotonic()
    except GeneratorExit:  # whoever takes the batches cannot keep them: a full disk
        raise
    except BaseException:  # cancelled or failed: what is in hand is kept, then it goes on
        if batch:
            yield batch
        raise
    if batch:
        yield batch
