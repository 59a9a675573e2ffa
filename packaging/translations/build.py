"""Collects the texts of the window for translators, and makes the files that the program loads.

    python packaging/translations/build.py

The texts go to resources/translations/lookalike_<language>.ts, which is for people to edit (Qt
Linguist does it best: pyside6-linguist); lookalike_<language>.qm is made of it. English has only
what says something else for one than for many. Exit code 1: something is left to be translated.
"""

import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from xml.etree import ElementTree

import PySide6

LANGUAGES = ("de", "en")
_CHECKOUT = Path(__file__).parent.parent.parent
SOURCES = _CHECKOUT / "desktop" / "lookalike" / "gui"
TRANSLATIONS = _CHECKOUT / "resources" / "translations"
# Line numbers would change with every edit, and with them each of these files.
_QUIETLY = ("-silent", "-locations", "none", "-no-obsolete")


def main() -> int:
    left = 0
    for language in LANGUAGES:
        texts = texts_file(language)
        collect(texts, language)
        release(texts)
        for text in unfinished(texts):
            left += 1
            sys.stderr.write(f"{texts.name}: {text}\n")
    return 1 if left else 0


def texts_file(language: str) -> Path:
    return TRANSLATIONS / f"lookalike_{language}.ts"


def collect(texts: Path, language: str) -> None:
    """Add the texts that are new in the sources, and drop those that are gone."""
    only = ("-pluralonly",) if language == "en" else ()
    sources = sorted(map(str, SOURCES.rglob("*.py")))
    languages = ("-source-language", "en", "-target-language", language)
    _run("lupdate", *_QUIETLY, *only, *languages, *sources, "-ts", str(texts))


def release(texts: Path) -> None:
    """Make the .qm file beside it, at once: a program that runs has the old one in its memory."""
    made = texts.with_suffix(".made")
    _run("lrelease", "-silent", str(texts), "-qm", str(made))
    made.replace(texts.with_suffix(".qm"))


def unfinished(texts: Path) -> Sequence[str]:
    """The texts that have no translation yet, or one that has to be looked at."""
    messages = ElementTree.parse(texts).iter("message")
    return [
        message.findtext("source", "")
        for message in messages
        if message.find("translation[@type='unfinished']") is not None
    ]


def _run(tool: str, *told: str) -> None:
    # Beside the library, because the scripts that call it are on the path only sometimes.
    place = Path(PySide6.__file__).parent / (f"{tool}.exe" if sys.platform == "win32" else tool)
    subprocess.run([str(place), *told], check=True)


if __name__ == "__main__":
    sys.exit(main())
