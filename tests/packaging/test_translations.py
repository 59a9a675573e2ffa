"""The texts of the window and their translations, as they lie in resources/translations."""

import importlib.util
import re
import shutil
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QTranslator

SCRIPT = Path(__file__).parent.parent.parent / "packaging" / "translations" / "build.py"
LANGUAGES = ("de", "en")
REFRESH = "run: python packaging/translations/build.py"


@dataclass(frozen=True)
class Text:
    """A text as it stands in the sources, and what it becomes: two forms where it counts."""

    place: str
    source: str
    comment: str
    counts: bool
    forms: tuple[str, ...]


def script() -> ModuleType:
    told = importlib.util.spec_from_file_location("build_translations", SCRIPT)
    module = importlib.util.module_from_spec(told)
    told.loader.exec_module(module)
    return module


BUILD = script()


def texts(file: Path) -> list[Text]:
    return [
        Text(
            context.findtext("name"),
            message.findtext("source"),
            message.findtext("comment", ""),
            message.get("numerus") == "yes",
            forms(message.find("translation")),
        )
        for context in ElementTree.parse(file).iter("context")
        for message in context.iter("message")
    ]


def forms(translation: ElementTree.Element) -> tuple[str, ...]:
    counted = tuple(form.text or "" for form in translation.iter("numerusform"))
    return counted or (translation.text or "",)


def every_text() -> list[tuple[str, Text]]:
    return [(language, text) for language in LANGUAGES for text in known(language)]


def known(language: str) -> list[Text]:
    return texts(BUILD.texts_file(language))


@pytest.mark.parametrize("language", LANGUAGES)
def test_translators_see_exactly_the_texts_of_the_sources(language: str, tmp_path: Path):
    file = tmp_path / "fresh.ts"
    shutil.copy(BUILD.texts_file(language), file)
    BUILD.collect(file, language)
    before = {(text.place, text.source, text.comment, text.counts) for text in known(language)}
    now = {(text.place, text.source, text.comment, text.counts) for text in texts(file)}
    assert not now - before, REFRESH
    assert not before - now, REFRESH


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated(language: str):
    assert BUILD.unfinished(BUILD.texts_file(language)) == []
    assert [text for text in known(language) if not all(text.forms)] == []


def test_what_counts_has_a_form_for_one_and_for_many():
    for language, text in every_text():
        assert len(text.forms) == (2 if text.counts else 1), (language, text.source)
        assert text.counts or not re.search("%L?n", text.source), (
            f"{text.source}: lupdate finds plurals only in self.tr (gui/translations.py: Words)"
        )


def test_places_for_names_and_numbers_are_the_same_in_every_translation():
    for language, text in every_text():
        for form in text.forms:
            assert places(form) == places(text.source), (language, form)


def places(text: str) -> Counter[str]:
    return Counter(re.findall(r"{[^}]*}|%L?n", text))


def test_a_text_and_its_translation_end_alike():
    for language, text in every_text():
        ends = [re.search(r"[….:!?]*$", form)[0] for form in (text.source, *text.forms)]
        assert len(set(ends)) == 1, (language, text)


def test_a_key_to_press_stays_one():
    for language, text in every_text():
        for form in text.forms:
            assert keys(form) == keys(text.source), (language, form)


def keys(text: str) -> int:
    return len(re.findall(r"&\w", text))


def test_german_quotes_and_spaces_are_german():
    for text in known("de"):
        for form in text.forms:
            assert not re.search('[“"](?=\\w|{)', form), form
            assert not re.search(r"[^ \N{NO-BREAK SPACE}]…$|\d%", form), form


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_program_loads_what_the_translators_wrote(language: str):
    translator = QTranslator()
    assert translator.load(str(BUILD.texts_file(language).with_suffix(".qm")))
    for text in known(language):
        counts = (1, 2) if text.counts else (-1,)
        loaded = [translator.translate(text.place, text.source, text.comment, n) for n in counts]
        assert tuple(loaded) == text.forms, REFRESH
