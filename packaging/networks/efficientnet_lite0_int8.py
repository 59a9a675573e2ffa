"""Makes models/efficientnet-lite0-int8 from models/efficientnet-lite0 and the calibrated ranges.

    python packaging/networks/efficientnet_lite0_int8.py
    python packaging/networks/efficientnet_lite0_int8.py --calibrate PHOTOS

The same network and ranges always make the same bytes, with any release of numpy and onnx: every
number comes from single divisions and roundings, none from sums whose order is open. The ranges
are what each tensor showed for real photos; with --calibrate they are measured anew, which needs
the program installed.
"""

import argparse
import json
import shutil
from collections.abc import Mapping
from pathlib import Path

import onnx
from efficientnet_lite0 import summary
from efficientnet_lite0_manifest import manifest_text, sibling_facts
from eight_bits import Ranges, rewritten

NAME = "efficientnet-lite0-int8"
HERE = Path(__file__).parent
MODELS = HERE.parent.parent / "models"
SOURCE = MODELS / "efficientnet-lite0"
RANGES = HERE / "efficientnet_lite0_int8_ranges.json"


def main() -> None:
    options = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    options.add_argument("--calibrate", type=Path, metavar="PHOTOS", help="measure ranges anew")
    options.add_argument("--to", type=Path, default=MODELS / NAME, help="the folder to write")
    chosen = options.parse_args()
    if chosen.calibrate:
        _calibrate(chosen.calibrate)
    facts = json.loads((SOURCE / "network.json").read_text("utf-8"))
    network, manifest = export((SOURCE / "network.onnx").read_bytes(), facts, read_ranges())
    chosen.to.mkdir(parents=True, exist_ok=True)
    (chosen.to / "network.onnx").write_bytes(network)
    (chosen.to / "network.json").write_text(manifest, "utf-8", newline="\n")
    for words in ("classes.txt", "groups.json"):
        shutil.copyfile(SOURCE / words, chosen.to / words)
    print(summary(network))


def export(network: bytes, facts: Mapping[str, object], ranges: Ranges) -> tuple[bytes, str]:
    """The bytes of network.onnx and the text of network.json."""
    made = rewritten(onnx.load_from_string(network), ranges, NAME)
    content = made.SerializeToString(deterministic=True)
    return content, manifest_text(sibling_facts(facts, NAME, "EfficientNet-Lite0 (int8)", content))


def read_ranges() -> Ranges:
    """The lowest and the highest value of each tensor that is to be rounded."""
    told = json.loads(RANGES.read_text("utf-8"))
    return {tensor: (low, high) for tensor, (low, high) in told.items()}


def _calibrate(photos: Path) -> None:
    # Needs the program and its runtime; making the network does not.
    from calibration import measured_ranges

    RANGES.write_text(manifest_text(measured_ranges(SOURCE, photos)), "utf-8", newline="\n")


if __name__ == "__main__":
    main()
