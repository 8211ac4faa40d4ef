"""What rows show is looked up: beside the workbook, in 『图表』, on its other sheets, last year."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from generator.model.exhibits import Chart, FurtherTable, Picture
from generator.model.finding import Finding
from generator.model.report import Paragraph, Report
from generator.pipeline.exhibits import with_exhibits
from tests.exhibits import chart_row, png, row, table
from tests.forms import FORM
from tests.samples import report

CHARTS = (chart_row(chart="申请", unit="件", label="自然人", data="【本年新收自然人】"),)
ROWS = (
    row("图", "现场", "培训.png"),
    row("图", "申请", "【图表：申请】"),
    row("表", "各镇", "【表格：各镇】"),
)


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    (tmp_path / "培训.png").write_bytes(png())
    return tmp_path / "2024.xlsx"


def of(*rows: Paragraph) -> Report:
    return replace(
        report(),
        paragraphs=(*report().paragraphs, *rows),
        chart_rows=CHARTS,
        further_tables={"各镇": table()},
    )


def looked_up(workbook: Path | None, rows: Sequence[Paragraph]) -> tuple[Report, list[Finding]]:
    return with_exhibits(of(*rows), workbook, None, FORM)


def test_a_picture_a_chart_and_a_table(workbook: Path) -> None:
    found, findings = looked_up(workbook, ROWS)
    assert not findings
    kinds = {name: type(one) for name, one in found.exhibits.items()}
    assert kinds == {"培训.png": Picture, "【图表：申请】": Chart, "【表格：各镇】": FurtherTable}


def test_a_report_that_shows_nothing_is_left_alone() -> None:
    assert with_exhibits(report(), None, None, FORM) == (report(), [])


@pytest.mark.parametrize(
    ("shows", "said"),
    [
        ("", "没有写显示什么"),
        ("没有.png", "找不到"),
        ("【图表：申情】", "没有叫“申情”的图表"),
        ("../2024/培训.png", "E01"),
    ],
)
def test_what_cannot_be_shown_holds_back(workbook: Path, shows: str, said: str) -> None:
    found, findings = looked_up(workbook, [row("图", "甲", shows), ROWS[1]])
    (finding,) = findings
    assert said in f"{finding.rule}{finding.message}"
    assert finding.holds_back
    assert finding.place.spot == "D9"
    assert [*found.exhibits] == ["【图表：申请】"]


def test_the_nearest_chart_is_offered(workbook: Path) -> None:
    (finding,) = looked_up(workbook, [row("图", "甲", "【图表：申请量】"), ROWS[1]])[1]
    assert "【图表：申请】" in finding.advice


def test_what_two_rows_show_is_told_once(workbook: Path) -> None:
    missing = row("图", "甲", "没有.png")
    assert len(looked_up(workbook, [missing, missing, ROWS[1]])[1]) == 1


def test_a_chart_that_no_row_shows_is_told(workbook: Path) -> None:
    (finding,) = looked_up(workbook, ROWS[:1])[1]
    assert not finding.holds_back
    assert "没有印出" in finding.message


def test_without_a_folder_there_are_no_pictures() -> None:
    found, (finding,) = looked_up(None, ROWS)
    assert finding.rule == "E01"
    assert "培训.png" not in found.exhibits
