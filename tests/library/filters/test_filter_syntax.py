import time
from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lookalike.errors import FilterUnclear
from lookalike.library.filters.filter_syntax import (
    FIELDS,
    MOST_TERMS,
    Dated,
    Inside,
    LaidOut,
    Numbered,
    Term,
    Words,
    parse,
)
from lookalike.library.filters.filter_values import DAY_WORDS, Span

TODAY = date(2024, 3, 13)  # a Wednesday


def only(text: str):
    [[term]] = parse(text, TODAY)
    return term.condition


def days(text: str) -> tuple[date | None, date | None]:
    condition = only(f"date:{text}")
    assert isinstance(condition, Dated)
    return condition.span.first, condition.span.end


def size(text: str) -> tuple[int | None, int | None]:
    condition = only(f"size:{text}")
    assert isinstance(condition, Numbered)
    return condition.span.first, condition.span.end


def test_words_that_stand_side_by_side_all_have_to_fit():
    assert parse("Crème  brûlée") == (
        (Term("Crème", Words("", "creme")),),
        (Term("brûlée", Words("", "brulee")),),
    )


def test_quotes_hold_words_together_also_while_they_are_open():
    assert only('"Red  Kite"') == only('"red kite') == only("“red kite”") == Words("", "red kite")


def test_a_minus_excludes():
    [[word], [field]] = parse("-blurred -camera:canon")
    assert (word.condition, word.is_wanted) == (Words("", "blurred"), False)
    assert (field.condition, field.is_wanted) == (Words("camera", "canon"), False)


def test_or_binds_its_neighbours_and_nothing_else():
    [either, rest] = parse("cat OR dog OR cow beach")
    assert [term.written for term in either] == ["cat", "dog", "cow"]
    assert [term.written for term in rest] == ["beach"]


@pytest.mark.parametrize("text", ["", "  ", "-", "OR", "OR -", '""', '"', "*", "AND", "- - OR"])
def test_signs_without_words_ask_for_nothing(text):
    assert parse(text) == ()


def test_a_small_or_is_a_word_like_any_other():
    assert len(parse("cat or dog")) == 3


def test_a_field_may_have_a_space_behind_it_and_other_letters():
    assert only("Camera: Canon") == only('camera:"canon"') == Words("camera", "canon")


def test_a_field_does_not_swallow_the_next_one():
    with pytest.raises(FilterUnclear, match="missing"):
        parse("camera: date:2021")


def test_drives_and_addresses_are_no_fields():
    assert only("C:\\photos") == Words("", "c:\\photos")
    assert only("http://example.org") == Words("", "http://example.org")


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        ("2021", date(2021, 1, 1), date(2022, 1, 1)),
        ("2021-05", date(2021, 5, 1), date(2021, 6, 1)),
        ("2021-12", date(2021, 12, 1), date(2022, 1, 1)),
        ("2021-5-3", date(2021, 5, 3), date(2021, 5, 4)),
        ("2021/05/03", date(2021, 5, 3), date(2021, 5, 4)),
        ("2019..2021", date(2019, 1, 1), date(2022, 1, 1)),
        ("2021..2019", date(2019, 1, 1), date(2022, 1, 1)),
        ("2021-05..2021-06", date(2021, 5, 1), date(2021, 7, 1)),
        ("..2020", None, date(2021, 1, 1)),
        ("2020…", date(2020, 1, 1), None),
        (">2020", date(2021, 1, 1), None),
        (">=2020", date(2020, 1, 1), None),
        ("<2020", None, date(2020, 1, 1)),
        ("<=2020", None, date(2021, 1, 1)),
        ("9999", date(9999, 1, 1), None),
        ("9999-12-31", date(9999, 12, 31), None),
        ("today", date(2024, 3, 13), date(2024, 3, 14)),
        ("yesterday", date(2024, 3, 12), date(2024, 3, 13)),
        ("this-week", date(2024, 3, 11), date(2024, 3, 18)),
        ("last-week", date(2024, 3, 4), date(2024, 3, 11)),
        ("this-month", date(2024, 3, 1), date(2024, 4, 1)),
        ("last-month", date(2024, 2, 1), date(2024, 3, 1)),
        ("this-year", date(2024, 1, 1), date(2025, 1, 1)),
        ("last-year", date(2023, 1, 1), date(2024, 1, 1)),
    ],
)
def test_dates(text, first, end):
    assert days(text) == (first, end)


def test_every_word_for_days_is_understood():
    for word in DAY_WORDS:
        assert None not in days(word)


@pytest.mark.parametrize(
    ("text", "first", "end"),
    [
        (">2MB", 2_000_001, None),
        (">=2MB", 2_000_000, None),
        ("<1kb", None, 1000),
        ("<=1kb", None, 1001),
        ("1MB..3MB", 1_000_000, 3_000_001),
        ("1..3MB", 1_000_000, 3_000_001),
        ("1.5MB..", 1_500_000, None),
        (">1,5GB", 1_500_000_001, None),
        (">1KiB", 1025, None),
        ("2MB", 1_500_000, 2_500_000),
        ("2.0MB", 1_950_000, 2_050_000),
        ("100", 100, 101),
    ],
)
def test_sizes(text, first, end):
    assert size(text) == (first, end)


def test_sides_are_compared_and_ranged_too():
    assert only("width:>4000") == Numbered("width", Span(4001, None))
    assert only("height:1000..2000") == Numbered("height", Span(1000, 2001))
    assert only("height:1080px") == Numbered("height", Span(1080, 1081))


def test_is_takes_a_layout_else_a_class():
    assert only("is:Portrait") == LaidOut("portrait")
    assert only("is:dog") == only("class:dog") == Words("class", "dog")


def test_folders_are_written_with_either_slash():
    assert only("in:Pictures\\2021") == only("in:pictures/2021") == Inside("pictures/2021")


def test_fields_go_by_other_names_as_well():
    assert only("shape:square") == LaidOut("square")
    assert only("year:2021") == only("date:2021")


@pytest.mark.parametrize(
    ("text", "title", "hint", "word"),
    [
        ("red colour:blue", 'There is no field "colour".', "Use name, folder, ", "colour:blue"),
        ("formt:png", 'There is no field "formt".', 'Did you mean "format:"?', "formt:png"),
        ("date:", 'Something is missing behind "date:".', "date:2021", "date:"),
        ("date:soon", '"soon" is no date.', "date:2021-05", "soon"),
        ("date:2021-02-30", '"2021-02-30" is no date.', "date:2021", "2021-02-30"),
        ("date:..", '".." is no date.', "date:2019..2021", ".."),
        ("date:1..2..3", '"1..2..3" is no date.', "date:2019..2021", "1..2..3"),
        ("date:0000", '"0000" is no date.', "date:2021", "0000"),
        ("size:big", '"big" is no size.', "size:>2MB", "big"),
        ("width:-5", '"-5" is no number.', "width:>4000", "-5"),
        ("width:>", '">" is no number.', "width:>4000", ">"),
    ],
)
def test_what_cannot_be_understood_is_told_with_the_word_and_what_to_write(text, title, hint, word):
    with pytest.raises(FilterUnclear) as told:
        parse(text)
    assert told.value.title == title
    assert hint in told.value.hint
    assert told.value.word == word
    assert word in text


def test_more_words_than_anybody_means_are_refused():
    parse("a " * MOST_TERMS)
    with pytest.raises(FilterUnclear, match="too many"):
        parse("a " * (MOST_TERMS + 1))


_PIECES = st.sampled_from(
    [
        *FIELDS,
        ":",
        " ",
        "-",
        '"',
        "..",
        "…",
        ">",
        "<=",
        "OR",
        "2021",
        "MB",
        "*",
        "/",
        "\\",
        "\0",
        "é",
    ]
)


@given(st.text() | st.lists(_PIECES | st.text(max_size=3)).map("".join))
@example("width:" + "9" * 5000)
@example("size:" + "9" * 5000 + "GB")
@example("date:9999..9999-12-31")
@example("date:٢٠٢١")
@example("a" * 100_000)
@example('"' * 10_000)
@example("-" * 10_000)
@example("a:" * 10_000)
@example("camera:" + " " * 10_000)
def test_no_text_is_more_than_unclear_and_none_takes_long(text):
    began_s = time.process_time()
    unclear = _unclear(text)
    assert time.process_time() - began_s < 2
    if unclear:
        assert unclear.title
        assert unclear.hint
        assert unclear.word in text.translate(dict.fromkeys([*range(32), 127], " "))


def _unclear(text: str) -> FilterUnclear | None:
    try:
        assert all(parse(text))
    except FilterUnclear as told:
        return told
    return None
