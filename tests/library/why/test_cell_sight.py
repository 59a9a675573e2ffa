"""Pictures as cells of which their vector is the sum, where some cells count more than others."""

import hashlib
import json

import numpy as np
import onnx
import pytest
from onnx import helper, numpy_helper

from lookalike.library.search.questions import Example
from lookalike.library.search.spaces import prior_centre
from lookalike.library.why.cell_sight import averaged_layer, see_in_cells
from lookalike.library.why.explaining import explain

SIDE = 8


@pytest.fixture
def network(make_network):
    """Its embedding is the colour of the upper half, the map is of the whole picture."""
    folder = make_network()
    model = onnx.load(folder / "network.onnx")
    del model.graph.node[1:]
    weights = np.zeros((1, 1, SIDE, SIDE), np.float32)
    weights[:, :, : SIDE // 2] = 2 / SIDE**2
    model.graph.initializer.append(numpy_helper.from_array(weights, "weights"))
    model.graph.initializer.append(numpy_helper.from_array(np.array([2, 3]), "places"))
    model.graph.node.extend(
        [
            helper.make_node("Mul", ["map", "weights"], ["map.weighted"]),
            helper.make_node("ReduceSum", ["map.weighted", "places"], ["embedding"], keepdims=0),
            helper.make_node("Gemm", ["embedding", "weight", "bias"], ["logits"], transB=1),
        ]
    )
    content = model.SerializeToString()
    (folder / "network.onnx").write_bytes(content)
    facts = json.loads((folder / "network.json").read_text("utf-8"))
    facts |= {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    facts["embedding"]["summed"] = "map.weighted"
    (folder / "network.json").write_text(json.dumps(facts), "utf-8")
    return folder


def test_the_mean_of_the_cells_is_the_vector_that_is_searched_by(library, bring_in, paint):
    paint("red.png", (200, 30, 30))
    paint("blue.png", (30, 30, 200), 1)
    bring_in()
    space = library.space()
    index = library.indexes.current(space, prior_centre(library, space))
    layer = averaged_layer(library.manifest(), space)
    sight = see_in_cells(library, index, space, layer, Example(library.photo_ids()[0]))
    assert sight.grid == (SIDE, SIDE)
    assert sight.cells.mean(axis=0) == pytest.approx(index.project(sight.raw), abs=1e-6)
    # What counts for nothing is all the same, whatever is there.
    below = sight.cells.reshape(SIDE, SIDE, -1)[SIDE // 2 :].reshape(SIDE * SIDE // 2, -1)
    assert below == pytest.approx(np.broadcast_to(below[0], below.shape), abs=1e-6)


def test_so_an_explanation_is_exact(library, bring_in, paint):
    paint("red.png", (200, 30, 30))
    paint("rose.png", (220, 80, 90), 1)
    paint("blue.png", (30, 30, 200), 2)
    bring_in()
    red, rose = library.photo_ids()[-2:]
    told = explain(library, Example(red), Example(rose))
    assert told.method == "exact"
    assert told.pairs.sum() == pytest.approx(told.cosine, abs=1e-5)
