import json

import pytest

from lookalike import paths
from lookalike.errors import NetworkUnusable
from lookalike.networks.class_groups import read_groups
from lookalike.networks.manifest import read_manifest


@pytest.fixture
def groups(make_network):
    """What is read of a network of two classes whose file of groups holds `content`."""

    def read(content: str | bytes):
        classes = {"output": "logits", "count": 2, "file": "classes.txt", "groups": "groups.json"}
        folder = make_network(classes=classes)
        file = folder / "groups.json"
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_groups(read_manifest(folder))

    return read


def test_words_that_mean_the_same_stand_for_the_same_ranges(groups):
    told = groups('{"shade, tone": "0-1", "night": "0"}')
    assert told == {"shade": {0, 1}, "tone": {0, 1}, "night": {0}}


def test_a_word_that_comes_twice_stands_for_all_of_them(groups):
    assert groups('{"shade, night": "0", "shade": "1"}') == {"shade": {0, 1}, "night": {0}}


def test_a_network_need_not_have_groups(make_network):
    assert read_groups(read_manifest(make_network())) == {}
    assert read_groups(read_manifest(make_network("other", classes=None))) == {}


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "[" * 100_000,
        '{"night": "2"}',
        '{"night": "0-2"}',
        '{"night": 1}',
        '{"night": ""}',
        '{"night": "-1"}',
        '{"night": "0-99999999999999"}',
        b"\xff\xfe",
        b" " * (2 << 20),
    ],
    ids=range(11),
)
def test_a_file_that_cannot_be_is_told_in_a_sentence(groups, content):
    with pytest.raises(NetworkUnusable, match="cannot be used"):
        groups(content)


def test_both_shipped_networks_have_the_same_words():
    names = ("efficientnet-lite0", "efficientnet-lite0-int8")
    first, second = (paths.shipped("models") / name / "groups.json" for name in names)
    assert first.read_bytes() == second.read_bytes()
    assert all(isinstance(told, str) for told in json.loads(first.read_text("utf-8")).values())
