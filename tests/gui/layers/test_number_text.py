import pytest

from lookalike.gui.layers.number_text import number_text


@pytest.mark.parametrize(
    ("value", "told"),
    [(8.314, "8.31"), (0, "0.00"), (-0.75, "-0.75"), (12345.6, "12,346"), (0.000012, "1.2e-05")],
)
def test_a_value_has_as_many_digits_as_tell_something(value: float, told: str) -> None:
    assert number_text(value) == told
