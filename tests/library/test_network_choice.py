"""Which network a library uses, where the settings leave that open."""

import numpy as np
import pytest

from lookalike.library import network_choice
from lookalike.library.library import Library
from lookalike.networks import choosing
from lookalike.networks.manifest import read_manifest
from lookalike.networks.space import embedding_space
from lookalike.photos import ContentHash
from lookalike.settings import Settings


@pytest.fixture
def family(make_network):
    """The default network and a sibling of it, in one folder."""
    default = make_network("models/efficientnet-lite0", name="efficientnet-lite0")
    make_network("models/small", name="small", sibling_of="efficientnet-lite0", gain=2.0)
    make_network("models/stranger", name="stranger", gain=3.0)
    return default.parent


@pytest.fixture
def open_family(tmp_path, family):
    opened = []

    def open_(network: str = "auto") -> Library:
        settings = Settings(network=network, device="cpu")
        opened.append(Library.open(tmp_path / "library", settings, networks=family))
        return opened[-1]

    yield open_
    for library in opened:
        library.close()


def prefer(monkeypatch, name: str) -> list[list[str]]:
    """Makes one network the fastest; returns what was measured."""
    measured = []

    def fastest(folders):
        measured.append([folder.name for folder in folders])
        return next(folder for folder in folders if folder.name == name)

    monkeypatch.setattr(choosing, "faster_on_cpu", fastest)
    return measured


@pytest.mark.parametrize("fastest", ["efficientnet-lite0", "small"])
def test_a_new_library_begins_with_what_is_fastest_here(open_family, monkeypatch, fastest):
    measured = prefer(monkeypatch, fastest)
    assert open_family().manifest().name == fastest
    assert measured == [["efficientnet-lite0", "small"]]


def test_the_choice_is_made_once(open_family, monkeypatch):
    prefer(monkeypatch, "small")
    open_family().manifest()
    measured = prefer(monkeypatch, "efficientnet-lite0")
    assert open_family().manifest().name == "small"
    assert measured == []


def test_a_library_keeps_the_network_that_most_photos_went_through(
    open_family, family, monkeypatch
):
    prefer(monkeypatch, "small")
    library = open_family()
    library.manifest()
    space = embedding_space(read_manifest(family / "efficientnet-lite0"))
    library.catalog.add_space(space)
    library.catalog.write_embedding(space, ContentHash(b"1" * 32), np.ones(3, np.float32))
    assert open_family().manifest().name == "efficientnet-lite0"


def test_two_programs_that_choose_at_once_choose_the_same(open_family, monkeypatch):
    first, second = open_family(), open_family()

    def other_chooses_meanwhile(folders):
        prefer(monkeypatch, "small")
        assert second.manifest().name == "small"
        return folders[0]

    monkeypatch.setattr(choosing, "faster_on_cpu", other_chooses_meanwhile)
    assert first.manifest().name == "small"


def test_a_network_that_was_named_is_taken(open_family, monkeypatch):
    measured = prefer(monkeypatch, "small")
    assert open_family("stranger").manifest().name == "stranger"
    assert measured == []


def test_where_cuda_may_run_the_default_is_taken(open_family, monkeypatch):
    measured = prefer(monkeypatch, "small")
    monkeypatch.setattr(network_choice, "provider_without_loading", lambda _: None)
    assert open_family().manifest().name == "efficientnet-lite0"
    assert measured == []


def test_a_sibling_runs_on_the_cpu_unless_cuda_is_asked_for(family):
    sibling, default = read_manifest(family / "small"), read_manifest(family / "efficientnet-lite0")
    assert network_choice.device_for(sibling, Settings()) == "cpu"
    assert network_choice.device_for(sibling, Settings(device="cuda")) == "cuda"
    assert network_choice.device_for(default, Settings()) == "auto"
