"""What an import does with each file: by what the walk found and what the catalog knows."""

from hypothesis import given
from hypothesis import strategies as st

from lookalike.catalog.catalog import KnownFile
from lookalike.library.intake.deciding import Decision, Decisions
from lookalike.library.intake.walking import FoundFile
from lookalike.photos import PhotoId, PhotoState


def known(path: bytes, state: str = PhotoState.READY, **changed: int) -> KnownFile:
    facts = {"size_bytes": 10, "mtime_ns": 5, "is_lasting": 1, "has_content": 1, "is_embedded": 1}
    return KnownFile(path=path, id=PhotoId(1), state=state, **(facts | changed))


def found(path: bytes, size: int = 10, mtime: int = 5, *, is_doubtful: bool = False) -> FoundFile:
    return FoundFile(path, size, mtime, is_doubtful)


def decision(file: FoundFile | None, row: KnownFile | None) -> Decision | None:
    """None for what is unchanged."""
    decisions = Decisions([file] if file else [], [row] if row else [])
    decided = list(decisions)
    if not decided:
        assert decisions.unchanged == 1
        return None
    assert (decisions.unchanged, len(decided)) == (0, 1)
    assert (decided[0].found, decided[0].known) == (file, row)
    return decided[0].decision


def test_a_new_file_is_read():
    assert decision(found(b"a"), None) is Decision.READ


def test_a_file_of_the_same_size_and_time_is_unchanged():
    assert decision(found(b"a"), known(b"a")) is None


def test_another_size_or_time_is_read_again():
    assert decision(found(b"a", size=11), known(b"a")) is Decision.READ
    assert decision(found(b"a", mtime=6), known(b"a")) is Decision.READ


def test_a_photo_that_is_not_in_this_networks_space_is_read():
    assert decision(found(b"a"), known(b"a", is_embedded=0)) is Decision.READ


def test_a_missing_photo_that_is_found_again_is_back():
    assert decision(found(b"a"), known(b"a", PhotoState.MISSING)) is Decision.BACK
    gone = known(b"a", PhotoState.MISSING, is_embedded=0)
    assert decision(found(b"a"), gone) is Decision.READ


def test_what_could_not_be_read_is_tried_again_only_where_that_may_help():
    assert decision(found(b"a"), known(b"a", PhotoState.UNREADABLE)) is Decision.FAILED
    closed = known(b"a", PhotoState.UNREADABLE, is_lasting=0)
    assert decision(found(b"a"), closed) is Decision.READ
    assert decision(found(b"a", size=9), known(b"a", PhotoState.UNREADABLE)) is Decision.READ


def test_what_is_not_found_is_gone():
    assert decision(None, known(b"a")) is Decision.GONE


def test_a_doubtful_file_is_a_photo_only_if_it_is_known():
    assert decision(found(b"a", is_doubtful=True), None) is Decision.IGNORED
    assert decision(found(b"a", is_doubtful=True), known(b"a")) is None


@given(st.sets(st.binary(min_size=1, max_size=3)), st.sets(st.binary(min_size=1, max_size=3)))
def test_each_file_of_either_side_is_decided_once_and_in_order(here, there):
    decisions = Decisions(map(found, sorted(here)), map(known, sorted(there)))
    decided = list(decisions)
    paths = [each.found.path if each.found else each.known.path for each in decided]
    assert paths == sorted(here ^ there)
    assert decisions.unchanged == len(here & there)
    gone = {each.known.path for each in decided if each.decision is Decision.GONE}
    assert gone == there - here
