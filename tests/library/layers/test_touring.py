from pathlib import Path

import pytest
from PIL import Image

from lookalike.errors import FolderUnusable
from lookalike.library.layers import touring
from lookalike.library.layers.touring import pictures_to_show


def test_a_folder_is_shown_by_names_with_what_is_inside_it(tmp_path: Path) -> None:
    names = ("c.png", "a.jpg", "b/x.png", "B.webp")
    (tmp_path / "b").mkdir()
    for name in names:
        Image.new("RGB", (9, 9)).save(tmp_path / name)
    (tmp_path / ".hidden.png").write_bytes(b"")
    before = sorted(tmp_path.rglob("*"))
    told = [path.relative_to(tmp_path).as_posix() for path in pictures_to_show(tmp_path)]
    assert told == ["B.webp", "a.jpg", "b/x.png", "c.png"]
    assert sorted(tmp_path.rglob("*")) == before


def test_of_very_many_pictures_the_first_are_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(touring, "MOST_PHOTOS", 2)
    for at in range(4):
        (tmp_path / f"{at}.png").write_bytes(b"")
    assert [path.name for path in pictures_to_show(tmp_path)] == ["0.png", "1.png"]


def test_a_folder_without_pictures_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FolderUnusable) as refused:
        pictures_to_show(tmp_path)
    assert str(tmp_path) in refused.value.title
    assert refused.value.hint
