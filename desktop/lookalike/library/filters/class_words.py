"""The words for what a network sees on photos: those a person would type, and which are offered."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from lookalike.networks.class_groups import read_groups
from lookalike.networks.manifest import Manifest

Classes = frozenset[int]

# Where an s in the end is not all there is to it; the rest of them are made in `_singulars`.
_IRREGULAR = {"geese": "goose", "mice": "mouse", "oxen": "ox", "buses": "bus", "persons": "person"}


def classes_named(manifest: Manifest, word: str) -> Classes:
    """The classes that a word or two stand for, whatever its case, one or many of them meant.

    A group ("dog") or a name ("golden retriever"); else the names that end in it ("squirrel" for
    "fox squirrel"). None where the network does not know it.

    Raises:
        NetworkUnusable: the network's folder states words that cannot be.
    """
    known, endings = _vocabulary(manifest)
    for words in (known, endings):
        for meant in _singulars(_folded(word)):
            if meant in words:
                return words[meant]
    return frozenset()


def class_words(manifest: Manifest) -> Sequence[str]:
    """All groups and names, by the alphabet, to complete what a person types.

    Raises:
        NetworkUnusable: as `classes_named`.
    """
    names = manifest.classes.names if manifest.classes else ()
    shown = {_folded(word): word for word in (*names, *read_groups(manifest))}
    return [shown[word] for word in sorted(shown)]


def class_title(manifest: Manifest, index: int) -> str:
    """What to call a class; its number where the network has no such class any more."""
    names = manifest.classes.names if manifest.classes else ()
    return names[index] if 0 <= index < len(names) else f"class {index}"


@lru_cache(maxsize=4)
def _vocabulary(manifest: Manifest) -> tuple[Mapping[str, Classes], Mapping[str, Classes]]:
    """What groups and whole names stand for, and what the last words of names do."""
    known: dict[str, Classes] = {}
    endings: dict[str, Classes] = {}
    for word, classes in read_groups(manifest).items():
        _add(known, _folded(word), classes)
    for index, name in enumerate(manifest.classes.names if manifest.classes else ()):
        whole = _folded(name)
        _add(known, whole, frozenset([index]))
        words = whole.split()
        for start in range(1, len(words)):
            _add(endings, " ".join(words[start:]), frozenset([index]))
    return known, endings


def _add(words: dict[str, Classes], word: str, classes: Classes) -> None:
    words[word] = words.get(word, frozenset()) | classes


def _folded(word: str) -> str:
    """ "Jack-O'-Lantern" as "jack o lantern", so that nobody has to know how it is written."""
    return " ".join(re.findall(r"\w+", word.casefold()))


def _singulars(word: str) -> Iterator[str]:
    """The word itself, then what it may be the plural of, then its plural."""
    yield word
    if word in _IRREGULAR:
        yield _IRREGULAR[word]
    for ending, singular in (("ies", "y"), ("ves", "f"), ("ves", "fe"), ("es", ""), ("s", "")):
        if word.endswith(ending):
            yield word.removesuffix(ending) + singular
    yield f"{word}s"
