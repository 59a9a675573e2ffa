"""Which space a network's embeddings lie in. It needs the manifest alone, and no NumPy."""

import json

from lookalike.networks.manifest import Manifest
from lookalike.photos import Space


def embedding_space(manifest: Manifest) -> Space:
    """Every fact that changes an embedding, and none besides: the device is not one."""
    fed = manifest.input
    return Space(
        name="content",
        dimensions=manifest.embedding.size,
        recipe={
            "network": manifest.name,
            "sha256": manifest.sha256,
            "output": manifest.embedding.output,
            "pooling": manifest.embedding.pooling,
            "input": f"{fed.size_px} {fed.layout} {fed.channels}",
            "values": json.dumps([fed.mean, fed.scale]),
            "resize": f"{fed.resize.rule} {fed.resize.filter}",
        },
    )
