"""What an import costs that has nothing to do."""

import subprocess
import sys

from lookalike.library.intake import import_engine
from lookalike.progress import Progress
from lookalike.settings import Settings

HEAVY = ("numpy", "PIL", "onnxruntime", "hnswlib", "pi_heif")

SCRIPT = """
import sys
from pathlib import Path
from lookalike.library.intake import worker
from lookalike.library.intake.import_engine import bring_in
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


def test_a_photo_comes_with_its_vectors_in_one_commit(library, bring_in, paint, monkeypatch):
    for number in range(3):
        paint(f"{number}.png", seed=number)
    paint("copy of 0.png")
    seen = []
    commit = import_engine.Writer.commit

    def commit_and_look(writer):
        photos = commit(writer)
        counts = {each.space.name: each.count for each in library.catalog.spaces()}
        seen.append((len({photo.content_hash for photo in photos}), counts))
        return photos

    monkeypatch.setattr(import_engine.Writer, "commit", commit_and_look)
    bring_in()
    everywhere = dict.fromkeys(("content", "colour", "shape", "pixels"), 3)
    assert (3, everywhere) in seen
    assert library.counts().ready == 4


def test_what_was_seen_by_hand_is_kept_when_the_network_changes(
    library, open_library, bring_in, paint, make_network
):
    paint("red.png")
    bring_in()
    make_network("other", name="other")
    library.settings = Settings(network="other")
    other = open_library()
    other.settings = library.settings
    report = import_engine.bring_in(other, [library.folders()[0].path], Progress())
    counts = [(each.space.name, each.count) for each in other.catalog.spaces()]
    assert report.changed + report.unchanged == 1
    assert sorted(counts) == [
        ("colour", 1), ("content", 1), ("content", 1), ("pixels", 1), ("shape", 1)
    ]  # fmt: skip
