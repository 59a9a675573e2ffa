"""Reads the arrays of a torch checkpoint of before 1.6, without torch and without trusting it.

Such a file is five pickles in a row (magic number, protocol, machine, tensors, storage keys) and
then each storage in the order of the keys: an int64 count and that many numbers. A pickle may call
whatever it can name; here it can name four things, and none of them does more than hold values.
"""

import pickle
from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import BinaryIO

import numpy as np

_GARBLED = (TypeError, ValueError, AttributeError, LookupError, OverflowError)
_MAGIC = 0x1950A86A20F9469CFC6C
_PROTOCOL = 1001


class NotACheckpoint(ValueError):
    """The file is of another kind, is damaged, or asks for more than arrays."""


@dataclass(frozen=True, slots=True)
class _Storage:
    """A run of numbers at the end of the file."""

    key: str
    dtype: str
    count: int


@dataclass(frozen=True, slots=True)
class _View:
    """A tensor: where it lies in its storage; strides count numbers, not bytes."""

    storage: _Storage
    offset: int
    shape: tuple[int, ...]
    strides: tuple[int, ...]


def read_arrays(file: BinaryIO) -> dict[str, np.ndarray]:
    """Every tensor of the checkpoint, by name.

    Raises:
        NotACheckpoint: for whatever is not a checkpoint of plain arrays.
    """
    try:
        _check_header(file)
        views = _Unpickler(file, _TENSORS).load()
        keys = _Unpickler(file, {}).load()
        storages = _read_storages(file, keys, views)
        return {name: _array(view, storages) for name, view in views.items()}
    except NotACheckpoint:
        raise
    except (pickle.UnpicklingError, EOFError, *_GARBLED) as error:
        raise NotACheckpoint(f"not a checkpoint of plain arrays: {error}") from error


def _check_header(file: BinaryIO) -> None:
    magic, protocol, machine = (_Unpickler(file, {}).load() for _ in range(3))
    if magic != _MAGIC or protocol != _PROTOCOL or not machine["little_endian"]:
        raise NotACheckpoint("not a torch checkpoint of before 1.6")


class _Unpickler(pickle.Unpickler):
    """Knows only the names it is given."""

    def __init__(self, file: BinaryIO, allowed: Mapping[tuple[str, str], object]) -> None:
        super().__init__(file)
        self._allowed = allowed

    def find_class(self, module: str, name: str) -> object:
        try:
            return self._allowed[module, name]
        except KeyError:
            raise NotACheckpoint(f"the file asks for {module}.{name}, which is refused") from None

    def persistent_load(self, told: tuple[str, str, str, str, int, object]) -> _Storage:
        kind, dtype, key, _device, count, view = told
        if kind != "storage" or dtype not in _DTYPES or view is not None:
            raise NotACheckpoint(f"the file describes its numbers in an unknown way: {told!r}")
        return _Storage(key, dtype, count)


_DTYPES = ("<f4", "<i8")


def _tensor(
    storage: _Storage, offset: int, shape: tuple[int, ...], strides: tuple[int, ...], *_: object
) -> _View:
    return _View(storage, offset, shape, strides)


_TENSORS: Mapping[tuple[str, str], object] = {
    ("collections", "OrderedDict"): OrderedDict,
    ("torch._utils", "_rebuild_tensor_v2"): _tensor,
    ("torch", "FloatStorage"): "<f4",
    ("torch", "LongStorage"): "<i8",
}


def _read_storages(
    file: BinaryIO, keys: list[str], views: Mapping[str, _View]
) -> dict[str, np.ndarray]:
    known = {view.storage.key: view.storage for view in views.values()}
    return {key: _read_storage(file, known[key]) for key in keys}


def _read_storage(file: BinaryIO, storage: _Storage) -> np.ndarray:
    count = int.from_bytes(file.read(8), "little")
    dtype = np.dtype(storage.dtype)
    numbers = file.read(storage.count * dtype.itemsize)
    if count != storage.count or len(numbers) != count * dtype.itemsize:
        raise NotACheckpoint("the file is cut short or damaged")
    return np.frombuffer(numbers, dtype)


def _array(view: _View, storages: Mapping[str, np.ndarray]) -> np.ndarray:
    numbers = storages[view.storage.key]
    last = view.offset + sum(
        (size - 1) * stride for size, stride in zip(view.shape, view.strides, strict=True)
    )
    # Strides come from the file: a wrong one would read memory that is not the storage's.
    backwards = min((view.offset, *view.strides)) < 0 or min(view.shape, default=1) < 1
    if backwards or last >= numbers.size:
        raise NotACheckpoint("a tensor lies outside its storage")
    strides = [stride * numbers.itemsize for stride in view.strides]
    lying = np.lib.stride_tricks.as_strided(numbers[view.offset :], view.shape, strides)
    return np.ascontiguousarray(lying)
