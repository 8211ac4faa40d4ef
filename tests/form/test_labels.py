"""Finding figures by their labels in any grid of text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.form.grid import grid
from generator.form.labels import Spot, find_labels, holds_table, label_key
from generator.form.vocabulary import FigureSpec, Table
from tests.few import each
from tests.forms import FORM

REQUESTS = FORM.tables[1]


def cells_of(table: Table) -> dict[Spot, str]:
    return {(cell.row, cell.column): label_key(cell.label) for cell in grid(table) if cell.label}


@pytest.mark.parametrize("table", FORM.tables, ids=lambda table: table.title)
def test_it_finds_every_figure_where_the_grid_has_it(table: Table) -> None:
    placed, misses = find_labels(cells_of(table), table)
    found = {name: spot for block in placed for name, spot in block.figures.items()}
    assert misses == []
    assert found == {cell.figure: (cell.row, cell.column) for cell in grid(table) if cell.figure}


@given(row=st.integers(0, 28), column=st.integers(3, 10))
def test_inserted_rows_and_columns_only_shift_what_is_found(row: int, column: int) -> None:
    shifted = {
        (at + (at >= row), beside + (beside >= column)): key
        for (at, beside), key in cells_of(REQUESTS).items()
    }
    placed, misses = find_labels(shifted, REQUESTS)
    assert misses == []
    assert placed[0].figures == {
        cell.figure: (cell.row + (cell.row >= row), cell.column + (cell.column >= column))
        for cell in grid(REQUESTS)
        if cell.figure
    }


EDITABLE = [(table, spec) for table in FORM.tables for spec in table.figures if spec.row.label]


@each("table, spec", EDITABLE)
def test_a_label_that_was_edited_loses_its_row_and_says_so(table: Table, spec: FigureSpec) -> None:
    edited = {
        spot: key + "了" if key == label_key(spec.row.label[-1]) else key
        for spot, key in cells_of(table).items()
    }
    placed, misses = find_labels(edited, table)
    assert spec.name not in {name for block in placed for name in block.figures}
    assert [miss.what for miss in misses] == [f"行“{spec.row.label[-1]}”"]


def test_a_label_that_stands_twice_is_not_taken() -> None:
    cells = {**cells_of(REQUESTS), (40, 2): label_key("1.属于国家秘密")}
    placed, misses = find_labels(cells, REQUESTS)
    assert "国家秘密" not in placed[0].figures
    assert misses[0].spots == ((7, 2), (40, 2))


@pytest.mark.parametrize(
    ("typed", "official"),
    [
        ("(二) 部分公开(区分处理的, 只计这一情形)", "（二）部分公开（区分处理的，只计这一情形）"),
        ("1. 属于国家秘密", "1.属于国家秘密"),
        ('3.危及"三安全一稳定"', "3.危及“三安全一稳定”"),
        ("自然\n人", "自然人"),
        ("１．其他", "1.其他"),
    ],
)
def test_width_spaces_and_quotation_marks_make_no_difference(typed: str, official: str) -> None:
    assert label_key(typed) == label_key(official)


def test_no_two_labels_of_a_table_are_taken_for_one() -> None:
    for table in FORM.tables:
        leaves = [row.label[-1] for block in table.blocks for row in block.rows if row.label]
        assert len({label_key(leaf) for leaf in leaves}) == len(leaves)


def test_one_table_is_not_taken_for_another() -> None:
    for table in FORM.tables:
        keys = list(cells_of(table).values())
        assert [other for other in FORM.tables if holds_table(keys, other)] == [table]
