import pytest

from lookalike.errors import NetworkUnusable
from lookalike.networks.choosing import embedding_time_s, faster_on_cpu
from lookalike.networks.embedder import Embedder


class Machine:
    """Stands in for the clock: each network takes its time, or its times one after the other."""

    def __init__(self, **times_s: float | list[float]) -> None:
        self._times_s = times_s
        self.measured = []

    def __call__(self, embedder: Embedder) -> float:
        name = embedder.manifest.name
        told = self._times_s[name]
        self.measured.append(name)
        if not isinstance(told, list):
            return told
        return told[(self.measured.count(name) - 1) % len(told)]


@pytest.fixture
def folders(make_network):
    return [make_network(name, name=name) for name in ("large", "small")]


@pytest.mark.parametrize(
    ("large_s", "small_s", "chosen"),
    [
        (0.010, 0.005, "small"),
        (0.010, 0.0086, "small"),
        (0.010, 0.0088, "large"),
        (0.010, 0.010, "large"),
        (0.005, 0.010, "large"),
    ],
)
def test_the_first_stays_unless_another_is_clearly_faster(folders, large_s, small_s, chosen):
    assert faster_on_cpu(folders, Machine(large=large_s, small=small_s)).name == chosen


def test_the_fastest_of_many_is_chosen(make_network, folders):
    folders.append(make_network("smallest", name="smallest"))
    assert faster_on_cpu(folders, Machine(large=0.1, small=0.05, smallest=0.02)) == folders[2]
    assert faster_on_cpu(folders, Machine(large=0.1, small=0.02, smallest=0.05)) == folders[1]


def test_what_disturbs_some_of_the_runs_does_not_matter(folders):
    disturbed = [0.9, 0.005, 0.3, 0.3, 0.2]
    assert faster_on_cpu(folders, Machine(large=0.010, small=disturbed)).name == "small"
    assert faster_on_cpu(folders, Machine(large=disturbed, small=0.010)).name == "large"


def test_the_networks_take_turns(folders):
    machine = Machine(large=0.010, small=0.005)
    faster_on_cpu(folders, machine)
    turn = ["large", "large", "small", "small"]
    assert machine.measured == turn * (len(machine.measured) // 4)
    assert len(machine.measured) > 4


@pytest.mark.parametrize("time_s", [1e-6, 0.001, 0.01, 0.1])
def test_it_takes_well_under_a_second(folders, time_s):
    machine = Machine(large=time_s, small=time_s)
    faster_on_cpu(folders, machine)
    assert time_s * len(machine.measured) < 0.9
    assert len(machine.measured) <= 40


def test_a_single_network_is_not_even_opened(tmp_path):
    assert faster_on_cpu([tmp_path]) == tmp_path


def test_a_broken_network_is_not_chosen(folders):
    (folders[1] / "network.onnx").write_bytes(b"")
    assert faster_on_cpu(folders, Machine(large=0.010)) == folders[0]


def test_a_broken_first_network_is_told(folders):
    (folders[0] / "network.onnx").write_bytes(b"")
    with pytest.raises(NetworkUnusable, match="cut short or altered"):
        faster_on_cpu(folders, Machine(small=0.010))


def test_they_run_as_an_import_runs_them(folders, monkeypatch):
    opened = []
    really_open = Embedder.open

    def noted(folder, *how, **more):
        opened.append((folder, how, more))
        return really_open(folder, *how, **more)

    monkeypatch.setattr(Embedder, "open", noted)
    faster_on_cpu(folders, Machine(large=0.010, small=0.005))
    assert opened == [(folder, ("cpu",), {"threads": 1}) for folder in folders]


def test_measuring_embeds_one_picture(make_network, monkeypatch):
    embedder = Embedder.open(make_network(), "cpu")
    embedded = []
    really_embed = embedder.embed
    monkeypatch.setattr(
        embedder, "embed", lambda inputs: embedded.append(inputs) or really_embed(inputs)
    )
    assert embedding_time_s(embedder) > 0
    assert [len(inputs) for inputs in embedded] == [1]


def test_real_networks_are_compared_without_a_word(folders, capfd):
    assert faster_on_cpu(folders) in folders
    assert capfd.readouterr() == ("", "")
