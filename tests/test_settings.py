"""The settings file, read carefully."""

import pytest

from lookalike.errors import LookalikeError
from lookalike.settings import Settings, load_settings


def test_what_the_file_tells_stands_in_place_of_the_defaults(tmp_path):
    (tmp_path / "settings.json").write_text('{"device": "cpu", "max_megapixels": 50}')
    assert load_settings(tmp_path / "settings.json") == Settings(device="cpu", max_megapixels=50)


def test_without_a_file_there_are_defaults(tmp_path):
    assert load_settings(tmp_path / "settings.json") == Settings()


@pytest.mark.parametrize(
    "told",
    [
        "",
        "[]",
        "{",
        '{"device": "tpu"}',
        '{"max_megapixels": "many"}',
        '{"max_megapixels": 0}',
        '{"decode_threads": -1}',
        '{"colour": "red"}',
        "[" * 100_000,
    ],
    ids=lambda told: told[:30],
)
def test_a_file_that_makes_no_sense_is_told(tmp_path, told):
    (tmp_path / "settings.json").write_text(told)
    with pytest.raises(LookalikeError, match="cannot be used"):
        load_settings(tmp_path / "settings.json")


def test_an_unknown_setting_is_named(tmp_path):
    (tmp_path / "settings.json").write_text('{"colour": "red"}')
    with pytest.raises(LookalikeError, match="there is no setting colour"):
        load_settings(tmp_path / "settings.json")
