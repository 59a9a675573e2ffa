"""The folders of a library, and what a person may change about them."""

from pathlib import Path

from lookalike.library.folders import exclude_from, folder_standings, folder_tree, remove_folder
from lookalike.library.library import Library


def test_a_folder_tells_its_photos_and_whether_it_is_there(
    library: Library, paint, bring_in, tmp_path: Path
) -> None:
    paint("a.png")
    paint("b.png", seed=1)
    (tmp_path / "photos" / "broken.jpg").write_bytes(b"\xff\xd8\xff no more")
    bring_in()
    library.catalog.add_folder(tmp_path / "away")
    here, away = folder_standings(library)
    assert here.path == tmp_path / "photos"
    assert (here.counts.ready, here.counts.unreadable) == (2, 1)
    assert (here.is_online, away.is_online) == (True, False)


def test_a_removed_folder_takes_its_photos_along_and_leaves_its_files(
    library: Library, paint, bring_in, tmp_path: Path
) -> None:
    path = paint("a.png")
    bring_in()
    remove_folder(library, tmp_path / "photos")
    assert library.photo_ids() == []
    assert folder_standings(library) == []
    assert path.exists()


def test_patterns_are_kept(library: Library, paint, bring_in, tmp_path: Path) -> None:
    paint("a.png")
    bring_in()
    exclude_from(library, tmp_path / "photos", ["*.tmp", "*/private/*"])
    [standing] = folder_standings(library)
    assert standing.folder.exclude == ("*.tmp", "*/private/*")


def test_the_tree_counts_photos_in_and_below_each_folder(
    library: Library, paint, bring_in, tmp_path: Path
) -> None:
    paint("a.png")
    paint("Paris/b.png", seed=1)
    paint("Paris/raw/deep/c.png", seed=2)
    paint("berlin/d.png", seed=3)
    bring_in()
    [root] = folder_tree(library)
    assert (root.path, root.photos) == (tmp_path / "photos", 4)
    assert [(each.name, each.photos) for each in root.children] == [("berlin", 1), ("Paris", 2)]
    [raw] = root.children[1].children
    assert (raw.name, raw.photos, raw.children[0].name) == ("raw", 1, "deep")


def test_a_folder_without_photos_is_in_the_tree_all_the_same(
    library: Library, tmp_path: Path
) -> None:
    library.catalog.add_folder(tmp_path / "empty")
    [root] = folder_tree(library)
    assert (root.photos, root.children) == (0, ())
