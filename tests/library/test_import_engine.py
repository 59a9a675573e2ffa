"""What an import costs that has nothing to do."""

import subprocess
import sys

HEAVY = ("numpy", "PIL", "onnxruntime", "hnswlib", "pi_heif")

SCRIPT = """
import sys
from pathlib import Path
from lookalike.library import worker
from lookalike.library.import_engine import bring_in
from lookalike.library.library import Library
from lookalike.progress import Progress
from lookalike.settings import Settings

place, network, photos, heavy = sys.argv[1], Path(sys.argv[2]), Path(sys.argv[3]), sys.argv[4:]
settings = Settings(network=network.name)
with Library.open(Path(place), settings, networks=network.parent) as library:
    report = bring_in(library, [photos], Progress())
print(report.added, report.unchanged, *sorted(set(heavy) & set(sys.modules)))
"""


def test_an_import_that_finds_nothing_new_loads_nothing_that_decodes_or_embeds(
    library, bring_in, paint, tmp_path
):
    photos = [paint(f"{number}.png", seed=number) for number in range(3)]
    bring_in()
    library.close()
    network = library.networks / library.settings.network
    command = [sys.executable, "-c", SCRIPT, library.folder, network, photos[0].parent, *HEAVY]
    again = subprocess.run(command, capture_output=True, text=True, check=True)
    assert again.stdout.split() == ["0", "3"]
    paint("new.png", seed=9)
    with_a_new_one = subprocess.run(command, capture_output=True, text=True, check=True)
    assert with_a_new_one.stdout.split()[:2] == ["1", "3"]
    assert "numpy" in with_a_new_one.stdout
