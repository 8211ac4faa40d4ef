"""Cells stand where browsers put them."""

import pytest

from generator.formats.html.reading.cells import layout_of
from generator.formats.html.reading.limits import TooMuch
from generator.formats.html.reading.looks import style_of
from generator.formats.html.reading.markup import text_in, tree_of
from tests.few import each


def placed(inside: str) -> dict[tuple[int, int], tuple[str, int, int]]:
    table = next(tree_of(f"<table>{inside}</table>", "").iter("table"))
    found = layout_of(table, lambda one: style_of(one).get("display") == "none")
    return {
        (one.row, one.column): (text_in(one.element).strip(), one.rows, one.columns)
        for one in found.shown
    }


def spots(inside: str) -> dict[str, tuple[int, int]]:
    return {text: spot for spot, (text, _, _) in placed(inside).items()}


def test_merged_cells_cover_those_right_and_below() -> None:
    assert placed("<tr><td rowspan=2>a<td colspan=2>b<tr><td>c<td>d") == {
        (0, 0): ("a", 2, 1),
        (0, 1): ("b", 1, 2),
        (1, 1): ("c", 1, 1),
        (1, 2): ("d", 1, 1),
    }


@each("high", ["0", "3", "9", "65534"])
def test_a_cell_reaches_at_most_to_the_end_of_its_group(high: str) -> None:
    group = f"<tbody><tr><td rowspan={high}>a<td>b<tr><td>c<tr><td>d</tbody>"
    found = placed(f"{group}<tbody><tr><td>e")
    assert found[0, 0] == ("a", 3, 1)
    assert found[3, 0] == ("e", 1, 1)


@each("span", ["", "x", "-2", "1.9"])
def test_a_span_that_is_nonsense_is_one(span: str) -> None:
    assert placed(f'<tr><td colspan="{span}" rowspan="{span}">a')[0, 0] == ("a", 1, 1)


def test_the_head_comes_first_and_the_foot_last() -> None:
    groups = "<tfoot><tr><td>c</tfoot><tbody><tr><td>b</tbody><thead><tr><td>a</thead>"
    assert spots(groups) == {"a": (0, 0), "b": (1, 0), "c": (2, 0)}


def test_cells_without_a_row_make_one() -> None:
    assert spots("<td>a<td>b<tr><td>c") == {"a": (0, 0), "b": (0, 1), "c": (1, 0)}


def test_a_form_between_table_and_rows_is_passed_over() -> None:
    assert spots("<form><tr><td>a</td></tr></form><form><tbody><tr><td>b") == {
        "a": (0, 0),
        "b": (1, 0),
    }


def test_cells_of_tables_in_cells_are_not_those_of_the_table() -> None:
    assert list(spots("<tr><td>a<table><tr><td>b</table><td>c")) == ["ab", "c"]


def test_what_is_not_shown_takes_no_place() -> None:
    hidden = "<tr style='display: none'><td>a</td></tr><tr><td style='display:none'>b</td><td>c"
    assert spots(hidden) == {"c": (0, 0)}


@each(
    "inside",
    ["<tr>" + "<td colspan=1000 rowspan=100>a" * 2 + "<tr>" * 100, "<tr>" + "<td>a" * 1_100],
)
def test_a_table_larger_than_any_of_a_report_is_too_much(inside: str) -> None:
    with pytest.raises(TooMuch):
        placed(inside)
