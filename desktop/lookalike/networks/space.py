"""Which space a network's embeddings lie in. It needs the manifest alone, and no NumPy."""

import json

from lookalike.networks.manifest import Layer, Manifest
from lookalike.photos import Space


def embedding_space(manifest: Manifest) -> Space:
    """Every fact that changes an embedding, and none besides: the device is not one."""
    return Space(
        name="content",
        dimensions=manifest.embedding.size,
        recipe={
            **_input_recipe(manifest),
            "output": manifest.embedding.output,
            "pooling": manifest.embedding.pooling,
        },
    )


def layer_space(manifest: Manifest, layer: Layer, seen: str) -> Space:
    """The space of what a layer shows, averaged over the picture.

    Args:
        seen: which copy of a photo the network is shown.
    """
    return Space(
        name=f"layer:{layer.name}",
        dimensions=layer.channels,
        recipe={
            **_input_recipe(manifest),
            "output": layer.tensor,
            "pooling": "average",
            "from": seen,
        },
    )


def _input_recipe(manifest: Manifest) -> dict[str, str]:
    fed = manifest.input
    return {
        "network": manifest.name,
        "sha256": manifest.sha256,
        "input": f"{fed.size_px} {fed.layout} {fed.channels}",
        "values": json.dumps([fed.mean, fed.scale]),
        "resize": f"{fed.resize.rule} {fed.resize.filter}",
    }
