"""Packets of XMP: what they tell, what is added to them, and what is refused."""

import re
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lookalike.errors import XmpUnusable
from lookalike.imaging import xmp
from lookalike.imaging.xmp import XmpKeywords, read_xmp, with_keywords

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
HEAD = f"""<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="{RDF}">
<rdf:Description rdf:about="uuid:1" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:lr="http://ns.adobe.com/lightroom/1.0/" xmlns:d="http://www.digikam.org/ns/1.0/"
 xmlns:p="http://ns.adobe.com/photoshop/1.0/" p:Instructions="two&#xA;lines">"""
TAIL = "</rdf:Description></rdf:RDF></x:xmpmeta>"


def packet(inside: str = "") -> bytes:
    return f"{HEAD}{inside}{TAIL}".encode()


def array(name: str, *items: str, kind: str = "Bag") -> str:
    told = "".join(f"<rdf:li>{item}</rdf:li>" for item in items)
    return f"<{name}><rdf:{kind}>{told}</rdf:{kind}></{name}>"


def test_keywords_of_three_programs_are_read() -> None:
    data = packet(
        array("dc:subject", "Rome", " old ")
        + array("lr:hierarchicalSubject", "Places|Rome")
        + array("d:TagsList", "Places/Italy/Rome", kind="Seq")
    )
    nested = (("Places", "Rome"), ("Places", "Italy", "Rome"))
    assert read_xmp(data) == XmpKeywords(nested, ("Rome", "old"))


@pytest.mark.parametrize("inside", ["", "<dc:subject/>", "<dc:subject><rdf:Bag/></dc:subject>"])
def test_a_packet_without_keywords_tells_none(inside: str) -> None:
    assert read_xmp(packet(inside)) == XmpKeywords()


def test_keywords_of_something_inside_the_photo_are_not_its_own() -> None:
    part = f"<p:Part><rdf:Description>{array('dc:subject', 'face')}</rdf:Description></p:Part>"
    assert read_xmp(packet(array("dc:subject", "mine") + part)).flat == ("mine",)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"]
)
def test_every_encoding_is_read_and_kept(encoding: str) -> None:
    data = packet(array("dc:subject", "Käse")).decode().encode(encoding)
    assert read_xmp(data).flat == ("Käse",)
    told = with_keywords(data, [("Brot",)])
    assert read_xmp(told).flat == ("Käse", "Brot")
    assert "Brot" in told.decode(encoding)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"text",
        b"<a/>",
        b"<a>" * 200,
        HEAD.encode(),
        packet("&unknown;"),
        packet("\x01"),
        b"\xff\xfe\x00\xd8",
        b"\xff<a/>",
        b"<!DOCTYPE a><a/>",
        b'<!doctype a [<!ENTITY b "c">]><a>&b;</a>',
        packet("<b>" * 100 + "</b>" * 100),
        packet("<b/>" * 60_000),
        packet(" " * (1 << 20)),
    ],
    ids=lambda data: repr(data[:20]),
)
def test_what_is_no_packet_is_a_sentence(data: bytes) -> None:
    for read in (read_xmp, lambda told: with_keywords(told, [("a",)])):
        with pytest.raises(XmpUnusable) as caught:
            read(data)
        assert caught.value.title.endswith(".")


def test_entities_are_refused_before_anything_is_parsed(monkeypatch) -> None:
    monkeypatch.setattr(xmp.expat, "ParserCreate", lambda *_: pytest.fail("it was parsed"))
    with pytest.raises(XmpUnusable, match="entities"):
        read_xmp(b'<!DOCTYPE lol [<!ENTITY a "aaaa">]><lol>&a;</lol>')


# --- what is added --------------------------------------------------------------------------------


def test_a_new_packet_tells_nested_keywords_in_both_ways() -> None:
    data = with_keywords(None, [("animals", "cats"), ("boots",)])
    nested = (("animals", "cats"), ("boots",))
    assert read_xmp(data) == XmpKeywords(nested, ("animals", "cats", "boots"))
    ElementTree.fromstring(data)


def test_a_name_with_the_sign_that_separates_names_stays_one() -> None:
    assert read_xmp(with_keywords(None, [("a|b",)])) == XmpKeywords((("a-b",),), ("a-b",))


def test_of_more_keywords_than_are_read_none_is_written_twice(monkeypatch) -> None:
    monkeypatch.setattr(xmp, "_MOST_KEYWORDS", 1)
    data = with_keywords(packet(array("dc:subject", "a", "b")), [("b",)])
    assert read_xmp(data).flat == ("a",)
    assert with_keywords(data, [("b",)]) == data
    assert data.count(b"<rdf:li>b</rdf:li>") == 2  # alone, and among the nested ones


def test_what_a_packet_tells_already_leaves_it_as_it_is() -> None:
    data = with_keywords(None, [("animals", "cats")])
    assert with_keywords(data, [("animals", "cats")]) is data
    assert with_keywords(packet(), []) == packet()


@pytest.mark.parametrize(
    "inside",
    [
        "",
        array("dc:subject", "holiday"),
        array("dc:subject", "holiday") + array("lr:hierarchicalSubject", "Trips|holiday"),
        "<dc:subject><rdf:Bag/></dc:subject>",
        '<dc:subject><rdf:Bag rdf:ID="a>b" /></dc:subject>',
        "<dc:subject><rdf:Bag></rdf:Bag></dc:subject>",
        "<dc:subject><rdf:Bag><!-- none --></rdf:Bag></dc:subject>",
        "<dc:subject><rdf:Bag><rdf:li>/></rdf:li></rdf:Bag></dc:subject>",
        "<dc:subject><rdf:Bag><rdf:li>a</rdf:li><rdf:li/></rdf:Bag></dc:subject>",
        f"<p:Other><rdf:Bag><rdf:li>x</rdf:li></rdf:Bag></p:Other>{array('dc:subject', 'holiday')}",
        "<dc:subject>\n<rdf:Bag>\n<rdf:li xml:lang='de'>a&amp;ä</rdf:li>\n</rdf:Bag></dc:subject>",
    ],
)
def test_all_else_stays_to_the_byte(inside: str) -> None:
    before = packet(inside)
    after = with_keywords(before, [("animals", "cats")])
    told, earlier = read_xmp(after), read_xmp(before)
    assert told.flat == (*earlier.flat, "animals", "cats")
    assert told.nested == (*earlier.nested, ("animals", "cats"))
    assert without_additions(after) == without_additions(before)
    ElementTree.fromstring(after)


def without_additions(data: bytes) -> bytes:
    """Without what the test adds, and with every empty list written in the same way."""
    text = data.decode()
    text = re.sub(
        r" ?<rdf:Description[^>]*rdf:about=\"uuid:1\"\s+xmlns:dc=\"[^>]*xmlns:lr=\"[^\"]*\">"
        r".*?</rdf:Description>\s*(?=</rdf:RDF>)",
        "",
        text,
        flags=re.DOTALL,
    )
    text = re.sub(r"<rdf:li>(animals|cats|animals\|cats)</rdf:li>", "", text)
    return re.sub(r"<(rdf:Bag)([^<]*?) ?/>", r"<\1\2></\1>", text).encode()


def test_additions_are_of_the_same_thing_and_in_the_prefix_of_the_packet() -> None:
    data = (
        packet(array("dc:subject", "a")).replace(b"rdf:", b"r:").replace(b"xmlns:rdf", b"xmlns:r")
    )
    after = with_keywords(data, [("b",)])
    assert b"<r:li>b</r:li>" in after
    assert after.count(b'about="uuid:1"') == 2
    assert read_xmp(after).flat == ("a", "b")


@pytest.mark.parametrize(
    "data",
    [
        packet("<dc:subject>plain</dc:subject>"),
        packet().replace(b"<rdf:Description ", b'<rdf:Description dc:subject="plain" ', 1),
        f'<rdf:RDF xmlns:rdf="{RDF}"/>'.encode(),
        packet(" " * ((1 << 20) - len(packet()))),
    ],
    ids=["plain", "attribute", "empty", "full"],
)
def test_where_there_is_no_place_for_keywords_nothing_is_written(data: bytes) -> None:
    read_xmp(data)
    with pytest.raises(XmpUnusable):
        with_keywords(data, [("a",)])


NAMES = st.lists(st.text(min_size=1, max_size=6).filter(str.strip), min_size=1, max_size=3)


@given(st.lists(NAMES.map(tuple), max_size=4), st.lists(NAMES.map(tuple), max_size=4))
def test_whatever_is_added_can_be_read(first, second) -> None:
    data = with_keywords(with_keywords(None, first), second)
    ElementTree.fromstring(data)
    assert len(read_xmp(data).nested) <= len(first) + len(second)


@given(st.binary(max_size=60), st.integers(0, 900), st.integers(0, 40))
def test_whatever_the_bytes_it_is_read_or_a_sentence(noise: bytes, at: int, cut: int) -> None:
    data = packet(array("dc:subject", "a", "b") + array("lr:hierarchicalSubject", "c|d"))
    for told in (noise, data[:at] + noise + data[at + cut :]):
        try:
            keywords = read_xmp(told)
            after = with_keywords(told, [("e",)])
        except XmpUnusable:
            continue
        assert {*keywords.flat, "e"} <= set(read_xmp(after).flat)
