from hypothesis import given
from hypothesis import strategies as st

from lookalike.library.filters.folding import fold


def test_case_and_accents_make_no_difference():
    assert fold("Crème BRÛLÉE") == fold("cre\u0300me bru\u0302le\u0301e") == "creme brulee"
    assert fold("Straße Øresund ŁÓDŹ") == "strasse oresund lodz"


@given(st.text())
def test_what_is_folded_stays_as_it_is(text):
    assert fold(fold(text)) == fold(text)


@given(st.lists(st.text(st.characters(exclude_characters="\0"), max_size=8), min_size=1))
def test_many_texts_can_be_folded_at_once(texts):
    assert fold("\0".join(texts)).split("\0") == [fold(text) for text in texts]
