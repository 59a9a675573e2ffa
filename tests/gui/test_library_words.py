"""What the library says, in the language of the window."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

import lookalike
from lookalike.errors import LookalikeError, NothingToSearch, PhotoUnreadable
from lookalike.gui import library_words, translations
from lookalike.gui.library_words import said, said_as_sentence, said_of

PACKAGE = Path(lookalike.__file__).parent


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    translations.install(qapp, "de")
    yield
    translations.install(qapp, "en")


def test_what_never_varies_is_translated(german: None) -> None:
    assert said("Looking for photos") == "Fotos werden gesucht"
    assert said_as_sentence("The file is damaged") == "Die Datei ist beschädigt"
    error = NothingToSearch("There are no photos to search yet.", "Bring a folder of photos in.")
    assert said_of(error) == (
        "Es gibt noch keine Fotos zum Durchsuchen. Einen Ordner mit Fotos importieren."
    )


def test_a_photo_that_cannot_be_read_is_told_in_one_language(german: None) -> None:
    known = PhotoUnreadable("the file is damaged", Path("/p/a.jpg"))
    assert said_of(known) == "a.jpg ist nicht lesbar: die Datei ist beschädigt."
    assert said_of(PhotoUnreadable("it is empty")).startswith("Das Bild ist nicht lesbar: ")
    unknown = PhotoUnreadable("the disk says: odd", Path("/p/a.jpg"))
    assert said_of(unknown) == str(unknown)


def test_what_is_not_known_stays_as_the_library_says_it(german: None) -> None:
    assert said("Anything else") == "Anything else"
    assert said("") == ""
    assert said_as_sentence("JPEG XL needs more") == "JPEG XL needs more"
    # Half a message in another language is worse than all of it in English.
    error = LookalikeError("X is odd.", "Try again when it is done.")
    assert said_of(error) == str(error)


def test_the_library_still_says_what_is_translated() -> None:
    library = {
        text.casefold()
        for module in PACKAGE.rglob("*.py")
        if module.name != "library_words.py"
        for text in texts(module)
    }
    gone = [text for text in library_words._SAID if text.casefold() not in library]
    assert [text for text in gone if "{" not in text] == []


def texts(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text("utf-8"))):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
