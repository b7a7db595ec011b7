"""The pool of decode workers: each in its own process, watched, renewed, replaced when it dies."""

from __future__ import annotations

import os
import queue
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Any, TypeVar

from organizer.priority import BELOW_NORMAL
from organizer.scan.formats import DECODERS
from organizer.scan.walk import open_original
from organizer.scan.wire import Channel, ConnectionLostError, PipeChannel, SocketChannel

SECONDS_A_FILE = 10.0
FILES_A_WORKER = 2_000
_ROOT = Path(__file__).resolve().parent.parent.parent
_WATCH_INTERVAL_S = 0.25

T = TypeVar("T")
R = TypeVar("R")
Answer = tuple[dict[str, Any], list[bytes]]


class WorkerLostError(Exception):
    """The worker died over this request; ``str`` is a sentence about why."""


class DecodeWorker:
    """One decode process. Not to be used by two threads at once.

    *loads* are the decoders that its process is started with; workers of one pool share the set.
    """

    def __init__(self, loads: set[str] | None = None) -> None:
        self._loads = set() if loads is None else loads
        self._process: subprocess.Popen[bytes] | None = None
        self._channel: Channel | None = None
        self._files_left = 0
        self._overdue_at = float("inf")
        self._was_overdue = False

    def ask(
        self, header: dict[str, Any], paths: Sequence[Path], *, seconds: float = SECONDS_A_FILE
    ) -> Answer:
        """Hand over the files and wait for the answer.

        Raises:
            OSError: If a file cannot be opened; the worker was not asked.
            WorkerLostError: If the worker died or took too long.
        """
        descriptors: list[int] = []
        try:
            descriptors.extend(open_original(path) for path in paths)
            for _ in DECODERS:
                answer, blobs = self._exchange(header, descriptors, seconds)
                need = answer.get("need")
                if not isinstance(need, str) or need not in DECODERS:
                    return answer, blobs
                self._loads.add(need)  # a locked process cannot load it any more: a new one can
                self.stop()
            return self._exchange(header, descriptors, seconds)
        finally:
            for descriptor in descriptors:
                os.close(descriptor)

    def _exchange(self, header: dict[str, Any], descriptors: list[int], seconds: float) -> Answer:
        channel = self._ready(len(descriptors))
        self._was_overdue, self._overdue_at = False, monotonic() + seconds
        try:
            if sys.platform == "win32":
                channel.send(header, blobs=[_content(descriptor) for descriptor in descriptors])
            else:
                channel.send(header, files=descriptors)
            answer, blobs, _ = channel.receive()
        except ConnectionLostError as error:
            self.stop()
            raise WorkerLostError(
                "Reading it took longer than 10 seconds."
                if self._was_overdue
                else "Reading it crashed the decoder."
            ) from error
        finally:
            self._overdue_at = float("inf")
        return answer, blobs

    def kill_if_overdue(self) -> None:
        """Called by the watcher: end a process that takes too long over a file."""
        if monotonic() > self._overdue_at and self._process is not None:
            self._was_overdue = True
            self._process.kill()

    @property
    def process_id(self) -> int:
        """The process, while there is one; else -1."""
        return self._process.pid if self._process is not None else -1

    def warm_up(self) -> None:
        """Start the process before the first file comes."""
        self._ready(0)

    def can_work(self) -> bool:
        """Whether a process can be started and answers."""
        try:
            answer, _ = self._exchange({"do": "peek"}, [], SECONDS_A_FILE)
        except (OSError, WorkerLostError):
            return False
        return answer.get("results") == []

    def stop(self) -> None:
        """End the process."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
        self._process = self._channel = None

    def _ready(self, files: int) -> Channel:
        if self._channel is None or self._files_left < files:
            self.stop()
            self._channel = self._start()
            self._files_left = FILES_A_WORKER
        self._files_left -= files
        return self._channel

    def _start(self) -> Channel:
        command = [sys.executable, "-m", "organizer.scan.decode_worker", *sorted(self._loads)]
        environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONSAFEPATH": "1"}
        if sys.platform == "win32":
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                command,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                creationflags=BELOW_NORMAL,
            )
            answers, requests = self._process.stdout, self._process.stdin
            if answers is None or requests is None:
                raise WorkerLostError("The decoder could not be started.")
            return PipeChannel(answers.fileno(), requests.fileno())
        ours, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 - our own module
                command,
                env=environment,
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,  # decoders grumble there about every damaged file
                start_new_session=True,
            )
        return SocketChannel(ours)


def _content(descriptor: int) -> bytes:
    with os.fdopen(os.dup(descriptor), "rb") as file:
        return file.read()


class WorkerPool:
    """Some decode workers, each fed by a thread of its own, and a watcher.

    Use as a context manager; leaving it ends the processes. *loads* are the decoders that will
    surely be needed; others are loaded when a file asks for them.
    """

    def __init__(self, count: int, *, loads: Iterable[str] = ()) -> None:
        shared = set(loads)
        self.workers = [DecodeWorker(shared) for _ in range(max(1, count))]
        self._closing = threading.Event()
        self._watcher = threading.Thread(target=self._watch, daemon=True, name="decode-watch")

    def map(self, work: Callable[[DecodeWorker, T], R], items: Iterable[T]) -> Iterator[R]:
        """Do *work* on every item with some worker; yields results as they come, in any order.

        Stops asking when the caller stops taking: at most a few results wait.
        """
        todo = iter(items)
        turn = threading.Lock()
        done: queue.Queue[R | BaseException | None] = queue.Queue(maxsize=4 * len(self.workers))
        stop = threading.Event()

        def feed(worker: DecodeWorker) -> None:
            try:
                while not stop.is_set():
                    with turn:
                        item = next(todo, stop)
                    if item is stop:
                        break
                    _put(done, work(worker, item), stop)  # type: ignore[arg-type]
            except BaseException as error:  # noqa: BLE001 - a thread has no caller: hand it over
                _put(done, error, stop)
            _put(done, None, stop)

        threads = [
            threading.Thread(target=feed, args=(worker,), daemon=True, name="decode-feed")
            for worker in self.workers
        ]
        for thread in threads:
            thread.start()
        try:
            yield from _results(done, len(threads))
        finally:
            stop.set()
            for worker in self.workers if sys.exc_info()[0] else ():
                worker.stop()
            for thread in threads:
                thread.join()

    def __enter__(self) -> WorkerPool:
        self._watcher.start()
        return self

    def __exit__(
        self,
        exception_type: type[BaseException] | None,
        exception: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._closing.set()
        self._watcher.join()
        for worker in self.workers:
            worker.stop()

    def _watch(self) -> None:
        while not self._closing.wait(_WATCH_INTERVAL_S):
            for worker in self.workers:
                worker.kill_if_overdue()


def _put(done: queue.Queue[Any], result: object, stop: threading.Event) -> None:
    while not stop.is_set():
        try:
            done.put(result, timeout=0.1)
        except queue.Full:
            continue
        return


def _results(done: queue.Queue[Any], feeders: int) -> Iterator[Any]:
    while feeders:
        match done.get():
            case None:
                feeders -= 1
            case BaseException() as error:
                raise error
            case result:
                yield result
