import numpy as np
import pytest

from lookalike.gui.why.why_words import WhyWords, signed
from lookalike.library.search.questions import Example, Question
from lookalike.library.why.explanation import Left
from lookalike.photos import PhotoId, Region

LEFT = Left(0.4, 0.41, np.ones((2, 2), bool))


def test_the_headline_tells_the_figures_and_how_they_were_found(make_explanation) -> None:
    told = WhyWords().headline(make_explanation())
    assert (told.figure, told.detail, told.sentence) == ("80% similar", "cosine 1.000", "Exact.")
    assert WhyWords().headline(make_explanation(is_exact=False)).sentence == "Approximate."


def test_without_a_part_the_headline_tells_what_was_before(make_explanation) -> None:
    told = WhyWords().headline(make_explanation(), LEFT)
    assert told.figure == "41% without this part"
    assert told.detail == "was 80%  ·  cosine 0.400"
    short = WhyWords().left_in_short(make_explanation(), LEFT)
    assert short == "without this part: 41% (was 80%)"


def test_a_cell_tells_what_it_adds_or_what_is_lost_without_it(make_explanation) -> None:
    assert WhyWords().cell(make_explanation(), "query", (0, 0)) == "adds +0.750 of 1.000"
    hidden = WhyWords().cell(make_explanation(is_exact=False), "query", (0, 0))
    assert hidden == "cosine −0.750 if hidden"


def test_another_similarity_than_that_of_the_result_is_explained(make_explanation) -> None:
    words, explanation = WhyWords(), make_explanation(query_note="It changed.")
    assert words.notes(explanation, 0.801, ["of several"]) == ["It changed."]
    assert words.notes(explanation, 0.6, ["of several", "by a part"]) == [
        "It changed.",
        "The result showed 60%: of several, by a part.",
    ]
    assert words.notes(explanation, 0.6, []) == ["It changed."]


@pytest.mark.parametrize(
    ("value", "text"), [(0.0124, "+0.012"), (-0.0124, "−0.012"), (-0.0001, "+0.000")]
)
def test_a_number_comes_with_its_sign(value: float, text: str) -> None:
    assert signed(value) == text


def test_a_search_tells_why_its_figure_is_another_one() -> None:
    one, part = Example(PhotoId(1)), Example(PhotoId(1), Region(0, 0, 0.5, 0.5))
    reasons = WhyWords().reasons
    assert reasons(None) == ()
    assert reasons(Question((one,))) == []
    assert reasons(Question((one, one))) == ["it was searched by several pictures together"]
    assert reasons(Question((one,), by="content+colour")) == ["several spaces were mixed"]
    assert reasons(Question((one,), metric="l1")) == ["another distance was measured"]
    assert reasons(Question((part,))) == ["the best-matching part of it was compared"]
