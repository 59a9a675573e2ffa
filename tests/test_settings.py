"""The settings file, read carefully."""

import pytest

from lookalike.errors import LookalikeError
from lookalike.settings import Settings, change_setting, load_settings


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
        '{"import_gently": "sometimes"}',
        '{"language": "tlh"}',
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


@pytest.mark.parametrize(
    ("word", "gentle"), [("always", True), ("never", False), ("on battery", None)]
)
def test_gently_is_always_never_or_as_the_power_supply_says(word, gentle):
    assert Settings(import_gently=word).wants_gentle is gentle


def test_a_changed_setting_leaves_the_others_as_they_were_written(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text('{"device": "cpu"}')
    change_setting(file, "import_gently", "never")
    assert load_settings(file) == Settings(device="cpu", import_gently="never")
    assert "max_megapixels" not in file.read_text()
    assert [entry.name for entry in tmp_path.iterdir()] == ["settings.json"]


def test_the_first_setting_makes_the_file_and_its_folder(tmp_path):
    file = tmp_path / "config" / "lookalike" / "settings.json"
    change_setting(file, "import_gently", "always")
    assert load_settings(file) == Settings(import_gently="always")


def test_a_file_that_makes_no_sense_is_not_written_over(tmp_path):
    file = tmp_path / "settings.json"
    file.write_text('{"device": "tpu"}')
    with pytest.raises(LookalikeError, match="cannot be used"):
        change_setting(file, "import_gently", "always")
    assert file.read_text() == '{"device": "tpu"}'


def test_settings_that_cannot_be_written_are_told(tmp_path):
    (tmp_path / "config").write_text("a file where the folder should be")
    with pytest.raises(LookalikeError, match=r"cannot be (written|used)"):
        change_setting(tmp_path / "config" / "settings.json", "import_gently", "always")
