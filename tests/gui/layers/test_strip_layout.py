from dataclasses import replace

from lookalike.gui.layers.strip_layout import BLOCK_PX, block_at, strip_blocks
from lookalike.networks.network_map import MapLayer

LAYER = MapLayer("stem", "t", "t", "convolution", 32, 112, 112, False, True, None)


def test_the_narrower_the_map_the_smaller_and_the_more_units_the_deeper():
    shapes = ((3, 224), (32, 112), (112, 14), (1280, 7), (1280, 1))
    layers = [replace(LAYER, channels=units, height=side, width=side) for units, side in shapes]
    blocks = strip_blocks(layers, with_inner=False)
    faces = [block.face.width() for block in blocks]
    depths = [block.depth_px for block in blocks]
    assert faces == sorted(faces, reverse=True)
    assert len(set(faces)) == 5
    assert depths == sorted(depths)
    assert max(faces) <= 48
    assert min(faces) >= 6


def test_a_map_of_another_shape_has_a_face_of_that_shape():
    face = strip_blocks([replace(LAYER, height=10)], with_inner=False)[0].face
    assert face.height() < face.width()


def test_inner_layers_are_there_when_they_are_wanted_and_smaller():
    inner = replace(LAYER, name="expand", is_main=False)
    layers = [LAYER, inner, replace(inner, name="depthwise"), replace(LAYER, name="block")]
    assert [block.layer.name for block in strip_blocks(layers, with_inner=False)] == [
        "stem",
        "block",
    ]
    blocks = strip_blocks(layers, with_inner=True)
    assert len(blocks) == 4
    assert blocks[1].face.width() < blocks[0].face.width()
    kept = strip_blocks(layers, with_inner=False, kept=inner)
    assert [block.layer.name for block in kept] == ["stem", "expand", "block"]


def test_a_place_is_in_the_block_that_is_there():
    blocks = strip_blocks([LAYER, replace(LAYER, name="next")], with_inner=False)
    assert block_at(blocks, 0) is blocks[0]
    assert block_at(blocks, BLOCK_PX - 1) is blocks[0]
    assert block_at(blocks, BLOCK_PX) is blocks[1]
    assert block_at(blocks, 2 * BLOCK_PX) is None
    assert block_at(blocks, -1) is None
    assert block_at((), 5) is None
