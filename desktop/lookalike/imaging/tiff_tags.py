"""The tags of a TIFF directory, as EXIF keeps them: read with bounds, whatever the bytes say."""

import struct
from collections.abc import Collection, Mapping

# A count of tags, of numbers or of bytes may claim anything; more than this no camera means.
_MOST_TAGS = 512
_MOST_NUMBERS = 64
_MOST_BYTES = 1 << 20

Value = bytes | tuple[float, ...]
Tags = Mapping[int, Value]

_TEXTS = {2, 7, 129}
_NUMBERS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 11: "f", 12: "d", 13: "I"}
_FRACTIONS = {5: "I", 10: "i"}
_SIZES = {"B": 1, "b": 1, "H": 2, "h": 2, "I": 4, "i": 4, "f": 4, "d": 8}


class TiffTags:
    """A TIFF file, or the block of EXIF in another. Nothing that it holds raises."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._order = {b"II": "<", b"MM": ">"}.get(data[:2], "")

    def first(self, wanted: Collection[int]) -> Tags:
        """Tags of the first directory: of the picture itself."""
        return self.at(self._number("I", 4) if self._order else None, wanted)

    def at(self, place: object, wanted: Collection[int]) -> Tags:
        """Tags of the directory that begins at byte `place`; none where there is no directory."""
        if not self._order or not isinstance(place, int | float) or not 0 < place < len(self._data):
            return {}
        start = int(place)
        count = min(self._number("H", start) or 0, _MOST_TAGS)
        found: dict[int, Value] = {}
        for entry in range(start + 2, start + 2 + 12 * count, 12):
            tag = self._number("H", entry)
            if tag is not None and tag in wanted and tag not in found:
                value = self._value(entry)
                if value:
                    found[tag] = value
        return found

    def _value(self, entry: int) -> Value:
        kind, count = self._number("H", entry + 2), self._number("I", entry + 4)
        if not kind or not count:
            return b""
        if kind in _TEXTS:
            return self._bytes(entry, count)
        if kind == 1 and count > _MOST_NUMBERS:
            return self._bytes(entry, count)
        code = _NUMBERS.get(kind)
        if code:
            return self._numbers(entry, code, min(count, _MOST_NUMBERS), count)
        code = _FRACTIONS.get(kind)
        if code:
            return self._fractions(entry, code, count)
        return b""

    def _bytes(self, entry: int, count: int) -> bytes:
        place = self._place(entry, count)
        return self._data[place : place + min(count, _MOST_BYTES)]

    def _fractions(self, entry: int, code: str, count: int) -> tuple[float, ...]:
        parts = self._numbers(entry, code, 2 * min(count, _MOST_NUMBERS // 2), 2 * count)
        pairs = zip(parts[::2], parts[1::2], strict=False)
        return tuple(above / below if below else float("nan") for above, below in pairs)

    def _numbers(self, entry: int, code: str, wanted: int, count: int) -> tuple[float, ...]:
        try:
            place = self._place(entry, count * _SIZES[code])
            return struct.unpack_from(f"{self._order}{wanted}{code}", self._data, place)
        except struct.error:  # it ends before its tags do
            return ()

    def _place(self, entry: int, size_bytes: int) -> int:
        """Where the value is: four bytes fit into the tag itself."""
        return entry + 8 if size_bytes <= 4 else self._number("I", entry + 8) or 0

    def _number(self, code: str, place: int) -> int | None:
        try:
            (number,) = struct.unpack_from(f"{self._order}{code}", self._data, place)
        except struct.error:
            return None
        return int(number)
