"""Spaces that differ in how a vector is made have other keys."""

from dataclasses import replace

from lookalike.networks.manifest import read_manifest
from lookalike.networks.space import embedding_space, layer_space


def test_a_layer_has_a_space_of_its_own(make_network):
    manifest = read_manifest(make_network())
    [layer] = manifest.layers
    space = layer_space(manifest, layer, "thumbnail 384")
    assert (space.name, space.dimensions) == ("layer:map", 3)
    others = [
        embedding_space(manifest),
        layer_space(manifest, layer, "file"),
        layer_space(manifest, replace(layer, tensor="other"), "thumbnail 384"),
        layer_space(replace(manifest, sha256="0" * 64), layer, "thumbnail 384"),
    ]
    assert space.key not in {other.key for other in others}
    assert len({other.key for other in others}) == 4
