"""Where things are."""

from lookalike import paths


def test_shipped_folders_are_found():
    assert (paths.shipped("models") / "efficientnet-lite0" / "network.onnx").is_file()
    assert paths.shipped("resources").is_dir()


def test_the_packages_own_copy_comes_first(tmp_path, monkeypatch):
    (tmp_path / "lookalike" / "models").mkdir(parents=True)
    monkeypatch.setattr(paths, "_PACKAGE", tmp_path / "lookalike")
    monkeypatch.setattr(paths, "_CHECKOUT", tmp_path / "checkout")
    assert paths.shipped("models") == tmp_path / "lookalike" / "models"
    assert paths.shipped("resources") == tmp_path / "checkout" / "resources"


def test_the_persons_folders_bear_our_name():
    assert "lookalike" in paths.library_dir().parts
    assert paths.settings_file().name == "settings.json"
