"""Networks at half their size: weights stored as float16, worked with as float32."""

from __future__ import annotations

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SMALLEST_HALVED = 64  # values: smaller tensors are not worth a node


def halve_weights(model: onnx.ModelProto) -> onnx.ModelProto:
    """Store large float32 tensors as float16 behind a ``Cast``, which the runtime folds on load."""
    graph, casts = model.graph, []
    for tensor in list(graph.initializer):
        values = numpy_helper.to_array(tensor)
        if values.dtype != np.float32 or values.size <= SMALLEST_HALVED:
            continue
        stored = f"{tensor.name}_fp16"
        graph.initializer.remove(tensor)
        graph.initializer.append(numpy_helper.from_array(values.astype(np.float16), stored))
        casts.append(helper.make_node("Cast", [stored], [tensor.name], to=TensorProto.FLOAT))
    for position, node in enumerate(casts):
        graph.node.insert(position, node)
    onnx.checker.check_model(model)
    return model
