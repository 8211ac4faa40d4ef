"""Rows and columns of a table whose labels are in other words."""

from collections.abc import Callable, Mapping

import pytest

from generator.form.grid import grid, header_rows, height
from generator.form.vocabulary import Table
from generator.manuscript.importing.table_reading import read_table
from tests.few import each
from tests.forms import FORM
from tests.manuscript.importing.printed_grids import TABLES, cells_of, narrow, own, read, whole


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.title)
@pytest.mark.parametrize(
    ("width", "step"), [(narrow, 3), pytest.param(whole, 1, marks=pytest.mark.long)]
)
@each("number", range(30))
def test_one_label_in_other_words_is_still_that_label(
    table: Table, width: Callable[[Table], Table], step: int, number: int
) -> None:
    table = width(table)
    innermost = {row.label[-1] for block in table.blocks for row in block.rows if row.label}
    labels = [cell.label for cell in grid(table) if cell.label in innermost]
    if number >= len(labels):
        return
    official = labels[number]
    words = official.partition("（区分")[0]
    ways = (f"{official}（件）", official.replace("、", ""), f"{words}情况")
    for said in ways[number % step :: step]:  # one way for each label, or all
        cells = cells_of(table, {official: said})
        assert read(cells, table) == own(table)


def test_another_word_for_the_total_is_understood_beside_a_further_column() -> None:
    table = FORM.tables[1]
    columns = [spec.label[-1].replace("总计", "合计") for spec in table.blocks[0].columns]
    rows = [["", *columns, "备注"]]
    rows += [
        [row.label[-1], *(row.name + spec.name for spec in table.blocks[0].columns), ""]
        for row in table.blocks[0].rows
    ]
    cells = {(at, n): text for at, row in enumerate(rows) for n, text in enumerate(row)}
    assert read(cells, table) == own(table)


def test_two_rows_alike_are_not_mixed_up() -> None:
    table = FORM.tables[1]
    labels = {"7.属于行政执法案卷": "属于执法案卷", "8.属于行政查询事项": "属于查询事项"}
    cells = cells_of(table, labels)
    reading = read_table(cells, table)
    assert {name: cells[spot] for name, spot in reading.figures.items()} == own(table)
    assert reading.renamed == labels


REQUESTS = FORM.tables[1]
AS_PRINTED = {row: row for row in range(height(REQUESTS))}
FIRST = header_rows(REQUESTS.blocks[0])
SECOND = FIRST + 1


def not_read(places: Mapping[int, int]) -> set[str]:
    """Return which rows of requests are not read where the second of them is in other words.

    `places` says where each row of the table stands; those that it leaves out are gone.
    """
    table = narrow(REQUESTS)
    (official,) = table.blocks[0].rows[1].label
    printed = cells_of(table, {official: f"{official}情况"})
    cells = {(places[row], at): text for (row, at), text in printed.items() if row in places}
    found = read(cells, table)
    assert found.items() <= own(table).items()
    return {row.name for row in table.blocks[0].rows if f"{row.name}自然人" not in found}


def test_a_row_in_other_words_is_not_taken_for_one_like_it_that_is_gone() -> None:
    assert not_read({row: row for row in AS_PRINTED if row != FIRST}) == {"本年新收"}


def test_a_row_in_other_words_is_looked_for_between_its_neighbours_only() -> None:
    assert not_read(AS_PRINTED) == set()
    assert not_read({**AS_PRINTED, SECOND: max(AS_PRINTED) + 1}) == {"上年结转"}
