"""Opens the bundled networks: only as they were shipped, and on one thread each."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path
from typing import TYPE_CHECKING

from organizer.errors import ModelError

if TYPE_CHECKING:
    import onnxruntime

_CHECKSUMS = "checksums.json"


def open_session(folder: Path, name: str) -> onnxruntime.InferenceSession:
    """Load a network; each thread that uses it needs one of its own.

    Raises:
        ModelError: If the file is missing or is not the one that was shipped.
    """
    # since 1.30 it would keep an id of this computer in the user's cache and try to report
    os.environ["ORT_DISABLE_TELEMETRY"] = "1"
    import onnxruntime  # takes a third of a second: not before it is needed

    onnxruntime.set_default_logger_severity(3)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    return onnxruntime.InferenceSession(
        checked_bytes(folder, name), options, providers=["CPUExecutionProvider"]
    )


def checked_bytes(folder: Path, name: str) -> bytes:
    """The content of a bundled file, if it is the one that was shipped.

    Raises:
        ModelError: If it is missing or differs.
    """
    try:
        wanted = json.loads((folder / _CHECKSUMS).read_text(encoding="utf-8"))[name]
        content = (folder / name).read_bytes()
    except (OSError, KeyError, ValueError) as error:
        raise ModelError(
            f"The bundled model “{name}” is missing. Please install Homeroll again."
        ) from error
    if hashlib.sha256(content).hexdigest() != wanted:
        raise ModelError(
            f"The bundled model “{name}” was changed or damaged. Please install Homeroll again."
        )
    return content
