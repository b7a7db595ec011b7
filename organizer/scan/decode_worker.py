"""The process that decodes: gets open files, gives numbers and JPEGs that it made itself.

Started as ``python -m organizer.scan.decode_worker``; standard input is its channel.
"""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import sys
from dataclasses import asdict
from datetime import datetime
from typing import Any, BinaryIO

import xxhash
from PIL import UnidentifiedImageError

from organizer.models import Metadata, Status
from organizer.scan import metadata as reading
from organizer.scan import pictures
from organizer.scan.formats import SNIFF_BYTES, sniff
from organizer.scan.wire import Channel, ConnectionLostError, PipeChannel, SocketChannel

MEMORY_LIMIT_BYTES = 4 << 30
MAX_FILE_BYTES = 1 << 30
_HASH_CHUNK_BYTES = 1 << 20
_NOT_YET = {
    "VIDEO": "Videos are not read yet.",
    "RAW": "RAW files of this kind are not read yet.",
    "JXL": "JPEG XL pictures are not read yet.",
    "JP2": "JPEG 2000 pictures are not read yet.",
}


def main() -> None:
    """Answer requests until the program goes away."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the program; it ends us by EOF
    _limit_ourselves()
    channel = _channel()
    with contextlib.suppress(ConnectionLostError):
        while True:
            _answer(channel)


def _limit_ourselves() -> None:
    if sys.platform == "win32":
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT_BYTES, MEMORY_LIMIT_BYTES))


def _channel() -> Channel:
    if sys.platform == "win32":
        return PipeChannel(sys.stdin.fileno(), sys.stdout.fileno())
    return SocketChannel(socket.socket(fileno=os.dup(sys.stdin.fileno())))


def _answer(channel: Channel) -> None:
    request, blobs, descriptors = channel.receive()
    files: list[BinaryIO] = [os.fdopen(descriptor, "rb") for descriptor in descriptors]
    files += [reading.as_file(blob) for blob in blobs]
    try:
        match request.get("do"):
            case "peek":
                results = [_peek(file) for file in files]
                channel.send(
                    {"results": [facts for facts, _ in results]}, [jpeg for _, jpeg in results]
                )
            case "read":
                facts, jpeg = _read(files[0])
                channel.send(facts, [jpeg])
            case "picture":
                facts, rgb = _picture(files[0], request.get("max_px"))
                channel.send(facts, [rgb])
            case _:
                raise ConnectionLostError
    finally:
        for file in files:
            file.close()


def _peek(file: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """The first pass: what the file says about itself, and the thumbnail it carries."""
    try:
        with pictures.open_picture(file) as picture:
            found = reading.read_metadata(picture)
            jpeg = _embedded(picture, found.orientation)
        return _facts(found), jpeg
    except Exception:  # noqa: BLE001 - damaged files raise some nine types; the second pass says why
        return _facts(_metadata_by_exifread(file)), b""


def _embedded(picture: Any, orientation: int) -> bytes:
    """The camera's small picture, upright, without the bars some cameras add."""
    jpeg = reading.read_embedded_thumbnail(picture)
    if jpeg is None:
        return b""
    try:
        with pictures.open_picture(reading.as_file(jpeg)) as small:
            ours, wanted = small.width / small.height, picture.width / picture.height
            if abs(ours / wanted - 1) > 0.03:
                return b""  # another crop: better nothing than a wrong picture
            return pictures.make_thumbnail(small, orientation=orientation)[0]
    except Exception:  # noqa: BLE001 - a damaged small picture is only left out
        return b""


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
    if size > MAX_FILE_BYTES:
        return _refused(Status.TOO_LARGE, "The file is larger than 1 GB.", _hash(file)), b""
    content = file.read()
    content_hash = xxhash.xxh3_128_hexdigest(content)
    try:
        with pictures.open_picture(reading.as_file(content)) as picture:
            found = reading.read_metadata(picture)
            jpeg, sharpness = pictures.make_thumbnail(picture, orientation=found.orientation)
    except Exception as error:  # noqa: BLE001 - damaged files raise some nine types
        status, reason = _why(error, content[:SNIFF_BYTES], size)
        return _refused(status, reason, content_hash), b""
    facts = {**_facts(found), "sharpness": sharpness}
    return {**facts, "status": Status.OK, "reason": None, "content_hash": content_hash}, jpeg


def _picture(file: BinaryIO, max_px: int | None) -> tuple[dict[str, Any], bytes]:
    try:
        with pictures.open_picture(file) as picture:
            orientation = reading.read_metadata(picture).orientation
            width, height, rgb = pictures.make_rgb(picture, orientation=orientation, max_px=max_px)
    except Exception as error:  # noqa: BLE001 - damaged files raise some nine types
        file.seek(0)
        _, reason = _why(error, file.read(SNIFF_BYTES), file.seek(0, os.SEEK_END))
        return {"reason": reason}, b""
    return {"width_px": width, "height_px": height, "reason": None}, rgb


def _hash(file: BinaryIO) -> str:
    digest = xxhash.xxh3_128()
    while chunk := file.read(_HASH_CHUNK_BYTES):
        digest.update(chunk)
    return digest.hexdigest()


def _refused(status: Status, reason: str, content_hash: str) -> dict[str, Any]:
    return {"status": status, "reason": reason, "content_hash": content_hash}


def _why(error: Exception, head: bytes, size: int) -> tuple[Status, str]:
    """One plain sentence for whatever the decoder raised."""
    found = sniff(head)
    if isinstance(error, pictures.TooLargeError):
        return Status.TOO_LARGE, "The picture has more than 250 million pixels."
    if isinstance(error, MemoryError):
        return Status.TOO_LARGE, "The picture needs more memory than a picture should."
    if size == 0:
        return Status.UNREADABLE, "The file is empty."
    if found in _NOT_YET:
        return Status.UNSUPPORTED, _NOT_YET[found]
    if found is None:
        return Status.UNREADABLE, "The file is not a picture of a known format."
    if isinstance(error, UnidentifiedImageError):
        return Status.UNREADABLE, f"The {found} file is damaged or of an unusual kind."
    if "truncated" in str(error).lower():
        return Status.UNREADABLE, f"The {found} file is cut off: its end is missing."
    return Status.UNREADABLE, f"The {found} file is damaged."


def _facts(found: Metadata) -> dict[str, Any]:
    return {
        name: value.isoformat() if isinstance(value, datetime) else value
        for name, value in asdict(found).items()
    }


if __name__ == "__main__":
    main()
