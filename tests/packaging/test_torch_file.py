import importlib
import io
import os
import pickle
from types import ModuleType

import numpy as np
import pytest

MAGIC, PROTOCOL = 0x1950A86A20F9469CFC6C, 1001
MACHINE = {"protocol_version": 1001, "little_endian": True, "type_sizes": {"int": 4}}


@pytest.fixture
def torch_file() -> ModuleType:
    return importlib.import_module("torch_file")


def pushed(value: object) -> bytes:
    """The opcodes that put a plain value on the stack."""
    return pickle.dumps(value, protocol=1)[:-1]


def storage(key: str = "7", count: int = 6, kind: bytes = b"ctorch\nFloatStorage\n") -> bytes:
    described = pushed(key) + pushed("cpu") + pushed(count) + pushed(None)
    return b"(" + pushed("storage") + kind + described + b"tQ"


def tensor(
    shape: tuple[int, ...] = (2, 3),
    strides: tuple[int, ...] = (3, 1),
    offset: int = 0,
    stored: bytes | None = None,
) -> bytes:
    place = pushed(offset) + pushed(shape) + pushed(strides) + pushed(False) + pushed(None)
    return b"ctorch._utils\n_rebuild_tensor_v2\n(" + (stored or storage()) + place + b"tR"


def checkpoint(
    tensors: bytes, *, magic: int = MAGIC, count: int = 6, keys: object = ("7",)
) -> bytes:
    """A whole file; `tensors` is the opcodes of the one tensor, called `weight`."""
    header = b"".join(pickle.dumps(part, protocol=2) for part in (magic, PROTOCOL, MACHINE))
    named = b"ccollections\nOrderedDict\n)R" + pushed("weight") + tensors + b"s."
    numbers = np.arange(6, dtype="<f4").tobytes()
    keys_at_end = pickle.dumps(list(keys) if isinstance(keys, tuple) else keys, protocol=2)
    return header + named + keys_at_end + count.to_bytes(8, "little") + numbers


def test_a_tensor_is_read(torch_file):
    arrays = torch_file.read_arrays(io.BytesIO(checkpoint(tensor())))
    assert list(arrays) == ["weight"]
    np.testing.assert_array_equal(arrays["weight"], [[0, 1, 2], [3, 4, 5]])


def test_strides_and_offset_are_followed(torch_file):
    content = checkpoint(tensor(shape=(2, 2), strides=(1, 2), offset=1))
    arrays = torch_file.read_arrays(io.BytesIO(content))
    np.testing.assert_array_equal(arrays["weight"], [[1, 3], [2, 4]])


@pytest.mark.parametrize(
    "asked",
    ["cos\nsystem\n", "cbuiltins\neval\n", "cbuiltins\ngetattr\n", "ctorch\nload\n"],
)
def test_names_off_the_list_are_refused(torch_file, asked):
    content = checkpoint(asked.encode() + b"(" + pushed("true") + b"tR")
    with pytest.raises(torch_file.NotACheckpoint, match=r"asks for .*refused"):
        torch_file.read_arrays(io.BytesIO(content))


class _Malicious:
    def __init__(self, marker: str) -> None:
        self._marker = marker

    def __reduce__(self):
        return os.mkdir, (self._marker,)


@pytest.mark.parametrize("place", range(5))
def test_a_malicious_pickle_never_runs_wherever_it_stands(torch_file, tmp_path, place):
    marker = tmp_path / "has-run"
    parts = [pickle.dumps(part) for part in (MAGIC, PROTOCOL, MACHINE, {}, [])]
    parts[place] = pickle.dumps(_Malicious(str(marker)))
    with pytest.raises(torch_file.NotACheckpoint, match="refused"):
        torch_file.read_arrays(io.BytesIO(b"".join(parts)))
    assert not marker.exists()
    pickle.loads(parts[place])
    assert marker.exists()


@pytest.mark.parametrize(
    ("shape", "strides", "offset"),
    [((2, 3), (3, 2), 0), ((6,), (1,), 1), ((2,), (-1,), 1), ((6,), (1,), -1), ((2, 3), (3,), 0)],
)
def test_a_tensor_outside_its_numbers_is_refused(torch_file, shape, strides, offset):
    content = checkpoint(tensor(shape, strides, offset))
    with pytest.raises(torch_file.NotACheckpoint):
        torch_file.read_arrays(io.BytesIO(content))


@pytest.mark.parametrize(
    "content",
    [
        checkpoint(tensor(), magic=1),
        checkpoint(tensor(), count=7),
        checkpoint(tensor(), keys=("8",)),
        checkpoint(tensor(), keys=5),
        checkpoint(tensor(stored=storage(count=-6))),
        checkpoint(tensor(stored=storage(kind=pushed("<f8")))),
        checkpoint(pushed(5)),
        b"",
        b"PK\x03\x04",
    ],
)
def test_what_is_not_such_a_checkpoint_is_refused(torch_file, content):
    with pytest.raises(torch_file.NotACheckpoint):
        torch_file.read_arrays(io.BytesIO(content))


def test_a_checkpoint_cut_anywhere_is_refused(torch_file):
    content = checkpoint(tensor())
    for length in range(len(content)):
        with pytest.raises(torch_file.NotACheckpoint):
            torch_file.read_arrays(io.BytesIO(content[:length]))
