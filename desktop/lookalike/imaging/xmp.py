"""Keywords in packets of XMP: read, and added so that all the rest stays as it is, to the byte.

XMP is RDF in XML (ISO 16684-1). A packet comes from anywhere: it is bounded before it is parsed,
and one that declares entities, by which a little file becomes a large one, is not parsed at all.
"""

import codecs
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from html import escape
from xml.parsers import expat

from lookalike.errors import XmpUnusable

MAX_BYTES = 1 << 20
_DEEPEST = 64
_MOST_ELEMENTS = 50_000
_MOST_KEYWORDS = 1000

_RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
_DC = "http://purl.org/dc/elements/1.1/"
_LIGHTROOM = "http://ns.adobe.com/lightroom/1.0/"
_FLAT, _NESTED = f"{_DC} subject", f"{_LIGHTROOM} hierarchicalSubject"
_DIGIKAM = "http://www.digikam.org/ns/1.0/ TagsList"
_SEPARATORS = {_NESTED: "|", _DIGIKAM: "/"}
_ARRAYS = {f"{_RDF} {name}" for name in ("Bag", "Seq", "Alt")}
_ITEM, _TREE, _DESCRIPTION = f"{_RDF} li", f"{_RDF} RDF", f"{_RDF} Description"

_EMPTY = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/" x:xmptk="Lookalike">
 <rdf:RDF xmlns:rdf="{_RDF}">
 </rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>
"""

Names = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class XmpKeywords:
    """What a packet tells.

    Args:
        nested: the outermost name first.
        flat: those that stand alone.
    """

    nested: tuple[Names, ...] = ()
    flat: Names = ()


def read_xmp(packet: bytes) -> XmpKeywords:
    """The keywords of a packet, as they are written.

    Raises:
        XmpUnusable: it is too large, damaged, or not XMP.
    """
    scan = _scanned(_text(packet)[0])
    nested = tuple(
        tuple(text.split(separator))
        for name, separator in _SEPARATORS.items()
        for text in scan.texts(name)[:_MOST_KEYWORDS]
    )
    return XmpKeywords(nested, scan.texts(_FLAT)[:_MOST_KEYWORDS])


def with_keywords(packet: bytes | None, nested: Sequence[Names]) -> bytes:
    """A packet that tells these keywords too; the same one where it does already.

    Args:
        packet: None for a new one.
        nested: the outermost name first. The names stand alone as well, for programs that do not
            nest keywords.

    Raises:
        XmpUnusable: the packet is too large, damaged, or writes its keywords in no usual way.
    """
    text, encoding = _text(packet) if packet is not None else (_EMPTY, "utf-8")
    scan = _scanned(text)
    tidy = [tuple(name.replace("|", "-") for name in names) for names in nested]
    wanted = {_FLAT: [name for names in tidy for name in names], _NESTED: list(map("|".join, tidy))}
    missing = {
        name: [each for each in dict.fromkeys(texts) if each not in scan.texts(name)]
        for name, texts in wanted.items()
    }
    if packet is not None and not any(missing.values()):
        return packet
    told = _spliced(text.encode(), scan.insertions(missing)).decode().encode(encoding)
    if len(told) > MAX_BYTES:
        raise XmpUnusable("There is no room in it for more keywords.")
    return told


def _text(packet: bytes) -> tuple[str, str]:
    """The text that can be parsed, and the encoding it was in."""
    if len(packet) > MAX_BYTES:
        raise XmpUnusable("It is larger than 1 MB.")
    encoding = next((name for head, name in _HEADS if packet.startswith(head)), "utf-8")
    try:
        text = packet.decode(encoding).strip("\0 \r\n\t")
    except UnicodeError as error:
        raise XmpUnusable("It is not the text that it says it is.") from error
    if re.search(r"<!(DOCTYPE|ENTITY)", text, re.IGNORECASE):
        raise XmpUnusable("It declares entities, which have no place in XMP.")
    return text, encoding


# The longer ones first: one begins as another does.
_HEADS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)


def _scanned(text: str) -> "_Scan":
    scan = _Scan(text.encode("utf-8", "replace"))
    try:
        scan.run()
    except expat.ExpatError as error:
        raise XmpUnusable("It is damaged.") from error
    return scan


def _spliced(data: bytes, insertions: Sequence["_Insertion"]) -> bytes:
    for each in sorted(insertions, key=lambda one: one.start, reverse=True):
        data = data[: each.start] + each.text.encode() + data[each.end :]
    return data


@dataclass(frozen=True, slots=True)
class _Insertion:
    """A text in place of some bytes, or of none."""

    start: int
    end: int
    text: str


@dataclass(slots=True)
class _Element:
    """One that is open, or was closed. `start` and `end` are where its own tags begin."""

    name: str
    start: int
    has_content: bool = False
    text: str = ""
    end: int = -1
    is_closed_at_once: bool = False


@dataclass(slots=True)
class _Property:
    """What tells keywords: the array of its items, if it has one, and their texts."""

    array: _Element | None = None
    items: list[str] = field(default_factory=list)


class _Scan:
    """One walk over a packet, which notes keywords and where more of them belong."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._open: list[_Element] = []
        self._properties: dict[str, _Property] = {}
        self._tree: _Element | None = None
        self._about: str | None = None
        self._elements = 0
        # What is written in the packet of its encoding is of no account: it is UTF-8 by now.
        self._parser = expat.ParserCreate("utf-8", " ")
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._add_text
        self._parser.StartDoctypeDeclHandler = self._refuse

    def run(self) -> None:
        self._parser.Parse(self._data, True)
        if self._tree is None:
            raise XmpUnusable("It is not XMP.")

    def texts(self, name: str) -> Names:
        """The keywords of one property, each once."""
        found = self._properties.get(name)
        return tuple(dict.fromkeys(found.items)) if found else ()

    def insertions(self, missing: dict[str, list[str]]) -> list[_Insertion]:
        """Where it has to say what, for these keywords of each property to be in it."""
        wanted = {name: texts for name, texts in missing.items() if texts}
        known = self._properties
        told = [self._into_array(known[name], wanted[name]) for name in wanted if name in known]
        fresh = {name: texts for name, texts in wanted.items() if name not in known}
        return [*told, self._fresh(fresh)] if fresh else told

    def _into_array(self, found: _Property, texts: Sequence[str]) -> _Insertion:
        array = found.array
        if array is None:
            raise XmpUnusable("It does not write its keywords as a list.")
        prefix = _PREFIX.match(self._data, array.start)
        said = prefix[1].decode() if prefix else ""
        items = "".join(f"<{said}li>{_valid(text)}</{said}li>" for text in texts)
        if not array.is_closed_at_once:
            return _Insertion(array.end, array.end, items)
        tag = self._data[array.start : array.end].decode()
        name = tag[1:].split()[0].rstrip("/>")
        return _Insertion(array.start, array.end, f"{tag[:-2].rstrip()}>{items}</{name}>")

    def _fresh(self, texts: dict[str, list[str]]) -> _Insertion:
        """A description of the same thing as the others, with these properties."""
        assert self._tree is not None
        if self._tree.is_closed_at_once:
            raise XmpUnusable("There is no place in it for keywords.")
        about = _valid(self._about or "").replace('"', "&quot;")
        lines = [
            f' <rdf:Description xmlns:rdf="{_RDF}" rdf:about="{about}"',
            f'   xmlns:dc="{_DC}" xmlns:lr="{_LIGHTROOM}">',
            *(line for name, told in texts.items() for line in _property_lines(name, told)),
            "  </rdf:Description>\n ",
        ]
        return _Insertion(self._tree.end, self._tree.end, "\n".join(lines))

    # --- what expat tells -----------------------------------------------------------------------

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        self._elements += 1
        if self._elements > _MOST_ELEMENTS or len(self._open) >= _DEEPEST:
            raise XmpUnusable("It is more than XMP ever is.")
        if self._open:
            self._open[-1].has_content = True
        self._open.append(_Element(name, self._parser.CurrentByteIndex))
        if name == _TREE and self._tree is None:
            self._tree = self._open[-1]
        elif self._is_below(_TREE) and name == _DESCRIPTION:
            self._describe(attributes)
        elif self._is_below(_TREE, _DESCRIPTION) and name in _TOLD:
            self._properties.setdefault(name, _Property())
        elif name in _ARRAYS and self._property(above=2):
            self._property(above=2).array = self._open[-1]  # type: ignore[union-attr]

    def _describe(self, attributes: dict[str, str]) -> None:
        if self._about is None:
            self._about = attributes.get(f"{_RDF} about", attributes.get("about"))
        for name in _TOLD & attributes.keys():
            self._properties.setdefault(name, _Property()).items.append(attributes[name])

    def _add_text(self, text: str) -> None:
        self._open[-1].has_content = True
        self._open[-1].text += text

    def _end(self, name: str) -> None:
        element = self._open[-1]
        element.end = self._parser.CurrentByteIndex
        before = self._data[element.end - 2 : element.end]
        element.is_closed_at_once = not element.has_content and before == b"/>"
        found = self._property(above=3) if name == _ITEM else self._property(above=1)
        if found and element.text.strip():
            found.items.append(element.text.strip())
        self._open.pop()

    def _property(self, above: int) -> _Property | None:
        """That of the element so many steps up, where it tells keywords."""
        around = [each.name for each in self._open[:-above][-2:]]
        if around != [_TREE, _DESCRIPTION]:
            return None
        return self._properties.get(self._open[-above].name)

    def _is_below(self, *names: str) -> bool:
        return tuple(each.name for each in self._open[-len(names) - 1 : -1]) == names

    def _refuse(self, *_: object) -> None:
        raise XmpUnusable("It declares a type of its own, which has no place in XMP.")


_TOLD = {_FLAT, _NESTED, _DIGIKAM}
_PREFIX = re.compile(rb"<([^\s<>/:]+:)?")


def _property_lines(name: str, texts: Sequence[str]) -> Iterator[str]:
    tag = "dc:subject" if name == _FLAT else "lr:hierarchicalSubject"
    yield f"   <{tag}>\n    <rdf:Bag>"
    yield from (f"     <rdf:li>{_valid(text)}</rdf:li>" for text in texts)
    yield f"    </rdf:Bag>\n   </{tag}>"


def _valid(text: str) -> str:
    """Without what XML cannot hold."""
    return escape(
        re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text), quote=False
    )
