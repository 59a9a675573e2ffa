import csv
import json
from pathlib import Path

import pytest

from lookalike.errors import LookalikeError
from lookalike.library.files.listing import write_list
from lookalike.library.library import Library
from lookalike.progress import Cancelled, Progress


@pytest.fixture
def two(library: Library, bring_in, paint) -> list[int]:
    paint("=HYPERLINK(1).png")
    paint("b.png", seed=1)
    bring_in()
    return sorted(library.photo_ids(), key=lambda id_: library.photo(id_).path.name, reverse=True)


def test_a_table_tells_where_and_what_each_photo_is(library, two, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    assert write_list(library, two, file) == 2
    assert file.read_bytes().startswith(b"\xef\xbb\xbf")
    with file.open(encoding="utf-8-sig", newline="") as table:
        first, second = csv.DictReader(table)
    path = tmp_path / "photos" / "b.png"
    assert (first["path"], first["name"], first["folder"]) == (str(path), "b.png", str(path.parent))
    assert (first["width"], first["height"]) == ("32", "24")
    assert first["size_bytes"] == str(path.stat().st_size)
    assert first["rank"] == first["similarity"] == ""
    assert second["name"] == "'=HYPERLINK(1).png"


def test_of_a_search_the_order_is_the_rank(library, two, tmp_path: Path) -> None:
    file = tmp_path / "list.json"
    write_list(library, two, file, {two[0]: 0.91234567, two[1]: 0.5})
    told = json.loads(file.read_text("utf-8"))
    assert [(row["rank"], row["similarity"]) for row in told] == [(1, 0.9123), (2, 0.5)]
    assert told[1]["name"] == "=HYPERLINK(1).png"


def test_no_photos_are_an_empty_list(library, tmp_path: Path) -> None:
    write_list(library, [], tmp_path / "list.json")
    assert json.loads((tmp_path / "list.json").read_text("utf-8")) == []


def test_an_earlier_list_stays_until_the_new_one_is_whole(library, two, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("earlier")
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        write_list(library, two, file, progress=progress)
    assert file.read_text() == "earlier"
    assert not list(tmp_path.glob(".lookalike*"))


def test_a_place_that_cannot_be_written_is_told(library, two, tmp_path: Path) -> None:
    with pytest.raises(LookalikeError, match="Choose another place"):
        write_list(library, two, tmp_path / "nowhere" / "list.csv")
