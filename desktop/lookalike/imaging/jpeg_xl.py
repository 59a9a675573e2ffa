"""Reads from a JPEG XL file what it says of its picture, before anything is decoded."""

from collections.abc import Iterator

_CONTAINER = b"\0\0\0\x0cJXL \r\n\x87\n"
_CODESTREAM = b"\xff\x0a"
_FARTHEST_BOX = 1000  # the picture comes soon, or the file is made to keep somebody busy

# Width in units of the height, by the number that stands for it.
_RATIOS = {1: (1, 1), 2: (6, 5), 3: (4, 3), 4: (3, 2), 5: (16, 9), 6: (5, 4), 7: (2, 1)}
_SIDE_BITS = (9, 13, 18, 30)


def is_jpeg_xl(data: bytes) -> bool:
    return data.startswith((_CONTAINER, _CODESTREAM))


def declared_size(data: bytes) -> tuple[int, int] | None:
    """Width and height as stored; None where the beginning of the picture is not there.

    The decoder fills memory as soon as it opens a file, so bombs have to be found before that.
    """
    start = _codestream_start(data)
    header = data[start : start + 12]
    if not header.startswith(_CODESTREAM) or len(header) < 4:
        return None
    return _size(_Bits(header[2:]))


def exif_of(data: bytes) -> bytes:
    """Its EXIF, where it is in `data` and not compressed; else nothing."""
    if not data.startswith(_CONTAINER):
        return b""
    found = (data[inside:end] for kind, inside, end in _boxes(data) if kind == b"Exif")
    box = next(found, b"")
    return box[4 + int.from_bytes(box[:4], "big") :]


def _codestream_start(data: bytes) -> int:
    """Where the picture itself is; past the end if there is none."""
    if not data.startswith(_CONTAINER):
        return 0
    # A part of the picture comes after its number.
    starts = {b"jxlc": 0, b"jxlp": 4}
    found = (inside + starts[kind] for kind, inside, _ in _boxes(data) if kind in starts)
    return next(found, len(data))


def _boxes(data: bytes) -> Iterator[tuple[bytes, int, int]]:
    """The kind of each box of a container, and where what is in it begins and ends."""
    place = 0
    for _ in range(_FARTHEST_BOX):
        size, kind = int.from_bytes(data[place : place + 4], "big"), data[place + 4 : place + 8]
        inside = place + 8
        if size == 1:  # a size too large for 32 bits follows
            size, inside = int.from_bytes(data[place + 8 : place + 16], "big"), place + 16
        yield kind, inside, place + size if size else len(data)
        if size < 8:  # 0: it reaches to the end
            break
        place += size


def _size(bits: "_Bits") -> tuple[int, int]:
    in_eights = bits.take(1)
    height = _side(bits, in_eights)
    ratio = bits.take(3)
    if not ratio:
        return _side(bits, in_eights), height
    wide, high = _RATIOS[ratio]
    return height * wide // high, height


def _side(bits: "_Bits", in_eights: int) -> int:
    if in_eights:
        return 8 * (bits.take(5) + 1)
    return bits.take(_SIDE_BITS[bits.take(2)]) + 1


class _Bits:
    """Numbers of any length, the lowest bit first."""

    def __init__(self, data: bytes) -> None:
        self._left = int.from_bytes(data, "little")

    def take(self, count: int) -> int:
        value = self._left & ((1 << count) - 1)
        self._left >>= count
        return value
