"""An import that is killed at random moments loses nothing: ten rounds of the benchmark."""

import random
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture(autouse=True)
def scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Lets `import kill_import` work as it does beside the script."""
    monkeypatch.syspath_prepend(BENCHMARKS)


def test_ten_kills_lose_nothing_and_embed_nothing_twice(tmp_path, make_network):
    from kill_import import Rounds, paint_everything

    # Large ones, so that an import commits several times.
    photos = paint_everything(tmp_path / "photos", 120, (1600, 1200))
    network = make_network()
    dice = random.Random(3)
    rounds = Rounds(tmp_path, photos, dice, str(network.parent), network.name)
    rounds.run(10)
    assert rounds.wrong == []
    assert rounds.hit.total() == 10
