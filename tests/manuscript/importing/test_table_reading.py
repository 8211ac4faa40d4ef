from collections.abc import Callable
from random import Random

import pytest

from generator.form.grid import grid
from generator.form.labels import Spot
from generator.form.vocabulary import Block, Column, Row, Table
from generator.manuscript.importing.plain_labels import labels_of
from generator.manuscript.importing.table_reading import as_printed, read_table
from tests.forms import FORM, OLDER
from tests.manuscript.importing.printed_grids import TABLES, cells_of, narrow, own, read, whole


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.title)
def test_the_official_grid_is_read_whole(table: Table) -> None:
    cells = cells_of(table)
    reading = read_table(cells, table)
    assert {name: cells[spot] for name, spot in reading.figures.items()} == own(table)
    assert reading.used == {spot for spot, text in cells.items() if text}
    assert (reading.renamed, reading.unread, reading.by_order) == ({}, [], False)


def test_rows_that_start_elsewhere_than_their_header_are_read_in_order() -> None:
    """As copied from a web page: cells are as many as columns, but stand on another grid."""
    cells = {
        (0, 0): "信息内容",
        (0, 1): "本年制发件数",
        (0, 2): "本年废止件数",
        (0, 4): "现行有效件数",
        (1, 0): "规章",
        (1, 1): "1",
        (1, 3): "2",
        (1, 4): "3",
    }
    assert read(cells, FORM.tables[0]) == {"规章制发": "1", "规章废止": "2", "规章现行有效": "3"}


def test_columns_in_another_order_are_known_by_their_labels() -> None:
    cells = {
        (0, 0): "信息内容",
        (0, 1): "现行有效件数",
        (0, 2): "本年废止件数",
        (0, 3): "本年制发件数",
        (1, 0): "规章",
        (1, 1): "3",
        (1, 2): "2",
        (1, 3): "1",
    }
    assert read(cells, FORM.tables[0]) == {"规章制发": "1", "规章废止": "2", "规章现行有效": "3"}


def test_a_column_that_is_not_the_forms_is_passed_over() -> None:
    cells = {
        (0, 0): "信息内容",
        (0, 1): "本年制发件数",
        (0, 2): "本年废止件数",
        (0, 3): "现行有效件数",
        (0, 4): "备注",
        (1, 0): "规章",
        (1, 1): "1",
        (1, 2): "2",
        (1, 3): "3",
        (1, 4): "含修订",
    }
    reading = read_table(cells, FORM.tables[0])
    assert {name: cells[spot] for name, spot in reading.figures.items()} == {
        "规章制发": "1",
        "规章废止": "2",
        "规章现行有效": "3",
    }
    assert (1, 4) not in reading.used


@pytest.mark.parametrize(
    ("row", "read_as"),
    [
        (["", "1", "2", "3"], ["1", "2", "3"]),
        (["1", "2", "3", ""], ["1", "2", "3"]),
        (["1", "2", ""], ["1", "2", ""]),
        (["", "", "", ""], ["", "", ""]),
        (["", "1", "2", ""], None),
        (["1", "2"], None),
    ],
)
def test_fillers_are_left_out_where_it_is_clear_which_they_are(
    row: list[str], read_as: list[str] | None
) -> None:
    """The header stands on a grid of its own, so that only the order can tell."""
    header = {(0, 0): "信息内容", (0, 7): "本年制发件数", (0, 8): "本年废止件数"}
    cells = {**header, (0, 9): "现行有效件数", (1, 0): "规章"}
    cells |= {(1, 1 + at): text for at, text in enumerate(row)}
    reading = read_table(cells, FORM.tables[0])
    assert ([cells[spot] for spot in reading.figures.values()] or None) == read_as
    assert reading.unread == ([] if read_as else [1])


def test_columns_of_the_older_form_are_never_taken_for_those_of_this_one() -> None:
    foreign = labels_of(OLDER.tables[0])
    reading = read_table(cells_of(OLDER.tables[0]), FORM.tables[0], foreign)
    assert not [name for name in reading.figures if name.startswith("规章")]


def damaged(cells: dict[Spot, str], how: str, dice: Random) -> dict[Spot, str]:
    """Return a grid with one thing wrong in it, as accidents and other programs leave them."""
    row = dice.choice(sorted({row for row, _ in cells}))
    spot = dice.choice(sorted(cells))
    match how:
        case "a cell is gone" | "a row is gone":
            gone = {spot} if "cell" in how else {at for at in cells if at[0] == row}
            return {at: text for at, text in cells.items() if at not in gone}
        case "a cell is blank":
            return {**cells, spot: ""}
        case "a row starts late":
            late = dice.choice([1, 2])
            return {(r, c + late if r == row else c): text for (r, c), text in cells.items()}
        case "two rows changed places":
            places = {row: spot[0], spot[0]: row}
            return {(places.get(r, r), c): text for (r, c), text in cells.items()}
        case "a column was put in":
            return {(r, c + (c >= spot[1])): text for (r, c), text in cells.items()}
    return {**cells, spot: cells[spot][1:] + "的"}


@pytest.mark.parametrize(
    ("width", "count"), [(narrow, 5), pytest.param(whole, 40, marks=pytest.mark.long)]
)
@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.title)
@pytest.mark.parametrize(
    "how",
    [
        *("a cell is gone", "a row is gone", "a cell is blank", "a row starts late"),
        *("two rows changed places", "a column was put in", "a text is mistyped"),
    ],
)
def test_no_damage_makes_one_figure_of_another(
    table: Table, width: Callable[[Table], Table], how: str, count: int
) -> None:
    table = width(table)
    figures = {spec.name for spec in table.figures}
    for seed in range(count):
        cells = damaged(cells_of(table), how, Random(seed))
        found = read(cells, table)
        mixed_up = {name: text for name, text in found.items() if text in figures - {name}}
        assert mixed_up == {}, seed


ALIKE = Table(
    title="许可",
    blocks=(
        Block(
            caption="甲类",
            corner="事项",
            rows=(Row(("申请",), "甲申请"), Row(("受理",), "甲受理")),
            columns=(Column(("数量",), ""),),
        ),
        Block(
            caption="乙类",
            corner="事项",
            rows=(Row(("申请",), "乙申请"),),
            columns=(Column(("数量",), "数"), Column(("其中线上",), "线上")),
        ),
    ),
    not_a_number="F0-01",
    not_a_count="F0-01",
    blank="F0-01",
)


def test_blocks_with_rows_of_one_name_are_told_apart_where_all_is_as_printed() -> None:
    cells = cells_of(ALIKE)
    assert read(cells, ALIKE) == own(ALIKE)
    assert as_printed(cells, ALIKE)


def test_what_is_not_wholly_as_printed_is_not_taken_for_it() -> None:
    cells = cells_of(ALIKE)
    assert not as_printed({**cells, (1, 5): "另一个数"}, ALIKE)
    assert not as_printed({**cells, (1, 0): "事情"}, ALIKE)


def unmerged(row: list[str]) -> dict[tuple[int, int], str]:
    """Return a table whose header and first row stand on one grid, with fillers, and one more."""
    header = ["信息内容", "", "本年制发件数", "本年废止件数", "现行有效件数"]
    lines = [header, ["规章", "", "1", "2", "3"], ["行政规范性文件", *row]]
    return {(at, column): text for at, line in enumerate(lines) for column, text in enumerate(line)}


@pytest.mark.parametrize(
    ("row", "read_as"),
    [
        (["", "4", "5", "6"], ["4", "5", "6"]),
        (["", "", "5", "6"], ["", "5", "6"]),
        (["", "4", "5", ""], ["4", "5", ""]),
        (["", "4", "6"], []),
    ],
)
def test_a_blank_filler_is_not_taken_for_a_figure_where_a_cell_is_missing(
    row: list[str], read_as: list[str]
) -> None:
    cells = unmerged(row)
    reading = read_table(cells, FORM.tables[0])
    assert [cells[spot] for spot in reading.figures.values()][3:] == read_as
    assert reading.unread == ([] if read_as else [2])


def test_a_header_that_moved_over_other_columns_is_not_believed() -> None:
    """A label over some columns is missing: those behind it stand over figures of others."""
    requests = FORM.tables[1]
    header = {(cell.row, cell.column): cell for cell in grid(requests) if cell.header}
    group = next(cell for cell in header.values() if cell.row == 1 and cell.columns > 1)
    cells = {
        (row, column - (group.columns if row == 1 and column > group.column else 0)): text
        for (row, column), text in cells_of(requests).items()
        if (row, column) != (group.row, group.column)
    }
    moved = {
        (row, column + 1 if row == 2 else column): text for (row, column), text in cells.items()
    }
    assert read(moved, requests) == {}
