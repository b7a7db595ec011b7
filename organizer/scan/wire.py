"""The words between the program and its decode workers: a JSON header, then blobs.

Where the system can hand over open files (Unix), a request carries descriptors; elsewhere it
carries the files' bytes as blobs. Answers come from a process that has read hostile data:
they are parsed as JSON and checked, never unpickled.
"""

from __future__ import annotations

import json
import os
import socket
import struct
from collections.abc import Sequence
from typing import Any, Protocol

_LENGTH = struct.Struct("!I")
MAX_HEADER_BYTES = 1 << 20
MAX_BLOB_BYTES = 3 * 250_000_000 + 1024
MAX_FILES = 32


class ConnectionLostError(Exception):
    """The other side is gone."""


class Channel(Protocol):
    """Two ways of carrying the same words."""

    def send(
        self, header: dict[str, Any], blobs: Sequence[bytes] = (), files: Sequence[int] = ()
    ) -> None:
        """Send a header, its blobs and, where possible, open files."""

    def receive(self) -> tuple[dict[str, Any], list[bytes], list[int]]:
        """Wait for the next header with its blobs and open files.

        Raises:
            ConnectionLostError: If the other side is gone or speaks nonsense.
        """


class SocketChannel:
    """Over a Unix socket, which can carry open files."""

    def __init__(self, end: socket.socket) -> None:
        self._end = end

    def send(
        self, header: dict[str, Any], blobs: Sequence[bytes] = (), files: Sequence[int] = ()
    ) -> None:
        """Send a header, its blobs and open files."""
        frame = _frame(header, blobs)
        try:
            if files:
                sent = socket.send_fds(self._end, [frame], list(files))
                frame = frame[sent:]
            if frame:
                self._end.sendall(frame)
            for blob in blobs:
                self._end.sendall(blob)
        except OSError as error:
            raise ConnectionLostError from error

    def receive(self) -> tuple[dict[str, Any], list[bytes], list[int]]:
        """Wait for the next header with its blobs and open files."""
        try:
            start, files, _, _ = socket.recv_fds(self._end, _LENGTH.size, MAX_FILES)
            start += self._read(_LENGTH.size - len(start)) if start else b""
            header = _header(self._read(_length(start)))
            blobs = [self._read(length) for length in _blob_lengths(header)]
        except OSError as error:
            raise ConnectionLostError from error
        return header, blobs, files

    def _read(self, length: int) -> bytes:
        content = bytearray(length)
        view, done = memoryview(content), 0
        while done < length:
            count = self._end.recv_into(view[done:])
            if count == 0:
                raise ConnectionLostError
            done += count
        return bytes(content)


class PipeChannel:
    """Over two pipes, for systems that cannot hand over open files (Windows)."""

    def __init__(self, reading: int, writing: int) -> None:
        self._in = os.fdopen(reading, "rb")
        self._out = os.fdopen(writing, "wb")

    def send(
        self, header: dict[str, Any], blobs: Sequence[bytes] = (), files: Sequence[int] = ()
    ) -> None:
        """Send a header and its blobs; open files cannot be sent."""
        assert not files  # noqa: S101 - the pool sends bytes where it has this channel
        try:
            self._out.write(_frame(header, blobs))
            for blob in blobs:
                self._out.write(blob)
            self._out.flush()
        except OSError as error:
            raise ConnectionLostError from error

    def receive(self) -> tuple[dict[str, Any], list[bytes], list[int]]:
        """Wait for the next header with its blobs."""
        header = _header(self._read(_length(self._read(_LENGTH.size))))
        return header, [self._read(length) for length in _blob_lengths(header)], []

    def _read(self, length: int) -> bytes:
        content = self._in.read(length)
        if len(content) < length:
            raise ConnectionLostError
        return content


def _frame(header: dict[str, Any], blobs: Sequence[bytes]) -> bytes:
    body = json.dumps({**header, "blobs": [len(blob) for blob in blobs]}).encode()
    return _LENGTH.pack(len(body)) + body


def _length(start: bytes) -> int:
    if len(start) < _LENGTH.size:
        raise ConnectionLostError
    (length,) = _LENGTH.unpack(start)
    if length > MAX_HEADER_BYTES:
        raise ConnectionLostError
    return int(length)


def _header(body: bytes) -> dict[str, Any]:
    try:
        header = json.loads(body)
    except ValueError as error:
        raise ConnectionLostError from error
    if not isinstance(header, dict):
        raise ConnectionLostError
    return header


def _blob_lengths(header: dict[str, Any]) -> list[int]:
    lengths = header.get("blobs")
    if not isinstance(lengths, list) or len(lengths) > MAX_FILES:
        raise ConnectionLostError
    if any(type(length) is not int or not 0 <= length <= MAX_BLOB_BYTES for length in lengths):
        raise ConnectionLostError
    return lengths
