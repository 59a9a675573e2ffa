import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.imaging.tiff_tags import TiffTags

WANTED = frozenset(range(1, 20))


def tiff(order: str, *entries: tuple[int, int, int, bytes], told: int | None = None) -> bytes:
    """A directory of (tag, kind, count, value); values of more than four bytes come behind it."""
    mark = b"II*\0" if order == "<" else b"MM\0*"
    count = len(entries)
    behind = 8 + 2 + 12 * count
    rows, values = b"", b""
    for tag, kind, number, value in entries:
        rows += struct.pack(f"{order}HHI", tag, kind, number)
        if len(value) <= 4:
            rows += value.ljust(4, b"\0")
        else:
            rows += struct.pack(f"{order}I", behind + len(values))
            values += value
    head = mark + struct.pack(f"{order}IH", 8, count if told is None else told)
    return head + rows + values


@pytest.mark.parametrize("order", "<>")
def test_numbers_texts_and_fractions_are_read_in_either_order(order):
    tags = TiffTags(
        tiff(
            order,
            (1, 2, 6, b"Canon\0"),
            (2, 3, 1, struct.pack(f"{order}H", 800)),
            (3, 5, 1, struct.pack(f"{order}II", 1, 250)),
            (4, 10, 1, struct.pack(f"{order}ii", -1, 3)),
        )
    ).first(WANTED)
    assert tags == {1: b"Canon\0", 2: (800,), 3: (1 / 250,), 4: (-1 / 3,)}


def test_only_what_is_wanted_is_read():
    data = tiff("<", (1, 2, 2, b"a\0"), (2, 2, 2, b"b\0"))
    assert TiffTags(data).first({2}) == {2: b"b\0"}


def test_a_fraction_of_nothing_is_no_number():
    (told,) = TiffTags(tiff("<", (1, 5, 1, struct.pack("<II", 5, 0)))).first(WANTED)[1]
    assert told != told


def test_a_count_beyond_the_file_costs_nothing_but_the_tag():
    data = tiff("<", (1, 3, 0xFFFFFFFF, b"\0\0\0\0\0"), (2, 3, 1, b"\7\0"), told=60_000)
    assert TiffTags(data).first(WANTED) == {2: (7,)}


def test_a_directory_within_itself_is_read_once_for_each_question():
    data = tiff("<", (1, 4, 1, struct.pack("<I", 8)))
    tags = TiffTags(data)
    assert tags.at(tags.first(WANTED)[1][0], WANTED) == {1: (8,)}


@given(st.binary(max_size=200), st.sampled_from([b"II*\0", b"MM\0*", b""]))
def test_no_bytes_raise(data, mark):
    tags = TiffTags(mark + data)
    for place in (tags.first(WANTED).get(1), 8, -1, 1e20, float("nan"), None, b"x"):
        tags.at(place, WANTED)
