import contextlib
import json
import os
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lookalike.errors import NetworkUnusable
from lookalike.networks.manifest import read_manifest, verify

PLACES = (
    *("name", "file", "bytes", "input", "input.mean", "input.resize", "embedding.centre"),
    *("classes", "classes.file", "layers", "layers.0.block", "sibling_of"),
)
ANY_FACT = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner),
    max_leaves=8,
)


def change(folder: Path, place: str, value: Any) -> None:
    """Set the fact at `place` (dotted), or take it away where `value` is Ellipsis."""
    file = folder / "network.json"
    facts = json.loads(file.read_text("utf-8"))
    *parents, name = place.split(".")
    part = facts
    for parent in parents:
        part = part[int(parent)] if parent.isdigit() else part[parent]
    if value is ...:
        del part[name]
    else:
        part[name] = value
    file.write_text(json.dumps(facts), "utf-8")


def test_the_facts_of_a_network_are_read(make_network):
    manifest = read_manifest(make_network())
    assert manifest.title == "Tiny"
    assert manifest.input.size_px == 8
    assert manifest.input.mean == (127, 127, 127)
    assert manifest.embedding.size == 3
    assert manifest.classes.names == ("dark", "bright")
    assert manifest.layers[0].block is None
    assert manifest.file.parent == manifest.folder
    assert manifest.sibling_of is None


def test_averages_that_are_none_of_the_layer_as_it_is_are_read(make_network):
    plain = read_manifest(make_network())
    assert (plain.embedding.summed, plain.classes.input) == (None, None)
    folder = make_network("other")
    change(folder, "embedding.summed", "map.weighted")
    change(folder, "classes.input", "average")
    manifest = read_manifest(folder)
    assert (manifest.embedding.summed, manifest.classes.input) == ("map.weighted", "average")
    change(folder, "embedding.summed", 3)
    with pytest.raises(NetworkUnusable, match="summed"):
        read_manifest(folder)


def test_a_sibling_names_the_network_it_stands_in_for(make_network):
    assert read_manifest(make_network(sibling_of="large")).sibling_of == "large"


def test_a_network_is_no_sibling_of_itself(make_network):
    with pytest.raises(NetworkUnusable, match="sibling of itself"):
        read_manifest(make_network(sibling_of="tiny"))


@pytest.mark.parametrize("place", ["classes", "embedding.centre", "layers.0.block", "sibling_of"])
def test_some_facts_may_be_left_out(make_network, place):
    folder = make_network()
    change(folder, place, None)
    read_manifest(folder)


@pytest.mark.parametrize(
    ("place", "value"),
    [
        ("name", ...),
        ("name", "../tiny"),
        ("title", "two\nlines"),
        ("title", ""),
        ("file", "../network.onnx"),
        ("file", "/etc/passwd"),
        ("file", "C:network.onnx"),
        ("file", ".."),
        ("file", "network.onnx\x00"),
        ("sha256", "0" * 63),
        ("bytes", True),
        ("bytes", 0),
        ("bytes", 3 << 30),
        ("bytes", 10**400),
        ("input", []),
        ("input.size", 224.0),
        ("input.size", 100_000),
        ("input.layout", "CHWN"),
        ("input.channels", ["RGB"]),
        ("input.mean", [1, 2]),
        ("input.mean", [1, 2, float("nan")]),
        ("input.scale", [1, 2, float("inf")]),
        ("input.scale", [1, 2, 10**400]),
        ("input.scale", [1, 2, True]),
        ("input.resize.rule", "stretch"),
        ("input.resize.filter", "nearest"),
        ("embedding.size", -1),
        ("embedding.pooling", "max"),
        ("embedding.centre", [0.5, 0.5]),
        ("classes.count", 3),
        ("classes.file", "missing.txt"),
        ("classes.file", "../classes.txt"),
        ("sibling_of", "../tiny"),
        ("sibling_of", ["large"]),
        ("layers", {}),
        ("layers", [1]),
        ("layers.0.channels", "3"),
        ("layers.0.block", -1),
    ],
)
def test_a_fact_that_cannot_be_is_refused_by_its_name(make_network, place, value):
    folder = make_network()
    change(folder, place, value)
    with pytest.raises(NetworkUnusable) as refused:
        read_manifest(folder)
    assert str(folder) in refused.value.title
    assert refused.value.hint


def test_the_sentence_names_the_place_of_the_fault(make_network):
    folder = make_network()
    change(folder, "layers.0.channels", 0)
    with pytest.raises(NetworkUnusable, match=r"layers\[0\]\.channels .* whole number from 1"):
        read_manifest(folder)


def test_two_layers_of_one_name_are_refused(make_network):
    folder = make_network()
    layer = json.loads((folder / "network.json").read_text("utf-8"))["layers"][0]
    change(folder, "layers", [layer, layer])
    with pytest.raises(NetworkUnusable, match="two layers"):
        read_manifest(folder)


@pytest.mark.parametrize(
    "content", [b"", b"[", b"\xff\xfe", b"[" * 100_000, b"[]", b'{"name": ' + b"9" * 5000 + b"}"]
)
def test_a_manifest_that_is_no_manifest_is_refused(make_network, content):
    folder = make_network()
    (folder / "network.json").write_bytes(content)
    with pytest.raises(NetworkUnusable):
        read_manifest(folder)


def test_a_huge_manifest_is_not_read_to_its_end(make_network):
    folder = make_network()
    with (folder / "network.json").open("r+b") as file:
        file.truncate(1 << 40)
    with pytest.raises(NetworkUnusable, match="larger than 4 MB"):
        read_manifest(folder)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_the_place_of_a_manifest_does_not_hang(make_network):
    folder = make_network()
    (folder / "network.json").unlink()
    os.mkfifo(folder / "network.json")
    with pytest.raises(NetworkUnusable, match="not a file"):
        read_manifest(folder)


@pytest.mark.parametrize("folder", ["nowhere", "a-file"])
def test_a_folder_without_a_manifest_is_told(tmp_path, folder):
    (tmp_path / "a-file").touch()
    with pytest.raises(NetworkUnusable, match="missing"):
        read_manifest(tmp_path / folder)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(data=st.data())
def test_no_value_of_any_fact_raises_anything_else(make_network, tmp_path, data):
    folder = tmp_path / "tiny"
    pristine = folder / "pristine"
    if not folder.exists():
        make_network()
        pristine.write_bytes((folder / "network.json").read_bytes())
    (folder / "network.json").write_bytes(pristine.read_bytes())
    change(folder, data.draw(st.sampled_from(PLACES)), data.draw(ANY_FACT))
    with contextlib.suppress(NetworkUnusable):
        read_manifest(folder)


def test_an_untouched_network_is_verified(make_network):
    verify(read_manifest(make_network()))


def test_a_missing_network_file_is_told(make_network):
    manifest = read_manifest(make_network())
    manifest.file.unlink()
    with pytest.raises(NetworkUnusable, match=r"Tiny, .*network\.onnx, is missing"):
        verify(manifest)


def test_one_changed_bit_is_found(make_network):
    manifest = read_manifest(make_network())
    content = bytearray(manifest.file.read_bytes())
    content[len(content) // 2] ^= 1
    manifest.file.write_bytes(content)
    with pytest.raises(NetworkUnusable, match="cut short or altered"):
        verify(manifest)


def test_a_network_file_that_is_cut_short_is_found(make_network):
    manifest = read_manifest(make_network())
    manifest.file.write_bytes(manifest.file.read_bytes()[:-1])
    with pytest.raises(NetworkUnusable, match="cut short"):
        verify(manifest)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no named pipes here")
def test_a_pipe_in_the_place_of_the_network_file_does_not_hang(make_network):
    manifest = read_manifest(make_network())
    manifest.file.unlink()
    os.mkfifo(manifest.file)
    with pytest.raises(NetworkUnusable):
        verify(manifest)


def test_a_folder_in_the_place_of_the_network_file_is_told(make_network):
    manifest = read_manifest(make_network())
    manifest.file.unlink()
    manifest.file.mkdir()
    with pytest.raises(NetworkUnusable):
        verify(manifest)
