"""The printed grids."""

import pytest

from generator.form.grid import Cell, grid, height, width
from generator.form.vocabulary import Table
from tests.forms import FORM

ACTIVE, REQUESTS, REVIEWS = FORM.tables


def cell(table: Table, label: str) -> Cell:
    return next(found for found in grid(table) if found.label == label)


@pytest.mark.parametrize("table", FORM.tables, ids=lambda table: table.title)
def test_its_cells_cover_every_place_once(table: Table) -> None:
    covered = [
        (row, column)
        for found in grid(table)
        for row in range(found.row, found.row + found.rows)
        for column in range(found.column, found.column + found.columns)
    ]
    assert len(covered) == len(set(covered)) == width(table) * height(table)


def test_they_have_the_official_sizes() -> None:
    assert [(height(table), width(table)) for table in FORM.tables] == [(14, 4), (28, 10), (4, 15)]


@pytest.mark.parametrize("table", FORM.tables, ids=lambda table: table.title)
def test_every_figure_stands_once(table: Table) -> None:
    assert [found.figure for found in grid(table) if found.figure] == [
        figure.name for figure in table.figures
    ]


def test_single_values_of_section_2_span_three_columns() -> None:
    permits = next(found for found in grid(ACTIVE) if found.figure == "行政许可")
    assert (permits.column, permits.columns) == (1, 3)
    assert cell(ACTIVE, "第二十条第（八）项").columns == 4


def test_section_3_is_merged_as_in_the_official_form() -> None:
    corner = cell(REQUESTS, "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）")
    assert (corner.row, corner.column, corner.rows, corner.columns) == (0, 0, 3, 3)
    assert cell(REQUESTS, "申请人情况").columns == 7
    assert cell(REQUESTS, "法人或其他组织").columns == 5
    assert (cell(REQUESTS, "自然人").rows, cell(REQUESTS, "总计").rows) == (2, 2)
    results = cell(REQUESTS, "三、本年度办理结果")
    assert (results.row, results.rows, results.columns) == (5, 22, 1)
    assert cell(REQUESTS, "（三）不予公开").rows == 8
    assert cell(REQUESTS, "（七）总计").columns == 2
    assert cell(REQUESTS, "四、结转下年度继续办理").columns == 3


def test_section_4_is_merged_as_in_the_official_form() -> None:
    assert cell(REVIEWS, "行政复议").columns == 5
    assert cell(REVIEWS, "行政诉讼").columns == 10
    outcomes = [found for found in grid(REVIEWS) if found.label == "结果维持"]
    assert [(found.row, found.rows) for found in outcomes] == [(1, 2), (2, 1), (2, 1)]
