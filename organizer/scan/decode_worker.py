"""The process that decodes: gets open files, gives numbers and JPEGs that it made itself.

Started as ``python -m organizer.scan.decode_worker [DECODER…]``; standard input is its channel.
"""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import sys
from typing import Any, BinaryIO

import xxhash

from organizer.models import Metadata, Status
from organizer.priority import step_back
from organizer.scan import decoders, sandbox
from organizer.scan import metadata as reading
from organizer.scan.archives import MAX_LINES, MAX_LIST_BYTES, read_list
from organizer.scan.dates import NOTHING_BESIDE
from organizer.scan.facts import as_plain
from organizer.scan.formats import SNIFF_BYTES, sniff
from organizer.scan.media import glance_at, open_medium
from organizer.scan.raws import NoPreviewError
from organizer.scan.reasons import why_unreadable
from organizer.scan.takeout import read_takeout
from organizer.scan.unread import UnreadError
from organizer.scan.wire import Channel, ConnectionLostError, PipeChannel, SocketChannel
from organizer.scan.xmp import MAX_XMP_BYTES, read_xmp_sidecar

MAX_FILE_BYTES = 1 << 30
_HASH_CHUNK_BYTES = 1 << 20
_WHOLE_HASH_BYTES = 256 << 20


def main() -> None:
    """Answer requests until the program goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program; it ends us by EOF
    step_back()
    decoders.load(sys.argv[1:])  # a locked process can load nothing more
    sandbox.limit_resources()
    channel = _channel()
    is_locked = sandbox.enter()
    with contextlib.suppress(ConnectionLostError):
        while True:
            _answer(channel, is_locked=is_locked)


def _channel() -> Channel:
    if sys.platform == "win32":
        return PipeChannel(sys.stdin.fileno(), sys.stdout.fileno())
    return SocketChannel(socket.socket(fileno=os.dup(sys.stdin.fileno())))


def _answer(channel: Channel, *, is_locked: bool) -> None:
    request, contents, descriptors = channel.receive()
    files: list[BinaryIO] = [os.fdopen(descriptor, "rb") for descriptor in descriptors]
    files += [reading.as_file(content) for content in contents]
    try:
        header, blobs = _result(request, files)
        channel.send({**header, "locked": is_locked}, blobs)
    except decoders.DecoderNeededError as need:
        channel.send({"need": need.name})
    finally:
        for file in files:
            file.close()


def _result(request: dict[str, Any], files: list[BinaryIO]) -> tuple[dict[str, Any], list[bytes]]:
    match request.get("do"):
        case "peek":
            results = [_peek(file) for file in files]
            return {"results": [facts for facts, _ in results]}, [jpeg for _, jpeg in results]
        case "read":
            results = [_read(file) for file in files]
            return {"results": [facts for facts, _ in results]}, [jpeg for _, jpeg in results]
        case "picture":
            facts, rgb = _picture(files[0], request.get("max_px"))
            return facts, [rgb]
        case "beside":
            return {"results": [_beside(file) for file in files]}, []
        case "list":
            return _list(files[0])
        case "try":
            return {"refused": sandbox.try_what_is_refused(files[0].fileno())}, []
        case _:
            raise ConnectionLostError


def _peek(file: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """The first pass: what the file says about itself, and the thumbnail it carries."""
    try:
        if (seen := glance_at(file)) is not None:
            return as_plain(seen[0]), seen[1]
        with open_medium(file) as medium:
            return as_plain(medium.metadata()), medium.embedded_jpeg()
    except decoders.DecoderNeededError:
        raise
    except Exception:  # noqa: BLE001 - damaged files raise some nine types; the second pass says why
        return as_plain(_metadata_by_exifread(file)), b""


def _beside(file: BinaryIO) -> dict[str, Any]:
    """What a sidecar says: XMP, or JSON of Takeout."""
    content = file.read(MAX_XMP_BYTES + 1)
    is_xml = content.lstrip(b"\xef\xbb\xbf\xff\xfe\0 \t\r\n")[:1] == b"<"
    try:
        found = read_xmp_sidecar(content) if is_xml else read_takeout(content)
    except UnreadError as error:
        return {"unread": str(error)}
    return as_plain(found or NOTHING_BESIDE)


def _list(file: BinaryIO) -> tuple[dict[str, Any], list[bytes]]:
    try:
        lines = read_list(file.read(MAX_LIST_BYTES + 1))
    except UnreadError as error:
        return {"unread": str(error)}, [b"[]"]
    plain = [{"uri": line.uri, **as_plain(line.beside)} for line in lines]
    unread = f"it names more than {MAX_LINES:,} pictures" if len(lines) >= MAX_LINES else None
    return {"unread": unread}, [json.dumps(plain).encode()]


def _metadata_by_exifread(file: BinaryIO) -> Metadata:
    try:
        file.seek(0)
        return reading.read_metadata_with_exifread(file)
    except Exception:  # noqa: BLE001 - ExifRead raises many types on damaged files
        return Metadata()


def _read(file: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """The second pass: hash of all bytes, one scaled decode, sharpness."""
    size = file.seek(0, os.SEEK_END)
    file.seek(0)
    head = file.read(SNIFF_BYTES)
    file.seek(0)
    if sniff(head) == "VIDEO":
        return _read_opened(file, head, size, hash_of_long_file(file, size))
    if size > MAX_FILE_BYTES:
        reason = "The file is larger than 1 GB."
        return _refused(Status.TOO_LARGE, reason, hash_of_long_file(file, size)), b""
    content = file.read()
    content_hash = xxhash.xxh3_128_hexdigest(content)
    return _read_opened(reading.as_file(content), head, size, content_hash)


def _read_opened(
    file: BinaryIO, head: bytes, size: int, content_hash: str
) -> tuple[dict[str, Any], bytes]:
    try:
        with open_medium(file) as medium:
            found, jpeg, sharpness = medium.thumbnail()
    except decoders.DecoderNeededError:
        raise
    except Exception as error:  # noqa: BLE001 - damaged files raise some nine types
        status, reason = why_unreadable(error, head, size)
        known = as_plain(error.metadata) if isinstance(error, NoPreviewError) else {}
        return {**known, **_refused(status, reason, content_hash)}, b""
    facts = {**as_plain(found), "sharpness": sharpness}
    return {**facts, "status": Status.OK, "reason": None, "content_hash": content_hash}, jpeg


def _picture(file: BinaryIO, max_px: int | None) -> tuple[dict[str, Any], bytes]:
    try:
        with open_medium(file) as medium:
            width, height, rgb = medium.rgb(max_px)
    except decoders.DecoderNeededError:
        raise
    except Exception as error:  # noqa: BLE001 - damaged files raise some nine types
        file.seek(0)
        _, reason = why_unreadable(error, file.read(SNIFF_BYTES), file.seek(0, os.SEEK_END))
        return {"reason": reason}, b""
    return {"width_px": width, "height_px": height, "reason": None}, rgb


def hash_of_long_file(file: BinaryIO, size: int) -> str:
    """xxh3-128 of all bytes; of a file over 256 MB, of its size and a quarter of that.

    Reading gigabytes would take longer than a file may take. Ends and evenly spread samples
    tell recordings apart; a copy that differs only between the samples counts as the same.
    """
    digest = xxhash.xxh3_128()
    for start, length in _samples(size):
        file.seek(start)
        while length > 0 and (chunk := file.read(min(length, _HASH_CHUNK_BYTES))):
            digest.update(chunk)
            length -= len(chunk)
    if size > _WHOLE_HASH_BYTES:
        digest.update(size.to_bytes(8, "big"))
    return digest.hexdigest()


def _samples(size: int) -> list[tuple[int, int]]:
    if size <= _WHOLE_HASH_BYTES:
        return [(0, size)]
    count = _WHOLE_HASH_BYTES // 4 // _HASH_CHUNK_BYTES
    step = (size - _HASH_CHUNK_BYTES) // (count - 1)
    return [(number * step, _HASH_CHUNK_BYTES) for number in range(count)]


def _refused(status: Status, reason: str, content_hash: str) -> dict[str, Any]:
    return {"status": status, "reason": reason, "content_hash": content_hash}


if __name__ == "__main__":
    main()
