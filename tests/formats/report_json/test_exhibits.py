"""Charts, further tables and the rows that show them, as JSON has them, and back."""

from dataclasses import replace
from typing import Any

import pytest

from generator.formats.report_json.reader import read_given, read_json
from generator.formats.report_json.writer import json_of
from generator.model.exhibits import FurtherTable, TableCell
from generator.model.finding import Finding
from tests.exhibits import ALL, chart_row, table
from tests.forms import FORM
from tests.samples import report

ROWS = (
    chart_row(chart="甲", kind="饼图", unit="件", label="网上", data="【本年新收】"),
    chart_row(label="当面", data="3"),
    chart_row(chart="乙", data="1"),
)
MERGED = FurtherTable(
    "合并", (TableCell(0, 0, "单位", columns=2), TableCell(1, 0, "甲"), TableCell(1, 1, "3")), 2, 2
)
WHOLE = replace(
    report(),
    paragraphs=(*report().paragraphs, *ALL),
    chart_rows=ROWS,
    further_tables={"各镇": table(), "合并": MERGED},
)


def test_all_of_it_comes_back() -> None:
    found, findings = read_json(json_of(WHOLE, FORM), "2024.json", FORM)
    assert not findings
    assert [row.typed for row in found.chart_rows] == [row.typed for row in ROWS]
    assert found.further_tables == WHOLE.further_tables
    assert {(line.kind, line.heading, line.text) for line in found.paragraphs} >= {
        (line.kind, line.heading, line.text) for line in ALL
    }


def tables(given: dict[str, Any]) -> tuple[dict[str, FurtherTable], list[str]]:
    found, findings = read_given(
        {"schema": 2, "edition": FORM.edition, "tables": given}, "2024.json", FORM
    )
    told: list[Finding] = [one for one in findings if one.rule == "E03"]
    return dict(found.further_tables), [one.message for one in told]


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([], "是空的"),
        ([["", " "]], "是空的"),
        ([["a"]] * 401, "有 401 行 1 列"),
        ([["a", {"text": "b", "columns": 2}]], "重叠，或者出了表"),
        ([["a", "b"], ["c"]], "有的格没有写"),
        ([[{"text": "a", "rows": 2}, "b"], ["c", "d"]], "重叠"),
    ],
)
def test_a_table_that_cannot_be_printed_is_told(rows: list[list[object]], said: str) -> None:
    found, (message,) = tables({"甲": {"rows": rows}})
    assert not found
    assert said in message


def test_a_chart_without_points_is_told_where_charts_are_understood() -> None:
    given = {"schema": 2, "edition": FORM.edition, "charts": [{"name": "甲", "points": []}]}
    found, _ = read_given(given, "2024.json", FORM)
    assert [row.chart for row in found.chart_rows] == ["甲"]
