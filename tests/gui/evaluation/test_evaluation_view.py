from lookalike.gui.evaluation.copied_table import markdown, tab_separated
from lookalike.gui.evaluation.evaluation_view import curve_of, is_best


def test_what_reads_the_same_is_equally_good(ways) -> None:
    assert [is_best(way, ways, 0) for way in ways] == [False, True, True]
    assert [is_best(way, ways, 1) for way in ways] == [False, True, False]


def test_a_space_has_one_colour_and_a_distance_one_style(ways) -> None:
    curves = [curve_of(way, ways) for way in ways]
    assert [(curve.colour, curve.style) for curve in curves] == [(0, 0), (1, 0), (1, 1)]
    assert curves[2].name == "Content · L2"
    assert curves[0].points[0] == (0.0, 0.48)
    assert curves[0].points[-1] == (1.0, 0.1)


def test_only_wrong_classes_were_found_instead_the_most_frequent_first(ways) -> None:
    assert list(ways[0].worst[0].instead) == ["hat"]


def test_a_spreadsheet_gets_each_number_in_a_cell_of_its_own(ways) -> None:
    lines = [line.split("\t") for line in tab_separated(ways).splitlines()]
    assert {len(line) for line in lines} == {12}
    assert lines[0][:5] == ["Space", "Distance", "P@1", "P@1 low", "P@1 high"]
    assert lines[1][:5] == ["Pixels", "Cosine", "0.480", "0.460", "0.510"]
    assert lines[3][-1] == "1579"


def test_a_text_gets_the_intervals_in_brackets(ways) -> None:
    lines = markdown(ways).splitlines()
    assert lines[1] == "| --- | --- | ---: | ---: | ---: | ---: |"
    assert lines[2].startswith("| Pixels | Cosine | 0.480 (0.460–0.510) |")
    assert {line.count("|") for line in lines} == {7}


def test_a_name_ends_no_cell(make_way) -> None:
    way = make_way("layer\tof | odd\nname")
    assert tab_separated([way]).splitlines()[1].startswith("layer of | odd name\t")
    assert markdown([way]).splitlines()[2].startswith(r"| layer of \| odd name |")
